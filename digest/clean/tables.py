"""Tells the lines of a table: as many cells in each as in the next, figures in most. Pure, linear."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

_TAB = "\t"
"""What alone stands between the cells of a line that has it: strokes and blanks are within cells."""
_COLUMNS = re.compile(r"[ \u00a0]{3,}")
_PIPED = re.compile(r"\s*\|.*\|\s*")
_STROKE = re.compile(r"(?<!\\)\|")
"""What stands between cells that strokes stand around; one that a backslash stands before is a cell's."""
_INNER = re.compile(r"(?<!\S)\|(?!\S)")
"""What stands between cells where nothing stands around them."""
_RULE = re.compile(r"[\s|:+=-]+")
"""A line that parts a table's head from its rows."""
_FIGURE = re.compile(r"[\W_]*\d")
_FEWEST, _MOST, _FEWEST_LINES = 2, 20, 2
"""Cells of a line; lines of a table."""
_MOST_SET = 400
"""Cells of a line that tabs part, or that strokes stand around."""
_LONGEST = 120
"""Characters of a cell."""
_FEWEST_PARTED = 3
"""Lines of a table without figures, its cells parted by strokes."""
_FIGURED = 0.5
"""Share of a table's lines that have a cell of figures behind the first one."""


def tables_in(lines: Sequence[str]) -> dict[int, tuple[int, int]]:
    """Indexes of the lines that are a table's, blank lines between them allowed; its columns, first and end.

    One at an edge that is empty in every line is none.
    """
    found, ruled = dict[int, tuple[int, int]](), set[int]()
    if sum(map(may_hold_table, lines)) < _FEWEST_LINES:
        return found
    for run in _ruled(lines):
        found |= dict.fromkeys(run, _told_columns(lines, run))
        ruled.update(run)
    for run in _whole(lines, _runs(lines, ruled)):
        found |= dict.fromkeys(run, _told_columns(lines, run))
    return found


def _whole(lines: Sequence[str], runs: Iterable[list[int]]) -> Iterator[list[int]]:
    """The runs that are tables; those between which a page put a box are parts of one below a paragraph."""
    for group in _groups(lines, runs):
        tables = [run for run in group if len(run) >= _FEWEST_LINES and _is_table(lines, run)]
        joined = [index for run in group for index in run]
        if len(tables) < len(group) > 1 and _is_below_text(lines, joined) and _is_table(lines, joined):
            tables = [joined]
        yield from tables


def _groups(lines: Sequence[str], runs: Iterable[list[int]]) -> Iterator[list[list[int]]]:
    """Runs of lines with as many cells, parted by tabs, between which a few short lines stand."""
    group: list[list[int]] = []
    for run in runs:
        if group and not _is_boxed(lines, group[-1][-1], run[0]):
            yield group
            group = []
        group.append(run)
    if group:
        yield group


def _is_boxed(lines: Sequence[str], above: int, below: int) -> bool:
    """Whether nothing but a box of a few short lines stands between two lines of as many cells."""
    if below - above > _NEAR or not (_TAB in lines[above] and _TAB in lines[below]):
        return False
    short = all(len(line) < _PARAGRAPH and _TAB not in line for line in lines[above + 1 : below])
    return short and len(_parted(lines[above])) == len(_parted(lines[below]))


def _told_columns(lines: Sequence[str], run: Sequence[int]) -> tuple[int, int]:
    told = {column for index in run for column, cell in enumerate(_parted(lines[index])) if cell.strip()}
    return min(told, default=0), max(told, default=0) + 1


def _ruled(lines: Sequence[str]) -> Iterator[list[int]]:
    """The lines of each table whose rule is plain, strokes around each: a head, and rows or none."""
    index = 1
    while index < len(lines):
        head, index = index - 1, index + 1
        if not (_is_rule(lines[head + 1]) and _is_piped(lines[head]) and not _is_rule(lines[head])):
            continue
        if len(_parted(lines[head])) == len(_parted(lines[head + 1])):
            while index < len(lines) and _is_piped(lines[index]):
                index += 1
            yield [head, *range(head + 2, index)]
            index += 1


def _is_rule(line: str) -> bool:
    return "-" in line and _is_piped(line) and _RULE.fullmatch(line) is not None


def _is_piped(line: str) -> bool:
    return "|" in line and _PIPED.fullmatch(line) is not None


def may_hold_table(text: str) -> bool:
    """Whether a text has what stands between cells at all."""
    return "\t" in text or "   " in text or "|" in text


def first_cell(line: str) -> str:
    """What a line of a table is about."""
    return next((cell.strip() for cell in _parted(line) if cell.strip()), "")


def cells_of(line: str) -> tuple[tuple[int, int], ...]:
    """Where each cell of a table's whole line begins and ends in it, strokes and blanks around it aside."""
    spans, at = list[tuple[int, int]](), 0
    for cell in _parted(line):
        begin = line.index(cell, at)
        at = begin + len(cell)
        spans.append((begin + len(cell) - len(cell.lstrip()), begin + len(cell.rstrip())))
    return tuple((min(begin, end), end) for begin, end in spans)


