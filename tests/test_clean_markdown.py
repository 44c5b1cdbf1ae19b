"""Markdown: what an author's marks say of a line is believed, and no mark stands in the article's text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from digest import build_article
from digest.clean import clean_seed
from digest.extract import extract_fields
from digest.model import Digest, Document, LineKind
from digest.render import render_article
from digest.seeds import seed_from_bytes
from digest.vocabulary import Vocabulary
from tests.leftout import unaccounted
from tests.pages import BODY, HEADLINE, body, kinds

ITEMS = ("قاعة الأطفال", "قاعة المخطوطات", "قاعة الندوات")
SECTION = "القاعات الجديدة"


def markdown(*blocks: str, title: str | None = HEADLINE) -> Document:
    text = "\n\n".join((*((f"# {title}",) if title else ()), *blocks))
    return clean_seed(seed_from_bytes(text.encode(), "a.md"))


def points(document: Document) -> list[tuple[int | None, str]]:
    parts = (part for part in document.paragraphs if part.point is not None)
    return [(part.point, document.text[part.span.start : part.span.end]) for part in parts]


@pytest.mark.parametrize("mark", ["-", "*", "+"])
@pytest.mark.parametrize("below", [(), BODY[2:]])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_heading_above_a_list_and_its_items_are_kept(mark: str, below: tuple[str, ...], gap: str) -> None:
    items = "\n".join(f"{mark} {item}" for item in ITEMS)
    document = markdown(*BODY[:2], f"## {SECTION}{gap}{items}", *below)
    assert kinds(document)[SECTION] == "subhead"
    assert points(document) == [(0, item) for item in ITEMS]
    assert body(document) == [*BODY[:2], *ITEMS, *below]


def test_a_short_heading_right_below_the_headline_is_a_subhead() -> None:
    document = markdown(f"## {SECTION}", *BODY)
    assert kinds(document)[SECTION] == "subhead"
    assert body(document) == list(BODY)


def test_items_of_a_numbered_list_have_its_numbers() -> None:
    document = markdown(*BODY[:2], "3. قاعة الأطفال\n4. 12 ندوة\n٥) معرض للصور", *BODY[2:])
    assert points(document) == [(3, "قاعة الأطفال"), (4, "12 ندوة"), (5, "معرض للصور")]


@pytest.mark.parametrize("heading", ["المصادر", "رياضة", "فيديو", "ما الجديد في المعرض؟", "الطقس", "تصوير"])
def test_a_heading_is_one_whatever_its_words_are_like(heading: str) -> None:
    document = markdown(*BODY[:2], f"## {heading}", "- دور النشر\n- وزارة الثقافة")
    assert kinds(document)[heading] == "subhead"
    assert [text for _, text in points(document)] == ["دور النشر", "وزارة الثقافة"]


@pytest.mark.parametrize("heading", ["الشروط", "3. الخصوصية"])
def test_a_word_of_a_sites_terms_heads_what_an_article_tells(heading: str) -> None:
    table = "| القاعة | الزوار |\n|---|---|\n| الأطفال | 300 |"
    below = "وتفتح المكتبة على مرحلتين:\n\n1. مرحلة للطلاب.\n2. مرحلة للزوار."
    document = markdown(BODY[0], f"## {heading}", "- أن يكون الزائر طالبا.", f"## المبالغ\n\n{table}", below)
    assert kinds(document)[heading] == "subhead"
    assert body(document)[-3:] == ["وتفتح المكتبة على مرحلتين:", "مرحلة للطلاب.", "مرحلة للزوار."]
    assert kinds(markdown(*BODY, "## الشروط والأحكام", "- سياسة النشر"))["الشروط والأحكام"] == "form"


def test_a_list_above_the_text_is_of_it_and_no_headline() -> None:
    document = markdown("- الدخول بلا رسوم على الزوار\n- مئة دار نشر تشارك", *BODY)
    assert extract_fields(document).headline.text == HEADLINE
    assert body(document)[:2] == ["الدخول بلا رسوم على الزوار", "مئة دار نشر تشارك"]


def test_links_in_a_list_are_other_articles() -> None:
    links = "\n".join(f"- [{title}](https://e.example/{n})" for n, title in enumerate(ITEMS))
    document = markdown(*BODY, "## اقرأ أيضا", links)
    assert body(document) == list(BODY)
    assert not points(document)
    assert "- " not in " ".join(body(markdown(*BODY, links)))


@pytest.mark.parametrize("alt", ["صورة: وكالات", "تصوير سامي منصور", "زوار في قاعة المعرض", "الوزير (أرشيف)"])
@pytest.mark.parametrize("target", ["(a.jpg)", '(a.jpg "قاعة")'])
def test_a_picture_has_a_description_and_the_list_below_it_has_none(alt: str, target: str) -> None:
    document = markdown(*BODY[:2], f"![{alt}]{target}\n- {ITEMS[0]}\n- {ITEMS[1]}", *BODY[2:])
    found = kinds(document)
    assert found[alt] == "caption"
    assert found[ITEMS[0]] == found[ITEMS[1]] == "body"
    assert "](" not in document.text


@pytest.mark.parametrize("shown", ["![[a.jpg]]", "![[صور/قاعة.png|300]]", "![[فكرة أخرى#قسم]]"])
def test_what_a_notes_program_shows_of_a_file_is_no_text(shown: str) -> None:
    for blocks in ((shown, *BODY), (*BODY[:2], shown, *BODY[2:])):
        document = markdown(*blocks)
        assert body(document) == list(BODY)
        assert extract_fields(document).source is None
        assert "[[" not in document.text


def test_what_describes_a_file_that_a_notes_program_shows_is_a_caption() -> None:
    document = markdown(*BODY[:2], "![[a.jpg|زوار في قاعة المعرض]]", *BODY[2:])
    assert kinds(document)["زوار في قاعة المعرض"] == "caption"


@pytest.mark.parametrize(
    ("link", "words"),
    [("[[سامي منصور]]", "سامي منصور"), ("[[منصور#حياته|سامي منصور]]", "سامي منصور"), ("[[1]]", "[[1]]")],
)
def test_a_link_to_a_note_is_its_words(link: str, words: str) -> None:
    document = markdown(f"{BODY[0]} وحضره {link} مع الزوار.", *BODY[1:])
    assert body(document)[0] == f"{BODY[0]} وحضره {words} مع الزوار."


def test_a_list_of_links_inside_the_text_is_none_of_it() -> None:
    links = "- [افتتاح متحف للفنون](https://a.example/1)\n\n- [موسم جديد للمسرح](https://a.example/2)"
    document = markdown(*BODY[:2], links, *BODY[2:])
    assert body(document) == list(BODY)
    assert kinds(document)["- افتتاح متحف للفنون"] == kinds(document)["- موسم جديد للمسرح"] == "related"


def test_a_picture_in_a_link_is_one() -> None:
    document = markdown(*BODY[:2], "[![زوار في قاعة المعرض](a.jpg)](https://e.example)", *BODY[2:])
    assert [part.kind for part in document.paragraphs][2] is LineKind.CAPTION
    assert "](" not in document.text


def test_a_quotation_is_kept_as_it_is() -> None:
    document = markdown(*BODY[:2], "> الكتاب بيت لا يضيق بأهله\n> ولا يغلق بابه", *BODY[2:])
    assert body(document)[2:4] == ["الكتاب بيت لا يضيق بأهله", "ولا يغلق بابه"]


@pytest.mark.parametrize("box", ["[!quote]", "[!NOTE]-", "[!info]+"])
@pytest.mark.parametrize("title", ["", " قال الوزير في كلمته"])
def test_the_kind_of_a_box_is_no_text(box: str, title: str) -> None:
    document = markdown(*BODY[:2], f"> {box}{title}\n> {BODY[2]}", BODY[3])
    assert [line for line in body(document) if line != title.strip()] == list(BODY)
    assert not any("!" in line for line in kinds(document))


def test_a_table_has_no_strokes_around_its_rows() -> None:
    table = "| القاعة | المقاعد |\n|---|---|\n| الأطفال | مئتان |\n| الندوات | ألف |"
    document = markdown(*BODY[:2], table)
    assert body(document)[2:] == ["القاعة | المقاعد", "الأطفال | مئتان", "الندوات | ألف"]


def test_lines_that_are_like_lists_are_none() -> None:
    text = (
        "2024. كان عاما طويلا على دور النشر في العاصمة كلها.",
        "* * *",
        "- - -",
        "-بلا مسافة بعد العلامة هنا.",
    )
    assert not points(markdown(*BODY[:2], *text, *BODY[2:]))


def test_what_asks_readers_for_something_is_furniture_in_a_list_too() -> None:
    document = markdown(*BODY[:2], "- شارك على فيسبوك\n- اشترك في نشرتنا البريدية", *BODY[2:])
    assert body(document) == list(BODY)


LIST = f"<h2>{SECTION}</h2><ol><li>{ITEMS[0]}</li><li><p>{ITEMS[1]}</p></li></ol><ul><li>{ITEMS[2]}</li></ul>"


def test_items_of_a_web_page_are_items() -> None:
    article = f"<h1>{HEADLINE}</h1><p>{BODY[0]}</p><p>{BODY[1]}</p>{LIST}<p>{BODY[2]}</p>"
    page = f"<!doctype html><body><article>{article}</article></body>"
    document = clean_seed(seed_from_bytes(page.encode(), "a.html"))
    assert points(document) == [(1, ITEMS[0]), (2, ITEMS[1]), (0, ITEMS[2])]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_page_renders_lists(language: str) -> None:
    text = "\n\n".join(
        (f"# {HEADLINE}", BODY[0], "2. قاعة\n3. ندوة", "- كتاب\n- شعر", BODY[1], "- ختام المعرض")
    )
    article = build_article(seed_from_bytes(text.encode(), "a.md"), Vocabulary({}))
    page = render_article(article, Digest((article,), (), {}, {}), language)  # type: ignore[arg-type]
    lists = html.fromstring(f"<div>{page.split('{: #text }')[1]}</div>").xpath(
        "//*[contains(@class,'digest-list')]"
    )
    found = [(one.tag, [(item.get("value"), item.xpath("string(.//span)")) for item in one]) for one in lists]
    assert [(tag, [value for value, _ in items]) for tag, items in found] == [
        ("ol", ["2", "3"]),
        ("ul", [None, None]),
        ("ul", [None]),
    ]


WORDS = st.lists(
    st.sampled_from(("كتاب", "قاعة", "5", "الوزير", "صورة:", "رويترز", "شارك", "|", "2024")), min_size=1
)
MARKS = st.sampled_from(("- ", "* ", "1. ", "## ", "> ", "| ", "![", "# ", "", "- > ", "  - "))
LINES = st.lists(st.tuples(MARKS, WORDS), max_size=12)


@given(LINES)
@settings(max_examples=60, deadline=None)
def test_every_line_stands_once_and_spans_point_at_their_text(lines: list[tuple[str, list[str]]]) -> None:
    made = "\n".join(mark + " ".join(words) + ("](x.png)" if mark == "![" else "") for mark, words in lines)
    document = markdown(*BODY[:2], made, *BODY[2:])
    seed = document.seed
    lines_with_words = [number for number, line in enumerate(seed.text.split("\n"), start=1) if line.strip()]
    assert [line.number for line in document.lines] == lines_with_words
    for part in document.paragraphs:
        told = document.text[part.span.start : part.span.end]
        assert told == told.strip()
        assert part.point is None or not told.startswith(("- ", "* "))
    assert unaccounted(document, extract_fields(document)) == ""
