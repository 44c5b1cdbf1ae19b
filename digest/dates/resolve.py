"""Places what an expression says on the calendar, given a day of reference or none.

Pure arithmetic over `When` values; the press sense of the adjectives is here and in the modules it asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from digest import edtf
from digest.dates.eras import place_long, place_part, place_year
from digest.dates.lunar import place_feast, place_hijri
from digest.dates.shifts import offset, offset_day, stretch, week
from digest.dates.solar import place_month, place_week_of_year, place_weekday
from digest.dates.value import NoReferenceError, Value, needed
from digest.dates.when import When
from digest.model import DateFault

_Placer = Callable[[When, date | None, bool], Value]


def resolve(when: When, reference: date | None, *, future: bool = False) -> Value:
    """The value of one date. `future`: the sentence speaks of what is to come.

    Without a reference, a date that needs one has the value None and is relative.
    """
    return resolve_each(when, (reference,), future=future)[0]


def resolve_each(when: When, references: Iterable[date | None], *, future: bool) -> list[Value]:
    """The values of one date for one reference after another."""
    placer = _placer(when)
    return [_resolved(placer, when, reference, future) for reference in references]


def _resolved(placer: _Placer, when: When, reference: date | None, future: bool) -> Value:
    try:
        value = placer(when, reference, future)
    except NoReferenceError:
        return Value(None, relative=True, outside=when.feast is not None)
    except (ValueError, OverflowError):
        return Value(None, warning=DateFault.NO_SUCH_DATE)
    if when.approximate and value.edtf and not value.mark:
        value = value._replace(mark="~")
    return value


def _place(when: When, reference: date | None, future: bool) -> Value:
    return _placer(when)(when, reference, future)


def _placer(when: When) -> _Placer:
    return next((placer for applies, placer in _PLACERS if applies(when)), place_year)


def _offset(when: When, reference: date | None, future: bool) -> Value:
    if when.base is not None:
        return _offset_from(when, when.base, reference, future)
    return Value(offset(needed(reference), when.offsets), relative=True)


def _offset_from(when: When, base: When, reference: date | None, future: bool) -> Value:
    """So many steps from a date: a day where the date is one."""
    told = _place(base, reference, future)
    first, last = edtf.bounds(told.edtf) if told.edtf else (None, None)
    start = first if when.offsets[0][0] < 0 else last
    if start is None:
        raise ValueError("the date to count from is open")
    return told._replace(edtf=offset_day(start, when.offsets).isoformat())


def _portion(when: When, reference: date | None, future: bool) -> Value:
    """One of the equal portions of a month, a decade or a century: `النصف الأول من مايو`."""
    assert when.base is not None
    assert when.portion is not None
    told = _place(when.base, reference, future)
    first, last = edtf.bounds(told.edtf) if told.edtf else (None, None)
    if first is None or last is None:
        raise ValueError("nothing to divide")
    number, parts = when.portion
    if (last - first).days < 32:
        size = 30 // parts
        begin = first + timedelta(size * (number - 1))
        end = last if number == parts else begin + timedelta(size - 1)
        return told._replace(edtf=edtf.from_days(begin, end))
    if first.year == last.year:
        months = 12 // parts
        begin_month = months * (number - 1) + 1
        return told._replace(
            edtf=f"{first.year:04}-{begin_month:02}/{first.year:04}-{begin_month + months - 1:02}"
        )
    years = (last.year - first.year + 1) // parts
    begin_year = first.year + years * (number - 1)
    end_year = last.year if number == parts else begin_year + years - 1
    return told._replace(edtf=edtf.interval(f"{begin_year:04}", f"{end_year:04}"))


def _stretch(when: When, reference: date | None, _future: bool) -> Value:
    assert when.stretch is not None
    return Value(stretch(needed(reference), *when.stretch), relative=True)


def _weekend(when: When, reference: date | None, _future: bool) -> Value:
    saturday = week(needed(reference), when.weekend_shift or 0)[0] + timedelta(5)
    return Value(edtf.from_days(saturday, saturday + timedelta(1)), relative=True)


def _deictic(when: When, reference: date | None, _future: bool) -> Value:
    day = needed(reference) + timedelta(when.day_shift or 0)
    wrong = when.weekday is not None and day.weekday() != when.weekday
    return Value(day.isoformat(), True, warning=DateFault.WRONG_WEEKDAY if wrong else None)


def _rest(when: When, reference: date | None, future: bool) -> Value:
    """From the day of reference to the end of the period that it lies in."""
    now = needed(reference)
    inner = _place(when.but(rest=False), now, future)
    last = edtf.bounds(inner.edtf)[1] if inner.edtf else None
    if last is None or last < now:
        raise ValueError("nothing is left of it")
    return Value(edtf.interval(now.isoformat(), last.isoformat()), relative=True)


def _in_week(when: When, reference: date | None, _future: bool) -> Value:
    first, last = week(needed(reference), when.week_shift or 0)
    if when.weekday is None:
        return Value(edtf.from_days(first, last), relative=True)
    return Value((first + timedelta(when.weekday)).isoformat(), relative=True)


def _is_long(when: When) -> bool:
    return when.century is not None or when.decade is not None or when.unit_shift is not None


def _has_month(when: When) -> bool:
    return when.month is not None or when.month_shift is not None


_PLACERS: tuple[tuple[Callable[[When], bool], _Placer], ...] = (
    (lambda when: when.rest, _rest),
    (lambda when: when.portion is not None, _portion),
    (lambda when: bool(when.offsets), _offset),
    (lambda when: when.stretch is not None, _stretch),
    (lambda when: when.day_shift is not None and when.month is None, _deictic),
    (lambda when: when.week_shift is not None, _in_week),
    (lambda when: when.weekend_shift is not None, _weekend),
    (_is_long, place_long),
    (lambda when: when.feast is not None, place_feast),
    (lambda when: when.part is not None, place_part),
    (lambda when: when.calendar == "h", place_hijri),
    (lambda when: when.week and not _has_month(when), place_week_of_year),
    (_has_month, place_month),
    (lambda when: when.weekday is not None or when.day is not None, place_weekday),
)
"""What an expression says, asked in this order, and how it is placed."""
