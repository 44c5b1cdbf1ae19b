"""Grammar of years, months and of units with an adjective (`الأسبوع الماضي`, `هذا العام`).

Each function reads at a token and gives what it read with the token after it, or None.
"""

from __future__ import annotations

from digest.dates.lexicon import word_set
from digest.dates.numbers import cardinal, digits, ordinal
from digest.dates.tokens import Tokens
from digest.dates.when import When

Read = tuple[When, int] | None
_PAUSES = frozenset("،,")


def adjective(t: Tokens, at: int) -> tuple[int, int, bool] | None:
    """An adjective of the press: (-2..2, the token after it, whether it may be anaphoric)."""
    start = t.skip(at, "which")
    beyond = 2 if t.find(start, "after") else -2 if t.find(start, "before") else 0
    place = start + 1 if beyond else at
    found = t.find(place, "adjective")
    if found is None or not found[0].definite:
        found = t.find(place if beyond else start, "spoken_adjective")
    if found is None or found[0].clitic:
        return None
    reading, end = found
    back = reading.value < 0
    value = beyond if beyond and (back == (beyond < 0)) else reading.value
    return value, end, t.words[place] in word_set("anaphoric", forms="any")


def plural_adjective(t: Tokens, at: int) -> bool:
    """Whether the word is a dual or plural adjective, one that belongs to several dates."""
    return t.words[at].endswith(("ين", "ان")) and t.find(at, "adjective") is not None


def era(t: Tokens, at: int) -> tuple[str, int] | None:
    """`م`, `هـ`, `قبل الميلاد` after a year: calendar `g`, `h` or `bc`, and the token after it."""
    for opening in (0, 1):
        if opening and t.words[at] != "(":
            break
        for category, calendar in (("bc", "bc"), ("gregorian_eras", "g"), ("hijri_eras", "h")):
            found = t.find(at + opening, category)
            if found:
                end = found[1]
                return calendar, end + 1 if opening and t.words[end] == ")" else end
    return None


def bare_year(t: Tokens, at: int, *, low: int = 1000, high: int = 2199) -> Read:
    """Four digits that may be a year, with an era where there is one."""
    found = digits(t, at)
    if found is None or len(t.words[at]) < 3 or of_decimal(t, at):
        return None
    value, end = found
    calendar = era(t, end)
    metres = len(t.words[at]) == 3 and t.words[end] == "م"
    if calendar and not metres:
        return dated_year(value, calendar[0]), calendar[1]
    return (When(year=value), end) if low <= value <= high and len(t.words[at]) == 4 else None


def of_decimal(t: Tokens, at: int) -> bool:
    """Whether digits are one side of a decimal: `1935.3`."""
    return any(
        t.words[point] == "."
        and t.is_digits(point - 1)
        and t.is_digits(point + 1)
        and t.adjacent(point)
        and t.adjacent(point + 1)
        for point in (at - 1, at + 1)
        if point > 0
    )


def dated_year(value: int, calendar: str) -> When:
    """A year of an era; BC years count from 0 for 1 BC."""
    if calendar == "bc":
        return When(year=1 - value)
    return When(year=value, calendar=calendar)


def year(t: Tokens, at: int) -> Read:
    """A year with its word (`عام 2020`, `سنة ألفين`, `العام الماضي`), or relative (`هذه السنة`)."""
    found = t.find(at, "unit")
    if found and found[0].value[0] == "year":
        numbered = _numbered_year(t, found[1], construct=found[0].value[1] == 2)
        if numbered:
            described = adjective(t, numbered[1]) if found[0].definite else None
            return (numbered[0].but(way=described[0]), described[1]) if described else numbered
    relative = _relative_year(t, at)
    spelled = bare_year(t, relative[1]) if relative else None
    if relative and spelled:
        return spelled[0].but(way=relative[0].year_shift), spelled[1]
    return relative


def _relative_year(t: Tokens, at: int) -> Read:
    unit = relative_unit(t, at)
    if unit and unit[0].year_shift is not None:
        return unit
    return None


def _numbered_year(t: Tokens, at: int, *, construct: bool) -> Read:
    found = digits(t, at)
    if found:
        return None if _decimal(t, found[1]) else _year_in_digits(t, at, *found)
    worded = None if construct else cardinal(t, at)
    if worded is None or worded[0] < 100:
        return None
    calendar = era(t, worded[1])
    if calendar:
        return dated_year(worded[0], calendar[0]), calendar[1]
    return When(year=worded[0]), worded[1]


def _year_in_digits(t: Tokens, at: int, value: int, end: int) -> Read:
    calendar = era(t, end)
    if calendar:
        return dated_year(value, calendar[0]), calendar[1]
    if len(t.words[at]) < _WHOLE_YEAR and _counts(t, end):
        return None
    if len(t.words[at]) == 2 and value >= 30:
        return When(year=1900 + value), end
    return (When(year=value), end) if len(t.words[at]) >= 3 and value else None


_WHOLE_YEAR = 4
"""Figures of a year that leaves none out."""


def _counts(t: Tokens, end: int) -> bool:
    """Whether a number that ends at a token counts what follows: `منذ مطلع العام 90 ألفا`."""
    return t.words[end] in word_set("counted") or t.find(end, "number") is not None


def _decimal(t: Tokens, end: int) -> bool:
    """Whether a fraction follows a number (`العام 213.3 مليون`)."""
    glued = t.adjacent(end) and t.adjacent(end + 1)
    return t.words[end] in (".", ",", "،") and t.is_digits(end + 1) and glued


