"""Grammar of seasons, quarters, decades, centuries, feasts, parts of a period, stretches and offsets.

Each function reads at a token and gives what it read with the token after it, or None.
"""

from __future__ import annotations

from digest.dates.numbers import cardinal, count, digits, ordinal
from digest.dates.periods import Read, adjective, era, month, relative_unit, unit_at_hand, year, year_tail
from digest.dates.points import AFTER_DAY, month_end
from digest.dates.tokens import Tokens
from digest.dates.when import When


def season_led(t: Tokens, at: int) -> Read:
    """`الربيع المقبل`, `صيف 2023`, `شتاء العام الماضي`, `هذا الصيف`."""
    demonstrative = t.find(at, "demonstratives")
    found = t.find(demonstrative[1] if demonstrative else at, "season")
    if found is None:
        return None
    reading, end = found
    when = When(part=reading.value)
    if demonstrative:
        return (when.but(way=0), end) if reading.definite else None
    tail = year_tail(t, end)
    if tail:
        return when.but(year=tail[0].year, year_shift=tail[0].year_shift), _past_second_year(t, tail)
    described = adjective(t, end) if reading.definite else None
    if described:
        return when.but(way=described[0]), described[1]
    if reading.this:
        return when.but(way=0), end
    return None


def _past_second_year(t: Tokens, tail: tuple[When, int]) -> int:
    """The token after the second year of a winter: `شتاء 2021-2022`, `شتاء 2021/22`."""
    said, end = tail
    if t.words[end] not in ("-", "/", "–") or said.year is None:
        return end
    second = digits(t, end + 1)
    return second[1] if second and second[0] in (said.year + 1, (said.year + 1) % 100) else end


def part_of_year(t: Tokens, at: int) -> Read:
    """`الربع الأول من 2016`, `رابع ربع من 2018`, `النصف الثاني من العام الحالي`, `الربع الثالث`."""
    numbered = _numbered_part(t, at)
    if numbered is None:
        return None
    when, end, portion = numbered
    if when is None:
        return _portion(t, portion, end)
    tail = year_tail(t, end) or _this_year(t, end)
    if tail:
        return when.but(year=tail[0].year, year_shift=tail[0].year_shift), tail[1]
    if when.part is None or when.part < _FIRST_HALF:
        return when, end
    return _portion(t, portion, end)


def _this_year(t: Tokens, at: int) -> Read:
    """`من العام` alone: the present one."""
    start = t.skip(at, "of")
    found = unit_at_hand(t, start) if start > at else None
    return found if found and found[0].year_shift is not None else None


_Portion = tuple[int, int]
"""(which, of how many)."""


def _portion(t: Tokens, portion: _Portion, at: int) -> Read:
    """`من مايو`, `من القرن التاسع عشر` after a half, a third or a quarter: that part of its days or years."""
    start = t.skip(at, "of")
    for reader in (_named_month, decade_led, century_led, year):
        inner = reader(t, start)
        if inner:
            return When(base=inner[0], portion=portion), inner[1]
    return None


_FIRST_QUARTER, _FIRST_HALF = 33, 40
"""Of EDTF's numbers for parts of a year."""


_PARTS = {("half", 1): (2, _FIRST_HALF), ("quarter", 1): (4, _FIRST_QUARTER), ("third", 1): (3, None)}
"""Of a half, a quarter and a third: how many make the whole, and EDTF's number for the first of a year."""


def _numbered_part(t: Tokens, at: int) -> tuple[When | None, int, _Portion] | None:
    """`الربع الأول`, `ثالث ربع`, `الربع السنوي الثاني`, `ربع السنة الأول`: (when, token after, portion)."""
    before = ordinal(t, at)
    unit = t.find(before[1] if before else at, "unit")
    if unit is None or unit[0].value not in _PARTS:
        return None
    of_year = t.find(unit[1], "unit")
    whole = of_year is not None and of_year[0].value == ("year", 1) and of_year[0].definite
    if unit[0].definite == (before is not None or whole):
        return None
    end = of_year[1] if of_year and whole else t.skip(unit[1], "yearly")
    number = (before[0], end) if before else ordinal(t, end) or digits(t, end, 1)
    most, first = _PARTS[unit[0].value]
    value = most if number and number[0] == -1 else number[0] if number else 0
    if number is None or not 1 <= value <= most:
        return None
    return When(part=first - 1 + value) if first else None, number[1], (value, most)


