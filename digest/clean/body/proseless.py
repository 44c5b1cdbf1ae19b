"""Finds the text of a page that has no paragraphs: briefs, verses, sentences without stops. Pure, linear."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from digest.clean.body.headed import lists_alone
from digest.clean.fields.fieldwords import is_name
from digest.clean.prose import is_notice, reads_like_a_sentence, shared, stems
from digest.clean.rows import Row
from digest.model import LineKind

_VERSE_LEAST, _BRIEF_LEAST, _FEWEST_WORDS = 200, 40, 3
"""Characters of verses, and of briefs; words of a sentence."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows [first, last] with their score."""

    first: int
    last: int
    score: float


def find_proseless(units: Sequence[Row]) -> Stretch | None:
    """The stretch of such a text; None where there is none."""
    return _brief(units) or _lists(units) or _verse(units) or _unstopped(units) or _flash(units)


def _brief(units: Sequence[Row]) -> Stretch | None:
    """The first run of short sentences with stops, on a page without longer ones."""
    first = 0
    for index in range(len(units) + 1):
        if index < len(units) and units[index].kind is None and is_sentence(units[index]):
            continue
        size = sum(row.size for row in units[first:index])
        if size >= _BRIEF_LEAST:
            return Stretch(first, index - 1, size)
        first = index + 1
    return None


def _lists(units: Sequence[Row]) -> Stretch | None:
    """Lists below headings: a programme, prices, results."""
    found = lists_alone(units)
    return Stretch(found.first, found.end - 1, 0) if found else None


def _flash(units: Sequence[Row]) -> Stretch | None:
    """The one sentence of a page that holds a headline with its words, and little else."""
    plain = [index for index, row in enumerate(units) if row.kind is None or row.soft]
    told = [index for index in plain if is_sentence(units[index])]
    if len(units) > _FEW_ROWS or len(told) != 1 or not told[0]:
        return None
    own = stems(units[told[0]])
    titled = any(shared(units[index], own) >= _OF_TITLE for index in plain if index < told[0])
    return Stretch(told[0], told[0], 0) if titled else None


_FEW_ROWS = 8
_OF_TITLE = 0.4
"""Share of a headline's content words that a flash has."""


def is_sentence(row: Row) -> bool:
    """Whether a row is a sentence with its stop, however short."""
    return row.stops and len(row.words) >= _FEWEST_WORDS and not row.latin and not is_notice(row)


def _verse(units: Sequence[Row]) -> Stretch | None:
    """The longest run of short lines of words, on a page without prose: a poem, a list of results.

    A first line that a wider gap parts from the others is their title, and so is one above its poet's name.
    """
    found = _signed_poems(units) or _longest(units, _is_verse)
    if found is None or found.first or found.last < _FEWEST_VERSES:
        return found
    if _is_signed(units[0], units[1]):
        return Stretch(2, found.last, found.score)
    gaps = [below.line - row.line for row, below in pairwise(units[: found.last + 1])]
    titled = gaps[0] > min(gaps[1:])
    return Stretch(found.first + titled, found.last, found.score)


_FEWEST_VERSES = 4


def _is_signed(title: Row, name: Row) -> bool:
    """Whether a page opens with a title that is nobody, and a known person's name below it."""
    return is_name(name.text) and not (title.ends or is_name(title.text))


def _signed_poems(units: Sequence[Row]) -> Stretch | None:
    """Poems with nothing but a signature between one and the next, three at least: what readers sent."""
    signed = [index for index, row in enumerate(units) if row.kind is LineKind.BYLINE]
    if len(signed) < _FEWEST_POEMS - 1:
        return None
    best, found = list[range](), list[range]()
    for first, end in pairwise((-1, *signed, len(units))):
        poem = _run_from(units, first + 1, end)
        found = [*found, poem] if len(poem) >= _FEWEST_VERSES else []
        best = max(best, found, key=len)
        found = found if poem.stop == end else []
    size = sum(row.size for poem in best for row in units[poem.start : poem.stop])
    return Stretch(best[0].start, best[-1].stop - 1, size) if len(best) >= _FEWEST_POEMS else None


_FEWEST_POEMS = 3


def _run_from(units: Sequence[Row], first: int, end: int) -> range:
    """The short lines of words from a row on."""
    fits = (
        index for index in range(first, end) if units[index].kind is not None or not _is_verse(units[index])
    )
    return range(first, next(fits, end))


def _unstopped(units: Sequence[Row]) -> Stretch | None:
    """The longest run of sentences without stops, on a page without others, which share words."""
    found = _longest(units, _is_unstopped)
    if found is None:
        return None
    rows = units[found.first : found.last + 1]
    told = set(stems(rows[0]))
    alike = 0
    for row in rows[1:]:
        alike += not told.isdisjoint(stems(row))
        told |= stems(row)
    return found if len(rows) > _FEWEST_UNSTOPPED and alike >= _MOST_ALIKE * (len(rows) - 1) else None


_FEWEST_UNSTOPPED, _MOST_ALIKE = 2, 0.75
"""Such sentences, and the share of them that have a word of those above: titles of many articles do not."""


def _is_unstopped(row: Row) -> bool:
    return row.size >= UNSTOPPED and reads_like_a_sentence(row) and not is_notice(row)


UNSTOPPED = 40
"""Characters of a paragraph on a page that has no stops."""


def _longest(units: Sequence[Row], fits: Callable[[Row], bool]) -> Stretch | None:
    """The longest run of rows that fit and that nothing else is known of."""
    best: Stretch | None = None
    first = 0
    for index in range(len(units) + 1):
        if index < len(units) and units[index].kind is None and not units[index].latin and fits(units[index]):
            continue
        size = sum(row.size for row in units[first:index])
        if size >= _VERSE_LEAST and (best is None or size > best.score):
            best = Stretch(first, index - 1, size)
        first = index + 1
    return best


def _is_verse(row: Row) -> bool:
    return 2 <= len(row.words) <= 9 and row.size <= 60 and not row.latin
