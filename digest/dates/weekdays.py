"""Grammar of weekdays, of the n-th day or week of a period, and of today and its neighbours.

Each function reads at a token and gives what it read with the token after it, or None.
"""

from __future__ import annotations

from digest.dates.lexicon import word_set
from digest.dates.numbers import day_number, digits, ordinal
from digest.dates.periods import Read, adjective, bare_year, month, relative_unit, unit_at_hand, year
from digest.dates.points import AFTER_DAY, day_led, join_year, link, month_end, month_led, numeric
from digest.dates.tokens import Tokens
from digest.dates.when import When


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
    if not (called and not reading.clitic) and (reading.weak or not reading.definite):
        described = adjective(t, end)
        if described and reading.value not in _COUNTABLE_WEEKDAYS and not reading.clitic and not reading.weak:
            return When(weekday=reading.value, way=described[0]), described[1]
        week = relative_unit(t, end)
        return (week[0].but(weekday=reading.value), week[1]) if week and week[0].week else None
    when = When(weekday=reading.value)
    if demonstrative or reading.this:
        return when.but(way=0), end
    return _weekday_tail(t, when, end)


def _weekday_tail(t: Tokens, when: When, end: int) -> Read:
    today = t.find(end, "deictic")
    if today and not today[0].clitic:
        return when.but(day_shift=today[0].value), today[1]
    described = adjective(t, end)
    last = ordinal(t, end) if described else None
    inside = month(t, t.skip(last[1], "of")) if last and last[0] == -1 else None
    if inside:
        return month_end(t, inside[0].but(weekday=when.weekday, nth=-1), inside[1])
    if described:
        when = when.but(way=described[0], anaphoric=described[2])
        end = described[1]
    linked = link(t, end)
    dated = numeric(t, linked) if t.is_digits(linked) else None
    dated = dated or day_led(t, linked) or month_day(t, linked)
    if dated and dated[0].day is not None and not (linked == end and _counts_weekdays(t, end, dated[0])):
        closing = dated[1]
        closing += t.words[linked - 1] == "(" and t.words[closing] == ")"
        return dated[0].but(weekday=when.weekday), closing
    week = relative_unit(t, t.skip(end, "of"))
    if week and week[0].week:
        return week[0].but(weekday=when.weekday), week[1]
    return (None if described else _weekday_number(t, when, end)) or (when, end)


def _counts_weekdays(t: Tokens, at: int, when: When) -> bool:
    """Whether an ordinal after a weekday counts such weekdays: `الثلاثاء الثالث من أيلول`.

    `الأربعاء الثالث من` may be the third Wednesday or Wednesday the 3rd: the calendar decides.
    """
    return 1 <= (when.day or 0) <= 5 and ordinal(t, at) is not None and when.weekday is None


def month_day(t: Tokens, at: int) -> Read:
    """`تموز 13` after a weekday."""
    found = month_led(t, at)
    return found if found and found[0].day is not None else None


def _weekday_number(t: Tokens, when: When, end: int) -> Read:
    """`السبت 23`, `الأحد الثاني`, `الجمعة في الثانية والعشرين`, `الثلاثاء الثالث من أيلول`."""
    linked = t.skip(end, "of")
    found = day_number(t, linked)
    if found is None:
        return None
    number, after = found
    inside = month(t, t.skip(after, "of"))
    if inside and 1 <= number <= 5 and not t.is_digits(linked):
        either = inside[0].but(weekday=when.weekday, nth=number, either=True)
        return month_end(t, either, inside[1])
    if t.is_digits(linked):
        good = t.words[after] in AFTER_DAY or not t.entries[after].words.get("unit")
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
    is_day = unit is not None and unit[0].value in (("day", 1), ("day", 3))
    start = unit[1] if unit and is_day and unit[0].value[1] == 1 else end
    weekday = t.find(start, "weekday")
    if weekday and not weekday[0].clitic:
        when, end = When(weekday=weekday[0].value, nth=number), weekday[1]
        return _inside(t, when, end) or _last_weekday(t, at, when, end)
    if unit and is_day and not unit[0].definite:
        when, end = When(day=number), unit[1]
    elif unit and unit[0].definite and number in (1, -1):
        return _edge_of(t, at, end)
    elif unit and unit[0].value == ("week", 1):
        when, end = When(week=True, nth=number), unit[1]
    elif unit and unit[0].value == ("month", 1):
        return _nth_month(t, number, unit[1])
    elif number == 1 and t.find(end, "month") and not t.entries[at].words["ordinal"].clitic:
        when = When(day=1)
    else:
        return None
    return _inside(t, when, end)


_COUNTABLE_WEEKDAYS = (0, 6)
"""اثنين and أحد are numbers too: `آخر اثنين` are the last two."""


def _last_weekday(t: Tokens, at: int, when: When, end: int) -> Read:
    """`آخر جمعة`: the one before today."""
    called = "unit" in t.entries[end - 2].words
    last = when.nth == -1 and not t.entries[at].words["ordinal"].definite
    if not last or (when.weekday in _COUNTABLE_WEEKDAYS and not called):
        return None
    return When(weekday=when.weekday, way=-1), end


def _nth_month(t: Tokens, number: int, end: int) -> Read:
    """`أول شهر من السنة`, `الشهر الأخير من 2022`: a month counted in its year."""
    start = t.skip(end, "of")
    whole = year_at_hand(t, start) or (bare_year(t, start) if start > end else None)
    if whole is None or not (1 <= number <= 12 or number == -1):
        return None
    return join_year(When(month=12 if number == -1 else number), whole[0]), whole[1]


