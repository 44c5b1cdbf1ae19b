"""Finds the English of an article's segments in the memories: exact pairs, and stale ones beside them.

Reads the folder of memories; writes nothing. The same files give the same answer, whatever their order.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from hashlib import sha256
from pathlib import Path

from rapidfuzz import fuzz

from digest.errors import TranslationError
from digest.files import read_regular
from digest.model import FileError, Segment, SegmentState, Translation
from digest.translate.memory import Entry, Memory, fault, read_memory
from digest.translate.segments import has_arabic
from digest.yamlfile import MAX_BYTES

STALE_CUTOFF = 0.8
"""Likeness (difflib's ratio) from which changed Arabic counts as the same sentence."""
ORIGINAL = "original"
"""`by` of a segment that holds no Arabic and stands for itself."""

_LONGEST = 2_000
"""Characters that are compared: the comparison is quadratic."""
_RANK = {SegmentState.HUMAN: 0, SegmentState.REVIEWED: 1, SegmentState.MACHINE: 2}

Stamp = tuple[int, int, int]
_SETTLED = 2_000_000_000
"""Nanoseconds without a change after which a file's time is trusted."""
_SHARED: dict[Path, MemoryCache] = {}


@dataclass(frozen=True, eq=False)
class Memories:
    """Every memory of a digest, found by article and by segment."""

    by_article: Mapping[str, Memory] = field(default_factory=dict)
    pairs: Mapping[str, tuple[str, Entry]] = field(default_factory=dict)
    """Segment id to the best readable pair of any article, with that article."""

    @classmethod
    def of(cls, memories: Iterable[Memory]) -> Memories:
        """Index some memories: a person's pair before a machine's, then by article."""
        ordered = sorted(memories, key=lambda memory: memory.article)
        pairs: dict[str, tuple[str, Entry]] = {}
        for memory in ordered:
            for entry in (*memory.segments, *memory.retired):
                known = pairs.get(entry.id)
                if entry.readable and (known is None or _RANK[entry.state] < _RANK[known[1].state]):
                    pairs[entry.id] = (memory.article, entry)
        return cls({memory.article: memory for memory in ordered}, pairs)

    def find(self, segment: str, article: str | None = None) -> tuple[str, Entry] | None:
        """The pair for a segment's id and the article it is from: the article's own where none is better."""
        best = self.pairs.get(segment)
        own = self.by_article.get(article) if article is not None else None
        if best is None or own is None or best[0] == article:
            return best
        mine = [entry for entry in (*own.segments, *own.retired) if entry.id == segment and entry.readable]
        if mine and _RANK[mine[0].state] <= _RANK[best[1].state]:
            return own.article, mine[0]
        return best


@dataclass(frozen=True, slots=True)
class _Known:
    """What was read from one file."""

    stamp: Stamp
    settled: bool
    """Whether the file was old enough for its stamp to be trusted: clocks of file systems are coarse."""
    seal: bytes
    result: Memory | FileError


class MemoryCache:
    """Memories that were read before; a file whose bytes are the same is not parsed again."""

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}
        self._last: tuple[Memories, tuple[FileError, ...]] | None = None

    def read(self, folder: Path) -> tuple[Memories, tuple[FileError, ...]]:
        """Like `read_memories`, parsing what changed."""
        now = {name: self._file(folder / name, stamp) for name, stamp in _stamps(folder)}
        before, self._known = self._known, now
        results = [known.result for known in now.values()]
        if self._last is None or results != [known.result for known in before.values()]:
            memories = Memories.of(result for result in results if isinstance(result, Memory))
            self._last = memories, tuple(r for r in results if isinstance(r, FileError))
        return self._last

    def _file(self, path: Path, stamp: Stamp) -> _Known:
        known = self._known.get(path.name)
        if known is not None and known.settled and known.stamp == stamp:
            return known
        settled = time.time_ns() - stamp[0] > _SETTLED
        try:
            seal = sha256(read_regular(path, MAX_BYTES + 1)).digest()
        except OSError:
            # It is gone, or cannot be read: reading it says why.
            return _Known(stamp, False, b"", _attempt(path))
        if known is not None and known.seal == seal:
            return _Known(stamp, settled, seal, known.result)
        return _Known(stamp, settled, seal, _attempt(path))


