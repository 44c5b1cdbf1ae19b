"""Joins hard-wrapped lines: those that break where the next word would cross a margin; also ragged ones.

A page wrapped at a margin shows it: no line crosses it, and each line but a paragraph's last is so full that
the next line's first word would. A margin that nearly all open lines agree on is the page's; titles, menus
and verse agree on none. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from digest.clean.prose import announces, shared, stems
from digest.clean.rows import Row, make_row
from digest.clean.signs.hints import hint
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
_PAIR, _FULL, _BEYOND = 2, 0.75, 1.15
"""Lines; the least and the greatest part of the longest line, or of the margin, that a broken one has."""
_TOLD = 0.5
"""The share of a headline's content words that the paragraph joined to it has."""
_FEWEST_TOLD = 4

_OWN_LINES = frozenset({LineKind.BYLINE, LineKind.SOURCE, LineKind.DATELINE, LineKind.STATED_DATE})

_OVER_LETTERS = re.compile("[\u064b-\u0655\u0670]")

Unit = tuple[Row, tuple[Row, ...]]


class _Size(NamedTuple):
    """Columns of a line, what it is indented by with them, and of its first word."""

    width: int
    first: int


class _Margin(NamedTuple):
    """A column that no line crosses, the lines from one row to the next, and the sizes of all rows."""

    column: int
    step: int
    sizes: Sequence[_Size]

    def parts(self, place: int) -> bool:
        """Whether the first word of the row below the one at `place` would cross it."""
        width = self.sizes[place].width
        return width <= self.column <= width + self.sizes[place + 1].first

    def nearly_parts(self, place: int, rows: Sequence[Row], lines: int) -> bool:
        """Whether a person may have broken an open line there, in a block of lines with a blank line above.

        The block has had so many `lines` up to `place`.
        """
        top = place - lines + 1
        apart = top > 0 and rows[top].line - rows[top - 1].line > self.step
        width = self.sizes[place].width
        return apart and not rows[place].ends and _FULL * self.column <= width <= _BEYOND * self.column


def join_wrapped(rows: Sequence[Row], text: str) -> list[Unit]:
    """Units with the rows they are made of: a wrapped paragraph is one unit, any other row its own."""
    found = next(filter(None, _margins(rows, text)), None)
    parts = _ragged(rows) if found is None else _at_margin(rows, text, found)
    return [(_joined(part, text), tuple(part)) for part in parts]


def _margins(rows: Sequence[Row], text: str) -> Iterator[_Margin | None]:
    """The margin of a page by each way to measure lines, and for each number of lines between two rows."""
    broken = sum(
        _SHORTEST <= row.size <= _LONGEST and not row.ends and row.kind is None and below.kind is None
        for row, below in pairwise(rows)
    )
    if broken < _FEWEST:
        return
    breaks = {step: list(_breaks(rows, step)) for step in _steps(rows)}
    shown = {step: places for step, places in breaks.items() if len(places) >= _FEWEST}
    for sizes in _measures(rows, text) if shown else ():
        for step, places in shown.items():
            yield _margin(rows, sizes, step, places)


def _measures(rows: Sequence[Row], text: str) -> Iterator[list[_Size]]:
    """The size of each line; as programs differ, also one by which marks over letters take no column."""
    yield [_size(_indent(row, text), row.text) for row in rows]
    if _OVER_LETTERS.search(text):
        yield [_size(_indent(row, text), _OVER_LETTERS.sub("", row.text)) for row in rows]


def _size(indent: int, text: str) -> _Size:
    blank = text.find(" ")
    return _Size(indent + len(text), blank if blank >= 0 else len(text))


def _steps(rows: Sequence[Row]) -> tuple[int, ...]:
    """Lines from one row to the next: two where a blank line stands between nearly any two rows."""
    close = sum(below.line - row.line <= 1 for row, below in pairwise(rows))
    return (1, 2) if close <= _CLOSE * len(rows) else (1,)


def _breaks(rows: Sequence[Row], step: int) -> Iterator[int]:
    """The places of rows with another right below them, from which a margin may part them.

    None is a headline's or a credit's, and none is furniture: those are followed by what they like.
    """
    for place, (row, below) in enumerate(pairwise(rows)):
        plain = row.kind is None and below.kind is None and not (below.bullet or below.tabular)
        if place and plain and below.line - row.line == step:
            yield place


