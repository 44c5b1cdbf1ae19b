"""Tells the rows of a table of data from those that only lay a page out. Reads a parsed tree. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

_CELLS = frozenset({"td", "th"})
_PLAIN = frozenset(
    {"a", "abbr", "b", "bdi", "em", "font", "i", "small", "span", "strong", "sub", "sup", "time", "u"}
)
"""What a cell of data may hold besides words."""
LINED = frozenset({"p", "div", "br"})
"""What else it may hold where the row above or below is made alike: what parts lines elsewhere."""
_MOST, _LONGEST = 1_000, 80
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
    own = set(cells)
    plain = len(inside) < _MOST and all(node.tag in held or node in own for node in inside)
    told = plain and len(cells) > 1
    return len(cells) if told and all(len("".join(cell.itertext())) <= _LONGEST for cell in cells) else 0


@dataclass(frozen=True, slots=True)
class Covered:
    """What a browser shows in a row beside its own cells: those of rows above, and what its own cover."""

    before: Mapping[Any, tuple[str, ...]]
    """Texts of the columns between a cell and the one before it; empty for what that one spans."""
    behind: Mapping[Any, tuple[str, ...]]
    """The same between a row's last cell and its end."""


def covered_in(rows: Any) -> Covered:
    """What spans rows or columns in an element that holds rows; linear."""
    before, behind = dict[Any, tuple[str, ...]](), dict[Any, tuple[str, ...]]()
    held = dict[int, tuple[str, int]]()  # by column: a text, and in how many rows below it stands
    for row in rows.iterchildren("tr"):
        column, gap = 0, list[str]()
        below = dict[int, tuple[str, int]]()
        for cell in (child for child in row if child.tag in _CELLS):
            column = _past_held(held, column, gap, below)
            before[cell], gap = tuple(gap), []
            down, wide = _span(cell, "rowspan"), _span(cell, "colspan")
            text = _text_of(cell) if down > 1 else ""
            for step in range(wide):
                if down > 1 and column + step < _HELD:
                    below[column + step] = ("" if step else text, down - 1)
                held.pop(column + step, None)
            gap += [""] * (wide - 1)
            column += wide
        for last in sorted(held):
            gap += [""] * (last - column)
            column = max(column, _past_held(held, last, gap, below))
        behind[row] = tuple(gap)
        held = below
    return Covered(before, behind)


def _past_held(
    held: dict[int, tuple[str, int]], column: int, gap: list[str], below: dict[int, tuple[str, int]]
) -> int:
    """The first column from one on that no cell of above stands in; takes the texts of those that do."""
    while column in held:
        text, rows = held.pop(column)
        gap.append(text)
        if rows > 1:
            below[column] = (text, rows - 1)
        column += 1
    return column


def _text_of(cell: Any) -> str:
    """The text of a cell; none of one that holds a page's layout, at whatever depth of it."""
    if sum(1 for _ in islice(cell.iter(), _MOST_INSIDE)) == _MOST_INSIDE:
        return ""
    text = "".join(cell.itertext())
    return text if len(text) <= _LONGEST else ""


def _span(cell: Any, name: str) -> int:
    """How many rows or columns a cell spans."""
    stated = cell.get(name, "").strip()
    return max(1, min(int(stated[:_DIGITS]), _SPANNED)) if stated.isascii() and stated.isdecimal() else 1


_SPANNED, _DIGITS, _MOST_INSIDE, _HELD = 20, 3, 20, 60
"""Rows or columns that a cell spans at most; digits of their number, and elements of a cell, that are read;
columns in which a cell stands in the rows below, too.
"""
