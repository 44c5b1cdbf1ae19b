"""Tells the rows of a table of data from those that only lay a page out. Reads a parsed tree. Pure."""

from __future__ import annotations

from itertools import islice
from typing import Any

_CELLS = frozenset({"td", "th"})
_PLAIN = frozenset(
    {"a", "abbr", "b", "bdi", "em", "font", "i", "small", "span", "strong", "sub", "sup", "time", "u"}
)
"""What a cell of data may hold besides words."""
LINED = frozenset({"p", "div", "br"})
"""What else it may hold where the row above or below is made alike: what parts lines elsewhere."""
_MOST, _LONGEST = 60, 80
"""Elements of such a row; characters of a cell."""


def is_data_row(row: Any) -> bool:
    """Whether a row has several cells, and nothing but a few words in each."""
    cells = _cells(row, _PLAIN)
    if cells:
        return True
    cells = _cells(row, _PLAIN | LINED)
    beside = (other for other in (row.getprevious(), row.getnext()) if other is not None)
    return cells > 0 and any(_cells(other, _PLAIN | LINED) == cells for other in beside)


def _cells(row: Any, held: frozenset[str]) -> int:
    """How many cells a row has whose elements are among `held`; 0 where it is no row of data."""
    if row.tag != "tr":
        return 0
    cells = [child for child in row if child.tag in _CELLS]
    inside = list(islice(row.iter(), 1, _MOST + 1))
    plain = len(inside) < _MOST and all(node.tag in held or node in cells for node in inside)
    told = plain and len(cells) > 1
    return len(cells) if told and all(len("".join(cell.itertext())) <= _LONGEST for cell in cells) else 0


def held_over(row: Any) -> str:
    """The text of the first cell of a row above that a browser shows beside a row, too; empty without one."""
    for above, other in enumerate(islice(row.itersiblings("tr", preceding=True), _SPANNED), start=1):
        first = next((child for child in other if child.tag in _CELLS), None)
        span = first.get("rowspan", "") if first is not None else ""
        if first is not None and span.isdecimal() and int(span[:_DIGITS]) > above:
            text = "".join(first.itertext())
            return text if len(text) <= _LONGEST else ""
    return ""


_SPANNED, _DIGITS = 20, 3
"""Rows that a cell spans at most; digits of their number that are read."""
