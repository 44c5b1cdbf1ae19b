"""Files that change while they are read, and two builds at once: each is whole, and the next is right."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from digest.errors import DigestError
from digest.files import Lock, remove_others, write_changed
from digest.pipeline import build_digest
from tests.hostile.made import BODY, small_project
from tests.site.project import ENVIRONMENT


def test_files_that_vanish_and_change_while_they_are_read(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", 30)
    racing = project / "seeds" / "racing.txt"
    memory = project / "content" / "translations" / "en" / "plain-0000.yml"
    vocabulary = project / "content" / "vocabulary" / "racing.yml"
    going = threading.Event()

    def race() -> None:
        number = 0
        while not going.is_set():
            number += 1
            racing.write_text(BODY.format(number=number) * (number % 3), "utf-8")
            memory.write_text("article: plain-0000\nsegments: []\n"[: number % 40], "utf-8")
            vocabulary.write_text("kind: person\nentries: []\n"[: number % 30], "utf-8")
            for path in (racing, memory, vocabulary):
                path.unlink()

    racer = threading.Thread(target=race)
    racer.start()
    try:
        digests = [build_digest(project) for _ in range(4)]
    finally:
        going.set()
        racer.join()
    for digest in digests:
        assert len([a for a in digest.articles if a.id.startswith("plain")]) == 30
        assert not [error for error in digest.errors if "internal error" in error.message]


def test_a_seed_that_grows_and_shrinks_while_it_is_read(tmp_path: Path) -> None:
    project, cache = small_project(tmp_path / "project", 2), tmp_path / "kept"
    racing, going = project / "seeds" / "racing.txt", threading.Event()
    racing.write_text(BODY.format(number=1), "utf-8")

    def race() -> None:
        # In place, as a slow copy or a download writes: what is read may be any part of it.
        with racing.open("r+b", buffering=0) as file:
            while not going.is_set():
                file.seek(0, os.SEEK_END)
                file.write(BODY.format(number=2).encode())
                if file.tell() > 20_000:
                    file.truncate(700)

    racer = threading.Thread(target=race)
    racer.start()
    try:
        digests = [build_digest(project, cache=cache) for _ in range(6)]
    finally:
        going.set()
        racer.join()
    for digest in digests:
        assert {a.id for a in digest.articles} >= {"plain-0000", "plain-0001"}
        assert not [error for error in digest.errors if "internal error" in error.message]
    assert build_digest(project, cache=cache) == build_digest(project)


def test_two_builds_at_once_and_one_that_was_killed(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", 8, site=True)
    command = [sys.executable, "-m", "mkdocs", "build"]

    def start() -> subprocess.Popen[str]:
        return subprocess.Popen(
            command, cwd=project, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )

    killed = start()
    time.sleep(2.5)
    killed.kill()
    killed.communicate()
    first, second = start(), start()
    said = [going.communicate(timeout=300)[0] for going in (first, second)]
    assert (first.returncode, second.returncode) == (0, 0), said
    assert not [text for text in said if "Traceback" in text or "ERROR" in text]
    for language in ("ar", "en"):
        assert len(list((project / "site" / language / "articles").glob("*/index.html"))) == 8
    for path in (project / "site").rglob("*.html"):
        assert path.read_text("utf-8").rstrip().endswith("</html>")


def test_a_lock_is_waited_for_and_let_go(tmp_path: Path) -> None:
    first, second = Lock(), Lock()
    first.acquire(tmp_path / "lock")
    with pytest.raises(DigestError, match="another build"):
        second.acquire(tmp_path / "lock", seconds=0.2)
    first.release()
    second.acquire(tmp_path / "lock", seconds=5)
    second.release()


def test_what_is_being_written_is_not_cleared_away(tmp_path: Path) -> None:
    (tmp_path / ".page.md.x1y2.mujaz").write_text("half")
    (tmp_path / "stale.md").write_text("old")
    write_changed(tmp_path / "page.md", "new")
    remove_others(tmp_path, ["page.md"])
    assert {path.name for path in tmp_path.iterdir()} == {".page.md.x1y2.mujaz", "page.md"}
