"""Keeps results of work between builds, each under the fingerprint of all that it was made from.

Touches only the folder it is given, which is safe to delete at any time. An entry that is damaged, or holds
anything but the model's classes, is thrown away and made again. Two processes may use one folder at once.
"""

from __future__ import annotations

import hashlib
import io
import logging
import pickle
import platform
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import cache
from importlib.metadata import distributions
from operator import attrgetter
from pathlib import Path
from typing import Any

from digest.collecting import uncollected
from digest.errors import DigestError
from digest.files import make_room, own_folders, read_regular, remove_others, write_bytes

log = logging.getLogger(__name__)

PYTHON = "Python"
PROGRAM = "sources and rules of Mujaz"
"""Two keys of `program_versions` that are no package's name."""

_FORMAT = b"mujaz 1\n"
_SEAL = hashlib.sha256().digest_size
_LEVEL = 1
"""Of compression: a higher one takes far longer for little."""


def fingerprint(*parts: str | bytes) -> str:
    """SHA-256 of some parts, each with its length before it, as hex."""
    seal = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        seal.update(b"%d:" % len(data) + data)
    return seal.hexdigest()


@cache
def program_fingerprint() -> str:
    """Fingerprint of what does the work: sources and rules of this package, Python, what is installed."""
    return fingerprint(*(f"{name} {version}" for name, version in sorted(program_versions().items())))


@cache
def package_fingerprint() -> str:
    """The same, and of every other file of this package: templates, styles, scripts."""
    package = Path(__file__).parent
    files = sorted(path for path in package.rglob("*") if path.is_file() and path.suffix != ".pyc")
    parts = (part for path in files for part in (path.relative_to(package).as_posix(), path.read_bytes()))
    return fingerprint(program_fingerprint(), *parts)


@cache
def program_versions() -> dict[str, str]:
    """The same by part: the version of Python and of each installed package, a fingerprint of the sources."""
    package = Path(__file__).parent
    files = sorted(path for path in package.rglob("*") if path.suffix in (".py", ".yml", ".json"))
    sources = [part for path in files for part in (path.relative_to(package).as_posix(), path.read_bytes())]
    installed = {found.metadata["Name"]: found.version for found in distributions()}
    return {**installed, PYTHON: platform.python_version(), PROGRAM: fingerprint(*sources)}


def pack(value: Any) -> bytes:
    """A value made of the model's classes, as bytes."""
    return b"".join(pack_pieces(value))


def pack_pieces(value: Any) -> list[bytes]:
    """The same in pieces: large bytes within the value are not copied."""
    pieces = _Pieces()
    _dump(value, pieces)
    return pieces.written


def _dump(value: Any, file: Any) -> None:
    _ModelPickler(file, pickle.HIGHEST_PROTOCOL).dump(value)


def unpack(data: bytes) -> Any:
    """What `pack` packed. Raises UnpicklingError for anything but the model's classes."""
    with uncollected():  # among a thousand objects that are all new and in use there is no waste
        return _ModelOnly(io.BytesIO(data)).load()


def squeeze(value: Any) -> bytes:
    """The same in about a third of the bytes."""
    squeezed = _Squeezed()
    _dump(value, squeezed)
    return squeezed.finish()


def expand(data: bytes) -> Any:
    """What `squeeze` gave. Raises UnpicklingError for anything but the model's classes."""
    return unpack(zlib.decompress(data))


class _Pieces:
    """A file to write to, which keeps what it is given as it is."""

    def __init__(self) -> None:
        self.written = list[bytes]()

    def write(self, data: bytes) -> None:
        """Take in some bytes."""
        self.written.append(data)


class _Squeezed:
    """A file to write to, compressed as it comes: large values are nowhere whole."""

    def __init__(self) -> None:
        self._compressor = zlib.compressobj(_LEVEL)
        self._parts = list[bytes]()

    def write(self, data: bytes) -> None:
        """Take in some bytes."""
        self._parts.append(self._compressor.compress(data))

    def finish(self) -> bytes:
        """All that was taken in, compressed."""
        return b"".join((*self._parts, self._compressor.flush()))


class Store:
    """A folder of entries."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._writes = True
        self._damaged = False

    def has(self, key: str) -> bool:
        """Whether something is kept under a key."""
        return self._path(key).is_file()

    def get(self, key: str) -> Any | None:
        """The value kept under a key; None where there is none that can be used."""
        path = self._path(key)
        try:
            data = read_regular(path, -1)
        except OSError:
            return None
        body = data[len(_FORMAT) + _SEAL :]
        try:
            if data[: len(_FORMAT) + _SEAL] == _FORMAT + hashlib.sha256(body).digest():
                return unpack(body)
        except Exception as fault:  # what damaged bytes raise is anybody's guess
            log.debug("%s: %s", path.name, fault)
        log.log(
            logging.DEBUG if self._damaged else logging.WARNING,
            "%s is damaged or of another version: it is made again, as others that are",
            path,
        )
        self._damaged = True
        with suppress(OSError):
            path.unlink()
        return None

    def put(self, key: str, *packed: bytes) -> None:
        """Keep a packed value, whole or in pieces; where it cannot be written, say so once, go on without."""
        if not self._writes:
            return
        try:
            path = make_room(self.folder.parent, f"{self.folder.name}/{self._path(key).name}")
            seal = hashlib.sha256()
            for piece in packed:
                seal.update(piece)
            write_bytes(path, _FORMAT, seal.digest(), *packed)
        except DigestError as error:
            self._writes = False
            log.warning("%s; results are not kept for the next build", error)

    def keep_only(self, keys: Iterable[str]) -> None:
        """Remove the entries of other keys. Raises DigestError."""
        own_folders(self.folder.parent, self.folder.name)
        if self.folder.is_dir():
            remove_others(self.folder, [self._path(key).name for key in keys])

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.bin"


class _ModelPickler(pickle.Pickler):
    """Packs a value of the model as a call of its class, in half the time of what dataclasses do."""

    def reducer_override(self, value: Any) -> Any:
        """The class and the fields; NotImplemented for what is no dataclass."""
        kind: Any = type(value)
        read = _reader(kind)
        return (type(value), read(value)) if read else NotImplemented


@cache
def _reader(kind: Any) -> Callable[[Any], tuple[Any, ...]] | None:
    """What gives the fields of a dataclass that its call takes; None for what is packed as ever."""
    if not is_dataclass(kind) or "__reduce__" in kind.__dict__:
        return None
    names = [field.name for field in fields(kind)]
    read = attrgetter(*names)
    return read if len(names) > 1 else lambda value: (read(value),)


class _ModelOnly(pickle.Unpickler):
    """Loads no class but the model's, so that a planted file cannot make the program run anything."""

    def find_class(self, module: str, name: str) -> Any:
        """The class; refuses every other thing."""
        if (module, name) not in _CLASSES:
            found = super().find_class(module, name) if module.startswith("digest.model.") else None
            if not isinstance(found, type) or not found.__module__.startswith("digest.model."):
                raise pickle.UnpicklingError(f"{module}.{name} does not belong into the cache")
            _CLASSES[module, name] = found
        return _CLASSES[module, name]


_CLASSES: dict[tuple[str, str], type] = {}
"""The model's classes that were asked for."""
