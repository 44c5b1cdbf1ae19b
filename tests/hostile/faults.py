"""Real faults for a process: no more room, no rights; and what a project should have written without them."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from digest.pipeline import build_digest
from digest.render import render_pages
from tests.site.project import ENVIRONMENT

DIGEST = (sys.executable, "-m", "digest")


def run(*command: str, before: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command; `before` is done in its process first."""
    return subprocess.run(
        command, env=ENVIRONMENT, capture_output=True, text=True, check=False, preexec_fn=before
    )


def pages_of(project: Path) -> dict[str, str]:
    """What a build of the project writes, by path."""
    return dict(render_pages(build_digest(project)))


def written(folder: Path) -> dict[str, str]:
    """The files of a folder, by path."""
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in folder.rglob("*") if p.is_file()}


def full_disk() -> None:
    """No file may grow over 4 kB, as if there were no room for more."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


def no_override() -> None:
    """Rights of files hold for root too: it gives up the power to go past them."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            libc.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP
