"""Whether a known person's name is only the beginning of another's: `دونالد ترامب الابن`, `محمد صلاح الدين`.

Pure; the words that tell are `rules/givennames.yml`, the houses those of the vocabulary's names.
"""

from __future__ import annotations

from functools import cache

from digest.model import EntityKind
from digest.names.context import Candidate, Context
from digest.names.lexicon import Hit, Lexicon
from digest.names.surnames import continues
from digest.names.wordlists import words_of
from digest.names.words import (
    ALSO,
    COMMON,
    FOREIGN,
    FUNCTION,
    GIVEN,
    KUNYA,
    LINK,
    TITLE,
    given_stem,
    is_arabic_given,
)
from digest.rules import default_rules


def another(context: Context, hit: Hit, end: int, lexicon: Lexicon) -> Candidate | None:
    """Find the unknown person whose name begins with that of the person of a hit.

    `end` is where the hit ends with fathers and house.
    """
    last = _other_house(context, hit, end, lexicon) if end > hit.last else None
    last = last or (_goes_on(context, hit, end) if context.joined[end] else None)
    if last is None:
        return None
    return context.candidate(hit.first, last, EntityKind.PERSON, "longer", (hit.skip, hit.stem))


def _goes_on(context: Context, hit: Hit, end: int) -> int | None:
    if context.words[end] in _after_names():
        return end + 1
    if hit.last - hit.first == 1:
        return _of_two(hit, context.hits.get(end))
    return end + 1 if _is_family(context, end) or _is_father(context, hit, end) else None


def _of_two(hit: Hit, following: Hit | None) -> int | None:
    """`هانيبال القذافي`: two persons' names of one word."""
    if following is None or following.rule != "surname" or hit.rule == "surname":
        return None
    return following.last if following.id != hit.id and not following.skip else None


def _is_family(context: Context, at: int) -> bool:
    """Whether a word is a family's name behind given names alone: `محمد بن راشد الهاملي`."""
    word = context.words[at]
    if not (word.startswith("ال") and word.endswith("ي")) or context.flags[at] & (COMMON | FUNCTION | TITLE):
        return False
    given = is_arabic_given(context.words[at - 1]) or context.words[at - 2] == "بن"
    return given and not context.nationality(at)


def _is_father(context: Context, hit: Hit, at: int) -> bool:
    """Whether a given name alone behind a full one of Arabs is the father's: `عادل عبد المهدي حسين`.

    A name of more words is somebody else's: `عين قيس سعيد سارة الزعفراني`.
    """
    mine, word = context.flags[at], context.words[at]
    if not mine & GIVEN or mine & (FUNCTION | ALSO | TITLE | KUNYA) or at in context.covered:
        return False
    if given_stem(word) != (0, word) or not (is_arabic_given(word) and is_arabic_given(hit.stem)):
        return False
    after = context.after(at)
    return not after & (GIVEN | LINK | KUNYA | FOREIGN) and not continues(context, at + 1, 1)


def _other_house(context: Context, hit: Hit, end: int, lexicon: Lexicon) -> int | None:
    """The end of a name whose house is not the person's nor, where none is known, one of the country's."""
    if context.words[end - 2] != "ال":
        return None
    house, country = context.words[end - 1], lexicon.countries[hit.id] or ""
    known = lexicon.houses.get(hit.id) or lexicon.houses.get(country, frozenset())
    return end if known and house not in known else None


@cache
def _after_names() -> frozenset[str]:
    return frozenset(words_of(default_rules().table("givennames")["after_names"]))
