"""Tells everyday words and verbs (`rules/commonwords.yml`) from those that may begin a name. Pure."""

from __future__ import annotations

from functools import cache

from digest.rules import default_rules
from digest.text import fold


def is_everyday(word: str) -> bool:
    """Whether a folded word is a noun or an adjective of everyday prose, with its article or its ending."""
    plain = word.removeprefix("ال")
    return plain in _everyday() or (len(plain) > _SHORT and plain.endswith("ه") and plain[:-1] in _everyday())


_SHORT = 3


def is_adjective(word: str) -> bool:
    """Whether a folded word is an everyday adjective and no noun, as many given names are: `نزيه`."""
    return word in _words("adjectives") and word not in _words("nouns")


def is_verb(word: str) -> bool:
    """Whether a folded word is a verb of the list, of one or of many, past, present or to come."""
    verbs = _verbs()
    if word in verbs or (word[-1:] in _LAST and any(word.removesuffix(end) in verbs for end in _ENDINGS)):
        return True
    if word.startswith(_TO_COME):
        return is_verb(word[1:])
    return word.startswith("ت") and f"ي{word[1:]}" in verbs


def is_of_past(word: str) -> bool:
    """Whether a folded word is such a verb of the past, as texts begin with and headlines do not."""
    present = word.startswith(("ي", *_TO_COME)) or (word.startswith("ت") and is_verb(f"ي{word[1:]}"))
    return is_verb(word) and not present


_LAST = ("ت", "ن", "ا")
_ENDINGS = ("ت", "ون", "وا")
_TO_COME = ("سي", "ست")


@cache
def _everyday() -> frozenset[str]:
    return _words("nouns") | _words("adjectives")


@cache
def _verbs() -> frozenset[str]:
    return _words("verbs")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(map(fold, default_rules().table("commonwords")[key].split()))
