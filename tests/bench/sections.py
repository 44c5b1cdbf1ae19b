"""Measures builds: `python -m tests.bench.sections [N]` prints what pages, site, search and sections cost.

CPU seconds of each build in a process of its own (those that it starts included), its own peak memory
without theirs, and the files and bytes of what it wrote.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from digest.pipeline import build_digest
from digest.render import FRONT, count_sections
from tests.bench.archive import ROOT, write_archive
from tests.bench.site import indexing
from tests.site.project import ENVIRONMENT, copy_project

_SETTING = "  - digest: {section: !ENV [SECTION, '']}\n"


def made_project(folder: Path, count: int) -> Path:
    """The site's own project with so many articles: made ones beside the five."""
    project = copy_project(folder)
    write_archive(project / "seeds", count - len(list((project / "seeds").iterdir())))
    return project


def builds(project: Path) -> Iterator[tuple[str, float, float]]:
    """What is built, with CPU seconds and peak MB."""
    cache = project / ".cache" / "digest"
    yield "first build, conversion included", *run(project)
    yield "nothing changed", *run(project)
    for kept in ("pages", "built"):
        shutil.rmtree(cache / kept)
    yield "findings kept, no page kept", *run(project)
    yield "reading the digest alone", *run(project, "digest", "sections")
    alone = indexing(project)
    yield "the search alone: indexing (memory: Pagefind's program)", alone.cpu, alone.peak * 1.048576
    sections = count_sections(build_digest(project, cache=cache))
    year = max(sections, key=lambda name: sections[name])
    for name, label in ((FRONT, FRONT), (year, f"{year}, {sections[year]} articles")):
        yield f"section {label}, no page kept", *run(project, section=name)
        yield f"section {label}, nothing changed", *run(project, section=name)


def run(
    project: Path, tool: str = "mkdocs", command: str = "build", *, section: str = ""
) -> tuple[float, float]:
    """CPU seconds of a command, with those of what it starts, and its own peak MB."""
    place = ["--site-dir", str(project / "out" / (section or "site"))] if tool == "mkdocs" else []
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.used", tool, command, *place],
        cwd=project,
        env={**ENVIRONMENT, "SECTION": section, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    seconds, memory = map(float, done.stdout.split()[-2:])
    return seconds, memory


def sizes(folder: Path) -> tuple[int, int, int]:
    """Files under a folder, their bytes, and the bytes of the blocks that they take."""
    found = [path.stat() for path in folder.rglob("*") if path.is_file()]
    return len(found), sum(one.st_size for one in found), sum(one.st_blocks * 512 for one in found)


def main(count: int = 300) -> None:
    """Measure everything on one archive, beside the five seeds."""
    with tempfile.TemporaryDirectory() as folder:
        project = made_project(Path(folder) / "project", count)
        settings = project / "mkdocs.yml"
        settings.write_text(settings.read_text("utf-8").replace("  - digest\n", _SETTING), "utf-8")
        print(f"{count} articles\n\n| | CPU s | peak MB | load |\n|---|---|---|---|")
        for label, seconds, memory in builds(project):
            print(f"| {label} | {seconds:.1f} | {memory:.0f} | {os.getloadavg()[0]:.1f} |", flush=True)
        site = project / "out" / "site"
        print("\n| | files | MB | MB on disk |\n|---|---|---|---|")
        cache = project / ".cache" / "digest"
        for label, place in (
            ("tree", cache / "pages"),
            ("pages and files as published, kept", cache / "built" / "files"),
            ("site", site),
            ("search", site / "pagefind"),
            (f"section {FRONT}", project / "out" / FRONT),
        ):
            files, size, blocks = sizes(place)
            print(f"| {label} | {files} | {size / 1e6:.1f} | {blocks / 1e6:.1f} |")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
