"""Cuts what grows with the archive into pages: one a year, a long year into numbered parts. Pure.

Parts are counted from their year's beginning, so that what is added at its end changes its last part alone.
They are cut by the Arabic, so that both languages have the same pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from digest.edtf import sort_key, year_of

MOST = 180_000
"""About how many bytes of what is listed a part has: with its frame a page stays well under 300 KB."""
ALL, UNDATED = "all", "undated"
"""Names of the part that holds everything, and of the one that holds what has no date."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """What one page holds."""

    year: int | None
    """None where it holds more than a year, or what has no date."""
    number: int
    """From 1 in each year."""
    name: str
    """Of its file: `2024`, `2024-2`, `301-bc`, `undated`, `all`."""
    items: tuple[T, ...]


def parts_by_year(
    items: Sequence[T], edtf: Callable[[T], str | None], size: Callable[[T], int], most: int = MOST
) -> tuple[Part[T], ...]:
    """What is listed in the order of time, a part a year and more where a year is long; undated last.

    `edtf` gives the date of an item, `size` about how many bytes it takes. Items of one time stay in order.
    """
    dated = sorted(((sort_key(date), item) for item in items if (date := edtf(item))), key=lambda it: it[0])
    undated = [item for item in items if not edtf(item)]
    parts = list[Part[T]]()
    for year, group in groupby((item for _, item in dated), key=lambda item: year_of(edtf(item) or "")):
        parts += _numbered(year, year_name(year), group, size, most)
    return (*parts, *_numbered(None, UNDATED, undated, size, most))


def parts_or_all(
    items: Sequence[T], edtf: Callable[[T], str | None], size: Callable[[T], int], most: int = MOST
) -> tuple[Part[T], ...]:
    """The same; one part named `all` where everything is short enough for it: not a page for each item."""
    parts = parts_by_year(items, edtf, size, most)
    if sum(map(size, items)) > most or not items:
        return parts
    return (Part(None, 1, ALL, tuple(item for part in parts for item in part.items)),)


def year_name(year: int) -> str:
    """A year in the name of a file."""
    return f"{year}" if year > 0 else f"{1 - year}-bc"


def neighbours(parts: Sequence[Part[T]], index: int) -> tuple[Part[T] | None, Part[T] | None]:
    """The parts before and after one; what has no date is no year's neighbour."""
    return _beside(parts, index, index - 1), _beside(parts, index, index + 1)


def fitting(items: Sequence[T], size: Callable[[T], int], most: int = MOST) -> tuple[T, ...]:
    """The first of a list that fit on one page, at least one of them."""
    return next(_pieces(items, size, most), ())


def numbered_lists(items: Sequence[T], most: int) -> tuple[tuple[T, ...], ...]:
    """A list in pieces of `most`; one empty piece for an empty list."""
    return tuple(tuple(items[at : at + most]) for at in range(0, len(items), most)) or ((),)


def _beside(parts: Sequence[Part[T]], index: int, other: int) -> Part[T] | None:
    inside = 0 <= other < len(parts)
    return parts[other] if inside and (parts[other].year is None) == (parts[index].year is None) else None


def _numbered(
    year: int | None, name: str, items: Iterable[T], size: Callable[[T], int], most: int
) -> Iterator[Part[T]]:
    for number, piece in enumerate(_pieces(items, size, most), start=1):
        yield Part(year, number, name if number == 1 else f"{name}-{number}", piece)


def _pieces(items: Iterable[T], size: Callable[[T], int], most: int) -> Iterator[tuple[T, ...]]:
    piece, used = list[T](), 0
    for item in items:
        if piece and used + size(item) > most:
            yield tuple(piece)
            piece, used = [], 0
        piece.append(item)
        used += size(item)
    if piece:
        yield tuple(piece)
