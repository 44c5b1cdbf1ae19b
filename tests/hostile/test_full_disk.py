"""A disk that fills up: it is said with the file, nothing is lost, and with room again all is right.

The disk is real: a small file system of the test's own.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from digest.model import SegmentState
from digest.pipeline import build_digest
from digest.translate import Memory, read_memory, write_memory
from digest.translate.memory import pair
from tests.hostile.filling import can_fill, run_full
from tests.hostile.made import small_project
from tests.site.project import build, snapshot

pytestmark = pytest.mark.skipif(
    not can_fill(), reason="this machine lets no test mount a file system of its own"
)
FULL = "No space left on device"


def module(*words: str) -> tuple[str, ...]:
    """The command that runs a module with this Python."""
    return (sys.executable, "-m", *words)


# Nothing at all, amid the pages, amid the theme's files, amid the search.
@pytest.mark.parametrize("free", [0, 100_000, 600_000, 2_000_000])
def test_a_build_that_fills_the_disk(tmp_path: Path, free: int) -> None:
    clean, project = (small_project(tmp_path / name, 2, site=True) for name in ("clean", "project"))
    assert build(clean).returncode == 0
    written = snapshot(project / "seeds") | snapshot(project / "content")
    full, after = run_full(project, *module("mkdocs", "build"), free=free)
    assert full.status == 1
    assert "Traceback" not in full.said
    assert FULL in full.said.splitlines()[-1] or FULL in full.said.splitlines()[-3]
    assert after.status == 0, after.said
    assert snapshot(project / "site") == snapshot(clean / "site")
    assert snapshot(project / "seeds") | snapshot(project / "content") == written


def test_a_build_that_fills_the_disk_leaves_the_site_that_was_there(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", 2, site=True)
    assert build(project).returncode == 0
    (project / "seeds" / "plain-0001.txt").unlink()
    full, after = run_full(project, *module("mkdocs", "build"), free=0)
    assert full.status == 1, full.said
    assert FULL in full.said
    assert after.status == 0, after.said
    site = snapshot(project / "site")
    shutil.rmtree(project / ".cache")
    assert build(project).returncode == 0
    assert snapshot(project / "site") == site


@pytest.mark.parametrize("free", [0, 8_000])
def test_pages_written_to_a_full_disk(tmp_path: Path, free: int) -> None:
    project = small_project(tmp_path / "project", 4)
    full, after = run_full(project, *module("digest", "write", "out"), free=free)
    assert full.status == 1
    assert "cannot be written" in full.said
    assert FULL in full.said
    assert "Traceback" not in full.said
    assert after.status == 0, after.said
    shutil.copytree(project / "out", tmp_path / "first")
    shutil.rmtree(project / ".cache")
    full, after = run_full(project, *module("digest", "write", "out"), free=30_000_000)
    assert (full.status, after.status) == (0, 0)
    assert snapshot(project / "out") == snapshot(tmp_path / "first")


def test_a_translator_whose_disk_is_full(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", 2)
    [first, *_] = build_digest(project).articles
    path = project / "content" / "translations" / "en" / f"{first.id}.yml"
    mine = pair(first.translations[0].segment.ar, "A person wrote this.", SegmentState.HUMAN, by="me")
    write_memory(path, Memory(first.id, (mine,)))
    full, after = run_full(project, *module("digest", "translate", "--engine", "echo"), free=0)
    assert full.status == 1, full.said
    assert FULL in full.said
    assert "Traceback" not in full.said
    assert after.status == 0, after.said
    kept = read_memory(path)
    assert kept
    assert mine in kept.segments
    assert len(kept.segments) > 1
