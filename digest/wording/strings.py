"""What the site says in its own words, in either language: looks up `rules/strings.yml`. Pure."""

from __future__ import annotations

from functools import cache
from typing import Literal

from digest.errors import RulesError
from digest.rules import default_rules

Language = Literal["ar", "en"]
LANGUAGES: tuple[Language, Language] = ("ar", "en")
"""The languages of the site; the first is the articles' own."""


def say(key: str, language: Language) -> str:
    """The words of a key; `{name}` in them stands for values. Raises RulesError for an unknown key."""
    try:
        return _strings()[key][language]
    except KeyError:
        raise RulesError(f"there are no words for {key!r}", file="digest/rules/strings.yml") from None


def has_words(key: str) -> bool:
    """Whether there are words for a key."""
    return key in _strings()


def direction(language: str) -> Literal["rtl", "ltr"]:
    """The direction a language is written in, as HTML's `dir` has it."""
    return "rtl" if language == "ar" else "ltr"


@cache
def _strings() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = default_rules().table("strings")
    return table
