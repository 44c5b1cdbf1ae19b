"""Fingerprints of what pages read of a digest, the same in every process. Pure.

They stand for the facts as long as the program, its settings and the vocabulary stay the same: an article is
known by its seed, correction, address and English, a name by its id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from hashlib import blake2b
from typing import Any

from digest.model import Article, SegmentState, TimelineEntry, VocabularyEntry
from digest.render.index import DigestIndex
from digest.render.notes import NAMES, WHOLE, Fact, Listing, Table
from digest.render.parts import Part
from digest.render.views import DESK, Site

_INDEXED = (
    *("articles", "naming", "counts", "from_source", "events_with", "quotations_by", "entries"),
    *("measures", "archive", "timeline", "records", "feeds", "english_feeds"),
)
_NONE = b""
"""Stands for a key that its table lacks."""


def tables(index: DigestIndex) -> Iterator[Table[Any, Any]]:
    """Every table that pages read, but for those of the years of single names."""
    yield from (getattr(index, name) for name in _INDEXED)
    yield from (getattr(index.noted, name) for name in ("related", "vocabulary"))


def listings(index: DigestIndex) -> Iterator[Listing[Any]]:
    """Every tuple that pages read as a whole."""
    yield from (getattr(index.noted, name) for name in ("articles", "timeline", "errors"))


class Fingerprints:
    """Says what a fact is, in a few bytes; everything is looked at once."""

    def __init__(self, site: Site) -> None:
        self._index, self._site = site.index, site
        self._known: dict[Fact, bytes] = {}
        self._articles: dict[str, bytes] = {}
        self._entries: dict[int, bytes] = {}

    def of(self, fact: Fact) -> bytes:
        """The fingerprint of a fact."""
        if fact not in self._known:
            self._known[fact] = self._find(fact)
        return self._known[fact]

    def _find(self, fact: Fact) -> bytes:
        name, key = fact
        if fact == DESK:
            desk = self._site.desk
            return _seal(repr((sorted(desk.memories), desk.strays)).encode())
        if name in self._listings:
            return self._all(tuple.__iter__(self._listings[name]))
        data = self._table(name).data
        if key is NAMES:
            return _seal(repr(tuple(data)).encode())
        if key is WHOLE:
            return self._all(item for pair in data.items() for item in pair)
        return self._value(data[key]) if key in data else _NONE

    def _table(self, name: str) -> Table[Any, Any]:
        if name in self._tables:
            return self._tables[name]
        table = self._index.stories(name.partition(" ")[2])
        assert table.name == name
        return table

    @cached_property
    def _tables(self) -> dict[str, Table[Any, Any]]:
        return {table.name: table for table in tables(self._index)}

    @cached_property
    def _listings(self) -> dict[str, Listing[Any]]:
        return {listing.name: listing for listing in listings(self._index)}

    def _all(self, values: Iterable[Any]) -> bytes:
        return _seal(b"".join(map(self._value, values)))

    def _value(self, value: Any) -> bytes:
        if isinstance(value, Article):
            return self._article(value)
        if isinstance(value, TimelineEntry):
            return self._entry(value)
        if isinstance(value, VocabularyEntry):
            return _seal(value.id.encode())
        if isinstance(value, Part):
            return self._all((value.year, value.number, value.name, *value.items))
        if type(value) is tuple:
            return self._all(value)
        return _seal(repr(value).encode())

    def _article(self, article: Article) -> bytes:
        if article.id not in self._articles:
            seed, correction = article.seed, article.correction
            read = (article.id, article.slug, seed.name, seed.sha256, correction)
            english = [one for one in article.translations if one.state is not SegmentState.MISSING]
            self._articles[article.id] = _seal(repr((read, english)).encode())
        return self._articles[article.id]

    def _entry(self, entry: TimelineEntry) -> bytes:
        if id(entry) not in self._entries:
            self._entries[id(entry)] = _seal(repr(entry).encode())
        return self._entries[id(entry)]


def _seal(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()
