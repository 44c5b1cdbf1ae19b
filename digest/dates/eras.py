"""Places years, seasons, quarters, decades and centuries."""

from __future__ import annotations

from datetime import date

from digest import edtf
from digest.dates import calendars
from digest.dates.lunar import place_hijri_year
from digest.dates.value import GUESSED, Value, known_year, needed
from digest.dates.when import When


def place_long(when: When, reference: date | None, _future: bool) -> Value:
    """A decade or century, named or counted from the reference."""
    if when.decade is not None:
        return _decade(when, reference)
    if when.century is not None:
        return Value(_century(when.century, when.calendar), mark="~" if when.calendar == "h" else "")
    assert when.unit_shift is not None
    name, shift = when.unit_shift
    now = needed(reference)
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
        century = (needed(reference).year - 1) // 100 + when.unit_shift[1]
        return Value(f"{century:02}{decade // 10}X", relative=True)
    if decade >= 30:
        return Value(f"19{decade // 10}X")
    now = needed(reference)
    century = now.year // 100 if now.year % 100 >= decade else now.year // 100 - 1
    return Value(f"{century:02}{decade // 10}X", relative=True, mark=GUESSED)


def place_year(when: When, reference: date | None, _future: bool) -> Value:
    """A year, given or counted from the reference."""
    if when.year_shift is not None:
        return Value(f"{needed(reference).year + when.year_shift:04}", relative=True)
    if when.year is None:
        raise ValueError("nothing said")
    if when.calendar == "h":
        return place_hijri_year(when.year)
    return Value(f"{when.year:04}" if when.year >= 0 else f"{when.year:05}")


def place_part(when: When, reference: date | None, future: bool) -> Value:
    """A season, quarter or half year."""
    year = known_year(when, reference)
    assert when.part is not None
    if year is not None:
        return Value(f"{year:04}-{when.part}", relative=when.year is None)
    now = needed(reference)
    if when.part >= 33:
        return Value(f"{now.year:04}-{when.part}", relative=True, mark="" if when.way == 0 else GUESSED)
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
