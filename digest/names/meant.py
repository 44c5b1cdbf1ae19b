"""Whether a name that is an everyday word too is meant as one: `في مالي`, not `دعم مالي`.

Pure; the words are data, `rules/commonwords.yml`.
"""

from __future__ import annotations

from functools import cache

from digest.names.lexicon import Hit, name_words
from digest.names.tokens import Tokens, stems
from digest.names.wordlists import words_of
from digest.names.words import DEFINITE, FLAGS, FUNCTION, NISBA, PLACE, REALM, SAYING, TITLE, listed
from digest.rules import default_rules
from digest.text import fold

_NEAR = 5
"""Words on either side of a name among which one tells what else it means."""


@cache
def everyday(key: str) -> frozenset[str]:
    """Return one of the word lists of `commonwords.yml`, folded."""
    return frozenset(words_of(default_rules().table("commonwords")[key]))


def is_meant(hit: Hit, tokens: Tokens, hits: dict[int, Hit]) -> bool:
    """Whether a name that is an everyday word too is meant as one: `في مالي`, not `دعم مالي`."""
    at, stem = hit.first, hit.stem
    if stem in _phrases() and _in_phrase(at, stem, tokens):
        return False
    if hit.last - at > 1:
        return True
    if stem in everyday("towns"):
        return _stands_as_place(hit, tokens, hits)
    if stem in everyday("kin_towns"):
        return not _is_of_kin(hit, tokens)
    if stem in _meant_near():
        return _is_led(hit, tokens) or not _is_near(at, _meant_near()[stem], tokens)
    return stem not in everyday("homographs") or _is_named(hit, tokens, hits)


def _is_named(hit: Hit, tokens: Tokens, hits: dict[int, Hit]) -> bool:
    """Whether the word before an everyday one makes it a name: `في مالي`, `حكومة مالي`."""
    at = hit.first
    if not tokens.joined[at]:
        return True
    if hit.skip:
        return tokens.words[at][hit.skip - 1] in "بل" or any(one.last == at for one in hits.values())
    before = tokens.words[at - 1]
    says = before[-1] == "ت" and any(listed(stem) & SAYING for _, stem in stems(before))
    feminine = says or (before[-1] == "ه" and not listed(before) & FUNCTION)
    if feminine and not hit.stem.startswith("ال"):
        return True
    return any(stem in everyday("before_homographs") for _, stem in stems(before))


def _stands_as_place(hit: Hit, tokens: Tokens, hits: dict[int, Hit]) -> bool:
    """Whether a town's name that is an everyday word too stands where a place's does: `ريف حمص`, `جدة - `."""
    at, words, joined = hit.first, tokens.words, tokens.joined
    beside = any(one.last == at for one in hits.values())
    if hit.skip:
        return words[at][hit.skip - 1] in "بل" or beside
    if joined[at]:
        before = [stem for _, stem in stems(words[at - 1])]
        led = any(stem in everyday("before_towns") or listed(stem) & (PLACE | REALM) for stem in before)
        return led or any(stem in everyday("before_homographs") for stem in before)
    opens = at == 0 or "\n" in tokens.before(at)
    return beside or not joined[hit.last] or (opens and words[hit.last].startswith("ت"))


def _is_of_kin(hit: Hit, tokens: Tokens) -> bool:
    """Whether a town's name is a relative here: `قالت جدة الطفل`, `مع جده` (his grandfather)."""
    at, words, joined = hit.first, tokens.words, tokens.joined
    if hit.skip and words[at][hit.skip - 1] in "بل":
        return False
    if joined[at] and any(stem in everyday("before_homographs") for _, stem in stems(words[at - 1])):
        return False
    if tokens.written(at).endswith("ه") or (joined[at] and listed(words[at - 1]) & SAYING):
        return True
    if not joined[hit.last]:
        return False
    following = words[hit.last]
    if following.startswith("ال") and following[2:] in everyday("kin"):
        return True
    mine = FLAGS[following]
    return bool(mine & DEFINITE) and not mine & (NISBA | TITLE) and following[-1] != "ه"


def _is_led(hit: Hit, tokens: Tokens) -> bool:
    """Whether `in` or a word of places leads to a name: `في جنين`, `مخيم جنين`."""
    at = hit.first
    if hit.skip or not tokens.joined[at]:
        return tokens.words[at][: hit.skip].endswith("ب")
    return tokens.words[at - 1] == "في" or bool(listed(tokens.words[at - 1]) & PLACE)


def _is_near(at: int, told: frozenset[str], tokens: Tokens) -> bool:
    """Whether one of some words stands near a word, in its sentence."""
    near = range(max(0, at - _NEAR), min(len(tokens.words), at + _NEAR + 1))
    sentence = tokens.sentence(at)
    return any(tokens.words[one] in told for one in near if one in sentence)


def _in_phrase(at: int, stem: str, tokens: Tokens) -> bool:
    """Whether a name stands in a phrase that does not mean it: `خام غرب تكساس`."""
    for words, place in _phrases()[stem]:
        first = at - place
        rest = tokens.words[first + 1 : first + len(words)] if first >= 0 else ()
        if rest == words[1:] and any(word == words[0] for _, word in stems(tokens.words[first])):
            return True
    return False


@cache
def unsure_words() -> frozenset[str]:
    """Return every first word of names that `is_meant` decides about; all others are meant."""
    return frozenset(_phrases()).union(_meant_near(), *map(everyday, ("towns", "kin_towns", "homographs")))


@cache
def _meant_near() -> dict[str, frozenset[str]]:
    """Return names to the words near which they mean something else."""
    items = default_rules().table("commonwords")["meant_near"]
    return {fold(item["name"]): frozenset(words_of(item["words"])) for item in items}


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """Return, for each word of the phrases that mean no name, the phrases and its place in them."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for phrase in default_rules().table("commonwords")["no_names"]:
        words = name_words(phrase)
        for place, word in enumerate(words):
            found.setdefault(word, []).append((words, place))
    return found
