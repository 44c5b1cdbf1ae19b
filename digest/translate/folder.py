"""Reads the folder of memories: what has not changed since it was last read is not parsed again.

A file counts as unchanged where its times (content and inode), size and inode are what they were, and it had
rested when it was read: clocks of file systems are coarse, and a second change within one tick leaves no
trace. Any other file is read, and parsed where the SHA-256 of its bytes is another. So a checkout, a copy or
a clock that was set cost a reading and change nothing; an edit of the same size whose time was put back is
seen by the inode's time, which no program can set. What this rests on: the file system gives a file another
time when it is written two seconds after the last change, and its clock is not two seconds behind ours. (On
Windows an inode has no such time: there, the time and size of the content alone tell.)

Writes the store, and nothing else.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any
from zlib import crc32

from digest.causes import file_error
from digest.errors import TranslationError
from digest.files import read_regular
from digest.model import FileError
from digest.store import Store, fingerprint, pack, program_fingerprint
from digest.translate.memories import Changes, Memories, Volume, compare
from digest.translate.memory import read_memory
from digest.yamlfile import MAX_BYTES

Stamp = tuple[int, int, int, int]
"""Time of the content, time of the inode, size, inode."""

_RESTED = 2_000_000_000
"""Nanoseconds without a change after which a file's times are trusted."""
_SHARDS = 64
"""Entries of the store that the files are dealt out to: a change writes one, and all are soon read."""
_LAST: dict[Path, Reading] = {}
"""The last reading of each folder by this process."""


@dataclass(frozen=True, slots=True)
class _File:
    """What was read from one file."""

    stamp: Stamp
    rested: bool
    seal: bytes
    """SHA-256 of its bytes; empty where it could not be read."""
    result: Volume | FileError
    last: Volume | None = None
    """What this process read from it when it was valid, where it is not."""

    @property
    def volume(self) -> Volume | None:
        """The memory that is used."""
        return self.result if isinstance(self.result, Volume) else self.last


_Files = Mapping[str, _File]


@dataclass(frozen=True, eq=False, slots=True)
class Reading:
    """What one reading of the folder found."""

    memories: Memories
    errors: tuple[FileError, ...]
    """Files that are not valid."""
    files: _Files
    """By name; for the next reading."""
    kept_in: Path | None = None
    """The store that holds all this, too."""

    @property
    def volumes(self) -> Iterable[Volume]:
        """The memories as the index holds them."""
        return filter(None, (file.volume for file in self.files.values()))

    def changes_since(self, previous: Reading) -> Changes:
        """What differs from an earlier reading: whose English may be another now."""
        return compare(previous.volumes, self.volumes)


def read_memories(folder: Path, *, previous: Reading | None = None, store: Store | None = None) -> Reading:
    """Read every `*.yml` of a folder (an absent one is an empty one); files that are not valid are named.

    What has not changed since `previous`, or else since this process or another with the same `store` read
    it, costs a look at the file's times. The store may be deleted at any time. A file that is not valid stays
    what it was for a process that has read it before, until it is mended.
    """
    folder = folder.absolute()
    last = previous or _LAST.get(folder)
    kept = _Kept(store, folder) if store else None
    known = last.files if last else kept.load() if kept else {}
    files = {name: _read(folder / name, stamp, known.get(name)) for name, stamp in _stamps(folder)}
    if last:
        files = {name: _with_last(file, last.files.get(name)) for name, file in files.items()}
    if kept:
        kept.save(files, known if last is None or last.kept_in == kept.place else {})
    place = kept.place if kept else last.kept_in if last and files == known else None
    reading = _LAST[folder] = _reading(files, place, last)
    return reading


def _reading(files: _Files, place: Path | None, last: Reading | None) -> Reading:
    """The reading of some files; the index of the last one where nothing differs."""
    results, volumes = [file.result for file in files.values()], [file.volume for file in files.values()]
    if last and results == [file.result for file in last.files.values()] and volumes == list(last.volumes):
        return Reading(last.memories, last.errors, files, place)
    memories = Memories(filter(None, volumes))
    return Reading(memories, tuple(r for r in results if isinstance(r, FileError)), files, place)


def _read(path: Path, stamp: Stamp, known: _File | None) -> _File:
    if known is not None and known.rested and known.stamp == stamp:
        return known
    rested = time.time_ns() - max(stamp[:2]) > _RESTED
    try:
        seal = sha256(read_regular(path, MAX_BYTES + 1)).digest()
    except OSError:
        # It is gone, or cannot be read: reading it says why.
        return _File(stamp, False, b"", _attempt(path))
    same = known is not None and known.seal == seal
    return _File(stamp, rested, seal, known.result if known and same else _attempt(path))


def _with_last(file: _File, before: _File | None) -> _File:
    """A file that is not valid with what it was when this process last found it valid."""
    if before is None or file.last or isinstance(file.result, Volume):
        return file
    return replace(file, last=before.volume)


def _attempt(path: Path) -> Volume | FileError:
    name = Path(*path.parts[-4:]).as_posix()
    try:
        return Volume.of(read_memory(path, name=name))
    except TranslationError as error:
        return file_error(error, name)


def _stamps(folder: Path) -> list[tuple[str, Stamp]]:
    """The stamp of each `*.yml` of a folder, by name; nothing for a folder that is not there."""
    if not folder.is_dir():
        return []
    with os.scandir(folder) as found:
        names = (item for item in found if item.name.endswith(".yml") and not item.name.startswith("."))
        return sorted((item.name, _stamp(item)) for item in names)


def _stamp(item: os.DirEntry[str]) -> Stamp:
    try:
        # Of a link, the link itself: reading it says that it is one.
        found = item.stat(follow_symlinks=False)
    except OSError:
        return 0, 0, 0, 0
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


class _Kept:
    """The files of a folder in a store, dealt out to shards by name."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.place = store.folder.absolute()
        self._store = store
        names = (program_fingerprint(), "memories", *folder.parts[-3:])
        self._keys = [fingerprint(*names, str(number)) for number in range(_SHARDS)]

    def load(self) -> dict[str, _File]:
        """What is kept."""
        found: dict[str, _File] = {}
        for key in self._keys:
            # What is sealed and of another shape was planted: it is read anew like what is not there.
            with suppress(AttributeError, TypeError, ValueError):
                found |= {name: _from_row(row) for name, row in (self._store.get(key) or {}).items()}
        return found

    def save(self, files: _Files, before: _Files) -> None:
        """Write the shards in which something differs from what is kept; remove those that are empty."""
        now, old = _dealt(files), _dealt(before)
        changed = [number for number in range(_SHARDS) if now[number] != old[number]]
        for number in changed:
            if now[number]:
                rows = {name: _as_row(file) for name, file in now[number].items()}
                self._store.put(self._keys[number], pack(rows))
        if changed:
            self._store.keep_only(key for key, shard in zip(self._keys, now, strict=True) if shard)


def _dealt(files: _Files) -> list[dict[str, _File]]:
    shards: list[dict[str, _File]] = [{} for _ in range(_SHARDS)]
    for name, file in files.items():
        shards[crc32(name.encode(errors="surrogateescape")) % _SHARDS][name] = file
    return shards


def _as_row(file: _File) -> tuple[Any, ...]:
    result = file.result
    row = result if isinstance(result, FileError) else result.row()
    return file.stamp, file.rested, file.seal, row


def _from_row(row: tuple[Any, ...]) -> _File:
    stamp, rested, seal, result = row
    return _File(stamp, rested, seal, result if isinstance(result, FileError) else Volume(*result))
