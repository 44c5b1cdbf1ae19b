"""Why a file cannot be used is said in the language of the editors' page, on terminals in English."""

from __future__ import annotations

import errno
import os
import pickle
import re
from pathlib import Path

import pytest
from lxml import html

from digest.causes import cause_words, caused, file_error, in_arabic
from digest.errors import DigestError, SeedError
from digest.model import Digest, FileError
from digest.pipeline import Options, Project
from digest.render import render_pages
from digest.rules import default_rules
from digest.seeds import Limits
from digest.store import pack, unpack
from digest.vocabulary import read_vocabulary
from digest.wording.strings import Language
from digest.yamlfault import WORDS
from digest.yamlfile import decode_text, load_bytes, parse_yaml
from tests.memories import AR, GOOD, ID
from tests.pages import ARTICLE

_PAGE = ARTICLE.encode()
_PARTS = b"Content-Type: multipart/mixed; boundary=b\n\n--b\n"
_NAMES = "kind: person\nentries:\n- {id: a, ar: عادل سعيد, en: Adel}\n- {id: %s, ar: %s, en: %s}\n"
_OF_TOPICS = "kind: topic\nentries:\n"
_ONE = "{id: a, ar: سفر, iptc: 'medtop:20000001', broader: [b]}"
_TOPICS = f"{_OF_TOPICS}- {_ONE}\n- {{id: b, ar: نقل, %s}}\n"
_MANY = _OF_TOPICS + "".join(f"- {{id: t{n}, ar: باب{n}, broader: [t{n + 1}]}}\n" for n in range(22))

