"""What an article shows and what is left out of it are together every word of its seed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.clean import clean_seed
from digest.extract import extract_fields
from digest.leftout import CUT, LeftOut, left_out
from digest.model import Correction, Document, Extract, LineKind, Span
from digest.seeds import seed_from_bytes
from tests.leftout import told_again, unaccounted

HEADLINE = "افتتاح معرض الكتاب الدولي في العاصمة"
BODY = (
    "افتتح الوزير اليوم الأحد معرض الكتاب الدولي في العاصمة بحضور عدد كبير من الكتاب والقراء.",
    "وقال الوزير إن المعرض يضم أكثر من مئة دار نشر جاءت من دول كثيرة لعرض كتبها الجديدة.",
    "وأضاف أن المعرض سيستمر أسبوعين، وأن الدخول إليه بلا رسوم في أيام الأسبوع كلها.",
)
ASIDES = (
    "موقع الضفاف",
    "المصدر: رويترز",
    "كتب: سامي منصور",
    "القاهرة - رويترز",
    "اقرأ أيضا",
    "شارك المقال",
    "3 تعليقات",
    "الأكثر قراءة",
    "صورة من المعرض في يومه الأول (رويترز)",
    "الأحد 2 فبراير 2020",
    "آخر تحديث: الاثنين 3 فبراير 2020",
    "خاص",
    "تقرير",
    "كلمات مفتاحية: كتب، معرض",
    "تصوير: نادر عيسى",
    "تسجيل الدخول",
    f"{BODY[0]} Advertisement {BODY[1]}",
    f"{BODY[1]} جميع الحقوق محفوظة {BODY[2]} إعلان",
    f"{BODY[2]}    شارك المقال    {BODY[0]}",
    f"{BODY[2]} اقرأ أيضا: المنتخب يخسر مباراته",
)


def read(*lines: str, correction: Correction | None = None) -> tuple[Document, Extract]:
    """A page, read."""
    document = clean_seed(seed_from_bytes("\n".join(lines).encode(), "page.txt"), correction=correction)
    return document, extract_fields(document, correction=correction)


def texts(document: Document, parts: tuple[LeftOut, ...]) -> list[str]:
    """What the parts say."""
    return [document.seed.text[part.span.start : part.span.end].strip() for part in parts]


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 4), st.sampled_from(ASIDES)), max_size=6, unique_by=lambda one: one[1])
)
def test_every_word_is_in_the_article_or_left_out_once(asides: list[tuple[int, str]]) -> None:
    lines = [HEADLINE, *BODY]
    for place, aside in asides:
        lines.insert(place, aside)
    document, extract = read(*lines)
    assert unaccounted(document, extract) == ""
    assert told_again(document, extract) == []


@pytest.mark.parametrize("line", ["آخر تحديث: الاثنين 3 فبراير 2020", "تقرير"])
def test_a_line_of_a_field_that_another_line_gave_is_told_once(line: str) -> None:
    document, extract = read("خاص", HEADLINE, "الأحد 2 فبراير 2020", line, *BODY)
    assert texts(document, left_out(document, extract)) == [line]


def test_what_two_rules_find_in_one_line_is_told_once() -> None:
    document, extract = read(HEADLINE, f"{BODY[0]} Advertisement {BODY[1]}", BODY[2])
    assert texts(document, left_out(document, extract)) == ["Advertisement"]


@pytest.mark.parametrize("again", ["lines", "pieces"])
def test_what_is_told_twice_is_seen(again: str) -> None:
    document, extract = read("تسجيل الدخول", HEADLINE, f"{BODY[0]}    شارك المقال    {BODY[1]}", BODY[2])
    assert told_again(document, extract) == []
    dropped = next(line for line in getattr(document, again) if not line.kept)
    twice = replace(document, **{again: (*getattr(document, again), dropped)})
    assert told_again(twice, extract) != []


def test_a_cut_of_what_is_shown_is_seen() -> None:
    document, extract = read(HEADLINE, *BODY)
    *above, last = document.lines
    shown = replace(last, cuts=(Span(last.span.start, last.span.start + 10),))
    assert told_again(replace(document, lines=(*above, shown)), extract) != []


def test_a_piece_cut_out_of_a_line_is_told() -> None:
    document, extract = read(HEADLINE, *BODY[:2], ASIDES[-1])
    cuts = [part for part in left_out(document, extract) if part.rule == CUT]
    assert texts(document, tuple(cuts)) == ["اقرأ أيضا: المنتخب يخسر مباراته"]
    assert cuts[0].line == 4


def test_a_name_that_is_not_the_source_is_told() -> None:
    document, extract = read("موقع الضفاف", HEADLINE, "المصدر: رويترز", *BODY)
    assert extract.source
    assert extract.source.text == "رويترز"
    assert "موقع الضفاف" in texts(document, left_out(document, extract))


def test_what_is_left_out_stands_in_the_order_of_the_page() -> None:
    document, extract = read("تسجيل الدخول", HEADLINE, "شارك المقال", *BODY, "3 تعليقات")
    assert [part.line for part in left_out(document, extract)] == [1, 3, 7]


def test_the_headline_that_an_editor_names_is_the_headline() -> None:
    wanted = "معرض الكتاب يفتح أبوابه"
    correction = Correction("page", "page.yml", keep=((wanted, LineKind.HEADLINE),))
    document, extract = read(HEADLINE, wanted, *BODY, correction=correction)
    assert extract.headline.text == wanted
    assert texts(document, left_out(document, extract)) == [HEADLINE]


def test_a_line_of_marks_alone_is_told() -> None:
    document, extract = read(HEADLINE, *BODY[:2], "***", *BODY[2:])
    assert texts(document, left_out(document, extract)) == ["***"]


@settings(deadline=None)
@given(
    st.permutations(("سامي منصور", "القاهرة", "رويترز", "مبارك بن طرجم")),
    st.integers(2, 4),
    st.sampled_from((" - ", " / ", "، ")),
)
def test_every_name_of_a_line_of_credits_is_a_field_or_left_out(
    names: list[str], count: int, mark: str
) -> None:
    assert unaccounted(*read(HEADLINE, mark.join(names[:count]), *BODY)) == ""


def test_a_word_that_only_announces_a_field_is_not_told() -> None:
    document, extract = read(HEADLINE, "كتب: سامي منصور", *BODY, "المصدر: رويترز")
    assert left_out(document, extract) == ()
