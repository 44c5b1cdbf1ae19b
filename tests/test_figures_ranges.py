"""Figures of two values, and what a number is said to be more or less than."""

from __future__ import annotations

import pytest

from digest.model import Bound
from tests.figures import found

RANGES = {
    "كلفته 10 إلى 15 مليار دولار": (10e9, 15e9, "USD"),
    "بين 70 و75 دولارا": (70, 75, "USD"),
    "من 9 إلى 10 ملايين برميل": (9e6, 10e6, "bbl"),
    "ما بين 12 و15 ألف جندي": (12_000, 15_000, "soldier"),
    "بنسبة 17 إلى 25%": (17, 25, "%"),
    "بين 5% و7%": (5, 7, "%"),
    "إلى نطاق 3.75% – 4%": (3.75, 4, "%"),
    "بين 5 في المئة و7 في المئة": (5, 7, "%"),
    "نحو 30-40 مليون برميل": (30e6, 40e6, "bbl"),
    "بين 3 ملايين و5 ملايين برميل": (3e6, 5e6, "bbl"),
    "بين مليون ومليونين شخص": (1e6, 2e6, "person"),
    "بين 900 مليون و1.2 مليار دولار": (900e6, 1.2e9, "USD"),
    "بين خمسة وعشرة أشخاص": (5, 10, "person"),
    "من 5 دولارات إلى 8 دولارات": (5, 8, "USD"),
    "5 أو 6 أشخاص": (5, 6, "person"),
    "خمسة أو ستة جرحى": (5, 6, "wounded"),
    "4 أو 5 ملايين دولار": (4e6, 5e6, "USD"),
}


@pytest.mark.parametrize("text", RANGES)
def test_a_range_is_one_figure_with_two_values(text: str) -> None:
    assert [(figure.value, figure.high, figure.unit) for figure in found(text)] == [RANGES[text]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ارتفع سعر النفط من 70 إلى 75 دولارا", [(75, "سعر النفط")]),
        ("ارتفع سعر النفط من 70 دولارا إلى 75 دولارا", [(70, "سعر النفط"), (75, "سعر النفط")]),
        ("تراجع سعر النفط من 75 إلى 70 دولارا", [(70, "سعر النفط")]),
        ("هبط من 75 إلى 70 دولارا", [(70, None)]),
        ("انخفضت نسبة الأمية من 31 إلى 24 بالمئة", [(24, "نسبة الأمية")]),
        ("تراجع الخام 3 دولارات إلى 75 دولارا", [(3, "تراجع الخام"), (75, "الخام")]),
        ("بين 20 طفلا و30 امرأة", [(20, None), (30, None)]),
    ],
)
def test_what_rose_to_a_number_is_no_range(text: str, told: list[tuple[float, str | None]]) -> None:
    figures = found(text)
    assert [(figure.value, figure.measures) for figure in figures] == told
    assert all(figure.high is None for figure in figures)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("قتل أكثر من 30 شخصا", Bound.MORE),
        ("وصل لأكثر من مليوني لاجئ", Bound.MORE),
        ("تجاوزت الخسائر 5 ملايين دولار", Bound.MORE),
        ("بعقد تتجاوز قيمته 5 ملايين دولار", Bound.MORE),
        ("يعيش أقل من 80% من السكان هناك", Bound.LESS),
        ("أصيب ما لا يقل عن 100 آخرين", Bound.LEAST),
        ("حضر 300 شخص على الأقل", Bound.LEAST),
        ("لم تتجاوز الأرباح 3 ملايين دولار", Bound.MOST),
        ("بحوالي 20 مليون دولار", Bound.ABOUT),
        ("بلغت الأرباح 20 مليون دولار تقريبا", Bound.ABOUT),
        ("نحو 30-40 مليون برميل", Bound.ABOUT),
        ("بلغت الأرباح 20 مليون دولار", None),
        ("أكثر من غيرها، 20 مليون دولار", None),
        ("بضع مئات من الكيلومترات تقريبا", None),
    ],
)
def test_what_a_number_is_said_to_be_more_or_less_than(text: str, bound: Bound | None) -> None:
    assert [figure.bound for figure in found(text)] == [bound]
