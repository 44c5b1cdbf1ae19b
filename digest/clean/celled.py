"""Tells the lines of a table that was saved with one cell a line: a head, records alike. Pure, linear."""

from __future__ import annotations

from collections.abc import Sequence

from digest.clean.rows import Row

_LONGEST = 30
"""Characters of a cell."""
_WIDTHS = (2, 3, 4, 5)
_FEWEST_OF_TWO, _FEWEST = 3, 2
"""Records of a table of two columns, and of more."""
_MOST = 200
"""Cells of a table."""


def mark_celled(rows: Sequence[Row]) -> None:
    """Note on each cell that it is of a table (`Row.tabular`), whatever its words say alone."""
    index = 0
    while index < len(rows):
        end = _table_to(rows, index) if _is_figure(rows[index]) else None
        if end is None:
            index += 1
            continue
        first, last = end
        for row in rows[first:last]:
            row.kind, row.rule, row.tabular = None, "", True
            row.opens = row.finishes = row.soft = False
        index = last


def _is_cell(row: Row) -> bool:
    return row.size <= _LONGEST and not row.stops and not row.tabular


def _is_figure(row: Row) -> bool:
    return row.size <= _LONGEST and bool(row.words) and not any(map(str.isalpha, row.text))


def _table_to(rows: Sequence[Row], figure: int) -> tuple[int, int] | None:
    """The first row of a table with its first figure at a row, and the row below its last; None if none."""
    for width in _WIDTHS:
        for column in range(width):
            first = figure - column - width
            if first < 0 or not all(_is_head(row) for row in rows[first : first + width]):
                continue
            end = _records_to(rows, first + width, width)
            least = _FEWEST_OF_TWO if width == _WIDTHS[0] else _FEWEST
            if (end - first) // width > least:
                return first, end
    return None


def _is_head(row: Row) -> bool:
    """Whether a row may be the name of a column."""
    return _is_cell(row) and row.text[-1] not in ":؛،" and any(map(str.isalpha, row.text))


def _records_to(rows: Sequence[Row], first: int, width: int) -> int:
    """The row below the last of the records that have figures where the first has them."""
    shape = [_is_figure(row) for row in rows[first : first + width]]
    end = first
    while end + width <= len(rows) and end - first < _MOST:
        record = rows[end : end + width]
        if not all(map(_is_cell, record)) or [_is_figure(row) for row in record] != shape:
            break
        end += width
    return end
