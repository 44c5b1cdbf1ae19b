"""Grammar of ranges (`من 4 إلى 22 هذا الشهر`) and of dates named together (`عامي 2020 و2021`)."""

from __future__ import annotations

from digest.dates.numbers import cardinal, day_number, ordinal
from digest.dates.periods import (
    Read,
    adjective,
    bare_year,
    dated_year,
    era,
    month,
    month_name,
    of_decimal,
    plural_adjective,
    worded_year,
    year_tail,
)
from digest.dates.points import month_end
from digest.dates.single import point
from digest.dates.tokens import Tokens
from digest.dates.when import Range, When

Found = tuple[Range, int] | None
_DASHES = frozenset("-–—~")
_MOST_ITEMS = 6


def span(t: Tokens, at: int) -> Found:
    """From one date to another; what one end leaves out the other says."""
    between = t.find(at, "between")
    counted = t.find(between[1], "unit") if between else None
    both = together(t, between[1]) if between and counted and counted[0].value[1] == 2 else None
    if both and isinstance(both[0], Range) and not both[0].middle:
        return Range(both[0].first, both[0].last), both[1]
    opening = t.find(at, "from") or t.find(at, "since")
    start = between[1] if between else opening[1] if opening else at
    first = _loose(t, start)
    second_at = (
        _joint(t, first[1], between=between is not None, opened=opening is not None) if first else None
    )
    second = _loose(t, second_at) if second_at is not None else None
    if first is None or second is None:
        return None
    return _united(t, first[0], second, bare=not between and not opening)


def _loose(t: Tokens, at: int) -> Read:
    """An end of a range: a date, a year, or the bare number of a day."""
    if at not in t.ends:
        t.ends[at] = _read_loose(t, at)
    return t.ends[at]


def _read_loose(t: Tokens, at: int) -> Read:
    if not t.categories(at) and not t.is_digits(at + 1):
        return None
    if t.words[at] in ("ال", "وال") and t.is_digits(at + 1):
        at += 1
    found, number = point(t, at), None if of_decimal(t, at) else day_number(t, at)
    if found is not None and (number is None or number[1] <= found[1]):
        return found
    year = bare_year(t, at)
    if year is None and number is None:
        year = worded_year(t, at) or _worded_era(t, at)
    if year:
        return year
    if found is None and number is None:
        now = t.find(at, "now")
        return (When(day_shift=0), now[1]) if now else None
    return (When(day=number[0], loose=True), number[1]) if number and number[0] > 0 else found


def _worded_era(t: Tokens, at: int) -> Read:
    worded = cardinal(t, at)
    calendar = era(t, worded[1]) if worded else None
    return (dated_year(worded[0], calendar[0]), calendar[1]) if worded and calendar else None


def _joint(t: Tokens, end: int, *, between: bool, opened: bool) -> int | None:
    """The token where the second end of a range begins, after `إلى`, a dash, `و` of `بين`, `ل` of `من`."""
    start = end + 1 if t.words[end] in ("،", ",") else end
    if t.words[start] == "و":
        until = t.find(start + 1, "to")
        return start + 1 if between else until[1] if until else None
    found = t.find(start, "to")
    if found:
        return found[1]
    if t.words[end] in _DASHES or _following_year(t, end):
        return end + 1
    if opened and t.words[start] in ("ل", "لل"):
        return start + 1
    if opened and any(reading.clitic in ("ل", "ول") for reading in t.entries[start].words.values()):
        return start
    return start if between and t.words[start].startswith("و") else None


def _following_year(t: Tokens, end: int) -> bool:
    """Whether a stroke joins a year to the one after it (`2017/2018`)."""
    figures = t.words[end] == "/" and t.is_digits(end - 1) and t.is_digits(end + 1)
    years = figures and len(t.words[end - 1]) == len(t.words[end + 1]) == _YEAR_FIGURES
    return years and int(t.words[end + 1]) == int(t.words[end - 1]) + 1


_YEAR_FIGURES = 4


def _united(t: Tokens, first: When, second: tuple[When, int], *, bare: bool) -> Found:
    """Give each end what only the other says; None when a bare number stays without a month."""
    last, end = second
    if last.loose and t.words[end] == ":":
        return None
    tail = year_tail(t, end) if last.loose and not first.loose else None
    if tail and tail[0].year is not None:
        last, end = last.but(year=tail[0].year), tail[1]
        first = first.but(year=tail[0].year) if first.year is None else first
    if first.loose:
        if not _has_month(last):
            return None
        first = last.but(day=first.day, weekday=None, loose=False)
    elif last.loose:
        if first.day is None or not _has_month(first):
            return None
        last = first.but(day=last.day, weekday=None, year=last.year or first.year, loose=False)
    if first.offsets or last.offsets or (bare and not _same_kind(first, last)):
        return None
    return Range(*_shared(first, last)), end


def _has_month(when: When) -> bool:
    return when.month is not None or when.month_shift is not None


