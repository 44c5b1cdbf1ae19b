"""Kills a command at one of its writes: opening a file to write, renaming, removing, making a folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.site.project import ENVIRONMENT

_SCRIPT = """
import os, runpy, signal, sys
from pathlib import Path
module, last, writes = sys.argv.pop(1), int(sys.argv.pop(1)), 0
project = str(Path.cwd())

def count(event, args):
    global writes
    opens = event == "open" and args[2] & (os.O_WRONLY | os.O_RDWR)
    if opens or event in ("os.rename", "os.remove", "os.mkdir", "os.rmdir"):
        if str(args[0]).startswith(project):
            writes += 1
            if writes == last:
                os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(count)
try:
    runpy.run_module(module, run_name="__main__", alter_sys=True)
finally:
    print("writes:", writes)
"""


def run_killed(project: Path, module: str, *arguments: str, write: int) -> str:
    """Run a module in a project and kill it at a write inside the project, counted from 1; at none for 0.

    Gives what it printed; in the end a line with the number of writes where it was not killed.
    """
    command = [sys.executable, "-c", _SCRIPT, module, str(write), *arguments]
    done = subprocess.run(command, cwd=project, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert done.returncode == (-9 if write else 0), done.stderr
    return done.stdout