def year_at_hand(t: Tokens, at: int) -> Read:
    """A year with its word, also `السنة` alone for the present one."""
    found = year(t, at) or unit_at_hand(t, at)
    return found if found and (found[0].year is not None or found[0].year_shift is not None) else None


def _edge_of(t: Tokens, at: int, end: int) -> Read:
    """`أول الشهر`, `آخر العام الماضي`: about then."""
    if t.entries[at].words["ordinal"].definite:
        return None
    inner = unit_at_hand(t, end)
    return (inner[0].but(approximate=True), inner[1]) if inner else None


def ordered_unit(t: Tokens, at: int) -> Read:
    """`اليوم الثالث من شهر عشرة`, `الأسبوع الأول من مايو`."""
    unit = t.find(at, "unit")
    if unit is None or unit[0].value not in (("day", 1), ("week", 1), ("month", 1)):
        return None
    number = ordinal(t, unit[1]) or (_week_number(t, unit[1]) if unit[0].value[0] == "week" else None)
    if number is None:
        return _week_of(t, unit[1]) if unit[0].value[0] == "week" else None
    if unit[0].value[0] == "month":
        return _nth_month(t, *number)
    day = unit[0].value[0] == "day"
    when = When(day=number[0]) if day else When(week=True, nth=number[0])
    return _inside(t, when, number[1])


def _week_number(t: Tokens, at: int) -> tuple[int, int] | None:
    """`الأسبوع 20 من عام 2023`, `الأسبوع رقم 3`: the number of a week of a year."""
    start = at + 1 if t.words[at] in ("رقم", "ال") else at
    found = digits(t, start, 2)
    within = found is not None and 1 <= found[0] <= 53 and year_at_hand(t, t.skip(found[1], "of"))
    return found if within else None


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
    at_hand = _this_month(t, start) if start > end or t.words[start].startswith(("بال", "لل")) else None
    if at_hand:
        return when.but(month_shift=0), at_hand
    whole = year_at_hand(t, start) or (bare_year(t, start) if when.week else None)
    if whole and when.week:
        return when.but(year=whole[0].year, year_shift=whole[0].year_shift), whole[1]
    if whole is None or (when.nth or when.day) not in (1, -1):
        return None
    edge = 1 if (when.nth or when.day) == 1 else 12
    return join_year(when.but(month=edge), whole[0]), whole[1]


def _this_month(t: Tokens, at: int) -> int | None:
    """`الشهر` alone, the present one: the token after it."""
    unit = t.find(at, "unit")
    return unit[1] if unit and unit[0].value == ("month", 1) and unit[0].definite else None


def deictic_led(t: Tokens, at: int) -> Read:
    """`أمس الخميس`, `غداً`, `اليوم الجمعة 17 مايو`: the weekday and the date beside it are not others."""
    found = t.find(at, "deictic")
    if found is None:
        return None
    shift, end = found[0].value, found[1]
    if shift == 0 and (_not_today(t, end) or _not_today_after(t, at) or _name_of_paper(t, at, end)):
        return None
    when = When(day_shift=shift)
    beside = end + 1 if t.words[end] in ("،", ",", "(") else end
    weekday = weekday_led(t, beside)
    if weekday is None or weekday[0].way is not None:
        linked = link(t, end)
        dated = day_led(t, linked) or (numeric(t, linked) if linked > end and t.is_digits(linked) else None)
        if dated and dated[0].month is not None:
            return dated[0].but(day_shift=shift), dated[1]
        return when, end
    said, after = weekday
    after += t.words[beside - 1] == "(" and t.words[after] == ")"
    if said.month is not None and said.day is not None:
        return said.but(day_shift=shift), after
    return when.but(weekday=said.weekday), after


def _not_today(t: Tokens, end: int) -> bool:
    if not t.words[end]:
        return False
    return t.words[end] in word_set("not_today_before", forms="any") and not t.find(end, "weekday")


def _not_today_after(t: Tokens, at: int) -> bool:
    if t.words[at].startswith("لليل"):
        return True
    return at > 0 and t.words[at - 1] in word_set("not_today_after", forms="any")


def _name_of_paper(t: Tokens, at: int, end: int) -> bool:
    """Whether `اليوم` stands alone in quotes or ends a quoted name of two words: `"إسرائيل اليوم"`."""
    if t.words[end] not in _CLOSING or at == 0:
        return False
    opening = t.words[at - 1] if t.words[at - 1] in _OPENING else t.words[at - 2] if at > 1 else ""
    return opening in _OPENING and (t.words[end] != ")" or t.words[at - 1] == "(")


_OPENING, _CLOSING = frozenset('"«“(”'), frozenset('"»”)“')


def unit_led(t: Tokens, at: int) -> Read:
    """A unit placed from today, with a weekday of that week or a day of that month."""
    found = relative_unit(t, at)
    if found and found[0].month_shift is not None:
        called = t.find(t.skip(found[1], "of"), "unit")
        number = day_number(t, called[1]) if called and called[0].value == ("day", 1) else None
        free = number is not None and number[0] > 0 and t.words[number[1]] in AFTER_DAY
        return (found[0].but(day=number[0]), number[1]) if number and free else found
    if found and found[0].week:
        weekday = weekday_led(t, t.skip(found[1], "of"))
        if weekday and weekday[0].way is None and weekday[0].day is None:
            return found[0].but(weekday=weekday[0].weekday), weekday[1]
    return found
