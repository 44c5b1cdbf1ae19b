"""How much a text reads like Arabic: the judge between decodings. Pure; its words are data."""

from __future__ import annotations

from functools import cache

from digest.rules import default_rules

_SAMPLE = 20_000


def plausibility(text: str) -> float:
    """From 0 (no Arabic) to about 2 (Arabic letters, and the words that any Arabic text has)."""
    sample = text[:_SAMPLE]
    letters = [sign for sign in sample if sign.isalpha()]
    if not letters:
        return 0.0
    arabic = sum("\u0621" <= sign <= "\u064a" for sign in letters)
    words = sample.split()
    common = sum(word in _common() for word in words)
    return arabic / len(letters) + min(1.0, 8 * common / max(len(words), 1))


@cache
def _common() -> frozenset[str]:
    return frozenset(default_rules().table("repairs")["common_words"])
