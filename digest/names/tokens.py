"""Cuts a text into folded words with the way back to its characters, and words into clitics and stem.

Pure. What a clitic is: the conjunctions و ف, the prepositions ب ل ك, alone or one of each.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from digest.model import Span
from digest.text import Folded, fold_with_offsets

_WORD = re.compile(r"[^\W_]+")
_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"
_TANWIN = frozenset("\u064b\u064c\u064d")
_MILD = frozenset((" ", "  ", "\u00a0", "-", "–", " - "))
"""What may stand between two words of one name."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text: `words[i]` is folded, lower case, and covers [starts[i], ends[i]) of `folded`."""

    text: str
    folded: Folded
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    joined: tuple[bool, ...]
    """Whether word i can belong to one name with the word before it; one more than words, False."""

    def span(self, first: int, last: int, skip: int = 0) -> Span:
        """Return the characters of words [first, last), without `skip` attached letters at the start."""
        return self.folded.original(self.starts[first] + skip, self.ends[last - 1])

    def nunated(self) -> frozenset[int]:
        """Return the words written with tanwin, an ending that no foreign name takes."""
        marked = (at for nth, at in enumerate(self.folded.dropped) if self.text[at + nth] in _TANWIN)
        return frozenset(bisect_right(self.starts, at - 1) - 1 for at in marked)

    def written(self, index: int) -> str:
        """Return a word as the text has it, marks and all."""
        span = self.folded.original(self.starts[index], self.ends[index])
        return self.text[span.start : span.end]


@lru_cache(maxsize=4)
def tokenise(text: str) -> Tokens:
    """Cut a text into folded words."""
    folded = fold_with_offsets(text)
    matches = list(_WORD.finditer(folded.text.lower()))
    words = tuple([match[0] for match in matches])
    spans = [match.span() for match in matches]
    starts = tuple([start for start, _ in spans])
    ends = tuple([end for _, end in spans])
    return Tokens(text, folded, words, starts, ends, _joined(folded.text, words, starts, ends))


def tokenise_parts(text: str, spans: Iterable[Span]) -> Tokens:
    """Cut some parts of a text into words; every offset is one of `text`."""
    parts: list[str] = []
    at = 0
    for span in sorted(set(spans)):
        start = max(at, span.start)
        if start < span.end:
            parts += ["\n" * (start - at), text[start : span.end]]
            at = span.end
    return tokenise("".join(parts))


def _joined(
    text: str, words: tuple[str, ...], starts: tuple[int, ...], ends: tuple[int, ...]
) -> tuple[bool, ...]:
    joined = [False] * (len(words) + 1)
    for index in range(1, len(words)):
        gap = text[ends[index - 1] : starts[index]]
        initials = gap in (".", ". ") and len(words[index]) == len(words[index - 1]) == 1
        joined[index] = gap == " " or gap in _MILD or initials
    return tuple(joined)


@lru_cache(maxsize=100_000)
def stems(word: str) -> tuple[tuple[int, str], ...]:
    """Return (letters attached in front, the word without them), the whole word first.

    `للامم` is `الامم` after one attached letter: the article loses its alef after ل.
    """
    found = [(0, word)]
    if word[:1] in _CONJUNCTIONS and len(word) > 2:
        found += [(1, word[1:]), *_prepositions(word, 1)]
    return (*found, *_prepositions(word, 0))


@lru_cache(maxsize=10_000)
def attached(stem: str) -> frozenset[str]:
    """Return the words that `stems` leads back to a stem from."""
    own = [stem, *(letter + stem for letter in _PREPOSITIONS)]
    if stem.startswith("ال"):
        taken = ["لل" + stem[2:], *(["ل" + stem[2:]] if stem.startswith("الل") else [])]
        own += [word for word in taken if len(word) > 2]
    return frozenset([*own, *(letter + form for letter in _CONJUNCTIONS for form in own)])


def _prepositions(word: str, at: int) -> Iterator[tuple[int, str]]:
    if len(word) < at + 3 or word[at] not in _PREPOSITIONS:
        return
    yield at + 1, word[at + 1 :]
    if word.startswith("لل", at):
        yield at + 1, "ا" + word[at + 1 :]
        yield at + 1, "ال" + word[at + 1 :]