def _runs(lines: Sequence[str], ruled: AbstractSet[int]) -> Iterator[list[int]]:
    """Runs of lines with as many cells; a head may lack the first, any with tabs empty ones at its end.

    A line alone is one where it has tabs: a box may stand between it and the others.
    """
    run: list[int] = []
    width, tabbed = 0, False
    for index, line in enumerate(lines):
        if not line or line.isspace() or (run and "-" in line and _RULE.fullmatch(line)):
            continue
        cells = _cells(line) if index not in ruled and may_hold_table(line) else []
        filled = [column for column, cell in enumerate(cells, start=1) if cell.strip()]
        told, last = len(filled), max(filled, default=0)
        alike = len(cells) == width or (len(run) == 1 and len(cells) == width + 1)
        alike = alike or (tabbed and _TAB in line and last <= width + 1)
        if run and ((alike and told >= _FEWEST) or _holds_one(cells, width)):
            run.append(index)
            width = max(width, last)
        else:
            if len(run) >= _FEWEST_LINES or (run and tabbed):
                yield run
            run = [index] if told >= _FEWEST else []
            width, tabbed = len(cells), _TAB in line
    if len(run) >= _FEWEST_LINES or (run and tabbed):
        yield run


def _holds_one(cells: Sequence[str], width: int) -> bool:
    """Whether cells, one of them with words, are a line of a table; of two, a figure."""
    return len(cells) == width and (width > _FEWEST or any(map(_FIGURE.match, cells)))


def _cells(line: str) -> list[str]:
    """The cells of a line; none where it has too many, or too long ones."""
    cells = _parted(line)
    most = _MOST_SET if _TAB in line or _is_piped(line) else _MOST
    return cells if len(cells) <= most and all(len(cell) <= _LONGEST for cell in cells) else []


def _parted(line: str) -> list[str]:
    """The cells of a line, with the blanks around them; tabs before the first and behind the last count."""
    row = line.strip()
    if _is_piped(line):
        return _STROKE.split(row[1:-1])
    if _TAB in line:
        return line.split(_TAB)
    return (_INNER if "|" in row else _COLUMNS).split(row)


def _is_table(lines: Sequence[str], run: Sequence[int]) -> bool:
    """Whether lines of as many cells are a table's and no menu's: by their figures, or by a rule."""
    figured = sum(any(map(_FIGURE.match, _cells(lines[index])[1:])) for index in run)
    ruled = any("-" in line and _RULE.fullmatch(line) for line in lines[run[0] + 1 : run[1]])
    if figured >= _FIGURED * len(run) or (ruled and _PIPED.fullmatch(lines[run[0]]) is not None):
        return True
    if len(run) < _FEWEST_PARTED:
        return _TAB in lines[run[0]] and _is_announced(lines, run) and _is_inside(lines, run)
    if all(_is_stroked(lines[index]) for index in run):
        return _are_told_apart(lines, run)
    if not all("\t" in lines[index] for index in run):
        return False
    return len({first_cell(lines[index]) for index in run}) == len(run) and _is_inside(lines, run)


def _is_stroked(line: str) -> bool:
    return _TAB not in line and _INNER.search(line.strip()) is not None


def _is_inside(lines: Sequence[str], run: Sequence[int]) -> bool:
    """Whether a paragraph stands above lines, with a heading between perhaps, and another right below."""
    below = [line for line in lines[run[-1] + 1 : run[-1] + 1 + _NEAR] if line.strip()]
    return _is_below_text(lines, run) and any(map(_is_paragraph, below[:1]))


def _is_announced(lines: Sequence[str], run: Sequence[int]) -> bool:
    """Whether the paragraph right above lines ends with a colon, as before what it tells of."""
    above = (line for line in reversed(lines[max(0, run[0] - _NEAR) : run[0]]) if line.strip())
    return next(above, "").rstrip().endswith(":")


def _is_below_text(lines: Sequence[str], run: Sequence[int]) -> bool:
    """Whether a paragraph stands above lines, with a heading between perhaps."""
    near = range(1, _NEAR + 1)
    above = [line for step in near if step <= run[0] and (line := lines[run[0] - step]).strip()]
    return any(map(_is_paragraph, above[:_HEADED]))


def _is_paragraph(line: str) -> bool:
    return len(line) >= _PARAGRAPH and line.rstrip().endswith(_ENDS)


_HEADED, _PARAGRAPH, _ENDS = 2, 60, (".", ":", "؟", "!", "…", "۔")
"""Lines above a table without figures; characters of a paragraph, and what it ends with."""
_NEAR = 8
"""Lines, blank ones too, in which they stand, or a box does."""


def _are_told_apart(lines: Sequence[str], run: Sequence[int]) -> bool:
    """Whether no two lines begin or end alike, as tickers and titles with a site's name do."""
    ends = [(cells[0].strip(), cells[-1].strip()) for cells in (_cells(lines[index]) for index in run)]
    return all(len(set(column)) == len(run) for column in zip(*ends, strict=True))
