"""Tells words for things and people in a picture from a writer's name, by their shape. Pure.

For words that no list knows: what stands before an agency may be a name, a city, or what a picture shows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from digest.clean.fields.everyday import is_everyday
from digest.clean.fields.fieldwords import is_given, is_place
from digest.clean.prose import is_function_word
from digest.clean.rows import words_of
from digest.rules import default_rules
from digest.text import fold

_CROWD = re.compile(r"(?:م[تنس]\w{3,}|م?.ا[^اوي][^اوي])(?:ون|ين)")
"""Those who do something: `متظاهرون`, `نازحين`."""
_MANY = re.compile(r"\w{4,}ات")
"""Several things: `شاحنات`."""
_DOING, _OF_MANY = re.compile(".ا..ه"), re.compile(r"ال\w{3,}ات")
"""What does something for others: `حاملة الطائرات`."""
_OF_FEMININE = re.compile(r"\w{2,}يه|م\w{3,}ه|.ا..ه")
"""Adjectives beside a feminine noun: `جوية`, `مهجورة`, `راسية`."""
_ALI = fold("على")
"""A preposition that is a name, too, when it is folded."""


def are_things(words: Sequence[str]) -> bool:
    """Whether some folded words name what a picture shows: their shape is a noun's, or words bind them."""
    first, rest = words[0], words[1:]
    named = is_given(first)
    if any(word in _binding() or is_function_word(word) for word in rest if not (named or word == _ALI)):
        return True
    if not rest or named or first.startswith("ال"):
        return False
    if _MANY.fullmatch(first) or (first.endswith("ه") and _is_adjective(rest[0])):
        return True
    if _DOING.fullmatch(first) and _OF_MANY.fullmatch(rest[0]):
        return True
    told = is_everyday(rest[0]) or rest[0].endswith(("ون", "ين"))
    return bool(_CROWD.fullmatch(first)) and told


def is_crowd(word: str) -> bool:
    """Whether a folded word is a plural of those who do something: `متظاهرون`."""
    return _CROWD.fullmatch(word.removeprefix("ال")) is not None


def are_seen(piece: str) -> bool:
    """Whether words in a city's place are things: such words, or a noun that no city's name begins with."""
    words = words_of(piece)
    if len(words) < _FEWEST or is_place(piece):
        return False
    named = words[0].removeprefix("ال") in _place_heads() or is_given(words[0])
    return are_things(words) or (is_everyday(words[0]) and not named)


_FEWEST = 2


def _is_adjective(word: str) -> bool:
    return _OF_FEMININE.fullmatch(word) is not None and not (word.startswith("ال") or is_given(word))


@cache
def _place_heads() -> frozenset[str]:
    return frozenset(map(fold, default_rules().table("fields")["place_heads"]))


@cache
def _binding() -> frozenset[str]:
    """Words that stand between a thing and where it is: `أمام`, `قرب`."""
    return frozenset(map(fold, default_rules().table("fields")["joining_words"]))
