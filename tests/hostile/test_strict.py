"""What a strict reader found: small inputs that took minutes, hid text or took a place."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from digest.errors import DigestError, SeedError, TranslationError
from digest.model import SeedMetadata
from digest.pipeline import build_article, build_digest
from digest.render import render_pages
from digest.seeds import seed_from_bytes
from digest.text import segment_id
from digest.translate.checks import check_pair
from digest.translate.memory import parse_memory, read_memory
from digest.vocabulary import Vocabulary
from digest.yamlfile import dump_yaml, parse_yaml
from tests.hostile.made import BODY, small_project
from tests.hostile.payloads import HIDDEN
from tests.site.project import build

_TEXT = BODY.format(number=1)


def metadata(matter: str) -> SeedMetadata:
    """What a Markdown page states by some front matter."""
    return seed_from_bytes(f"---\n{matter}\n---\n{_TEXT}".encode(), "x.md").metadata


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: لافروف: لا نقبل", "لافروف: لا نقبل"),
        ("title:  a: b: c  ", "a: b: c"),
        ("title: it's: so", "it's: so"),
        ("title: a: b # c", "a: b # c"),
        ("title: a:\tb", "a:\tb"),
        ("title: 'a: b'", "a: b"),
    ],
)
def test_a_colon_in_a_value_is_text(line: str, title: str) -> None:
    if "#" in line:
        with pytest.raises(SeedError, match=r"x\.md:2"):
            metadata(line)
    else:
        assert (metadata(line).title or "").split() == title.split()


def test_many_colons_and_many_blanks() -> None:
    begin = time.process_time()
    assert (metadata("title: " + "b: " * 300 + " " * 40_000 + "x").title or "").startswith("b: b: b:")
    assert time.process_time() - begin < 1


_TAGS = "".join(f"%TAG !a{number}! x\n" for number in range(60_000))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (_TAGS + "---\na: b\n", 1),
        ("a: b\n" + _TAGS, 2),
        ("a: b\n...\n" + _TAGS, 3),
        ("# x\r%YAML 1.1\r---\ra: b", 2),
        ("a: [b,\n%c]", 2),
        ("%", 1),
    ],
)
def test_directives_are_refused_at_the_first(text: str, line: int) -> None:
    begin = time.process_time()
    with pytest.raises(DigestError, match="directives") as caught:
        parse_yaml(text, "x.yml")
    assert (caught.value.file, caught.value.line) == ("x.yml", line)
    assert time.process_time() - begin < 1


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: |\n %TAG ! x\n", "%TAG ! x\n"),
        ("a: 'b\n%TAG ! x\n%'", "b %TAG ! x %"),
        ('a: "b\n%\\\n  c"', "b %c"),
        ("a: [b\n%c]", ["b %c"]),
        ("a: b %c", "b %c"),
        ("a: 'b" + "\n%TAG" * 60_000 + "'", "b" + " %TAG" * 60_000),
    ],
)
def test_a_percent_sign_in_text_is_text(text: str, value: object) -> None:
    begin = time.process_time()
    assert parse_yaml(text, "x.yml").data == {"a": value}
    assert time.process_time() - begin < 1


def nested(levels: int, lines: int) -> bytes:
    """A web archive whose page stands in parts of parts, some lines of text behind it."""
    head = "MIME-Version: 1.0\r\n"
    for level in range(levels):
        head += f"Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n"
    page = f"<html><body><p>{_TEXT}</p>" + "x\r\n" * lines
    return f"{head}Content-Type: text/html; charset=utf-8\r\n\r\n{page}".encode()


def test_parts_of_parts_of_parts() -> None:
    assert "لافروف" in seed_from_bytes(nested(5, 100), "x.mhtml").text
    begin = time.process_time()
    with pytest.raises(SeedError, match="more than 30 parts that hold parts"):
        seed_from_bytes(nested(900, 100_000), "x.mhtml")
    assert time.process_time() - begin < 1


@pytest.mark.parametrize("line", ["#ا" * 60 + " س", "وقال الوزير ذلك. " + "http://a" * 24 + " س"])
def test_lines_that_could_be_parted_in_many_ways(line: str) -> None:
    begin = time.process_time()
    article = build_article(seed_from_bytes(f"{_TEXT}\n{line}\n\n{_TEXT}".encode(), "x.txt"), Vocabulary({}))
    assert article.findings.sentences
    assert time.process_time() - begin < 3


def test_a_pair_of_many_stops() -> None:
    begin = time.process_time()
    assert check_pair("جملة" + "." * 20_000 + "س", "A sentence" + "." * 20_000 + "s") == ()
    assert time.process_time() - begin < 1


def shown(body: str) -> list[str]:
    """The lines of a web page with an article and some markup behind it."""
    page = f"<html><body><article><p>{_TEXT}</p>{body}</article></body></html>"
    return seed_from_bytes(page.encode(), "x.html").text.split("\n")[1:]


@pytest.mark.parametrize(
    "tag", ["embed src=x", "embed hidden", "source src=x", "track", "wbr", "param", "keygen"]
)
@pytest.mark.parametrize("times", [1, 600])
def test_what_stands_behind_an_element_that_holds_nothing(tag: str, times: int) -> None:
    assert "وأضاف" in shown(f"<{tag}>" * times + "<p>وأضاف الوزير</p><p>وختم</p>")[-2]
    assert shown(f"<p>قبل</p><video><{tag}>لا يرى</video><p>بعد</p>") == ["قبل", "بعد"]


@pytest.mark.parametrize(
    "body",
    [
        "<map name=x><p>نص يرى</p></map>",
        "<object data=x><p>نص يرى</p></object>",
        "<svg><title>لا</title><defs><text>لا</text></defs><text>نص <tspan>يرى</tspan></text></svg>",
        "<svg><path d=x>لا<p>نص يرى</p></svg>",
        "<svg><foreignObject><div>نص يرى</div></foreignObject></svg>",
        *(f"<input type={kind} value='نص يرى'>" for kind in ("submit", "BUTTON", "reset")),
        *(
            f'<p style="{style}">نص يرى</p>'
            for style in (
                "--x-display:none",
                "background:url(;display:none;)",
                "content:';display:none;'",
                "/*display:none;*/color:red",
                "display:none;display:block",
                "display:nonesuch",
            )
        ),
    ],
)
def test_what_a_browser_shows_is_there(body: str) -> None:
    assert shown(body) == ["نص يرى"]


@pytest.mark.parametrize(
    "style",
    ["display:none", "DISPLAY : None ", "display:none!important;display:block", "color:red;display:none;"],
)
def test_what_a_browser_hides_is_not(style: str) -> None:
    assert shown(f'<p style="{style}">لا</p><p hidden>لا</p><input value="لا"><p>نعم</p>') == ["نعم"]


def test_attributes_are_counted_in_all() -> None:
    tag = "<p " + " ".join(f"a{number}=1" for number in range(240)) + ">x</p>"
    seed_from_bytes(f"<html><body><p>{_TEXT}</p>{tag * 600}".encode(), "x.html")
    with pytest.raises(SeedError, match="150,000 in all"):
        seed_from_bytes(f"<html><body><p>{_TEXT}</p>{tag * 650}".encode(), "x.html")


@pytest.mark.parametrize(
    "text",
    [
        f"article: {'x' * 9000}\nsegments: []\n",
        f"article: a\n{'x' * 900}: []\n",
        f"article: a\nsegments:\n- id: '{'1' * 9000}'\n  ar: 'جملة'\n  en: ''\n  state: missing\n",
        f"article: a\nsegments:\n- {{ar: x, accept: ['{'x' * 9000}']}}\n",
    ],
)
def test_an_error_is_shorter_than_what_it_quotes(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.yml"
    path.write_text(text, "utf-8")
    with pytest.raises(DigestError) as caught:
        read_memory(path)
    assert len(caught.value.message) < 900
    assert caught.value.message[-1] in ").e"


@pytest.mark.parametrize(
    ("wins", "loses"),
    [
        ("a.txt", "A.txt"),
        ("a.html", "A.txt"),
        ("a.txt", "a.TXT"),
        ("a.TXT", "a.html"),
        ("sub-a.txt", "sub/a.txt"),
        ("Sub-a.txt", "sub/a.txt"),
        ("sub a.txt", "sub/a.txt"),
        ("sub/a.txt", "Sub/a.txt"),
        ("sub b/a.txt", "sub/b/a.txt"),
        ("\u00e9.txt", "e\u0301.txt"),
    ],
)
def test_the_plainest_name_has_the_identifier(tmp_path: Path, wins: str, loses: str) -> None:
    project = small_project(tmp_path / "project", 0)
    for number, name in enumerate((loses, wins)):
        (project / "seeds" / name).parent.mkdir(exist_ok=True, parents=True)
        (project / "seeds" / name).write_text(_TEXT.replace("رقم 1", f"رقم {number}"), "utf-8")
    digest = build_digest(project)
    assert [article.seed.name for article in digest.articles] == [wins]
    [error] = digest.errors
    assert error.file == f"seeds/{loses}"
    assert f"seeds/{wins}, which is published instead" in error.message


_HIDE = "\u202e\u200b\u2066\u3164\U000e0041\x02"
_HIDDEN = re.compile(
    "[" + "".join(map(chr, {*HIDDEN} - {0x2068, 0x2069})) + "\x02]|" + r"\\u(?:20[0-6]|feff|3164|0002)"
)


def test_nothing_hidden_is_in_any_file(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", 2, site=True)
    content, seeds = project / "content", project / "seeds"
    (seeds / f"{_HIDE}zq{_HIDE}.txt").write_text(_TEXT, "utf-8")
    linked = f'<link rel="canonical" href="https://example.org/{_HIDE}">'
    (seeds / "zp.html").write_text(f"<html><head>{linked}</head><body><p>{_TEXT}</p></body>", "utf-8")
    said = {key: f"كلمة {_HIDE} {key}" for key in ("title", "source", "byline")}
    said["url"] = f"https://example.org/{_HIDE}x"
    text = dump_yaml({**said, "tags": {"add": ["zv", f"zv{_HIDE}"]}})
    (content / "corrections" / "plain-0000.yml").write_text(text, "utf-8")
    entry = {
        "id": "zv",
        "ar": f"القاهرة {_HIDE} س",
        "en": f"Cairo {_HIDE} x",
        "ar_variants": [f"وزير{_HIDE}"],
    }
    entry["description"] = {"ar": f"وصف {_HIDE}", "en": f"About {_HIDE}"}
    (content / "vocabulary" / "v.yml").write_text(dump_yaml({"kind": "place", "entries": [entry]}), "utf-8")
    memory = {"id": segment_id("كلمة title"), "ar": "كلمة title", "en": f"Word {_HIDE}", "state": "human"}
    text = dump_yaml({"article": "plain-0000", "segments": [{**memory, "note": f"n {_HIDE}"}]})
    (content / "translations" / "en" / "plain-0000.yml").write_text(text, "utf-8")
    run = build(project, "--verbose")
    assert run.returncode == 0, run.stdout
    assert "content/vocabulary/v.yml:4: holds characters that nobody sees" in run.stdout
    files = [path for path in (project / "site").rglob("*") if path.is_file()]
    assert [path for path in files if _HIDDEN.search(path.name)] == []
    texts = {
        path: path.read_text("utf-8") for path in files if path.suffix in _TEXTS and path.name != "words.json"
    }
    found = {str(path): match for path, text in texts.items() if (match := _HIDDEN.search(text))}
    assert found == {}
    [article] = [article for article in build_digest(project).articles if article.id == "plain-0000"]
    warned = [(w.file, w.line) for w in article.warnings if w.code == "correction-hidden"]
    assert warned == [("content/corrections/plain-0000.yml", line) for line in (1, 2, 3, 4, 8)]


_TEXTS = {".html", ".json", ".xml", ".md", ".rss", ".atom", ".bib", ".ris", ".ics", ".csv"}


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"k{number}: 1\n" for number in range(900_000)),
        "a: [" + "1," * 900_000 + "]",
        "- {}\n" * 900_000,
    ],
)
def test_values_are_counted_while_they_are_read(text: str) -> None:
    begin = time.process_time()
    with pytest.raises(DigestError, match="more than 200,000 values"):
        parse_yaml(text, "x.yml")
    assert time.process_time() - begin < 3


def test_lines_of_translations_are_counted_too() -> None:
    lines = "".join(f"- id: x{number}\n" for number in range(300_000))
    with pytest.raises(TranslationError, match="more than 200,000 values") as caught:
        parse_memory(f"article: a\nsegments:\n{lines}", "a.yml")
    assert caught.value.line is not None


def test_pages_of_many_short_sentences(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", 0)
    vocabulary = "kind: place\nentries:\n- {id: beijing, ar: بكين, en: Beijing}\n"
    (project / "content" / "vocabulary" / "v.yml").write_text(vocabulary, "utf-8")
    (project / "seeds" / "x.html").write_text("<html><body>" + "<p>زار بوتين بكين.</p>" * 8_000, "utf-8")
    digest = build_digest(project)
    begin = time.process_time()
    pages = dict(render_pages(digest))
    assert time.process_time() - begin < 4
    [page] = [text for path, text in pages.items() if path.startswith("en/articles/")]
    assert page.count("Beijing") > 8_000
