"""Recognises lines that hold nothing but a date, and reads them.

A small recogniser for stamps; dates in prose belong to a layer above. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from digest.clean.fields.dateplain import plain_date
from digest.clean.fields.datewords import date_words
from digest.text import fold

_TOKEN = re.compile(r"\d+|[^\W\d_]+|[/.:،,|+-]")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{1,4})(?!\d)")
_GLUED = re.compile(r"[^\W\d_]\s?(\d{1,2}) ?/? ?[^\W\d_]{3,}")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}:\d{2}(?!\d)|\(gmt|gmt[+-]")
_AMERICAN = re.compile(r"\d:\d\d:\d\d\s?[ap]m\b")
_LONGEST = 160
_MOST_STRANGERS = 1
"""Words that no list knows in a line with a whole date and a clock or a label: a misspelt day, a city."""
_MOST_FOREIGN = 3
"""Words in Latin letters beside a whole date: a button's name, a time zone."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a date line states."""

    edtf: str | None
    """The day; None where the line gives only a clock, or a date that is not certain."""
    published: bool = False
    """Whether a label says that it is the publication's."""
    updated: bool = False
    """Whether a label says that it is a later change's."""
    clock: bool = False
    """Whether it gives a time of day."""
    hijri: tuple[int, int, int] | None = None
    """(year, month, day) of a Hijri date, where there is one."""
    issue: bool = False
    """Whether it numbers the issue of a paper that it dates."""
    label: bool = False
    """Whether it is a label without any date (`آخر تحديث:`)."""


@lru_cache(maxsize=4096)
def read_stamp(text: str) -> Stamp | None:
    """What a line that is a date, a time or a date's label states; None for any other line."""
    if len(text) > _LONGEST:
        return None
    folded = plain_date(text)
    tokens = _TOKEN.findall(folded)
    words = [token for token in tokens if token.isalpha()]
    unknown = [word for word in words if word not in date_words().known]
    if not tokens or len(unknown) > _MOST_STRANGERS + _MOST_FOREIGN:
        return None
    stamp = _stamp(folded, tokens, words)
    return stamp if stamp and (not unknown or _stands(stamp, unknown)) else None


def is_weekday(text: str) -> bool:
    """Whether a piece is the name of a day of the week."""
    return fold(text).lower() in date_words().weekdays


def is_day_of_week(words: Sequence[str]) -> bool:
    """Whether a line's words say what day it is: `اليوم: الأحد`."""
    day = words[1:]
    return words[:1] == ("اليوم",) and len(day) == 1 and day[0] in date_words().weekdays


def is_of_dates(text: str) -> bool:
    """Whether a text has nothing but words that stand beside dates."""
    return date_words().known.issuperset(fold(text).lower().split())


def may_be_stamp(words: Iterable[str]) -> bool:
    """Whether so few of a line's folded words are unknown that `read_stamp` need be asked."""
    known = date_words().known
    unknown = 0
    for word in words:
        if word not in known and word.isalpha():
            unknown += 1
            if unknown > _MOST_STRANGERS + _MOST_FOREIGN:
                return False
    return True


def _stands(stamp: Stamp, unknown: list[str]) -> bool:
    """Whether a line is a date in spite of words that no list knows."""
    strangers = sum(not word.isascii() for word in unknown)
    few = strangers <= _MOST_STRANGERS and len(unknown) - strangers <= _MOST_FOREIGN
    sure = stamp.clock or stamp.published or stamp.updated or not strangers
    return few and sure and stamp.edtf is not None


def is_month(text: str) -> bool:
    """Whether a line is a month in words and a year: `أبريل 2011`."""
    *month, year = fold(text).split() or [""]
    return len(year) == _YEAR and year.isdecimal() and tuple(month) in date_words().months


_YEAR = 4
"""Figures of a year."""


def _stamp(folded: str, tokens: list[str], words: list[str]) -> Stamp | None:
    """The date of a line whose words are those of dates."""
    table = date_words()
    numbers = [token for token in tokens if token.isdecimal()]
    if any(len(number) > 6 for number in numbers):
        return None
    bare = Stamp(
        None,
        published=_is_labelled(tokens),
        updated=not table.updated.isdisjoint(words),
        issue=not table.issue.isdisjoint(words),
    )
    if tuple(words) in table.openings:
        return replace(bare, published=False, clock=True)
    if not numbers:
        label = (bare.published or bare.updated) and table.weekdays.isdisjoint(words)
        return replace(bare, label=True) if label else None
    if is_of_reading(words):
        return replace(bare, published=False, clock=True)  # what day it is for whoever reads the page
    clock = bool(_CLOCK.search(folded))
    short = clock or bare.published or bare.updated or not table.weekdays.isdisjoint(words)
    found = (
        _numeric(folded, words)
        or _in_words(tokens, table.months)
        or (_short(folded, tokens, labelled=bare.published) if short else None)
    )
    hijri = _in_words(tokens, table.hijri) or _numeric_hijri(folded)
    if found is None and hijri is None:
        lone = clock or _two_digit_year(folded)
        return replace(bare, clock=True) if lone and len(tokens) > 1 else None
    edtf = None if found is None else _iso(found)
    return replace(bare, edtf=edtf, clock=clock, hijri=hijri)


def _is_labelled(tokens: Sequence[str]) -> bool:
    """Whether a word says that the date is the publication's; in `تاريخ آخر تعديل` it does not."""
    table = date_words()
    labels = (place for place, token in enumerate(tokens) if token in table.published)
    behind = (tokens[place + 1 : place + 3] for place in labels)
    return any(table.updated.isdisjoint(found[:2] if found[:1] == [_LAST] else found[:1]) for found in behind)