def decade_led(t: Tokens, at: int) -> Read:
    """`السبعينيات`, `ثمانينيات القرن الماضي`, `الستينيات من القرن العشرين`."""
    found = t.find(at, "decade")
    if found is None:
        return None
    reading, end = found
    century = century_led(t, t.skip(end, "of"))
    if century:
        base = century[0].century
        shifted = century[0].unit_shift
        if base is not None and base > 0:
            return When(decade=(base - 1) * 100 + reading.value), century[1]
        if shifted:
            return When(decade=reading.value, unit_shift=shifted), century[1]
    return (When(decade=reading.value), end) if reading.definite else None


def ordered_decade(t: Tokens, at: int) -> Read:
    """`العقد الثاني من القرن العشرين`, `عقد السبعينيات`, `عقد 1990`."""
    unit = t.find(at, "unit")
    if unit is None or unit[0].value != ("decade", 1):
        return None
    named = decade_led(t, unit[1])
    if named:
        return named
    year = digits(t, unit[1])
    if year and len(t.words[unit[1]]) == 4 and year[0] % 10 == 0:
        return When(decade=year[0]), year[1]
    number = ordinal(t, unit[1])
    century = century_led(t, t.skip(number[1], "of")) if number else None
    if number is None or century is None or not 1 <= number[0] <= 10:
        return None
    base = century[0].century
    return (When(decade=(base - 1) * 100 + (number[0] - 1) * 10), century[1]) if base and base > 0 else None


def century_led(t: Tokens, at: int) -> Read:
    """`القرن الحادي والعشرين`, `القرن 19`, `القرن الماضي`, `القرن الخامس قبل الميلاد`."""
    unit = t.find(at, "unit")
    if unit is None or unit[0].value != ("century", 1):
        return None
    number = ordinal(t, unit[1]) or _century_digits(t, unit[1])
    if number is None:
        return relative_unit(t, at)
    value, end = number
    if value == -1:
        return None
    calendar = era(t, end)
    if calendar and calendar[0] == "bc":
        return When(century=-value), calendar[1]
    if calendar:
        return When(century=value, calendar=calendar[0]), calendar[1]
    return When(century=value), end


def _century_digits(t: Tokens, at: int) -> tuple[int, int] | None:
    start = at + 1 if t.words[at] == "ال" else at
    found = digits(t, start, 2)
    return found if found and 1 <= found[0] <= 21 else None


def feast_led(t: Tokens, at: int) -> Read:
    """A feast, with its year or an adjective."""
    nth = ordinal(t, at)
    unit = t.find(nth[1], "unit") if nth else None
    counted = nth is not None and 1 <= nth[0] <= 4 and unit is not None and unit[0].value == ("day", 3)
    found = t.find(unit[1] if counted and unit else at, "feast")
    if found is None:
        return None
    reading, end = found
    when = When(feast=reading.value, nth=nth[0] if counted and nth else None)
    tail = year_tail(t, end)
    if tail:
        said = tail[0]
        return when.but(year=said.year, year_shift=said.year_shift, calendar=said.calendar), tail[1]
    described = adjective(t, end)
    return (when.but(way=described[0]), described[1]) if described else (when, end)


def weekend_led(t: Tokens, at: int) -> Read:
    """`نهاية الأسبوع`, `عطلة نهاية الأسبوع الماضي`."""
    found = t.find(at, "week_ends")
    if found is None:
        return None
    described = adjective(t, found[1])
    if described:
        return When(weekend_shift=described[0]), described[1]
    inside = relative_unit(t, found[1])
    if inside and inside[0].week:
        return When(weekend_shift=inside[0].week_shift), inside[1]
    return When(weekend_shift=0), t.skip(found[1], "demonstratives")


