"""Grammar of single dates: numeric, day and month, weekday, the n-th of a period, today and its neighbours.

Each function reads at a token and gives what it read with the token after it, or None.
"""

from __future__ import annotations

from digest.dates.lexicon import word_set
from digest.dates.numbers import day_number, digits
from digest.dates.periods import (
    Read,
    adjective,
    bare_year,
    dated_year,
    era,
    month,
    of_decimal,
    year,
    year_tail,
)
from digest.dates.tokens import Tokens
from digest.dates.when import When

_SEPARATORS = frozenset("/-.–\\")


def numeric(t: Tokens, at: int) -> Read:
    """`2016/04/21`, `21-04-2016`, `9/2021`, `22/04`, `14-09-1432 هـ`."""
    parts, end = [t.words[at]], at + 1
    while len(parts) < 3 and t.words[end] in _SEPARATORS and t.words[end] and t.is_digits(end + 1):
        if parts[1:] and t.words[end] != t.words[at + 1]:
            break
        parts.append(t.words[end + 1])
        end += 2
    if at and t.words[at - 1] in word_set("numbered", forms="any"):
        return None
    if t.words[end] == t.words[at + 1] and t.is_digits(end + 1) and t.adjacent(end) and t.adjacent(end + 1):
        return None
    if len(parts) == 3:
        return _numeric_full(t, parts, end)
    return _numeric_two(t, parts, at, end) if len(parts) == 2 else None


def _numeric_full(t: Tokens, parts: list[str], end: int) -> Read:
    if max(map(len, parts)) > 4:
        return None
    first, middle, last = map(int, parts)
    if len(parts[0]) == 4:
        year_, month_, day = first, middle, last
    elif len(parts[2]) == 4 or (len(parts[2]) == 2 and t.words[end - 2] in "/-."):
        day, month_, year_ = first, middle, last
        if month_ > 12 >= day:
            day, month_ = month_, day
        if len(parts[2]) == 2:
            year_ += 2000 if year_ < 50 else 1900
    else:
        return None
    if not (1 <= month_ <= 12 and 1 <= day <= 31):
        return None
    return _with_era(t, When(year=year_, month=month_, day=day), end)


def _with_era(t: Tokens, when: When, end: int) -> Read:
    calendar = era(t, end)
    if calendar and when.year is not None:
        dated = dated_year(when.year, calendar[0])
        return when.but(year=dated.year, calendar=dated.calendar), calendar[1]
    if when.year is not None and 1300 <= when.year <= 1500 and when.day and when.month:
        return when.but(calendar="h"), end
    return when, end


def _numeric_two(t: Tokens, parts: list[str], at: int, end: int) -> Read:
    separator, (first, second) = t.words[at + 1], parts
    spaced = not (t.adjacent(at + 1) and t.adjacent(at + 2))
    if separator == ".":  # a decimal
        return None
    if (spaced and not (separator == "/" and len(second) == 4 and second[:2] in ("19", "20"))) or t.words[
        end
    ] in ("%", "٪"):
        return None
    if len(second) == 4 and len(first) <= 2 and 1 <= int(first) <= 12 and 1300 <= int(second) <= 2199:
        return _with_era(t, When(year=int(second), month=int(first)), end)
    if len(first) == 4 and len(second) <= 2 and 1 <= int(second) <= 12 and 1300 <= int(first) <= 2199:
        return When(year=int(first), month=int(second)), end
    called = t.find(at - 1, "unit") if at else None
    named = called is not None and called[0].value == ("day", 1)
    return _day_and_month(t, first, second, end, named=named) if separator in "/-" else None


_FRACTIONS = frozenset([(24, 7), (1, 2), (1, 4), (3, 4)])
"""Rather fractions (and round the clock) than a day and a month."""


def _day_and_month(t: Tokens, first: str, second: str, end: int, *, named: bool) -> Read:
    """`22/04`; with a hyphen only where the first number can be no score (`22-4`, `يوم 3-9`)."""
    separator = t.words[end - 2]
    if len(first) > 2 or len(second) > 2:
        return None
    day, month_ = int(first), int(second)
    sure = named or ((separator == "/" or day > 12) and (day, month_) not in _FRACTIONS)
    if not (sure and 1 <= day <= 31 and 1 <= month_ <= 12):
        return None
    counted = t.words[end] in word_set("counted")
    if counted or (separator == "-" and month(t, end)):
        return None
    return When(month=month_, day=day), end