def _stamps(folder: Path) -> list[tuple[str, Stamp]]:
    """Name, time, size and inode of each `*.yml` of a folder, by name; nothing for one that is not there."""
    if not folder.is_dir():
        return []
    with os.scandir(folder) as found:
        names = (item for item in found if item.name.endswith(".yml") and not item.name.startswith("."))
        return sorted((item.name, _stamp(item)) for item in names)


def _stamp(item: os.DirEntry[str]) -> Stamp:
    try:
        found = item.stat()
    except OSError:
        # A link that leads nowhere: reading it says so.
        return 0, 0, 0
    return found.st_mtime_ns, found.st_size, found.st_ino


def read_memories(folder: Path) -> tuple[Memories, tuple[FileError, ...]]:
    """Read every `*.yml` of a folder (an absent one is an empty one); files that are not valid are named.

    What has not changed since this process read it is not parsed again.
    """
    return _SHARED.setdefault(folder.absolute(), MemoryCache()).read(folder)


def translate_segments(
    segments: Sequence[Segment], memories: Memories, *, article: str | None = None
) -> tuple[Translation, ...]:
    """The English of each segment as the memories have it, in order.

    `article` names the article whose own memory comes first and may hold stale pairs: what was written for
    Arabic that is no longer there goes, as `stale`, with the most like missing segment.
    """
    found = {segment.id: _exact(segment, memories, article) for segment in segments}
    own = memories.by_article.get(article) if article is not None else None
    if own is not None:
        missing = [segment for segment in segments if found[segment.id] is None]
        found |= _stale(missing, own, found.keys())
    return tuple(_as_translation(segment, found[segment.id]) for segment in segments)


def likeness(first: str, second: str) -> float:
    """Difflib's ratio of two texts, from 0 to 1; 0 where it is surely under the cutoff.

    No letter is left out as too frequent: in a sentence of Arabic that would be all of them.
    """
    first, second = first[:_LONGEST], second[:_LONGEST]
    # The longest common subsequence bounds what difflib matches, and takes a thousandth of its time.
    if not fuzz.ratio(first, second, score_cutoff=100 * STALE_CUTOFF):
        return 0.0
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _exact(segment: Segment, memories: Memories, article: str | None) -> Entry | None:
    if not has_arabic(segment.ar):
        return Entry(segment.id, segment.ar, segment.ar, SegmentState.HUMAN, ORIGINAL)
    hit = memories.find(segment.id, article)
    return hit[1] if hit else None


def _stale(missing: Sequence[Segment], own: Memory, present: Iterable[str]) -> dict[str, Entry]:
    """Entry by segment id: those the file calls stale, then the most alike of what has lost its Arabic."""
    stated = {entry.id: entry for entry in own.segments if entry.state is SegmentState.STALE}
    result = {segment.id: stated[segment.id] for segment in missing if segment.id in stated}
    here = set(present)
    lost = [e for e in (*own.segments, *own.retired) if e.id not in here and e.readable]
    rest = {segment.id: segment for segment in missing if segment.id not in result}
    scores = sorted(
        (
            (likeness(entry.ar, segment.ar), segment.id, index)
            for segment in rest.values()
            for index, entry in enumerate(lost)
        ),
        key=lambda score: (-score[0], score[1], score[2]),
    )
    used: set[int] = set()
    for score, segment_id, index in scores:
        if score >= STALE_CUTOFF and segment_id not in result and index not in used:
            used.add(index)
            old = lost[index]
            result[segment_id] = Entry(
                segment_id, rest[segment_id].ar, old.en, SegmentState.STALE, old.by, old.note, was=old.ar
            )
    return result


def _as_translation(segment: Segment, entry: Entry | None) -> Translation:
    if entry is None:
        return Translation(segment, None, SegmentState.MISSING)
    return Translation(segment, entry.en, entry.state, entry.by, entry.note, entry.accept, entry.was)


def _attempt(path: Path) -> Memory | FileError:
    name = Path(*path.parts[-4:]).as_posix()
    try:
        return read_memory(path, name=name)
    except TranslationError as error:
        return fault(error, name)
