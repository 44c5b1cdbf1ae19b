"""Keeps files of the site between builds, each checked against the hash that it had.

Touches only the folder it is given, which is safe to delete at any time; a damaged file is made again.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping
from pathlib import Path

from digest.files import remove_others

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
        known = self.hashes.get(path) or self._before.get(path)
        if known is None:
            return None
        try:
            data = (self._folder / path).read_bytes()
        except OSError:
            return None
        if _hash(data) != known:
            self._tell_damage(path)
            return None
        self.hashes[path] = known
        return data

    def put(self, path: str, data: bytes) -> None:
        """Keep a file; where it cannot be written, say so once and go on without."""
        if self._full:
            return
        target = self._folder / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            # Where it is to be: half of a file has another hash, and is made again.
            target.write_bytes(data)
        except OSError as fault:
            self._full = True
            log.warning(
                "%s cannot be written: %s; the next build makes pages anew", target, fault.strerror or fault
            )
            return
        self.hashes[path] = _hash(data)

    def tidy(self) -> None:
        """Remove what was neither asked for nor put."""
        if self._folder.is_dir():
            remove_others(self._folder, self.hashes)

    def _tell_damage(self, path: str) -> None:
        level = logging.DEBUG if self._damaged else logging.WARNING
        log.log(level, "%s is damaged: it is made again, as others that are", self._folder / path)
        self._damaged = True


def _hash(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()
