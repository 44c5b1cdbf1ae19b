"""Reading what is truly a file of its folder, and writing so that a reader never sees half of a file.

Imports only the errors.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from digest.errors import DigestError

try:
    import fcntl
except ImportError:  # no such thing on Windows: there, two builds at once are not kept apart
    fcntl = None  # type: ignore[assignment]  # because Windows has none

_LEFT_BEHIND = 60
"""Seconds after which nobody writes a temporary file any more."""
_TEMPORARY = ".mujaz"
"""How the name of a temporary file ends, which begins with a stop."""


def read_regular(path: Path, most: int) -> bytes:
    """The first `most` bytes of a file, all where that is negative, as they are when it is opened.

    Raises OSError, also for what is no plain file of its folder: a symbolic link, a pipe, a device.
    """
    # Not blocking: opening a pipe would wait for its writer for ever.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if path.is_symlink():
        raise OSError(errno.ELOOP, "it is a symbolic link; put the file itself in its place")
    with os.fdopen(os.open(path, flags | getattr(os, "O_NOFOLLOW", 0)), "rb") as source:
        if not stat.S_ISREG(os.fstat(source.fileno()).st_mode):
            raise OSError(errno.EINVAL, "it is no plain file")
        return source.read(most)


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """What is done to a file: where the system refuses it, that it cannot be written. Raises DigestError."""
    try:
        yield
    except OSError as cause:
        raise DigestError(f"cannot be written: {cause.strerror or cause}", file=str(path)) from cause


def write_changed(path: Path, text: str | bytes, *, durable: bool = False) -> bool:
    """Write text (UTF-8) or bytes atomically, only where they change; whether it wrote. Raises DigestError.

    `durable` waits until the bytes are on the disk: for what a person wrote, not for what can be made again.
    """
    data = text.encode("utf-8") if isinstance(text, str) else text
    with telling(path):
        if path.is_file() and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data, durable=durable)
    return True


def write_bytes(path: Path, *data: bytes) -> None:
    """Write a file, given whole or in pieces, atomically. Raises DigestError."""
    with telling(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, *data)


def remove_others(folder: Path, kept: Iterable[str]) -> None:
    """Remove the files of a folder that are not among the paths `kept`; what is being written stays."""
    keep = {folder / path for path in kept}
    # A link is a file of the folder; what it leads to is not.
    for path in [path for path in folder.rglob("*") if path not in keep]:
        with suppress(OSError):
            if path.is_dir() and not path.is_symlink():
                continue
            if not is_temporary(path.name) or _is_left_behind(path):
                path.unlink()


def remove_empty(root: Path, folder: Path) -> None:
    """Remove a folder below `root` and those above it, as long as they are empty."""
    with suppress(OSError):
        while folder != root:
            folder.rmdir()
            folder = folder.parent


def is_temporary(name: str) -> bool:
    """Whether a file of this name is one that is still being written, or was when its writer was killed."""
    return name.startswith(".") and name.endswith(_TEMPORARY)


def sweep(path: Path) -> None:
    """Remove what writers of a file that were killed left beside it."""
    with suppress(OSError):
        for left in list(os.scandir(path.parent)):
            ours = is_temporary(left.name) and left.name.startswith(_beginning(path))
            if ours and _is_left_behind(Path(left.path)):
                Path(left.path).unlink(missing_ok=True)


def own_folders(root: Path, path: str) -> None:
    """Have no link and no file in the place of a folder on the way from `root` to `path` in it.

    For what is safe to delete alone: what is written and removed there is then nobody else's. Raises
    DigestError.
    """
    place = root
    for part in PurePosixPath(path).parts:
        place /= part
        with telling(place):
            if place.is_symlink() or place.is_file():
                place.unlink()


def make_room(root: Path, path: str) -> Path:
    """The place of a file in such folders: they are there, and no link or folder is in its way.

    Raises DigestError.
    """
    place = root / path
    own_folders(root, PurePosixPath(path).parent.as_posix())
    with telling(place):
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.is_symlink():
            place.unlink()
        elif place.is_dir():
            shutil.rmtree(place)
    return place


def write_anew(path: Path, data: bytes) -> None:
    """Write a file that may be left half, as another than the one there: through no link, symbolic or hard.

    Raises DigestError.
    """
    with telling(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.write_bytes(data)


class Lock:
    """A file that one process at a time holds; a process that ends, however it ends, lets go of it."""

    def __init__(self) -> None:
        self._held: int | None = None

    def acquire(self, path: Path, *, seconds: float = 600) -> None:
        """Wait until nobody else holds it. Raises DigestError when that takes too long or cannot be."""
        if fcntl is None or self._held is not None:
            return
        with telling(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
        end = time.monotonic() + seconds
        while not _locked(handle):
            if time.monotonic() > end:
                os.close(handle)
                raise DigestError("another build of this project is running; try again", file=str(path))
            time.sleep(0.1)
        self._held = handle

    def release(self) -> None:
        """Let go of it, if it is held."""
        if self._held is not None:
            os.close(self._held)
            self._held = None


def _locked(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _replace(path: Path, *data: bytes, durable: bool = False) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_beginning(path), suffix=_TEMPORARY)
    try:
        with os.fdopen(handle, "wb") as out:
            out.writelines(data)
            if durable:
                out.flush()
                os.fsync(out.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _beginning(path: Path) -> str:
    """How the names of temporary files for a file begin; a name may have no more than 255 bytes."""
    return f".{path.name[:40]}."


def _is_left_behind(path: Path) -> bool:
    return time.time() - path.lstat().st_mtime > _LEFT_BEHIND
