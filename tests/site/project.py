"""Throw-away copies of the project, builds of them, and servers on loopback, for the tests of the site."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PARTS = ("mkdocs.yml", "content", "overrides", "seeds")
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}


def copy_project(target: Path) -> Path:
    """A copy of what a site is built from, in the folder `target`."""
    target.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, target / part)
        else:
            shutil.copy(source, target / part)
    return target


def build(project: Path, *flags: str, tool: str = "mkdocs") -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build` (or another tool's) in a project; output is text, standard error included."""
    return subprocess.run(
        [sys.executable, "-m", tool, "build", *flags],
        cwd=project,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


class Quiet(SimpleHTTPRequestHandler):
    """A server of files that keeps quiet."""

    def log_message(self, *_: object) -> None:
        """Nothing: the tests' output is the tests'."""


@contextmanager
def serve_folder(folder: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """A static web server for a folder; gives its address, without a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def wait_for(condition: Callable[[], bool], what: str, seconds: float = 30) -> None:
    """Wait until `condition` holds. Raises TimeoutError, naming `what`, when it does not in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return
        time.sleep(0.1)
    raise TimeoutError(f"waited {seconds} s for {what}")


def fetch(address: str) -> str | None:
    """The text at an address, or None while there is none."""
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            text: str = answer.read().decode("utf-8")
            return text
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return None


@dataclass
class Serving:
    """A running `mkdocs serve`."""

    project: Path
    address: str
    log: Path
    process: subprocess.Popen[bytes]

    def shows(self, path: str, text: str) -> bool:
        """Whether the page at `path` holds `text`."""
        return text in (fetch(self.address + path) or "")

    def stop(self) -> None:
        """End it as a person does, who holds down Control and C."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=20)


@contextmanager
def serve(project: Path) -> Iterator[Serving]:
    """`mkdocs serve` of a project, once its first build is there; its log lies beside the project."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = project.with_name("log")
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=project,
            env=ENVIRONMENT,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            running = Serving(project, f"http://127.0.0.1:{port}", log, process)
            wait_for(lambda: fetch(running.address + "/ar/") is not None, "the first build", 120)
            yield running
        finally:
            process.terminate()
            process.wait(timeout=10)


def snapshot(folder: Path) -> dict[str, str]:
    """SHA-256 of every file of a folder, by relative path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
