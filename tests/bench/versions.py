"""Compares how fast versions read pages: `python -m tests.bench.versions FOLDER FOLDER… [RUNS]`.

Each FOLDER is a checkout; the first is what the others are compared with. A process for each reads the same
made pages by turns, few at a time and on one processor, so that what slows the machine slows all alike. CPU.
"""

from __future__ import annotations

import os
import pickle
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench import reader
from tests.bench.archive import archive
from tests.bench.reader import SLICE, WARM

PAGES = 600
"""Pages of a run."""


def compared(folders: Sequence[Path], runs: int, count: int = PAGES) -> dict[Path, list[float]]:
    """CPU seconds of each slice of so many pages by each version."""
    spent: dict[Path, list[float]] = {folder: [] for folder in folders}
    with tempfile.TemporaryDirectory() as made:
        pages = Path(made) / "pages"
        pages.write_bytes(pickle.dumps([(name, text.encode()) for name, text in archive(WARM + count)]))
        for _ in range(runs):
            readers = [(folder, _reader(folder, pages)) for folder in folders]
            for turn in range(count // SLICE):
                for folder, process in readers if turn % 2 else reversed(readers):
                    spent[folder].append(_next(process))
            for _folder, process in readers:
                process.communicate()
    return spent


def _reader(folder: Path, pages: Path) -> subprocess.Popen[str]:
    """A process that reads a slice with a version for each line that it is sent."""
    command = [sys.executable, "-P", str(Path(reader.__file__)), str(pages)]
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONHASHSEED": "0"}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=folder, env=environment, stdin=pipe, stdout=pipe, text=True)


def _next(process: subprocess.Popen[str]) -> float:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\n")
    process.stdin.flush()
    return float(process.stdout.readline())


def main(*arguments: str) -> None:
    """Print pages a second of each version, and how many times as fast as the first it is: medians."""
    runs = int(arguments[-1]) if arguments[-1].isdigit() else 3
    folders = [Path(each).resolve() for each in arguments if not each.isdigit()]
    spent = compared(folders, runs)
    print("| | pages a second | times the first |\n|---|---|---|")
    for folder, own in spent.items():
        ratios = [first / each for first, each in zip(spent[folders[0]], own, strict=True)]
        print(f"| {folder.name} | {SLICE / statistics.median(own):.0f} | {statistics.median(ratios):.2f} |")


if __name__ == "__main__":
    main(*sys.argv[1:])
