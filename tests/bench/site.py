"""Measures builds of a site: `python -m tests.bench.site [N] [RUNS]` prints tables in Markdown.

Beside each build stands stock MkDocs with Material, its search and its tags, over the tree that `digest
write` makes of the same articles, articles out of the menu. CPU and wall seconds of whole processes and the
most memory of one of them, the things compared in turn, medians of RUNS (5). Linux, for the memory.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from digest.pipeline import build_digest
from digest.render import sites_of
from digest.search import write_bundle
from tests.bench.archive import ROOT, write_archive
from tests.site.project import ENVIRONMENT

STOCK = """\
site_name: stock
docs_dir: tree
theme: {name: material, font: false}
plugins:
  - search: {lang: [en]}
  - tags
nav: [index.md, ar/index.md, en/index.md]
not_in_nav: |
  /ar/
  /en/
validation: {links: {not_found: ignore, unrecognized_links: ignore, anchors: ignore}}
markdown_extensions: [attr_list, toc]
"""


class Used(NamedTuple):
    """What a program took, with the programs that it started."""

    cpu: float
    """Seconds."""
    wall: float
    peak: float
    """MiB of the process that took most."""


class Bench:
    """A project of N made articles, and the same as a tree for stock MkDocs."""

    def __init__(self, folder: Path, count: int) -> None:
        self.project, self.stock = folder / "project", folder / "stock"
        shutil.copytree(ROOT / "content" / "vocabulary", self.project / "content" / "vocabulary")
        for part in ("content/ar", "content/en", "content/index.md", "overrides", "mkdocs.yml"):
            source, target = ROOT / part, self.project / part
            shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
        write_archive(self.project / "seeds", count)
        self.stock.mkdir()
        (self.stock / "mkdocs.yml").write_text(STOCK, "utf-8")
        self._run("digest", "write", str(self.stock / "tree"), cwd=self.project)
        # The site's own has a template of the site's own.
        (self.stock / "tree" / "index.md").write_text("# Mujaz\n", "utf-8")

    def stock_build(self) -> Used:
        """Stock MkDocs."""
        return self._run("mkdocs", "build", cwd=self.stock)

    def first(self) -> Used:
        """A build with nothing kept."""
        shutil.rmtree(self.project / ".cache", ignore_errors=True)
        return self._run("mkdocs", "build", cwd=self.project)

    def rendering(self) -> Used:
        """A build of articles that were read before, no page kept."""
        for kept in ("pages", "built"):
            shutil.rmtree(self.project / ".cache" / "digest" / kept, ignore_errors=True)
        return self._run("mkdocs", "build", cwd=self.project)

    def tree(self) -> Used:
        """The Markdown and files for programs alone, of articles that were read before."""
        out = self.stock.parent / "out"
        shutil.rmtree(out, ignore_errors=True)
        return self._run("digest", "write", str(out), cwd=self.project)

    def indexing(self) -> Used:
        """The search alone, of articles that were read before."""
        return indexing(self.project)

    def unchanged(self) -> Used:
        """A build when nothing changed."""
        return self._run("mkdocs", "build", cwd=self.project)

    def one_change(self) -> Used:
        """A build when one seed changed."""
        seed = sorted((self.project / "seeds").iterdir())[7]
        more = "وقال الوزير إن الاجتماع المقبل سيعقد في المدينة نفسها بعد أن تنتهي المشاورات بين الجانبين."
        seed.write_text(f"{seed.read_text('utf-8')}\n{more}\n", "utf-8")
        return self._run("mkdocs", "build", cwd=self.project)

    def _run(self, *command: str, cwd: Path) -> Used:
        """Raises ChildProcessError."""
        begun = time.monotonic()
        program = subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=cwd,
            env=ENVIRONMENT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _, status, used = os.wait4(program.pid, 0)
        program.returncode = os.waitstatus_to_exitcode(status)
        if program.returncode:
            raise ChildProcessError(f"{' '.join(command)} ended with {program.returncode}")
        return Used(used.ru_utime + used.ru_stime, time.monotonic() - begun, used.ru_maxrss / 1024)


def indexing(project: Path) -> Used:
    """What the search of a project's articles, read before, takes alone: its records, and Pagefind."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_index, project).result()


def _index(project: Path) -> Used:
    sites = sites_of(build_digest(project, cache=project / ".cache" / "digest"))
    begun, before = time.monotonic(), os.times()
    with tempfile.TemporaryDirectory() as out:
        write_bundle(Path(out), sites)
    wall, after = time.monotonic() - begun, os.times()
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return Used(sum(after[:4]) - sum(before[:4]), wall, peak)


def measure(bench: Bench, runs: int) -> dict[str, Used]:
    """Medians of everything, by what it is."""
    steps: tuple[Callable[[], Used], ...] = (
        bench.stock_build,
        bench.first,
        bench.rendering,
        bench.tree,
        bench.indexing,
        bench.unchanged,
        bench.one_change,
    )
    found: dict[str, list[Used]] = defaultdict(list)
    for _ in range(runs):
        for step in steps:
            found[(step.__doc__ or "").rstrip(".")].append(step())
    return {name: Used(*map(statistics.median, zip(*all_, strict=True))) for name, all_ in found.items()}


def rows(medians: dict[str, Used]) -> Iterator[str]:
    """Rows of the table; rendering alone is what a build takes beside the tree."""
    stock, _, rendering, tree, indexing, *_ = medians.values()
    for name, used in medians.items():
        yield f"| {name} | {used.cpu:.1f} | {used.cpu / stock.cpu:.2f} | {used.wall:.1f} | {used.peak:.0f} |"
    alone = rendering.cpu - tree.cpu - indexing.cpu
    yield f"| rendering: no page kept, without tree and search | {alone:.1f} | {alone / stock.cpu:.2f} | | |"


def sizes(site: Path) -> str:
    """Files and bytes of a site."""
    found = {path: path.stat().st_size for path in site.rglob("*") if path.is_file()}
    pages = [size for path, size in found.items() if path.suffix == ".html"]
    return (
        f"{len(found):,} files of {sum(found.values()) / 1e6:,.0f} MB; {len(pages):,} HTML pages of "
        f"{sum(pages) / 1e6:,.0f} MB, the largest {max(pages) / 1000:,.0f} kB"
    )


def main() -> None:
    """Measure and print."""
    count, runs = map(int, (*sys.argv[1:3], *("300", "5")[len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), count)
        medians = measure(bench, runs)
        print(f"{count} articles; medians of {runs}; load {os.getloadavg()[0]:.1f}\n")
        print("| build | CPU s | of stock | wall s | MiB |\n|---|---|---|---|---|")
        print(*rows(medians), sep="\n")
        print(f"\nSite: {sizes(bench.project / 'site')}. Stock: {sizes(bench.stock / 'site')}.")


if __name__ == "__main__":
    main()
