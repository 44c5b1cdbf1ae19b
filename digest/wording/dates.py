"""EDTF values in words, in both languages, rightly inflected; both sets of month names for Arab readers.

Pure. Names of months and weekdays are CLDR's (`ar`, `ar_LB`, `en`), the phrases are `rules/date_words.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Any

from babel.dates import get_day_names, get_month_names

from digest import edtf
from digest.rules import default_rules

_MARKS = {"~": ("about",), "?": ("probably",), "%": ("about", "probably")}


@lru_cache(maxsize=1 << 13)
def date_in_words(value: str | None, language: str, *, weekday: bool = False) -> str:
    """An EDTF value in words (`17 مايو/أيار 2024`); plain text without direction marks.

    `weekday` names it where the value is one day. None is "unknown". Raises ValueError for what is not EDTF.
    """
    if value is None:
        return str(_words(language)["unknown"])
    edtf.day_numbers(value)
    plain = edtf.without_marks(value)
    if value == f"{plain[:-3]}~/..":
        # What is not exact is the beginning: "from about 2026 on".
        return _say("since", language, a=date_in_words(f"{plain[:-3]}~", language))
    said = _plain(plain, language, weekday)
    for phrase in _MARKS.get("".join(sorted(set(re.sub(r"[^~?%]", "", value)))), ()):
        said = _say(
            phrase, language, a=_after_preposition(plain, said, language) if phrase == "about" else said
        )
    return said


@cache
def month_name(month: int, language: str) -> str:
    """A month's name, 1-12; in Arabic both names (`مايو/أيار`)."""
    names = [get_month_names("wide", locale=locale)[month] for locale in _LOCALES[language]]
    return "/".join(dict.fromkeys(names))


@cache
def weekday_name(weekday: int, language: str) -> str:
    """A weekday's name, 0 for Monday."""
    return str(get_day_names("wide", locale=_LOCALES[language][0])[weekday])


_LOCALES = {"ar": ("ar", "ar_LB"), "en": ("en",)}


def _plain(value: str, language: str, weekday: bool) -> str:
    if value[0] == "[":
        return _one_of(value, language, weekday)
    if value[0] == "{":
        return _listed([_atom(item, language) for item in edtf.members(value)], language, "and")
    first, slash, last = value.partition("/")
    if not slash:
        return _with_weekday(value, language) if weekday else _atom(value, language)
    if last == "..":
        return _say("since", language, a=_atom(first, language, genitive=True))
    if first == "..":
        feminine = last.endswith("X") and last[-2] != "X" and last[-2] not in "01"
        return _say(
            "until_feminine" if feminine else "until", language, a=_in(last, language, genitive=False)
        )
    return _interval(first, last, language)


def _one_of(value: str, language: str, weekday: bool) -> str:
    if ".." not in value:
        return _choice(edtf.members(value), language)
    first, _, last = value[1:-1].partition("..")
    if not first or not last:
        return _plain(f"{first or '..'}/{last or '..'}", language, weekday)
    a, b = _ends(first, last, language)
    return _say("between", language, a=a, b=b)


def _interval(first: str, last: str, language: str) -> str:
    a, b = _ends(first, last, language)
    ends, begins = edtf.day_numbers(first)[1], edtf.day_numbers(last)[0]
    adjacent = ends is not None and begins == ends + 1
    return _say("and" if adjacent else "from_to", language, a=a, b=b)


def _ends(first: str, last: str, language: str) -> tuple[str, str]:
    """Both ends in words; what they share is said once."""
    end = _atom(last, language, genitive=True)
    if len(first) == len(last) == 10 and first[:7] == last[:7]:
        return str(int(first[8:])), end
    if len(first) == len(last) in (7, 10) and first[:4] == last[:4] and _is_month(first) and _is_month(last):
        return _say_atom(first, language, with_year=False), end
    return _atom(first, language, genitive=True), end


def _is_month(value: str) -> bool:
    return int(value[5:7]) <= 12


