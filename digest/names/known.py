"""Names that the vocabulary has, where they stand.

Pure.
"""

from __future__ import annotations

from digest.names.lexicon import Hit, Lexicon, longest
from digest.names.tokens import Tokens, stems
from digest.names.wordlists import bare, title_words


def find_hits(tokens: Tokens, lexicon: Lexicon) -> dict[int, Hit]:
    """Find the vocabulary's names, longest first from left to right, by the index of their first word."""
    hits: dict[int, Hit] = {}
    index = 0
    while index < len(tokens.words):
        hit = longest(lexicon.names, tokens, index) or _surname(tokens, lexicon, index)
        if hit is None:
            index += 1
        else:
            hit = _without_title(hit, tokens, lexicon)
            hits[hit.first] = hit
            index = hit.last
    return hits


def _without_title(hit: Hit, tokens: Tokens, lexicon: Lexicon) -> Hit:
    """Leave out a title (`الملك`, `دولة`) where the rest is a name of the same one."""
    if hit.last - hit.first == 1 or bare(tokens.words[hit.first], title_words("before_known")) is None:
        return hit
    rest = longest(lexicon.names, tokens, hit.first + 1)
    return rest if rest and rest.last == hit.last and rest.id == hit.id and not rest.skip else hit


def _surname(tokens: Tokens, lexicon: Lexicon, index: int) -> Hit | None:
    for skip, stem in stems(tokens.words[index]):
        owner = lexicon.surnames.get(stem)
        if owner:
            return Hit(index, index + 1, skip, owner, "surname")
    return None
