"""What a date expression says, before it is placed on the calendar. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

Offset = tuple[int, str]
"""(number, unit)."""


class When(NamedTuple):
    """A point or period in time as the words give it; what they do not give is None."""

    calendar: str = "g"
    """`g` Gregorian, `h` Hijri."""
    year: int | None = None
    year_shift: int | None = None
    """Years from the reference's year."""
    month: int | None = None
    month_shift: int | None = None
    way: int | None = None
    """Adjective of a named month, weekday, season, feast …: -1 last, 0 this, 1 next, ±2 the one beyond."""
    day: int | None = None
    """Day of the month; -1 the last."""
    day_shift: int | None = None
    weekday: int | None = None
    """0 is Monday. With a day it checks or settles it."""
    nth: int | None = None
    """Which weekday, week or day of the period; -1 the last."""
    either: bool = False
    """Whether `nth` may as well be the day of the month, where that has the weekday."""
    week: bool = False
    week_shift: int | None = None
    part: int | None = None
    """EDTF number of a season, quarter or half."""
    decade: int | None = None
    """Its first year; below 100 without the century."""
    century: int | None = None
    """Its number, 21 for 2001-2100; negative for BC."""
    unit_shift: tuple[str, int] | None = None
    """A decade or century from the reference's, quarter or half likewise."""
    feast: str | None = None
    offsets: tuple[Offset, ...] = ()
    """Signed steps from the reference day, or from `base`."""
    base: When | None = None
    """The date that `offsets` are counted from (`قبل أسبوع من 1 يناير`) or that `portion` divides."""
    portion: tuple[int, int] | None = None
    """Which of so many equal portions of `base`: the first of two is its first half."""
    stretch: tuple[int, str] | None = None
    """The last (negative) or next so many units."""
    weekend_shift: int | None = None
    rest: bool = False
    """What is left of the period."""
    approximate: bool = False
    within: str | None = None
    """Which part of the period is meant: `first`, `inner` or `last`."""
    anaphoric: bool = False
    """Whether it may be counted from the date told before it."""
    loose: bool = False
    """A bare number of a day, good only inside a range that names the month."""

    def but(self, **changes: Any) -> When:
        """A copy with changes."""
        return self._replace(**changes)


@dataclass(frozen=True, slots=True)
class Range:
    """From one to the other, or both of them."""

    first: When
    last: When
    pair: bool = False
    """Dates named together (`عامي 2020 و2021`), not all that lies between."""
    middle: tuple[When, ...] = ()
    """Of dates named together, those between the first and the last."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A date that opens or ends an unbounded stretch."""

    side: str
    """`since`, `until`, `before`, `after`, `by`."""
    when: When | Range


@dataclass(frozen=True, slots=True)
class Other:
    """Temporal, but no date: `duration`, `frequency`, `clock`."""

    kind: str


Expression = When | Range | Edge | Other
