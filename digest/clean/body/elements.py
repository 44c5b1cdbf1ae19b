"""Where the markup says that the body begins and ends: an HTML page's element, an author's Markdown. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from digest.clean.prose import MEDIUM, goes_on, grade
from digest.clean.rows import Row
from digest.model import LineKind

_WIDEST = 6
"""Rows in one run inside an article's element that are none of its own: pictures, advertisements."""
_FEWEST, _FEWEST_WORDS = 3, 5
"""Paragraphs by which an element surely holds the article; words of a sentence."""


def bounds_in_element(units: Sequence[Row], first: int, last: int) -> tuple[int, int]:
    """The rows of a stretch of prose, from the element's first sentence and not on behind the element."""
    if not any(row.own for row in units[first : last + 1]):
        return first, last
    return _first_sentence(units, first), _last_inside(units, first, last)


def _first_sentence(units: Sequence[Row], first: int) -> int:
    """The topmost sentence of the element: lists and subheads may part it from the stretch."""
    apart = 0
    for index in range(first - 1, -1, -1):
        row = units[index]
        apart = 0 if row.own else apart + 1
        if apart > _WIDEST:
            break
        if row.own is LineKind.BODY and row.kind is None and _is_sentence(row):
            first = index
    return first


def _is_sentence(row: Row) -> bool:
    return grade(row) >= MEDIUM or (row.stops and len(row.words) >= _FEWEST_WORDS)


def _last_inside(units: Sequence[Row], first: int, last: int) -> int:
    """The last row that does not stand behind the element, where several paragraphs stand in it."""
    own = [index for index in range(first, last + 1) if units[index].own and grade(units[index]) >= MEDIUM]
    if len(own) < _FEWEST:
        return last
    end = own[-1]
    for index in range(end + 1, last + 1):
        if units[index].kind is None:
            if is_behind(units[index], units[own[-1]]):
                return end
            end = index
    return end


def is_behind(row: Row, above: Row) -> bool:
    """Whether a row stands behind the article's element, in which `above` is, and does not go on from it."""
    return row.behind and above.own is not None and not goes_on(row)


def written_above(units: Sequence[Row], first: int) -> int:
    """The first row of what an author's Markdown has right above the body: a list of what it tells."""
    top = first
    for index in range(first - 1, -1, -1):
        row = units[index]
        headed = row.own is None or units[index + 1].point is not None
        if row.written and row.kind is None and headed:
            top = index
        elif row.rule != _PICTURE:
            break
    return top


def written_below(units: Sequence[Row], last: int) -> int:
    """The last row of what an author's Markdown has right below the body, no heading the last of it."""
    end = last
    for index in range(last + 1, len(units)):
        row = units[index]
        if row.written and row.kind is None:
            end = index if row.own is None else end
        elif row.rule not in _BETWEEN:
            break
    return end


_PICTURE = "markup.caption"
_BETWEEN = (_PICTURE, "shape.no-words")
"""What may part such rows: a picture, the line below a table's head."""