SEEDS: dict[str, tuple[str, bytes]] = {
    "empty": ("txt", b""),
    "no-text": ("txt", b" \n-\n"),
    "many-characters": ("txt", b"a " * 3_000),
    "many-lines": ("txt", b"a\n" * 60),
    "many-bytes": ("txt", b"a" * 60_000),
    "long-line": ("txt", b"a" * 2_000),
    "format-image": ("png", b"x"),
    "format-printed": ("pdf", b"x"),
    "format-office": ("docx", b"x"),
    "format-commands": ("rtf", b"x"),
    "format-binary": ("doc", b"x"),
    "format-archive": ("zip", b"x"),
    "format-unknown": ("xyz", b"x"),
    "binary": ("txt", b"\x89PNG\r\n" + bytes(range(256))),
    "encoding": ("txt", bytes(range(32)) * 50),
    "mhtml-parts": ("mhtml", b"\n--b" * 10_001),
    "mhtml-holders": ("mhtml", _PARTS * 40),
    "mhtml-no-page": ("mhtml", b"Subject: x\n\nx"),
    "toml-long": ("md", b"+++\n" + b"#" * 20_001 + b"\n+++\n" + _PAGE),
    "toml": ("md", b"+++\ntitle = \n+++\n" + _PAGE),
    "yaml-open": ("md", b"---\ntitle: [a\n---\n" + _PAGE),
    "no-article": ("html", "<p>الرئيسية</p><p>أخبار</p>".encode()),
    "no-article-in-text": ("txt", "الرئيسية\nأخبار".encode()),
}
"""What a seed of each cause is: the ending of its name, and its bytes."""
CORRECTIONS = {
    "correction-empty": "",
    "correction-date": "published: {date: أمس, reason: x}\n",
    "correction-unseen": "source: '...'\n",
    "yaml-directive": "%TAG ! x\n---\na: b\n",
    "yaml-documents": "title: b\n---\ntitle: c\n",
    "yaml-alias": "title: &x d\n",
    "yaml-deep": "[" * 21 + "]" * 21,
    "yaml-tag": "title: !thing x\n",
    "yaml-key": "? [a]\n: b\n",
    "yaml-twice": "title: b\ntitle: c\n",
    "yaml-character": "title: \x07\n",
    "yaml-syntax": "title: b: c\n",
    "schema-key": "headlin: x\n",
    "schema-word": "keep:\n- {line: x, as: عنوان}\n",
    "schema-missing": "published: {date: '2022'}\n",
    "schema-type": "title: [a]\n",
    "schema-short": "title: ''\n",
    "schema-long": f"title: {'a' * 5_001}\n",
    "schema-many": "drop:\n" + "- x\n" * 2_001,
    "schema-pattern": "url: x\n",
    "schema": "tags: {add: [x, x]}\n",
}
VOCABULARIES = {
    "vocabulary-hidden": _NAMES % ("b", '"سالم\\u200b ناصر"', "Salem"),
    "entry-unseen": _NAMES % ("b", "'...'", "Salem"),
    "entry-not-arabic": _NAMES % ("b", "Salem", "Salem"),
    "entry-not-english": _NAMES % ("b", "سالم ناصر", "سالم"),
    "id-taken": _NAMES % ("a", "سالم ناصر", "Salem"),
    "name-taken": _NAMES % ("b", "عادل سعيد", "Salem"),
    "english-taken": _NAMES % ("b", "سالم ناصر", "Adel"),
    "iptc-taken": _TOPICS % "iptc: 'medtop:20000001'",
    "broader-unknown": _TOPICS % "broader: [nowhere]",
    "broader-circle": _TOPICS % "broader: [a]",
    "broader-long": _MANY,
}
MEMORIES = {
    "memory-name": GOOD,
    "memory-start": "",
    "memory-article": "segments: []\n",
    "memory-list": "article: a\nsegments: 1\n",
    "memory-segment": "article: a\nsegments:\n- one\n",
    "memory-key": GOOD.replace("  by:", "  author:"),
    "memory-text": GOOD.replace("by: Mona", "by: 12"),
    "memory-no-arabic": GOOD.replace(f"'{AR}'", "''"),
    "memory-no-english": GOOD.replace("'The minister has arrived in the city'", "''"),
    "memory-id": GOOD.replace(ID, "0123456789ab"),
    "memory-state": GOOD.replace("state: human", "state: finished"),
    "memory-no-state": GOOD.replace("  state: human\n", ""),
    "memory-accept": GOOD + "  accept: [grammar]\n",
    "memory-twice": GOOD + GOOD.split("\n", 2)[2],
    "memory-conflict": GOOD.replace("  by", "||||||| 1234567\n  by"),
    "memory-cut": GOOD.replace("by: Mona", "by: Mona # a friend"),
}
SAID = {
    "colon": "a: b: c",
    "no-colon": "a: 1\nb\nc: 2",
    "no-key": "a: 'b' c",
    "no-value": "a: ,x",
    "no-item": "- a\nb: c",
    "no-bracket": "a: [b",
    "no-brace": "a: {b",
    "no-quote": 'a: "x',
    "no-quote-here": 'a: "x\n---\n',
    "no-name": "a: & b",
    "sign": "a: @x",
    "list": "a: - b",
    "escape": 'a: "\\q"',
    "behind": "[a]\nb: c",
}
"""YAML of which the parser says each of its sayings."""
TYPES = {"string", "array", "object", "number", "integer", "boolean"}
SYSTEM = {"link", "not-plain", "no-permission", "folder", "gone", "first-byte", "next-byte"}
ELSEWHERE = {
    "html-broken",
    "html-deep",
    "html-tags",
    "html-attributes",
    "folder-closed",
    "unread",
    "internal",
}
ELSEWHERE |= {"yaml-large", "yaml-values", "yaml-unread", "yaml-encoding", "no-file", "folder-inside"}
"""Causes that no small file has; the words of all are looked at."""
PAIRED = {"link", "identifier-taken", "correction-gone", "translation-gone"}
"""Causes of more than one file's text."""
AFFIXES = {"with-where", "with-column", "with-advice"}


