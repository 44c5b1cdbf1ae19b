"""Grammar of durations, frequencies and clock times, read so that they are not taken for dates."""

from __future__ import annotations

from digest.dates.numbers import count, ordinal
from digest.dates.tokens import Tokens
from digest.dates.when import Other

Found = tuple[Other, int] | None


def other(t: Tokens, at: int) -> Found:
    """What is temporal but no date: `لمدة 30 يوما`, `يومين`, `سنويا`, `كل جمعة`, `الساعة الثالثة ظهرا`."""
    if "frequencies" in t.entries[at].words:
        return Other("frequency"), at + 1
    every = t.find(at, "every")
    if every and not every[0].definite:
        return _frequency(t, every[1])
    clock = t.find(at, "clock")
    if clock:
        return _clock(t, clock[1])
    lasting = t.find(at, "for") or t.find(at, "within")
    return _duration(t, lasting[1]) if lasting else _time_of_day(t, at) or _duration(t, at)


def _frequency(t: Tokens, at: int) -> Found:
    number = count(t, at)
    unit = t.find(number[1] if number else at, "unit") or t.find(at, "weekday") or t.find(at, "clock_units")
    if unit is None or unit[0].definite:
        return None
    weekday = t.find(unit[1], "weekday")
    return Other("frequency"), weekday[1] if weekday and not weekday[0].clitic else unit[1]


def _duration(t: Tokens, at: int) -> Found:
    number = count(t, at)
    if number:
        unit = t.find(number[1], "unit") or t.find(number[1], "clock_units")
        return (Other("duration"), unit[1]) if unit and not unit[0].definite else None
    unit = t.find(at, "unit")
    if unit and unit[0].value[1] == 2 and not unit[0].definite:
        return Other("duration"), unit[1]
    return None


def _clock(t: Tokens, at: int) -> Found:
    number, timed = ordinal(t, at), _time_of_day(t, at)
    end = timed[1] if timed else number[1] if number else at + 1 if t.is_digits(at) else None
    return (Other("clock"), t.skip(end, "day_parts")) if end is not None else None


def _time_of_day(t: Tokens, at: int) -> Found:
    """`10:30`, `10:30 صباحا`."""
    if t.is_digits(at) and t.words[at + 1] == ":" and t.is_digits(at + 2) and len(t.words[at]) <= 2:
        return Other("clock"), t.skip(at + 3, "day_parts")
    return None
