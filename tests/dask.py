"""A Dask cluster on the loopback: a scheduler and workers, each a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from distributed import Client

from tests.site.project import ENVIRONMENT, ROOT

_START = 60.0
"""Seconds that a busy machine is given to start a process."""
_TOLD = 0.3
"""Seconds after which a scheduler has heard of what a worker did."""


@dataclass
class Cluster:
    """The processes of a cluster."""

    folder: Path
    """For what its processes log."""
    scheduler: subprocess.Popen[bytes]
    address: str
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def add_workers(self, count: int, *, sources: Path = ROOT) -> None:
        """Start workers that run the program in `sources`; return when they are there."""
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
        options = (*options, "--local-directory", str(self.folder))
        self.workers += [
            _start(self.folder, "worker", self.address, *options, sources=sources) for _ in range(count)
        ]
        alive = sum(worker.poll() is None for worker in self.workers)
        with Client(self.address, timeout=_START, set_as_default=False) as client:
            client.wait_for_workers(alive, timeout=_START)

    def kill_busy(self, client: Client, pids: dict[str, int]) -> tuple[str, ...]:
        """Kill the first worker that holds tasks, while it holds them: the names of those tasks.

        `pids` are the processes of workers by their addresses. Raises TimeoutError where none has a task.
        """
        end = time.monotonic() + _START
        while time.monotonic() < end:
            for address in [address for address, held in client.processing().items() if held]:
                # What is stopped gives nothing back any more; what it gave before is soon told.
                os.kill(pids[address], signal.SIGSTOP)
                time.sleep(_TOLD)
                if held := tuple(client.processing()[address]):
                    os.kill(pids[address], signal.SIGKILL)
                    return held
                os.kill(pids[address], signal.SIGCONT)
        raise TimeoutError("no worker was seen to hold a task")


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """A cluster that is gone at the end, whatever became of it."""
    place = folder / "scheduler.json"
    options = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(place))
    scheduler = _start(folder, "scheduler", *options)
    going = Cluster(folder, scheduler, "")
    try:
        going.address = _address(place)
        going.add_workers(workers)
        yield going
    finally:
        for process in (*going.workers, scheduler):
            process.kill()
            process.wait()


def _start(folder: Path, what: str, *arguments: str, sources: Path = ROOT) -> subprocess.Popen[bytes]:
    command = (sys.executable, "-m", f"distributed.cli.dask_{what}", *arguments)
    environment = {**ENVIRONMENT, "PYTHONPATH": str(sources)}
    with (folder / f"{what}.log").open("ab") as log:
        return subprocess.Popen(command, env=environment, cwd=sources, stdout=log, stderr=log)


def _address(place: Path) -> str:
    """What the scheduler writes when it listens."""
    end = time.monotonic() + _START
    while time.monotonic() < end:
        if place.exists() and place.stat().st_size:
            return str(json.loads(place.read_text("utf-8"))["address"])
        time.sleep(0.1)
    raise TimeoutError(f"the scheduler did not start: see {place.parent}")
