"""Where builds keep what they keep: the folder `cache`, or a temporary one where that cannot be written."""

from __future__ import annotations

import errno
import logging
import tempfile
from pathlib import Path

from digest.errors import DigestError
from digest.files import make_room, own_folders, telling

_log = logging.getLogger("mkdocs.plugins.digest")
_FULL = (errno.ENOSPC, errno.EDQUOT)


class CacheFolder:
    """The folder of one process. A temporary one stays for all its builds, and is removed at its end."""

    def __init__(self) -> None:
        self.path = Path()
        """It, once it is open."""
        self._temporary: tempfile.TemporaryDirectory[str] | None = None

    @property
    def lasts(self) -> bool:
        """Whether the next process finds what is kept."""
        return self._temporary is None

    def open(self, cache: Path, part: str) -> None:
        """Take `cache`, of which the build writes `part`, or say once that another folder takes its place.

        Raises DigestError where the disk is full: most likely it is the site's, too.
        """
        if self._temporary:
            return
        self.path = cache
        try:
            _try(cache, part)
        except DigestError as fault:
            if isinstance(fault.__cause__, OSError) and fault.__cause__.errno in _FULL:
                raise
            _log.warning("%s; a temporary folder is used, and nothing is kept for the next build", fault)
            self._temporary = tempfile.TemporaryDirectory(prefix="mujaz-")
            self.path = Path(self._temporary.name)

    def close(self) -> None:
        """Remove what does not last."""
        if self._temporary:
            self._temporary.cleanup()
            self._temporary = None


def _try(cache: Path, part: str) -> None:
    """Raises DigestError where nothing can be written in a part of a folder."""
    lock = make_room(cache, f"{part}/lock")
    own_folders(cache, f"{part}/pages")
    for folder in filter(Path.is_dir, (lock.parent, lock.with_name("pages"))):
        # Rights to what is there already are no rights to a folder.
        with telling(folder), tempfile.TemporaryFile(dir=folder):
            pass
    with telling(lock):
        lock.open("ab").close()
