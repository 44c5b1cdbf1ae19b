"""Reading what is truly a file of its folder, and writing so that a reader never sees half of a file.

Imports only the errors.
"""

from __future__ import annotations

import errno
import os
import stat
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from digest.errors import DigestError

try:
    import fcntl
except ImportError:  # no such thing on Windows: there, two builds at once are not kept apart
    fcntl = None  # type: ignore[assignment]  # because Windows has none

_LEFT_BEHIND = 60
"""Seconds after which nobody writes a temporary file any more."""


def read_regular(path: Path, most: int) -> bytes:
    """The first `most` bytes of a file, as they are when it is opened.

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


def write_changed(path: Path, text: str | bytes, *, durable: bool = False) -> bool:
    """Write text (UTF-8) or bytes atomically, only where they change; whether it wrote. Raises DigestError.

    `durable` waits until the bytes are on the disk: for what a person wrote, not for what can be made again.
    """
    data = text.encode("utf-8") if isinstance(text, str) else text
    try:
        if path.is_file() and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data, durable)
    except OSError as cause:
        raise DigestError(f"cannot be written: {cause.strerror or cause}", file=str(path)) from cause
    return True


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file atomically. Raises DigestError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data, durable=False)
    except OSError as cause:
        raise DigestError(f"cannot be written: {cause.strerror or cause}", file=str(path)) from cause


def remove_others(folder: Path, kept: Iterable[str]) -> None:
    """Remove the files of a folder that are not among the paths `kept`; what is being written stays."""
    keep = {folder / path for path in kept}
    for path in [path for path in folder.rglob("*") if path.is_file() and path not in keep]:
        with suppress(OSError):
            if not path.name.startswith(".") or time.time() - path.stat().st_mtime > _LEFT_BEHIND:
                path.unlink()


class Lock:
    """A file that one process at a time holds; a process that ends, however it ends, lets go of it."""

    def __init__(self) -> None:
        self._held: int | None = None

    def acquire(self, path: Path, *, seconds: float = 600) -> None:
        """Wait until nobody else holds it. Raises DigestError when that takes too long or cannot be."""
        if fcntl is None or self._held is not None:
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as cause:
            raise DigestError(f"cannot be written: {cause.strerror or cause}", file=str(path)) from cause
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


def _replace(path: Path, data: bytes, durable: bool) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            if durable:
                out.flush()
                os.fsync(out.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
