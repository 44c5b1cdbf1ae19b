"""What is counted without being a unit that the rules know: `40 قذيفة`, `12 ألف قرص`, `8 مصانع`; `إصابة 12`.

Pure. A noun counts where its form is the one that its number governs (three to ten: a plural; eleven to
ninety-nine: an accusative; a hundred and more: a singular), and nothing else begins with it.
"""

from __future__ import annotations

import re
from functools import cache

from digest.figures.numbers import Number
from digest.figures.row import Found, Phrase, Row
from digest.figures.units import PLAIN, forms, units, word_set
from digest.names.tokens import stems
from digest.names.wordlists import words_of
from digest.names.words import (
    DEFINITE,
    FOREIGN,
    FUNCTION,
    GIVEN,
    OTHER,
    SAYING,
    flags,
    is_common_by_itself,
)
from digest.rules import default_rules
from digest.text import Memo

_PLURAL = re.compile(".{3,}(?:ات|ين)|ا..ا.|ا...ه|ا.{2,3}اء|.وا.ي?.|م.ا.ي?.|..اي.|..ا.ي?.|.{3}اء|..و.|...ان")
"""Forms of plurals, folded."""
_ACCUSATIVE = re.compile("[^ه]{2,}[^هن]ا|[^ه]{2,}نا|.{3,}ه")
"""Forms of a singular behind eleven to ninety-nine: `قرصا`, `قذيفه`."""
_SINGULAR = re.compile(".*[^ايىه]|.*[^ات]ه")
"""Forms of a singular behind a hundred: no accusative, no adjective of belonging."""
_ENDINGS = ("", "ا", "ه", "ات")
"""What an adjective ends with behind a number."""
_NOT_SINGULAR = ("ين", "ون", "ات", "وا")
_YEARS = range(1900, 2101)
"""Numbers in digits that are rather years."""
_LEAST, _TENS, _HUNDRED = 3, 11, 100
"""Where the numbers begin that govern one form each: `_OF_FEW`, `_OF_TENS` and `_OF_HUNDREDS`."""
_OF_FEW, _OF_TENS, _OF_HUNDREDS = 1, 2, 4


def counted(row: Row, number: Number) -> Found | None:
    """What a number counts by the noun right behind it, or by what befell those it counts."""
    if number.fraction or number.value < _LEAST or not float(number.value).is_integer():
        return None
    if row.follows(number.end) and _is_noun(row, number):
        what = Phrase(number.end, number.end + 1)
        return Found(number.value, PLAIN, "", number.first, number.end, what.end, number.skip, what)
    return _of_people(row, number)


def _is_noun(row: Row, number: Number) -> bool:
    governing = _FORMS[row.word(number.end)]
    if not governing or _is_label(row.word(number.first - 1)):
        return False
    last = int(number.value) % _HUNDRED
    plain_year = number.digits and not number.scaled and int(number.value) in _YEARS
    if plain_year or last in (1, 2):
        return False
    few = _OF_FEW if last < _TENS else _OF_TENS
    return bool(governing & (_OF_HUNDREDS if number.scaled or last == 0 else few))


def _forms(word: str) -> int:
    """Which numbers govern a word as a noun that they count."""
    if not word or not _may_be_noun(word):
        return 0
    few = _PLURAL.fullmatch(word) is not None and not word.endswith("وا")
    return _OF_FEW * few | _OF_TENS * _is_accusative(word) | _OF_HUNDREDS * _is_singular(word)


_FORMS = Memo(_forms)
"""Which numbers govern each folded word."""


def _may_be_noun(word: str) -> bool:
    """Whether a word may be an indefinite noun, no unit, with nothing attached and nothing else meant."""
    mine = flags(word)
    if mine & (FUNCTION | SAYING | DEFINITE | OTHER | GIVEN) or word.startswith("ال"):
        return False
    if word in forms() or word in word_set("uncounted") or word[0] == "ي":
        return False
    if word.removesuffix("ا") in _everyday("verbs") or _is_adjective(word):
        return not _everyday("nouns").isdisjoint((word, word.removesuffix("ا")))
    # No preposition stands before an accusative.
    return word[0] not in ("و" if word.endswith("ا") else "وبل") or is_common_by_itself(word)


def _is_adjective(word: str) -> bool:
    known = _everyday("adjectives") - _everyday("nouns")
    return any(word.removesuffix(ending) in known for ending in _ENDINGS)


@cache
def _everyday(key: str) -> frozenset[str]:
    """Everyday nouns, adjectives or verbs."""
    return frozenset(words_of(default_rules().table("commonwords")[key]))


def _is_singular(word: str) -> bool:
    return (
        not word.endswith(_NOT_SINGULAR)
        and _SINGULAR.fullmatch(word) is not None
        and not flags(word) & FOREIGN
    )


def _is_accusative(word: str) -> bool:
    belongs = word.endswith("يا") and not is_common_by_itself(word)
    plural = word.endswith("وا") and word[:-1] not in _everyday("nouns")
    return _ACCUSATIVE.fullmatch(word) is not None and not (belongs or plural or word.endswith("ها"))


def _is_label(word: str) -> bool:
    """Whether the word before a number makes it part of a name: `بي 52`, `Su 35`."""
    mine = flags(word) if word else 0
    return bool(mine & OTHER) or (0 < len(word) <= 2 and not mine & FUNCTION)


def _of_people(row: Row, number: Number) -> Found | None:
    """`وإصابة 12`: people, where nothing else is counted."""
    before = row.word(number.first - 1)
    skip = next((cut for cut, stem in stems(before) if stem in word_set("befell")), None) if before else None
    if skip is None or not row.spaced(number.first, number.first - 1):
        return None
    after = row.word(number.end) if row.spaced(number.end, number.end - 1) else ""
    if after and not flags(after) & FUNCTION and not after.startswith("و"):
        return None
    what = Phrase(number.first - 1, number.first, skip)
    return Found(number.value, units()["person"], "", number.first, number.end, number.end, number.skip, what)
