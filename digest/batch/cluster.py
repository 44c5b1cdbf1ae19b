"""Pages to outcomes on a Dask cluster that exists already. Talks to the cluster; writes only the store.

Workers need no folder of this machine: they are sent bytes. Nothing else imports `distributed`.
"""

from __future__ import annotations

import logging
import threading
import time
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future as Answer
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from distributed import Client, Future, KilledWorker, Worker, WorkerPlugin, get_worker

from digest.batch.engines import EngineLostError
from digest.batch.pages import Outcome, Page, Workshop, convert, load_page, pack_outcome, unpack_outcome
from digest.batch.processes import read_here
from digest.conversion import Options
from digest.store import PROGRAM, PYTHON, program_versions
from digest.vocabulary import Vocabulary

log = logging.getLogger(__name__)

T = TypeVar("T")

_TASK = 64
"""Seeds of a task: with fewer, the scheduler's work for each would cost more than it gains."""
_TASK_BYTES = 16_000_000
"""Bytes from which a task is handed out with fewer: they pass through the scheduler."""
_AHEAD = 2
"""Tasks that each thread of the cluster is given before the first is back."""
_CONNECT = 5.0
"""Seconds to wait for the scheduler."""
_PATIENCE = 20.0
"""Seconds to wait for a worker when none is left."""
_ANSWER = 20.0
"""Seconds to wait for an answer about what the cluster is."""
_OVERDUE, _LAST = 60.0, 300.0
"""Seconds that a task may take when later ones are back, and when none is: its worker may stand still."""
_LOOK = 2.0
"""Seconds between two looks whether any worker is left."""

_ONE = threading.Lock()
"""In a worker: one thread reads at a time; more would only take turns, for Python works in one."""


def read_on_cluster(paths: Sequence[Path], workshop: Workshop, address: str) -> Iterator[Outcome]:
    """What is found in each seed, in order, read by the workers of the scheduler at `address`.

    Raises EngineLostError.
    """
    with _quiet(), _connected(address) as client:
        tools = _Tools(workshop.vocabulary, workshop.options, program_versions())
        with _faults(address, "is lost"):
            _within(_ANSWER, lambda: _check_versions(client, address))
            _within(_ANSWER, lambda: client.register_plugin(tools, name=client.id))
            ahead = max(2, _AHEAD * sum(_within(_ANSWER, client.nthreads).values()))
        waiting = deque[_Task]()
        for pages in _tasks(paths, workshop):
            with _faults(address, "is lost"):
                waiting.append(_hand_out(client, pages))
            if len(waiting) >= ahead:
                yield from _take_in(client, waiting, workshop, address)
        while waiting:
            yield from _take_in(client, waiting, workshop, address)


@dataclass(frozen=True, slots=True)
class _Task:
    """What was handed out and what will come back."""

    paths: tuple[Path, ...]
    pages: tuple[Page, ...]
    future: Future[list[bytes]]


class _Tools(WorkerPlugin):
    """What every article is read with; each worker is sent it once, also one that comes later."""

    def __init__(self, vocabulary: Vocabulary, options: Options, versions: dict[str, str]) -> None:
        self.vocabulary = vocabulary
        self.options = options
        self._versions = versions
        self.fault = ""
        """Why this worker cannot give the same bytes, if it cannot."""

    def setup(self, worker: Worker) -> None:
        """Compare what this worker runs with what the client runs."""
        found = _differences(self._versions, program_versions())
        self.fault = f"the worker {worker.address} {found}" if found else ""


def _convert(name: str, pages: tuple[Page, ...]) -> list[bytes]:
    """In a worker: what is found in each page, packed."""
    tools = get_worker().plugins[name]
    assert isinstance(tools, _Tools)
    if tools.fault:
        raise EngineLostError(tools.fault)
    with _ONE:
        return [pack_outcome(convert(page, tools.vocabulary, tools.options)) for page in pages]


def _tasks(paths: Sequence[Path], workshop: Workshop) -> Iterator[tuple[tuple[Path, ...], tuple[Page, ...]]]:
    """The seeds, read and put together to tasks."""
    start = size = 0
    pages = list[Page]()
    for number, path in enumerate(paths, start=1):
        pages.append(load_page(path, workshop))
        size += len(pages[-1].seed or b"")
        if len(pages) == _TASK or size >= _TASK_BYTES or number == len(paths):
            yield tuple(paths[start:number]), tuple(pages)
            start, size, pages = number, 0, []


def _hand_out(client: Client, task: tuple[tuple[Path, ...], tuple[Page, ...]]) -> _Task:
    return _Task(*task, client.submit(_convert, client.id, task[1], pure=False))