def _margin(rows: Sequence[Row], sizes: Sequence[_Size], step: int, places: Sequence[int]) -> _Margin | None:
    """The margin at which the page is wrapped; None where there is none."""
    # The least and greatest margin that would part two rows where they are.
    breaks = [
        (rows[place], sizes[place].width, sizes[place].width + sizes[place + 1].first) for place in places
    ]
    changes = [0] * (_LONGEST + 2)
    for _, least, most in breaks:
        if least <= _LONGEST and most >= _SHORTEST:
            changes[max(least, _SHORTEST)] += 1
            changes[min(most, _LONGEST) + 1] -= 1
    counts = list(accumulate(changes))
    margin = counts.index(max(counts))
    full = [row for row, least, most in breaks if least <= margin <= most]
    asked = sum(least >= _LONG * margin and not (row.ends or announces(row)) for row, least, _ in breaks)
    open_ = sum(not row.ends for row in full)
    over = sum(size.width > margin for size in sizes)
    agreed = len(full) >= _FEWEST and open_ >= max(_AGREED * asked, _OPEN * len(full))
    return _Margin(margin, step, sizes) if agreed and over <= max(1, _OVER * len(rows)) else None


def _at_margin(rows: Sequence[Row], text: str, margin: _Margin) -> Iterator[list[Row]]:
    """Runs of rows, each parted from the next where a margin did it."""
    part: list[Row] = []
    first, above = True, True
    for place, row in enumerate(rows):
        full = bool(part) and (margin.parts(place - 1) or margin.nearly_parts(place - 1, rows, len(part)))
        goes_on = full and _continues(part[-1], row, text, margin.step)
        if part and not (goes_on and not (above and _is_credit(part, row))):
            yield from _after_headline(part) if first else [part]
            first = first and part[0].kind is not None
            above = above and len(part) < _FEWEST
            part = []
        part.append(row)
    if part:
        yield part


def _continues(row: Row, below: Row, text: str, step: int) -> bool:
    indented = _indent(below, text) > _indent(row, text)
    near = below.line - row.line == step and not text[row.end : below.start].strip()
    whole = row.tabular or below.tabular or _is_item(row) or _is_item(below)
    return near and not (indented or whole or row.opens or (below.bullet and not _ASIDE.match(below.text)))


def _is_item(row: Row) -> bool:
    return row.point is not None


_ASIDE = re.compile(r"[-–—][^-–—]{1,40}[-–—]")
"""Words between dashes, the first of which a line begins with."""


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
    """Runs of adjacent lines of like length that stop in the middle of a sentence.

    Where there are such runs of three lines and more, one of two lines is wrapped as they are.
    """
    runs = list(_runs(rows))
    wrapped = [_is_wrapped(run) for run in runs]
    longest = max((_longest(run) for run, joined in zip(runs, wrapped, strict=True) if joined), default=None)
    if longest is None:
        yield from ([row] for row in rows)
        return
    for run, joined in zip(runs, wrapped, strict=True):
        whole = joined or _is_pair(run, longest)
        yield from _paragraphs(run) if whole else ([row] for row in run)


def _runs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows on consecutive lines, without a blank line between them and none of them furniture.

    The last words of a sentence are none, whatever they look like in a line of their own.
    """
    run: list[Row] = []
    for row in rows:
        plain = row.kind is None or (bool(run) and row.stops and not run[-1].ends)
        whole = bool(run) and (_is_item(row) or _is_item(run[-1]))
        if run and (row.line != run[-1].line + 1 or not plain or run[-1].kind is not None or whole):
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _longest(run: Sequence[Row]) -> int:
    return max(row.size for row in run)


def _is_pair(run: Sequence[Row], longest: int) -> bool:
    """Whether two lines are a paragraph on a page that is wrapped at about `longest` characters."""
    if len(run) != _PAIR or run[0].kind is not None or any(row.bullet for row in run):
        return False
    return (
        run[0].size >= _FULL * longest
        and _longest(run) <= _BEYOND * longest
        and run[1].ends
        and not run[0].ends
    )


def _is_wrapped(run: Sequence[Row]) -> bool:
    """At least three lines, all but paragraphs' last ones nearly as long as the longest, most not ending."""
    if len(run) < 3 or run[0].kind is not None:
        return False
    longest = _longest(run)
    if not _SHORTEST <= longest <= _LONGEST:
        return False
    inner = [row for row in run[:-1] if not row.ends]
    full = [row for row in inner if row.size >= _FULL * longest]
    open_share = len(inner) / (len(run) - 1)
    return (
        open_share >= 0.5
        and len(full) >= 0.8 * len(inner)
        and run[-1].ends
        and not any(row.bullet or row.tabular for row in run)
    )


def _paragraphs(run: Sequence[Row]) -> Iterator[list[Row]]:
    """Parted where a line ends a sentence well before the margin."""
    longest = _longest(run)
    part: list[Row] = []
    for row in run:
        part.append(row)
        if row.ends and row.size < _FULL * longest:
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
