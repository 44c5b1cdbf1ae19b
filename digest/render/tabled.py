"""The tables of an article's text as a page shows them: rows of cells, each row one sentence. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from digest.render.body import Block, ItemList, Placed, with_lists
from digest.render.shown import Gloss, joint_gloss
from digest.text import cells_of_row

_FIGURE, _YEAR = re.compile(r"\d"), re.compile(r"(?:19|20|١٩|٢٠)\d\d")


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table in the text."""

    sentence: Placed
    cells: tuple[str, ...]
    """Their texts; a row whose translation has no strokes is one cell."""
    gloss: Gloss | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one table, one below the other."""

    rows: tuple[TableRow, ...]
    headed: bool
    """Whether the first row names the columns."""
    kind = "table"

    @property
    def width(self) -> int:
        """Cells of the widest row."""
        return max(len(row.cells) for row in self.rows)

    @property
    def unread(self) -> tuple[TableRow, ...]:
        """The rows that are not translated."""
        return tuple(row for row in self.rows if row.sentence.shown.untranslated)

    @property
    def foreign(self) -> bool:
        """Whether all of it is in another language."""
        return all(row.sentence.shown.foreign for row in self.rows)

    @property
    def gloss(self) -> Gloss | None:
        """The facts of what is not translated."""
        return joint_gloss(row.gloss for row in self.unread)


def with_groups(blocks: Iterable[Block]) -> Iterator[Block | ItemList | Table]:
    """The blocks, items of one list together, and rows of one table."""
    for tabular, run in groupby(blocks, key=lambda block: block.tabular):
        rows = tuple(run)
        # What has one column is told in paragraphs.
        if tabular and any(len(cells_of_row(row.sentences[0].shown.text)) > 1 for row in rows):
            yield table_of(rows)
        else:
            yield from with_lists(rows)


def table_of(blocks: tuple[Block, ...]) -> Table:
    """One table of rows; a head that lacks its first cell is given an empty one, others at their end."""
    rows = [_row(block) for block in blocks]
    first, others = rows[0], rows[1:]
    width = max(len(row.cells) for row in rows)
    short = 1 < len(first.cells) == width - 1 and all(len(row.cells) == width for row in others)
    below = [cell for row in others for cell in row.cells]
    named = any(map(_is_figure, below)) and not any(map(_is_figure, first.cells))
    if short:
        rows[0] = replace(first, cells=("", *first.cells))
    whole = (row if len(row.cells) == 1 else replace(row, cells=_filled(row.cells, width)) for row in rows)
    return Table(tuple(whole), bool(others) and (short or named))


def _is_figure(cell: str) -> bool:
    """Whether a cell has a figure, other than a year alone, as columns are named after."""
    return _FIGURE.search(cell) is not None and not _YEAR.fullmatch(cell)


def _filled(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*cells, *[""] * (width - len(cells)))


def _row(block: Block) -> TableRow:
    sentence = block.sentences[0]
    return TableRow(sentence, cells_of_row(sentence.shown.text), block.runs[0].gloss)