def _take_in(client: Client, waiting: deque[_Task], workshop: Workshop, address: str) -> Iterator[Outcome]:
    """The outcomes of the first task, kept in the store; one that no worker gives back is read here."""
    task = waiting.popleft()
    try:
        with _faults(address, "is lost"):
            answer = _await(client, task.future, [other.future for other in waiting])
            outcomes: list[Outcome] = [unpack_outcome(packed) for packed in answer]
            if len(outcomes) != len(task.pages):
                raise EngineLostError(
                    f"the cluster at {address} gave {len(outcomes)} articles too few or many"
                )
    except (KilledWorker, _OverdueError) as fault:
        log.warning("%s; its %s seeds are read on this machine", fault, len(task.paths))
        yield from read_here(task.paths, workshop)
        return
    for page, packed, outcome in zip(task.pages, answer, outcomes, strict=True):
        key = page.key(workshop) if workshop.store and outcome[0] else None
        if key and workshop.store:
            workshop.store.put(key, packed)
        yield outcome


class _OverdueError(Exception):
    """A task that does not come back."""


def _await(client: Client, future: Future[list[bytes]], later: Sequence[Future[list[bytes]]]) -> list[bytes]:
    """What a task gives. Raises EngineLostError where no worker is left, and _OverdueError."""
    scheduler: Any = client.scheduler
    begun = last = time.monotonic()
    while True:
        try:
            return future.result(timeout=_LOOK)
        except TimeoutError:
            back = any(other.done() for other in later)
            if time.monotonic() - begun > (_OVERDUE if back else _LAST):
                raise _OverdueError("a worker gives nothing back") from None
            if client.sync(scheduler.ncores, callback_timeout=_ANSWER):
                last = time.monotonic()
            elif time.monotonic() - last > _PATIENCE:
                raise EngineLostError("the cluster has no worker any more") from None


@contextmanager
def _connected(address: str) -> Iterator[Client]:
    with _faults(address, "does not answer"), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # versions that differ are named by this module
        # Its own bound is that of a connection: what listens may be no scheduler, and say nothing.
        client = _within(2 * _CONNECT, lambda: Client(address, timeout=_CONNECT, set_as_default=False))
    try:
        yield client
    finally:
        for step in (lambda: _take_away(client), lambda: client.close(timeout=_LOOK)):
            try:
                _within(2 * _LOOK, step)
            except Exception as fault:  # as below
                log.debug("%s", fault)


def _take_away(client: Client) -> None:
    """Take away what the workers were given."""
    if client.status == "running":
        client.unregister_worker_plugin(client.id)


def _within(seconds: float, step: Callable[[], T]) -> T:
    """What a step gives. Raises what it raises, and TimeoutError where it takes longer: it is left alone."""
    answer = Answer[T]()

    def take() -> None:
        try:
            answer.set_result(step())
        except BaseException as fault:  # whatever it is, whoever waits has it
            answer.set_exception(fault)

    threading.Thread(target=take, daemon=True).start()
    try:
        return answer.result(timeout=seconds)
    except TimeoutError as fault:
        raise TimeoutError(f"no answer within {seconds:g} seconds") from fault


def _check_versions(client: Client, address: str) -> None:
    """Raise EngineLostError where the scheduler or a worker cannot give the same bytes, or none is there."""
    workers: dict[str, Any] = client.run(program_versions, on_error="return")
    if not workers:
        raise EngineLostError(f"the cluster at {address} has no worker")
    try:
        scheduler: Any = client.run_on_scheduler(program_versions)
    except Exception as fault:  # as below
        scheduler = fault
    found = {f"the worker {name}": versions for name, versions in workers.items()}
    for who, versions in chain([("the scheduler", scheduler)], sorted(found.items())):
        if isinstance(versions, Exception):
            raise EngineLostError(f"{who} cannot run this version of Mujaz ({_one_line(versions)})")
        different = _differences(program_versions(), versions)
        if different:
            raise EngineLostError(f"{who} {different}")


def _differences(ours: dict[str, str], theirs: dict[str, str]) -> str:
    """What another machine has in another version, in words; a package that only one has is left aside."""
    names = [name for name in ours if name in theirs and ours[name] != theirs[name]]
    if not names:
        return ""
    names.sort(key=lambda name: (name != PYTHON, name != PROGRAM, name.lower()))
    told = [name if name == PROGRAM else f"{name} {theirs[name]} instead of {ours[name]}" for name in names]
    return f"differs from this machine: {', '.join(told[:5])}{' and more' if len(told) > 5 else ''}"


@contextmanager
def _faults(address: str, what: str) -> Iterator[None]:
    """Turn whatever a broken cluster raises into an error of one line."""
    try:
        yield
    except (EngineLostError, KilledWorker, _OverdueError):
        raise
    except Exception as fault:  # what a broken cluster raises is anybody's guess
        raise EngineLostError(f"the cluster at {address} {what} ({_one_line(fault)})") from fault


def _one_line(fault: Exception) -> str:
    return " ".join(f"{type(fault).__name__}: {fault}".split())[:200]


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what Dask logs of a lost cluster off the terminal: this module says it in a line."""
    names = [name for name in logging.root.manager.loggerDict if name.partition(".")[0] == "distributed"]
    loggers = [logging.getLogger(name) for name in names]
    before = [logger.disabled for logger in loggers]
    _disable(loggers, [True] * len(loggers))
    try:
        yield
    finally:
        _disable(loggers, before)


def _disable(loggers: Iterable[logging.Logger], disabled: Iterable[bool]) -> None:
    for logger, value in zip(loggers, disabled, strict=True):
        logger.disabled = value
