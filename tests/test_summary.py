"""Summaries: what is chosen, and what never is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import LineKind, Sentence, Span
from digest.summary import choose_summary, content_terms, likeness
from tests.made import sentences
from tests.timed import within

LEAD = (
    "أعلنت وزارة الزراعة اليوم خطة وطنية واسعة لزيادة إنتاج القمح في المحافظات الشمالية خلال الموسم المقبل."
)
OTHERS = (
    "وتشمل الخطة الوطنية توزيع بذور قمح محسنة على آلاف المزارعين في المحافظات الشمالية قبل بداية الموسم.",
    "وقال مدير المشروع إن الوزارة ستفتح مراكز لشراء القمح من المزارعين بأسعار تشجيعية في كل محافظة.",
    "وكان مهرجان الأغنية قد اختتم أمس في العاصمة بحفل ساهر أحياه عدد كبير من المطربين والعازفين.",
)


def test_the_lead_and_what_is_like_the_whole_are_chosen() -> None:
    assert choose_summary(sentences(LEAD, *OTHERS)) == (0, 1, 2)


def test_items_of_a_list_are_chosen_where_there_is_too_little_else() -> None:
    told = sentences(LEAD, *OTHERS)
    first, second = (sentence.paragraph for sentence in told[1:3])
    assert choose_summary(told, points=[first]) == (0, 2, 3)
    assert choose_summary(told, points=[first, second]) == choose_summary(told)


@pytest.mark.parametrize("dateline", ["موسكو، 8 نوفمبر.", "القاهرة 3 مايو 2021.", "دمشق – الجمعة 8/11/2024."])
def test_a_dateline_alone_is_not_chosen(dateline: str) -> None:
    assert choose_summary(sentences(dateline, LEAD, OTHERS[0])) == (1, 2)


def test_a_short_sentence_with_a_date_and_a_figure_is_chosen() -> None:
    assert 0 in choose_summary(sentences("وصل 8 لاعبين في 3 مايو إلى القاهرة.", LEAD))


def test_indexes_are_the_sentences_own_and_in_text_order() -> None:
    shifted = [
        Sentence(item.index + 5, item.paragraph, item.kind, item.span, item.text)
        for item in sentences(LEAD, *OTHERS)
    ]
    assert choose_summary(shifted, count=2) == (5, 6)


def test_the_headline_draws_its_sentence_in() -> None:
    body = sentences(LEAD, *OTHERS)
    assert 3 not in choose_summary(body, count=2)
    assert 3 in choose_summary(
        body, headline="مهرجان الأغنية يختتم بحفل ساهر أحياه المطربون والعازفون", count=3
    )


def test_captions_subheads_questions_introductions_and_stubs_are_never_chosen() -> None:
    texts = (
        LEAD,
        "فهل تنجح الخطة الوطنية لزيادة إنتاج القمح في المحافظات الشمالية؟",
        "وقال الوزير:",
        "وزير الزراعة",
    )
    assert choose_summary(sentences(*texts), count=4) == (0,)
    assert choose_summary(sentences(LEAD, kind=LineKind.CAPTION)) == ()
    assert choose_summary(sentences(LEAD, kind=LineKind.SUBHEAD)) == ()


def test_nothing_is_said_twice() -> None:
    again = LEAD.replace("اليوم ", "")
    assert choose_summary(sentences(LEAD, again, OTHERS[1]), count=3) == (0, 2)


def test_a_sentence_inside_a_quotation_stands_back() -> None:
    spoken = (
        'وقال الوزير "خطة القمح الوطنية مهمة للمحافظات الشمالية. نريد إنتاج القمح في المحافظات الشمالية كلها.'
    )
    parts = [f"{part}." for part in spoken.split(". ")]
    body = [Sentence(0, 0, LineKind.BODY, Span(0, 0), LEAD)]
    body += [
        Sentence(1 + n, 1, LineKind.BODY, Span(0, 0), part.replace("..", ".")) for n, part in enumerate(parts)
    ]
    assert choose_summary(body, count=2) == (0, 1)


def test_no_sentences_no_summary() -> None:
    assert choose_summary([]) == ()
    assert choose_summary(sentences(LEAD), count=0) == ()


@given(st.lists(st.sampled_from((LEAD, *OTHERS, "نعم.", "لماذا؟", "", '"')), max_size=12), st.integers(0, 6))
def test_any_text_gives_distinct_sentences_in_order(texts: list[str], count: int) -> None:
    chosen = choose_summary(sentences(*texts), count=count)
    assert list(chosen) == sorted(set(chosen))
    assert len(chosen) <= count
    assert len({texts[index] for index in chosen}) == len(chosen)


def test_terms_are_compared_without_article_particles_and_endings() -> None:
    assert content_terms("والمزارعون في القرية") == content_terms("المزارعين، القرية")
    assert likeness(content_terms("القمح"), content_terms("قمح")) == 1.0
    assert likeness(content_terms("القمح"), content_terms("")) == 0.0


def test_thousands_of_sentences_a_second() -> None:
    body = sentences(*(f"{text[:-1]} رقم {number}." for number in range(250) for text in (LEAD, *OTHERS)))
    with within(len(body) / 2_000):
        choose_summary(body)
