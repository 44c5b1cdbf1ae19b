"""Key figures: one quantity stands once, however often and however fully the article tells it."""

from __future__ import annotations

import pytest

from digest.model import Bound, Figure, Span
from digest.render.alike import alike, most_telling


def figure(
    value: float | None,
    unit: str,
    measures: str | None = None,
    sentence: int = 0,
    bound: Bound | None = None,
) -> Figure:
    return Figure(Span(0, 0), "مئات الأشخاص", value, unit, measures, sentence, bound=bound)


@pytest.mark.parametrize(
    ("first", "other"),
    [
        (figure(5e6, "USD"), figure(5e6, "USD", "كلفة المشروع", 3)),
        (figure(5e6, "riyal", "الأرباح"), figure(5e6, "SAR", "الأرباح", 3)),
        (figure(3, "killed"), figure(3, "killed", "مقتل")),
        (figure(70, "USD", "سعر النفط"), figure(70, "USD", "سعر النفط الخام", 3)),
        (figure(30, "person", bound=Bound.MORE), figure(30, "person", "مقتل", 3)),
        (figure(None, "person"), figure(None, "person")),
        (figure(40, "count", "قذيفة"), figure(40, "count", "قذيفة", 3)),
    ],
)
def test_a_quantity_told_again_is_one(first: Figure, other: Figure) -> None:
    assert alike([first, other]) == [[first, other]]


@pytest.mark.parametrize(
    ("first", "other"),
    [
        (figure(5, "person"), figure(5, "person", "إصابة", 3)),
        (figure(5, "person", "مقتل"), figure(5, "person", "إصابة")),
        (figure(5, "m"), figure(5, "m2")),
        (figure(40, "count", "قذيفة"), figure(40, "count", "قرص")),
        (figure(30, "person", bound=Bound.MORE), figure(30, "person", bound=Bound.LESS)),
        (figure(30, "person"), figure(31, "person")),
    ],
)
def test_other_quantities_stand_apart(first: Figure, other: Figure) -> None:
    assert alike([first, other]) == [[first], [other]]


def test_the_one_that_says_most_is_shown() -> None:
    plain, told = figure(5e6, "riyal"), figure(5e6, "SAR", "كلفة المشروع", 3)
    assert most_telling([plain, told, figure(5e6, "riyal", "الكلفة")]) == told
    assert most_telling([plain, figure(5e6, "riyal", None, 3)]) is plain
