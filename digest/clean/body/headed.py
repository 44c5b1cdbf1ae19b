"""Texts of short lines below headings: recipes, instructions, programmes, prices, results. Pure, linear.

Above the first paragraph such a list looks like a page's menu. It is the article's where a heading stands
above it and another one between it and the text, and its lines count something or the text tells of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digest.clean.body.listed import are_beside
from digest.clean.prose import MEDIUM, announces, grade, joint_stems, stems
from digest.clean.rows import Row, make_row
from digest.model import LineKind

_LONGEST, _REACH, _BELOW = 60, 60, 12
"""Characters of a line, lines of a text of lists, and rows of the text below that are looked at."""
_OF_HEADING, _OF_CONSTRUCT = 3, 2
"""Words of a heading, and of one whose second word alone is definite."""
_FEWEST, _FEWEST_ALONE, _FEWEST_COUNTED = 3, 6, 5
"""Lines of lists above a text, of those that are all of a text, and of one whose lines all count."""
_NEAR = 3
"""A heading and the fewest lines below it."""
_OWN = 0.5
"""The share of the lines that count something, or that have a word of the text."""
_TIMES = ("clock.line", "clock.ago")
"""Rules of what a line of a programme or a recipe may be taken for."""


class Lists(NamedTuple):
    """The rows [first, end) of lists with their headings, and which of them these are."""

    first: int
    end: int
    heads: frozenset[int]


def mark_lists(units: Sequence[Row], first: int) -> int:
    """Mark the lists right above a text's first row, or that the text is; returns where it now begins.

    Paragraphs right above such lists are of the text, too.
    """
    lists = lists_alone(units, first) if _is_definite(units[first]) else _lists_above(units, first)
    if lists is None:
        return first
    _mark(units, lists)
    first = lists.first
    while first and units[first - 1].kind is None and grade(units[first - 1]) >= MEDIUM:
        first -= 1
    return first


def lists_alone(units: Sequence[Row], start: int = 0, last: int | None = None) -> Lists | None:
    """The first run of lists with headings between two rows, on a page that has no other text."""
    index, stop = start, len(units) if last is None else min(len(units), last)
    while index < stop:
        end = index
        while end < stop and _is_line(units[end]):
            end += 1
        top = _top(units, index, end) if end - index > _FEWEST_ALONE else None
        found = None if top is None else _alone(units, top, end)
        found = found or _counted(units, index, end)
        if found and not (index and units[index - 1].opens):
            return found
        index = end + 1
    return None


def lists_below(units: Sequence[Row], index: int) -> int | None:
    """Mark lists with headings right below a text, the first heading at a row; returns the last row."""
    if not _is_definite(units[index]):
        return None
    found = lists_alone(units, index, index + _REACH)
    if found is None or found.first != index or not found.heads:
        return None
    _mark(units, found)
    return found.end - 1


def _mark(units: Sequence[Row], lists: Lists) -> None:
    for index in range(lists.first, lists.end):
        row = units[index]
        row.opens = row.finishes = row.soft = False
        if index in lists.heads:
            row.mark(LineKind.SUBHEAD, "subhead.above-list")
        else:
            row.mark(LineKind.BODY, "body.below-heading")


def _lists_above(units: Sequence[Row], first: int) -> Lists | None:
    """The lists with headings right above a text's first row, the text's own heading below them."""
    between = first - 1
    if between <= _FEWEST or not _may_head(units[between]) or not _is_line(units[between - 1]):
        return None
    low = _run_to(units, between)
    top = None if low and units[low - 1].opens else _top(units, low, between)
    if top is None:
        return None
    words = joint_stems(units[first : first + _BELOW])
    headed = _is_definite(units[top]) or words.isdisjoint(stems(units[top]))
    heads = _heads(units, top, between) - frozenset(() if headed else (top,))
    points = [units[index] for index in range(top, between) if index not in heads]
    own = sum(_counts(row) or not words.isdisjoint(stems(row)) for row in points)
    found = len(points) >= _FEWEST and own >= _OWN * len(points)
    return Lists(top, first, heads | {between}) if found else None


def _alone(units: Sequence[Row], top: int, end: int) -> Lists | None:
    """Lists that are all of a text: of two headings at least, counting, or the later telling of the first."""
    heads = _heads(units, top, end)
    points = [units[index] for index in range(top, end) if index not in heads]
    if len(heads) < 2 or len(points) < _FEWEST_ALONE or are_beside(points):
        return None
    second = sorted(heads)[1]
    words = joint_stems(units[top + 1 : second])
    # Lines of menus begin alike; what is done with something has its name behind a verb.
    later = [make_row(" ".join(units[index].words[1:])) for index in range(second, end) if index not in heads]
    told = sum(not words.isdisjoint(stems(row)) for row in later) >= _OWN * len(later)
    counted = sum(map(_counts, points)) >= _OWN * len(points)
    return Lists(top, end, heads) if told or counted else None


def _counted(units: Sequence[Row], low: int, end: int) -> Lists | None:
    """Lines of a run that all count something: with the numbers of steps, or words of a title above them."""
    first = end
    while first > low and _counts(units[first - 1]):
        first -= 1
    points = units[first:end]
    if len(points) < _FEWEST_COUNTED or are_beside(points):
        return None
    numbered = all(row.words[0] == str(number) for number, row in enumerate(points, 1))
    if not (numbered or _is_titled(units[max(0, first - _NEAR) : first], points)):
        return None
    headed = first > low and _is_definite(units[first - 1])
    return Lists(first - headed, end, frozenset((first - 1,) if headed else ()))


def _is_titled(above: Sequence[Row], points: Sequence[Row]) -> bool:
    """Whether a title's line near above some lines has a word of theirs."""
    words = joint_stems(points)
    return any(len(row.words) > _OF_HEADING and not words.isdisjoint(stems(row)) for row in above)


