"""A headline and what stands below it: headings of two levels are two lines, whatever the gaps are like."""

from __future__ import annotations

import pytest

from digest.clean import clean_seed
from digest.extract import extract_fields
from digest.model import Extract, LineKind
from digest.seeds import seed_from_bytes
from tests.pages import BODY, clean, kinds

TITLE = "المجلس البلدي يقر مخطط توسعة حديقة النخيل"
DECK = "المرحلة الأولى خلال عام واحد"
TEXT = (
    "أقر المجلس البلدي مخطط توسعة حديقة النخيل، على أن تنفذ المرحلة الأولى خلال عام واحد كما قال رئيسه.",
    "وتشمل التوسعة زراعة ألف شجرة وإنشاء ممشى بطول كيلومترين ومواقف للزوار في الجهة الشمالية.",
)
SIGNED = '<div><a href="/writers/7">سامي منصور</a></div>'
HEADS = {
    "no title": "",
    "site": "<title>مرايا الساحل</title>",
    "the title": f"<title>{TITLE} - مرايا الساحل</title>",
    "another title": "<title>توسعة الحديقة في الواحة الجديدة | مرايا الساحل</title>",
}


def of_html(head: str, above: str) -> Extract:
    paragraphs = "".join(f"<p>{line}</p>" for line in TEXT)
    page = f"<html><head>{head}</head><body><div>{above}</div><div>{paragraphs}</div></body></html>"
    return extract_fields(clean_seed(seed_from_bytes(page.encode(), "a.html")))


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
@pytest.mark.parametrize("between", [SIGNED, "<figure><figcaption>نخيل الحديقة</figcaption></figure>"])
@pytest.mark.parametrize("low", ["h2", "h4"])
def test_headings_of_two_levels_are_headline_and_deck(head: str, between: str, low: str) -> None:
    found = of_html(head, f"<h1>{TITLE}</h1><{low}>{DECK}</{low}>{between}")
    assert (found.headline.text, found.deck and found.deck.text) == (TITLE, DECK)


def test_a_headline_of_the_second_level_has_a_deck_of_the_third() -> None:
    found = of_html("", f"<h2>{TITLE}</h2><h3>{DECK}</h3>{SIGNED}")
    assert (found.headline.text, found.deck and found.deck.text) == (TITLE, DECK)


@pytest.mark.parametrize("tag", ["p", "div"])
def test_what_is_no_heading_does_not_go_on_from_one(tag: str) -> None:
    assert of_html("", f"<h1>{TITLE}</h1><{tag}>{DECK}</{tag}>{SIGNED}").headline.text == TITLE


def test_a_headline_is_whole_that_is_all_of_the_title_which_the_markup_states() -> None:
    head = f'<meta property="og:title" content="{TITLE}">'
    assert of_html(head, f"<div>{TITLE}</div><div>{DECK}</div>{SIGNED}").headline.text == TITLE


def test_a_heading_right_above_the_text_is_no_deck() -> None:
    assert of_html("", f"<h1>{TITLE}</h1><h2>{DECK}</h2>").deck is None


@pytest.mark.parametrize("marks", [("# ", "## "), ("## ", "### ")])
def test_headings_of_markdown_of_two_levels_are_two_lines(marks: tuple[str, str]) -> None:
    lines = (f"{marks[0]}{TITLE}", f"{marks[1]}{DECK}")
    text = "\n".join(lines) + "\n\n" + "\n\n".join(TEXT)
    assert extract_fields(clean_seed(seed_from_bytes(text.encode(), "a.md"))).headline.text == TITLE


def test_lines_of_two_levels_are_no_wrapped_paragraph() -> None:
    wrapped = "<br>".join(TEXT[0][start : start + 50] for start in range(0, len(TEXT[0]), 50))
    page = f"<body><h1>{TITLE}</h1><h2>{DECK} وأخرى في العام القادم</h2><p>{wrapped}</p><p>{TEXT[1]}</p>"
    document = clean_seed(seed_from_bytes(page.encode(), "a.html"))
    assert kinds(document)[TITLE] == LineKind.HEADLINE.value
    assert extract_fields(document).headline.text == TITLE


@pytest.mark.parametrize(
    ("title", "deck"),
    [
        (
            "وزارة النقل تعلن تسيير خط حافلات جديد يربط ميناء المدينة بمطارها الدولي اعتبارا من الشهر القادم",
            "التذاكر مجانية للطلبة في الأيام الأولى",
        ),
        (
            "الوزير يفتتح المعرض الدولي للكتاب في العاصمة بمشاركة مئة دار نشر من عشرين دولة",
            "مليون كتاب معروض والدخول بلا رسوم على الزوار",
        ),
    ],
)
def test_a_headline_of_a_full_line_does_not_go_on_in_a_deck_below(title: str, deck: str) -> None:
    found = extract_fields(clean("\n".join((title, deck, "", "\n\n".join(BODY)))))
    assert found.headline.text == title


def test_a_heading_in_two_elements_of_one_level_is_one() -> None:
    found = of_html("", f"<h1>{TITLE} في</h1><h1>الواحة الجديدة</h1>{SIGNED}")
    assert found.headline.text == f"{TITLE} في الواحة الجديدة"


SHORT = "حديقة النخيل: صور"


@pytest.mark.parametrize("head", [f'<meta property="og:title" content="{SHORT}">', f"<title>{SHORT}</title>"])
def test_the_main_heading_is_the_headline_and_no_title_that_nobody_sees(head: str) -> None:
    assert of_html(head, f"<h1>{TITLE}</h1>{SIGNED}").headline.text == TITLE


@pytest.mark.parametrize(
    "above",
    [
        f"<h1>مرايا الساحل</h1><h2>{SHORT}</h2>",
        f"<h1>{TITLE}</h1><h1>{DECK}</h1><p>{SHORT}</p>",
        f"<div>{TITLE}</div>{SIGNED}",
    ],
)
def test_a_title_that_the_markup_states_is_the_headline_of_a_page_without_such_a_heading(above: str) -> None:
    assert of_html(f'<meta property="og:title" content="{SHORT}">', above).headline.text == SHORT


def test_a_title_of_front_matter_goes_before_a_main_heading() -> None:
    text = "\n\n".join((f"---\ntitle: {SHORT}\n---", f"# {TITLE}", *TEXT))
    assert extract_fields(clean_seed(seed_from_bytes(text.encode(), "a.md"))).headline.text == SHORT
