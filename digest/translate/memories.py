"""Every memory of a digest, found by article and by segment. Pure.

A memory that comes from the store stays packed until somebody asks for one of its texts: of ten thousand,
most builds need few.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from operator import attrgetter

from digest.model import SegmentState
from digest.store import pack, unpack
from digest.translate.memory import Entry, Memory

_RANK = {SegmentState.HUMAN: 0, SegmentState.REVIEWED: 1, SegmentState.MACHINE: 2}
_FIELDS = attrgetter(*(item.name for item in fields(Entry)))

Ids = tuple[tuple[str, ...], ...]
"""Segment ids that have English a reader may see: those a person wrote, those reviewed, a machine's."""


class Volume:
    """One memory as the index holds it."""

    def __init__(self, article: str, file: str, ids: Ids, packed: bytes) -> None:
        self.article = article
        self.file = file
        self.ids = ids
        self._packed = packed

    @classmethod
    def of(cls, memory: Memory) -> Volume:
        """The volume of a memory that has been read."""
        volume = cls(memory.article, memory.file, (), b"")
        volume.memory = memory
        ranked = tuple[list[str], ...]([] for _ in _RANK)
        for identifier, entry in volume.best.items():
            ranked[_RANK[entry.state]].append(identifier)
        volume.ids = tuple(map(tuple, ranked))
        return volume

    @cached_property
    def memory(self) -> Memory:
        """The memory, unpacked when it is first asked for."""
        segments, retired = (tuple(Entry(*entry) for entry in entries) for entries in unpack(self._packed))
        self._packed = b""
        return Memory(self.article, segments, retired, self.file)

    @cached_property
    def best(self) -> dict[str, Entry]:
        """The best readable entry of each segment id: a person's before a machine's, then the first."""
        found: dict[str, Entry] = {}
        for entry in (*self.memory.segments, *self.memory.retired):
            known = found.get(entry.id)
            if entry.readable and (known is None or _RANK[entry.state] < _RANK[known.state]):
                found[entry.id] = entry
        return found

    def row(self) -> tuple[str, str, Ids, bytes]:
        """What it is made of again."""
        if not self._packed:
            lists = (self.memory.segments, self.memory.retired)
            return self.article, self.file, self.ids, pack([list(map(_FIELDS, entries)) for entries in lists])
        return self.article, self.file, self.ids, self._packed


class Memories:
    """Every memory of a digest."""

    def __init__(self, volumes: Iterable[Volume] = ()) -> None:
        ordered = sorted(volumes, key=lambda volume: volume.article)
        self._volumes = {volume.article: volume for volume in ordered}
        self._best: dict[str, Volume] = {}
        for rank in range(len(_RANK)):
            for volume in ordered:
                for identifier in volume.ids[rank]:
                    self._best.setdefault(identifier, volume)

    @classmethod
    def of(cls, memories: Iterable[Memory]) -> Memories:
        """Index some memories: a person's pair before a machine's, then by article."""
        return cls(Volume.of(memory) for memory in memories)

    @property
    def by_article(self) -> Mapping[str, Memory]:
        """The memories by article."""
        return _Unpacked(self._volumes)

    def find(self, segment: str, article: str | None = None) -> tuple[str, Entry] | None:
        """The pair for a segment's id and the article it is from: the article's own where none is better."""
        volume = self._best.get(segment)
        if volume is None:
            return None
        own = self._volumes.get(article) if article is not None else None
        if own is not None and segment in own.best:
            mine, other = own.best[segment], volume.best[segment]
            volume = own if _RANK[mine.state] <= _RANK[other.state] else volume
        return volume.article, volume.best[segment]


@dataclass(frozen=True, slots=True)
class Changes:
    """What two readings of the memories differ in."""

    articles: frozenset[str] = frozenset()
    """Articles whose own memory came, went or changed."""
    segments: frozenset[str] = frozenset()
    """Ids of segments whose English in one of those memories came, went or changed."""

    def __bool__(self) -> bool:
        return bool(self.articles)

    def concern(self, article: str, segments: Iterable[str]) -> bool:
        """Whether the English of an article with these segment ids may have changed."""
        return article in self.articles or not self.segments.isdisjoint(segments)


def compare(before: Iterable[Volume], after: Iterable[Volume]) -> Changes:
    """What differs between two lots of memories; those that are one object in both cost next to nothing."""
    old, new = ({volume.article: volume for volume in volumes} for volumes in (before, after))
    articles = frozenset(
        article
        for article in old.keys() | new.keys()
        if (first := old.get(article)) is not (second := new.get(article))
        and (first is None or second is None or first.memory != second.memory)
    )
    changed = (_pairs(old.get(article)) ^ _pairs(new.get(article)) for article in articles)
    return Changes(articles, frozenset(entry.id for pairs in changed for entry in pairs))


def _pairs(volume: Volume | None) -> set[Entry]:
    return set(volume.best.values()) if volume else set()


class _Unpacked(Mapping[str, Memory]):
    """The memories of some volumes, each unpacked when it is asked for."""

    def __init__(self, volumes: Mapping[str, Volume]) -> None:
        self._volumes = volumes

    def __getitem__(self, article: str) -> Memory:
        return self._volumes[article].memory

    def __iter__(self) -> Iterator[str]:
        return iter(self._volumes)

    def __len__(self) -> int:
        return len(self._volumes)

    def __contains__(self, article: object) -> bool:
        return article in self._volumes
