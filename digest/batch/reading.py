"""Decides who reads each seed: the store, a cluster, processes, and this process where all others fail."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from digest.batch.engines import Engine, EngineLostError
from digest.batch.pages import Outcome, Workshop, kept_outcome, load_page
from digest.batch.processes import read_here, read_in_processes

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Where:
    """Where seeds are read."""

    processes: int | None = None
    """How many processes at most; as many as processors by default."""
    cluster: str | None = None
    """Address of a Dask cluster's scheduler."""


def read_all(paths: Sequence[Path], workshop: Workshop, where: Where) -> Iterator[Outcome]:
    """What is found in each seed, in order."""
    store = workshop.store
    if store is None:
        yield from _make(paths, workshop, where)
        return
    keys = [load_page(path, workshop).key(workshop) for path in paths]
    kept = [bool(key and store.has(key)) for key in keys]
    new = [path for path, known in zip(paths, kept, strict=True) if not known]
    made = _make(new, workshop, where)
    for path, key, known in zip(paths, keys, kept, strict=True):
        if known and key:
            yield kept_outcome(store, key) or next(read_here([path], workshop))
        else:
            yield next(made)
    store.keep_only(key for key in keys if key)


def _make(paths: Sequence[Path], workshop: Workshop, where: Where) -> Iterator[Outcome]:
    """What is found in each seed; where an engine is lost, the next one goes on."""
    done = 0
    for engine in _engines(where):
        try:
            for outcome in engine(paths[done:], workshop):
                done += 1
                yield outcome
        except EngineLostError as fault:
            left = f"{len(paths) - done:,}"
            log.warning("%s; the seeds that are left (%s) are read on this machine", fault, left)
        else:
            return


def _engines(where: Where) -> Iterator[Engine]:
    if where.cluster:
        yield partial(_read_on_cluster, address=where.cluster)
    yield partial(read_in_processes, count=where.processes)
    yield read_here


def _read_on_cluster(paths: Sequence[Path], workshop: Workshop, address: str) -> Iterator[Outcome]:
    if not paths:
        return iter(())
    try:
        from digest.batch.cluster import read_on_cluster  # noqa: PLC0415 (an extra that few have)
    except ImportError as cause:
        message = f"a cluster needs the extra [dask]: pip install 'mujaz[dask]' ({cause})"
        raise EngineLostError(message) from cause
    return read_on_cluster(paths, workshop, address)
