"""Names of places and bodies that are a part of a person's: `سيدني سويني`, `كلاوس` as ك and a country.

Pure.
"""

from __future__ import annotations

from collections.abc import Sequence

from digest.names.lexicon import Hit, Lexicon
from digest.names.meant import everyday
from digest.names.tokens import Tokens
from digest.names.words import DEFINITE, FOREIGN, GIVEN, PATTERN, SAYING, TITLE, listed, verbs

_LIKE = "ك"
_FEMININE = ("ه", "ات")
"""Endings that an adjective or a plural has rather than a foreign surname."""
_THAT = frozenset(("ان", "انه", "انها"))


def is_of_person(hit: Hit, tokens: Tokens, flags: Sequence[int], lexicon: Lexicon) -> bool:
    """Whether a known name of one word is somebody's first name, with the word behind it, or his last."""
    if hit.last - hit.first > 1 or hit.id in lexicon.persons or hit.rule != "vocabulary":
        return False
    if hit.skip:
        return _is_cut(hit, tokens, flags, lexicon)
    if not tokens.joined[hit.first] or not tokens.joined[hit.last]:
        return False
    if _is_named_on(hit, tokens, flags, lexicon) and _is_led(hit.first, tokens, flags):
        return True
    given = flags[hit.first - 1] & GIVEN and _is_said(hit.last, tokens)
    return bool(given) and _is_led(hit.first - 1, tokens, flags)


def _is_cut(hit: Hit, tokens: Tokens, flags: Sequence[int], lexicon: Lexicon) -> bool:
    """Whether the ك before a name is its own letter: `كلاوس يوهانيس`, `كليمان توربان`."""
    word = tokens.words[hit.first]
    if word[hit.skip - 1] != _LIKE:
        return False
    return bool(listed(word[hit.skip - 1 :]) & GIVEN) or _is_named_on(hit, tokens, flags, lexicon)


def _is_named_on(hit: Hit, tokens: Tokens, flags: Sequence[int], lexicon: Lexicon) -> bool:
    """Whether a foreign word, or one before what is said, follows that is in no known name."""
    last = hit.last
    if not tokens.joined[last] or tokens.words[last][0] == "و" or tokens.words[last].endswith(_FEMININE):
        return False
    if not flags[last] & FOREIGN and not (flags[last] & PATTERN and _is_said(last + 1, tokens)):
        return False
    adjective = lexicon.adjectives[tokens.words[last]] in lexicon.nationalities
    return not adjective and not lexicon.begins[tokens.words[last]]


def _is_said(at: int, tokens: Tokens) -> bool:
    """Whether what is said begins at a word."""
    return tokens.joined[at] and tokens.words[at] in _THAT


def _is_led(at: int, tokens: Tokens, flags: Sequence[int]) -> bool:
    """Whether a verb, but of going there or being, or a title with the article stands before: `الممثل X`."""
    if not tokens.joined[at]:
        return False
    before, word = flags[at - 1], tokens.words[at - 1]
    if before & SAYING or (before & TITLE and before & DEFINITE):
        return True
    did = word.removeprefix("و").removeprefix("ف").removesuffix("ت")
    goes = {did, word}.intersection(everyday("before_towns"))
    return did in verbs() and not goes and did + "ت" not in everyday("before_homographs")