def write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def of_vocabulary(folder: Path, code: str) -> FileError:
    """What is wrong with a vocabulary of one file."""
    write(folder / f"{code}.yml", VOCABULARIES[code].encode())
    vocabulary, faults = read_vocabulary(folder)
    return file_error(faults[0], "") if faults else vocabulary.notes[0]


@pytest.fixture(scope="module")
def errors(tmp_path_factory: pytest.TempPathFactory) -> list[FileError]:
    """The errors of a project with a file of nearly every cause, called after it."""
    root = tmp_path_factory.mktemp("caused")
    for code, (ending, data) in SEEDS.items():
        write(root / "seeds" / f"{code}.{ending}", data)
    for code, text in CORRECTIONS.items():
        write(root / "seeds" / f"{code}.txt", _PAGE)
        write(root / "content" / "corrections" / f"{code}.yml", text.encode())
    for code, text in MEMORIES.items():
        write(root / "content" / "translations" / "en" / f"{code}.yml", text.encode())
    write(root / "content" / "corrections" / "correction-gone.yml", b"title: x\n")
    write(root / "content" / "translations" / "en" / "translation-gone.yml", b"article: translation-gone\n")
    for ending in ("txt", "html"):
        write(root / "seeds" / f"identifier-taken.{ending}", _PAGE)
    (root / "seeds" / "link.txt").symlink_to(root / "seeds" / "empty.txt")
    limits = Limits(file_bytes=50_000, characters=5_000, lines=50, line_characters=1_000)
    project = Project(root, Options(limits=limits))
    found = [*project.read().errors, *project.strays]
    called = [error for error in found if Path(error.file).stem not in MEMORIES or "gone" not in error.code]
    return [*called, *(of_vocabulary(root / code, code) for code in VOCABULARIES)]


def sample(code: str) -> FileError:
    """An error of a cause with some value for each that its words name."""
    named = set(re.findall(r"\{(\w+)\}", cause_words(code, {}, "en")))
    return caused(FileError, code, file="seeds/a.txt", **dict.fromkeys(sorted(named), "x-1"))


def cells(errors: list[FileError], language: Language) -> list[html.HtmlElement]:
    """What the editors' page says of each."""
    page = dict(render_pages(Digest((), (), {}, {}, tuple(errors))))[f"{language}/editors.md"]
    rows = html.fromstring(f'<div lang="{language}">{page}</div>').iterfind(".//tbody/tr")
    return [row[1] for row in rows]


def own_words(cell: html.HtmlElement) -> str:
    """The words of a cell that are in the page's language and no file's."""
    foreign = "ancestor-or-self::*[self::span[@lang] or self::bdi[@dir='ltr']]"
    return "".join(cell.xpath(f".//text()[not(parent::*[{foreign}])]"))


def test_each_file_has_the_cause_it_is_called_after(errors: list[FileError]) -> None:
    assert {Path(error.file).stem: error.code for error in errors} == {
        Path(error.file).stem: Path(error.file).stem for error in errors
    }
    made = {*SEEDS, *CORRECTIONS, *MEMORIES, *VOCABULARIES, *PAIRED}
    assert {error.code for error in errors} == made
    words = {key for key in default_rules().table("strings") if key.startswith("cause.")}
    assert words == {f"cause.{code}" for code in made | ELSEWHERE | AFFIXES}


def test_the_page_says_it_in_its_language(errors: list[FileError]) -> None:
    told = [*errors, *map(sample, sorted(ELSEWHERE))]
    assert [cell.text_content() for cell in cells(told, "en")] == [error.message for error in told]
    for error, cell in zip(told, cells(told, "ar"), strict=True):
        words = own_words(cell)
        assert re.match("[«\u0621-\u064a]", words), error.code
        assert not re.search("[A-Za-z{}]", words), (error.code, words)
        assert not re.search("[a-z]{3} [a-z]{3}", words), error.code


