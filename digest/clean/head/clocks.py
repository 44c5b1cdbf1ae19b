"""Tells the date of a page's own head, that of reading, from an article's by what stands around it.

Pure; called by `around`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile

from digest.clean.fields.datelines import is_of_reading, read_stamp
from digest.clean.fields.datewords import date_words
from digest.clean.head.outdated import is_outdated
from digest.clean.phrases import phrases
from digest.clean.rows import Row
from digest.model import LineKind

_ABOVE = "clock.above-headline"
_BESIDE = "clock.of-page"
YEARLESS = "date.without-year"
_NEAR = 4
"""Rows, the headline's with them."""
_MENU = 2
"""Sections' names below a date that are a menu's."""
_LONGEST_MENU = 40
"""Rows above and below a date that are looked at, so that time stays linear."""
OF_READERS = frozenset({LineKind.WEATHER, LineKind.PRAYER_TIMES, LineKind.LOGIN})
"""Kinds of lines beside which a page says what day it is."""
_OF_TOP = OF_READERS | {LineKind.NAVIGATION, LineKind.SOURCE, LineKind.CLOCK, LineKind.APP_CONTROL}
"""Kinds of lines at the top of a page, above its date."""


def drop_clocks(units: Sequence[Row], headline: int | None, first: int, last: int) -> None:
    """Mark the dates above a body, which is `first` to `last`, that are none of its article."""
    split = first if headline is None else headline
    dated = any(_states_day(row) for row in units[split:first])
    nearest = _nearest(units, split) if headline is not None else 0
    for index, row in enumerate(units[:first]):
        if row.kind is not LineKind.STATED_DATE:
            continue
        if index < split and (dated or (headline is not None and _is_away(units, index, headline))):
            # The page's own, where another stands below the headline or much else above it.
            row.mark(LineKind.CLOCK, _ABOVE)
        elif index < nearest and not _is_labelled(row):
            row.mark(LineKind.CLOCK, _ABOVE)
        elif _is_labelled(row) or _is_told(row, units[first]):
            continue
        elif _is_beside_time(units, index, first) or (
            index < split
            and (
                _ticks(row)
                or _is_of_page(units, index, split)
                or is_outdated(units, index, split, first, last)
            )
        ):
            row.mark(LineKind.CLOCK, _BESIDE)


def _nearest(units: Sequence[Row], split: int) -> int:
    """The last of the days above the headline: it is the article's; 0 where there is none."""
    stamps = (
        (index, read_stamp(units[index].text))
        for index in range(split - 1, 0, -1)
        if _states_day(units[index])
    )
    return next((index for index, stamp in stamps if stamp and stamp.edtf and not stamp.updated), 0)


def _is_labelled(row: Row) -> bool:
    stamp = read_stamp(row.text)
    return stamp is not None and (stamp.published or stamp.updated or stamp.issue)


def _is_told(row: Row, lead: Row) -> bool:
    """Whether the text's opening has a date's day and month: it is the article's, wherever it stands."""
    days = {pair for pair in pairwise(row.words) if pair[0].isdecimal() and not pair[1].isdecimal()}
    return not days.isdisjoint(pairwise(lead.words[:_OPENING]))


_OPENING = 8
"""Words with which a text says where it was written, and when."""


def _states_day(row: Row) -> bool:
    dated = row.kind is LineKind.STATED_DATE and row.rule != YEARLESS
    return dated and any(map(str.isdigit, row.core))


def _is_away(units: Sequence[Row], index: int, headline: int) -> bool:
    """Whether several rows stand between a row and the headline, or lines that the markup sets apart."""
    if headline - index > _NEAR:
        return True
    between = units[index + 1 : headline + 1]
    apart = any(row.apart for row in between)
    set_apart = units[headline].line - units[index].line - len(between) if apart else 0
    return len(between) + set_apart > _NEAR


def _is_beside_time(units: Sequence[Row], index: int, first: int) -> bool:
    """Whether the line above or below a date says what time it is for whoever reads the page."""
    above, below = reversed(units[max(0, index - _TIMES) : index]), units[index + 1 : min(index + 2, first)]
    times = (*takewhile(_is_time, above), *takewhile(_is_time, below))
    return any(is_of_reading(row.words) for row in times)


_TIMES = 2
"""Lines with a time above a date: what it is, and the time itself."""


def _is_time(row: Row) -> bool:
    return row.kind is LineKind.CLOCK


def _ticks(row: Row) -> bool:
    """Whether a day in words has a time with seconds, as a page's clock has: a program's stamp is figures."""
    names = date_words()
    worded = any(word in names.weekdays or (word,) in names.months for word in row.words)
    return worded and _SECONDS.search(row.text) is not None


_SECONDS = re.compile(r"\b\d{1,2}:\d{2}:\d{2}\b")


def _is_of_page(units: Sequence[Row], index: int, split: int) -> bool:
    """Whether a date above the headline is of the page's head: its menu below, its weather beside it."""
    row, below = units[index], units[index + 1 : min(split, index + _LONGEST_MENU)]
    if row.ahead and not (split < len(units) and units[split].ahead):
        return True
    if phrases().names_home(row.words):
        return True
    beside = (_without_times(reversed(units[max(0, index - _LONGEST_MENU) : index])), _without_times(below))
    if any(other is not None and other.kind in OF_READERS for other in beside):
        return True
    menu = [other for other in below if other.rule.startswith("navigation.")]
    listed = len(menu) >= _MENU and index < _LONGEST_MENU
    listed = listed and all(other.kind in _OF_TOP for other in units[:index])
    return listed or any(phrases().names_home(other.words) for other in menu)


def _without_times(rows: Iterable[Row]) -> Row | None:
    """The first of some rows that is no time of day."""
    return next((row for row in rows if not _is_time(row)), None)
