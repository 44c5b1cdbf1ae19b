"""Where a phrase that names a speaker ends: by marks, by words that begin something else. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from digest.names.words import COMMON, TITLE, flags, is_common_by_itself
from digest.speech.cues import addressed, saying_words, words
from digest.text import KEPT_WORDS

ENDS_PHRASE = re.compile(r"[:.!?؟…؛;،,()\[\]\"“”«»„‹›]|\s[-–—]|[-–—]\s|\n")

_NOUN = 5
"""Letters of ل with a feminine noun, at most."""


def ends_phrase(between: str) -> bool:
    """Whether what stands between two words ends a phrase."""
    # Most words have one space between them.
    return between != " " and ENDS_PHRASE.search(between) is not None


def says(word: str) -> bool:
    """Whether a word is a verb of saying."""
    return word in saying_words()


@lru_cache(maxsize=KEPT_WORDS)
def by_noun(word: str) -> bool:
    """Whether a word is a preposition ب with an everyday noun: `بالعلاقات`."""
    return word[0] == "ب" and len(word) > 2 and bool(flags(word[1:]) & COMMON)


@lru_cache(maxsize=KEPT_WORDS)
def for_noun(word: str) -> bool:
    """Whether a word is ل with an everyday noun, a title or somebody's: `للسكان`, `لوزير`, `لوزرائه`."""
    if word[0] != "ل" or len(word) < 3 or is_common_by_itself(word):
        return False
    his = word.endswith(("ها", "هم")) or (word.endswith("ه") and len(word) > _NOUN)
    return his or word[1] == "ل" or bool(flags(word[1:]) & (COMMON | TITLE))


@lru_cache(maxsize=KEPT_WORDS)
def breaks(word: str) -> bool:
    """Whether a word begins what is no part of a speaker's name."""
    if word in words("breaks") or word in words("that") or (word[1:] in words("that") and word[0] in "وف"):
        return True
    return addressed(word)


def sentence_break(between: str) -> bool:
    """Whether what stands between two words ends a sentence."""
    return any(mark in between for mark in ".!?؟…\n")
