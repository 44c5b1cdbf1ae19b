"""What is known of the rows above a body before one of them is chosen as the headline. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from digest.clean.prose import shared
from digest.clean.rows import Row
from digest.model import LineKind

BUTTONS = frozenset(
    {
        LineKind.SHARE,
        LineKind.COPY_LINK,
        LineKind.APP_CONTROL,
        LineKind.READING_TIME,
        LineKind.COMMENTS,
    }
)
"""Kinds of what stands below a headline."""
_REACH, INSIDE = 60, 3
"""Rows above the body that may be the headline, and first rows of its stretch."""
_LONGEST_REPEATED = 300
"""Characters of a row that may repeat a headline."""


@dataclass(frozen=True, slots=True)
class Head:
    """The rows about a body's beginning, from `low` to `first`, which is the body's; `body` are its stems."""

    units: Sequence[Row]
    low: int
    first: int
    body: frozenset[str]
    counts: Sequence[int]
    """Words of each row above the body of which nothing sure is known, those of a date aside; else -1."""
    cores: str
    """What may repeat a headline: the short rows, a line each."""

    def count(self, index: int) -> int:
        """Words of a plain row above the body; -1 for any other."""
        return self.counts[index - self.low] if self.low <= index < self.first else -1

    def beside(self, index: int, step: int) -> int:
        """The row above (`step` -1) one, or below (1): the topmost of a title that stands twice running."""
        place = index + step
        while self.count(place) >= _OF_TITLE and (
            _is_same(self.units[place], self.units[index]) or self._is_again(place)
        ):
            place += step
        return place

    def is_doubled(self, index: int) -> bool:
        """Whether the page has a title's line twice running, as a link to itself and as the headline."""
        return self._is_again(index) or (self.low <= index < self.first - 1 and self._is_again(index + 1))

    def _is_again(self, index: int) -> bool:
        """Whether a title's line is the one right above it again."""
        return self.count(index - 1) >= _OF_TITLE and _is_same(self.units[index - 1], self.units[index])

    def is_plain(self, index: int) -> bool:
        """Whether nothing sure is known of a row."""
        return self.count(index) >= 0


def _is_same(row: Row, other: Row) -> bool:
    """Whether two rows are one title, one of them with a site's name before it or behind it perhaps."""
    short, long = (row, other) if row.size <= other.size else (other, row)
    if short.core == long.core or len(long.words) - len(short.words) > _OF_SITE:
        return short.core == long.core
    within = long.core.startswith(short.core) or long.core.endswith(short.core)
    return within and len(short.words) >= _OF_TITLE


_OF_SITE = 4
"""Words of a site's name."""


def head_of(units: Sequence[Row], first: int, body: frozenset[str]) -> Head:
    """What is known of the rows above a body that begins at `first`."""
    low = max(0, first - _REACH)
    around = units[low : first + INSIDE]
    cores = "\n".join([row.core for row in around if row.size <= _LONGEST_REPEATED])
    return Head(units, low, first, body, tuple(map(_count, units[low:first])), cores)


def heads_told(head: Head, index: int) -> bool:
    """Whether a title's line with a deck below it stands below other news, of which the body tells little.

    The two are the last ones above the body.
    """
    plain = min(map(head.count, range(index - 1, index + 2))) >= _OF_TITLE
    if not plain or any(map(head.is_plain, range(index + 2, head.first))):
        return False
    above, *own = head.units[index - 1 : index + 2]
    told = min(shared(row, head.body) for row in own)
    return told >= _TOLD and shared(above, head.body) <= told / _MORE


_OF_TITLE, _TOLD, _MORE = 4, 0.5, 2
"""Words of a title, the share of its content words that the body has, and how often that of other news."""


def _count(row: Row) -> int:
    plain = (row.kind is None or row.soft) and row.words and not row.bullet
    return sum(not word[0].isdigit() for word in row.words) if plain else -1
