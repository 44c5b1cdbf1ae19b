"""Mentions of names that the vocabulary has.

Pure.
"""

from __future__ import annotations

from collections.abc import Iterator

from digest.model import Mention
from digest.names.lexicon import Hit, Lexicon, longest
from digest.names.tokens import Tokens, stems
from digest.vocabulary import Vocabulary


def known_mentions(tokens: Tokens, lexicon: Lexicon, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Yield the vocabulary's names in a text, longest first from left to right."""
    index = 0
    while index < len(tokens.words):
        hit = longest(lexicon.names, tokens, index)
        rule = "vocabulary"
        if hit is None:
            hit, rule = _surname(tokens, lexicon, index), "surname"
        if hit is None:
            index += 1
            continue
        yield as_mention(hit, tokens, vocabulary, rule)
        index = hit.last


def as_mention(hit: Hit, tokens: Tokens, vocabulary: Vocabulary, rule: str) -> Mention:
    """Turn a hit into a mention; `للأمم` gets its article's alef back in the mention's text."""
    span = tokens.span(hit.first, hit.last, hit.skip)
    text = tokens.text[span.start : span.end]
    if hit.skip and tokens.words[hit.first].startswith("لل", hit.skip - 1):
        text = "ا" + text
    return Mention(span, text, vocabulary.entries[hit.id].kind, hit.id, rule)


def _surname(tokens: Tokens, lexicon: Lexicon, index: int) -> Hit | None:
    for skip, stem in stems(tokens.words[index]):
        owner = lexicon.surnames.get(stem)
        if owner:
            return Hit(index, index + 1, skip, owner)
    return None
