"""What results show, in files of their own beside the index. Pure.

Pagefind could keep it too, but would then index it word by word, and move all words of an article with every
result.
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


class Results:
    """The results of one part of an index.

    `salt` gives them other ids: two parts may come to the same one, of 28 bits.
    """

    def __init__(self, salt: int = 0) -> None:
        self.salt = salt
        self._shown: dict[str, bytes] = {}
        self._names: dict[str, str] = {}
        self._ids: dict[str, str] = {}
        self._stamp = hashlib.sha256()

    def enter(self, article: str, record: Record) -> tuple[str, str]:
        """What the indexer is given of an article's record: a name, and its words.

        The name stands for what is shown, so that a result that shows something else has another id: nothing
        that a browser has kept is ever out of date.
        """
        shown = json.dumps({"url": record.url, **record.shown}, ensure_ascii=False, separators=(",", ":"))
        name = hashlib.sha256(shown.encode()).hexdigest()[:16] + self.salt * "+"
        self._shown[name] = shown.encode()
        self._names[article] = name
        self._stamp.update(f"{name} {record.content}\n".encode())
        return name, record.content

    def stamp(self) -> str:
        """What stands for all records that were entered."""
        return self._stamp.hexdigest()

    def take(self, path: str, fragment: bytes) -> None:
        """Learn from one of `FRAGMENTS` which id Pagefind gave a record. Raises DigestError."""
        self._ids[_named_in(fragment)] = PurePosixPath(path).stem.rpartition("_")[2]

    def ids(self) -> dict[str, str]:
        """The id of each article's result, by the article's. A record without words has none."""
        return {article: self._ids[name] for article, name in self._names.items() if name in self._ids}

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The path and bytes of each result's file, when all ids are known."""
        for name, id_ in self._ids.items():
            yield f"results/{id_}.json", self._shown[name]


def _named_in(fragment: bytes) -> str:
    """The name of the record that one of `FRAGMENTS` is of. Raises DigestError."""
    try:
        entry = json.loads(gzip.decompress(fragment).removeprefix(_SIGNATURE))
    except (OSError, ValueError) as cause:
        raise DigestError("this Pagefind writes fragments of another form", file="pagefind") from cause
    name: str = entry["url"]
    return name
