"""Tells a day at a page's top, long after the article's own, by what the article says of itself. Pure.

A page says there when it is read. That day is later than the one below the text, in the dateline that opens
it, or in its first words with the day of the week and the year. Called by `clocks`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from digest.clean.fields.datelines import is_weekday, read_stamp
from digest.clean.rows import CREDITS, Row, words_of
from digest.model import LineKind
from digest.seeds.stated import day_of
from digest.text import without_vowels

_LATER = 10
"""Days after which an article is not published any more."""
_TOP, _GAP = 3, 3
"""First rows of a page, and lines down to the next row where nothing else parts them."""
_OPENING, _REACH = 14, 200
"""Words, and characters that hold them, with which a text says when something was."""
_DATELINE = re.compile(r"[^-–—/:)\d]{3,30}[\s(](\d{1,2}\s[^\W\d_]+)(?:\s(\d{4}))?\)?\s?(?:[-–—/:]|\()")
"""A place, a day and a mark behind it."""
_DATE = re.compile(r"(\S+)\s(\d{1,2}\s[^\W\d_]+(?:\s?/\s?[^\W\d_]+)?\s\d{4})(?!\d)")


def is_outdated(units: Sequence[Row], index: int, split: int, first: int, last: int) -> bool:
    """Whether a day apart from the headline is later than the article, whose text is `first` to `last`.

    `split`: the headline's row.
    """
    if index > _TOP or not _is_apart(units, index, split):
        return False
    shown = _day(units[index].text)
    if shown is None:
        return False
    if any(own < shown for own in _days_below(units, last)):
        return True
    lead = without_vowels(units[first].text[:_REACH]).text
    return any((shown - own).days > _LATER for own in days_of(lead, shown))


def _is_apart(units: Sequence[Row], index: int, split: int) -> bool:
    """Whether a row of the page's own, or more blank lines than elsewhere, part a row from the headline."""
    if split - index > 1:
        return True
    gap = units[split].line - units[index].line
    below = units[split + 1 : split + 2]
    return gap >= _GAP and all(row.line - units[split].line < gap for row in below)


def _day(text: str) -> date | None:
    stamp = read_stamp(text)
    day = day_of(stamp.edtf) if stamp else None
    return date.fromisoformat(day) if day and len(day) == _WHOLE else None


_WHOLE = len("2024-05-12")


def _days_below(units: Sequence[Row], last: int) -> Iterator[date]:
    """The day right below the text, credits perhaps between them."""
    below = islice(units, last + 1, last + 1 + _TOP)
    row = next((row for row in below if row.kind not in CREDITS), None)
    day = _day(row.text) if row is not None and row.kind is LineKind.STATED_DATE else None
    if day is not None:
        yield day


def days_of(lead: str, shown: date) -> Iterator[date]:
    """When a text's opening says that it was written: in its dateline, with the day of the week and the year.

    A dateline without a year is of the one before a day that is `shown`.
    """
    if dateline := _DATELINE.match(lead):
        years = (int(dateline[2]),) if dateline[2] else (shown.year, shown.year - 1)
        days = (_day(f"{dateline[1]} {year}") for year in years)
        yield from islice((day for day in days if day is not None and day <= shown), 1)
    words = lead.split()[:_OPENING]
    for match in _DATE.finditer(" ".join(words)):
        day = _day(match[2]) if is_weekday(" ".join(words_of(match[1]))) else None
        if day is not None:
            yield day
