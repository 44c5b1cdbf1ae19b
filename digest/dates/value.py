"""A placed date, and what the placing of all kinds of dates shares."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from digest.dates.when import When
from digest.model import DateFault

GUESSED = "?"
"""The mark of a date whose year or direction the words leave open."""


class Value(NamedTuple):
    """A placed expression: made by the hundred where the day of reference is one of many."""

    edtf: str | None
    relative: bool = False
    """Whether it depends on the reference."""
    mark: str = ""
    """`~` approximate, `?` guessed."""
    outside: bool = False
    warning: DateFault | None = None


class NoReferenceError(Exception):
    """The expression needs a day of reference and there is none."""


def needed(reference: date | None) -> date:
    """The day of reference. Raises NoReferenceError where there is none."""
    if reference is None:
        raise NoReferenceError
    return reference


def known_year(when: When, reference: date | None) -> int | None:
    """The year that the words give, outright or from the reference."""
    if when.year is not None:
        return when.year
    return None if when.year_shift is None else needed(reference).year + when.year_shift


def choose(days: Sequence[date], now: date, way: int | None, future: bool) -> date:
    """The one of ascending days that an adjective, the tense or nearness points to."""
    past, coming = [d for d in days if d < now], [d for d in days if d > now]
    if way is not None and way < 0 and past:
        return past[way] if len(past) >= -way else past[0]
    if way is not None and way > 0 and coming:
        return coming[min(way, len(coming)) - 1]
    if way is None and future and coming:
        return now if now in days else coming[0]
    return min(days, key=lambda d: abs((d - now).days))
