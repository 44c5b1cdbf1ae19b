"""Writing files so that a reader never sees half of one. Imports only the errors."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from digest.errors import DigestError


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
