"""Tells names that alone head parts of a text: newspapers in a review of them, places or sections of news.

Each stands between two paragraphs, and each is another one; as a word of menus or an agency it would be
none of the text. Pure, linear.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digest.clean.prose import MEDIUM, announces, grade
from digest.clean.rows import Row
from digest.model import LineKind

NAMED = (LineKind.SUBHEAD, "subhead.name")
"""What such a name is."""
_WORDS, _FEWEST, _FEWEST_ANNOUNCING = 3, 3, 2
"""Words of a name; names of one text, and of one whose names have a colon."""
_LONGEST_PART = 8
"""Paragraphs below one name."""
_KINDS = frozenset({None, LineKind.SOURCE, LineKind.DATELINE, LineKind.NAVIGATION, LineKind.LABEL})
"""What names may have been taken for."""


class _Name(NamedTuple):
    """A name's row, the row behind its paragraphs, and what it looks like."""

    place: int
    end: int
    form: str


def note_names(units: Sequence[Row]) -> None:
    """Note on the rows that are such names that they are (`Row.names`), and forget what else they may be."""
    for run in _runs(_names(units)):
        if _are_heads(units, run):
            for name in run:
                row = units[name.place]
                row.kind, row.rule, row.names = None, "", True
                row.opens = row.finishes = row.soft = False


def _names(units: Sequence[Row]) -> Iterator[_Name]:
    for index, row in enumerate(units[:-1]):
        if len(row.words) <= _WORDS and _may_be(row) and _is_paragraph(units[index + 1]):
            end = index + 1
            while end < min(len(units), index + _LONGEST_PART) and _is_paragraph(units[end]):
                end += 1
            yield _Name(index, end, _form(row))


def _runs(names: Iterator[_Name]) -> Iterator[list[_Name]]:
    """Names of one form, each right below the paragraphs of the one above."""
    run: list[_Name] = []
    for name in names:
        if run and (name.place, name.form) != (run[-1].end, run[-1].form):
            yield run
            run = []
        run.append(name)
    yield run


def _are_heads(units: Sequence[Row], run: Sequence[_Name]) -> bool:
    """Whether names are enough, each another, and not all of them plain words, which their place tells."""
    rows = [units[name.place] for name in run]
    announcing = all(map(announces, rows))
    fewest = _FEWEST_ANNOUNCING if announcing else _FEWEST
    if len(rows) < fewest or len({row.core for row in rows}) < len(rows):
        return False
    known = sum(row.kind is not None for row in rows)
    return announcing or (known > 0 and not _sign(units, run))


def _sign(units: Sequence[Row], run: Sequence[_Name]) -> bool:
    """Whether names are agencies that sign what stands above each: the last part is signed, too."""
    first, end = run[0].place, run[-1].end
    above = first > 0 and _is_paragraph(units[first - 1])
    signed = end < len(units) and units[end].kind is LineKind.SOURCE
    return above and signed and any(units[name.place].kind is LineKind.SOURCE for name in run)


def _may_be(row: Row) -> bool:
    plain = (
        row.kind in _KINDS and bool(row.words) and not (row.ends or row.latin or row.tabular or row.written)
    )
    # `المصدر: رويترز` says whose a text is.
    labelled = ":" in row.text.rstrip()[:-1]
    return plain and not (row.own or labelled or any(map(str.isdigit, row.core)))


def _form(row: Row) -> str:
    return (row.text[0] if row.bullet else "") + (":" if announces(row) else "")


def _is_paragraph(row: Row) -> bool:
    return row.kind is None and grade(row) >= MEDIUM
