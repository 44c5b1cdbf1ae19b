"""Places that are written alike: the state of Oman and Amman, the Tyre of one country and that of another.

Pure; the pairs and the words that tell them apart are `rules/commonwords.yml`.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from digest.names.lexicon import Hit, Lexicon
from digest.names.tokens import Tokens, attached
from digest.names.wordlists import words_of
from digest.rules import default_rules
from digest.text import fold


class _Twin(NamedTuple):
    """A name that two places share once folded."""

    other: str
    """Id of the place that does not own it in the vocabulary."""
    marked: str
    """How the text writes the other one, where it marks vowels."""
    before: frozenset[str]
    """Words right before the name that make it the other's."""
    told: frozenset[str]
    """Words that make it the other's anywhere, …"""
    unless: frozenset[str]
    """… where none of these stands in the text."""


def tell_apart(hits: dict[int, Hit], tokens: Tokens, lexicon: Lexicon) -> None:
    """Give each name that two places share to the one that is meant; drop what is neither."""
    twins, words, joined = _twins(), tokens.words, tokens.joined
    shared = [at for at, hit in hits.items() if hit.stem in twins and hit.last - at == 1]
    for hit in map(hits.__getitem__, shared):
        twin = twins[hit.stem]
        if twin.other in lexicon.countries and _is_other(twin, hit, tokens):
            hits[hit.first] = hit._replace(id=twin.other)
    described = [hit for hit in hits.values() if joined[hit.last] and words[hit.last][-1] == "ه"]
    for hit in described:
        if _is_elsewhere(hit, tokens, lexicon):
            del hits[hit.first]


def _is_other(twin: _Twin, hit: Hit, tokens: Tokens) -> bool:
    if twin.marked in tokens.written(hit.first):
        return True
    if tokens.joined[hit.first] and tokens.words[hit.first - 1] in twin.before:
        return True
    return not twin.told.isdisjoint(tokens.words) and twin.unless.isdisjoint(tokens.words)


def _is_elsewhere(hit: Hit, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether a city is said to be another country's by the feminine behind it: `مدينة صور العمانية`."""
    last = hit.last
    if not tokens.words[last].startswith("ال"):
        return False
    if not hit.stem.startswith(_city()) and tokens.words[hit.first - 1] not in attached(_city()):
        return False
    adjective = lexicon.adjectives[tokens.words[last]]
    country = lexicon.nationalities.get(adjective)
    return country not in (None, lexicon.countries[hit.id])


@cache
def _city() -> str:
    return fold("مدينة")


@cache
def _twins() -> dict[str, _Twin]:
    def forms(text: str) -> frozenset[str]:
        return frozenset[str]().union(*map(attached, words_of(text)))

    return {
        fold(item["name"]): _Twin(
            item["other"], item["marked"], forms(item["before"]), forms(item["told"]), forms(item["unless"])
        )
        for item in default_rules().table("commonwords")["twins"]
    }
