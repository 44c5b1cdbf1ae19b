"""Runs commands of a project on a small disk that is full: a file system in memory, of its own (Linux)."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.site.project import ENVIRONMENT

_SCRIPT = """
import json, os, shutil, subprocess, sys
project, disk, free, *command = sys.argv[1:]
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "none", disk], check=True)
here = shutil.copytree(project, os.path.join(disk, "project"))
filler = os.path.join(disk, "filler")

def run():
    done = subprocess.run(command, cwd=here, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.returncode, done.stdout

with open(filler, "wb") as file:
    room = os.statvfs(disk)
    os.posix_fallocate(file.fileno(), 0, max(1, room.f_bavail * room.f_frsize - int(free)))
full = run()
os.remove(filler)
print(json.dumps([full, run()]))
shutil.rmtree(project)
shutil.copytree(here, project, symlinks=True)
"""

NAMESPACE = ("unshare", "--map-root-user", "--mount")


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    status: int
    said: str


def can_fill() -> bool:
    """Whether this machine lets a test mount a file system of its own."""
    command = [*NAMESPACE, "mount", "-t", "tmpfs", "none", "/mnt"]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def run_full(project: Path, *command: str, free: int) -> tuple[Ran, Ran]:
    """Run a command on a copy of the project with `free` bytes left on its disk, then once more with room.

    The project is what the second run left.
    """
    disk = project.with_name("disk")
    disk.mkdir(exist_ok=True)
    inside = [*NAMESPACE, sys.executable, "-c", _SCRIPT, str(project), str(disk), str(free), *command]
    done = subprocess.run(inside, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    full, after = (Ran(*ran) for ran in json.loads(done.stdout))
    return full, after