def _is_line(row: Row) -> bool:
    """Whether a row may be a line of a list or its heading."""
    plain = row.kind is None or (row.soft and row.kind is not LineKind.NAVIGATION) or row.rule in _TIMES
    return plain and bool(row.words) and row.size <= _LONGEST and not (row.stops or row.latin or row.tabular)


def _may_head(row: Row) -> bool:
    plain = _is_line(row) and not row.pointed and len(row.words) <= _OF_HEADING + 1
    return plain and not (_counts(row) or _is_labelled(row))


def _is_labelled(row: Row) -> bool:
    """Whether a value stands behind a colon: `الحصص: أربع`."""
    return ":" in row.text.rstrip()[:-1]


def _is_definite(row: Row) -> bool:
    """Whether a row is named as headings are: `المكونات`, `طريقة التحضير`, or with a colon behind it."""
    if not _may_head(row):
        return False
    construct = len(row.words) == _OF_CONSTRUCT and row.words[-1].startswith("ال")
    return announces(row) or construct or (len(row.words) <= _OF_HEADING and row.words[0].startswith("ال"))


def _run_to(units: Sequence[Row], end: int) -> int:
    """The first of the short lines that end above a row."""
    low = end
    while low and end - low < _REACH and _is_line(units[low - 1]):
        low -= 1
    return low


def _top(units: Sequence[Row], low: int, end: int) -> int | None:
    """The topmost heading of the lists in a run of short lines: none stands right below it.

    What stands above it is a title, or the run begins with it below a sentence, a credit or a label.
    """
    while low < end and _is_labelled(units[low]):
        low += 1
    below = 0 < low < end and units[low - 1].kind is not LineKind.NAVIGATION and _may_head(units[low])
    if below and not any(map(_is_definite, units[low + 1 : low + _NEAR])):
        return low
    heading = (index for index in range(low, end - _NEAR) if _heads_lines(units, index))
    return next(heading, None)


def _heads_lines(units: Sequence[Row], index: int) -> bool:
    """Whether a row is named as headings are, and some below it are not."""
    return _is_definite(units[index]) and not any(map(_is_definite, units[index + 1 : index + _NEAR]))


def _heads(units: Sequence[Row], top: int, end: int) -> frozenset[int]:
    """The headings among the lines of lists: the topmost, and those that are named as it is."""
    return frozenset((top, *_further(units, top, end)))


def _further(units: Sequence[Row], top: int, end: int) -> Iterator[int]:
    like = units[top].words[0]
    for index in range(top + 2, end - 1):
        row = units[index]
        named = _is_definite(row) and (announces(row) or row.words[0] == like or row.words[0][:2] == "ال")
        if named and not _is_definite(units[index + 1]):
            yield index


def _counts(row: Row) -> bool:
    return row.bullet or any(map(str.isdigit, row.core))
