"""Names of outlets that are places or everyday words too, where the text says that an outlet is meant.

Pure; the words that say so are data, `rules/outlets.yml`: `مراسل الأناضول`, `لصحيفة «الشرق الأوسط»`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from digest.names.lexicon import Hit, Lexicon, name_words
from digest.names.tokens import Tokens, stems
from digest.names.wordlists import words_of
from digest.names.words import FIRM
from digest.rules import default_rules

_OPENING, _CLOSING = frozenset("«“\"'("), frozenset("»”\"')")
_SIGNED = {"(": ")", "/": "/"}
_TO = "ل"
_FAR = 8
"""Words before a name among which the one who spoke to it stands."""


def called_outlet(tokens: Tokens, at: int, flags: Sequence[int], lexicon: Lexicon) -> Hit | None:
    """Find the signature that begins at a word, where it names an outlet in running text."""
    hit = lexicon.signatures.longest(tokens, at)
    return hit if hit and _is_called(hit, tokens, flags) else None


def quoted_whole(hit: Hit, tokens: Tokens, flags: Sequence[int]) -> int | None:
    """Return the end of the quoted name that a name only begins: `قناة «تي آر تي خبر»` is not تي آر تي.

    None where the quotation marks hold the name alone, or with its adjective (`شركة «توتال الفرنسية»`).
    """
    before, last = hit.first - 1, hit.last
    if before < 0 or not flags[before] & FIRM or tokens.before(hit.first)[-1:] not in _OPENING:
        return None
    while tokens.joined[last] and not tokens.words[last].startswith("ال"):
        last += 1
    closed = last > hit.last and tokens.before(last)[:1] in _CLOSING
    return last if closed else None


def _is_called(hit: Hit, tokens: Tokens, flags: Sequence[int]) -> bool:
    before, gap = hit.first - 1, tokens.before(hit.first)
    if gap != " " and gap.strip()[-1:] in _SIGNED:
        return _is_signed(gap, tokens.before(hit.last)) and not hit.skip and _name(hit, tokens) in _alone()
    if before < 0 or gap.strip(" «“\"'\u00a0"):
        return False
    quoted = gap[-1:] in _OPENING and tokens.before(hit.last)[:1] in _CLOSING
    if flags[before] & FIRM:
        return quoted or tokens.joined[hit.first]
    if not quoted and _name(hit, tokens) not in _alone():
        return False
    if tokens.words[hit.first][: hit.skip].endswith(_TO) or (quoted and tokens.words[before] in ("ل", "ول")):
        return quoted or _told(hit.first, tokens)
    return hit.skip == 0 and _reports(before, tokens)


def _name(hit: Hit, tokens: Tokens) -> tuple[str, ...]:
    return (hit.stem, *tokens.words[hit.first + 1 : hit.last])


def _is_signed(before: str, after: str) -> bool:
    """Whether a name stands in brackets or strokes of its own: `(واس)`, `/قنا/`."""
    return _SIGNED[before.strip()[-1:]] == after.strip()[:1]


def _reports(before: int, tokens: Tokens) -> bool:
    words = tokens.words
    if words[before] in _words("bridges"):
        return before > 0 and _any(words[before - 1], _words("before_bridges"))
    return _any(words[before], _words("before"))


def _told(at: int, tokens: Tokens) -> bool:
    """Whether a word of speaking to somebody stands before a word, in its clause."""
    for index in range(at - 1, max(-1, at - 1 - _FAR), -1):
        gap = tokens.before(index + 1)
        if "." in gap or "\n" in gap or _any(tokens.words[index], _words("ends")):
            return False
        if _any(tokens.words[index], _words("told")):
            return True
    return False


def _any(word: str, known: frozenset[str]) -> bool:
    return any(stem in known for _, stem in stems(word))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(words_of(default_rules().table("outlets")[key]))


@cache
def _alone() -> frozenset[tuple[str, ...]]:
    return frozenset(map(name_words, default_rules().table("outlets")["alone"]))
