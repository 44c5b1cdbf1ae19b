"""What stands below a box that a page puts inside an article: its next paragraph, or what readers write.

Pure; called by `resuming`.
"""

from __future__ import annotations

from collections.abc import Sequence

from digest.clean.prose import MEDIUM, STRONG, goes_on, grade, is_readers, tells
from digest.clean.rows import Row
from digest.model import LineKind

_LONGEST = 6
"""Rows of a box: a heading, a few titles or a form."""
_ASKING = frozenset({LineKind.FORM, LineKind.LOGIN, LineKind.SHARE})
_CREDITS = frozenset({LineKind.BYLINE, LineKind.STATED_DATE, LineKind.DATELINE})
"""What stands with another article's headline, and in no list of titles."""
_LONGEST_NAME = 4
ORDERS = frozenset({"app-control.sorting", "app-control.order"})
"""The rules of what orders posts, or what readers write."""


def goes_on_below(box: Sequence[Row], row: Row) -> bool:
    """Whether a paragraph stands below a few lines, none of them another article's.

    It goes on from another, or tells who says what below a form or a row of buttons, whatever its words.
    """
    if len(box) > _LONGEST or grade(row) < STRONG or not tells(row):
        return False
    items = [other for other in box if not (other.opens or other.finishes)]
    if not goes_on(row) and not (items and items[-1].kind in _ASKING):
        return False
    if any(other.kind in _CREDITS or grade(other) >= MEDIUM for other in items):
        return False
    # Below a heading of comments, what has lines above it is a reader's.
    return not (items and any(other.kind is LineKind.COMMENTS for other in box))


def is_of_readers(row: Row) -> bool:
    """Whether a row below a heading of comments is of readers: a name alone, words of theirs, their order."""
    named = len(row.words) <= _LONGEST_NAME and not row.ends
    return row.rule in ORDERS or (row.kind is None and (named or is_readers(row)))
