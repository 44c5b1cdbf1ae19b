"""A headline in two lines: the first ends with a word that another must follow, or tells nothing. Pure.

Called by `head`. The words are in `rules/fields.yml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from digest.clean.fields.everyday import is_verb
from digest.clean.prose import shared
from digest.clean.rows import Row
from digest.model import LineKind
from digest.rules import default_rules
from digest.text import without_vowels

STATED = "headline.stated"
"""The rule of a headline that is all of the title which the markup states; only a broken one goes on."""
_FEWEST, _LONGER = 3, 10
"""Words of a headline's first line; characters that the second may have more."""
_TOLD = 0.3
"""The share of content words that the body tells of a line that no mark joins to the other."""


def first_line(units: Sequence[Row], headline: int, body: AbstractSet[str]) -> int:
    """The row with which the headline begins: the one above it where that is broken off."""
    above = headline - 1
    broken = above >= 0 and _is_plain(units[above]) and _goes_on(units, above, body)
    return above if broken else headline


def mark_second_line(units: Sequence[Row], headline: int, first: int, body: AbstractSet[str]) -> None:
    """Mark the row below a broken headline as the rest of it; `first` is the body's row."""
    below = headline + 1
    if below < first and _is_plain(units[below]) and _goes_on(units, headline, body):
        units[below].mark(LineKind.HEADLINE, units[headline].rule)
        units[below].opens = units[below].finishes = False


def is_in_two_lines(row: Row, below: Row) -> bool:
    """Whether a title that nothing tells of goes on in the very next line, with a preposition."""
    next_line = below.line - row.line == 1 and len(row.words) >= _FEWEST and row.rule == below.rule
    return next_line and _is_prepositional(below) and not (row.ends or below.ends or _is_parted(below))


def _is_plain(row: Row) -> bool:
    """Whether nothing sure is known of a row but that it may be a section's name."""
    return (row.kind is None or row.soft or row.kind is LineKind.NAVIGATION) and not row.bullet


def _goes_on(units: Sequence[Row], index: int, body: AbstractSet[str]) -> bool:
    """Whether a headline's line goes on in the next one; across a blank line only if the body tells it."""
    row, below = units[index], units[index + 1]
    gap = below.line - row.line
    if (
        row.level != below.level
        or len(row.words) < _FEWEST
        or below.stops
        or gap > _BLANK
        or below.size > row.size + _LONGER
    ):
        return False
    if without_vowels(row.text.split()[-1]).text in _words("open_words"):
        return gap == 1 or shared(below, body) >= _TOLD
    open_ = row.rule != STATED and _is_rest(row, below)
    return open_ and min(shared(row, body), shared(below, body)) >= _TOLD


_BLANK = 2
"""Lines from one to the next across a blank one."""


def _is_rest(row: Row, below: Row) -> bool:
    """Whether a line begins with a preposition, as no whole headline without a verb does: `في وسط المدينة`.

    The line above tells nothing either, so that neither is a sentence of its own.
    """
    whole = row.ends or below.ends or row.kind not in _UNTOLD or _is_parted(below)
    return _is_prepositional(below) and not whole and not any(map(is_verb, (*row.words, *below.words)))


def _is_prepositional(row: Row) -> bool:
    return bool(row.words) and without_vowels(row.text.split()[0]).text in _words("joining_words")


def _is_parted(row: Row) -> bool:
    return any(mark in row.text for mark in _PARTING)


_UNTOLD = (None, LineKind.HEADLINE)
_PARTING = (":", "..", "…", "|", "؟", "!")
"""Marks of a headline that has two parts in one line."""


@cache
def _words(name: str) -> frozenset[str]:
    """As they are written, vowel marks aside: folded, `على` would be a name, too."""
    return frozenset(without_vowels(word).text for word in default_rules().table("fields")[name])
