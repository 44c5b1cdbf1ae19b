"""Tells the lines of a table that was saved with one cell a line: a head, records alike. Pure, linear."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter

from digest.clean.prose import STRONG, grade
from digest.clean.rows import Row
from digest.model import LineKind

_LONGEST = 30
"""Characters of a cell."""
_WIDTHS = (2, 3, 4, 5)
_FEWEST_OF_TWO, _FEWEST = 3, 2
"""Records of a table of two columns, and of more."""
_MOST = 200
"""Cells of a table."""
_YEAR = re.compile(r"\W*(?:19|20|١٩|٢٠)[\d٠-٩]{2}\W*")
_FEWEST_CELLS, _FIGURED = 6, 3
"""Cells between two paragraphs that are a table, whatever its columns; one in so many is a figure."""


def mark_celled(rows: Sequence[Row]) -> None:
    """Note on each cell that it is of a table (`Row.tabular`), whatever its words say alone.

    And of which of its rows, where their width is plain.
    """
    index = seen = 0
    while index < len(rows):
        if not _is_figure(rows[index]):
            index += 1
            continue
        found = _mark_records(rows, index)
        if found is None and index >= seen:
            first, seen = _run_around(rows, index)
            found = (first, seen) if _is_between(rows, first, seen) else None
        for row in rows[slice(*found)] if found else ():
            row.kind, row.rule, row.tabular = None, "", True
            row.opens = row.finishes = row.soft = False
        index = found[1] if found else index + 1


def _mark_records(rows: Sequence[Row], figure: int) -> tuple[int, int] | None:
    """Number the rows of a table with its first figure at a row; its first row and the one below its last."""
    table = _table_to(rows, figure)
    if table is None:
        return None
    first, end, width = table
    for place, row in enumerate(rows[first:end]):
        row.record = first + place // width + 1
    return first, end


def _is_cell(row: Row) -> bool:
    prayer = row.kind is LineKind.PRAYER_TIMES and not row.soft
    return row.size <= _LONGEST and not (row.stops or row.tabular or prayer)


def _is_figure(row: Row) -> bool:
    return row.size <= _LONGEST and bool(row.words) and not any(map(str.isalpha, row.text))


def _table_to(rows: Sequence[Row], figure: int) -> tuple[int, int, int] | None:
    """The first cell of a table whose first figure is a row, the row below its last, its width; None if none.

    Of several ways to part the cells into records, the one that takes in most of them.
    """
    found = [(end - first, first, end, width) for first, end, width in _tables(rows, figure)]
    return max(found, key=itemgetter(0))[1:] if found else None


def _tables(rows: Sequence[Row], figure: int) -> Iterator[tuple[int, int, int]]:
    for width in _WIDTHS:
        for column in range(2 * width):
            # The first figure may be a year in the head.
            first = figure - column
            if first < 0 or not _is_heading(rows[first : first + width], figured=column < width):
                continue
            end = _records_to(rows, first + width, width)
            least = _FEWEST_OF_TWO if width == _WIDTHS[0] else _FEWEST
            if (end - first) // width > least:
                yield first, end, width


def _is_heading(rows: Sequence[Row], *, figured: bool) -> bool:
    """Whether rows are the names of columns. `figured`: years among them, behind the first."""
    if not _is_head(rows[0]):
        return False
    return all(_is_head(row) or (figured and _YEAR.fullmatch(row.text)) for row in rows[1:])


def _run_around(rows: Sequence[Row], figure: int) -> tuple[int, int]:
    """The first of the cells around a figure, and the row below the last one."""
    first, end = figure, figure
    while first > 0 and figure - first < _MOST and _may_be_cell(rows[first - 1]):
        first -= 1
    while end < len(rows) and end - first < _MOST and _may_be_cell(rows[end]):
        end += 1
    return first, end


def _is_between(rows: Sequence[Row], first: int, end: int) -> bool:
    """Whether cells are a table in an order of its own: between two paragraphs, many of them figures."""
    if first == 0 or end == len(rows) or end - first < _FEWEST_CELLS:
        return False
    figures = sum(map(_is_figure, rows[first:end]))
    between = all(row.kind is None and grade(row) == STRONG for row in (rows[first - 1], rows[end]))
    return between and figures * _FIGURED >= end - first


def _may_be_cell(row: Row) -> bool:
    return _is_cell(row) and not row.ends and (row.kind is None or _is_figure(row))


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
