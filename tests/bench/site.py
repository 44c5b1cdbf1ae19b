"""Measures builds of a site: `python -m tests.bench.site [N] [RUNS]` prints a table in Markdown.

Beside each build stands stock MkDocs with Material, its search and its tags, over the tree that `digest
write` makes of the same articles, articles out of the menu. CPU seconds of whole processes, the things
compared in turn, medians of RUNS (3).
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

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

    def stock_build(self) -> float:
        """Stock MkDocs."""
        return self._run("mkdocs", "build", cwd=self.stock)

    def first(self) -> float:
        """A build with nothing kept."""
        shutil.rmtree(self.project / ".cache", ignore_errors=True)
        return self._run("mkdocs", "build", cwd=self.project)

    def rendering(self) -> float:
        """A build of articles that were read before, no page kept."""
        for kept in ("pages", "built"):
            shutil.rmtree(self.project / ".cache" / "digest" / kept, ignore_errors=True)
        return self._run("mkdocs", "build", cwd=self.project)

    def unchanged(self) -> float:
        """A build when nothing changed."""
        return self._run("mkdocs", "build", cwd=self.project)

    def one_change(self) -> float:
        """A build when one seed changed."""
        seed = sorted((self.project / "seeds").iterdir())[7]
        more = "وقال الوزير إن الاجتماع المقبل سيعقد في المدينة نفسها بعد أن تنتهي المشاورات بين الجانبين."
        seed.write_text(f"{seed.read_text('utf-8')}\n{more}\n", "utf-8")
        return self._run("mkdocs", "build", cwd=self.project)

    def _run(self, *command: str, cwd: Path) -> float:
        before = os.times()
        subprocess.run(
            [sys.executable, "-m", *command], cwd=cwd, env=ENVIRONMENT, check=True, capture_output=True
        )
        after = os.times()
        return after.children_user + after.children_system - before.children_user - before.children_system


def main() -> None:
    """Measure and print."""
    count, runs = map(int, (*sys.argv[1:3], *("300", "3")[len(sys.argv) - 1 :]))
    found: dict[str, list[float]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), count)
        steps: tuple[Callable[[], float], ...] = (
            bench.stock_build,
            bench.first,
            bench.rendering,
            bench.unchanged,
            bench.one_change,
        )
        for _ in range(runs):
            for step in steps:
                found[(step.__doc__ or "").rstrip(".")].append(step())
    stock = statistics.median(next(iter(found.values())))
    print(f"{count} articles; medians of {runs}; load {os.getloadavg()[0]:.1f}\n")
    print("| build | CPU s | of stock |\n|---|---|---|")
    for name, values in found.items():
        median = statistics.median(values)
        print(f"| {name} | {median:.1f} | {median / stock:.2f} |", flush=True)


if __name__ == "__main__":
    main()
