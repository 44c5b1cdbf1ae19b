"""HTML: a box inside the article that tells of one other page is none of its text, whatever it is made of."""

from __future__ import annotations

import pytest

from digest.clean import clean_seed
from digest.seeds import seed_from_bytes
from tests.pages import BODY, HEADLINE, body
from tests.test_marked import page

TITLE = "افتتاح سوق جديدة في المدينة القديمة"
SENTENCE = (
    "تضم السوق متاجر للحرف والأقمشة والتوابل، ويتوقع القائمون عليها أن يزورها آلاف الناس في عامها الأول، "
    "على أن تقام فيها حفلات للأطفال كل أسبوع."
)
LINK = "<a href=/other>"
PICTURE = f"{LINK}<img src=/i.jpg></a>"
FORMS = (
    f"{LINK}<h4>{TITLE}</h4><p>{SENTENCE}</p></a>",
    f"{LINK}<div>{TITLE}</div><div>{SENTENCE}</div></a>",
    f"<div class=related><span>اقرأ أيضا</span><h4>{LINK}{TITLE}</a></h4><p>{SENTENCE}</p></div>",
    f"<figure>{PICTURE}<figcaption><h4>{LINK}{TITLE}</a></h4><p>{SENTENCE}</p></figcaption></figure>",
    f"<div>{PICTURE}<div><h3>{LINK}{TITLE}</a></h3><p>{SENTENCE}</p>{LINK}المزيد</a></div></div>",
    f"<aside><h3>أخبار ذات صلة</h3>{LINK}{TITLE}</a><p>{SENTENCE}</p></aside>",
    f"<blockquote><p>{LINK}{TITLE}</a></p><p>{SENTENCE}</p></blockquote>",
    f"<p>{LINK}<strong>{TITLE}</strong></a><br>{SENTENCE}</p>",
)
PARAGRAPHS = [f"<p>{line}</p>" for line in (*BODY, *BODY[:1])]


def article(*parts: str) -> str:
    return f"<article><h1>{HEADLINE}</h1>{''.join(parts)}</article>"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("before", [1, 2])
def test_a_box_of_one_other_page_is_left_out_and_the_text_goes_on(before: int, form: str) -> None:
    whole = body(page(article(*PARAGRAPHS)))
    assert body(page(article(*PARAGRAPHS[:before], form, *PARAGRAPHS[before:]))) == whole


@pytest.mark.parametrize(
    "own",
    [
        f"<div>{LINK}{TITLE}</a> كما كتبت الصحيفة، وهي {SENTENCE}</div>",
        f"<blockquote><p>{SENTENCE}</p><cite>{LINK}{TITLE}</a></cite></blockquote>",
        f"<div><h3>{TITLE}</h3><p>{SENTENCE}</p></div>",
    ],
)
def test_a_paragraph_with_a_link_a_quotation_and_a_part_are_the_articles(own: str) -> None:
    kept = body(page(article(*PARAGRAPHS[:2], own, *PARAGRAPHS[2:])))
    assert any(SENTENCE in line for line in kept)


LINES = (*BODY, *BODY[:1])
MARKED = (
    ("### [{}](https://other.example/1)", "{}"),
    ("[{}](https://other.example/1)", "{}"),
    ("**[{}](https://other.example/1)**", "{}"),
    ("## اقرأ أيضا", "[{}](https://other.example/1)", "{}"),
)
QUOTED = "> [{}](https://other.example/1)\n>\n> {}"


def markdown(*lines: str) -> list[str]:
    return body(clean_seed(seed_from_bytes("\n\n".join((f"# {HEADLINE}", *lines)).encode(), "a.md")))


@pytest.mark.parametrize("form", MARKED)
@pytest.mark.parametrize("before", [1, 2])
def test_the_text_goes_on_below_a_line_of_markdown_that_is_a_link(before: int, form: tuple[str, ...]) -> None:
    teaser = "\n\n".join(form).format(TITLE, SENTENCE)
    kept = markdown(*LINES[:before], teaser, *LINES[before:])
    assert [line for line in kept if line in BODY] == [line for line in markdown(*LINES) if line in BODY]
    assert TITLE not in kept


def test_a_quotation_that_is_a_link_and_a_sentence_is_none_of_the_text() -> None:
    assert markdown(*LINES[:2], QUOTED.format(TITLE, SENTENCE), *LINES[2:]) == markdown(*LINES)


def test_headings_of_markdown_that_are_links_to_its_own_parts_are_the_articles() -> None:
    assert SENTENCE in markdown(*LINES[:2], f"## [{TITLE}](#part)", SENTENCE, *LINES[2:])


@pytest.mark.parametrize("before", [1, 2])
def test_no_text_is_lost_below_a_heading_that_is_a_link(before: int) -> None:
    heading = f"<h3>{LINK}{TITLE}</a></h3><p>{SENTENCE}</p>"
    kept = body(page(article(*PARAGRAPHS[:before], heading, *PARAGRAPHS[before:])))
    assert [line for line in kept if line in BODY] == body(page(article(*PARAGRAPHS)))


def test_an_article_of_such_boxes_is_whole() -> None:
    parts = [
        f"<div><h3><a href=/{place}>{TITLE} {place}</a></h3>{line}</div>"
        for place, line in enumerate(PARAGRAPHS)
    ]
    kept = body(page(article(f"<p>{SENTENCE}</p>", *parts)))
    assert set(BODY) <= set(kept)
