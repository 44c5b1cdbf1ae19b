"""The grammar's top: ranges, edges, pairs, and what is temporal but no date.

`expression` reads the longest expression that begins at a token. Every reader looks ahead a bounded number of
tokens, so that the whole is linear in the text.
"""

from __future__ import annotations

from collections.abc import Callable

from digest.dates import phrases, points
from digest.dates.numbers import cardinal, count, day_number, ordinal
from digest.dates.periods import (
    Read,
    adjective,
    bare_year,
    dated_year,
    era,
    month,
    plural_adjective,
    worded_year,
    year_tail,
)
from digest.dates.tokens import Tokens
from digest.dates.when import Edge, Expression, Other, Range, When

Found = tuple[Expression, int] | None
_Reader = Callable[[Tokens, int], Read]

_BY_DAY: tuple[_Reader, ...] = (points.day_led, points.nth_led, points.offset_after, phrases.stretch_led)
_READERS: dict[str, tuple[_Reader, ...]] = {
    "digits": (points.numeric, *_BY_DAY),
    "number": _BY_DAY,
    "ordinal": _BY_DAY,
    "few": (points.offset_after, phrases.stretch_led),
    "month": (points.month_led,),
    "weekday": (points.weekday_led,),
    "deictic": (points.deictic_led,),
    "demonstratives": (points.unit_led, points.month_led, points.weekday_led, phrases.season_led),
    "unit": (
        *(points.weekday_led, points.year_led, points.month_led, points.unit_led, points.ordered_unit),
        *(phrases.part_of_year, phrases.century_led, phrases.ordered_decade, phrases.stretch_led),
    ),
    "season": (phrases.season_led,),
    "decade": (phrases.decade_led,),
    "feast": (phrases.feast_led,),
    "week_ends": (phrases.weekend_led,),
    "parts": (phrases.part_led,),
    "rest": (phrases.rest_led,),
    "before": (phrases.offset_led,),
    "ahead": (phrases.offset_led,),
    "after": (phrases.offset_led,),
    "since": (phrases.offset_led,),
    "from": (phrases.offset_led,),
}
_DASHES = frozenset("-–—~")


def expression(t: Tokens, at: int) -> Found:
    """The temporal expression that begins at the token, and the token after it."""
    entry = t.entries[at]
    if not entry.words and not entry.phrases:
        return None
    best: Found = None
    for reader in (_range, _edge, _pair, _single, _year_span, _other):
        found = reader(t, at)
        if found and (best is None or found[1] > best[1]):
            best = found
    return best


def point(t: Tokens, at: int) -> Read:
    """The longest single date that begins at the token; parts of the day before it are passed over."""
    entry = t.entries[at]
    best: Read = None
    for category in (*entry.words, *entry.phrases):
        for reader in _READERS.get(category, ()):
            found = reader(t, at)
            if found and (best is None or found[1] > best[1]):
                best = found
    called = entry.words.get("unit")
    if called and called.value == ("day", 1):
        dated = _called_day(t, at + 1)
        if dated and (best is None or dated[1] > best[1]):
            best = dated
    return _other_calendar(t, best) if best else None


def _called_day(t: Tokens, at: int) -> Read:
    """What follows `يوم`: a day and month, a numeric date."""
    if t.is_digits(at):
        return points.numeric(t, at) or points.day_led(t, at)
    return points.day_led(t, at)


def _other_calendar(t: Tokens, read: Read) -> Read:
    """The same date in the other calendar beside it: `19 ذي القعدة 1273 هـ/11 يوليو 1857`, `(1441 هـ)`."""
    assert read is not None
    when, end = read
    if when.year is None:
        return read
    opened = t.words[end] == "("
    start = end + 1 if t.words[end] in ("/", "(", "-", "–", "،", ",", "=") else t.skip(end, "of")
    start = t.skip(start, "agrees")
    if start == end or not (t.entries[start].words or t.entries[start].phrases):
        return read
    other = points.weekday_led(t, start) or points.numeric(t, start) if not t.is_digits(start) else None
    if t.is_digits(start):
        other = points.numeric(t, start) or bare_year(t, start)
    other = points.day_led(t, start) or other or points.month_led(t, start)
    if other is None or other[0].year is None or other[0].calendar == when.calendar:
        return read
    after = other[1] + (opened and t.words[other[1]] == ")")
    return (when if when.calendar == "g" else other[0]), after


