"""Questions above their answers inside a body: which are subheads, and what is said in place of one. Pure.

Those are: like one that is, those in a list of contents, and few among the paragraphs of a text with others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.clean.body.contents import ITEM
from digest.clean.body.lines import speaker_of
from digest.clean.prose import MEDIUM, grade
from digest.clean.rows import Row
from digest.model import LineKind

_LONGEST = 90
"""Characters of a question that heads its answer."""
_FEWEST = 2
_FEW, _SHORT = 3, 45
"""Paragraphs to each question that are more than an interview's answers; characters of such a question."""


def mark_asked(units: Sequence[Row], first: int, last: int) -> None:
    """Mark as subheads the questions that stand alone above an answer, where something says that they are."""
    asked = [units[index] for index in range(first + 1, last) if _is_asked(units, index)]
    if not asked:
        return
    listed = {row.core for row in units if row.rule == ITEM}
    like = len(asked) >= _FEWEST and any(row.kind is LineKind.SUBHEAD for row in asked)
    like = like or _are_few(asked, units[first : last + 1])
    for row in asked:
        if row.kind is LineKind.BODY and (like or row.core in listed):
            row.mark(LineKind.SUBHEAD, "subhead.asked")


def _are_few(asked: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Whether short questions are few among the paragraphs of a text that has other subheads, too."""
    paragraphs = sum(row.kind is LineKind.BODY and grade(row) >= MEDIUM for row in rows)
    short = all(row.size <= _SHORT and not row.pointed for row in asked)
    headed = any(row.rule in _HEADS for row in rows)
    return short and headed and paragraphs >= _FEW * len(asked)


_HEADS = ("subhead.before-paragraph", "subhead.markup")


def _is_asked(units: Sequence[Row], index: int) -> bool:
    """Whether a row is a short question and nothing else, between two rows of text that are none."""
    row, above, below = units[index], units[index - 1], units[index + 1]
    if row.size > _LONGEST or not row.text.endswith("؟"):
        return False
    alone = not any(other.text.endswith("؟") for other in (above, below)) and below.kind is LineKind.BODY
    kept = row.kind in (LineKind.BODY, LineKind.SUBHEAD)
    return kept and alone and not speaker_of(row)


def is_remark(units: Sequence[Row], heading: int, items: Sequence[int]) -> bool:
    """Whether the last line below a heading inside an interview is said to who answers below: no title.

    Alone of the heading's lines it ends as sentences do, and questions stand above the heading.
    """
    if len(items) < _FEWEST or [item for item in items if _ENDED.search(units[item].text)] != [items[-1]]:
        return False
    above = units[max(0, heading - _BACK) : heading]
    own = (None, LineKind.BODY, LineKind.SUBHEAD)
    asked = (row for row in above if row.kind in own and row.size <= _LONGEST and row.text.endswith("؟"))
    return sum(1 for _ in asked) >= _FEWEST


_ENDED, _BACK = re.compile("[.!?؟…]$"), 12
"""The end of a sentence; rows above a heading that are looked at."""
