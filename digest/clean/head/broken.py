"""A headline in two lines, the first of which ends with a word that another must follow: `… في`. Pure.

Called by `head`. The words are in `rules/fields.yml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from digest.clean.rows import Row
from digest.model import LineKind
from digest.rules import default_rules

_FEWEST, _LONGER = 3, 10
"""Words of a headline's first line; characters that the second may have more."""


def first_line(units: Sequence[Row], headline: int) -> int:
    """The row with which the headline begins: the one above it where that is broken off."""
    above = headline - 1
    broken = above >= 0 and _is_plain(units[above]) and _goes_on(units, above)
    return above if broken else headline


def mark_second_line(units: Sequence[Row], headline: int, first: int) -> None:
    """Mark the row below a broken headline as the rest of it; `first` is the body's row."""
    below = headline + 1
    if below < first and _is_plain(units[below]) and _goes_on(units, headline):
        units[below].mark(LineKind.HEADLINE, units[headline].rule)
        units[below].opens = units[below].finishes = False


def _is_plain(row: Row) -> bool:
    """Whether nothing sure is known of a row but that it may be a section's name."""
    return (row.kind is None or row.soft or row.kind is LineKind.NAVIGATION) and not row.bullet


def _goes_on(units: Sequence[Row], index: int) -> bool:
    row, below = units[index], units[index + 1]
    right_below = below.line == row.line + 1 and not below.stops and below.size <= row.size + _LONGER
    return right_below and len(row.words) >= _FEWEST and row.text.split()[-1] in _open_words()


@cache
def _open_words() -> frozenset[str]:
    """As they are written: folded, `على` would be a name, too."""
    return frozenset(default_rules().table("fields")["open_words"])