def stretch_led(t: Tokens, at: int) -> Read:
    """`اليومين المقبلين`, `الأيام الثلاثة الماضية`, `الثلاثة أيام الماضية`, `آخر خمس سنوات`."""
    return _stretch_noun(t, at) or _stretch_number(t, at)


def _stretch_noun(t: Tokens, at: int) -> Read:
    unit = t.find(at, "unit")
    if unit is None or not unit[0].definite or unit[0].value[1] == 1:
        return None
    name, form = unit[0].value
    number, end = 2, unit[1]
    if form == 3:
        counted = digits(t, end + 1 if t.words[end] == "ال" else end, 3)
        if counted is None:
            counted = cardinal(t, end)
        some = t.find(end, "some")
        if counted is None and some:
            described = _stretch(t, _SOME, name, some[1])
            return (described[0].but(approximate=True), described[1]) if described else None
        if counted is None:
            return None
        number, end = counted
    return _stretch(t, number, name, end)


_SOME = 3
"""What `القليلة` is taken for."""


def _stretch_number(t: Tokens, at: int) -> Read:
    start, last = at, t.find(at, "ordinal")
    if last and last[0].value == -1 and not last[0].definite:
        start = last[1]
        bare = t.find(start, "unit")
        form = bare[0].value[1] if bare and not bare[0].definite and not bare[0].clitic else 3
        if bare and (
            form == 2 or (form == 1 and bare[0].value[0] in _LASTING and t.words[bare[1]] in AFTER_DAY)
        ):
            return When(stretch=(-form, bare[0].value[0])), bare[1]
    if t.words[start] == "ال":
        start += 1
    found = count(t, start)
    unit = t.find(found[1], "unit") if found else None
    if found is None or unit is None or (unit[0].definite and unit[0].value[1] == 1):
        return None
    if start != at and last and last[0].value == -1:
        return When(stretch=(-found[0], unit[0].value[0])), unit[1]
    return _stretch(t, found[0], unit[0].value[0], unit[1])


_LASTING = ("week", "month", "year")


def _stretch(t: Tokens, number: int, name: str, end: int) -> Read:
    described = adjective(t, end)
    if described is None or described[0] == 0:
        return None
    sign = 1 if described[0] > 0 else -1
    return When(stretch=(sign * number, name)), described[1]


def part_led(t: Tokens, at: int) -> Read:
    """`مطلع 2020`, `منتصف مايو`, `أواخر العام الماضي`, `نهاية القرن التاسع عشر`."""
    found = t.find(at, "parts")
    if found is None or found[0].definite or t.find(at, "week_ends"):
        return None
    start = t.skip(found[1], "of") if t.words[found[1]] in ("من", "في") else found[1]
    inner = _period(t, start)
    return (inner[0].but(approximate=True, within=found[0].value), inner[1]) if inner else None


def _period(t: Tokens, start: int) -> Read:
    """What a part may be of: a month, season, decade, century, year or unit."""
    for reader in (_named_month, season_led, part_of_year, decade_led, century_led, year):
        inner = reader(t, start)
        if inner:
            return inner
    if t.is_digits(start) and len(t.words[start]) == 4 and 1500 <= int(t.words[start]) <= 2199:
        calendar = era(t, start + 1)
        return When(year=int(t.words[start])), calendar[1] if calendar else start + 1
    return unit_at_hand(t, start)


def rest_led(t: Tokens, at: int) -> Read:
    """`بقية الأسبوع`, `باقي الشهر`, `ما تبقى من العام الجاري`."""
    found = t.find(at, "rest")
    inner = unit_at_hand(t, found[1]) if found else None
    return (inner[0].but(rest=True), inner[1]) if inner else None


def _named_month(t: Tokens, at: int) -> Read:
    found = month(t, at)
    if found is None or found[2] == 2:
        return None
    return month_end(t, found[0], found[1])
