"""Short lines that a text itself has more than once: heads of figures, and of parts like one another. Pure.

`الدولار` above its prices in two cities, `المقادير` and `الطريقة` of two dishes. A page's own lines that it
repeats stand above no figures, and do not take turns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from digest.clean.rows import Row, come_again
from digest.model import LineKind

_LONGEST, _WORDS = 45, 6
"""Characters and words of such a line."""
_MOST, _TIMES = 8, 50
"""Lines told again that are compared with one another, and times of each, so that time stays linear."""
_FIGURE = re.compile(r"\d[\d.,-]*")
_TEXT, _HEAD, TURNS = (LineKind.BODY, LineKind.SUBHEAD), "subhead.of-values", "subhead.again"
_TABLED = ("currencies",)
_HEADING = (("", "first"), ("", "last"), ("last", "first"))
"""Where a line has a figure that is no value, and the one below it has one."""
_AT_END, _WORDS_BEFORE = 2, 4
"""A value's last words, one of them a figure, and all words of such a value."""


def values_rule(units: Sequence[Row], index: int, first: int, last: int) -> tuple[LineKind, str] | None:
    """What a row is that is one of several values, or heads some below a line of the text; else None."""
    row, above = units[index], units[index - 1] if index > first else None
    below = units[index + 1] if index < last else None
    own, before, behind = (_place_of_figure(other) for other in (row, above, below))
    if above is not None and above.kind in _TEXT and _names(row) and (own, behind) in _HEADING:
        return LineKind.SUBHEAD, _HEAD
    headed = above is not None and above.rule in (_HEAD, TURNS)
    return (LineKind.BODY, "body.list") if own and (headed or before or behind) else None


def _place_of_figure(row: Row | None) -> str:
    """Where a line has the figure that it states: `1278 ريال`, `سعر البيع 35 جنيها`; empty for others."""
    if row is None or not _is_short(row):
        return ""
    figures = [place for place, word in enumerate(row.words) if _FIGURE.fullmatch(word)]
    if not figures or len(figures) == len(row.words):
        return ""
    ends = len(row.words) <= _WORDS_BEFORE and figures[-1] >= len(row.words) - _AT_END
    return "first" if figures[0] == 0 else "last" if ends else ""


def _names(row: Row) -> bool:
    """Whether a line may say what figures below it are of, though a page's tables say it in such words."""
    return _is_short(row) or (row.rule in _TABLED and not row.ends and len(row.words) <= _WORDS)


def is_between_points(units: Sequence[Row], index: int, first: int, last: int) -> bool:
    """Whether a row stands in a list of lines made like it, of a word or more, a colon and a value."""
    beside = [units[place] for place in (index - 1, index + 1) if first <= place <= last]
    return _VALUED.match(units[index].text) is not None and any(
        row.kind in (None, LineKind.BODY) and row.size < _LONGEST_POINT and _VALUED.match(row.text)
        for row in beside
    )


_VALUED, _LONGEST_POINT = re.compile(r"[^:\n]{2,40}:\s*\S"), 60


def taking_turns(units: Sequence[Row], first: int, last: int) -> frozenset[str]:
    """The cores of short lines that head like parts of a text: two or more that take turns."""
    if not come_again(units):
        return frozenset()
    places: dict[str, list[int]] = {}
    for index, row in enumerate(units):
        places.setdefault(row.core, []).append(index)
    told = {
        core: found
        for core, found in places.items()
        if 1 < len(found) <= _TIMES and first < found[0] and found[-1] < last
        if all(_heads(units, index) for index in found)
    }
    if not 1 < len(told) <= _MOST:
        return frozenset()
    return frozenset(core for pair in _pairs(told) for core in pair)


def _pairs(told: dict[str, list[int]]) -> Iterator[tuple[str, str]]:
    """The lines that stand by turns, other lines between them."""
    for one, other in combinations(told, 2):
        turns = sorted((index, core) for core in (one, other) for index in told[core])
        if len(told[one]) == len(told[other]) and all(
            above != below and index < place - 1 for (index, above), (place, below) in pairwise(turns)
        ):
            yield one, other


def _heads(units: Sequence[Row], index: int) -> bool:
    """Whether a row is short, and what stands below it is text that is not known for anything else."""
    row, below = units[index], units[index + 1]
    other = below.kind is None and not below.latin and below.core != row.core
    return other and _is_short(row) and not _place_of_figure(row)


def _is_short(row: Row) -> bool:
    """Whether nothing is known of a row that is some words and no sentence."""
    plain = row.kind in (None, LineKind.BODY, LineKind.SUBHEAD) and not (row.ends or row.latin or row.tabular)
    return plain and row.size <= _LONGEST and 0 < len(row.words) <= _WORDS
