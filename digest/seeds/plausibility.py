"""How much a text reads like Arabic: the judge between decodings. Pure; its words are data."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from digest.rules import default_rules

_SAMPLE = 20_000
_ARABIC = re.compile("[\u0621-\u064a]+")
ARABIC_BYTE = b"\x06"
"""The high byte of the Arabic letters."""
_ARABIC_LEADS = b"\xd8\xd9\xda\xdb"
"""What its letters begin with in UTF-8, and nothing else."""
_LETTER = re.compile(r"[^\W\d_]+")


def plausibility(text: str) -> float:
    """From 0 (no Arabic) to about 2 (Arabic letters, and the words that any Arabic text has)."""
    sample = text[:_SAMPLE]
    letters = _size(_LETTER, sample)
    if not letters:
        return 0.0
    words = sample.split()
    common = _common()
    known = sum(word in common for word in words)
    return _size(_ARABIC, sample) / letters + min(1.0, 8 * known / max(len(words), 1))


def is_arabic(text: str) -> bool:
    """Whether the beginning of a text is mostly Arabic letters, at a glance."""
    sample = text[:2000]
    # First bytes of the Arabic block; taking them away takes a hundredth of the time of a pattern.
    data = sample.encode("utf-8", "surrogatepass")
    return len(data) - len(data.translate(None, _ARABIC_LEADS)) > 0.6 * len(sample)


def is_of_neighbour(text: str) -> bool:
    """Whether a text in Arabic letters is of another language, as Persian or Urdu.

    It has letters that only such have: many, or some and hardly a word that any Arabic text has.
    """
    sample = text[:_SAMPLE]
    letters = [letter for letter in default_rules().table("repairs")["foreign_letters"] if letter in sample]
    if not letters:
        return False
    foreign = sum(map(sample.count, letters))
    words = sample.split()
    common = sum(word in _common() for word in words)
    return foreign * 40 > len(sample) or (foreign * 150 > len(sample) and common * 25 < len(words))


@lru_cache(4)
def is_english(text: str) -> bool:
    """Whether a text without Arabic is English: one word in twelve is of those that any English text has."""
    words = text[:_SAMPLE].casefold().split()
    common = frozenset(default_rules().table("repairs")["english_words"])
    return sum(word in common for word in words) * 12 >= len(words) > 0


def _size(pattern: re.Pattern[str], text: str) -> int:
    return sum(map(len, pattern.findall(text)))


@cache
def _common() -> frozenset[str]:
    return frozenset(default_rules().table("repairs")["common_words"])
