"""Cuts a text into folded words with the way back to its characters, and words into clitics and stem.

Pure. What a clitic is: the conjunctions و ف, the prepositions ب ل ك, alone or one of each.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from digest.model import Document, Span
from digest.sentences import between_letters
from digest.text import KEPT_WORDS, Folded, fold_with_offsets

_BETWEEN_WORDS = re.compile(r"([^\W_]+)")
_BETWEEN_WORDS_AND_PLUS = re.compile(r"([^\W_]+(?:(?<=[^\W\d_])\+(?!\w))?)")
"""The same where a plus sign ends a name: `أوبك+`."""
_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"
_TANWIN = frozenset("\u064b\u064c\u064d")
_SENTENCE_END = frozenset(".!?؟\n")
_FAR = 100
"""Words on either side of one that its sentence is looked for in."""
_MILD = frozenset((" ", "  ", "\u00a0", "-", "–", " - "))
"""What may stand between two words of one name."""
_INITIALS = frozenset((".", ". "))
"""What may stand between two single letters of one; between names of letters, no space may."""


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

    def words_in(self, span: Span) -> tuple[int, int]:
        """Return the words [first, last) that begin inside a span of `text`."""
        starts, folded = self.starts, self.folded
        first = bisect_left(starts, folded.place(span.start))
        return first, bisect_left(starts, folded.place(span.end), first)

    def part(self, span: Span) -> Tokens:
        """Return what `tokenise` makes of the characters of a span, which no word reaches out of."""
        first, last = self.words_in(span)
        folded = self.folded.part(span)
        at = self.folded.place(span.start)
        starts = tuple([start - at for start in self.starts[first:last]])
        ends = tuple([end - at for end in self.ends[first:last]])
        joined = (False, *self.joined[first + 1 : last], False) if last > first else (False,)
        return Tokens(self.text[span.start : span.end], folded, self.words[first:last], starts, ends, joined)

    def nunated(self) -> frozenset[int]:
        """Return the words written with tanwin, an ending that no foreign name takes."""
        marked = (at for nth, at in enumerate(self.folded.dropped) if self.text[at + nth] in _TANWIN)
        return frozenset(bisect_right(self.starts, at - 1) - 1 for at in marked)

    def before(self, index: int) -> str:
        """Return what stands between a word and the one before it; after the last word, what is left."""
        start = self.ends[index - 1] if index else 0
        return self.folded.text[start : self.starts[index] if index < len(self.starts) else None]

    def sentence(self, index: int) -> range:
        """Return the words of the sentence around a word."""
        first, last = index, index + 1
        while first > max(0, index - _FAR) and _SENTENCE_END.isdisjoint(self.before(first)):
            first -= 1
        while last < min(len(self.words), index + _FAR) and _SENTENCE_END.isdisjoint(self.before(last)):
            last += 1
        return range(first, last)

    def written(self, index: int) -> str:
        """Return a word as the text has it, marks and all."""
        span = self.folded.original(self.starts[index], self.ends[index])
        return self.text[span.start : span.end]


def tokenise(text: str) -> Tokens:
    """Cut a text into folded words."""
    folded = fold_with_offsets(text)
    between = _BETWEEN_WORDS_AND_PLUS if "+" in folded.text else _BETWEEN_WORDS
    pieces = between.split(_lower(folded.text))
    edges = tuple(accumulate(map(len, pieces)))
    words, gaps = tuple(pieces[1::2]), pieces[::2]
    return Tokens(text, folded, words, edges[:-1:2], edges[1::2], _joined(words, gaps))


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


def read_words(document: Document, extra: Iterable[Span] = ()) -> Tokens:
    """Cut what a document tells, and the spans of its fields, into words, once for all that read them."""
    return tokenise_parts(document.text, [*document.told, *extra])


def _lower(folded: str) -> str:
    """Return a text in lower case, every character where it was."""
    lower = folded.lower()
    if len(lower) == len(folded):
        return lower
    return "".join([small if len(small := letter.lower()) == 1 else letter for letter in folded])


def _joined(words: tuple[str, ...], gaps: list[str]) -> tuple[bool, ...]:
    joined = [gap in _MILD for gap in gaps]
    joined[0] = joined[-1] = False
    if not _INITIALS.isdisjoint(gaps):
        for at in range(1, len(words)):
            if gaps[at] in _INITIALS and _initials(words[at - 1], words[at], gaps[at]):
                joined[at] = True
    return tuple(joined)


def _initials(before: str, after: str, gap: str) -> bool:
    return len(before) == len(after) == 1 or (gap == "." and between_letters(before, after))


@lru_cache(maxsize=KEPT_WORDS)
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
