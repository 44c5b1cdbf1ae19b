"""Work beside the main thread: one job at a time, of each kind the newest. Knows nothing of what it does.

A long job goes through what it does at a `Pace`, and so ends early, or rests, where somebody waits.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Condition, Thread
from typing import TypeVar

log = logging.getLogger("mkdocs.plugins.digest")

Job = Callable[[], None]
T = TypeVar("T")


class HurriedError(Exception):
    """Somebody waits: the rest of the job is left."""


class Pace:
    """Steps of jobs, as long as nobody is in a hurry."""

    def __init__(self) -> None:
        self.hurried = False
        """Whether somebody waits."""
        self._pauses, self._ended = True, False
        self._changed = Condition()

    def hurry(self) -> None:
        """Somebody waits from now on."""
        self._set(hurried=True)

    def calm(self) -> None:
        """Nobody waits any more."""
        self._set(hurried=self._ended)

    def end(self) -> None:
        """From now on nothing is done any more."""
        self._ended = True
        self._set(hurried=True)

    @contextmanager
    def without_pauses(self) -> Iterator[None]:
        """Inside, nobody pauses: the one who waits, waits for the whole of the jobs."""
        self._set(pauses=False)
        try:
            yield
        finally:
            self._set(pauses=True)

    def check(self) -> None:
        """Raises HurriedError where somebody waits."""
        if self.hurried:
            raise HurriedError

    def pause(self) -> None:
        """Wait as long as somebody else does. Nobody may call this who holds what others want.

        Raises HurriedError where nothing is to be done any more.
        """
        if self.hurried:
            with self._changed:
                self._changed.wait_for(lambda: self._ended or not (self.hurried and self._pauses))
            if self._ended:
                raise HurriedError

    def of(self, steps: Iterable[T]) -> Iterator[T]:
        """The steps one by one. Raises HurriedError before the next where somebody waits."""
        for step in steps:
            self.check()
            yield step

    def _set(self, *, hurried: bool | None = None, pauses: bool | None = None) -> None:
        with self._changed:
            self.hurried = self.hurried if hurried is None else hurried
            self._pauses = self._pauses if pauses is None else pauses
            self._changed.notify_all()


UNHURRIED = Pace()
"""The pace of what nobody ends."""


class Background:
    """Does jobs in the order in which their kinds were first asked for."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}
        self._busy: str | None = None
        self._changed = Condition()
        Thread(target=self._work, daemon=True).start()

    def do(self, kind: str, job: Job) -> None:
        """Do a job, in the place of one of its kind that has not begun."""
        with self._changed:
            self._jobs[kind] = job
            self._changed.notify_all()

    def wait(self, kind: str | None = None, seconds: float | None = None) -> None:
        """Wait until no job of a kind, or none at all, is to be done; no longer than some seconds."""
        with self._changed:
            self._changed.wait_for(lambda: not self._waits(kind), seconds)

    def _waits(self, kind: str | None) -> bool:
        if kind is None:
            return bool(self._jobs) or self._busy is not None
        return kind in self._jobs or self._busy == kind

    def _next(self) -> Job:
        with self._changed:
            self._changed.wait_for(lambda: self._jobs)
            self._busy = next(iter(self._jobs))
            return self._jobs.pop(self._busy)

    def _work(self) -> None:
        while True:
            try:
                self._next()()  # in no variable, which would keep what it holds until the next one
            except HurriedError:
                log.debug("the rest is left")
            except Exception as fault:  # a job must not take the others down
                log.error(f"{fault or type(fault).__name__}")
            with self._changed:
                self._busy = None
                self._changed.notify_all()
