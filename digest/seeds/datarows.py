"""Tells the rows of a table of data from those that only lay a page out. Reads a parsed tree. Pure."""

from __future__ import annotations

from itertools import islice
from typing import Any

_CELLS = frozenset({"td", "th"})
_PLAIN = frozenset(
    {"a", "abbr", "b", "bdi", "em", "font", "i", "small", "span", "strong", "sub", "sup", "time", "u"}
)
"""What a cell of data may hold besides words."""
_MOST, _LONGEST = 60, 80
"""Elements of such a row; characters of a cell."""


def is_data_row(row: Any) -> bool:
    """Whether a row has several cells, and nothing but a few words in each."""
    cells = [child for child in row if child.tag in _CELLS]
    inside = list(islice(row.iter(), 1, _MOST + 1))
    plain = len(inside) < _MOST and all(node.tag in _PLAIN or node in cells for node in inside)
    return plain and len(cells) > 1 and all(len("".join(cell.itertext())) <= _LONGEST for cell in cells)
