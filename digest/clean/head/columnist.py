"""Finds the writer of a column, whose name stands above or below the headline. Pure; called by `around`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.clean.fields.fieldwords import field_words, is_name
from digest.clean.fields.outlets import is_outlet
from digest.clean.fields.unlisted import is_like_name
from digest.clean.head.bylined import says_post
from digest.clean.prose import stems
from digest.clean.rows import DATES, Row, make_row
from digest.model import LineKind

_BETWEEN = DATES | {LineKind.CAPTION}
"""What may stand between the name and the headline, beside an address without Arabic."""
_NEAR, _SECTION = 3, 3
"""Rows above the headline in which the name stands, and above the name in which its section does."""


def columnist(units: Sequence[Row], headline: int, first: int, body: frozenset[str]) -> int | None:
    """The row of a name right above the headline, where no other line signs; `first` is the body's row.

    A name of which headline or body has a word is whom they are about; one that stands below another is in a
    list of writers; one without a title (`د.`) needs a section of columns above it, or what he is below.
    """
    index = next((index for index in _up(headline, _NEAR) if not _is_between(units[index])), None)
    posted = index is not None and index > 0 and says_post(units[index])
    index = index - 1 if index is not None and posted else index
    if index is None or not units[index].words:
        return None
    row, above = units[index], [units[place] for place in _up(index, _SECTION)]
    titled = posted or row.words[0].replace(".", "") in field_words().titles
    titled = titled or any(other.core in field_words().columns for other in above)
    if not titled or not _is_writer(row) or _signs(units, first):
        return None
    listed = any(is_name(other.text) for other in above[:1])
    told = not stems(row).isdisjoint(body | stems(units[headline]))
    return None if listed or told else index


def _up(below: int, most: int) -> range:
    return range(below - 1, max(-1, below - 1 - most), -1)


def _is_between(row: Row) -> bool:
    return row.kind in _BETWEEN or row.latin


def _is_writer(row: Row) -> bool:
    plain = row.rule == "position.above-headline" or row.kind is LineKind.BYLINE
    return plain and is_name(row.text) and not is_outlet(row.text)


def _signs(units: Sequence[Row], first: int) -> bool:
    """Whether a line near the body, or with a word such as `بقلم`, names a writer already."""
    near = any(row.kind is LineKind.BYLINE for row in units[:first])
    return near or any(row.rule in ("byline.cue", "byline.below-cue") for row in units[first:])


def writer_below(units: Sequence[Row], headline: int, first: int, body: frozenset[str]) -> int | None:
    """The row between a column's headline and its body that alone is like a name which no list knows.

    A column has its section's name as its label, or at the end of the path above its headline.
    """
    if not _is_column(units, headline, first) or _signs(units, first):
        return None
    told = body | stems(units[headline])
    found = [
        index
        for index in range(headline + 1, first)
        if units[index].rule in _UNDECIDED
        and is_like_name(units[index])
        and stems(units[index]).isdisjoint(told)
    ]
    return found[0] if len(found) == 1 else None


_UNDECIDED = ("position.below-headline", "caption.between")


def _is_column(units: Sequence[Row], headline: int, first: int) -> bool:
    """Whether the article's label is a section of columns, or the path of sections above it ends with one."""
    columns = field_words().columns
    if any(row.kind is LineKind.LABEL and row.core in columns for row in units[max(0, headline - 2) : first]):
        return True
    path = units[max(0, headline - 1) : headline]
    last = (
        make_row(_STROKE.split(row.text)[-1].strip()).core for row in path if row.kind is LineKind.NAVIGATION
    )
    near = headline < _PATH or units[headline - _PATH].kind is not LineKind.NAVIGATION
    return near and any(core in columns for core in last)


_STROKE = re.compile(r"[|/>›»]")
_PATH = 3
"""Rows from the headline up to what stands above the first of a path of two."""
