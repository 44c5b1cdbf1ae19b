"""Places feasts and Hijri dates."""

from __future__ import annotations

from datetime import date, timedelta

from digest import edtf
from digest.dates import calendars
from digest.dates.value import GUESSED, Value, choose, known_year, needed
from digest.dates.when import When
from digest.model import DateFault


def place_feast(when: When, reference: date | None, future: bool) -> Value:
    """A feast, or its n-th day, in the year given or the one that adjective, tense or nearness points to."""
    value = _first_day(when, reference, future)
    if value.edtf and when.nth:
        value = value._replace(edtf=(date.fromisoformat(value.edtf) + timedelta(when.nth - 1)).isoformat())
    return value


def _first_day(when: When, reference: date | None, future: bool) -> Value:
    """A feast in the year given, or the one that adjective, tense or nearness points to."""
    assert when.feast is not None
    if when.year is not None and (when.calendar == "h" or 1300 <= when.year <= 1500):
        day = calendars.feast_in_hijri_year(when.feast, when.year)
        return Value(day.isoformat() if day else None, outside=True)
    year = known_year(when, reference)
    if year is not None:
        day = calendars.feast_day(when.feast, year)
        return Value(day.isoformat() if day else None, relative=when.year is None, outside=True)
    now = needed(reference)
    days = [calendars.feast_day(when.feast, now.year + step) for step in (-1, 0, 1)]
    day = choose([item for item in days if item], now, when.way, future)
    return Value(day.isoformat(), relative=True, outside=True, mark=GUESSED if when.way is None else "")


def place_hijri_year(year: int) -> Value:
    """The Gregorian days of a Hijri year."""
    first, last, exact = calendars.hijri_year(year)
    return Value(edtf.from_days(first, last), mark="" if exact else "~")


def place_hijri(when: When, reference: date | None, future: bool) -> Value:
    """A Hijri date, or a Hijri month of a Gregorian year (`رمضان 2019`)."""
    if when.month is None:
        if when.year is None:
            raise ValueError("nothing said")
        return place_hijri_year(when.year)
    year = known_year(when, reference)
    gregorian_year = year is not None and not (when.year is not None and year < 1600)
    if year is not None and not gregorian_year:
        return _hijri_in(when, year)
    now = needed(reference) if year is None else date(year, 7, 1)
    about = calendars.to_hijri(now)[0]
    starts = [
        (calendars.hijri_day(h, when.month, max(1, when.day or 1))[0], h) for h in range(about - 1, about + 2)
    ]
    if year is not None:
        chosen = next((h for start, h in starts if start.year == year), about)
        return _hijri_in(when, chosen)
    inside = [h for _, h in starts if when.day is None and _inside_month(now, h, when.month)]
    if inside and (when.way is None or when.way == 0):
        chosen = inside[0]
    else:
        chosen_day = choose([start for start, _ in starts], now, when.way, future)
        chosen = next(h for start, h in starts if start == chosen_day)
    value = _hijri_in(when, chosen)
    return value._replace(relative=True, mark=value.mark or ("" if when.way is not None else GUESSED))


def _inside_month(now: date, year: int, month: int) -> bool:
    first, last, _ = calendars.hijri_month(year, month)
    return first <= now <= last


def _hijri_in(when: When, year: int) -> Value:
    assert when.month is not None
    first, last, exact = calendars.hijri_month(year, when.month)
    mark = "" if exact else "~"
    if when.weekday is not None and when.nth is not None:
        start = first + timedelta((when.weekday - first.weekday()) % 7 + 7 * (when.nth - 1))
        day = last - timedelta((last.weekday() - when.weekday) % 7) if when.nth == -1 else start
        if day > last:
            raise ValueError("no such weekday in the month")
        return Value(day.isoformat(), mark=mark)
    if when.week:
        raise ValueError("weeks are not counted in a Hijri month")
    if when.day == -1:
        return Value(last.isoformat(), mark=mark)
    if when.day is not None:
        day = calendars.hijri_day(year, when.month, when.day)[0]
        wrong = exact and when.weekday is not None and day.weekday() != when.weekday
        return Value(day.isoformat(), mark=mark, warning=DateFault.WRONG_WEEKDAY if wrong else None)
    return Value(edtf.from_days(first, last), mark=mark)
