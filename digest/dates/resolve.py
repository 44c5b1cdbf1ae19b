"""Places what an expression says on the calendar, given a day of reference or none.

Pure arithmetic over `When` values; the press sense of the adjectives is here. May use the EDTF layer.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from digest import edtf
from digest.dates import calendars
from digest.dates.shifts import add_months, month_days, offset, stretch, week
from digest.dates.when import When

_GUESSED = "?"


@dataclass(frozen=True, slots=True)
class Value:
    """A placed expression."""

    edtf: str | None
    relative: bool = False
    """Whether it depends on the reference."""
    mark: str = ""
    """`~` approximate, `?` guessed."""
    outside: bool = False
    warning: str | None = None


class NoReferenceError(Exception):
    """The expression needs a day of reference and there is none."""


def resolve(when: When, reference: date | None, *, future: bool = False) -> Value:
    """The value of one date. `future`: the sentence speaks of what is to come.

    Without a reference, a date that needs one has the value None and is relative.
    """
    try:
        value = _place(when, reference, future)
    except NoReferenceError:
        return Value(None, relative=True, outside=when.feast is not None)
    except (ValueError, OverflowError):
        return Value(None, warning="there is no such date")
    if when.approximate and value.edtf and not value.mark:
        value = replace(value, mark="~")
    return value


def _place(when: When, reference: date | None, future: bool) -> Value:
    if when.rest:
        return _rest(when, _needed(reference))
    if when.offsets:
        return Value(offset(_needed(reference), when.offsets), relative=True)
    if when.stretch:
        return Value(stretch(_needed(reference), *when.stretch), relative=True)
    if when.day_shift is not None and when.month is None:
        return _deictic(when, _needed(reference))
    if when.week_shift is not None:
        return _in_week(when, _needed(reference))
    if when.weekend_shift is not None:
        saturday = week(_needed(reference), when.weekend_shift)[0] + timedelta(5)
        return Value(edtf.from_days(saturday, saturday + timedelta(1)), relative=True)
    if when.century is not None or when.decade is not None or when.unit_shift is not None:
        return _long(when, reference)
    if when.feast is not None:
        return _feast(when, reference, future)
    if when.part is not None:
        return _part(when, reference, future)
    if when.calendar == "h":
        return _hijri(when, reference, future)
    if when.week and when.month is None and when.month_shift is None:
        return _week_of_year(when, reference)
    if when.month is not None or when.month_shift is not None:
        return _month(when, reference, future)
    if when.weekday is not None or when.day is not None:
        return _weekday(when, reference, future)
    return _year(when, reference)


def _needed(reference: date | None) -> date:
    if reference is None:
        raise NoReferenceError
    return reference


def _deictic(when: When, reference: date) -> Value:
    assert when.day_shift is not None
    day = reference + timedelta(when.day_shift)
    wrong = when.weekday is not None and day.weekday() != when.weekday
    return Value(day.isoformat(), True, warning="the weekday is not that of the day" if wrong else None)


def _rest(when: When, reference: date) -> Value:
    """From the day of reference to the end of the period that it lies in."""
    inner = _place(when.but(rest=False), reference, False)
    last = edtf.bounds(inner.edtf)[1] if inner.edtf else None
    if last is None or last < reference:
        raise ValueError("nothing is left of it")
    return Value(edtf.interval(reference.isoformat(), last.isoformat()), relative=True)


def _in_week(when: When, reference: date) -> Value:
    first, last = week(reference, when.week_shift or 0)
    if when.weekday is None:
        return Value(edtf.from_days(first, last), relative=True)
    return Value((first + timedelta(when.weekday)).isoformat(), relative=True)


def _long(when: When, reference: date | None) -> Value:
    if when.decade is not None:
        return _decade(when, reference)
    if when.century is not None:
        return Value(_century(when.century, when.calendar), mark="~" if when.calendar == "h" else "")
    assert when.unit_shift is not None
    name, shift = when.unit_shift
    now = _needed(reference)
    if name == "century":
        return Value(f"{(now.year - 1) // 100 + shift:02}XX", relative=True)
    if name == "decade":
        return Value(f"{now.year // 10 + shift:03}X", relative=True)
    if name in ("quarter", "half"):
        size, code = (3, 33) if name == "quarter" else (6, 40)
        year, number = divmod(now.year * (12 // size) + (now.month - 1) // size + shift, 12 // size)
        return Value(f"{year:04}-{code + number}", relative=True)
    raise ValueError(name)


def _century(number: int, era: str) -> str:
    if era == "h":
        first = calendars.hijri_year((number - 1) * 100 + 1)[0]
        return f"{first.year:04}/{calendars.hijri_year(number * 100)[1].year:04}"
    if number > 0:
        return f"{number - 1:02}XX"
    return f"{number * 100 + 1:05}/{(number + 1) * 100:05}" if number < -1 else "-0099/0000"


def _decade(when: When, reference: date | None) -> Value:
    decade = when.decade or 0
    if decade >= 100:
        return Value(f"{decade // 10:03}X")
    if when.unit_shift:
        century = (_needed(reference).year - 1) // 100 + when.unit_shift[1]
        return Value(f"{century:02}{decade // 10}X", relative=True)
    if decade >= 30:
        return Value(f"19{decade // 10}X")
    now = _needed(reference)
    century = now.year // 100 if now.year % 100 >= decade else now.year // 100 - 1
    return Value(f"{century:02}{decade // 10}X", relative=True, mark=_GUESSED)


def _year(when: When, reference: date | None) -> Value:
    if when.year_shift is not None:
        return Value(f"{_needed(reference).year + when.year_shift:04}", relative=True)
    if when.year is None:
        raise ValueError("nothing said")
    if when.calendar == "h":
        first, last, exact = calendars.hijri_year(when.year)
        return Value(edtf.from_days(first, last), mark="" if exact else "~")
    return Value(f"{when.year:04}" if when.year >= 0 else f"{when.year:05}")


def _known_year(when: When, reference: date | None) -> int | None:
    if when.year is not None:
        return when.year
    return None if when.year_shift is None else _needed(reference).year + when.year_shift


def _part(when: When, reference: date | None, future: bool) -> Value:
    year = _known_year(when, reference)
    assert when.part is not None
    if year is not None:
        return Value(f"{year:04}-{when.part}", relative=when.year is None)
    now = _needed(reference)
    if when.part >= 33:
        return Value(f"{now.year:04}-{when.part}", relative=True, mark="" if when.way == 0 else _GUESSED)
    first, last = (edtf.bounds(f"{now.year:04}-{when.part}")[side] for side in (0, 1))
    assert first is not None
    assert last is not None
    way = when.way if when.way is not None else (1 if future else -1)
    shift = 0
    if way < 0 and last >= now:
        shift = -1
    elif way > 0 and first <= now:
        shift = 1
    shift += (abs(way) - 1) * (1 if way > 0 else -1) if abs(way) > 1 else 0
    return Value(f"{now.year + shift:04}-{when.part}", relative=True)


def _feast(when: When, reference: date | None, future: bool) -> Value:
    assert when.feast is not None
    if when.year is not None and (when.calendar == "h" or 1300 <= when.year <= 1500):
        day = calendars.feast_in_hijri_year(when.feast, when.year)
        return Value(day.isoformat() if day else None, outside=True)
    year = _known_year(when, reference)
    if year is not None:
        day = calendars.feast_day(when.feast, year)
        return Value(day.isoformat() if day else None, relative=when.year is None, outside=True)
    now = _needed(reference)
    days = [calendars.feast_day(when.feast, now.year + step) for step in (-1, 0, 1)]
    day = _choose([item for item in days if item], now, when.way, future)
    return Value(day.isoformat(), relative=True, outside=True, mark=_GUESSED if when.way is None else "")


def _choose(days: list[date], now: date, way: int | None, future: bool) -> date:
    """The one of ascending days that an adjective, the tense or nearness points to."""
    past, coming = [d for d in days if d < now], [d for d in days if d > now]
    if way is not None and way < 0 and past:
        return past[way] if len(past) >= -way else past[0]
    if way is not None and way > 0 and coming:
        return coming[min(way, len(coming)) - 1]
    if way is None and future and coming:
        return now if now in days else coming[0]
    return min(days, key=lambda d: abs((d - now).days))


def _hijri(when: When, reference: date | None, future: bool) -> Value:
    if when.month is None:
        return _year(when, reference)
    year = _known_year(when, reference)
    gregorian_year = year is not None and not (when.year is not None and year < 1600)
    if year is not None and not gregorian_year:
        return _hijri_in(when, year)
    now = _needed(reference) if year is None else date(year, 7, 1)
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
        chosen_day = _choose([start for start, _ in starts], now, when.way, future)
        chosen = next(h for start, h in starts if start == chosen_day)
    value = _hijri_in(when, chosen)
    return replace(value, relative=True, mark=value.mark or ("" if when.way is not None else _GUESSED))


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
    if when.day == -1:
        return Value(last.isoformat(), mark=mark)
    if when.day is not None:
        day = calendars.hijri_day(year, when.month, when.day)[0]
        wrong = exact and when.weekday is not None and day.weekday() != when.weekday
        return Value(day.isoformat(), mark=mark, warning=_WRONG_WEEKDAY if wrong else None)
    return Value(edtf.from_days(first, last), mark=mark)


_WRONG_WEEKDAY = "the weekday is not that of the date"


def _month(when: When, reference: date | None, future: bool) -> Value:
    if when.month_shift is not None:
        now = _needed(reference)
        year, month = add_months(now.year, now.month, when.month_shift)
        return replace(_in_month(when, year, month), relative=True)
    assert when.month is not None
    known = _known_year(when, reference)
    if known is not None:
        return replace(_in_month(when, known, when.month), relative=when.year is None)
    now = _needed(reference)
    year, guessed = _year_for(when, now, future)
    return replace(_in_month(when, year, when.month), relative=True, mark=_GUESSED if guessed else "")


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


def _week_of_year(when: When, reference: date | None) -> Value:
    year = _known_year(when, reference)
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
    return Value(day.isoformat(), warning=_WRONG_WEEKDAY if wrong else None)


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


def _weekday(when: When, reference: date | None, future: bool) -> Value:
    now = _needed(reference)
    if when.day is not None:
        return _weekday_number(when, now)
    assert when.weekday is not None
    back = (now.weekday() - when.weekday) % 7
    if when.way is None or when.way == 0:
        day = now + timedelta(-back % 7) if future or when.way == 0 else now - timedelta(back)
        return Value(day.isoformat(), True, mark=_GUESSED if when.way is None and back else "")
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
