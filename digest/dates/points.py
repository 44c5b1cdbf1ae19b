"""Grammar of single dates: numeric, day and month, weekday, the n-th of a period, today and its neighbours.

Each function reads at a token and gives what it read with the token after it, or None.
"""

from __future__ import annotations

from digest.dates.lexicon import word_set
from digest.dates.numbers import count, day_number, ordinal
from digest.dates.periods import (
    Read,
    adjective,
    bare_year,
    dated_year,
    era,
    month,
    relative_unit,
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
    if not (t.adjacent(at + 1) and t.adjacent(at + 2)) or t.words[end] in ("%", "٪"):
        return None
    if len(second) == 4 and len(first) <= 2 and 1 <= int(first) <= 12 and 1300 <= int(second) <= 2199:
        return _with_era(t, When(year=int(second), month=int(first)), end)
    if len(first) == 4 and len(second) == 2 and 1 <= int(second) <= 12 and 1300 <= int(first) <= 2199:
        return When(year=int(first), month=int(second)), end
    if len(first) > 2 or len(second) > 2 or separator not in "/-":
        return None
    day, month_ = int(first), int(second)
    sure = separator == "/" or day > 12
    if not (sure and 1 <= day <= 31 and 1 <= month_ <= 12) or (day, month_) in (
        (24, 7),
        (1, 2),
        (1, 4),
        (3, 4),
    ):
        return None
    named = month(t, end)
    counted = end < len(t.words) and t.words[end] in word_set("counted")
    if counted or (named and separator == "-"):
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
    if not t.is_digits(end - 1) and (t.words[end] == "في" or _feminine(t, at)):
        return None
    named = month(t, linked)
    if named is None:
        return None
    when, end, _ = named
    if day > 31 and (when.month is None or linked > found[1]):
        return None
    return month_end(t, when.but(day=day), end)


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
    tail = year_tail(t, end)
    if tail:
        return _join_year(when, tail[0]), tail[1]
    return when, end


def _join_year(when: When, tail: When) -> When:
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
    day, end = found
    paused = t.words[end] in ("،", ",", "من") or len(t.words[end]) == 4
    tail = year_tail(t, end) if paused else None
    if tail:
        return _join_year(when.but(day=day), tail[0]), tail[1]
    free = t.words[end] in _AFTER_DAY or t.find(end, "to")
    return (when.but(day=day), end) if free else None


_AFTER_DAY = frozenset(["", "\n", ".", "،", ",", ")", "-", "–", "؛", ":", '"', "”"])


def _supported(t: Tokens, at: int) -> bool:
    if at == 0:
        return not t.words[1]
    before = t.entries[at - 1]
    return any(category in before.words for category in _TIME_BEFORE) or any(
        reading.clitic.endswith(("ب", "ل")) for reading in t.entries[at].words.values()
    )


_TIME_BEFORE = ("in", "since", "until", "before", "after", "between", "parts", "from", "to", "day_parts")


def weekday_led(t: Tokens, at: int) -> Read:
    """A weekday with what goes with it: adjective, date, week, day number, n-th in a month."""
    after_day = t.find(at, "unit")
    called = after_day is not None and after_day[0].value == ("day", 1)
    demonstrative = t.find(at, "demonstratives")
    start = after_day[1] if called and after_day else demonstrative[1] if demonstrative else at
    found = t.find(start, "weekday")
    if found is None:
        return None
    reading, end = found
    if not (reading.definite or (called and not reading.clitic)):
        return None
    when = When(weekday=reading.value)
    if demonstrative or reading.this:
        return when.but(way=0), end
    return _weekday_tail(t, when, end)


def _weekday_tail(t: Tokens, when: When, end: int) -> Read:
    described = adjective(t, end)
    if described:
        when = when.but(way=described[0], anaphoric=described[2])
        end = described[1]
    linked = _link(t, end)
    dated = numeric(t, linked) if t.is_digits(linked) else None
    dated = dated or day_led(t, linked) or month_day(t, linked)
    if dated and dated[0].day is not None and not _counts_weekdays(t, linked, dated[0]):
        closing = dated[1]
        closing += t.words[linked - 1] == "(" and t.words[closing] == ")"
        return dated[0].but(weekday=when.weekday), closing
    week = relative_unit(t, t.skip(end, "of"))
    if week and week[0].week:
        return week[0].but(weekday=when.weekday), week[1]
    return (None if described else _weekday_number(t, when, end)) or (when, end)


def _counts_weekdays(t: Tokens, at: int, when: When) -> bool:
    """Whether an ordinal after a weekday counts such weekdays: `الثلاثاء الثالث من أيلول`, from the words alone.

    `الأربعاء الثالث من` may be the third Wednesday or Wednesday the 3rd: up to the fifth it is the former.
    """
    return 1 <= (when.day or 0) <= 5 and ordinal(t, at) is not None and when.weekday is None


def month_day(t: Tokens, at: int) -> Read:
    """`تموز 13` after a weekday."""
    found = month_led(t, at)
    return found if found and found[0].day is not None else None


def _link(t: Tokens, end: int) -> int:
    """Past what joins a weekday to its date: `الموافق`, a comma, a bracket, `في`."""
    start = t.skip(end, "agrees")
    if start == end:
        start = end + 1 if t.words[end] in ("،", ",", "(", "-", "–") else t.skip(end, "of")
        start = t.skip(start, "agrees")
    called = t.find(start, "unit")
    return called[1] if called and called[0].value == ("day", 1) else start


def _weekday_number(t: Tokens, when: When, end: int) -> Read:
    """`السبت 23`, `الأحد الثاني`, `الجمعة في الثانية والعشرين`, `الثلاثاء الثالث من أيلول`."""
    linked = t.skip(end, "of")
    found = day_number(t, linked)
    if found is None:
        return None
    number, after = found
    inside = month(t, t.skip(after, "of"))
    if inside and 1 <= number <= 5 and not t.is_digits(linked):
        return month_end(t, inside[0].but(weekday=when.weekday, nth=number), inside[1])
    if t.is_digits(linked):
        good = t.words[after] in _AFTER_DAY or not t.entries[after].words.get("unit")
        counted = t.words[after] in word_set("counted")
        return (when.but(day=number), after) if good and not counted and number > 0 else None
    if number in (1, 2, 3, 4, 5):
        return (when.but(nth=number, month_shift=0), after) if linked == end else None
    return (when.but(day=number), after) if number > 0 else None


def nth_led(t: Tokens, at: int) -> Read:
    """`أول يوم جمعة من يوليو`, `ثالث يوم من شهر 2`, `آخر اثنين من شهر آذار`, `أول أسبوع بشهر أكتوبر`."""
    found = ordinal(t, at)
    if found is None:
        return None
    number, end = found
    unit = t.find(end, "unit")
    is_day = unit is not None and unit[0].value == ("day", 1)
    start = unit[1] if unit and is_day else end
    weekday = t.find(start, "weekday")
    if weekday and not weekday[0].clitic:
        when, end = When(weekday=weekday[0].value, nth=number), weekday[1]
    elif unit and is_day:
        when, end = When(day=number), unit[1]
    elif unit and unit[0].value == ("week", 1):
        when, end = When(week=True, nth=number), unit[1]
    elif number == 1 and t.find(end, "month") and not t.entries[at].words["ordinal"].clitic:
        when = When(day=1)
    else:
        return None
    return _inside(t, when, end)


def ordered_unit(t: Tokens, at: int) -> Read:
    """`اليوم الثالث من شهر عشرة`, `الأسبوع الأول من مايو`."""
    unit = t.find(at, "unit")
    if unit is None or unit[0].value not in (("day", 1), ("week", 1)):
        return None
    number = ordinal(t, unit[1])
    if number is None:
        return _week_of(t, unit[1]) if unit[0].value[0] == "week" else None
    day = unit[0].value[0] == "day"
    when = When(day=number[0]) if day else When(week=True, nth=number[0])
    return _inside(t, when, number[1])


def _week_of(t: Tokens, at: int) -> Read:
    """`أسبوع 10 يناير`: the week that holds the day."""
    start = t.skip(at, "of")
    dated = day_led(t, start) or (numeric(t, start) if t.is_digits(start) else None)
    return (dated[0].but(week=True), dated[1]) if dated and dated[0].day else None


def _inside(t: Tokens, when: When, end: int) -> Read:
    """The month or year that a day or week is counted in."""
    inside = month(t, t.skip(end, "of"))
    if inside:
        base = inside[0]
        joined = when.but(calendar=base.calendar, month=base.month, month_shift=base.month_shift)
        return month_end(t, joined, inside[1])
    start = t.skip(end, "of")
    whole = year(t, start) or (bare_year(t, start) if when.week else None)
    if whole and when.week:
        return when.but(year=whole[0].year, year_shift=whole[0].year_shift), whole[1]
    if whole is None or (when.nth or when.day) not in (1, -1):
        return None
    edge = 1 if (when.nth or when.day) == 1 else 12
    return _join_year(when.but(month=edge), whole[0]), whole[1]


def deictic_led(t: Tokens, at: int) -> Read:
    """`أمس الخميس`, `غداً`, `اليوم الجمعة 17 مايو`: the weekday and the date beside it are not others."""
    found = t.find(at, "deictic")
    if found is None:
        return None
    shift, end = found[0].value, found[1]
    if shift == 0 and t.words[end] and _not_today(t, end):
        return None
    when = When(day_shift=shift)
    beside = end + 1 if t.words[end] in ("،", ",", "(") else end
    weekday = weekday_led(t, beside)
    if weekday is None or weekday[0].way is not None:
        dated = day_led(t, _link(t, end))
        if dated and dated[0].month is not None:
            return dated[0].but(day_shift=shift), dated[1]
        return when, end
    said, after = weekday
    after += t.words[beside - 1] == "(" and t.words[after] == ")"
    if said.month is not None and said.day is not None:
        return said.but(day_shift=shift), after
    return when.but(weekday=said.weekday), after


def _not_today(t: Tokens, end: int) -> bool:
    return t.words[end] in word_set("not_today_before", forms="any") and not t.find(end, "weekday")


def year_led(t: Tokens, at: int) -> Read:
    """A year with its word."""
    return year(t, at)


def unit_led(t: Tokens, at: int) -> Read:
    """A unit placed from today, with a weekday of that week."""
    found = relative_unit(t, at)
    if found and found[0].week:
        weekday = weekday_led(t, t.skip(found[1], "of"))
        if weekday and weekday[0].way is None and weekday[0].day is None:
            return found[0].but(weekday=weekday[0].weekday), weekday[1]
    return found


def offset_after(t: Tokens, at: int) -> Read:
    """A quantity that `مضت` or `من الآن` turns into an offset: `3 أيام مضت`."""
    found = count(t, at)
    unit = t.find(found[1], "unit") if found else None
    if found is None or unit is None:
        return None
    if t.find(unit[1], "gone"):
        return When(offsets=((-found[0], unit[0].value[0]),), approximate=found[2]), t.skip(unit[1], "gone")
    return None
