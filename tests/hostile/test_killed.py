"""Processes that are killed while they write: a file is the one version or the other, nothing is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from digest.model import SegmentState
from digest.pipeline import build_digest
from digest.translate import Memory, write_memory
from digest.translate.memory import pair
from tests.hostile.faults import DIGEST, pages_of, run, written
from tests.hostile.killing import run_killed
from tests.hostile.made import small_project
from tests.site.project import ENVIRONMENT


@pytest.mark.parametrize("delay", [0.05, 0.6, 1.0, 1.4])
def test_a_killed_write_leaves_whole_files(tmp_path: Path, delay: float) -> None:
    project, out = small_project(tmp_path / "project", 20), tmp_path / "out"
    command = [*DIGEST, "write", str(out), "--root", str(project)]
    with subprocess.Popen(
        command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as going:
        time.sleep(delay)
        going.kill()
    whole = pages_of(project)
    if out.exists():
        left = {path: text for path, text in written(out).items() if not Path(path).name.startswith(".")}
        assert all(whole[path] == text for path, text in left.items() if path in whole)
    assert run(*command).returncode == 0
    assert written(out).items() >= whole.items()


def test_a_writer_that_is_killed_at_any_moment_leaves_one_version_or_the_other(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    script = (
        "import sys; from pathlib import Path; from digest.files import write_changed\n"
        "n = 0\nprint('go', flush=True)\n"
        "while True:\n    n += 1\n"
        "    write_changed(Path(sys.argv[1]), f'{n}\\n' * 50000, durable=n % 2 == 0)\n"
    )
    for delay in (0.01, 0.05, 0.11, 0.2):
        command = [sys.executable, "-c", script, str(path)]
        with subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True) as going:
            assert going.stdout is not None
            going.stdout.readline()
            time.sleep(delay)
            going.kill()
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        assert len(lines) in (0, 50_000)
        assert len(set(lines)) <= 1


def test_an_import_that_is_killed_loses_nothing(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", 2)
    folder = project / "content" / "translations" / "en"
    digest = build_digest(project)
    units = {t.segment.id: t.segment.ar for article in digest.articles for t in article.translations}
    mine = pair(next(iter(units.values())), "A person wrote this.", SegmentState.HUMAN, by="me")
    write_memory(folder / "plain-0000.yml", Memory("plain-0000", (mine,)))
    po = "".join(f'msgctxt "{id_}"\nmsgid "{ar}"\nmsgstr "English {id_}."\n\n' for id_, ar in units.items())
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    (tmp_path / "in.po").write_text(head + po, "utf-8")
    command = ("digest", "import", str(tmp_path / "in.po"), "--by", "me")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert not (project / ".cache").exists()
    writes = int(run_killed(project, *command, write=0).split("writes: ")[1])
    after = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert after.keys() == {"plain-0000.yml", "plain-0001.yml"}
    for write in (writes, writes - 1, writes - 2, writes - 4):
        for path in folder.iterdir():
            path.unlink()
        (folder / "plain-0000.yml").write_bytes(before["plain-0000.yml"])
        shutil.rmtree(project / ".cache")
        run_killed(project, *command, write=write)
        for path in folder.glob("*.yml"):
            assert path.read_bytes() in (before.get(path.name), after[path.name])
        for path in folder.glob(".*"):
            os.utime(path, (1, 1))
        run_killed(project, *command, write=0)
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == after
