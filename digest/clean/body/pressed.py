"""Tells points that a page's button closes: titles of other articles, put into the text unannounced. Pure.

Called by the fourth pass (`inside`).
"""

from __future__ import annotations

from collections.abc import Sequence

from digest.clean.body.subjects import Words, part_of
from digest.clean.prose import WEAK, announces, grade, joint_stems
from digest.clean.rows import Row
from digest.model import LineKind

_AHEAD = 12
"""Rows that are looked at beyond one, so that time stays linear."""
_FEWEST, _WORDS_OF_TITLE = 2, 5
"""Points in a run, and the words of each."""
_ALIKE = 0.15
"""Share of the points' content words that the text above has at most."""
_LINKS = frozenset({LineKind.RELATED, LineKind.ADVERTISEMENT})
_BUTTON = "app-control.press"


def is_above_button(units: Sequence[Row], index: int, first: int, last: int, told: Words) -> bool:
    """Whether a row is one of some long points between a sentence and a button or link, of other things.

    `told`: the words of the text above.
    """
    if not _is_title(units[index]):
        return False
    top = end = index
    while top > first and index - top < _AHEAD and _is_title(units[top - 1]):
        top -= 1
    while end < last and end - index < _AHEAD and _is_title(units[end + 1]):
        end += 1
    if end == last or end - top + 1 < _FEWEST or not units[top - 1].stops or announces(units[top - 1]):
        return False
    below = units[end + 1]
    pressed = below.rule == _BUTTON or below.kind in _LINKS
    return pressed and part_of(joint_stems(units[top : end + 1]), told.all) <= _ALIKE


def _is_title(row: Row) -> bool:
    plain = row.kind is None or row.rule == ABOVE_BUTTON
    plain = plain and row.bullet and not (row.ends or row.latin or row.own)
    return plain and len(row.words) >= _WORDS_OF_TITLE and grade(row) < WEAK


ABOVE_BUTTON = "related.above-button"
"""The rule of such points."""
