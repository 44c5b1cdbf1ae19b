"""Takes words that a page sets large, mostly in quotation marks, out of the text that has them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from digest.clean.prose import WEAK, grade, joint_stems, shared
from digest.clean.rows import Row
from digest.model import LineKind

_QUOTED = re.compile(r"[«\"“”„][^«»\"“”„\n]{15,}[»\"“”][.،]?$")
_OPENING = ("«", '"', "“", "”", "„")
_FEWEST = 4
"""Words of such a line, and those that its paragraph has more at least."""
_FEWEST_UNMARKED, _LONGEST_UNMARKED = 6, 150
"""Words and characters of one without marks: a subhead of fewer words may be in its paragraph."""
_MOST_OF = 0.5
"""The share of its content words that paragraphs have of one in marks."""
_AHEAD = 12
"""Rows that are looked at beyond one, so that time stays linear."""
_MOST = 20
"""Such lines of a page: one with more is made of quotations, and comparing them would take their square."""


def note_pulled(units: Sequence[Row], first: int, last: int) -> None:
    """Note on each row of the body, so far without a kind, whether paragraphs near by have its words.

    Of one in quotation marks most of them do: what somebody said, which a text need not tell again.
    """
    paragraphs = {index for index in range(first, last + 1) if grade(units[index]) >= WEAK}
    for index in range(first, last + 1) if paragraphs else ():
        row = units[index]
        if row.kind is None and index not in paragraphs and _may_be_pulled(row):
            near = range(max(first, index - _AHEAD), min(index + _AHEAD, last) + 1)
            told = [units[place] for place in near if place in paragraphs]
            row.pulled = _is_in(row, told) or (is_marked(row) and shared(row, joint_stems(told)) >= _MOST_OF)


def is_marked(row: Row) -> bool:
    """Whether a row is in quotation marks as a whole."""
    return row.text.startswith(_OPENING) and _QUOTED.match(row.text) is not None


def _may_be_pulled(row: Row) -> bool:
    if row.own or row.written or row.tabular or row.pointed:
        return False
    return len(row.words) >= (_FEWEST if is_marked(row) else _FEWEST_UNMARKED) and (
        row.size <= _LONGEST_UNMARKED
    )


def mark_pulled(units: Sequence[Row], first: int, last: int) -> None:
    """Mark each line that is in quotation marks as a whole and that a paragraph has word for word."""
    rows = units[first : last + 1]
    quoted = list(filter(_is_quoted, rows))
    for row in quoted if len(quoted) <= _MOST else ():
        if _is_told(row, rows):
            row.mark(LineKind.PULL_QUOTE, "quote.told-again")


def _is_quoted(row: Row) -> bool:
    return len(row.words) >= _FEWEST and is_marked(row) and _is_shown(row)


def _is_told(row: Row, rows: Sequence[Row]) -> bool:
    return _is_in(row, (other for other in rows if other.kind is LineKind.BODY))


def _is_in(row: Row, paragraphs: Iterable[Row]) -> bool:
    """Whether one of the paragraphs has a row's words, and some more."""
    most, core = len(row.words) + _FEWEST, f" {row.core} "
    return any(len(other.words) >= most and core in f" {other.core} " for other in paragraphs)


def _is_shown(row: Row) -> bool:
    """Whether a row is a paragraph, or is taken for a subhead that the markup does not state."""
    return row.kind is LineKind.BODY or (row.kind is LineKind.SUBHEAD and row.own is not LineKind.SUBHEAD)
