"""Names that the vocabulary has, where they stand.

Pure.
"""

from __future__ import annotations

from digest.names.lexicon import Hit, Lexicon, longest
from digest.names.tokens import Tokens, stems


def find_hits(tokens: Tokens, lexicon: Lexicon) -> dict[int, Hit]:
    """Find the vocabulary's names, longest first from left to right, by the index of their first word."""
    hits: dict[int, Hit] = {}
    index = 0
    while index < len(tokens.words):
        hit = longest(lexicon.names, tokens, index) or _surname(tokens, lexicon, index)
        if hit is None:
            index += 1
        else:
            hits[index] = hit
            index = hit.last
    return hits


def _surname(tokens: Tokens, lexicon: Lexicon, index: int) -> Hit | None:
    for skip, stem in stems(tokens.words[index]):
        owner = lexicon.surnames.get(stem)
        if owner:
            return Hit(index, index + 1, skip, owner, "surname")
    return None
