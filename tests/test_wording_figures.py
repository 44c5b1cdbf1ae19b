"""Figures and counts in words, in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digest.figures.units import Unit, units
from digest.model import Bound, Figure, Span
from digest.rules import default_rules
from digest.wording.counts import count_in_words, plural_category
from digest.wording.figures import figure_in_words
from tests.figures import found


def figure(value: float | None, unit: str, text: str = "") -> Figure:
    return Figure(Span(0, 0), text, value, unit, None, 0)


WORDS = [
    (10e9, "m3/year", "10 مليارات متر مكعب سنويًا", "10 billion cubic metres a year"),
    (220e9, "EUR", "220 مليار يورو", "220 billion euros"),
    (200e9, "USD", "200 مليار دولار", "200 billion US dollars"),
    (1e6, "SAR", "مليون ريال سعودي", "1 million Saudi riyals"),
    (2e6, "USD", "مليونا دولار", "2 million US dollars"),
    (2.5e6, "person", "2.5 مليون شخص", "2.5 million people"),
    (1_234_567, "person", "1,234,567 شخصًا", "1,234,567 people"),
    (25, "%", "25%", "25%"),
    (1, "day", "يوم واحد", "1 day"),
    (1, "hour", "ساعة واحدة", "1 hour"),
    (2, "day", "يومان", "2 days"),
    (4, "day", "4 أيام", "4 days"),
    (11, "year", "11 عامًا", "11 years"),
    (100, "year", "100 عام", "100 years"),
    (3, "km2", "3 كيلومترات مربعة", "3 square kilometres"),
    (7.5, "degree", "7.5 درجة", "7.5 degrees"),
    (2, "EUR", "2 يورو", "2 euros"),
    (500_000, "bbl/day", "500,000 برميل يوميًا", "500,000 barrels a day"),
    (12, "KWD", "12 دينارًا كويتيًا", "12 Kuwaiti dinars"),
    (3, "TRY", "3 ليرات تركية", "3 Turkish Lira"),
    (15, "killed", "15 قتيلًا", "15 people killed"),
]


@pytest.mark.parametrize(("value", "unit", "arabic", "english"), WORDS)
def test_figures_in_words(value: float, unit: str, arabic: str, english: str) -> None:
    assert figure_in_words(figure(value, unit), "ar") == arabic
    assert figure_in_words(figure(value, unit), "en") == english


BOUNDS = [
    (30, "person", Bound.MORE, "أكثر من 30 شخصًا", "more than 30 people"),
    (30, "person", Bound.LESS, "أقل من 30 شخصًا", "fewer than 30 people"),
    (2e6, "USD", Bound.LESS, "أقل من مليوني دولار", "less than 2 million US dollars"),
    (2, "hour", Bound.ABOUT, "نحو ساعتين", "about 2 hours"),
    (3, "killed", Bound.LEAST, "ما لا يقل عن 3 قتلى", "at least 3 people killed"),
    (5.5, "%", Bound.MOST, "ما لا يزيد على 5.5%", "at most 5.5%"),
]


@pytest.mark.parametrize(("value", "unit", "bound", "arabic", "english"), BOUNDS)
def test_a_bound_is_said(value: float, unit: str, bound: Bound, arabic: str, english: str) -> None:
    assert figure_in_words(replace(figure(value, unit), bound=bound), "ar") == arabic
    assert figure_in_words(replace(figure(value, unit), bound=bound), "en") == english


RANGES = [
    (10e9, 15e9, "USD", "10–15 مليار دولار", "10–15 billion US dollars"),
    (9e6, 10e6, "bbl", "9–10 ملايين برميل", "9–10 million barrels"),
    (1e6, 2e6, "person", "1–2 مليون شخص", "1–2 million people"),
    (0.5e6, 1e6, "person", "0.5–1 مليون شخص", "0.5–1 million people"),
    (10e3, 1e6, "person", "10,000–1,000,000 شخص", "10,000–1,000,000 people"),
    (70, 75, "USD", "70–75 دولارًا", "70–75 US dollars"),
    (3, 10, "day", "3–10 أيام", "3–10 days"),
    (1, 2, "hour", "1–2 ساعة", "1–2 hours"),
    (17, 25, "%", "17%–25%", "17–25%"),
]


@pytest.mark.parametrize(("low", "high", "unit", "arabic", "english"), RANGES)
def test_ranges_in_words(low: float, high: float, unit: str, arabic: str, english: str) -> None:
    told = replace(figure(low, unit), high=high)
    assert figure_in_words(told, "ar") == arabic
    assert figure_in_words(told, "en") == english


def test_a_rough_quantity_is_said_as_the_text_has_it() -> None:
    rough = figure(None, "km", "بضع مئات من الكيلومترات")
    assert figure_in_words(rough, "ar") == "بضع مئات من الكيلومترات"
    assert figure_in_words(rough, "en") == "a few hundred kilometres"
    assert figure_in_words(figure(None, "person", "آلاف الأشخاص"), "en") == "thousands of people"


def test_an_unknown_unit_is_never_guessed() -> None:
    assert figure_in_words(figure(5, "parsec", "5 فراسخ"), "ar") == "5 فراسخ"
    assert figure_in_words(figure(5, "parsec", "5 فراسخ"), "en") == "5 parsec"


@pytest.mark.parametrize("unit", units())
@pytest.mark.parametrize("value", [1, 2, 3, 11, 100, 2.5, 1e6, 3e9])
def test_every_unit_has_words(unit: str, value: float) -> None:
    for language in ("ar", "en"):
        words = figure_in_words(figure(value, unit), language)
        assert words == words.strip() != ""
        assert "  " not in words


@pytest.mark.parametrize(
    ("number", "arabic", "english"),
    [
        (0, "لا مقالات", "0 articles"),
        (1, "مقالة واحدة", "1 article"),
        (2, "مقالتان", "2 articles"),
        (3, "3 مقالات", "3 articles"),
        (10, "10 مقالات", "10 articles"),
        (11, "11 مقالة", "11 articles"),
        (99, "99 مقالة", "99 articles"),
        (100, "100 مقالة", "100 articles"),
        (102, "102 مقالة", "102 articles"),
        (103, "103 مقالات", "103 articles"),
        (1000, "1,000 مقالة", "1,000 articles"),
    ],
)
def test_counts(number: int, arabic: str, english: str) -> None:
    assert count_in_words(number, "article", "ar") == arabic
    assert count_in_words(number, "article", "en") == english


def test_masculine_nouns_take_the_accusative_after_eleven() -> None:
    assert count_in_words(11, "event", "ar") == "11 حدثًا"
    assert count_in_words(100, "event", "ar") == "100 حدث"


def test_both_languages_count_the_same_things() -> None:
    table = default_rules().table("counts")
    assert set(table["ar"]) == set(table["en"])


def test_an_unknown_noun_is_an_error() -> None:
    with pytest.raises(KeyError):
        count_in_words(1, "unicorn", "ar")


def test_a_whole_float_counts_as_its_integer() -> None:
    assert plural_category(3.0, "ar") == plural_category(3, "ar") == "few"
    assert plural_category(2.5, "ar") == "other"


def test_what_has_no_english_is_said_by_its_number() -> None:
    made = replace(figure(12_000, "count", "12 ألف قرص"), measures="قرص", bound=Bound.MORE)
    assert figure_in_words(made, "ar") == "أكثر من 12 ألف قرص"
    assert figure_in_words(made, "en") == "more than 12,000"
    assert figure_in_words(figure(2.5e6, "count", "2.5 مليون قرص"), "en") == "2.5 million"


NOUNS = [
    (310, "case", "310 إصابات", "310 إصابات", "310 cases"),
    (212, "case", "212 إصابة", "212 إصابة", "212 cases"),
    (41, "family", "41 أسرة", "41 أسرة", "41 families"),
    (4, "family", "أربع أسر", "4 أسر", "4 families"),
    (4, "family", "4 عائلات", "4 عائلات", "4 families"),
    (2, "year", "سنتين", "سنتان", "2 years"),
    (15, "prisoner", "15 من المعتقلين", "15 معتقلًا", "15 prisoners"),
    (70e3, "housing-unit", "70 ألف مسكن", "70,000 مسكن", "70,000 housing units"),
    (9, "person", "9 آخرون", "9 آخرين", "9 people"),
    (20, "JPY", "20 ينا", "20 ينًا", "20 Japanese yen"),
]


@pytest.mark.parametrize(("value", "unit", "text", "arabic", "english"), NOUNS)
def test_a_figure_is_said_with_its_texts_own_noun(
    value: float, unit: str, text: str, arabic: str, english: str
) -> None:
    assert figure_in_words(figure(value, unit, text), "ar") == arabic
    assert figure_in_words(figure(value, unit, text), "en") == english


OTHER_NOUNS = [pytest.param(unit, noun, id=noun[0]) for unit in units().values() for noun in unit.nouns]


@pytest.mark.parametrize(("unit", "noun"), OTHER_NOUNS)
def test_each_other_noun_of_a_unit_is_counted_and_said(unit: Unit, noun: tuple[str, ...]) -> None:
    for number, form in ((5, noun[2]), (30, noun[3]), (400, noun[0])):
        (made,) = found(f"أحصى الفريق {number} {form}.")
        assert (made.value, made.unit) == (number, unit.id)
        assert figure_in_words(made, "ar") == f"{number} {form}"
