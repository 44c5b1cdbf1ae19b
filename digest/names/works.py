"""Works that bear a known name: the film "كولونيا".

Pure; the words that say so are data, `rules/headwords.yml`.
"""

from __future__ import annotations

from functools import cache

from digest.names.lexicon import Hit
from digest.names.tokens import Tokens, attached
from digest.names.wordlists import heads, with_article

_OPENING, _CLOSING = frozenset("«“\"'("), frozenset("»”\"')")


def names_work(hit: Hit, tokens: Tokens) -> bool:
    """Whether a name alone in quotation marks is a work's: behind its kind, or before who made it."""
    if hit.skip or tokens.before(hit.first)[-1:] not in _OPENING:
        return False
    if tokens.before(hit.last)[:1] not in _CLOSING:
        return False
    before = tokens.words[hit.first - 1] if hit.first else ""
    after = tokens.words[hit.last] if hit.last < len(tokens.words) else ""
    return before in _kinds() or after in _makers()


@cache
def _kinds() -> frozenset[str]:
    """Return the kinds of works with the particles and the article that they may have."""
    return frozenset[str]().union(*map(attached, with_article(heads("works"))))


@cache
def _makers() -> frozenset[str]:
    return frozenset("لل" + word for word in heads("makers"))
