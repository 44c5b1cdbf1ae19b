"""Tells a list of a page's contents: its lines come again, each above its paragraph. Pure, linear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from digest.clean.prose import MEDIUM, grade
from digest.clean.rows import Row
from digest.model import LineKind

_LONGEST, _LINE, _TWICE = 90, 50, 2
"""Characters of a heading, and of a line of text below it; how often a heading stands in a page."""


def mark_contents(units: Sequence[Row], first: int, last: int) -> list[str]:
    """Mark the contents of the text between two rows, in it or above; returns the words of their lines."""
    listed = list[Row]()
    for run in _runs(_pairs(units, first, last)):
        if len(run) > 1 and all(above[1] + 1 < below[1] for above, below in pairwise(run)):
            listed += [units[name] for name, _ in run]
    for row in listed:
        row.mark(LineKind.FURNITURE, "contents.item")
        row.opens = row.finishes = row.soft = False
    return [row.core for row in listed]


def _pairs(units: Sequence[Row], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Rows that stand twice in a page, the second time above a paragraph of the text, with that place."""
    places = dict[str, list[int]]()
    for index, row in enumerate(units):
        if row.words and row.size <= _LONGEST and not row.tabular:
            places.setdefault(row.core, []).append(index)
    for name, *others in places.values():
        if len(others) == _TWICE - 1 and first < others[0] < last and _heads(units, others[0]):
            yield name, others[0]


def _heads(units: Sequence[Row], index: int) -> bool:
    row, below = units[index], units[index + 1]
    text = grade(below) >= MEDIUM or below.size > _LINE
    return row.kind is None and not row.ends and below.kind is None and text


def _runs(pairs: Iterator[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Pairs whose first rows stand one below the other."""
    run: list[tuple[int, int]] = []
    for pair in pairs:
        if run and pair[0] != run[-1][0] + 1:
            yield run
            run = []
        run.append(pair)
    yield run
