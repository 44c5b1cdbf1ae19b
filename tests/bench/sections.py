"""Measures builds: `python -m tests.bench.sections [N]` prints what pages, site, search and sections cost.

CPU seconds of each build in a process of its own (those that it starts and waits for included), its peak
memory, and the files and bytes of what it wrote. Linux, for the memory is in its units.
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
from tests.bench.archive import write_archive
from tests.site.project import ENVIRONMENT, copy_project

_SETTING = "  - digest: {section: !ENV [SECTION, '']}\n"


def builds(project: Path) -> Iterator[tuple[str, float, float]]:
    """What is built, with CPU seconds and peak MB."""
    cache = project / ".cache" / "digest"
    yield "first build, conversion included", *_run(project)
    yield "nothing changed", *_run(project)
    for kept in ("pages", "contents"):
        shutil.rmtree(cache / kept)
    yield "findings kept, no page kept", *_run(project)
    yield "reading the digest alone", *_run(project, "digest", "sections")
    sections = count_sections(build_digest(project, cache=cache))
    year = max(sections, key=lambda name: sections[name])
    for name, label in ((FRONT, FRONT), (year, f"{year}, {sections[year]} articles")):
        yield f"section {label}, no page kept", *_run(project, section=name)
        yield f"section {label}, nothing changed", *_run(project, section=name)


def _run(
    project: Path, tool: str = "mkdocs", command: str = "build", *, section: str = ""
) -> tuple[float, float]:
    """CPU seconds and peak MB of a command."""
    place = ["--site-dir", str(project / "out" / (section or "site"))] if tool == "mkdocs" else []
    process = subprocess.Popen(
        [sys.executable, "-m", tool, command, *place],
        cwd=project,
        env={**ENVIRONMENT, "SECTION": section},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert process.stderr
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(said.decode())
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1000


def sizes(folder: Path) -> tuple[int, int, int]:
    """Files under a folder, their bytes, and the bytes of the blocks that they take."""
    found = [path.stat() for path in folder.rglob("*") if path.is_file()]
    return len(found), sum(one.st_size for one in found), sum(one.st_blocks * 512 for one in found)


def main(count: int = 300) -> None:
    """Measure everything on one archive, beside the five seeds."""
    with tempfile.TemporaryDirectory() as folder:
        project = copy_project(Path(folder) / "project")
        write_archive(project / "seeds", count - len(list((project / "seeds").iterdir())))
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
            ("HTML of texts, kept", cache / "contents"),
            ("site", site),
            ("search", site / "pagefind"),
            (f"section {FRONT}", project / "out" / FRONT),
        ):
            files, size, blocks = sizes(place)
            print(f"| {label} | {files} | {size / 1e6:.1f} | {blocks / 1e6:.1f} |")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
