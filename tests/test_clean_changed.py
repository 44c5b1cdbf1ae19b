"""Cleaning of pages that a rule changes in a general way: what is kept, what stays out, that it holds twice."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.model import KEPT_KINDS, Document
from tests.test_clean import BODY, HEADLINE, body, clean, kinds


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
    day=st.sampled_from((" - 12 مايو 2024", " - 3 مارس/آذار 2024", " في صورة أرسلها زائر", " في صورة غير مؤرخة")),
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