def _choice(values: Sequence[str], language: str) -> str:
    """One of several values; of days on one weekday, the weekday is named."""
    days = [date.fromisoformat(value) for value in values if len(value) == 10]
    if len(days) < len(values):
        return _listed([_atom(value, language) for value in values], language, "or")
    one_month = len({value[:7] for value in values}) == 1
    shown = (
        [str(day.day) for day in days[:-1]]
        if one_month
        else [_short(v, values, language) for v in values[:-1]]
    )
    said = _listed([*shown, _atom(values[-1], language)], language, "or")
    if len({day.weekday() for day in days}) > 1:
        return said
    return _say("weekdays", language, weekday=weekday_name(days[0].weekday(), language), a=said)


def _short(value: str, values: Sequence[str], language: str) -> str:
    one_year = len({item[:4] for item in values}) == 1
    return _say_atom(value, language, with_year=not one_year)


def _listed(items: Sequence[str], language: str, joint: str) -> str:
    words = _words(language)
    if joint == "and":
        head = items[0]
        for item in items[1:-1]:
            head = f"{head}، و{item}" if language == "ar" else f"{head}, {item}"
        return _say("and", language, a=head, b=items[-1])
    return str(words["comma"]).join(items[:-1]) + str(words["or"]) + items[-1]


def _atom(value: str, language: str, *, genitive: bool = False) -> str:
    """A single date, year, season, decade or century."""
    if "X" in value:
        return _long(value, language, genitive)
    if len(value) == 7 and value[0] != "-" and int(value[5:]) > 12:
        return _part(value, language)
    return _say_atom(value, language, with_year=True)


def _say_atom(value: str, language: str, *, with_year: bool) -> str:
    year = _year(value, language)
    rest = value[1:].partition("-")[2] if value[0] == "-" else value[5:]
    if not rest:
        return year
    month = month_name(int(rest[:2]), language)
    if len(rest) == 2:
        return _say("month", language, month=month, year=year) if with_year else month
    phrase = "day" if with_year else "day_month"
    return _say(phrase, language, day=int(rest[3:]), month=month, year=year)


def _year(value: str, language: str) -> str:
    if value[0] == "-":
        return _say("bc", language, year=int(value[1:5]) + 1)
    number = int(value[:4])
    return _say("year", language, year=number) if number else _say("bc", language, year=1)


def _part(value: str, language: str) -> str:
    words, number = _words(language), value[5:]
    table = words["seasons"] if number < "33" else words["quarters"] if number < "40" else words["halves"]
    return str(table[number]).format(year=_year(value, language))


def _long(value: str, language: str, genitive: bool) -> str:
    century = int(value[:2]) + 1
    if value.endswith("XX"):
        return _century(century, language, genitive)
    phrase = _words(language)["decades"][value[2]]
    return str(phrase).format(century=_century(century, language, True), year=int(value[:3]) * 10)


def _century(number: int, language: str, genitive: bool) -> str:
    ordinals = _words(language)["ordinals_gen" if genitive else "ordinals"]
    ordinal = ordinals[number - 1] if number <= len(ordinals) else str(number)
    return _say("century", language, ordinal=ordinal)


def _in(value: str, language: str, *, genitive: bool = True) -> str:
    """A value as it is said inside a phrase: years get their word in Arabic."""
    if re.fullmatch(r"-?\d{4}", value):
        return _say("year_in", language, year=_year(value, language))
    return _atom(value, language, genitive=genitive)


def _after_preposition(value: str, said: str, language: str) -> str:
    return said if value[0] in "[{" or "/" in value else _in(value, language)


def _with_weekday(value: str, language: str) -> str:
    said = _atom(value, language)
    if len(value) != 10:
        return said
    weekday = weekday_name(date.fromisoformat(value).weekday(), language)
    return _say("weekday", language, weekday=weekday, a=said)


def _say(phrase: str, language: str, **values: Any) -> str:
    return str(_words(language)[phrase]).format(**values)


@cache
def _words(language: str) -> dict[str, Any]:
    words: dict[str, Any] = default_rules().table("date_words")[language]
    return words
