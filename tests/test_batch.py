"""Many seeds at once: one process and several, cold and warm, give the same digest; a change is seen."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from digest.batch import announce, processes
from digest.pipeline import Options, build_digest
from tests.hostile.made import small_project

ROOT = Path(__file__).parents[1]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The seeds, their corrections and a part of the vocabulary."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copytree(ROOT / "content" / "corrections", tmp_path / "content" / "corrections")
    (tmp_path / "content" / "vocabulary").mkdir()
    shutil.copy(ROOT / "content" / "vocabulary" / "people-russia-china.yml", tmp_path / "content/vocabulary")
    (tmp_path / "seeds" / "empty.txt").write_text("", "utf-8")
    return tmp_path


def test_several_processes_give_what_one_gives(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = build_digest(project, processes=1)
    monkeypatch.setattr(processes, "_MANY", 2)
    monkeypatch.setattr(processes, "_TASK", 2)
    kept = project / "kept"
    assert build_digest(project, processes=2) == alone
    assert build_digest(project, processes=2, cache=kept) == alone
    assert len(list((kept / "articles").iterdir())) == len(alone.articles) == 5


def test_the_collector_of_waste_is_left_as_it_was(project: Path) -> None:
    build_digest(project, processes=1)
    assert gc.get_freeze_count() == 0


def test_a_warm_build_is_a_cold_one(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cold = build_digest(project, cache=project / "kept")
    plain = build_digest(project)
    monkeypatch.setattr("digest.batch.pages.read_article", _refuse)
    assert build_digest(project, cache=project / "kept") == cold == plain
    assert not build_digest(project).articles


@pytest.mark.parametrize("changed", ["seed", "correction", "vocabulary", "options", "damage"])
def test_what_an_article_is_made_from_counts(project: Path, changed: str) -> None:
    build_digest(project, cache=project / "kept")
    options = Options(summary_sentences=1) if changed == "options" else Options()
    if changed == "seed":
        path = sorted((project / "seeds").glob("0*"))[0]
        path.write_text(path.read_text("utf-8").replace("الرئيس", "الزعيم"), "utf-8")
    elif changed == "correction":
        sorted((project / "content" / "corrections").iterdir())[0].unlink()
    elif changed == "vocabulary":
        sorted((project / "content" / "vocabulary").iterdir())[0].unlink()
    elif changed == "damage":
        for path in (project / "kept").rglob("*.bin"):
            path.write_bytes(path.read_bytes()[:-5])
    assert build_digest(project, options, cache=project / "kept") == build_digest(project, options)


def test_a_lost_process_is_made_up_for(
    project: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    alone = build_digest(project, processes=1)
    monkeypatch.setattr(processes, "_MANY", 2)
    monkeypatch.setattr(processes, "_work", _lose)
    assert build_digest(project, processes=2) == alone
    assert "a process was lost" in caplog.text


def test_a_long_reading_says_how_far_it_is_and_a_short_one_nothing(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    log = logging.getLogger("reading")
    build_digest(project, progress=announce(log))
    assert not caplog.records
    build_digest(project, progress=announce(log, every=0))
    assert caplog.messages == [f"Read {done} of 6 seeds" for done in range(1, 7)]


def test_a_process_that_is_killed_midway_is_made_up_for(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    project = small_project(tmp_path / "project", 200)
    alone = build_digest(project, processes=1)

    def kill(done: int, _total: int) -> None:
        if done == 20:
            multiprocessing.active_children()[0].kill()

    assert build_digest(project, processes=2, progress=kill) == alone
    (record,) = caplog.records
    assert record.getMessage().startswith("a process was lost (")
    assert "the seeds that are left (" in record.getMessage()


def _lose(_: Path) -> bytes:
    os._exit(1)


def _refuse(*_: Any, **__: Any) -> None:
    raise AssertionError("read again")