_LAST = fold("آخر")


def is_of_reading(words: Sequence[str]) -> bool:
    """Whether a line says what time it is for whoever reads the page: `الساعة الآن`, without a label."""
    table = date_words()
    opening = next((one for one in table.openings if tuple(words[: len(one)]) == one), ())
    labelled = not table.published.isdisjoint(words[len(opening) :])
    return not labelled and bool(opening or not table.now.isdisjoint(words))


def ends_with_stamp(text: str) -> bool:
    """Whether a line that is not a date ends with one glued to it, as teasers of other articles do."""
    tail = text[-40:]
    for match in re.finditer(r"\d{1,2}\s", tail):
        if (
            match.start()
            and not tail[match.start() - 1].isspace()
            and not tail[match.start() - 1].isdecimal()
        ):
            stamp = read_stamp(tail[match.start() :])
            if stamp and stamp.edtf:
                return True
    return False


def _numeric(text: str, words: Sequence[str]) -> tuple[int, int, int] | None:
    """A date in figures: the year first, or the day, or the month if that weekday or no other is possible.

    Beside a clock as America writes it with its seconds the month comes first, as programs there write both.
    """
    week = date_words().week
    said = [week.index(day) for word in words if (day := word.removeprefix("ال")) in week]
    for match in _NUMERIC.finditer(text):
        first, second, third = int(match[1]), int(match[3]), int(match[4])
        if len(match[1]) == 4:
            orders = [(first, second, third)]
        elif len(match[4]) == 4:
            orders = [(third, second, first), (third, first, second)]
            if _AMERICAN.search(text):
                orders.reverse()
        else:
            continue
        days = list(filter(_is_day, orders))
        if days:
            return next((order for order in days if date(*order).weekday() in said), days[0])
    return None


def _numeric_hijri(text: str) -> tuple[int, int, int] | None:
    """A Hijri date in figures, the year first: `1445/07/09`."""
    for match in _NUMERIC.finditer(text):
        order = int(match[1]), int(match[3]), int(match[4])
        if _HIJRI[0] <= order[0] <= _HIJRI[1] and 1 <= order[1] <= _MONTHS and 1 <= order[2] <= _DAYS:
            return order
    return None


_HIJRI, _MONTHS, _DAYS = (1340, 1500), 12, 30
"""Years of the Hijri calendar in which papers have appeared; months of a year, days of a month."""


def _short(text: str, tokens: list[str], *, labelled: bool) -> tuple[int, int, int] | None:
    """A date with a year of two figures, day first: `27 مايو 24`, `21-01-24`; `8/9/24` behind a label."""
    found = [m for m in _NUMERIC.finditer(text) if labelled or m[2] == "." or int(m[1]) > _MONTHS]
    orders = [(int(match[4]), int(match[3]), int(match[1])) for match in found]
    for place in range(1, len(tokens) - 1):
        if month := date_words().months.get((tokens[place],)):
            day, year = tokens[place - 1], tokens[place + 1]
            orders += [(int(year), month, int(day))] if day.isdecimal() and year.isdecimal() else []
    whole = ((_CENTURY + year, month, day) for year, month, day in orders if _YEARS[0] <= year <= _YEARS[1])
    return next(filter(_is_day, whole), None)


_CENTURY, _YEARS = 2000, (10, 39)
"""The century of years of two figures, and those that are surely of it."""


def _two_digit_year(text: str) -> bool:
    return any(len(match[1]) < 4 and len(match[4]) < 4 for match in _NUMERIC.finditer(text))


def _in_words(tokens: list[str], months: dict[tuple[str, ...], int]) -> tuple[int, int, int] | None:
    """A date with a month in words: the day on either side of it, the year after."""
    plain = [token for token in tokens if token.isalnum() and token not in date_words().linking]
    for index in range(len(plain)):
        for length in (2, 1):
            month = months.get(tuple(plain[index : index + length]))
            if month is None:
                continue
            after = _skip_months(plain, index + length, months)
            day, year = _day_and_year(plain, index, after)
            year = year or _only_year(plain)
            if day and year:
                order = (year, month, day)
                return order if year < 1600 or _is_day(order) else None
            break
    return None


def _skip_months(plain: list[str], index: int, months: dict[tuple[str, ...], int]) -> int:
    """Past a second name of the same month (`نيسان / أبريل`)."""
    for length in (2, 1):
        if tuple(plain[index : index + length]) in months:
            return index + length
    return index


def _day_and_year(plain: list[str], before: int, after: int) -> tuple[int | None, int | None]:
    following = [int(token) for token in plain[after : after + 2] if token.isdecimal()]
    year = next((number for number in following if 1300 <= number <= 2199), None)
    previous = int(plain[before - 1]) if before and plain[before - 1].isdecimal() else None
    if previous and 1 <= previous <= 31:
        return previous, year
    return (following[0] if following and 1 <= following[0] <= 31 else None), year


def _only_year(plain: list[str]) -> int | None:
    """The year that stands apart from its month (`GMT 10:05 2019 الثلاثاء 19 مارس`), if there is just one."""
    years = [
        int(token) for token in plain if token.isdecimal() and len(token) == 4 and "1900" <= token <= "2199"
    ]
    return years[0] if len(years) == 1 else None


def _iso(order: tuple[int, int, int]) -> str | None:
    try:
        return date(*order).isoformat()
    except ValueError:
        return None


def _is_day(order: tuple[int, int, int]) -> bool:
    return (_iso(order) or "") >= "1900"
