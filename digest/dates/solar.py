"""Places months, days, weekdays and weeks of the Gregorian calendar."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from digest import edtf
from digest.dates import calendars
from digest.dates.shifts import add_months, month_days, week
from digest.dates.value import GUESSED, Value, known_year, needed
from digest.dates.when import When
from digest.model import DateFault


def place_month(when: When, reference: date | None, future: bool) -> Value:
    """A month, or a day, week or weekday of one."""
    if when.month_shift is not None:
        now = needed(reference)
        year, month = add_months(now.year, now.month, when.month_shift)
        return _in_month(when, year, month)._replace(relative=True)
    assert when.month is not None
    known = known_year(when, reference)
    if known is not None:
        return _in_month(when, known, when.month)._replace(relative=when.year is None)
    now = needed(reference)
    year, guessed = _year_for(when, now, future)
    return _in_month(when, year, when.month)._replace(relative=True, mark=GUESSED if guessed else "")


def _year_for(when: When, now: date, future: bool) -> tuple[int, bool]:
    """The year of a month, or day and month, that says none: (year, whether guessed)."""
    assert when.month is not None
    if when.weekday is not None and when.day and when.nth is None and when.day > 0:
        years = sorted(range(now.year - 6, now.year + 7), key=lambda y: (abs(y - now.year), y))
        for year in years:
            if when.day <= month_days(year, when.month):
                day = date(year, when.month, when.day)
                if day.weekday() == when.weekday and abs(year - now.year) <= 1:
                    return year, False
    day_of_month = when.day if when.day and when.day > 0 else None
    here, there = (now.month, now.day if day_of_month else 0), (when.month, day_of_month or 0)
    if when.way is not None:
        return _year_by_way(when.way, now.year, here, there), False
    if future:
        return (now.year if there >= here else now.year + 1), True
    if there <= here:
        nearest_ahead = (there[0] - here[0]) % 12
        ahead = day_of_month is not None and nearest_ahead <= 1 and (here[0] - there[0]) % 12 > 9
        return (now.year + 1 if ahead else now.year), True
    soon = there[0] - here[0] <= (2 if day_of_month else 0)
    return (now.year if soon else now.year - 1), True


def _year_by_way(way: int, year: int, here: tuple[int, int], there: tuple[int, int]) -> int:
    if way < 0:
        return (year if there < here else year - 1) + way + 1
    if way > 0:
        return (year if there > here else year + 1) + way - 1
    return year


def place_week_of_year(when: When, reference: date | None, _future: bool) -> Value:
    """The n-th ISO week of a year."""
    year = known_year(when, reference)
    if year is None or when.nth is None:
        raise ValueError("no such week")
    last = date(year, 12, 28).isocalendar().week
    first = date.fromisocalendar(year, last if when.nth == -1 else when.nth, 1)
    return Value(edtf.from_days(first, first + timedelta(6)), relative=when.year is None)


def _in_month(when: When, year: int, month: int) -> Value:
    if when.week and when.day is not None:
        return Value(edtf.from_days(*week(date(year, month, when.day), 0)))
    if when.week:
        return Value(_week_of_month(year, month, when.nth or 1))
    if when.either and when.nth and 1 <= year <= 9999:
        told = date(year, month, when.nth)
        if told.weekday() == when.weekday:
            return Value(told.isoformat())
    if when.weekday is not None and when.nth is not None:
        day = calendars.nth_weekday(year, month, when.weekday, when.nth)
        if day is None:
            raise ValueError("no such weekday in the month")
        return Value(day.isoformat())
    if when.day is None:
        return Value(f"{year:04}-{month:02}")
    number = month_days(year, month) if when.day == -1 else when.day
    if not 1 <= year <= 9999:
        raise ValueError("no day outside the years 1 to 9999")
    day = date(year, month, number)
    wrong = when.weekday is not None and day.weekday() != when.weekday
    return Value(day.isoformat(), warning=DateFault.WRONG_WEEKDAY if wrong else None)


def _week_of_month(year: int, month: int, number: int) -> str:
    """The n-th week that begins (Monday) in the month; the last one holds the last day."""
    if number == -1:
        first = week(date(year, month, month_days(year, month)), 0)[0]
    else:
        monday = calendars.nth_weekday(year, month, calendar.MONDAY, number)
        if monday is None:
            raise ValueError("no such week in the month")
        first = monday
    return edtf.from_days(first, first + timedelta(6))


def place_weekday(when: When, reference: date | None, future: bool) -> Value:
    """A weekday near the reference, or the day of a month that has that weekday."""
    now = needed(reference)
    if when.day is not None:
        return _weekday_number(when, now)
    assert when.weekday is not None
    back = (now.weekday() - when.weekday) % 7
    if when.way is None or when.way == 0:
        day = now + timedelta(-back % 7) if future or when.way == 0 else now - timedelta(back)
        return Value(day.isoformat(), True, mark=GUESSED if when.way is None and back else "")
    if when.way < 0:
        day = now - timedelta((back or 7) + 7 * (-when.way - 1))
    else:
        day = now + timedelta(((-back) % 7 or 7) + 7 * (when.way - 1))
    return Value(day.isoformat(), relative=True)


def _weekday_number(when: When, now: date) -> Value:
    """`السبت 23`: the nearest month in which that day has that weekday; this month without a weekday."""
    for shift in (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5):
        year, month = add_months(now.year, now.month, shift)
        if (when.day or 99) <= month_days(year, month):
            day = date(year, month, when.day or 1)
            if when.weekday is None or day.weekday() == when.weekday:
                return Value(day.isoformat(), relative=True)
    raise ValueError("no such date near the reference")
