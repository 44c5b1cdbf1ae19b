"""What results show, in files of their own beside the index, and the order of all by date. Pure.

Pagefind could keep it too, but would then index it word by word, move all words of an article with every
result, and the order with every first query.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import PurePosixPath

from digest.errors import DigestError
from digest.search.records import Record

FRAGMENTS = "fragment/"
"""The folder of Pagefind's own files, one for each record."""
_SIGNATURE = b"pagefind_dcd"
"""What each of them begins with when it is decompressed."""
ORDER = "newest.txt"
"""The ids of all results, a line each, newest first."""


class Results:
    """The results of one index, in its order."""

    def __init__(self) -> None:
        self._shown: dict[str, bytes] = {}
        self._ids: dict[str, str] = {}
        self._stamp = hashlib.sha256()

    def enter(self, record: Record) -> tuple[str, str]:
        """What the indexer is given of a record: a name, and its words.

        The name stands for what is shown, so that a result that shows something else has another id: nothing
        that a browser has kept is ever out of date.
        """
        shown = json.dumps({"url": record.url, **record.shown}, ensure_ascii=False, separators=(",", ":"))
        name = hashlib.sha256(shown.encode()).hexdigest()[:16]
        self._shown[name] = shown.encode()
        self._stamp.update(f"{name} {record.content}\n".encode())
        return name, record.content

    def stamp(self) -> str:
        """What stands for all records that were entered."""
        return self._stamp.hexdigest()

    def take(self, path: str, fragment: bytes) -> None:
        """Learn from one of `FRAGMENTS` which id Pagefind gave a record. Raises DigestError."""
        self._ids[_named_in(fragment)] = PurePosixPath(path).stem.rpartition("_")[2]

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The path and bytes of each file, when all ids are known. A record without words has none."""
        found = [name for name in self._shown if name in self._ids]
        for name in found:
            yield f"results/{self._ids[name]}.json", self._shown[name]
        yield ORDER, "".join(f"{self._ids[name]}\n" for name in found).encode()


def _named_in(fragment: bytes) -> str:
    """The name of the record that one of `FRAGMENTS` is of. Raises DigestError."""
    try:
        entry = json.loads(gzip.decompress(fragment).removeprefix(_SIGNATURE))
    except (OSError, ValueError) as cause:
        raise DigestError("this Pagefind writes fragments of another form", file="pagefind") from cause
    name: str = entry["url"]
    return name
