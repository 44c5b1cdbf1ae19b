"""Tells everyday words (`rules/commonwords.yml`) from those that may begin an unknown name. Pure."""

from __future__ import annotations

from functools import cache

from digest.rules import default_rules
from digest.text import fold


def is_everyday(word: str) -> bool:
    """Whether a folded word is a noun or an adjective of everyday prose, with its article or its ending."""
    plain = word.removeprefix("ال")
    return plain in _everyday() or (len(plain) > _SHORT and plain.endswith("ه") and plain[:-1] in _everyday())


_SHORT = 3


@cache
def _everyday() -> frozenset[str]:
    table = default_rules().table("commonwords")
    return frozenset(fold(word) for key in ("nouns", "adjectives") for word in table[key].split())
