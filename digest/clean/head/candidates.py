"""Tells which rows may be a page's headline at all, by what they are and what stands above them. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.clean.fields.fieldwords import is_name
from digest.clean.prose import shared, stems
from digest.clean.rows import Row
from digest.text import without_vowels

NEAR = 15
"""Rows that are near to one."""


def is_possible(units: Sequence[Row], index: int, first: int) -> bool:
    """Whether a row may be the headline of a body that begins at `first`."""
    row = units[index]
    if (
        (row.kind is not None and not row.soft)
        or not (3 if row.kind else 2) <= len(row.words) <= 30
        or row.latin
        or row.size > 190
        or (row.written and row.own is None)
    ):
        return False
    if row.text.endswith((":", "،")) or _is_credited(row):
        return False
    if index < first:
        return not (row.stops and row.size > 60) and not _is_point_of_deck(units, index)
    # Inside the stretch of prose only the very first rows can be a headline, and only if it is no statement.
    above = all(units[place].kind is not None for place in range(first, index))
    return above and row.size <= 140 and (not row.stops or _is_told_at_once(units, index))


def _is_credited(row: Row) -> bool:
    """Whether a row ends with a known person's name in brackets, as a picture's description does."""
    end = without_vowels(row.text).text[-_REACH:] if row.text.endswith(")") else ""
    match = _IN_BRACKETS.search(end)
    return match is not None and is_name(match[1])


_IN_BRACKETS = re.compile(r"\(([^\W\d_]+(?:\s[^\W\d_]+){1,3})\)$")
_REACH = 50
"""Characters of a row's end that hold a name in brackets."""


def _is_point_of_deck(units: Sequence[Row], index: int) -> bool:
    """Whether a row has a mark, as all above it up to a line without one that may be the headline."""
    place = index
    while place and units[place].bullet and index - place < NEAR:
        place -= 1
    above = units[place]
    return place < index and above.kind is None and not above.bullet and len(above.words) >= _FEWEST_ABOVE


_FEWEST_ABOVE = 4
"""Words of a headline above points."""


def _is_told_at_once(units: Sequence[Row], index: int) -> bool:
    """Whether a page's first line has a stop and is told again in the paragraph below it: a headline."""
    row, below = units[index], units[index + 1 : index + 2]
    told = any(shared(row, stems(other)) >= _MOST_OF for other in below)
    return index == 0 and row.size <= _LONGEST_STATEMENT and told


_LONGEST_STATEMENT, _MOST_OF = 100, 0.6
"""Characters of such a headline, and the share of its content words that the paragraph has."""