def _same_kind(first: When, last: When) -> bool:
    return (first.day is None) == (last.day is None) and (first.weekday is None) == (last.weekday is None)


def _shared(first: When, last: When) -> tuple[When, When]:
    """The year, adjective, month and calendar that the words give once for both."""
    unplaced = first.year is None and first.year_shift is None
    if unplaced and (first.month is not None or first.part):
        first = first.but(year=last.year, year_shift=last.year_shift)
        if first.way is None and not first.part:
            first = first.but(way=last.way)
    if first.day and first.weekday is not None and first.month is None and last.month is not None:
        first = first.but(month=last.month, year=last.year)
    if first.calendar == "h" and first.year and last.month is None and last.year and last.year < 1500:
        last = last.but(calendar="h")
    if last.calendar == "h" and last.year and first.month is None and first.year is not None:
        first = first.but(calendar="h")
    return first, last


def together(t: Tokens, at: int) -> Found:
    """Dates named together: `عامي 2020 و2021`, `أيام 3 و4 و5 مايو`, `مارس وأبريل الماضيين`."""
    unit = t.find(at, "unit")
    if unit and unit[0].value == ("century", 2):
        return _centuries(t, unit[1])
    construct = unit is not None and unit[0].value[1] in (2, 3) and not unit[0].definite
    named = unit is not None and unit[0].value == ("year", 3)
    months = unit is not None and construct and unit[0].value[0] == "month"
    items, end = _items(t, unit[1] if unit and (construct or named) else at, months=months)
    if len(items) < 2:
        return None
    found = _united(t, items[0], (items[-1], end), bare=True)
    if found is None:
        return None
    pair, end = found
    middle = tuple(_like(pair.last, item) for item in items[1:-1])
    described = adjective(t, end) if plural_adjective(t, end) else None
    if described:
        way = described[0]
        middle = tuple(item.but(way=way) for item in middle)
        return Range(pair.first.but(way=way), pair.last.but(way=way), True, middle), described[1]
    if not construct and not named and not _linked(items[0], pair.last):
        return None
    return Range(pair.first, pair.last, True, middle), end


def _centuries(t: Tokens, at: int) -> Found:
    """`القرنين السادس عشر والسابع عشر`."""
    first = ordinal(t, at)
    second = ordinal(t, first[1]) if first else None
    if first is None or second is None or not t.words[first[1]].startswith("و"):
        return None
    if not 1 <= first[0] < second[0] <= _MOST_CENTURIES:
        return None
    calendar = era(t, second[1])
    name, end = calendar or ("g", second[1])
    sign = -1 if name == "bc" else 1
    begins = When(century=sign * first[0], calendar="h" if name == "h" else "g")
    return Range(begins, begins.but(century=sign * second[0]), True), end


_MOST_CENTURIES = 30


def _like(last: When, item: When) -> When:
    """A date of a list with what its last one says for all."""
    if item.loose:
        return last.but(day=item.day, weekday=None, loose=False)
    return _shared(item, last)[0]


def _linked(first: When, last: When) -> bool:
    """Whether two dates joined by و share a month or a year; else they are two dates."""
    return first.loose or (last.year is not None and first.month is not None and first.year is None)


def _items(t: Tokens, at: int, *, months: bool = False) -> tuple[list[When], int]:
    """The dates of a list joined by و (or commas before the last), and the token after it."""
    items: list[When] = []
    end = start = at
    while len(items) < _MOST_ITEMS:
        found = _list_item(t, start, months=months)
        if found is None:
            break
        items.append(found[0])
        end = found[1]
        join = t.words[end]
        if join == "و" or (join in ("،", ",") and (found[0].loose or months)):
            start = end + 1
        elif join.startswith("و"):
            start = end
        else:
            break
    return items, end


def _month_of_pair(t: Tokens, at: int) -> Read:
    """A month whose name is a word too, before another and an adjective for both: `مارس وأبريل المقبلين`."""
    first = month_name(t, at)
    second = month_name(t, first[2]) if first and t.words[first[2]].startswith("و") else None
    if first is None or second is None or not plural_adjective(t, second[2]):
        return None
    return When(calendar=first[0], month=first[1]), first[2]


def _list_item(t: Tokens, at: int, *, months: bool) -> Read:
    """One date of a list; after `شهري` every name is a month."""
    named = month_name(t, at) if months else None
    if named:
        return month_end(t, When(calendar=named[0], month=named[1]), named[2])
    found, weekday = _loose(t, at) or _month_of_pair(t, at), t.find(at, "weekday")
    if weekday and weekday[0].definite and plural_adjective(t, weekday[1]):
        return When(weekday=weekday[0].value), weekday[1]
    if found and found[0].month is not None and found[0].day is None and found[0].way is not None:
        bare = month(t, at)
        if bare and plural_adjective(t, bare[1]):
            return bare[0], bare[1]
    return found
