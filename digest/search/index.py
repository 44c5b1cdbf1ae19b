"""Writes the index of a language: in one part, or in several where there are many articles.

Pagefind's program takes some 200 kB of memory for each article of an index. It is given one part at a time;
browsers ask all parts at once (`search-engine.js`). Touches files; the process is `indexer`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from itertools import count
from pathlib import Path
from zlib import crc32

from digest.errors import DigestError
from digest.files import remove_others, write_changed
from digest.search.indexer import Indexer
from digest.search.records import Entry
from digest.search.results import FRAGMENTS, Results

MOST = 3_500
"""Articles of a part, about: they take Pagefind's program some 800 MB."""
ORDER = "newest.txt"
"""The ids of all results, a line each, newest first: with the index, each first query would move it."""
_ENTRY = "pagefind-entry.json"
_INTERFACE = (
    "pagefind-ui*",
    "pagefind-modular-ui*",
    "pagefind-component-ui*",
    "pagefind-highlight*",
    "pagefind-worker*",
)
"""What Pagefind writes besides: interfaces of its own, and a worker that the page does not start."""
_PROGRAM = ("pagefind.js", "wasm.*")
"""What the first part has for all."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part as it was written."""

    stamp: str
    salt: int
    ids: dict[str, str]
    paths: tuple[str, ...]


class Index:
    """The index in a folder, and what it was made of: a part that is the same is not written again."""

    def __init__(self, folder: Path, most: int = MOST) -> None:
        self._folder, self._most = folder, most
        self._parts: list[_Part] = []

    def write(self, entries: Sequence[Entry]) -> int:
        """Bring it up to date with some articles, newest first; the number of its parts.

        Raises DigestError when the indexer fails.
        """
        parts = max(1, -(-len(entries) // self._most))
        before, self._parts = self._parts, []
        made: list[_Part] = []
        for number in range(parts):
            own = [entry for entry in entries if crc32(entry.id.encode()) % parts == number]
            taken = {id_ for part in made for id_ in part.ids.values()}
            known = before[number] if len(before) == parts else None
            made.append(self._part(number, own, taken, known))
        ids = {article: id_ for part in made for article, id_ in part.ids.items()}
        order = "".join(f"{ids[entry.id]}\n" for entry in entries if entry.id in ids)
        write_changed(self._folder / ORDER, order)
        remove_others(self._folder, [ORDER, *(path for part in made for path in part.paths)])
        self._parts = made
        return parts

    def _part(self, number: int, entries: Iterable[Entry], taken: set[str], before: _Part | None) -> _Part:
        """Write a part whose results have none of the ids that are taken."""
        own = list(entries)
        for salt in count():
            results = Results(salt)
            # A process for each part: the program keeps the memory of all that it was given.
            with Indexer() as indexer:
                indexer.add(results.enter(entry.id, entry.make()) for entry in own)
                if before and _stands(before, results.stamp(), taken):
                    return before
                files = list(_taken(indexer.files(), results))
            ids = results.ids()
            if taken.isdisjoint(ids.values()):
                paths = self._write(number, [*files, *results.files()])
                return _Part(results.stamp(), salt, ids, paths)
        raise AssertionError  # there is always another salt

    def _write(self, number: int, files: Iterable[tuple[str, bytes]]) -> tuple[str, ...]:
        """Write the files of a part: what its entry leads to, then that; their paths."""
        written = []
        entry: bytes | None = None
        for name, data in files:
            path = _path(number, name)
            if name == _ENTRY:
                entry = data
            elif path:
                write_changed(self._folder / path, data)
                written.append(path)
        if entry is None:
            raise DigestError("Pagefind made no index", file="pagefind")
        path = _path(number, _ENTRY)
        write_changed(self._folder / path, entry)
        return (*written, path)


def _stands(part: _Part, stamp: str, taken: set[str]) -> bool:
    """Whether a part is what would be written again."""
    return part.salt == 0 and part.stamp == stamp and taken.isdisjoint(part.ids.values())


def _taken(files: Iterable[tuple[str, bytes]], results: Results) -> Iterable[tuple[str, bytes]]:
    """The files of an index but for Pagefind's own results, which give up their ids."""
    for path, data in files:
        if path.startswith(FRAGMENTS):
            results.take(path, data)
        else:
            yield path, data


def _path(number: int, name: str) -> str:
    """Where a file of a part (from 0) lies; empty for one that the site does without."""
    left_out = _INTERFACE if number == 0 else (*_INTERFACE, *_PROGRAM)
    if any(fnmatch(name, pattern) for pattern in left_out):
        return ""
    return name if number == 0 or name.startswith("results/") else f"{number + 1}/{name}"
