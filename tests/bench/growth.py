"""Measures how a first build grows: `python -m tests.bench.growth [FEW] [MANY] [RUNS]`, 1,000, 10,000 and 3.

Builds of both archives in turn, each in a process of its own with nothing kept. CPU seconds are those of
all that the build starts, its peak memory is its own; indexing, which a build does too, has its own line.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.sections import made_project, run
from tests.bench.site import indexing


def first_builds(projects: dict[int, Path], runs: int) -> Iterator[tuple[int, float, float]]:
    """Number of articles, CPU seconds and peak MB of each build."""
    for _ in range(runs):
        for count, project in projects.items():
            for kept in (".cache", "site", "out"):
                shutil.rmtree(project / kept, ignore_errors=True)
            yield count, *run(project)


def main(few: int = 1_000, many: int = 10_000, runs: int = 3) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        projects = {count: made_project(Path(folder) / str(count), count) for count in (few, many)}
        spent: dict[int, list[float]] = {few: [], many: []}
        print("| articles | CPU s | ms an article | peak MB | load |\n|---|---|---|---|---|")
        for count, cpu, peak in first_builds(projects, runs):
            spent[count].append(cpu / count)
            load = os.getloadavg()[0]
            print(f"| {count} | {cpu:.1f} | {cpu / count * 1000:.1f} | {peak:.0f} | {load:.1f} |", flush=True)
        for count, project in projects.items():
            print(f"| {count}, of it indexing | {indexing(project).cpu:.1f} | | | |", flush=True)
        ratios = [more / less for less, more in zip(spent[few], spent[many], strict=True)]
        print(f"\nCPU an article, {many} against {few}: {statistics.median(ratios):.2f} ", end="")
        print(f"({min(ratios):.2f} to {max(ratios):.2f})")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
