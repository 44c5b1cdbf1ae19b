"""Puts a `Document` together: one decision a line, paragraphs, the text with cuts blank. Pure."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from digest.clean.paragraphs import readable, readable_around
from digest.clean.rows import Row
from digest.clean.tables import cells_of
from digest.model import BODY, KEPT_KINDS, Line, LineKind, Paragraph, Span

_RANK = {
    kind: rank
    for rank, kind in enumerate(
        (LineKind.BODY, LineKind.HEADLINE, LineKind.DECK, LineKind.SUBHEAD, LineKind.CAPTION, LineKind.BYLINE)
    )
}
_MARK = re.compile(r"(?:[•●▪■◾◆►▶▲▼»›*·–—-]\s*)+(?=\w)")
_TEXT = (LineKind.BODY, LineKind.SUBHEAD, LineKind.CAPTION)

Unit = tuple[Row, tuple[Row, ...]]


def lines_of(rows: Sequence[Row]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """One line for the rows of each physical line; then each row of those lines that hold more than one.

    The weightiest kept kind of a line wins, its other rows are cut.
    """
    groups = [list(group) for _, group in groupby(rows, key=attrgetter("line"))]
    pieces = [_line([row]) for group in groups if len(group) > 1 for row in group]
    return tuple(map(_line, groups)), tuple(pieces)


def text_of(
    text: str, lines: Sequence[Line], paragraphs: Sequence[Paragraph], dropped: Sequence[Span] = ()
) -> str:
    """The seed's text, same length, with blanks for cuts and line ends inside a paragraph.

    Tabs for those between the cells of a table's row. `dropped`: lines that an editor took from a paragraph.
    """
    blanks = [*(cut for line in lines for cut in line.cuts), *dropped]
    joined = [part for part in paragraphs if len(part.lines) > 1]
    rows = [part.span for part in joined if part.cells]
    wrapped = [part.span for part in joined if not part.cells]
    text = _changed(text, blanks, lambda piece: " " * len(piece)) if blanks else text
    text = _changed(text, rows, _with_tabs) if rows else text
    return _changed(text, wrapped, lambda piece: piece.replace("\n", " ")) if wrapped else text


def _with_tabs(piece: str) -> str:
    """A row of a table whose cells have a line each, with a tab between them."""
    return _LINE_END.sub(lambda end: "\t".ljust(len(end[0])), piece)


_LINE_END = re.compile(r"\n\s*+")


def _changed(text: str, spans: Iterable[Span], change: Callable[[str], str]) -> str:
    """The text with another of the same length in the place of each span, in linear time."""
    pieces, end = list[str](), 0
    for span in sorted(spans):
        start = max(span.start, end)
        if start < span.end:
            pieces += (text[end:start], change(text[start : span.end]))
            end = span.end
    return "".join((*pieces, text[end:]))


def paragraphs_of(text: str, units: Sequence[Unit], lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    """Body, subheads and captions in reading order; a block of text as several paragraphs."""
    by_number = {line.number: line for line in lines}
    return tuple(_paragraphs(text, units, by_number))


def _paragraphs(text: str, units: Sequence[Unit], lines: dict[int, Line]) -> Iterator[Paragraph]:
    told = [(unit, rows) for unit, rows in units if _is_told(rows[0], lines)]
    whole = sum(rows[0].kind is BODY for _, rows in told) == 1
    for unit, rows in told:
        kind, span = rows[0].kind or LineKind.BODY, _span(text, unit, rows[0].kind)
        if unit.tabular and (cells := _cells(text, unit, rows)):
            numbers = tuple(dict.fromkeys([row.line for row in rows]))
            apart = len(cells) > _MOST_CELLS or (len(cells) > 1 and unit.size > _LONGEST_ROW)
            for own in [(cell,) for cell in cells if cell.start < cell.end] if apart else [cells]:
                yield Paragraph(kind, own[0] if apart else span, numbers, cells=own)
            continue
        point = unit.point if kind is BODY else None
        joined = len(rows) > 1 and rows[-1].line > unit.line
        quoted = kind is BODY and unit.quoted
        if kind is not BODY or point is not None or quoted or (joined and not whole):
            numbers = tuple(dict.fromkeys([row.line for row in rows]))
            yield Paragraph(kind, span, numbers, point, quoted, quoted and unit.signs)
            continue
        cuts = sorted(unit.cuts)
        parts = readable_around(text, span, cuts, whole=whole) if cuts else readable(text, span, whole=whole)
        if len(rows) == 1:
            for part in parts:
                yield Paragraph(kind, part, (unit.line,))
            continue
        starts, ends = [row.start for row in rows], [row.end for row in rows]
        for part in parts:
            held = rows[bisect_right(ends, part.start) : bisect_left(starts, part.end)]
            yield Paragraph(kind, part, tuple(dict.fromkeys([row.line for row in held])))


_MOST_CELLS, _LONGEST_ROW, _LONGEST_CELL = 60, 3_000, 120
"""Cells and characters of a row that is one sentence, characters of a cell that is a row of its own.

