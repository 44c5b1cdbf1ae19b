"""What an editor should know of a seed is said on the editors' page in its language, elsewhere in English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from digest.errors import RulesError
from digest.model import Digest, SeedWarning
from digest.pipeline import Options, Project, build_digest
from digest.render import render_pages
from digest.rules import default_rules
from digest.seeds import Limits
from digest.wording.strings import LANGUAGES, Language
from digest.wording.warnings import warning_in_words
from tests.pages import ARTICLE, BODY, HEADLINE

_ENGLISH = (
    "The minister opened the fair in the capital on Sunday, with a hundred publishers taking part.\n" * 3
)
_OTHER = "\n\n".join(
    f"{one} الذي كان مع {two} في المساء هو {three} الذي ليس من هناك ولا من هنا حتى الآن."
    for one, two, three in (
        ("الصياد", "السمك", "البحر"),
        ("السمك", "البحر", "الصياد"),
        ("البحر", "الصياد", "السمك"),
    )
)
SEEDS = {
    "no-such-date.txt": f"{ARTICLE}\nوافتتح الوزير المعرض السابق في 31 فبراير 2020 في العاصمة.\n",
    "wrong-weekday.txt": f"{ARTICLE}\nوافتتح الوزير المعرض السابق الخميس 17 مايو 2024 في العاصمة.\n",
    "range-reversed.txt": f"{ARTICLE}\nويستمر المعرض من 5 مايو 2024 إلى 3 مايو 2023 في العاصمة.\n",
    "title.md": f"---\ntitle: The fair opens\n---\n{ARTICLE}",
    "day.md": f"---\ndate: الأسبوع الماضي\n---\n{ARTICLE}",
    "two-readings.md": f"---\ndate: 12/05/2024\n---\n{ARTICLE}",
    "markup.html": (
        '<meta property="article:published_time" content="2020-05-12">'
        f"<h1>{HEADLINE}</h1><p>17 مايو 2024</p>" + "".join(f"<p>{line}</p>" for line in BODY)
    ),
    "another.txt": "\n\n".join(
        (HEADLINE, *BODY, "هكذا يولد الفجر خلف التلال البعيدة حين يصمت الجميع", _OTHER)
    ),
    "flash.txt": "الحكومة تستقيل\n\nاستقالت الحكومة اليوم الأحد.\n",
    "english.txt": f"{HEADLINE}\n{BODY[0]}\n{_ENGLISH}",
    "corrected.txt": ARTICLE,
    "edited.txt": f"{ARTICLE}\nبند قصير\n",
    "names.txt": f"{ARTICLE}\nوقال وزير التعليم خالد حمدان إن مدير المكتبة عادل سليمان يشارك في المعرض.\n",
    "slug.txt": ARTICLE,
    "reserved.txt": ARTICLE,
}
CORRECTIONS = {
    "corrected": (
        'title: "عنوان\\u200b آخر"\n'
        "keep: [سطر ليس في الصفحة]\ndrop: ['No such line']\n"
        "tags: {add: [nothing-known], remove: [nobody]}\n"
    ),
    "edited": (
        f"title: عنوان\nkeep:\n- {{line: '{HEADLINE}', as: headline}}\n"
        f"- {{line: بند قصير, as: stated-date}}\n- '{BODY[1]}'\ndrop: ['{BODY[1]}']\n"
    ),
    "slug": "slug: flash\n",
    "reserved": "slug: index\n",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("warned")
    corrections = folder / "content" / "corrections"
    corrections.mkdir(parents=True)
    (folder / "seeds").mkdir()
    for name, text in SEEDS.items():
        (folder / "seeds" / name).write_text(text, "utf-8")
    for name, text in CORRECTIONS.items():
        (corrections / f"{name}.yml").write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def digests(root: Path) -> tuple[Digest, Digest]:
    """As the seeds are read, and with the least limits that may be set."""
    return build_digest(root), build_digest(root, Options(limits=Limits(names=1, dates=1)))


def warnings_of(digest: Digest) -> list[SeedWarning]:
    return [warning for article in digest.articles for warning in article.warnings]


def table(digest: Digest, language: Language) -> list[html.HtmlElement]:
    """The cells of the editors' page that say what is warned of."""
    page = dict(render_pages(digest))[f"{language}/editors.md"]
    part = page.partition("{: #warnings }")[2]
    rows = html.fromstring(f'<div lang="{language}">{part}</div>').iterfind(".//tbody/tr")
    return [row[1] for row in rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_is_said_in_the_language_of_the_page(digests: tuple[Digest, Digest], language: Language) -> None:
    for digest in digests:
        cells = table(digest, language)
        assert [cell.text_content() for cell in cells] == [
            warning_in_words(warning, language) for warning in warnings_of(digest)
        ]
        for cell in cells:
            own = "".join(_texts_in(cell, language))
            assert re.match("[\u0621-\u064a]" if language == "ar" else "[a-z`]", own.strip()), own
            assert language == "ar" or not re.search("[\u0600-\u06ff]", own)


def _texts_in(cell: html.HtmlElement, language: str) -> list[str]:
    """The texts of a cell that are in a language, as its markup has it."""
    return [
        text
        for text in cell.xpath(".//text()")
        if text.getparent().xpath("string((ancestor-or-self::*/@lang)[last()])") in ("", language)
    ]


def test_what_is_named_in_the_other_language_is_marked(digests: tuple[Digest, Digest]) -> None:
    [arabic] = [cell for cell in table(digests[0], "en") if "سطر" in cell.text_content()]
    assert [(one.get("lang"), one.get("dir"), one.text_content()) for one in arabic.iter("span")] == [
        ("ar", "rtl", "سطر ليس في الصفحة")
    ]
    [english] = [cell for cell in table(digests[0], "ar") if "No such line" in cell.text_content()]
    assert ("en", "ltr", "No such line") in [
        (one.get("lang"), one.get("dir"), one.text_content()) for one in english.iter("span")
    ]


def test_every_latin_name_is_marked_on_the_arabic_page_and_no_figure_is(
    digests: tuple[Digest, Digest],
) -> None:
    for cell in (cell for digest in digests for cell in table(digest, "ar")):
        assert not re.search("[A-Za-z]", "".join(_texts_in(cell, "ar"))), cell.text_content()
        foreign = [one.text_content() for one in cell.iterfind(".//span[@lang='en']")]
        assert all(re.search("[A-Za-z]", words) for words in foreign), foreign


def test_every_warning_has_words_and_all_words_have_a_warning(
    root: Path, digests: tuple[Digest, Digest]
) -> None:
    broken = root / "content" / "corrections" / "title.yml"
    broken.write_text("title: [\n", "utf-8")
    [fault] = [
        w for w in Project(root).read_one(root / "seeds" / "title.md").warnings if w.file.endswith(".yml")
    ]
    broken.unlink()
    assert warning_in_words(fault).startswith("not valid YAML")
    found = {warning.code for digest in digests for warning in warnings_of(digest)} | {fault.code}
    words = {key for key in default_rules().table("strings") if key.startswith("warning.")}
    assert {f"warning.{code}" for code in found} == words


def test_what_a_warning_names_stays_on_its_line() -> None:
    warning = SeedWarning("correction-adds-nothing", "a.yml", values={"id": "x\nerror    seeds/b.txt"})
    assert (
        warning_in_words(warning)
        == "`tags.add`: the vocabulary has no 'x error seeds/b.txt'; remove or mend it"
    )


def test_a_code_without_words_is_an_error() -> None:
    with pytest.raises(RulesError, match=r"warning\.unheard-of"):
        warning_in_words(SeedWarning("unheard-of", "a.txt"))
