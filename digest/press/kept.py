"""Keeps files of the site between builds, each checked against the hash that it had.

Touches only the folder it is given, which is safe to delete at any time; a damaged file is made again.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from digest.errors import DigestError
from digest.files import make_room, own_folders, read_regular, remove_others, write_anew

log = logging.getLogger(__name__)


class KeptFiles:
    """A folder of files by their path in the site; `hashes` are those of the files that it had last."""

    def __init__(self, folder: Path, hashes: Mapping[str, bytes]) -> None:
        self._folder = folder
        self._before = hashes
        self._full = self._damaged = False
        self.hashes: dict[str, bytes] = {}
        """Of the files that were asked for or put."""

    def get(self, path: str) -> bytes | None:
        """A file; None where there is none, or another than was put."""
        if not self.hold(path):
            return None
        data = self._read(path)
        if data is not None and hash_of(data) == self.hashes[path]:
            return data
        del self.hashes[path]
        if data is not None:
            self._tell_damage(path)
        return None

    def hold(self, path: str) -> bool:
        """Whether there was a file; it is kept, and not looked at."""
        known = self.hashes.get(path) or self._before.get(path)
        if known is not None:
            self.hashes[path] = known
        return known is not None

    def is_same(self, path: str) -> bool:
        """Whether a file is as it was put last."""
        data = self._read(path)
        return data is not None and hash_of(data) == self._before.get(path)

    def note(self, path: str, data: bytes) -> None:
        """Know a file that somebody else writes into the folder."""
        self.hashes[path] = hash_of(data)

    def put(self, path: str, data: bytes) -> None:
        """Keep a file; where it cannot be written, say so once and go on without."""
        if self._full:
            return
        try:
            # Where it is to be: half of a file has another hash, and is made again.
            write_anew(make_room(self._folder.parent, f"{self._folder.name}/{path}"), data)
        except DigestError as error:
            self._full = True
            log.warning("%s; the next build makes pages anew", error)
            return
        self.note(path, data)

    def tidy(self) -> None:
        """Remove what was neither asked for nor put. Raises DigestError."""
        own_folders(self._folder.parent, self._folder.name)
        if self._folder.is_dir():
            remove_others(self._folder, self.hashes)

    def _read(self, path: str) -> bytes | None:
        with suppress(OSError):
            return read_regular(self._folder / path, -1)
        return None

    def _tell_damage(self, path: str) -> None:
        level = logging.DEBUG if self._damaged else logging.WARNING
        log.log(level, "%s is damaged: it is made again, as others that are", self._folder / path)
        self._damaged = True


def hash_of(data: bytes) -> bytes:
    """What tells whether bytes are the same."""
    return hashlib.sha256(data).digest()
