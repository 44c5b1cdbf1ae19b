"""Work beside the main thread: one job at a time, of each kind the newest. Knows nothing of what it does."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Condition, Thread

log = logging.getLogger("mkdocs.plugins.digest")

Job = Callable[[], None]


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

    def wait(self, kind: str | None = None) -> None:
        """Wait until no job of a kind, or none at all, is to be done."""
        with self._changed:
            self._changed.wait_for(lambda: not self._waits(kind))

    def _waits(self, kind: str | None) -> bool:
        if kind is None:
            return bool(self._jobs) or self._busy is not None
        return kind in self._jobs or self._busy == kind

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._jobs)
                self._busy = next(iter(self._jobs))
                job = self._jobs.pop(self._busy)
            try:
                job()
            except Exception as fault:  # a job must not take the others down
                log.error(f"{fault or type(fault).__name__}")
            with self._changed:
                self._busy = None
                self._changed.notify_all()