def year_tail(t: Tokens, at: int) -> Read:
    """A year after a month, a quarter, a season …: `2020`, `، 2020`, `من عام 2020`, `العام الماضي`."""
    start = at + 1 if t.words[at] in _PAUSES else at
    direct = bare_year(t, start)
    if direct:
        return direct
    after = t.skip(start, "of")
    found = year(t, after) or (bare_year(t, after) if after > start else None) or worded_year(t, after)
    if found or start > at:
        return found if found and (start == at or found[0].year is not None) else None
    if t.find(at, "of") is None and t.words[at] in ("ل", "ب"):
        return bare_year(t, at + 1)
    return None


def worded_year(t: Tokens, at: int) -> Read:
    """A year in words that no word announces: a thousand and more."""
    worded = cardinal(t, at)
    if worded is None or not 1000 <= worded[0] < 2200:
        return None
    calendar = era(t, worded[1])
    if calendar:
        return dated_year(worded[0], calendar[0]), calendar[1]
    return When(year=worded[0]), worded[1]


def month_name(t: Tokens, at: int) -> tuple[str, int, int, int] | None:
    """A month's name with its twin: (calendar, number, token after, weakness)."""
    found = t.find(at, "month")
    if found is None:
        return None
    (calendar, number), end, weak = found[0].value, found[1], found[0].weak
    twin = _twin(t, end, calendar, number)
    return (calendar, number, twin, 0) if twin else (calendar, number, end, weak)


def _twin(t: Tokens, at: int, calendar: str, number: int) -> int | None:
    """The token after a second name of the same month: `/شباط`, `- شباط`, `(شباط)`, `شباط`, `أو شباط`."""
    opened = t.words[at] in ("(", "[")
    start = at + 1 if t.words[at] in ("/", "-", "–", "(", "[", "\\", "|", "او", "،") else at
    other = t.find(start, "month")
    if other is None or other[0].value != (calendar, number):
        return None
    end = other[1]
    return end + 1 if opened and t.words[end] in (")", "]") else end


def month(t: Tokens, at: int) -> tuple[When, int, int] | None:
    """A month, by name or number, with or without `شهر`, or relative: (when, token after, weakness)."""
    found = t.find(at, "unit")
    if found and found[0].value == ("month", 1):
        named = month_name(t, found[1])
        if named and not (named[0] == "g" and t.entries[found[1]].words.get("adjective")):
            return When(calendar=named[0], month=named[1]), named[2], 0
        counted = _month_number(t, found[1])
        if counted:
            return When(month=counted[0]), counted[1], 0
    named = month_name(t, at)
    if named:
        return When(calendar=named[0], month=named[1]), named[2], named[3]
    unit = relative_unit(t, at)
    if unit and unit[0].month_shift is not None:
        return unit[0], unit[1], 0
    return None


def _month_number(t: Tokens, at: int) -> tuple[int, int] | None:
    found = digits(t, at, 2) or ordinal(t, at) or cardinal(t, at)
    if found is None or not 1 <= found[0] <= 12:
        return None
    after = t.words[found[1]]
    of_something = after.startswith("ل") and not t.entries[found[1]].words and after not in ("ل", "لل")
    return None if of_something or after == "علي" else found


def relative_unit(t: Tokens, at: int) -> Read:
    """A unit placed from today: `هذا الشهر`, `الشهر هذا`, `العام الماضي`, `الأسبوع بعد القادم`, `هالسنة`."""
    demonstrative = t.find(at, "demonstratives")
    start = demonstrative[1] if demonstrative else at
    found = t.find(start, "unit")
    if found is None or found[0].value[1] != 1:
        return None
    reading, end = found
    name = reading.value[0]
    if (demonstrative and reading.definite) or reading.this:
        described = adjective(t, end)
        return _shifted(name, 0), described[1] if described and described[0] == 0 else end
    if demonstrative:
        return None
    described = adjective(t, end)
    if described and (reading.definite or (_spoken_unit(name) and not t.find(end, "gone"))):
        shift, after, anaphoric = described
        return _shifted(name, shift).but(anaphoric=anaphoric), after
    if reading.definite and t.find(end, "demonstratives"):
        return _shifted(name, 0), t.skip(end, "demonstratives")
    return None


def _spoken_unit(name: str) -> bool:
    return name in ("year", "week", "month")


def _shifted(name: str, shift: int) -> When:
    if name == "day":
        return When(day_shift=shift)
    if name == "week":
        return When(week=True, week_shift=shift)
    if name == "month":
        return When(month_shift=shift)
    if name == "year":
        return When(year_shift=shift)
    return When(unit_shift=(name, shift))


def unit_at_hand(t: Tokens, at: int) -> Read:
    """A unit placed from today; with the article alone the present one (`نهاية الشهر`, `بقية الأسبوع`)."""
    placed = relative_unit(t, at)
    if placed:
        return placed
    unit = t.find(at, "unit")
    if unit is None or not unit[0].definite or unit[0].value[0] not in ("week", "month", "year"):
        return None
    if unit[0].value[1] != 1 or t.find(unit[1], "far_demonstratives"):
        return None
    name = unit[0].value[0]
    shifts = {"week": When(week=True, week_shift=0), "month": When(month_shift=0), "year": When(year_shift=0)}
    return shifts[name], unit[1]
