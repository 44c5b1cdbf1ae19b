"""Pictures, live pages and questions inside a text: captions and subheads, and text that goes on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.model import KEPT_KINDS, Document
from tests.pages import ANSWERS, BODY, HEADLINE, QUESTIONS, body, clean, kinds

DAYS = (" - 12 مايو 2024", " - 3 مارس/آذار 2024", " في صورة أرسلها زائر", " في صورة غير مؤرخة")
"""What the description of a picture ends with."""
TIMES = ("18:05", "16:40", "13:15")


def kept(document: Document) -> list[str]:
    """The lines of the article, each with its kind."""
    text = document.text
    return [
        f"{line.kind.value}: {text[line.span.start : line.span.end]}"
        for line in document.lines
        if line.kind in KEPT_KINDS
    ]


def again(document: Document) -> Document:
    """The article cleaned once more, of its own lines alone."""
    return clean("\n\n".join(line.partition(": ")[2] for line in kept(document)))


@given(
    shown=st.sampled_from(("زوار المعرض أمام أجنحة دور النشر", "طابور طويل من الطلاب في ساحة العاصمة")),
    day=st.sampled_from(DAYS),
    credit=st.sampled_from(((), ("تصوير: سامي منصور",), ("صدر الصورة، Getty Images", "التعليق على الصورة،"))),
    place=st.integers(2, 3),
)
@settings(deadline=None)
def test_a_picture_inside_the_text_is_told_by_its_own_words(
    shown: str, day: str, credit: tuple[str, ...], place: int
) -> None:
    lines = [HEADLINE, *BODY[:place], *credit, shown + day, *BODY[place:]]
    document = clean("\n\n".join(lines))
    assert kinds(document)[shown + day] == "caption"
    assert body(document) == list(BODY)
    assert kept(again(document)) == kept(document)


@pytest.mark.parametrize("zone", ["", " بتوقيت غرينتش"])
def test_the_first_time_of_a_live_page_is_text_like_the_others(zone: str) -> None:
    times = [f"{time}{zone}" for time in ("18:40", "17:15", "16:05")]
    first = (times[0], "مشاركة مئة دار نشر", BODY[0], BODY[1])
    document = clean("\n\n".join((HEADLINE, *first, times[1], BODY[2], times[2], BODY[3])))
    assert [kinds(document)[time] for time in times] == ["subhead"] * len(times)
    assert kept(again(document)) == kept(document)


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("heads", [QUESTIONS, TIMES])
def test_questions_and_live_posts_on_other_things_are_the_article(heads: tuple[str, ...], count: int) -> None:
    posts = [line for pair in zip(heads[:count], ANSWERS, strict=False) for line in pair]
    document = clean("\n\n".join((HEADLINE, *BODY[:2], *posts)))
    assert document.embedded == ()
    assert set(ANSWERS[:count]) <= set(body(document))


def test_titles_of_live_posts_begin_no_other_article() -> None:
    titles = ("المفوضية: نسبة المشاركة تجاوزت الستين", "رئيس الإقليم يدلي بصوته في المركز")
    posts = (TIMES[0], titles[0], ANSWERS[0], TIMES[1], titles[1], ANSWERS[1])
    document = clean("\n\n".join((HEADLINE, *BODY[:2], *posts)))
    assert document.embedded == ()
    assert body(document) == [*BODY[:2], *ANSWERS[:2]]


OWN_TITLES = ("مطر خفيف على التلال", "رفوف أطول من الجدار", "وجوه بين الأجنحة")
"""Titles of posts that have no word of them."""


@pytest.mark.parametrize("bar", [(), ("مشاركة",)])
def test_the_first_post_of_a_live_page_is_titled_as_the_others_are(bar: tuple[str, ...]) -> None:
    posts = [
        line
        for time, title, text in zip(TIMES, OWN_TITLES, BODY, strict=False)
        for line in (time, title, text, *bar)
    ]
    found = kinds(clean("\n".join((HEADLINE, "12 مايو 2024", *posts, "15:00", BODY[3]))))
    assert [found[line] for line in (*TIMES, *OWN_TITLES)] == ["subhead"] * 6


def test_a_line_below_a_time_is_no_title_where_no_other_post_has_one() -> None:
    posts = [line for time, text in zip(TIMES[1:], BODY[2:], strict=True) for line in (time, text)]
    document = clean("\n".join((HEADLINE, "12 مايو 2024", "18:40", OWN_TITLES[0], *BODY[:2], *posts)))
    assert kinds(document)[OWN_TITLES[0]] == "caption"
