"""Questions above their answers inside a body: where one is a subhead, those like it are. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from digest.clean.body.lines import speaker_of
from digest.clean.rows import Row
from digest.model import LineKind

_LONGEST = 90
"""Characters of a question that heads its answer."""
_FEWEST = 2


def mark_asked(units: Sequence[Row], first: int, last: int) -> None:
    """Mark as subheads all questions that stand alone above an answer, where one of several is a subhead."""
    asked = [units[index] for index in range(first + 1, last) if _is_asked(units, index)]
    if len(asked) < _FEWEST or not any(row.kind is LineKind.SUBHEAD for row in asked):
        return
    for row in asked:
        if row.kind is LineKind.BODY:
            row.mark(LineKind.SUBHEAD, "subhead.asked")


def _is_asked(units: Sequence[Row], index: int) -> bool:
    """Whether a row is a short question and nothing else, between two rows of text that are none."""
    row, above, below = units[index], units[index - 1], units[index + 1]
    if row.size > _LONGEST or not row.text.endswith("؟"):
        return False
    alone = not any(other.text.endswith("؟") for other in (above, below)) and below.kind is LineKind.BODY
    kept = row.kind in (LineKind.BODY, LineKind.SUBHEAD)
    return kept and alone and not speaker_of(row)
