"""The longest single date at a token, from all the readers of the grammar."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import chain

from digest.dates import offsets, phrases, points, weekdays
from digest.dates.periods import Read, bare_year
from digest.dates.tokens import Tokens
from digest.dates.when import When

_Reader = Callable[[Tokens, int], Read]


def _offset(t: Tokens, at: int) -> Read:
    return offsets.offset_led(t, at, _named)


def _offset_after(t: Tokens, at: int) -> Read:
    return offsets.offset_after(t, at, _named)


def _named(t: Tokens, at: int) -> Read:
    """The longest single date at a token that is no offset itself: what an offset may be counted from."""
    return _longest(t, at, skipped=(_offset, _offset_after))


_BY_DAY: tuple[_Reader, ...] = (points.day_led, weekdays.nth_led, _offset_after, phrases.stretch_led)
_READERS: dict[str, tuple[_Reader, ...]] = {
    "digits": (points.numeric, points.year_month, *_BY_DAY),
    "number": _BY_DAY,
    "ordinal": (*_BY_DAY, phrases.feast_led, phrases.part_of_year),
    "few": (_offset_after, phrases.stretch_led),
    "month": (points.month_led,),
    "weekday": (weekdays.weekday_led,),
    "deictic": (weekdays.deictic_led,),
    "demonstratives": (weekdays.unit_led, points.month_led, weekdays.weekday_led, phrases.season_led),
    "unit": (
        *(weekdays.ordered_unit, weekdays.weekday_led, points.year_led, points.month_led, weekdays.unit_led),
        *(
            points.called_day,
            phrases.part_of_year,
            phrases.century_led,
            phrases.ordered_decade,
            phrases.stretch_led,
        ),
        _offset_after,
    ),
    "season": (phrases.season_led,),
    "decade": (phrases.decade_led,),
    "feast": (phrases.feast_led,),
    "week_ends": (phrases.weekend_led,),
    "parts": (phrases.part_led,),
    "rest": (phrases.rest_led,),
    "before": (_offset,),
    "ahead": (_offset,),
    "after": (_offset,),
    "since": (_offset,),
    "from": (_offset,),
}


POINTS = frozenset(_READERS)
"""The categories of the words that a single date can begin with."""


def point(t: Tokens, at: int) -> Read:
    """The longest single date that begins at the token, with the same date in the other calendar."""
    if at not in t.read:
        t.read[at] = None if POINTS.isdisjoint(t.categories(at)) else _read(t, at)
    return t.read[at]


def _read(t: Tokens, at: int) -> Read:
    best = _longest(t, at)
    return _other_calendar(t, *best) if best else None


def _longest(t: Tokens, at: int, *, skipped: tuple[_Reader, ...] = ()) -> Read:
    entry = t.entries[at]
    best: Read = None
    phrases_ = tuple(entry.phrases) if t.words[at + 1] in entry.seconds else ()
    for reader in _readers((*entry.words, *phrases_)):
        found = None if reader in skipped else reader(t, at)
        if found and (best is None or found[1] > best[1]):
            best = found
    called = entry.words.get("unit")
    if called and called.value == ("day", 1):
        dated = _called_day(t, at + 1)
        if dated and (best is None or dated[1] > best[1]):
            best = dated
    return best


@cache
def _readers(categories: tuple[str, ...]) -> tuple[_Reader, ...]:
    """The readers that can begin with one of the categories, each once, in their order."""
    return tuple(dict.fromkeys(chain.from_iterable(_READERS.get(category, ()) for category in categories)))


def _called_day(t: Tokens, at: int) -> Read:
    """What follows `يوم`: a day and month, a numeric date."""
    return (points.numeric(t, at) if t.is_digits(at) else None) or points.day_led(t, at)


def _other_calendar(t: Tokens, when: When, end: int) -> Read:
    """Past the same date in the other calendar: `19 ذي القعدة 1273 هـ/11 يوليو 1857`, `(1441 هـ)`."""
    if when.year is None:
        return when, end
    opened = t.words[end] == "("
    start = end + 1 if t.words[end] in ("/", "(", "-", "–", "،", ",", "=") else t.skip(end, "of")
    start = t.skip(start, "agrees")
    beside = t.is_digits(end) and t.entries[end - 1].words.get("hijri_eras") is not None
    if (start == end and not beside) or not (t.entries[start].words or t.entries[start].phrases):
        return when, end
    other = _full_date(t, start)
    if other is None or other[0].year is None or other[0].calendar == when.calendar:
        return when, end
    after = other[1] + (opened and t.words[other[1]] == ")")
    return (when if when.calendar == "g" else other[0]), after


def _full_date(t: Tokens, at: int) -> Read:
    if t.is_digits(at):
        return points.day_led(t, at) or points.numeric(t, at) or bare_year(t, at)
    return points.day_led(t, at) or weekdays.weekday_led(t, at) or points.month_led(t, at)
