"""Measures the translation memories: `python -m tests.bench.memories [N] [RUNS]` prints a table in Markdown.

N (10,000) memories of 20 segments, recombined from those of the five articles. CPU and wall seconds, medians
of RUNS (3), each reading in a process of its own.
"""

from __future__ import annotations

import json
import os
import platform
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from digest.store import Store
from digest.translate import Memory, read_memories, read_memory, write_memory
from digest.translate.memory import pair
from tests.bench.archive import ROOT

SEGMENTS = 20


def write_memories(folder: Path, count: int) -> None:
    """Write memories without a sentence in common; the same count gives the same bytes."""
    chance = random.Random(count)
    real = sorted((ROOT / "content" / "translations" / "en").glob("*.yml"))
    known = [entry for path in real for entry in read_memory(path).segments]
    for number in range(count):
        rows = (
            pair(f"{entry.ar} {number} {row}", f"{entry.en} {number} {row}", entry.state, by=entry.by)
            for row, entry in enumerate(chance.choices(known, k=SEGMENTS))
        )
        name = f"made-{number:05}"
        write_memory(folder / f"{name}.yml", Memory(name, tuple(rows)))


def read(folder: Path, kept: Path) -> dict[str, float]:
    """Read the folder, then again, in this process."""
    figures, previous = dict[str, float](), None
    for label in ("in a new process", "again in the same"):
        wall, cpu = time.perf_counter(), time.process_time()
        previous = read_memories(folder, previous=previous, store=Store(kept))
        figures[f"{label}, CPU s"] = time.process_time() - cpu
        figures[f"{label}, wall s"] = time.perf_counter() - wall
    assert previous is not None
    begin = time.process_time()
    entries = sum(len(memory.segments) for memory in previous.memories.by_article.values())
    figures["every text taken out of the store, CPU s"] = time.process_time() - begin
    assert entries == len(previous.files) * SEGMENTS
    assert not previous.errors
    return figures


def main(count: int = 10_000, runs: int = 3) -> None:
    """Measure and print the medians."""
    found: dict[str, list[float]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as place:
        folder, kept = Path(place, "en"), Path(place, "kept")
        write_memories(folder, count)
        time.sleep(3)
        for _ in range(runs):
            shutil.rmtree(kept, ignore_errors=True)
            for label in ("nothing kept", "nothing changed", "one changed"):
                if label == "one changed":
                    changed = sorted(folder.iterdir())[len(found) % count]
                    changed.write_text(
                        changed.read_text("utf-8").replace("state: reviewed", "state: human"), "utf-8"
                    )
                for name, value in _once(folder, kept).items():
                    found[f"{label}: {name}"].append(value)
    print(f"Python {platform.python_version()}, {platform.machine()}; {os.cpu_count()} processors; ", end="")
    print(f"load {os.getloadavg()[0]:.1f}; {count} memories; medians of {runs}\n")
    print("| | median | least | most |\n|---|---|---|---|")
    for label, values in found.items():
        print(f"| {label} | {statistics.median(values):,.2f} | {min(values):,.2f} | {max(values):,.2f} |")


def _once(folder: Path, kept: Path) -> dict[str, float]:
    """One reading in a new process."""
    command = [sys.executable, "-m", "tests.bench.memories", "read", str(folder), str(kept)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    figures: dict[str, float] = json.loads(answer.stdout)
    return figures


if __name__ == "__main__":
    if sys.argv[1:2] == ["read"]:
        print(json.dumps(read(Path(sys.argv[2]), Path(sys.argv[3]))))
    else:
        main(*map(int, sys.argv[1:]))
