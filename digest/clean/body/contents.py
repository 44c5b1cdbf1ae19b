"""Tells a list of a page's contents: its lines come again, each above its paragraph. Pure, linear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from digest.clean.prose import MEDIUM, grade
from digest.clean.rows import Row, come_again
from digest.model import LineKind

ITEM, HEADING = "contents.item", "contents.heading"
"""The rules of a line of such a list, and of the line above that says what it is."""
_LONGEST, _LINE, _TWICE = 90, 50, 2
"""Characters of a heading, and of a line of text below it; how often a heading stands in a page."""
_MOST = 40
"""Lines of such a list."""
_COME_AGAIN = 0.5
"""The share of the lines below their heading that come again, at least."""


def note_contents(units: Sequence[Row]) -> None:
    """Mark the contents that stand below a heading of such, or right below a paragraph of the text.

    Called before the body is looked for, which then lies across those below a paragraph (`Row.boxed`).
    """
    pairs = dict(_pairs(units, 0, len(units) - 1))
    for index in range(1, len(units)) if pairs else ():
        above = units[index - 1]
        if above.rule == HEADING:
            listed = (above, *_headed(units, index, pairs))
            above = units[max(0, index - 2)]
        else:
            listed = _unheaded(units, index, pairs) if _is_paragraph(above) else ()
        for row in listed if _is_paragraph(above) else ():
            row.boxed = True


def _is_paragraph(row: Row) -> bool:
    return row.kind is None and row.stops and grade(row) >= MEDIUM


def mark_contents(units: Sequence[Row], first: int, last: int) -> None:
    """Mark the contents of the text between two rows, in it or above, whatever stands above them."""
    for run in _runs(_pairs(units, first, last)):
        if _come_again(run):
            for name, _ in run:
                _mark(units[name])


def _headed(units: Sequence[Row], first: int, pairs: dict[int, int]) -> tuple[Row, ...]:
    """Mark the lines below a heading of contents where enough of them come again; returns them."""
    end, seen = first, set[str]()
    while end < min(len(units), first + _MOST) and _may_be_item(units[end]) and units[end].core not in seen:
        seen.add(units[end].core)
        end += 1
    inside = first > 1 and _is_paragraph(units[first - 2]) and end < len(units)
    if inside and end - 1 not in pairs and _is_paragraph(units[end]):
        # The first subhead stands right below the contents, in which it need not be.
        end -= 1
    again = sum(index in pairs for index in range(first, end))
    if not again or again < _COME_AGAIN * (end - first):
        return ()
    for row in units[first:end]:
        _mark(row)
    return tuple(units[first:end])


def _unheaded(units: Sequence[Row], first: int, pairs: dict[int, int]) -> tuple[Row, ...]:
    """Mark the lines from one on where all of them come again; returns them."""
    end = first
    while end in pairs and end < first + _MOST:
        end += 1
    if not _come_again([(name, pairs[name]) for name in range(first, end)]):
        return ()
    for row in units[first:end]:
        _mark(row)
    return tuple(units[first:end])


def _may_be_item(row: Row) -> bool:
    return bool(row.words) and row.size <= _LONGEST and not (row.stops or row.tabular)


def _mark(row: Row) -> None:
    row.mark(LineKind.FURNITURE, ITEM)
    row.opens = row.finishes = row.soft = False


def _come_again(run: Sequence[tuple[int, int]]) -> bool:
    """Whether lines one below the other are contents: they come again below, each above a text of its own."""
    places = sorted(place for _, place in run)
    apart = all(above + 1 < below for above, below in pairwise(places))
    return len(run) > 1 and apart and places[0] > run[-1][0]


def _pairs(units: Sequence[Row], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Rows that stand twice in a page, the second time above a paragraph of the text, with that place."""
    if not come_again(units):
        return
    places = dict[str, list[int]]()
    for index, row in enumerate(units):
        if row.rule != ITEM and _may_be_item(row):
            places.setdefault(row.core, []).append(index)
    for name, *others in places.values():
        if len(others) == _TWICE - 1 and first < others[0] < last and _heads(units, others[0]):
            yield name, others[0]


def _heads(units: Sequence[Row], index: int) -> bool:
    row, below = units[index], units[index + 1]
    text = grade(below) >= MEDIUM or below.size > _LINE
    return row.kind is None and below.kind is None and text


def _runs(pairs: Iterator[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Pairs whose first rows stand one below the other."""
    run: list[tuple[int, int]] = []
    for pair in pairs:
        if run and pair[0] != run[-1][0] + 1:
            yield run
            run = []
        run.append(pair)
    yield run
