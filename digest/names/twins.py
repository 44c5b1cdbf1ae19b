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

_DASHES = frozenset("-–—")


class _Twin(NamedTuple):
    """A name that two places share once folded."""

    other: str
    """Id of the place that does not own it in the vocabulary."""
    marked: str | None
    """How the text writes the other one, where it marks vowels."""
    before: frozenset[str]
    """Words right before the name that make it the other's."""
    leads: frozenset[str]
    """Words right before the name behind which the owner is likelier: one arrives in a city."""
    told: frozenset[str]
    """Words that speak of the other one's country, beside its names and adjectives."""


class _Evidence:
    """Which words of a text speak of a country."""

    def __init__(self, hits: dict[int, Hit], tokens: Tokens, lexicon: Lexicon) -> None:
        self._hits, self._tokens, self._lexicon = hits, tokens, lexicon
        self._found: dict[tuple[str | None, frozenset[str]], list[int]] = {}

    def of(self, country: str | None, told: frozenset[str] = frozenset()) -> list[int]:
        """Return the words that speak of a country; the names that twins share do not."""
        key = country, told
        if key not in self._found:
            self._found[key] = self._look(country, told)
        return self._found[key]

    def _look(self, country: str | None, told: frozenset[str]) -> list[int]:
        nationalities, adjectives = self._lexicon.nationalities, self._lexicon.adjectives
        words = self._tokens.words
        speaking = {
            word for word in {*words} if word in told or nationalities.get(adjectives[word]) == country
        }
        found = [at for at, word in enumerate(words) if word in speaking] if speaking else []
        named = (hit for hit in self._hits.values() if self._lexicon.countries.get(hit.id) == country)
        return found + [hit.first for hit in named if hit.stem not in _twins()]


def tell_apart(hits: dict[int, Hit], tokens: Tokens, lexicon: Lexicon) -> None:
    """Give each name that two places share to the one that is meant; drop what is neither."""
    twins, words, joined = _twins(), tokens.words, tokens.joined
    shared = [hit for hit in hits.values() if hit.stem in twins and hit.last - hit.first == 1]
    evidence = _Evidence(hits, tokens, lexicon)
    others = [hit for hit in shared if _is_other(twins[hit.stem], hit, hits, tokens, lexicon, evidence)]
    for hit in others:
        hits[hit.first] = hit._replace(id=twins[hit.stem].other)
    described = [hit for hit in hits.values() if joined[hit.last] and words[hit.last][-1] == "ه"]
    for hit in described:
        if _is_elsewhere(hit, tokens, lexicon):
            del hits[hit.first]


def _is_other(
    twin: _Twin, hit: Hit, hits: dict[int, Hit], tokens: Tokens, lexicon: Lexicon, evidence: _Evidence
) -> bool:
    if twin.other not in lexicon.countries:
        return False
    if twin.marked and twin.marked in tokens.written(hit.first):
        return True
    if twin.leads and _is_city(hit, hits, tokens, lexicon, twin):
        return False
    before = tokens.words[hit.first - 1] if tokens.joined[hit.first] else ""
    return before in twin.before or _is_told(twin, hit, before, tokens, lexicon, evidence)


def _is_told(
    twin: _Twin, hit: Hit, before: str, tokens: Tokens, lexicon: Lexicon, evidence: _Evidence
) -> bool:
    """Whether the text speaks of the other's country, and more than of the owner's where of both."""
    its = evidence.of(lexicon.countries[twin.other], twin.told)
    own = evidence.of(lexicon.countries[hit.id])
    if not its or not own:
        return bool(its)
    near = tokens.sentence(hit.first)
    its_near, own_near = (sum(at in near for at in told) for told in (its, own))
    if twin.leads and (hit.skip or before in twin.leads):
        return len(its) > len(own) and not own_near
    return (its_near, len(its)) > (own_near, len(own))


def _is_city(hit: Hit, hits: dict[int, Hit], tokens: Tokens, lexicon: Lexicon, twin: _Twin) -> bool:
    """Whether a name opens a line as a dateline does, or stands beside another city: `عمان ومسقط`."""
    opens = hit.first == 0 or "\n" in tokens.before(hit.first)
    if opens and tokens.before(hit.last).strip()[:1] in _DASHES:
        return True
    following = hits.get(hit.last)
    beside = following is not None and following.skip and tokens.joined[hit.last]
    return bool(beside) and lexicon.countries[hits[hit.last].id] == lexicon.countries[twin.other]


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
            item["other"],
            item.get("marked"),
            *(forms(item[key]) for key in ("before", "leads", "told")),
        )
        for item in default_rules().table("commonwords")["twins"]
    }