def day_led(t: Tokens, at: int) -> Read:
    """A day and its month: `17 مايو 2024`, `الرابع من نيسان`, `20 من الشهر القادم`, `17 منه` is none."""
    found = day_number(t, at)
    if found is None and t.is_digits(at) and len(t.words[at]) == 2:
        found = int(t.words[at]), at + 1
    if found is None or found[0] == -1:
        return None
    day, end = found
    linked = t.skip(end, "of")
    if not t.is_digits(end - 1) and (t.words[end] == "في" or t.words[at] == "عشر" or _feminine(t, at)):
        return None
    dashed = t.words[linked] in ("-", "/", "–") and t.is_digits(at) and t.adjacent(linked + 1)
    named = month(t, linked + 1 if dashed else linked)
    if named is None:
        return _day_of_this(t, at, day, linked)
    if dashed and named[0].month is None:
        return None
    when, end, _ = named
    if day > 31 and (when.month is None or linked > found[1]):
        return None
    return month_end(t, when.but(day=day), end)


def called_day(t: Tokens, at: int) -> Read:
    """`يوم 25`, `يوم الخامس عشر`: a day of the month in hand, where nothing is counted."""
    unit = t.find(at, "unit")
    if unit is None or unit[0].value != ("day", 1) or unit[0].definite or _counted_before(t, at):
        return None
    found = day_number(t, unit[1])
    if found is None or found[0] < 1 or not (t.words[found[1]] in AFTER_DAY or _goes_on(t, found[1])):
        return None
    named = t.is_digits(found[1] - 1) or "ordinal" in t.entries[unit[1]].words
    definite = t.is_digits(found[1] - 1) or t.words[unit[1]].startswith("ال")
    return (When(day=found[0]), found[1]) if named and definite else None


def _counted_before(t: Tokens, at: int) -> bool:
    """Whether the word before a unit counts it: `كل يوم`, `20 يوم`, `مئة يوم`."""
    before = t.entries[at - 1].words if at else {}
    return any(
        category in before for category in ("digits", "number", "every", "few", "for", "ordinal", "unit")
    )


def _goes_on(t: Tokens, at: int) -> bool:
    return (
        t.find(at, "clock") is not None or t.find(at, "to") is not None or t.find(at, "day_parts") is not None
    )


def _day_of_this(t: Tokens, at: int, day: int, end: int) -> Read:
    """`في 8 الجاري`, `الثامن من المقبل`: the month goes without saying."""
    whole = t.find(end, "unit")
    if (
        whole
        and whole[0].value == ("month", 1)
        and whole[0].definite
        and t.words[end - 1] == "من"
        and day <= 31
    ):
        same = t.words[whole[1]] in word_set("same")
        return None if same else (When(day=day, month_shift=0), whole[1])
    announced = at > 0 and ("in" in t.entries[at - 1].words or "unit" in t.entries[at - 1].words)
    described = adjective(t, end) if announced or t.words[end - 1] == "من" else None
    if described is None or day > 31 or abs(described[0]) > 1:
        return None
    return When(day=day, month_shift=described[0]), described[1]


def _feminine(t: Tokens, at: int) -> bool:
    """Whether an ordinal is feminine: days are masculine (`الحرب العالمية الثانية في سبتمبر`)."""
    return "ordinal" in t.entries[at].words and t.words[at].endswith(("ه", "ولي"))


def month_end(t: Tokens, when: When, end: int) -> Read:
    """What may follow a month: adjective, year, both."""
    if when.month_shift is None and when.month is not None:
        described = adjective(t, end)
        if described and not t.words[end].endswith(("يين",)):
            way, end, anaphoric = described
            when = when.but(way=way, anaphoric=anaphoric)
    dashed = t.words[end] in ("-", "/") and t.adjacent(end) and t.adjacent(end + 1)
    tail = year_tail(t, end) or (bare_year(t, end + 1) if dashed and when.month is not None else None)
    if tail:
        return join_year(when, tail[0]), tail[1]
    return when, end


