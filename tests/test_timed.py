"""Work in line with a size is told from work in line with its square, on a machine that wavers, too."""

from __future__ import annotations

from itertools import count

import pytest

from tests.timed import in_proportion


@pytest.mark.parametrize(("power", "holds"), [(1, True), (1.2, True), (1.7, False), (2, False)])
def test_growth_is_told(power: float, holds: bool) -> None:
    assert in_proportion(lambda size: size**power / 4_000**power, 4_000, 16_000) is holds


@pytest.mark.parametrize("slow", range(6))
def test_one_slow_moment_is_passed_over(slow: int) -> None:
    step = count()
    assert in_proportion(lambda size: size * (12 if next(step) == slow else 1), 4_000, 16_000)
