"""Reading what is truly a file of its folder, and writing so that a reader never sees half of a file.

Imports only the errors.
"""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from digest.errors import DigestError


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


def write_changed(path: Path, text: str, *, durable: bool = False) -> bool:
    """Write UTF-8 text atomically, only where the bytes change; whether it wrote. Raises DigestError.

    `durable` waits until the bytes are on the disk: for what a person wrote, not for what can be made again.
    """
    data = text.encode("utf-8")
    try:
        if path.is_file() and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data, durable)
    except OSError as cause:
        raise DigestError(f"cannot be written: {cause.strerror or cause}", file=str(path)) from cause
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
