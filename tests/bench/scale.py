"""Measures what one article adds: `python -m tests.bench.scale [N]` prints the figures of docs/scale.md.

CPU milliseconds, and kilobytes of memory and of the store, an article. Linux only.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from digest.batch import Where, Workshop, read_all
from digest.conversion import Options
from digest.project import Project, with_english
from digest.seeds import list_seeds
from digest.store import Store, program_versions
from digest.vocabulary import read_vocabulary
from tests.bench.archive import ROOT, write_archive
from tests.dask import cluster

_WARM = 128
"""Articles read before the clock of a cluster starts: its workers compile the rules."""


def one_machine(root: Path, count: int) -> None:
    """Conversion, what is read back from the store, what crosses articles, and the memory of each."""
    # In a process of its own, whose memory is not that of what is read back.
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        pool.submit(_convert, root, count).result()
    project = Project(root, cache=root / "kept")
    workshop = _workshop(root, root / "kept" / "articles")
    paths = list_seeds(root / "seeds")
    with _measured("reading back from the store", count):
        found = [article for article, _ in read_all(paths, workshop, Where()) if article]
    with _measured("joining the English", count):
        articles = [with_english(article, project.memories) for article in found]
    with _measured("what crosses articles", count):
        project.assembly.settle(articles, ())
    entries = (root / "kept" / "articles").glob("*.bin")
    blocks = sum(path.stat().st_blocks * 512 for path in entries)
    print(f"| the store, kB on disk | {blocks / count / 1000:.1f} | |")


def _convert(root: Path, count: int) -> None:
    workshop = _workshop(root, root / "kept" / "articles")
    with _measured("conversion, with writing to the store", count):
        for _ in read_all(list_seeds(root / "seeds"), workshop, Where(processes=1)):
            pass


def on_cluster(root: Path, count: int) -> None:
    """What the client and the scheduler of a cluster with two workers spend."""
    paths = list_seeds(root / "seeds")
    program_versions()
    with cluster(root) as going:
        workshop, where = _workshop(root, root / "cluster"), Where(cluster=going.address)
        list(read_all(paths[:_WARM], workshop, where))
        before = _spent(going.scheduler.pid)
        with _measured("client of a cluster", count - _WARM):
            list(read_all(paths[_WARM:], workshop, where))
        spent = (_spent(going.scheduler.pid) - before) / (count - _WARM) * 1000
    print(f"| scheduler of a cluster | {spent:.2f} | |")


@contextmanager
def _measured(label: str, count: int) -> Iterator[None]:
    """Print the CPU time of this process and the growth of its memory, an article."""
    memory, start = _memory(), time.process_time()
    yield
    spent = (time.process_time() - start) / count * 1000
    print(f"| {label} | {spent:.2f} | {(_memory() - memory) / count / 1000:.1f} |", flush=True)


def _workshop(root: Path, store: Path) -> Workshop:
    vocabulary, _ = read_vocabulary(root / "content" / "vocabulary")
    return Workshop(root / "content" / "corrections", vocabulary, Options(), Store(store))


def _memory() -> int:
    """Bytes of memory that this process holds (Linux)."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _spent(process: int) -> float:
    """CPU seconds of another process (Linux)."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main(count: int = 1000) -> None:
    """Measure everything on one archive."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_archive(root / "seeds", count)
        shutil.copytree(ROOT / "content" / "vocabulary", root / "content" / "vocabulary")
        print(f"{count} articles; load {os.getloadavg()[0]:.1f}\n\n| | CPU ms | memory, kB |\n|---|---|---|")
        one_machine(root, count)
        on_cluster(root, count)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