Of more cells each is a row, and more characters in one are a paragraph.
"""


def _cells(text: str, unit: Row, rows: Sequence[Row]) -> tuple[Span, ...]:
    """The cells of a table's row, which may have a line each; none where a paragraph stands in a frame."""
    if len(rows) > 1:
        return tuple([Span(row.start, row.end) for row in rows])
    begin, end = text.rfind("\n", 0, unit.start) + 1, text.find("\n", unit.end)
    found = cells_of(text[begin : end if end >= 0 else len(text)])[slice(*unit.columns)]
    # An empty cell stands at an edge of the row, where it is outside of it.
    bounds = [[min(max(begin + edge, unit.start), unit.end) for edge in cell] for cell in found]
    cells = tuple([Span(first, last) for first, last in bounds])
    return () if len(cells) == 1 and unit.size > _LONGEST_CELL else cells


def _is_told(row: Row, lines: dict[int, Line]) -> bool:
    """Whether a row is text of the article, and not cut out of its line for a weightier one."""
    return row.kind in _TEXT and lines[row.line].kind is row.kind


def _span(text: str, unit: Row, kind: LineKind | None) -> Span:
    """Where a paragraph stands: the mark of a list and the strokes around a table's row are not its."""
    start, end = unit.start, unit.end
    if kind is LineKind.CAPTION or (unit.point is not None and unit.bullet):
        start += _mark_length(text, unit)
    elif unit.tabular and unit.words:
        start += len(unit.text) - len(unit.text.lstrip("| "))
        end -= len(unit.text) - len(unit.text.rstrip("| "))
    return Span(start, end)


def _mark_length(text: str, unit: Row) -> int:
    """Characters of the mark that a list puts before an item."""
    match = _MARK.match(text, unit.start, unit.end)
    return match.end() - unit.start if match else 0


def _line(rows: list[Row]) -> Line:
    if len(rows) == 1:
        row = rows[0]
        assert row.kind is not None
        own = tuple([Span(*cut) for cut in sorted(row.cuts)]) if row.cuts else ()
        return Line(row.line, Span(row.start, row.end), row.kind, row.rule, own)
    span = Span(rows[0].start, rows[-1].end)
    chosen = min(rows, key=lambda row: (not _kept(row), _RANK.get(row.kind or LineKind.FURNITURE, 99)))
    assert chosen.kind is not None
    cuts = [Span(*cut) for row in rows if row.kind is chosen.kind for cut in row.cuts]
    if _kept(chosen):
        cuts += [Span(row.start, row.end) for row in rows if row.kind is not chosen.kind]
    return Line(rows[0].line, span, chosen.kind, chosen.rule, tuple(sorted(cuts)))


def _kept(row: Row) -> bool:
    return row.kind in KEPT_KINDS
