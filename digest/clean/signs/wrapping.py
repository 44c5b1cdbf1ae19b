"""Joins hard-wrapped lines: those that break where the next word would cross a margin; also ragged ones.

Where the margin is, `margins` tells. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from digest.clean.prose import shared, stems
from digest.clean.rows import CREDITS, Row, make_row
from digest.clean.signs.hints import hint
from digest.clean.signs.margins import (
    BEYOND,
    FEWEST,
    FULL,
    LONGEST,
    SHORTEST,
    Margin,
    indent_of,
    is_ended,
    is_over,
    margins,
)
from digest.model import LineKind

_PAIR = 2
_TOLD = 0.5
"""The share of a headline's content words that the paragraph joined to it has."""
_FEWEST_TOLD = 4

_OWN_LINES = CREDITS | {LineKind.STATED_DATE}

Unit = tuple[Row, tuple[Row, ...]]


def join_wrapped(rows: Sequence[Row], text: str) -> list[Unit]:
    """Units with the rows they are made of: a wrapped paragraph is one unit, any other row its own."""
    found = next(filter(None, margins(rows, text)), None)
    parts = _ragged(rows) if found is None else _at_margin(rows, text, found)
    return [unit_of(part, text) for part in _with_last_words(parts)]


def _with_last_words(parts: Iterable[list[Row]]) -> Iterator[list[Row]]:
    """The runs of rows, each joined to the one above where it goes on with that.

    It is a cell of the same row of a table, or a sentence's last word or the text's in a line of its own.
    """
    held: list[Row] = []
    for part in parts:
        row = part[0]
        celled = row.record and held and row.record == held[0].record
        if celled or (held and len(part) == 1 and _is_last(held[-1], row)):
            held = [*held, *part]
            continue
        if held:
            yield held
        held = part
    if held:
        yield held


def _is_last(row: Row, below: Row) -> bool:
    """Whether a line of one word has a full stop, or a word in brackets behind it, below an open line."""
    last = is_ended(below) or (below.stops and len(below.words) == 1)
    word = last and below.kind is None and below.line == row.line + 1 and below.level == row.level
    plain = row.kind is None and not (row.tabular or below.tabular or below.bullet or _is_item(below))
    return word and plain and SHORTEST <= row.size <= LONGEST and not row.ends and row.text[-1].isalnum()


def _at_margin(rows: Sequence[Row], text: str, margin: Margin) -> Iterator[list[Row]]:
    """Runs of rows, each parted from the next where a margin did it."""
    part: list[Row] = []
    first, above = True, True
    for place, row in enumerate(rows):
        goes_on = (
            bool(part)
            and _is_full(margin, place - 1, rows, len(part))
            and _continues(part[-1], row, text, margin.step)
        )
        if part and not (goes_on and not (above and _is_credit(part, row))):
            yield from _after_headline(part) if first else [part]
            first = first and part[0].kind is not None
            above = above and len(part) < FEWEST
            part = []
        part.append(row)
    if part:
        yield part


def _is_full(margin: Margin, place: int, rows: Sequence[Row], lines: int) -> bool:
    """Whether the row at `place` may be broken there; its paragraph has had so many `lines` with it."""
    if margin.parts(place) or margin.nearly_parts(place, rows, lines):
        return True
    return lines == 1 and margin.begins_at(place, rows)


def _continues(row: Row, below: Row, text: str, step: int) -> bool:
    indented = indent_of(below, text) > indent_of(row, text)
    near = below.line - row.line == step and not text[row.end : below.start].strip()
    near = near and row.level == below.level and not is_ended(row)
    whole = row.tabular or below.tabular or _is_item(row) or _is_item(below)
    return near and not (indented or whole or row.opens or (below.bullet and not _ASIDE.match(below.text)))


def _is_item(row: Row) -> bool:
    return row.point is not None


_ASIDE = re.compile(r"[-–—][^-–—]{1,40}[-–—]")
"""Words between dashes, the first of which a line begins with."""


def _is_credit(part: Sequence[Row], below: Row) -> bool:
    """Whether one of two lines is a credit or a date of its own: they stand below headlines of any length."""
    return len(part) == 1 and (part[0].kind in _OWN_LINES or (below.kind in _OWN_LINES and not below.ends))


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
    runs = [part for run in _runs(rows) for part in _before_tail(run)]
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
        whole = bool(run) and (_is_item(row) or _is_item(run[-1]) or row.level != run[-1].level)
        if run and (row.line != run[-1].line + 1 or not plain or run[-1].kind is not None or whole):
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _before_tail(run: list[Row]) -> Iterator[list[Row]]:
    """A run without the short lines below its last sentence, such as a name or a code; and those."""
    tail = next((index for index in range(1, _TAIL + 1) if index < len(run) and is_over(run[-index - 1])), 0)
    if not tail or len(run) < FEWEST or is_over(run[-1]) or _longest(run[-tail:]) >= FULL * _longest(run):
        yield run
    else:
        yield run[:-tail]
        yield run[-tail:]


_TAIL = 2
"""The most such lines."""


def _longest(run: Sequence[Row]) -> int:
    """The most characters of a line, without a word in brackets behind the last sentence."""
    return max(row.text.rindex("(") if is_ended(row) else row.size for row in run)


def _is_pair(run: Sequence[Row], longest: int) -> bool:
    """Whether two lines are a paragraph on a page that is wrapped at about `longest` characters."""
    if len(run) != _PAIR or run[0].kind is not None or any(row.bullet for row in run):
        return False
    return (
        run[0].size >= FULL * longest
        and _longest(run) <= BEYOND * longest
        and run[1].ends
        and not run[0].ends
    )


def _is_wrapped(run: Sequence[Row]) -> bool:
    """At least three lines, all but paragraphs' last ones nearly as long as the longest, most not ending."""
    if len(run) < 3 or run[0].kind is not None:
        return False
    longest = _longest(run)
    if not SHORTEST <= longest <= LONGEST:
        return False
    inner = [row for row in run[:-1] if not row.ends]
    full = [row for row in inner if row.size >= FULL * longest]
    open_share = len(inner) / (len(run) - 1)
    return (
        open_share >= 0.5
        and len(full) >= 0.8 * len(inner)
        and is_over(run[-1])
        and not any(row.bullet or row.tabular for row in run)
    )


def _paragraphs(run: Sequence[Row]) -> Iterator[list[Row]]:
    """Parted where a line ends a sentence well before the margin."""
    longest = _longest(run)
    part: list[Row] = []
    for row in run:
        part.append(row)
        if row.ends and row.size < FULL * longest:
            yield part
            part = []
    if part:
        yield part


def unit_of(part: Sequence[Row], text: str) -> Unit:
    """Rows as one, with them."""
    return part[0] if len(part) == 1 else _joined(part, text), tuple(part)


def _joined(part: Sequence[Row], text: str) -> Row:
    """One row for several, over the same characters of the seed's text."""
    start = part[0].start
    if part[0].record:
        unit = make_row(text[start : part[-1].end].replace("\n", "\t"), part[0].line, start)
        unit.tabular = True
        return unit
    unit = make_row(text[start : part[-1].end].replace("\n", " "), part[0].line, start)
    hint(unit)
    unit.level = part[0].level
    return unit