def test_the_english_below_the_rules_is_that_of_the_rules() -> None:
    strings = default_rules().table("strings")
    assert {code: strings[f"cause.{code}"]["en"] for code in WORDS} == WORDS


@pytest.mark.parametrize("saying", SAID)
def test_what_the_parser_says_is_known_in_arabic(saying: str) -> None:
    with pytest.raises(DigestError) as caught:
        parse_yaml(SAID[saying], "a.yml")
    words = default_rules().table("strings")[f"said.{saying}"]
    assert caught.value.values["problem"] == words["en"]
    assert in_arabic(words["en"]) == words["ar"]
    error = file_error(caught.value, "")
    assert words["en"] in cells([error], "en")[0].text_content()
    [cell] = cells([error], "ar")
    assert words["ar"] in cell.text_content()
    assert not cell.xpath(".//*[@lang='en'][contains(., ' ')]")


def test_all_sayings_are_looked_at(tmp_path: Path) -> None:
    strings = default_rules().table("strings")
    assert {key for key in strings if key.startswith("said.")} == {
        f"said.{name}" for name in {*SAID, *SYSTEM, *TYPES}
    }
    (tmp_path / "link").symlink_to(tmp_path / "none")
    os.mkfifo(tmp_path / "pipe")
    for name, path in (("link", "link"), ("not-plain", "pipe"), ("gone", "none")):
        with pytest.raises(DigestError) as caught:
            load_bytes(tmp_path / path, "a.yml")
        assert caught.value.values["reason"] == strings[f"said.{name}"]["en"]
    for name, number in (("no-permission", errno.EACCES), ("folder", errno.EISDIR)):
        assert os.strerror(number) == strings[f"said.{name}"]["en"]
    for name, data in (("first-byte", b"\xff"), ("next-byte", b"\xd8a")):
        with pytest.raises(DigestError) as caught:
            decode_text(data, "a.yml")
        assert caught.value.values["reason"] == strings[f"said.{name}"]["en"]


def test_a_place_and_a_line_of_a_file_run_from_left_to_right() -> None:
    taken = caused(FileError, "identifier-taken", file="seeds/a.txt", place="seeds/خبر/a.md")
    broken = caused(FileError, "yaml-syntax", file="a.yml", problem="x", advice="ar: 'خبر'", column="5")
    shown = [cell.xpath("string(.//bdi[@dir='ltr'])") for cell in cells([taken, broken], "ar")]
    assert shown == ["seeds/خبر/a.md", "ar: 'خبر'"]


def test_a_cause_without_words_is_in_english_and_marked() -> None:
    error = FileError("seeds/a.txt", "fails for «خبر»")
    [cell] = cells([error], "ar")
    assert [(one.get("lang"), one.get("dir")) for one in cell.iterfind("span")] == [("en", "ltr")]
    assert cell.text_content() == cells([error], "en")[0].text_content() == error.message


def test_what_a_file_says_is_shown_as_it_is() -> None:
    error = caused(FileError, "yaml-twice", file="a.yml", key="<b>{key}\nseeds/b.txt: {}")
    assert error.message == "the key '<b>{key} seeds/b.txt: {}' stands twice; remove one of the two"
    assert "<b>{key} seeds/b.txt: {}" in cells([error], "ar")[0].text_content()


def test_an_error_keeps_its_cause_between_processes_and_builds() -> None:
    error = caused(SeedError, "many-lines", file="seeds/a.txt", count=60_000, most=20_000)
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.code, again.values) == (str(error), "many-lines", error.values)
    assert error.values == {"count": "60,000", "most": "20,000"}
    kept = file_error(again, "")
    assert unpack(pack(kept)) == kept
    assert hash(kept)


def test_what_an_error_quotes_is_cut_in_the_middle() -> None:
    error = caused(SeedError, "yaml-twice", file="seeds/a.txt", key="ا" * 5_000 + "{")
    assert len(error.values["key"]) < 900
    assert len(error.message) < 900