def join_year(when: When, tail: When) -> When:
    """The date with the year said after it."""
    calendar = tail.calendar if tail.calendar == "h" else when.calendar
    return when.but(year=tail.year, year_shift=tail.year_shift, calendar=calendar)


def month_led(t: Tokens, at: int) -> Read:
    """A month, with year, adjective or a day after it (`تموز 13`, `يناير 8, 2015`)."""
    found = month(t, at)
    if found is None:
        return None
    when, end, weak = found
    dated = _day_after_month(t, when, end) if when.month_shift is None else None
    if dated:
        return dated
    ended = month_end(t, when, end)
    if ended is None or (weak and ended[1] == end and not (weak == 1 and _supported(t, at))):
        return None
    return None if weak == 2 and ended[0].year is None else ended


def _day_after_month(t: Tokens, when: When, at: int) -> Read:
    """`تموز 13`, `يناير 8, 2015`, `يناير الثاني والعشرين، 2018`; not a number that counts what follows."""
    found = day_number(t, at)
    if found is None or found[0] < 1 or (not t.is_digits(found[1] - 1) and _feminine(t, at)):
        return None
    if of_decimal(t, found[1] - 1):
        return None
    day, end = found
    paused = t.words[end] in ("،", ",", "من") or len(t.words[end]) == 4
    tail = year_tail(t, end) if paused else None
    if tail:
        return join_year(when.but(day=day), tail[0]), tail[1]
    free = t.words[end] in AFTER_DAY or t.find(end, "to")
    return (when.but(day=day), end) if free else None


AFTER_DAY = frozenset(["", "\n", ".", "،", ",", ")", "-", "–", "؛", ":", '"', "”"])


def _supported(t: Tokens, at: int) -> bool:
    named = t.find(at, "month")
    if at == 0:
        return not t.words[1]
    if named and named[0].value[0] == "g" and t.words[at - 1] == "\n" and t.words[named[1]] in ("", "\n"):
        return True
    before = t.entries[at - 1]
    return any(category in before.words for category in _TIME_BEFORE) or any(
        reading.clitic.endswith(("ب", "ل")) for reading in t.entries[at].words.values()
    )


_TIME_BEFORE = ("in", "since", "until", "before", "after", "between", "parts", "from", "to", "day_parts")


def link(t: Tokens, end: int) -> int:
    """Past what joins a weekday to its date: `الموافق`, a comma, a bracket, `في`."""
    start = t.skip(end, "agrees")
    if start == end:
        start = end + 1 if t.words[end] in ("،", ",", "(", "-", "–") else t.skip(end, "of")
        start = t.skip(start, "agrees")
    called = t.find(start, "unit")
    return called[1] if called and called[0].value == ("day", 1) else start


def year_month(t: Tokens, at: int) -> Read:
    """`2016 يونيو`: the year before the month."""
    year_ = bare_year(t, at)
    if year_ is None:
        return None
    named = month(t, year_[1] + 1 if t.words[year_[1]] in ("،", ",", "-", "/") else year_[1])
    if named is None or named[0].month is None or bare_year(t, named[1]):
        return None
    day = digits(t, named[1] + 1 if t.words[named[1]] in ("-", "/") else named[1], 2)
    when = named[0].but(year=year_[0].year)
    if day and 1 <= day[0] <= 31 and t.words[day[1]] in AFTER_DAY:
        return when.but(day=day[0]), day[1]
    return None if named[2] and t.words[named[1]].isalpha() else (when, named[1])


def year_led(t: Tokens, at: int) -> Read:
    """A year with its word; also before a day and month (`سنة 1987، 4 أكتوبر`)."""
    found = year(t, at)
    if found is None or found[0].year is None or t.words[found[1]] not in ("،", ","):
        return found
    dated = day_led(t, found[1] + 1)
    whole = dated is not None and dated[0].month is not None and dated[0].year is None
    return (dated[0].but(year=found[0].year), dated[1]) if dated and whole else found
