"""Many seeds to what was found in each: from the store where nothing changed, else in several processes.

Reads seeds and corrections; writes only the store. The order of the results is that of the seeds.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from digest.conversion import Options, read_article
from digest.corrections import read_correction
from digest.errors import DigestError
from digest.files import read_regular
from digest.model import Article, Correction, FileError
from digest.seeds import identifier, read_seed, seed_name
from digest.store import Store, fingerprint, pack, program_fingerprint, unpack
from digest.vocabulary import Vocabulary

T = TypeVar("T")
log = logging.getLogger(__name__)

Outcome = tuple[Article | None, tuple[FileError, ...]]
"""The article without its translations, None where there is none, and what is wrong with its files."""

_MANY = 64
"""Seeds from which other processes are worth their start."""
_TASK = 16
"""Seeds handed to a process at a time."""
_MOST_BYTES = 1_000_000
"""Bytes of a file of corrections that are looked at for a change."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """What every seed of a batch is read with."""

    corrections: Path
    """Folder of the editors' corrections."""
    vocabulary: Vocabulary
    options: Options
    store: Store | None = None

    def key(self, path: Path) -> str | None:
        """Fingerprint of all that a seed's article is made from; None for what cannot be read."""
        name = seed_name(path)
        correction = self.correction(identifier(name))
        try:
            seed = read_regular(path, self.options.limits.file_bytes + 1)
            corrected = read_regular(correction, _MOST_BYTES) if correction.exists() else b""
        except OSError:
            return None
        settings = (program_fingerprint(), self.vocabulary.fingerprint, repr(self.options))
        return fingerprint(*settings, name, seed, corrected)

    def correction(self, article: str) -> Path:
        """The file that an article's corrections are in, if it has any."""
        return self.corrections / f"{article}.yml"


def read_all(paths: Sequence[Path], workshop: Workshop, processes: int | None = None) -> Iterator[Outcome]:
    """What is found in each seed, in order; `processes` at most, as many as processors by default."""
    if workshop.store is None:
        yield from _make(paths, workshop, processes)
        return
    store, keys = workshop.store, [workshop.key(path) for path in paths]
    kept = [store.get(key) if key else None for key in keys]
    made = _make(
        [path for path, found in zip(paths, kept, strict=True) if found is None], workshop, processes
    )
    for found in kept:
        yield found or next(made)
    store.keep_only(key for key in keys if key)


def read_file(path: Path, workshop: Workshop, errors: list[FileError]) -> Article:
    """What is found in one seed; a fault of its corrections is added to `errors`. Raises DigestError."""
    seed = read_seed(path, limits=workshop.options.limits)
    step = partial(_find_correction, workshop.correction(seed.id))
    correction = _attempt(step, errors, f"content/corrections/{seed.id}.yml")
    return read_article(seed, workshop.vocabulary, correction=correction, options=workshop.options)


def _make(paths: Sequence[Path], workshop: Workshop, processes: int | None) -> Iterator[Outcome]:
    count = processes or _processors()
    first = paths if count == 1 or len(paths) <= _MANY else paths[:1]
    # The first is read here: what it compiles, forked processes then have.
    yield from (_read_and_keep(path, workshop)[0] for path in first)
    done = len(first)
    try:
        for packed in _in_processes(paths[done:], workshop, count):
            yield unpack(packed)
            done += 1
    except (BrokenProcessPool, OSError) as fault:
        log.warning("a process was lost (%s); the rest is read in one", fault or type(fault).__name__)
    yield from (_read_and_keep(path, workshop)[0] for path in paths[done:])


def _in_processes(paths: Sequence[Path], workshop: Workshop, count: int) -> Iterator[bytes]:
    if paths:
        # A fork has the vocabulary already; with threads about, it could wait for ever for what they hold.
        fork = sys.platform == "linux" and threading.active_count() == 1
        context = multiprocessing.get_context("fork" if fork else "spawn")
        with ProcessPoolExecutor(count, context, initializer=_begin, initargs=(workshop,)) as pool:
            yield from pool.map(_work, paths, chunksize=_TASK)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


_WORKSHOPS: list[Workshop] = []
"""In a process of a pool: what it reads with."""


def _begin(workshop: Workshop) -> None:
    _WORKSHOPS[:] = [workshop]


def _work(path: Path) -> bytes:
    return _read_and_keep(path, _WORKSHOPS[0])[1]


def _read_and_keep(path: Path, workshop: Workshop) -> tuple[Outcome, bytes]:
    """The outcome, as it is and packed; kept where no file changed since the key was made."""
    key = workshop.key(path) if workshop.store else None
    errors: list[FileError] = []
    article = _attempt(partial(read_file, path, workshop, errors), errors, f"seeds/{seed_name(path)}")
    outcome = article, tuple(errors)
    packed = pack(outcome)
    if article and key and workshop.store and key == workshop.key(path):
        workshop.store.put(key, packed)
    return outcome, packed


def _find_correction(path: Path) -> Correction | None:
    return read_correction(path, name=f"content/corrections/{path.name}") if path.exists() else None


def _attempt(step: Callable[[], T], errors: list[FileError], file: str) -> T | None:
    """Run a step for a file; note its error and go on without its result.

    A fault of the program itself takes down the file that brought it out, and nothing else.
    """
    try:
        return step()
    except DigestError as error:
        errors.append(FileError(error.file or file, error.message, error.line))
    except Exception as fault:
        message = (
            f"internal error ({type(fault).__name__}: {str(fault)[:200]}); please report it with this file"
        )
        errors.append(FileError(file, message))
    return None
