"""Times and dates that head the posts of a live page or the entries of a timeline: they are text. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.clean.fields.datelines import is_month, read_stamp
from digest.clean.prose import WEAK, grade
from digest.clean.rows import Row
from digest.model import LineKind

FEWEST = 2
"""Times or dates inside a body that make it a live page or a timeline."""
_LONGEST = 40
_YEAR = re.compile("(?:19|20)\\d\\d")
_TEXT = (LineKind.BODY, LineKind.SUBHEAD)
TITLED = "subhead.timed"
"""The rule of a title that stands below the first of them."""


def mark_timed(units: Sequence[Row], first: int, last: int) -> None:
    """Mark as subheads the lines of a time or date, and nothing else, above paragraphs of the body.

    Where some stand inside it, one right above it, or above its title, is of them too.
    """
    inside = [index for index in range(first, last) if _heads(units, index)]
    if len(inside) < FEWEST:
        return
    shapes = {_shape(units[index]) for index in inside}
    above = first - 1
    if above > 0 and units[above].rule == TITLED:
        above -= 1
    if above >= 0 and _heads(units, above) and _shape(units[above]) in shapes:
        inside.append(above)
    for index in inside:
        units[index].mark(LineKind.SUBHEAD, "subhead.time")


def _heads(units: Sequence[Row], index: int) -> bool:
    row, below = units[index], units[index + 1]
    text = below.kind in _TEXT and (grade(below) >= WEAK or below.kind is LineKind.SUBHEAD or below.stops)
    return text and row.size <= _LONGEST and not row.ends and _shape(row) != ""


def _shape(row: Row) -> str:
    """What a line states, in short: `time`, `day`, `month`; empty for a line that is more than that."""
    if row.kind is LineKind.BODY or not any(word[0].isdigit() for word in row.words):
        return ""
    if is_month(row.text):
        return "month"
    if _YEAR.fullmatch(row.core):
        return "year"
    stamp = read_stamp(row.text)
    if stamp is None or stamp.label:
        return ""
    return f"date{len(row.words)}" if stamp.edtf or stamp.hijri else "time" if stamp.clock else ""
