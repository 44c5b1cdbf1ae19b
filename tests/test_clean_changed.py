"""Cleaning of pages that are changed in a general way: what is kept, what stays out, that it holds twice."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.model import KEPT_KINDS, Document
from tests.test_clean import BODY, HEADLINE, body, clean, kinds

DAYS = (" - 12 مايو 2024", " - 3 مارس/آذار 2024", " في صورة أرسلها زائر", " في صورة غير مؤرخة")
"""What the description of a picture ends with."""


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


OTHER = (
    "الجزائر (رويترز) - ارتفعت صادرات النفط في الربع الأول من السنة، وفق بيانات نشرتها الشركة الوطنية.",
    "وبلغت العائدات ثمانية مليارات دولار، بزيادة الربع عن الفترة نفسها من السنة التي سبقتها.",
    "وتتوقع الشركة أن يتواصل الارتفاع حتى نهاية الصيف مع تحسن الأسعار في الأسواق الأوروبية.",
)
OPENINGS = ("الجزائر (رويترز) - ", "القاهرة، مصر (CNN) -- ", "جدة - واس: ", "الرباط (أ ف ب) - ")
"""Another article, and how wires open theirs."""


@given(
    title=st.sampled_from(("ارتفاع صادرات النفط الجزائرية", "أرقام جديدة تعلنها شركة في الربيع")),
    opening=st.sampled_from(
        ("الجزائر (رويترز) - ", "القاهرة، مصر (CNN) -- ", "جدة - واس: ", "الرباط (أ ف ب) - ")
    ),
    paragraphs=st.integers(1, 3),
)
@settings(deadline=None)
def test_a_paragraph_that_opens_as_wires_do_begins_another_article(
    title: str, opening: str, paragraphs: int
) -> None:
    lead = opening + OTHER[0].partition(" - ")[2]
    document = clean("\n\n".join((HEADLINE, *BODY, title, lead, *OTHER[1:paragraphs])))
    assert body(document) == list(BODY)
    assert kinds(document)[lead] != "body"


@pytest.mark.parametrize("heading", ["الأكثر قراءة", "3 تعليقات", "جميع الحقوق محفوظة"])
def test_below_a_heading_it_is_none_of_the_article(heading: str) -> None:
    document = clean("\n\n".join((HEADLINE, *BODY, heading, *OTHER)))
    assert body(document) == list(BODY)


def test_a_film_with_its_title_in_two_languages_opens_no_other_article() -> None:
    film = '"الكتاب" (The Book) فيلم يعرض في المعرض الدولي للكتاب مساء كل يوم بحضور المخرج.'
    document = clean("\n\n".join((HEADLINE, *BODY, "عروض للأطفال والكبار", film)))
    assert body(document) == [*BODY, film]
