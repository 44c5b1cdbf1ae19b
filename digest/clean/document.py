"""Puts a `Document` together: one decision a line, paragraphs, the text with cuts blank. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from digest.clean.paragraphs import readable
from digest.clean.rows import Row
from digest.model import KEPT_KINDS, Line, LineKind, Paragraph, Span

_RANK = {
    kind: rank
    for rank, kind in enumerate(
        (LineKind.BODY, LineKind.HEADLINE, LineKind.DECK, LineKind.SUBHEAD, LineKind.CAPTION, LineKind.BYLINE)
    )
}
_MARK = re.compile(r"(?:[•●▪■◾◆►▶▲▼»›*·–—-]\s*)+(?=\w)")
_TEXT = (LineKind.BODY, LineKind.SUBHEAD, LineKind.CAPTION)

Unit = tuple[Row, tuple[Row, ...]]


def lines_of(rows: Sequence[Row]) -> tuple[Line, ...]:
    """One line for the rows of each physical line: the weightiest kept kind wins, the other rows are cut."""
    return tuple(_line(list(group)) for _, group in groupby(rows, key=lambda row: row.line))


def pieces_of(rows: Sequence[Row]) -> tuple[Line, ...]:
    """The rows of lines that hold more than one."""
    groups = [list(group) for _, group in groupby(rows, key=lambda row: row.line)]
    return tuple(_line([row]) for group in groups if len(group) > 1 for row in group)


def text_of(text: str, lines: Sequence[Line], paragraphs: Sequence[Paragraph]) -> str:
    """The seed's text, same length, with blanks for cuts and for line ends inside a paragraph."""
    blanks = [cut for line in lines for cut in line.cuts]
    if not blanks and all(paragraph.lines[0] == paragraph.lines[-1] for paragraph in paragraphs):
        return text
    signs = list(text)
    for cut in blanks:
        signs[cut.start : cut.end] = " " * cut.length
    for paragraph in paragraphs:
        if paragraph.lines[0] != paragraph.lines[-1]:
            for place in range(paragraph.span.start, paragraph.span.end):
                if signs[place] == "\n":
                    signs[place] = " "
    return "".join(signs)


def paragraphs_of(text: str, units: Sequence[Unit], lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    """Body, subheads and captions in reading order; a block of text as several paragraphs."""
    by_number = {line.number: line for line in lines}
    return tuple(_paragraphs(text, units, by_number))


def _paragraphs(text: str, units: Sequence[Unit], lines: dict[int, Line]) -> Iterator[Paragraph]:
    for unit, rows in units:
        kind = rows[0].kind
        if kind not in _TEXT or lines[rows[0].line].kind is not kind:
            continue
        numbers = tuple(dict.fromkeys(row.line for row in rows))
        span = Span(unit.start + (_mark_length(text, unit) if kind is LineKind.CAPTION else 0), unit.end)
        if kind is not LineKind.BODY or len(numbers) > 1:
            yield Paragraph(kind, span, numbers)
            continue
        for part in readable(text, span):
            yield Paragraph(kind, part, numbers)


def _mark_length(text: str, unit: Row) -> int:
    """Characters of the mark that a list of captions puts before one."""
    match = _MARK.match(text, unit.start, unit.end)
    return match.end() - unit.start if match else 0


def _line(rows: list[Row]) -> Line:
    if len(rows) == 1:
        row = rows[0]
        assert row.kind is not None
        cuts = [Span(*cut) for cut in sorted(row.cuts)]
        return Line(row.line, Span(row.start, row.end), row.kind, row.rule, tuple(cuts))
    span = Span(rows[0].start, rows[-1].end)
    chosen = min(rows, key=lambda row: (not _kept(row), _RANK.get(row.kind or LineKind.FURNITURE, 99)))
    assert chosen.kind is not None
    cuts = [Span(*cut) for row in rows if row.kind is chosen.kind for cut in row.cuts]
    if _kept(chosen):
        cuts += [Span(row.start, row.end) for row in rows if row.kind is not chosen.kind]
    return Line(rows[0].line, span, chosen.kind, chosen.rule, tuple(sorted(cuts)))


def _kept(row: Row) -> bool:
    return row.kind in KEPT_KINDS
