"""Which of an article's quantities are one told again: `5 ملايين دولار`, `كلفته 5 ملايين دولار`. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from digest.figures import PLAIN, Unit, unit_of
from digest.model import Bound, Figure
from digest.text import fold

_SMALL = 12
"""Whole numbers up to this tell of one thing only in one sentence: several things are five."""
_NAMED_ALIKE = frozenset(("money", "people", "count"))
"""Kinds of which a unit of more words is the same, told in full: `5 ريالات` and `5 ريالات سعودية`."""


def alike(figures: Iterable[Figure]) -> list[list[Figure]]:
    """Group figures that tell of one quantity, in order of appearance."""
    groups: list[list[Figure]] = []
    by_value: dict[tuple[float | str, float | None], list[list[Figure]]] = defaultdict(list)
    for figure in figures:
        value = fold(figure.text) if figure.value is None else figure.value
        others = by_value[value, figure.high]
        group = next((group for group in others if _is_one(most_telling(group), figure)), None)
        if group is None:
            group = []
            others.append(group)
            groups.append(group)
        group.append(figure)
    return groups


def most_telling(figures: Sequence[Figure]) -> Figure:
    """The first of those that say most: what they measure, their unit in full."""
    return max(figures, key=lambda one: (one.measures is not None, _length(one.unit)))


def _is_one(first: Figure, other: Figure) -> bool:
    bounds = {first.bound, other.bound} - {None}
    if len(bounds) > 1 and bounds != {Bound.MORE, Bound.LEAST}:
        return False
    return _is_one_unit(first.unit, other.unit) and _is_one_measure(first, other)


def _is_one_unit(first: str, other: str) -> bool:
    if first == other:
        return True
    one, two = unit_of(first), unit_of(other)
    if one is None or two is None or one.kind not in _NAMED_ALIKE or "/" in first + other:
        return False
    return _noun(one) == _noun(two)


def _is_one_measure(first: Figure, other: Figure) -> bool:
    if first.measures is None or other.measures is None:
        telling = first.value is None or first.value > _SMALL or not float(first.value).is_integer()
        either = first.measures is other.measures or first.sentence == other.sentence or telling
        return either and PLAIN.id not in (first.unit, other.unit)
    mine, its = _words(first.measures), _words(other.measures)
    return mine <= its or its <= mine


def _words(measures: str) -> frozenset[str]:
    """The words of what is measured, the article and conjunctions aside."""
    return frozenset(word.removeprefix("و").removeprefix("ال") for word in fold(measures).split())


def _noun(unit: Unit) -> str:
    return unit.ar[0].partition(" ")[0]


def _length(unit: str) -> int:
    known = unit_of(unit)
    return len(known.ar[0].split()) if known else 0
