"""Puts the constraints on a publication date together. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from digest import edtf
from digest.model import Contradiction
from digest.published.clues import FACT, Clue

_MOST_DAYS = 3700
"""Ten years: a wider window is given by its bounds alone."""


def solve(clues: Sequence[Clue]) -> tuple[str | None, list[Clue], list[Contradiction]]:
    """The days that all clues allow as EDTF, the clues used, and the contradictions between them.

    Firm clues come first; one that leaves no day is dropped, and reported when it is firm.
    """
    used: list[Clue] = []
    contradictions: list[Contradiction] = []
    days: list[date] | None = None
    for clue in sorted(clues, key=lambda item: -item.strength):
        left = _left(days, used, clue)
        if left is None or left:
            used.append(clue)
            days = left
        elif clue.strength == FACT:
            contradictions.append(Contradiction(clue.evidence, None))
    taken = set(map(id, used))
    return _value(used, days), [clue for clue in clues if id(clue) in taken], contradictions


def unmet(clues: Sequence[Clue], value: str) -> list[Contradiction]:
    """What firm evidence of the text contradicts a given date; a night's difference is none."""
    first, last = edtf.bounds(value)
    if first is None or last is None or (last - first).days > 366:
        return []
    nights = range(max(1, first.toordinal() - 1), min(date.max.toordinal(), last.toordinal() + 1) + 1)
    days = [date.fromordinal(number) for number in nights]
    return [
        Contradiction(clue.evidence, value)
        for clue in clues
        if clue.strength == FACT and not any(_allows(clue, day) for day in days)
    ]


def _left(days: list[date] | None, used: Sequence[Clue], clue: Clue) -> list[date] | None:
    """The days that a further clue leaves; None while they are without end or too many to list."""
    if days is not None:
        return [day for day in days if _allows(clue, day)]
    first, last = _window([*used, clue])
    if first is None or last is None or (last - first).days > _MOST_DAYS:
        return None
    return _days([*used, clue], first, last)


def _value(clues: Sequence[Clue], days: list[date] | None) -> str | None:
    """The days left, where they are few enough to list, else the window that they lie in."""
    if days is not None:
        return edtf.one_of_days(days)
    first, last = _window(clues)
    if first is None and last is None:
        return None
    opening = _shortest(first, begins=True) if first else ".."
    closing = _shortest(last, begins=False) if last else ".."
    return f"{opening}/{closing}"


def _window(clues: Iterable[Clue]) -> tuple[date | None, date | None]:
    firsts = [clue.first for clue in clues if clue.first]
    lasts = [clue.last for clue in clues if clue.last]
    return max(firsts, default=None), min(lasts, default=None)


def _days(clues: Sequence[Clue], first: date, last: date) -> list[date]:
    days = list(map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1)))
    for clue in clues:
        if clue.allows:
            days = list(filter(clue.allows, days))
    return days


def _allows(clue: Clue, day: date) -> bool:
    inside = (clue.first is None or clue.first <= day) and (clue.last is None or day <= clue.last)
    return inside and (clue.allows is None or clue.allows(day))


def _shortest(day: date, *, begins: bool) -> str:
    """A bound as a year or month where it is the edge of one."""
    beside = day + timedelta(-1 if begins else 1)
    if beside.year != day.year:
        return f"{day.year:04}"
    return day.isoformat()[:7] if beside.month != day.month else day.isoformat()
