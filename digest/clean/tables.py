"""Tells the lines of a table: as many cells in each as in the next, figures in most. Pure, linear."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_COLUMNS = re.compile(r"[ \u00a0\t](?:(?<=\t)[ \u00a0]*|[ \u00a0]*\t[ \u00a0]*|[ \u00a0]{2,})")
"""What stands between the cells of a line: a tab with the blanks around it, or three blanks."""
_PIPED = re.compile(r"\s*\|.*\|\s*")
_INNER = " | "
"""What stands between cells where nothing stands around them."""
_RULE = re.compile(r"[\s|:+=-]+")
"""A line that parts a table's head from its rows."""
_FIGURE = re.compile(r"[\W_]*\d")
_FEWEST, _MOST, _FEWEST_LINES = 2, 20, 2
"""Cells of a line; lines of a table."""
_LONGEST = 120
"""Characters of a cell."""
_FEWEST_PARTED = 3
"""Lines of a table without figures, its cells parted by strokes."""
_FIGURED = 0.5
"""Share of a table's lines that have a cell of figures behind the first one."""


def table_lines(lines: Sequence[str]) -> frozenset[int]:
    """Indexes of the lines that are a table's, blank lines between them allowed."""
    return frozenset(index for run in _runs(lines) if _is_table(lines, run) for index in run)


def may_hold_table(text: str) -> bool:
    """Whether a text has what stands between cells at all."""
    return "\t" in text or "   " in text or "|" in text


def first_cell(line: str) -> str:
    """What a line of a table is about."""
    return next(iter(_cells(line)), "").strip()


def cells_of(line: str) -> tuple[tuple[int, int], ...]:
    """Where each cell of a table's line begins and ends in it, strokes and blanks around it aside."""
    spans, at = list[tuple[int, int]](), 0
    for cell in _cells(line):
        begin = line.index(cell, at)
        at = begin + len(cell)
        spans.append((begin + len(cell) - len(cell.lstrip()), begin + len(cell.rstrip())))
    return tuple((min(begin, end), end) for begin, end in spans)


def _runs(lines: Sequence[str]) -> Iterator[list[int]]:
    """Runs of lines with as many cells; a head may lack the first, any with tabs an empty one at its end."""
    run: list[int] = []
    width, tabbed = 0, False
    for index, line in enumerate(lines):
        if not line or line.isspace() or (run and "-" in line and _RULE.fullmatch(line)):
            continue
        cells = len(_cells(line)) if may_hold_table(line) else 1
        lacking = width - cells if tabbed and "\t" in line else 0
        alike = cells == width or (len(run) == 1 and cells == width + 1) or abs(lacking) == 1
        if run and alike and cells >= _FEWEST:
            run.append(index)
            width = max(width, cells)
        else:
            if len(run) >= _FEWEST_LINES:
                yield run
            run = [index] if cells >= _FEWEST else []
            width, tabbed = cells, "\t" in line
    if len(run) >= _FEWEST_LINES:
        yield run


def _cells(line: str) -> list[str]:
    """The cells of a line; none where it has too many, or too long ones."""
    row = line.strip()
    if _PIPED.fullmatch(line):
        cells = row[1:-1].split("|")
    else:
        cells = row.split(_INNER) if _INNER in line else _COLUMNS.split(row)
    good = len(cells) <= _MOST and all(len(cell) <= _LONGEST for cell in cells)
    return cells if good else []


def _is_table(lines: Sequence[str], run: Sequence[int]) -> bool:
    """Whether lines of as many cells are a table's and no menu's: by their figures, or by a rule."""
    figured = sum(any(map(_FIGURE.match, _cells(lines[index])[1:])) for index in run)
    ruled = any("-" in line and _RULE.fullmatch(line) for line in lines[run[0] + 1 : run[1]])
    if figured >= _FIGURED * len(run) or (ruled and _PIPED.fullmatch(lines[run[0]]) is not None):
        return True
    if len(run) < _FEWEST_PARTED:
        return False
    if all(_INNER in lines[index] for index in run):
        return _are_told_apart(lines, run)
    if not all("\t" in lines[index] for index in run):
        return False
    return len({first_cell(lines[index]) for index in run}) == len(run) and _is_inside(lines, run)


def _is_inside(lines: Sequence[str], run: Sequence[int]) -> bool:
    """Whether a paragraph stands above lines, with a heading between perhaps, and another right below."""
    near = range(1, _NEAR + 1)
    above = [line for step in near if step <= run[0] and (line := lines[run[0] - step]).strip()]
    below = [line for line in lines[run[-1] + 1 : run[-1] + 1 + _NEAR] if line.strip()]
    return any(map(_is_paragraph, above[:_HEADED])) and any(map(_is_paragraph, below[:1]))


def _is_paragraph(line: str) -> bool:
    return len(line) >= _PARAGRAPH and line.rstrip().endswith(_ENDS)


_HEADED, _PARAGRAPH, _ENDS = 2, 60, (".", ":", "؟", "!", "…", "۔")
"""Lines above a table without figures; characters of a paragraph, and what it ends with."""
_NEAR = 6
"""Lines, blank ones too, in which they stand."""


def _are_told_apart(lines: Sequence[str], run: Sequence[int]) -> bool:
    """Whether no two lines begin or end alike, as tickers and titles with a site's name do."""
    ends = [(cells[0].strip(), cells[-1].strip()) for cells in (_cells(lines[index]) for index in run)]
    return all(len(set(column)) == len(run) for column in zip(*ends, strict=True))
