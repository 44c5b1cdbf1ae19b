"""Tells what pages show daily beside any article: the times of prayer, the weather of a city. Pure, linear.

The name and the time, the city and the degrees stand in one line or each in its own. An article that is about
the times itself says so right above them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from digest.clean.fields.fieldwords import is_place
from digest.clean.phrases import phrases
from digest.clean.rows import Row
from digest.model import LineKind

_RULE = "prayer-times.box"
_TIME = re.compile(r"\b\d{1,2} ?: ?\d{2}\b")
_FEWEST, _LONGEST, _MOST = 3, 60, 60
"""Times of such a box and names beside them, characters of a line of it, and its lines."""
_HEADING, _TOLD, _ABOVE = 4, 2, 2
"""Words of a box's heading; words of prayers in a line above that tells of them, and lines that are asked."""
_LONGEST_PLACE = 3
"""Words of a city's name."""


def mark_daily(rows: Sequence[Row]) -> None:
    """Mark the lines of each box of prayers' times, and a city's name amid its weather."""
    seen, told = 0, False
    for index, row in enumerate(rows):
        if row.kind is LineKind.WEATHER and index:
            _mark_place(rows, index - 1)
        elif index >= seen and row.size <= _LONGEST and ":" in row.text and _is_of_box(row):
            first, seen = _box_around(rows, index)
            told = told or _is_told(rows, first)
            _mark_box(rows[first:seen], told=told)


def _mark_place(rows: Sequence[Row], index: int) -> None:
    """Mark a name alone above a line of the weather: the city's, below another line or above figures."""
    row, below = rows[index], rows[index + 1]
    alone = (row.kind is None or row.soft) and not (row.kind is LineKind.WEATHER or row.ends or row.pointed)
    if alone and 0 < len(row.words) <= _LONGEST_PLACE:
        amid = index > 0 and rows[index - 1].kind is LineKind.WEATHER
        if amid or (not any(map(str.isalpha, below.core)) and is_place(row.text)):
            row.mark(LineKind.WEATHER, "weather.place")


def _box_around(rows: Sequence[Row], time: int) -> tuple[int, int]:
    """The first of the lines of prayers' names and times about one of them, and the one below the last."""
    first, end = time, time + 1
    while first > 0 and time - first < _MOST and _is_of_box(rows[first - 1]):
        first -= 1
    while end < len(rows) and end - time < _MOST and _is_of_box(rows[end]):
        end += 1
    return first - (first > 0 and _heads(rows[first - 1])), end


def _is_of_box(row: Row) -> bool:
    """Whether a line has a time or a prayer's name, and nothing else."""
    if row.size > _LONGEST or row.ends or not row.words:
        return False
    others = [word for word in row.words if not word.isdigit()]
    return phrases().of_prayers.issuperset(others) and (bool(others) or _TIME.search(row.text) is not None)


def _heads(row: Row) -> bool:
    """Whether a line heads times of prayer: `مواقيت الصلاة في الدوحة`."""
    return len(row.words) <= _HEADING and not row.ends and len(_names(row.words[:2])) > 1


def _names(words: Iterable[str]) -> set[str]:
    """The words of prayers among some; letters for the halves of a day aside."""
    return {word for word in words if len(word) > 1 and word in phrases().of_prayers}


def _mark_box(box: Sequence[Row], *, told: bool) -> None:
    """Mark names and times that are enough for a box, or a line of a prayer's name and its time.

    `told`: the article is about them, so that they are a table of its own.
    """
    listed = sum(len(_TIME.findall(row.text)) for row in box) >= _FEWEST
    listed = listed and len(_names(word for row in box for word in row.words)) >= _FEWEST
    for row in box:
        timed = _TIME.search(row.text) is not None and bool(_names(row.words[:1]))
        if told and listed:
            row.kind, row.rule, row.tabular = None, "", True
        elif not told and (listed or timed):
            row.mark(LineKind.PRAYER_TIMES, _RULE)
        else:
            continue
        row.opens = row.finishes = row.closes = row.soft = False


def _is_told(rows: Sequence[Row], first: int) -> bool:
    """Whether a title or a paragraph above a box says that the article is about its times."""
    above = rows[max(0, first - _ABOVE) : first]
    return any(len(row.words) > _HEADING and len(_names(row.words)) >= _TOLD for row in above)
