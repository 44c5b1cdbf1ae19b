"""Evidence in the text for the day it was written. May use the dates layer.

A clue is a constraint on that day with the words it rests on. Facts of the words (`اليوم الجمعة`) are firm,
the habits of the press (a month without its year is one of this year) give way where they contradict a fact.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from digest import edtf
from digest.dates.context import says_direction
from digest.dates.tense import Tense
from digest.dates.when import Edge, Expression, Range, When
from digest.model import Evidence, Grain, Span
from digest.published.told import Piece, Said, Told
from digest.rules import default_rules
from digest.text import fold

FACT, KNOWN, HABIT = 3, 2, 1
"""Strength of a clue: what the words say, what is known from outside the text, what the press means."""

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Clue:
    """One constraint on the day of writing."""

    evidence: Evidence
    strength: int
    first: date | None = None
    last: date | None = None
    allows: Callable[[date], bool] | None = None
    """Further condition on a day, e.g. its weekday."""


def text_clues(told: Sequence[Told]) -> list[Clue]:
    """The constraints that the text itself gives, in text order, habits last."""
    said = [item for sentence in told for item in sentence.said]
    clues = [clue for item in said for clue in _clues_of(item)]
    clues += [clue for sentence in told for clue in _years_in_names(sentence)]
    return clues + (_habits(said, told[0].piece) if told else [])


def in_year(evidence: Evidence, strength: int, year: int) -> Iterator[Clue]:
    """That it was written in a year, if the calendar has it and the years beside it."""
    if date.min.year < year < date.max.year:
        yield Clue(evidence, strength, date(year, 1, 1), date(year, 12, 31))


def _clues_of(said: Said) -> Iterator[Clue]:
    what = said.what
    if isinstance(what, When):
        yield from _today(said, what)
        yield from _current(said, what)
    if said.value is not None and (said.soon or (isinstance(what, Edge) and what.side == "by")):
        yield from _not_over(said, said.value)


def _today(said: Said, when: When) -> Iterator[Clue]:
    """`اليوم الجمعة`, `أمس الخميس`, `غداً الثلاثاء 4 مايو`: weekday, and day where it is given."""
    if when.day_shift is None or abs(when.day_shift) > 2:
        return
    shift = when.day_shift
    if when.weekday is not None:
        weekday = (when.weekday - shift) % 7
        rule = {0: "weekday-of-today", -1: "weekday-of-yesterday", 1: "weekday-of-tomorrow"}
        evidence = said.evidence(rule.get(shift, "weekday-near-today"), f"a {_WEEKDAYS[weekday]}")
        yield Clue(evidence, FACT, allows=lambda day: day.weekday() == weekday)
    if when.month is not None and when.day is not None and when.calendar == "g":
        month, number = when.month, when.day

        def same(day: date) -> bool:
            told = date.fromordinal(day.toordinal() + shift)
            return (told.month, told.day) == (month, number)

        evidence = said.evidence("day-of-today", f"the day and month of {said.text}")
        value = edtf.bounds(said.value)[0] if said.value and len(said.value) == 10 else None
        exact = date.fromordinal(value.toordinal() - shift) if value else None
        yield Clue(evidence, FACT, exact, exact, same)


def _current(said: Said, when: When) -> Iterator[Clue]:
    """`20 شباط الجاري`, `العام الجاري 2022`, `مارس الماضي`, `نوفمبر المقبل`."""
    if when.year is not None and when.way is not None and when.month is None and when.calendar == "g":
        year = when.year - when.way
        yield from in_year(said.evidence("year-called-current", f"{year:04}"), FACT, year)
    if when.month is None or when.way is None or when.year is not None or when.calendar != "g":
        return
    month, number = when.month, when.day
    if when.way == 0:
        evidence = said.evidence("current-month", f"month {month:02}")
        yield Clue(evidence, FACT, allows=lambda day: day.month == month)
        if number and number > 0 and said.future:
            evidence = said.evidence("still-to-come", f"before day {number} of the month")
            yield Clue(evidence, FACT, allows=lambda day: day.day < number)
        elif number and number > 0 and said.tense is not Tense.PRESENT:
            evidence = said.evidence("already-past", f"day {number} of the month or later")
            yield Clue(evidence, HABIT, allows=lambda day: day.day >= number)
    else:
        yield _month_called(said, month, when.way)


def _month_called(said: Said, month: int, way: int) -> Clue:
    """A month called last is over, one called next has not begun, and neither is far away."""
    reach = habit("last_month_reach")
    sign = -1 if way < 0 else 1
    name = "month-called-last" if way < 0 else "month-called-next"
    words = f"month {month:02} is {'over' if way < 0 else 'ahead'}, by at most {reach} months"
    return Clue(
        said.evidence(name, words), FACT, allows=lambda day: 1 <= (month - day.month) * sign % 12 <= reach
    )


def _not_over(said: Said, value: str) -> Iterator[Clue]:
    """A date spoken of as still to come, or up to which something goes on, is not over."""
    edge = said.what.side if isinstance(said.what, Edge) else None
    if edge in ("since", "before", "after"):
        return
    last = edtf.bounds(value)[1]
    if last is not None:
        strength = FACT if edge == "by" else HABIT
        yield Clue(said.evidence("still-to-come", f"../{value.rpartition('/')[2]}"), strength, last=last)


def _years_in_names(told: Told) -> Iterator[Clue]:
    """A name with a year (`بكين 2022`) in a sentence that lets it open today gives the year."""
    if _opening_forms().isdisjoint(told.folded.split()):
        return
    piece, said = told.piece, told.said
    today = any(
        isinstance(item.what, When)
        and (item.what.day_shift == 0 or (item.what.way == 0 and item.what.month is not None))
        for item in said
    )
    if not today:
        return
    taken = [(item.span.start, item.span.end) for item in said]
    for match in _NAME_YEAR.finditer(piece.text):
        start = piece.start + match.start("year")
        if any(a <= start < b for a, b in taken):
            continue
        year = int(match["year"])
        evidence = Evidence("year-in-name", f"{year:04}", Span(start, start + 4), match[0].strip("\"“”«»' "))
        yield from in_year(evidence, FACT, year)


_NAME_YEAR = re.compile(r"[^\W\d_]{2,30}[ \u00a0](?P<year>(?:19|20)\d\d)(?=[\"”»'،,.]|\s*\Z)")


def _habits(said: Sequence[Said], opening: Piece) -> list[Clue]:
    """The newest year told as past, and months told without a year: they are of the current year."""
    ahead = {item.value for item in said if item.future}
    past = [
        (item, bound) for item in said if item.value not in ahead and (bound := _past_bound(item)) is not None
    ]
    bare = [item for index, item in enumerate(said) if _is_bare_month(item, said[:index])]
    clues = [_month_over(item) for item in bare]
    if not past:
        return clues
    newest, bound = max(past, key=lambda pair: pair[1])
    clues.append(_not_before(newest, bound))
    sure = [pair for pair in past if _is_surely_past(pair[0])]
    if sure and not _is_surely_past(newest):
        clues.append(_not_before(*max(sure, key=lambda pair: pair[1])))
    called = [item for item in said if isinstance(item.what, When | Range) and _called_month(item.what)]
    dated_months = [start for item, start in past if _names_month(item.what)]
    of_now = len(bare) + len(called) >= _MONTHS_OF_NOW and not _is_the_news(newest, opening)
    if of_now and bound.year in {start.year for start in dated_months}:
        year = bound.year + 1
        clues.extend(in_year(newest.evidence("newest-past-year", f"{year:04}"), HABIT, year))
    clues.extend(
        _pair_over(item) for item in said if isinstance(item.what, Range) and _called_month(item.what)
    )
    return clues


_MONTHS_OF_NOW = 2
"""So many months without a year, beside months of another year that have theirs, are of the current year."""


def _not_before(newest: Said, bound: date) -> Clue:
    strength = FACT if _is_surely_past(newest) else KNOWN
    return Clue(newest.evidence("not-before", f"{bound.isoformat()}/.."), strength, first=bound)


def _is_surely_past(said: Said) -> bool:
    """Whether it is a day of which a verb says that it has come: what is told of others may be a plan."""
    day = said.value is not None and edtf.grain(said.value) is Grain.DAY
    return day and said.tense is Tense.PAST


def _is_the_news(newest: Said, opening: Piece) -> bool:
    """Whether the newest day is what the text opens with, weekday and all: it is of that year itself."""
    what = newest.what
    full = isinstance(what, When) and what.weekday is not None and what.day is not None
    return full and newest.piece is opening


def _names_month(what: Expression) -> bool:
    when = what.when if isinstance(what, Edge) else what
    return isinstance(when, When) and when.month is not None


def _past_bound(said: Said) -> date | None:
    """First day of a date with its year that is told as past; None for decades and centuries."""
    if said.value is None or said.future or edtf.members(said.value):
        return None
    since = isinstance(said.what, Edge) and said.what.side == "since"
    if isinstance(said.what, Edge) and not since:
        return None
    grain = edtf.grain(said.value)
    if grain in (Grain.DAY, Grain.MONTH) and not since and said.tense is Tense.PRESENT:
        return None
    if grain in (Grain.DECADE, Grain.CENTURY) or (grain is not Grain.DAY and _is_forecast(said)):
        return None
    return edtf.bounds(said.value)[0]


def _is_forecast(said: Said) -> bool:
    """Whether words about a date speak of what is expected of it: `خفض توقعاته لعام 2026`."""
    near = said.tokens.words[max(0, said.first - _FORECAST) : said.after + _FORECAST]
    return any(word in _forecasts() or word[1:] in _forecasts() for word in near)


_FORECAST = 20
"""Tokens before a date and behind it among which such a word stands."""


def _called_month(what: When | Range) -> bool:
    when = what.last if isinstance(what, Range) else what
    return when.month is not None and when.way == -1 and when.year is None


def _is_bare_month(said: Said, before: Sequence[Said]) -> bool:
    """A month, or day and month, without year or adjective, that no year in its sentence explains."""
    what = said.what
    if not isinstance(what, When) or what.month is None or what.calendar != "g" or says_direction(what):
        return False
    explained = any(item.piece is said.piece and item.value is not None for item in before)
    ahead = said.future or said.tense is Tense.PRESENT
    return not (explained or ahead or what.year_shift is not None)


def _month_over(said: Said) -> Clue:
    assert isinstance(said.what, When)
    assert said.what.month is not None
    month, number = said.what.month, said.what.day
    if number and number > 0:
        words = f"not before month {month:02}, day {number}, of its year"
        evidence = said.evidence("day-without-year", words)
        return Clue(evidence, HABIT, allows=lambda day: (day.month, day.day) >= (month, number))
    evidence = said.evidence("month-without-year", f"after month {month:02} of its year")
    return Clue(evidence, HABIT, allows=lambda day: day.month > month)


def _pair_over(said: Said) -> Clue:
    assert isinstance(said.what, Range)
    assert said.what.last.month is not None
    return _month_called(said, said.what.last.month, -1)


@cache
def _opening_forms() -> frozenset[str]:
    """Folded verbs that open an event, alone and after `و`."""
    verbs = frozenset(fold(word) for word in default_rules().table("anniversaries")["opening_verbs"])
    return verbs.union(f"و{verb}" for verb in verbs)


@cache
def _forecasts() -> frozenset[str]:
    return frozenset(fold(word) for word in default_rules().table("anniversaries")["forecast_words"])


def habit(name: str) -> int:
    """A measure of the press's habits from `rules/anniversaries.yml`."""
    return int(default_rules().table("anniversaries")["habits"][name])
