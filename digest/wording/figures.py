"""A figure in words, in both languages: `10 billion cubic metres a year`, `10 مليارات متر مكعب سنويًا`.

Pure. Names of units and scale words are `rules/units.yml`, plural rules and separators CLDR's by Babel.
"""

from __future__ import annotations

from functools import lru_cache

from babel.numbers import get_currency_name

from digest.figures import Unit, few_words, rate_words, scale_words, unit_of, vague_words
from digest.model import Figure
from digest.text import fold
from digest.wording.counts import number_in_digits, plural_category

_LEAST_SCALED = 1_000_000
_CURRENCY_CODE = 3


def figure_in_words(figure: Figure, language: str) -> str:
    """Say a figure in `ar` or `en`, grammatically; one without a number as the text has it.

    A unit that the rules do not know is said as the text says it in Arabic, by its id in English.
    """
    unit = unit_of(figure.unit)
    if unit is None or (figure.value is None and language == "ar"):
        return figure.text if language == "ar" else _unknown(figure)
    said = _vague_in_english(figure, unit) if figure.value is None else _exact(figure.value, unit, language)
    rate = rate_words(figure.unit, language)
    return f"{said} {rate}" if rate else said


@lru_cache(maxsize=1 << 13)
def _exact(value: float, unit: Unit, language: str) -> str:
    if unit.kind == "percent":
        return f"{number_in_digits(value, language)}%"
    return _in_arabic(value, unit) if language == "ar" else _in_english(value, unit)


def _in_arabic(value: float, unit: Unit) -> str:
    one = unit.ar[0]
    for scale, forms in reversed(scale_words("ar")):
        if scale >= _LEAST_SCALED and _suits(value, scale):
            return f"{_scaled_in_arabic(value / scale, forms)} {one}"
    return _counted(value, unit.ar)


def _scaled_in_arabic(number: float, forms: tuple[str, ...]) -> str:
    """Thousands, millions and so on before a noun: `مليونا`, `10 ملايين`, `15 مليون`."""
    one, _, few, _, construct = forms
    category = plural_category(number, "ar")
    if category == "one":
        return one
    if category == "two":
        return construct
    return f"{number_in_digits(number, 'ar')} {few if category == 'few' else one}"


def _counted(value: float, forms: tuple[str, str, str, str]) -> str:
    one, two, few, many = forms
    category = plural_category(value, "ar")
    if category == "one":
        return f"{one} {'واحدة' if any(word.endswith('ة') for word in one.split()) else 'واحد'}"
    if category == "two" and two != one:
        return two
    noun = {"few": few, "many": many}.get(category, one)
    return f"{number_in_digits(value, 'ar')} {noun}"


def _in_english(value: float, unit: Unit) -> str:
    name = _english_name(unit, value)
    for scale, forms in reversed(scale_words("en")):
        if scale >= _LEAST_SCALED and _suits(value, scale):
            return f"{number_in_digits(value / scale, 'en')} {forms[0]} {name}"
    return f"{number_in_digits(value, 'en')} {name}"


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
    number = "" if figure.value is None else f"{number_in_digits(figure.value, 'en')} "
    return f"{number}{figure.unit}"


def _suits(value: float, scale: float) -> bool:
    """Whether a value is short in a scale: at least one of it, with no more than two decimals."""
    share = value / scale
    return share >= 1 and abs(round(share, 2) - share) < 1e-9 * share
