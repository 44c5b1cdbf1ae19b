"""A figure in words, in both languages: `10 billion cubic metres a year`, `10 مليارات متر مكعب سنويًا`.

Pure. Names of units and scale words are `rules/units.yml`, plural rules and separators CLDR's by Babel.
"""

from __future__ import annotations

from functools import lru_cache

from babel.numbers import get_currency_name

from digest.figures import (
    PLAIN,
    Unit,
    as_counted,
    bound_words,
    few_words,
    oblique,
    rate_words,
    scale_words,
    unit_of,
    vague_words,
)
from digest.model import Bound, Figure
from digest.text import fold
from digest.wording.counts import RANGE, number_in_digits, plural_category, range_category, range_in_digits

Ends = tuple[float, ...]
"""A value, or the lower and the upper one of a range."""
_LEAST_SCALED = 1_000_000
_LEAST_SHARE = 0.1
_CURRENCY_CODE = 3
_COUNTED = frozenset(("people", "count"))
"""Kinds of units that are `fewer`, not `less`."""


def figure_in_words(figure: Figure, language: str) -> str:
    """Say a figure in `ar` or `en`, grammatically; one without a number as the text has it.

    A range is said with both its ends, in Arabic by the text's own noun; a unit that the rules do not know as
    the text says it in Arabic, by its id in English.
    """
    unit = unit_of(figure.unit)
    if unit is None or (figure.value is None and language == "ar"):
        said = figure.text if language == "ar" else _unknown(figure)
        return f"{bound_words(figure.bound, language, many=True)} {said}" if figure.bound else said
    if figure.value is None:
        said = _vague_in_english(figure, unit)
    else:
        unit = as_counted(unit, figure.text) if language == "ar" else unit
        said = _bounded(figure.value, figure.high, figure.bound, unit, language)
    rate = rate_words(figure.unit, language)
    return f"{said} {rate}" if rate else said


@lru_cache(maxsize=1 << 13)
def _bounded(value: float, high: float | None, bound: Bound | None, unit: Unit, language: str) -> str:
    ends = (value,) if high is None else (value, high)
    if bound is None:
        return _exact(ends, unit, language)
    words = bound_words(bound, language, many=unit.kind in _COUNTED)
    return f"{words} {_exact(ends, unit, language, governed=True)}"


def _exact(ends: Ends, unit: Unit, language: str, *, governed: bool = False) -> str:
    """`governed`: in Arabic in the genitive, which shows in the dual alone."""
    if unit.kind == "percent":
        # In Arabic each end has its sign, so that the ends stand from right to left.
        signed = [f"{number_in_digits(end, language)}%" for end in ends]
        return RANGE.join(signed if language == "ar" else [*(one[:-1] for one in signed[:-1]), signed[-1]])
    return _in_arabic(ends, unit, governed=governed) if language == "ar" else _in_english(ends, unit)


def _in_arabic(ends: Ends, unit: Unit, *, governed: bool) -> str:
    one = unit.ar[0]
    for scale, forms in reversed(scale_words("ar")):
        if scale >= _LEAST_SCALED and _suits(ends, scale):
            said = _scaled_in_arabic(tuple(end / scale for end in ends), forms, governed=governed)
            return f"{said} {one}"
    return _counted(ends, unit.ar, governed=governed)


def _scaled_in_arabic(ends: Ends, forms: tuple[str, ...], *, governed: bool) -> str:
    """Thousands, millions and so on before a noun: `مليونا`, `10 ملايين`, `15 مليون`."""
    one, _, few, _, *constructs = forms
    construct = constructs[governed]
    category = range_category(ends, "ar")
    if category == "one":
        return one
    if category == "two":
        return construct
    return f"{range_in_digits(ends, 'ar')} {few if category == 'few' else one}"


def _counted(ends: Ends, forms: tuple[str, str, str, str], *, governed: bool) -> str:
    one, two, few, many = forms
    category = range_category(ends, "ar")
    if category == "one":
        return f"{one} {'واحدة' if any(word.endswith('ة') for word in one.split()) else 'واحد'}"
    if category == "two" and two != one:
        return oblique(two) if governed else two
    noun = {"few": few, "many": many}.get(category, one)
    return f"{range_in_digits(ends, 'ar')} {noun}"


def _in_english(ends: Ends, unit: Unit) -> str:
    name = _english_name(unit, ends[-1])
    for scale, forms in reversed(scale_words("en")):
        if scale >= _LEAST_SCALED and _suits(ends, scale):
            return f"{range_in_digits([end / scale for end in ends], 'en')} {forms[0]} {name}"
    return f"{range_in_digits(ends, 'en')} {name}"


def _vague_in_english(figure: Figure, unit: Unit) -> str:
    words = fold(figure.text).split()
    english = next((vague_words()[word] for word in words if word in vague_words()), "several")
    if words[0] in few_words():
        english = f"a few {english.split()[0].removesuffix('s')}"
    return f"{english} {_english_name(unit, 2)}"


def _english_name(unit: Unit, value: float) -> str:
    if len(unit.id) == _CURRENCY_CODE and unit.id.isupper() and unit.kind == "money":
        return str(get_currency_name(unit.id, count=value, locale="en"))
    return unit.en[0] if plural_category(value, "en") == "one" else unit.en[1]


def _unknown(figure: Figure) -> str:
    """By its number alone where what it counts has no English."""
    if figure.unit == PLAIN.id and figure.value is not None:
        return _in_english((figure.value,), PLAIN).strip()
    number = "" if figure.value is None else f"{number_in_digits(figure.value, 'en')} "
    return f"{number}{figure.unit}"


def _suits(ends: Ends, scale: float) -> bool:
    """Whether values are short in a scale: the last at least one of it, none with more than two decimals.

    The first of two may be a tenth of it: `0.5–1 million`.
    """
    shares = [end / scale for end in ends]
    short = all(abs(round(share, 2) - share) < 1e-9 * share for share in shares)
    return short and shares[-1] >= 1 and shares[0] >= _LEAST_SHARE
