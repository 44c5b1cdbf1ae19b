"""The word lists of the rules that recognise names, folded and ready to look up.

Reads `rules/titles.yml` and its neighbours through `digest.rules`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from digest.names.tokens import stems
from digest.rules import default_rules
from digest.text import KEPT_WORDS, fold


@cache
def titles(*classes: str) -> frozenset[str]:
    """Return the titles of some classes (of all, where none is given), with and without the article."""
    rules = default_rules().table("titles")["classes"]
    return with_article(
        word for rule in rules if not classes or rule["id"] in classes for word in words_of(rule["words"])
    )


@cache
def title_words(key: str) -> frozenset[str]:
    """Return one of the word lists beside the classes of `titles.yml`: `counterparts`, `silent`, …."""
    return frozenset(words_of(default_rules().table("titles")[key]))


@cache
def weekdays() -> frozenset[str]:
    """Return the names of the days of the week, folded."""
    return frozenset(map(fold, default_rules().table("datelines")["weekdays"]))


@cache
def heads(key: str) -> frozenset[str]:
    """Return one of the word lists beside the classes of `headwords.yml`, as they stand in a name.

    `honoured` and `joined` ones have the article there.
    """
    article = "ال" if key in ("honoured", "joined") else ""
    return frozenset(article + word for word in words_of(default_rules().table("headwords")[key]))


def words_of(text: str) -> list[str]:
    """Fold the words of a rule file's block of words."""
    return fold(text).lower().split()


def with_article(words: Iterable[str]) -> frozenset[str]:
    """Return the words with and without the article; one written with it only with it."""
    return frozenset(
        form for word in words for form in (word, word if word.startswith("ال") else "ال" + word)
    )


@lru_cache(maxsize=KEPT_WORDS)
def bare(word: str, known: frozenset[str]) -> str | None:
    """Return `word` without attached particles, where that is one of `known`."""
    return next((stem for _, stem in stems(word) if stem in known), None)
