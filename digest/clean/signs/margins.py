"""Finds the margin that a page's lines break at: where the next word would cross it. Pure.

No line crosses it, and each line but a paragraph's last is so full that the next line's first word would. A
margin that nearly all open lines agree on is the page's; titles, menus and verse agree on none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from digest.clean.fields.everyday import is_verb
from digest.clean.prose import announces
from digest.clean.rows import Row
from digest.text import without_vowels

SHORTEST, LONGEST = 30, 140
"""Characters of a wrapped line."""
FEWEST = 3
"""Breaks that show a margin."""
FULL, BEYOND = 0.75, 1.15
"""The least and the greatest part of the margin, or of the longest line, that a broken one has."""
_AGREED, _LONG = 0.85, 0.6
"""The share of open lines that agree on a margin; the part of it that a line has at least to be asked."""
_OVER = 0.1
"""The share of lines that may be longer than the margin: a headline that was left whole."""
_OPEN, _CLOSE = 0.5, 0.25
"""Shares: of full lines that end no sentence; of rows without a blank line below, where most have one."""
_SHORT_FIRST = 3
"""Words of a paragraph's first line, at least, that was broken long before the margin."""
_NEAR, _TITLE = 8, 4
"""Rows above it in which the headline stands, and the words of a headline."""
_OVER_IN_MARKS = re.compile(r"[.!?؟…]\s*\([^\W\d_]+(?:\s[^\W\d_]+)?\)$")
"""A sentence's end with a word in brackets behind it: `… . (النهاية)`."""
_OVER_LETTERS = re.compile("[\u064b-\u0655\u0670]")


class _Size(NamedTuple):
    """Columns of a line, what it is indented by with them, and of its first word."""

    width: int
    first: int


class Margin(NamedTuple):
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
        return apart and not rows[place].ends and FULL * self.column <= width <= BEYOND * self.column

    def begins_at(self, place: int, rows: Sequence[Row]) -> bool:
        """Whether a paragraph begins with the open line at `place`, whatever its length.

        It has a blank line above, opens with a verb, stands below what may be the headline, and what is below
        it is wrapped at the margin.
        """
        row, after = rows[place], rows[place + 1 : place + 3]
        if place == 0 or row.line - rows[place - 1].line <= self.step or row.ends or len(after) < 2:
            return False
        verb = len(row.words) >= _SHORT_FIRST and row.kind is None and is_verb(row.words[0])
        adjacent = after[1].line - after[0].line == self.step and not after[0].ends
        above = rows[max(0, place - _NEAR) : place]
        titled = any(other.kind is None and len(other.words) >= _TITLE for other in above)
        return verb and titled and adjacent and self.parts(place + 1)


def margins(rows: Sequence[Row], text: str) -> Iterator[Margin | None]:
    """The margin of a page by each way to measure lines, and for each number of lines between two rows."""
    broken = sum(
        SHORTEST <= row.size <= LONGEST and not row.ends and row.kind is None and below.kind is None
        for row, below in pairwise(rows)
    )
    if broken < FEWEST:
        return
    breaks = {step: list(_breaks(rows, step)) for step in _steps(rows)}
    shown = {step: places for step, places in breaks.items() if len(places) >= FEWEST}
    for sizes in _measures(rows, text) if shown else ():
        for step, places in shown.items():
            yield _margin(rows, sizes, step, places)


def _measures(rows: Sequence[Row], text: str) -> Iterator[list[_Size]]:
    """The size of each line; as programs differ, also one by which marks over letters take no column."""
    yield [_size(indent_of(row, text), row.text) for row in rows]
    if _OVER_LETTERS.search(text):
        yield [_size(indent_of(row, text), _OVER_LETTERS.sub("", row.text)) for row in rows]


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


def is_over(row: Row) -> bool:
    """Whether a line ends a sentence, one with a word in brackets behind it, too."""
    return row.ends or is_ended(row)


def is_ended(row: Row) -> bool:
    """Whether a word in brackets stands behind the end of a line's last sentence."""
    return (
        row.text.endswith(")") and _OVER_IN_MARKS.search(without_vowels(row.text[-_REACH:]).text) is not None
    )


_REACH = 40
"""Characters of a line's end that hold such words."""


def _margin(rows: Sequence[Row], sizes: Sequence[_Size], step: int, places: Sequence[int]) -> Margin | None:
    """The margin at which the page is wrapped; None where there is none."""
    # The least and greatest margin that would part two rows where they are.
    breaks = [
        (rows[place], sizes[place].width, sizes[place].width + sizes[place + 1].first) for place in places
    ]
    changes = [0] * (LONGEST + 2)
    for _, least, most in breaks:
        if least <= LONGEST and most >= SHORTEST:
            changes[max(least, SHORTEST)] += 1
            changes[min(most, LONGEST) + 1] -= 1
    counts = list(accumulate(changes))
    margin = counts.index(max(counts))
    full = [row for row, least, most in breaks if least <= margin <= most]
    asked = sum(least >= _LONG * margin and not (is_over(row) or announces(row)) for row, least, _ in breaks)
    open_ = sum(not row.ends for row in full)
    over = sum(size.width > margin for size in sizes)
    agreed = len(full) >= FEWEST and open_ >= max(_AGREED * asked, _OPEN * len(full))
    return Margin(margin, step, sizes) if agreed and over <= max(1, _OVER * len(rows)) else None


def indent_of(row: Row, text: str) -> int:
    """Columns before a row in its line."""
    return row.start - text.rfind("\n", 0, row.start) - 1
