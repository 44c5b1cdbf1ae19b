"""Joins hard-wrapped lines: those that break where the next word would cross a margin; also ragged ones.

A page wrapped at a margin shows it: no line crosses it, and each line but a paragraph's last is so full that
the next line's first word would. A margin that nearly all open lines agree on is the page's; titles, menus
and verse agree on none. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from digest.clean.hints import hint
from digest.clean.prose import shared, stems
from digest.clean.rows import Row, make_row
from digest.model import LineKind

_SHORTEST, _LONGEST = 30, 140
_FEWEST = 3
"""Breaks that show a margin."""
_AGREED, _LONG = 0.85, 0.6
"""The share of open lines that agree on a margin; the part of it that a line has at least to be asked."""
_OVER = 0.1
"""The share of lines that may be longer than the margin: a headline that was left whole."""
_OPEN, _CLOSE = 0.5, 0.25
"""Shares: of full lines that end no sentence; of rows without a blank line below, where most have one."""
_TOLD = 0.5
"""The share of a headline's content words that the paragraph joined to it has."""
_FEWEST_TOLD = 4

_OWN_LINES = frozenset({LineKind.BYLINE, LineKind.SOURCE, LineKind.DATELINE, LineKind.STATED_DATE})

Unit = tuple[Row, tuple[Row, ...]]


def join_wrapped(rows: Sequence[Row], text: str) -> list[Unit]:
    """Units with the rows they are made of: a wrapped paragraph is one unit, any other row its own."""
    margins = ((margin, step) for step in _steps(rows) if (margin := _margin(rows, step)))
    margin, step = next(margins, (None, 1))
    parts = _ragged(rows) if margin is None else _at_margin(rows, text, margin, step)
    return [(_joined(part, text), tuple(part)) for part in parts]


def _steps(rows: Sequence[Row]) -> tuple[int, ...]:
    """Lines from one row to the next: two where a blank line stands between nearly any two rows."""
    close = sum(below.line - row.line <= 1 for row, below in pairwise(rows))
    return (1, 2) if close <= _CLOSE * len(rows) else (1,)


def _breaks(rows: Sequence[Row], step: int) -> Iterator[tuple[Row, int, int]]:
    """Rows with another right below them, and the least and greatest margin that would part them there.

    None is a headline's or a credit's, and none is furniture: those are followed by what they like.
    """
    for place, (row, below) in enumerate(pairwise(rows)):
        plain = row.kind is None and below.kind is None and not below.bullet
        if place and plain and below.line - row.line == step:
            yield row, row.size, row.size + _first_word(below)


def _first_word(row: Row) -> int:
    return len(row.text.split(maxsplit=1)[0])


def _margin(rows: Sequence[Row], step: int) -> int | None:
    """The margin at which the page is wrapped; None where there is none."""
    breaks = list(_breaks(rows, step))
    changes = [0] * (_LONGEST + 2)
    for _, least, most in breaks:
        if least <= _LONGEST and most >= _SHORTEST:
            changes[max(least, _SHORTEST)] += 1
            changes[min(most, _LONGEST) + 1] -= 1
    counts = list(accumulate(changes))
    margin = counts.index(max(counts))
    full = [row for row, least, most in breaks if least <= margin <= most]
    asked = sum(least >= _LONG * margin and not row.ends for row, least, _ in breaks)
    open_ = sum(not row.ends for row in full)
    over = sum(row.size > margin for row in rows)
    agreed = len(full) >= _FEWEST and open_ >= max(_AGREED * asked, _OPEN * len(full))
    return margin if agreed and over <= max(1, _OVER * len(rows)) else None


def _at_margin(rows: Sequence[Row], text: str, margin: int, step: int) -> Iterator[list[Row]]:
    """Runs of rows, each parted from the next where a margin did it."""
    part: list[Row] = []
    first = True
    for row in rows:
        if part and (_is_credit(part, row) or not _continues(part[-1], row, text, margin, step)):
            yield from _after_headline(part) if first else [part]
            first = first and part[0].kind is not None
            part = []
        part.append(row)
    if part:
        yield part


def _continues(row: Row, below: Row, text: str, margin: int, step: int) -> bool:
    full = row.size <= margin <= row.size + _first_word(below)
    indented = _indent(below, text) > _indent(row, text)
    near = below.line - row.line == step and not text[row.end : below.start].strip()
    return full and near and not (below.bullet or indented or row.opens)


def _is_credit(part: Sequence[Row], below: Row) -> bool:
    """Whether one of two lines is a credit or a date of its own: they stand below headlines of any length."""
    return len(part) == 1 and (part[0].kind in _OWN_LINES or (below.kind in _OWN_LINES and not below.ends))


def _indent(row: Row, text: str) -> int:
    return row.start - text.rfind("\n", 0, row.start) - 1


def _after_headline(part: list[Row]) -> list[list[Row]]:
    """A page's first paragraph without the headline that fills its first line: its words come again below."""
    told = frozenset[str]().union(*map(stems, part[1:]))
    if len(part) > 1 and len(stems(part[0])) >= _FEWEST_TOLD and shared(part[0], told) >= _TOLD:
        return [part[:1], part[1:]]
    return [part]


def _ragged(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Runs of adjacent lines of like length that stop in the middle of a sentence."""
    for run in _runs(rows):
        yield from _paragraphs(run) if _is_wrapped(run) else ([row] for row in run)


def _runs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows on consecutive lines, without a blank line between them and none of them furniture."""
    run: list[Row] = []
    for row in rows:
        if run and (row.line != run[-1].line + 1 or row.kind is not None or run[-1].kind is not None):
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _is_wrapped(run: Sequence[Row]) -> bool:
    """At least three lines, all but paragraphs' last ones nearly as long as the longest, most not ending."""
    if len(run) < 3 or run[0].kind is not None:
        return False
    longest = max(row.size for row in run)
    if not _SHORTEST <= longest <= _LONGEST:
        return False
    inner = [row for row in run[:-1] if not row.ends]
    full = [row for row in inner if row.size >= 0.75 * longest]
    open_share = len(inner) / (len(run) - 1)
    return (
        open_share >= 0.5
        and len(full) >= 0.8 * len(inner)
        and run[-1].ends
        and not any(row.bullet for row in run)
    )


def _paragraphs(run: Sequence[Row]) -> Iterator[list[Row]]:
    """Parted where a line ends a sentence well before the margin."""
    longest = max(row.size for row in run)
    part: list[Row] = []
    for row in run:
        part.append(row)
        if row.ends and row.size < 0.75 * longest:
            yield part
            part = []
    if part:
        yield part


def _joined(part: Sequence[Row], text: str) -> Row:
    """One row for several, over the same characters of the seed's text."""
    if len(part) == 1:
        return part[0]
    start = part[0].start
    unit = make_row(text[start : part[-1].end].replace("\n", " "), part[0].line, start)
    hint(unit)
    return unit
