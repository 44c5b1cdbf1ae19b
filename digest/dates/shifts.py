"""Calendar arithmetic: months, weeks, offsets with the unit's own grain, stretches of units. Pure."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date, timedelta

from digest import edtf

_MONTHS = {"month": 1, "quarter": 3, "third": 4, "half": 6, "year": 12, "decade": 120, "century": 1200}
_ORDER = ("day", "week", "month", "quarter", "third", "half", "year", "decade", "century")


def month_days(year: int, month: int) -> int:
    """Number of days in a month."""
    return calendar.monthrange(year, month)[1]


def add_months(year: int, month: int, shift: int) -> tuple[int, int]:
    """The month so many months on."""
    total = year * 12 + month - 1 + shift
    return total // 12, total % 12 + 1


def week(day: date, shift: int) -> tuple[date, date]:
    """Monday and Sunday of the week so many weeks from that of a day (ISO 8601; CLDR's world default)."""
    monday = day - timedelta(day.weekday()) + timedelta(7 * shift)
    return monday, monday + timedelta(6)


def offset_day(start: date, steps: Iterable[tuple[int, str]]) -> date:
    """The day so many units from a day."""
    for number, unit in sorted(steps, key=lambda step: -_ORDER.index(step[1])):
        start = _stepped(start, number, unit)
    return start


def offset(start: date, steps: Iterable[tuple[int, str]]) -> str:
    """The EDTF value so many units from a day, at the grain of the finest unit (a week's is the day)."""
    steps = tuple(steps)
    finest = min((unit for _, unit in steps), key=_ORDER.index)
    day = offset_day(start, steps)
    if finest in ("day", "week"):
        return day.isoformat()
    if finest in ("month", "quarter", "half"):
        return f"{day.year:04}-{day.month:02}"
    return {"decade": f"{day.year // 10:03}X", "century": f"{day.year // 100:02}XX"}.get(
        finest, f"{day.year:04}"
    )


def _stepped(day: date, number: int, unit: str) -> date:
    if unit in ("day", "week"):
        return day + timedelta(number * (7 if unit == "week" else 1))
    year, month = add_months(day.year, day.month, number * _MONTHS[unit])
    return date(year, month, min(day.day, month_days(year, month)))


def stretch(start: date, number: int, unit: str) -> str:
    """The last (negative) or next so many whole units before or after that of a day."""
    sign, count = (1, number) if number > 0 else (-1, -number)
    near, far = (1, count) if sign > 0 else (-count, -1)
    if unit == "day":
        return edtf.from_days(start + timedelta(near), start + timedelta(far))
    if unit == "week":
        return edtf.from_days(week(start, near)[0], week(start, far)[1])
    if unit == "month":
        (y1, m1), (y2, m2) = (add_months(start.year, start.month, step) for step in (near, far))
        return edtf.interval(f"{y1:04}-{m1:02}", f"{y2:04}-{m2:02}")
    size = _MONTHS[unit] // 12
    if size == 0:
        raise ValueError(unit)
    begin = start.year // size * size
    return edtf.interval(f"{begin + near * size:04}", f"{begin + far * size + size - 1:04}")
