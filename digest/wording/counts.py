"""How many of what, in words: `3 مقالات`, `3 articles`.

Pure. The forms are `rules/counts.yml`; which one a number takes is
CLDR's plural rule (Unicode TR 35, by Babel).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from babel import Locale
from babel.numbers import format_decimal

from digest.rules import default_rules

CATEGORIES = {"ar": ("zero", "one", "two", "few", "many", "other"), "en": ("one", "other")}
"""The order in which a language's forms stand in `counts.yml`."""

RANGE = "–"
"""What stands between the ends of a range, in both languages (CLDR's `miscPatterns`)."""
_KEPT = 1 << 13
"""How many numbers are kept as they were said."""


def count_in_words(number: int, key: str, language: str) -> str:
    """Say how many, e.g. `(2, "article", "ar")` is `مقالتان`.

    `key` is a noun of `counts.yml`; `language` is `ar` or `en`. Raises KeyError for others.
    """
    form = CATEGORIES[language].index(plural_category(number, language))
    forms: list[str] = default_rules().table("counts")[language][key]
    return forms[form].replace("{n}", number_in_digits(number, language))


@lru_cache(_KEPT)
def plural_category(number: float, language: str) -> str:
    """CLDR's plural category of a number; a whole float counts as its integer."""
    whole = int(number) if float(number).is_integer() else number
    category: str = _locale(language).plural_form(abs(whole))
    return category


@lru_cache(_KEPT)
def number_in_digits(number: float, language: str) -> str:
    """A number with the separators of the language, at most three decimals: `1,234.5`."""
    return str(format_decimal(number, format="#,##0.###", locale=_locale(language)))


def range_in_digits(ends: Sequence[float], language: str) -> str:
    """One number, or two as the ends of a range: `10–15`."""
    return RANGE.join(number_in_digits(end, language) for end in ends)


def range_category(ends: Sequence[float], language: str) -> str:
    """The plural category of one number, or of a range of two (CLDR's `pluralRanges`)."""
    category = plural_category(ends[-1], language)
    return "other" if len(ends) > 1 and category in ("one", "two") else category


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language)
