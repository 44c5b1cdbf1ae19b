"""What opens a newsletter above the article it brings: a greeting, and a sentence to its readers. Pure.

Such a sentence would be taken for the text, and the article below it for another one.
"""

from __future__ import annotations

from collections.abc import Sequence

from digest.clean.prose import MEDIUM, STRONG, addresses, grade
from digest.clean.rows import Row
from digest.model import LineKind

_TOP, _LONGEST, _LONGEST_GREETING = 6, 200, 6
"""Rows that open a page so; characters of one; words of a greeting."""
_TITLE, _FEWEST, _NEAR, _PARAGRAPHS = 150, 3, 5, 2
"""Characters and words of a title below; rows in which paragraphs follow it, and how many do."""


def mark_greeting(units: Sequence[Row]) -> None:
    """Mark what opens the page so, where a gap and an article with its title follow."""
    end = _end(units)
    for row in units[:end] if end and _is_article(units, end) else ():
        if row.kind is None:
            row.mark(LineKind.FURNITURE, "position.greeting")


def _end(units: Sequence[Row]) -> int:
    """Where the rows end that greet readers or speak to them; 0 where the page does not open so."""
    greeted = told = False
    for index, row in enumerate(units[:_TOP]):
        if row.kind is not None and not (greeted or told):
            continue
        apart = index > 0 and row.line - units[index - 1].line > 1
        if told and apart and not _speaks(row, greeted=False):
            return index
        if _is_greeting(row):
            greeted = True
        elif _speaks(row, greeted=greeted and not apart):
            told = True
        else:
            return index if greeted and apart else 0
    return 0


def _is_greeting(row: Row) -> bool:
    """Whether a row is some words with a comma behind them: `صباح الخير،`."""
    return row.text.endswith(("،", ",")) and 1 <= len(row.words) <= _LONGEST_GREETING


def _speaks(row: Row, *, greeted: bool) -> bool:
    """Whether a row is a short sentence to readers, or right below a greeting."""
    return row.stops and row.size <= _LONGEST and row.kind is None and (greeted or addresses(row))


def _is_article(units: Sequence[Row], title: int) -> bool:
    """Whether a title stands there, credits or labels aside, and paragraphs below it."""
    below = [row for row in units[title : title + _NEAR + _PARAGRAPHS] if row.kind is None]
    titled = bool(below) and not below[0].ends and grade(below[0]) < MEDIUM and below[0].size <= _TITLE
    if not titled or len(below[0].words) < _FEWEST:
        return titled and len(below) > 1 and _is_article(units, units.index(below[1], title))
    return sum(grade(row) == STRONG for row in below[1:]) >= _PARAGRAPHS
