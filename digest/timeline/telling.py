"""One article's telling of an event, and whether two tell the same. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from sys import intern
from typing import NamedTuple

from digest import edtf
from digest.dates.tokens import tokenize
from digest.model import Article, Event

_SAME_WORDS, _SAME_NAMES = 0.5, 2
"""What makes two sentences on one date the same event: share of the shorter's words, or this many names and a
quarter of the words. Tuned by reading the digest's own articles."""
_WITHIN = 31
"""Most days between the ends of a date that holds another, for the two to be of one event."""


class Key(NamedTuple):
    """Order on the time line; no two tellings have the same."""

    date: tuple[int, int, str]
    """See `edtf.sort_key`."""
    article: str
    sentence: int
    start: int


class Telling:
    """A dated sentence of an article, read for comparison; it never changes."""

    __slots__ = ("_date", "_days", "_names", "article", "event", "key", "words")

    def __init__(self, article: str, event: Event, text: str) -> None:
        self.article = article
        self.event = event
        self.words = tuple(sorted(map(intern, content_words(text))))
        """The words that it is compared by, each once."""
        self.key = Key(edtf.sort_key(event.edtf), article, event.sentence, event.span.start)
        self._date = edtf.without_marks(event.edtf)
        self._days = _days(event.edtf)
        self._names = frozenset(event.entities)

    @property
    def precision(self) -> tuple[int, str, int, int]:
        """Order within an entry: the most precise first."""
        first, last = edtf.day_numbers(self.event.edtf)
        width = 10**7 if first is None or last is None else last - first
        return width, *self.key[1:]

    def agrees(self, other: Telling) -> bool:
        """Whether the dates let both be of one event: they are equal, or one is within the other."""
        if self._date == other._date:
            return True
        if self._days is None or other._days is None:
            return False
        (a, b), (c, d) = self._days, other._days
        within = (a <= c and d <= b) or (c <= a and b <= d)
        return within and max(b - a, d - c) <= _WITHIN

    def same_as(self, other: Telling, words: frozenset[str]) -> bool:
        """Whether another telling of an agreeing date, whose words are `words`, is of the same event.

        They must share half of the shorter one's words, or two names and a quarter of the words.
        """
        least = max(1, min(len(self.words), len(words)))
        shared = len(words.intersection(self.words)) / least
        if shared >= _SAME_WORDS:
            return True
        return shared >= _SAME_WORDS / 2 and len(self._names & other._names) >= _SAME_NAMES


def tellings_of(article: Article) -> Iterator[Telling]:
    """What an article tells, in text order."""
    for event in article.findings.events:
        yield Telling(article.id, event, article.findings.sentences[event.sentence].text)


def content_words(text: str) -> frozenset[str]:
    """Folded words of four letters or more, the attached و and ال off."""
    words = (_core(word) for word in tokenize(text).words if word.isalpha())
    return frozenset(word for word in words if len(word) >= 4)


@cache
def _core(word: str) -> str:
    bare = word.removeprefix("و") if len(word) > 4 else word
    return bare.removeprefix("ال")


def _days(value: str) -> tuple[int, int] | None:
    """First and last day of a value that has both in the years 1 to 9999."""
    first, last = edtf.bounds(value)
    return (first.toordinal(), last.toordinal()) if first and last else None
