"""Pages to outcomes in several processes of this machine, or in this one. Writes only the store."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from digest.batch.engines import EngineLostError
from digest.batch.pages import Outcome, Workshop, convert, load_page, pack_outcome, unpack_outcome
from digest.collecting import uncollected

_MANY = 64
"""Seeds from which other processes are worth their start."""
_TASK = 4
"""Seeds handed to a process at a time: few, so that none has long to do when the others have done all."""


def read_here(paths: Sequence[Path], workshop: Workshop) -> Iterator[Outcome]:
    """What is found in each seed, read in this process.

    What is found stays in use, so that the collector of waste would look through ever more of it for nothing;
    where somebody keeps it from what there is already, or of one seed, it is left as it is.
    """
    freezes = len(paths) > 1 and not gc.get_freeze_count()
    try:
        for path in paths:
            outcome, key = _read(path, workshop)
            if key and workshop.store:
                workshop.store.put(key, pack_outcome(outcome))
            if freezes:
                gc.freeze()
            yield outcome
    finally:
        if freezes:
            gc.unfreeze()


def read_in_processes(paths: Sequence[Path], workshop: Workshop, count: int | None) -> Iterator[Outcome]:
    """The same in `count` processes, as many as processors by default. Raises EngineLostError."""
    count = count or _processors()
    first = paths if count == 1 or len(paths) <= _MANY else paths[:1]
    # The first is read here: what it compiles, forked processes then have.
    yield from read_here(first, workshop)
    rest = paths[len(first) :]
    if not rest:
        return
    # A fork has the vocabulary already; with threads about, it could wait for ever for what they hold.
    fork = sys.platform == "linux" and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if fork else "spawn")
    try:
        with ProcessPoolExecutor(count, context, initializer=_begin, initargs=(workshop,)) as pool:
            yield from map(unpack_outcome, pool.map(_work, rest, chunksize=_TASK))
    except (BrokenProcessPool, OSError) as fault:
        raise EngineLostError(f"a process was lost ({fault or type(fault).__name__})") from fault


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


_WORKSHOPS: list[Workshop] = []
"""In a process of a pool: what it reads with."""


def _begin(workshop: Workshop) -> None:
    gc.freeze()  # what was there before the work stays; looking through it would copy the memory of a fork
    _WORKSHOPS[:] = [workshop]


def _work(path: Path) -> bytes:
    workshop = _WORKSHOPS[0]
    outcome, key = _read(path, workshop)
    packed = pack_outcome(outcome)
    if key and workshop.store:
        workshop.store.put(key, packed)
    return packed


def _read(path: Path, workshop: Workshop) -> tuple[Outcome, str | None]:
    """What is found in a seed, and the key that it may be kept under."""
    page = load_page(path, workshop)
    with uncollected():  # all that it makes stays in use, or goes by itself
        outcome = convert(page, workshop.vocabulary, workshop.options)
    return outcome, page.key(workshop) if workshop.store and outcome[0] else None
