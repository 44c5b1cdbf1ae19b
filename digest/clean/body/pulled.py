"""Takes words that a page sets large, in quotation marks, out of the text that has them already. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.clean.rows import Row
from digest.model import LineKind

_QUOTED = re.compile(r"[«\"“”„][^«»\"“”„\n]{15,}[»\"“”][.،]?$")
_OPENING = ("«", '"', "“", "”", "„")
_FEWEST = 4
"""Words of such a line, and those that its paragraph has more at least."""
_MOST = 20
"""Such lines of a page: one with more is made of quotations, and comparing them would take their square."""


def mark_pulled(units: Sequence[Row], first: int, last: int) -> None:
    """Mark each line that is in quotation marks as a whole and that a paragraph has word for word."""
    rows = units[first : last + 1]
    quoted = list(filter(_is_quoted, rows))
    for row in quoted if len(quoted) <= _MOST else ():
        if _is_told(row, rows):
            row.mark(LineKind.PULL_QUOTE, "quote.told-again")


def _is_quoted(row: Row) -> bool:
    if not row.text.startswith(_OPENING) or len(row.words) < _FEWEST or not _is_shown(row):
        return False
    return _QUOTED.match(row.text) is not None


def _is_told(row: Row, rows: Sequence[Row]) -> bool:
    most, core = len(row.words) + _FEWEST, f" {row.core} "
    longer = (other for other in rows if other.kind is LineKind.BODY and len(other.words) >= most)
    return any(core in f" {other.core} " for other in longer)


def _is_shown(row: Row) -> bool:
    """Whether a row is a paragraph, or is taken for a subhead that the markup does not state."""
    return row.kind is LineKind.BODY or (row.kind is LineKind.SUBHEAD and row.own is not LineKind.SUBHEAD)
