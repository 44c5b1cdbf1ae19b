"""Takes words that a page sets large, in quotation marks, out of the text that has them already. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.clean.rows import Row
from digest.model import LineKind

_QUOTED = re.compile(r"[«\"“”„][^«»\"“”„\n]{15,}[»\"“”][.،]?$")
_FEWEST = 4
"""Words of such a line, and those that its paragraph has more at least."""


def mark_pulled(units: Sequence[Row], first: int, last: int) -> None:
    """Mark each line that is in quotation marks as a whole and that a paragraph has word for word."""
    for row in units[first : last + 1]:
        if not (_is_shown(row) and len(row.words) >= _FEWEST and _QUOTED.match(row.text)):
            continue
        most, core = len(row.words) + _FEWEST, f" {row.core} "
        if any(
            other.kind is LineKind.BODY and len(other.words) >= most and core in f" {other.core} "
            for other in units[first : last + 1]
        ):
            row.mark(LineKind.PULL_QUOTE, "quote.told-again")


def _is_shown(row: Row) -> bool:
    """Whether a row is a paragraph, or is taken for a subhead that the markup does not state."""
    return row.kind is LineKind.BODY or (row.kind is LineKind.SUBHEAD and row.own is not LineKind.SUBHEAD)
