"""EDTF values (ISO 8601-2): what days a value covers, how values are ordered, made and compared.

Pure functions over strings. The forms that the digest writes: `2022-02-04`, `2022-02`, `2022`, `-0300`,
`197X`, `19XX`, seasons `2023-21`..`24`, quarters `-33`..`36`, halves `-40` and `-41`, intervals `a/b` with
`..` for an open end, one of `[a,b]` or `[a..b]`, all of `{a,b}`; `~ ? %` after a value.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from digest.model import Grain

_CYCLE_YEARS, _CYCLE_DAYS = 400, 146_097
_ATOM = re.compile(
    r"(?P<year>-?\d{4}|\d{2}XX|\d{3}X)(?:-(?P<part>\d\d)(?:-(?P<day>\d\d))?)?(?P<mark>[~?%]?)\Z", re.ASCII
)
_SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
_PART_MONTHS = (
    {n: (n, 1) for n in range(1, 13)}
    | {n: (first, 3) for n, first in _SEASON_MONTHS.items()}
    | {n: ((n - 33) * 3 + 1, 3) for n in range(33, 37)}
    | {40: (1, 6), 41: (7, 6)}
)
"""Second component of a value to (first month, number of months); winter begins in its year's December."""

_KNOWN = 1 << 14
"""Values whose days are remembered: an archive names the same days again and again."""

DayNumbers = tuple[int | None, int | None]
"""First and last day as proleptic Gregorian ordinals (`date.toordinal`; below 1 for BC); None: open."""


def is_valid(edtf: str) -> bool:
    """Whether `edtf` is one of the forms above and names days that exist."""
    try:
        day_numbers(edtf)
    except ValueError:
        return False
    return True


@lru_cache(_KNOWN)
def bounds(edtf: str) -> tuple[date | None, date | None]:
    """First and last day that the value covers; None for an open end or one outside years 1-9999.

    Raises ValueError for what is not valid.
    """
    first, last = day_numbers(edtf)
    return _as_date(first), _as_date(last)


@lru_cache(_KNOWN)
def day_numbers(edtf: str) -> DayNumbers:
    """First and last day as ordinals, years before 1 included. Raises ValueError."""
    if edtf[:1] in ("[", "{"):
        return _set_numbers(edtf)
    first, slash, last = edtf.partition("/")
    if not slash:
        return _atom_numbers(edtf)
    numbers = _end(first, 0), _end(last, 1)
    if numbers == (None, None) or _reversed(numbers):
        raise ValueError(f"not an EDTF interval: {edtf!r}")
    return numbers


@lru_cache(_KNOWN)
def year_of(edtf: str) -> int:
    """The year a value begins in, of an open beginning that it ends in; 0 is 1 BC. Raises ValueError.

    Values in the order of `sort_key` are in the order of their years.
    """
    first, last = day_numbers(edtf)
    number = last if first is None else first
    assert number is not None
    cycles, days = divmod(number - 1, _CYCLE_DAYS)
    return date.fromordinal(days + 1).year + cycles * _CYCLE_YEARS


@lru_cache(_KNOWN)
def sort_key(edtf: str) -> tuple[int, int, str]:
    """Order on a time line: by first day, the wider first; open beginnings stand at their end."""
    first, last = day_numbers(edtf)
    if first is None:
        assert last is not None
        return last, 1, edtf
    width = 0 if last is None else last - first
    return first, -width, edtf


def grain(edtf: str) -> Grain:
    """Precision of the value; of an interval or set, that of its finest end. Raises ValueError."""
    parts = [part for part in re.split(r"[\[\]{},/]|\.\.", edtf) if part]
    order = list(Grain)
    return min((_atom_grain(part) for part in parts), key=order.index)


def with_mark(edtf: str, mark: str) -> str:
    """`edtf` with `~` (approximate) or `?` (uncertain); sets and seasons, which EDTF cannot mark, stay."""
    if edtf[:1] in ("[", "{") or not mark:
        return edtf
    return "/".join(_marked(part, mark) for part in edtf.split("/"))


def without_marks(edtf: str) -> str:
    """`edtf` without `~ ? %`."""
    return edtf.translate({ord(mark): None for mark in "~?%"})


def from_days(first: date, last: date) -> str:
    """The shortest value that covers exactly the days from `first` to `last`."""
    if first == last:
        return first.isoformat()
    whole_months = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if whole_months and (first.month, last.month) == (1, 12):
        return interval(f"{first.year:04}", f"{last.year:04}")
    if whole_months:
        return interval(first.isoformat()[:7], last.isoformat()[:7])
    return interval(first.isoformat(), last.isoformat())


def interval(first: str, last: str) -> str:
    """`first/last`, or the one value when both ends are the same."""
    return first if first == last else f"{first}/{last}"


def one_of(values: Iterable[str]) -> str:
    """`[a,b,c]`, one of the values (sorted, each once); the value itself when there is one."""
    return _bracket(values, "[", "]")


def all_of(values: Iterable[str]) -> str:
    """`{a,b}`, all of the values (sorted, each once); the value itself when there is one."""
    return _bracket(values, "{", "}")