def _single(t: Tokens, at: int) -> Found:
    found = point(t, at) or (_plain_year(t, at) if t.is_digits(at) else None)
    for category, side in (("or_after", "since"), ("or_before", "by")):
        opened = t.find(found[1], category) if found else None
        if found and opened:
            return Edge(side, found[0]), opened[1]
    found = point(t, at)
    if found:
        return found
    part = t.find(at, "day_parts")
    if part and not part[0].clitic.endswith("ل"):
        inner = point(t, part[1])
        day = inner and (inner[0].day or inner[0].weekday is not None or inner[0].day_shift is not None)
        return inner if day else None
    return None


def _loose(t: Tokens, at: int) -> Read:
    """An end of a range: a date, a year, or the bare number of a day."""
    found = point(t, at)
    number = day_number(t, at)
    if found is None or (number and number[1] > found[1]):
        year = bare_year(t, at)
        if year is None and number is None:
            year = worded_year(t, at) or _worded_era(t, at)
        if year:
            return year
        if number and number[0] > 0:
            end = number[1]
            return When(day=number[0], loose=True), end
    return found


def _worded_era(t: Tokens, at: int) -> Read:
    worded = cardinal(t, at)
    calendar = era(t, worded[1]) if worded else None
    return (dated_year(worded[0], calendar[0]), calendar[1]) if worded and calendar else None


def _range(t: Tokens, at: int) -> Found:
    between = t.find(at, "between")
    opening = t.find(at, "from") or t.find(at, "since")
    start = between[1] if between else opening[1] if opening else at
    first = _loose(t, start)
    if first is None and between is None:
        return None
    if first is None:
        return None
    second_at = _joint(t, first[1], between=between is not None)
    if second_at is None:
        return None
    second = _loose(t, second_at)
    if second is None:
        return None
    bare = not between and not opening
    return _united(t, first[0], second, bare=bare)


def _joint(t: Tokens, end: int, *, between: bool) -> int | None:
    """The token where the second end of a range begins, after `إلى`, a dash, or `و` of `بين`."""
    start = end + 1 if t.words[end] in ("،", ",") else end
    if t.words[start] == "و" and (between or t.find(start + 1, "to")):
        return start + 1 if between else t.find(start + 1, "to")[1]  # type: ignore[index]
    found = t.find(start, "to")
    if found:
        return found[1]
    if t.words[end] in _DASHES:
        return end + 1
    if between and t.words[start].startswith("و") and t.words[start] != "و":
        return start
    return None


def _united(t: Tokens, first: When, second: tuple[When, int], *, bare: bool) -> Found:
    """Give each end what only the other says; None when a bare number stays without a month."""
    last, end = second
    if last.loose and not first.loose and (tail := year_tail(t, end)) and tail[0].year is not None:
        last, end = last.but(year=tail[0].year), tail[1]
        first = first.but(year=tail[0].year) if first.year is None else first
    if first.loose and first.day is not None:
        if last.month is None and last.month_shift is None:
            return None
        first = last.but(day=first.day, weekday=None, loose=False)
    elif last.loose and last.day is not None:
        if first.day is None or (first.month is None and first.month_shift is None):
            return None
        last = first.but(day=last.day, weekday=None, year=last.year or first.year, loose=False)
    if first.offsets or last.offsets or (bare and not _same_kind(first, last)):
        return None
    return Range(*_shared(first, last)), end


def _same_kind(first: When, last: When) -> bool:
    return (first.day is None) == (last.day is None) and (first.weekday is None) == (last.weekday is None)


def _shared(first: When, last: When) -> tuple[When, When]:
    if first.month is not None and first.year is None and first.year_shift is None:
        first = first.but(year=last.year, year_shift=last.year_shift)
        if first.way is None:
            first = first.but(way=last.way)
    if first.day and first.weekday is not None and first.month is None and last.month is not None:
        first = first.but(month=last.month, year=last.year)
    if first.part and first.year is None:
        first = first.but(year=last.year, year_shift=last.year_shift)
    if (
        last.year is not None
        and last.month is None
        and first.calendar == "h"
        and first.year
        and last.year < 1500
    ):
        last = last.but(calendar="h")
    if first.year is not None and first.month is None and last.calendar == "h" and last.year:
        first = first.but(calendar="h")
    return first, last


def _pair(t: Tokens, at: int) -> Found:
    """Two dates named together: `عامي 2020 و2021`, `يومي 3 و4 مايو`, `مارس وأبريل الماضيين`."""
    unit = t.find(at, "unit")
    construct = unit is not None and unit[0].value[1] in (2, 3) and not unit[0].definite
    start = unit[1] if unit and construct else at
    first = _pair_end(t, start)
    if first is None:
        return None
    join = t.words[first[1]]
    second_at = first[1] + 1 if join == "و" else first[1] if join.startswith("و") else None
    second = _pair_end(t, second_at) if second_at is not None else None
    if second is None:
        return None
    found = _united(t, first[0], second, bare=True)
    if found is None or not isinstance(found[0], Range):
        return None
    pair, end = found[0], found[1]
    if plural_adjective(t, end) and (described := adjective(t, end)):
        pair = Range(pair.first.but(way=described[0]), pair.last.but(way=described[0]))
        end = described[1]
    elif not construct and not (first[0].loose or pair.last.year is not None):
        return None
    elif not construct and first[0].month is None and not first[0].loose:
        return None
    return Range(pair.first, pair.last, pair=True), end


