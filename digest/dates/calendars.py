"""Hijri dates and movable feasts on the Gregorian calendar.

Umm al-Qura (the `hijridate` tables) for 1343-1500 AH; before and after, the tabular calendar (leap years
2 5 7 10 13 16 18 21 24 26 29 of 30), which is within a day or two of what was observed: approximate.
May use the rules layer.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import cache
from typing import Any

from hijridate import Gregorian, Hijri

from digest.rules import default_rules

_EXACT = range(1343, 1501)
_EPOCH = date(622, 7, 19).toordinal() - 1
"""Day before 1 Muharram 1 AH (Gregorian 19 July 622, the civil epoch)."""
_HIJRI_YEARS = range(1, 9600)


def hijri_day(year: int, month: int, day: int) -> tuple[date, bool]:
    """The Gregorian day, and whether it is exact. Raises ValueError for a day that does not exist."""
    if not (year in _HIJRI_YEARS and 1 <= month <= 12 and 1 <= day <= 30):
        raise ValueError(f"no such Hijri day: {year}-{month}-{day}")
    if year in _EXACT:
        return Hijri(year, month, day).to_gregorian(), True
    if day > (30 if month % 2 or (month == 12 and _leap(year)) else 29):
        raise ValueError(f"no such Hijri day: {year}-{month}-{day}")
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day
    return date.fromordinal(_EPOCH + days), False


def _leap(year: int) -> bool:
    return (14 + 11 * year) % 30 < 11


def hijri_month(year: int, month: int) -> tuple[date, date, bool]:
    """First and last Gregorian day of a Hijri month, and whether they are exact."""
    first, exact = hijri_day(year, month, 1)
    following = hijri_day(year + month // 12, month % 12 + 1, 1)[0]
    return first, following - timedelta(1), exact


def hijri_year(year: int) -> tuple[date, date, bool]:
    """First and last Gregorian day of a Hijri year, and whether they are exact."""
    first, exact = hijri_day(year, 1, 1)
    return first, hijri_day(year + 1, 1, 1)[0] - timedelta(1), exact


def to_hijri(day: date) -> tuple[int, int, int]:
    """The Hijri year, month and day of a Gregorian day from 622 on."""
    try:
        found = Gregorian.fromdate(day).to_hijri()
    except OverflowError:
        year = max(1, (day.year - 622) * 33 // 32)
        while hijri_year(year)[1] < day:
            year += 1
        month = next((m for m in range(12, 0, -1) if hijri_day(year, m, 1)[0] <= day), None)
        if month is None:
            raise ValueError(f"{day} is outside of the years that are calculated") from None
        return year, month, (day - hijri_day(year, month, 1)[0]).days + 1
    return found.year, found.month, found.day


def feast_day(feast: str, year: int) -> date | None:
    """The day a feast falls on in a Gregorian year; the first of them where a Hijri feast comes twice."""
    rule = feasts()[feast]
    if "on" in rule:
        month, day = map(int, rule["on"].split("-"))
        return date(year, month, day)
    if "easter" in rule:
        return easter(year) + timedelta(rule["easter"])
    if "orthodox" in rule:
        return easter(year, eastern=True) + timedelta(rule["orthodox"])
    if "nth" in rule:
        number, weekday, month = rule["nth"]
        return nth_weekday(year, month, weekday, number)
    month, day = map(int, rule["hijri"].split("-"))
    guess = to_hijri(date(year, 1, 1))[0]
    found = [hijri_day(guess + step, month, day)[0] for step in (0, 1)]
    return next((item for item in found if item.year == year), None)


def feast_in_hijri_year(feast: str, year: int) -> date | None:
    """The day a Hijri feast falls on in a Hijri year; None for a feast of another calendar."""
    rule = feasts()[feast]
    if "hijri" not in rule:
        return None
    month, day = map(int, rule["hijri"].split("-"))
    return hijri_day(year, month, day)[0]


@cache
def feasts() -> dict[str, dict[str, Any]]:
    """The feast rules by id."""
    return {feast["id"]: feast for feast in default_rules().table("feasts")["feasts"]}


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date | None:
    """The n-th such weekday of a month (-1 the last), where there is one."""
    days = calendar.monthrange(year, month)[1]
    if number == -1:
        last = date(year, month, days)
        return last - timedelta((last.weekday() - weekday) % 7)
    day = (weekday - date(year, month, 1).weekday()) % 7 + 1 + 7 * (number - 1)
    return date(year, month, day) if 1 <= day <= days else None


def easter(year: int, *, eastern: bool = False) -> date:
    """Easter Sunday (Gauss and Meeus): the Western one, or the Eastern one as a Gregorian day."""
    if eastern:
        moon = (19 * (year % 19) + 15) % 30
        sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        month, day = divmod(moon + sunday + 114, 31)
        return date(year, month, day + 1) + timedelta(year // 100 - year // 400 - 2)
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