def one_of_days(days: Sequence[date], *, most: int = 6) -> str:
    """One of these days (ascending, at least one): listed up to `most`, else the span they lie in.

    A span is written as whole months, or as days where they follow each other within 31 days.
    """
    first, last = days[0], days[-1]
    consecutive = len(days) == (last - first).days + 1
    if len(days) < 3 or (len(days) <= most and not consecutive):
        return one_of(day.isoformat() for day in days)
    if (last - first).days < 31 and consecutive:
        whole = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
        return first.isoformat()[:7] if whole else f"[{first.isoformat()}..{last.isoformat()}]"
    if first.year == last.year and (first.month, last.month) == (1, 12):
        return f"{first.year:04}"
    if (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[:7]
    return f"[{first.isoformat()[:7]}..{last.isoformat()[:7]}]"


def members(edtf: str) -> tuple[str, ...]:
    """The values of a set that lists them; empty for anything else."""
    if edtf[:1] not in ("[", "{") or ".." in edtf:
        return ()
    return tuple(edtf[1:-1].split(","))


def contains(edtf: str, day: date) -> bool:
    """Whether `day` is among the days of the value (of a list: of one of its members)."""
    listed = members(edtf)
    if listed:
        return any(contains(item, day) for item in listed)
    first, last = day_numbers(edtf)
    number = day.toordinal()
    return (first is None or first <= number) and (last is None or number <= last)


def _bracket(values: Iterable[str], opening: str, closing: str) -> str:
    ordered = sorted(set(values), key=sort_key)
    return ordered[0] if len(ordered) == 1 else opening + ",".join(ordered) + closing


def _marked(part: str, mark: str) -> str:
    match = _ATOM.match(part)
    season = match is not None and match["part"] is not None and int(match["part"]) > 12
    if match is None or season or match["mark"]:
        return part
    return part + mark


def _set_numbers(edtf: str) -> DayNumbers:
    if len(edtf) < 3 or edtf[-1] != {"[": "]", "{": "}"}[edtf[0]]:
        raise ValueError(f"not an EDTF set: {edtf!r}")
    inner = edtf[1:-1]
    if ".." in inner:
        first, _, last = inner.partition("..")
        numbers = _end(first or "..", 0), _end(last or "..", 1)
        if numbers == (None, None) or _reversed(numbers):
            raise ValueError(f"not an EDTF set: {edtf!r}")
        return numbers
    each = [_atom_numbers(part) for part in inner.split(",")]
    return min(first for first, _ in each), max(last for _, last in each)


def _reversed(numbers: DayNumbers) -> bool:
    first, last = numbers
    return first is not None and last is not None and last < first


def _end(part: str, side: int) -> int | None:
    return None if part == ".." else _atom_numbers(part)[side]


def _atom_numbers(atom: str) -> tuple[int, int]:
    match = _ATOM.match(atom)
    if match is None:
        raise ValueError(f"not an EDTF value: {atom!r}")
    year, part, day = match["year"], match["part"], match["day"]
    if "X" in year:
        if part:
            raise ValueError(f"not an EDTF value: {atom!r}")
        return _ordinal(int(year.replace("X", "0")), 1, 1), _ordinal(int(year.replace("X", "9")), 12, 31)
    if part is None:
        return _ordinal(int(year), 1, 1), _ordinal(int(year), 12, 31)
    if int(part) not in _PART_MONTHS or (day and int(part) > 12):
        raise ValueError(f"not an EDTF value: {atom!r}")
    if day:
        number = _ordinal(int(year), int(part), int(day))
        return number, number
    month, length = _PART_MONTHS[int(part)]
    last_year, last_month = int(year) + (month + length - 2) // 12, (month + length - 2) % 12 + 1
    return _ordinal(int(year), month, 1), _ordinal(last_year, last_month, _month_days(last_year, last_month))


def _atom_grain(atom: str) -> Grain:
    match = _ATOM.match(atom)
    if match is None:
        raise ValueError(f"not an EDTF value: {atom!r}")
    if match["day"]:
        return Grain.DAY
    if match["part"]:
        number = int(match["part"])
        if number <= 12:
            return Grain.MONTH
        if number <= 24:
            return Grain.SEASON
        return Grain.QUARTER if number <= 36 else Grain.HALF
    return {0: Grain.YEAR, 1: Grain.DECADE, 2: Grain.CENTURY}[match["year"].count("X")]


def _month_days(year: int, month: int) -> int:
    return calendar.monthrange(year % _CYCLE_YEARS + _CYCLE_YEARS, month)[1]


def _ordinal(year: int, month: int, day: int) -> int:
    cycles = 0 if 1 <= year <= 9999 else year // _CYCLE_YEARS - 1
    return date(year - cycles * _CYCLE_YEARS, month, day).toordinal() + cycles * _CYCLE_DAYS


def _as_date(number: int | None) -> date | None:
    if number is None or not 1 <= number <= date.max.toordinal():
        return None
    return date.fromordinal(number)