def _pair_end(t: Tokens, at: int) -> Read:
    found = _loose(t, at)
    weekday = t.find(at, "weekday")
    if weekday and weekday[0].definite and plural_adjective(t, weekday[1]):
        return When(weekday=weekday[0].value), weekday[1]
    if found and found[0].month is not None and found[0].day is None and found[0].way is not None:
        bare = month(t, at)
        if bare and plural_adjective(t, bare[1]):
            return bare[0], bare[1]
    return found


def _year_span(t: Tokens, at: int) -> Found:
    """Years that only their surroundings tell: `2014-2018`, `(1990)`, `في 2019`, `منذ 2014`."""
    if t.is_digits(at):
        first = bare_year(t, at, low=1500, high=2150)
        if first is None:
            return None
        if t.words[first[1]] in ("-", "–", "/", "—") or t.find(first[1], "to"):
            last = bare_year(t, first[1] + 1, low=1500, high=2150)
            if last and first[0].year is not None and last[0].year is not None:
                ascending = 0 < last[0].year - first[0].year <= 150
                return (Range(first[0], last[0]), last[1]) if ascending else None
        marked = first[1] > at + 1
        enclosed = at > 0 and t.words[at - 1] == "(" and t.words[first[1]] == ")"
        return first if marked or enclosed else None
    return None


def _edge(t: Tokens, at: int) -> Found:
    """`منذ 2014`, `حتى نهاية مايو`, `بحلول عام 2022`, `قبل عام 2020`, `ابتداء من الجمعة`."""
    if "deictic" in t.entries[at].phrases and t.find(at, "deictic"):
        return None
    for side in ("since", "until", "by", "before", "after"):
        found = t.find(at, side)
        if found is None:
            continue
        inner = point(t, found[1]) or _plain_year(t, found[1])
        if inner is None or inner[0].offsets:
            continue
        if side in ("until", "after") and inner[0].day_shift == 0:
            return Other("duration"), inner[1]
        return Edge(side, inner[0]), inner[1]
    inside = t.find(at, "in")
    if inside or t.words[at] == "ب":
        inner = _plain_year(t, inside[1] if inside else at + 1)
        return inner
    return None


def _plain_year(t: Tokens, at: int) -> Read:
    """Four digits that a preposition of time makes a year, unless they count something."""
    found = bare_year(t, at, low=1800, high=2150)
    if found is None or not t.is_digits(at):
        worded = worded_year(t, at)
        return worded if worded and worded[1] > at + 2 and (worded[0].year or 0) % 100 else None
    after = t.words[found[1]]
    round_number = int(t.words[at]) % 100 == 0
    if after in points.word_set("counted") or (round_number and after.isalpha() and found[1] == at + 1):
        return None
    return found


def _other(t: Tokens, at: int) -> Found:
    """Durations, frequencies and clock times, read so that they are not taken for dates."""
    entry = t.entries[at]
    if "frequencies" in entry.words:
        return Other("frequency"), at + 1
    every = t.find(at, "every")
    if every and not every[0].definite:
        return _frequency(t, every[1])
    clock = t.find(at, "clock")
    if clock:
        return _clock(t, clock[1])
    if t.find(at, "for") or t.find(at, "within"):
        found = t.find(at, "for") or t.find(at, "within")
        return _duration(t, found[1]) if found else None
    return _time_of_day(t, at) or _duration(t, at)


def _frequency(t: Tokens, at: int) -> Found:
    number = count(t, at)
    unit = t.find(number[1] if number else at, "unit") or t.find(at, "weekday") or t.find(at, "clock_units")
    return (Other("frequency"), unit[1]) if unit and not unit[0].definite else None


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
    number = ordinal(t, at)
    timed = _time_of_day(t, at)
    end = timed[1] if timed else number[1] if number else at + 1 if t.is_digits(at) else None
    return (Other("clock"), t.skip(end, "day_parts")) if end is not None else None


def _time_of_day(t: Tokens, at: int) -> Found:
    """`10:30`, `10:30 صباحا`."""
    if t.is_digits(at) and t.words[at + 1] == ":" and t.is_digits(at + 2) and len(t.words[at]) <= 2:
        return Other("clock"), t.skip(at + 3, "day_parts")
    return None
