"""Cuts a text into folded words with the way back to its characters, and words into clitics and stem.

Pure. What a clitic is: the conjunctions و ف, the prepositions ب ل ك, alone or one of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from digest.model import Span
from digest.text import Folded, fold_with_offsets

_WORD = re.compile(r"[^\W_]+")
_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"
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

    def gap(self, index: int) -> str:
        """Return what stands between word `index` and the one before it."""
        return self.folded.text[self.ends[index - 1] : self.starts[index]]

    def joined(self, index: int) -> bool:
        """Whether word `index` can belong to one name with the word before it."""
        if index == 0 or index >= len(self.words):
            return False
        gap = self.folded.text[self.ends[index - 1] : self.starts[index]]
        return gap == " " or gap in _MILD or (gap in (".", ". ") and self._initials(index))

    def span(self, first: int, last: int, skip: int = 0) -> Span:
        """Return the characters of words [first, last), without `skip` attached letters at the start."""
        return self.folded.original(self.starts[first] + skip, self.ends[last - 1])

    def written(self, index: int) -> str:
        """Return a word as the text has it, marks and all."""
        span = self.folded.original(self.starts[index], self.ends[index])
        return self.text[span.start : span.end]

    def _initials(self, index: int) -> bool:
        return len(self.words[index]) == 1 and len(self.words[index - 1]) == 1


def tokenise(text: str) -> Tokens:
    """Cut a text into folded words."""
    folded = fold_with_offsets(text)
    matches = [(match.group().lower(), match.start(), match.end()) for match in _WORD.finditer(folded.text)]
    words, starts, ends = zip(*matches, strict=True) if matches else ((), (), ())
    return Tokens(text, folded, words, starts, ends)


def stems(word: str) -> Iterator[tuple[int, str]]:
    """Yield (letters attached in front, the word without them), the whole word first.

    `للامم` is `الامم` after one attached letter: the article loses its alef after ل.
    """
    yield 0, word
    first = word[:1]
    if first in _CONJUNCTIONS and len(word) > 2:
        yield 1, word[1:]
        yield from _prepositions(word, 1)
    yield from _prepositions(word, 0)


def _prepositions(word: str, at: int) -> Iterator[tuple[int, str]]:
    if len(word) < at + 3 or word[at] not in _PREPOSITIONS:
        return
    yield at + 1, word[at + 1 :]
    if word.startswith("لل", at):
        yield at + 1, "ا" + word[at + 1 :]
        yield at + 1, "ال" + word[at + 1 :]
