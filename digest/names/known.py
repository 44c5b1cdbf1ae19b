"""Names that the vocabulary has, where they stand.

Pure.
"""

from __future__ import annotations

from functools import cache

from digest.names.lexicon import Hit, Lexicon
from digest.names.tokens import Tokens, stems
from digest.names.wordlists import bare, title_words, words_of
from digest.rules import default_rules
from digest.text import fold

_ALIKE = frozenset(("ان", "الي", "علي"))
_PARTICLES = frozenset(("إن", "أن", "إلى", "على"))
"""What folding makes like the end of a name, and what it was."""


def find_hits(tokens: Tokens, called: frozenset[int], lexicon: Lexicon) -> dict[int, Hit]:
    """Find the vocabulary's names, longest first from left to right, by the index of their first word.

    `called` are the words right after a head word of an outlet or a firm (`قناة`).
    """
    hits: dict[int, Hit] = {}
    last = 0
    for index in sorted(called.union(lexicon.names.starts(tokens.words))):
        if index < last:
            continue
        hit = lexicon.names.longest(tokens, index)
        if index in called:
            hit = _longer(lexicon.signatures.longest(tokens, index), hit)
        if hit and _is_of_today(hit, tokens):
            hit = lexicon.names.longest(tokens, index, hit.last - 1)
        if hit and as_written(hit, tokens) and _is_meant(hit, tokens, hits):
            hit = _without_title(hit, tokens, lexicon)
            hits[hit.first] = hit
            last = hit.last
    return hits


def as_written(hit: Hit, tokens: Tokens) -> bool:
    """Whether what folding made alike was meant: شي is not شئ, and شي إن not شي آن."""
    word = tokens.words[hit.last - 1]
    if hit.last - hit.first > 1:
        return word not in _ALIKE or tokens.written(hit.last - 1) not in _PARTICLES
    return len(word) > 3 or tokens.written(hit.last - 1)[-1] not in "ئىء"


def _is_meant(hit: Hit, tokens: Tokens, hits: dict[int, Hit]) -> bool:
    """Whether a name that is an everyday word too is meant as one: `في مالي`, not `دعم مالي`."""
    at = hit.first
    if hit.last - at > 1 or hit.stem not in _everyday("homographs") or not tokens.joined[at]:
        return True
    if hit.skip:
        return tokens.words[at][hit.skip - 1] in "بل" or any(one.last == at for one in hits.values())
    before = tokens.words[at - 1]
    feminine = before[-1] == "ه" and not hit.stem.startswith("ال")
    return feminine or any(stem in _everyday("before_homographs") for _, stem in stems(before))


def _is_of_today(hit: Hit, tokens: Tokens) -> bool:
    """Whether a name that ends with `today` tells of the day: `في بغداد اليوم الأحد` names no newspaper."""
    last = hit.last
    if last - hit.first == 1 or tokens.words[last - 1] not in _everyday("today"):
        return False
    day = tokens.joined[last] and tokens.words[last] in _weekdays()
    return day or (tokens.joined[hit.first] and tokens.words[hit.first - 1] in _everyday("before_today"))


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(map(fold, default_rules().table("datelines")["weekdays"]))


@cache
def _everyday(key: str) -> frozenset[str]:
    return frozenset(words_of(default_rules().table("commonwords")[key]))


def _longer(signature: Hit | None, hit: Hit | None) -> Hit | None:
    if signature is None or (hit is not None and hit.last > signature.last):
        return hit
    return signature


def _without_title(hit: Hit, tokens: Tokens, lexicon: Lexicon) -> Hit:
    """Leave out a title (`الملك`, `دولة`) where the rest is a name of the same one."""
    if hit.last - hit.first == 1 or bare(tokens.words[hit.first], title_words("before_known")) is None:
        return hit
    rest = lexicon.names.longest(tokens, hit.first + 1)
    return rest if rest and rest.last == hit.last and rest.id == hit.id and not rest.skip else hit
