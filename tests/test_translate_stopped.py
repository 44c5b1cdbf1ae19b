"""Each segment is on disk as it is done: nothing is lost by a stop, and people's work is untouched."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from digest.errors import TranslationError
from digest.model import SegmentState
from digest.translate.engines import EchoEngine
from digest.translate.engines.base import Glossary
from digest.translate.fill import Outcome, fill
from digest.translate.folder import read_memories
from digest.translate.memories import Memories
from digest.translate.memory import Memory, pair, read_memory, write_memory
from tests.jobs import TEXTS, job


def test_each_segment_is_on_disk_when_its_step_is_given(tmp_path: Path) -> None:
    for count, _ in enumerate(fill(job(tmp_path, *TEXTS[:5]), EchoEngine(), Memories()), start=1):
        assert len(read_memory(tmp_path / "a.yml").segments) == count


KILLED = """
import sys, time
from pathlib import Path
from tests.jobs import TEXTS, job
from digest.translate.engines import EchoEngine
from digest.translate.fill import fill
from digest.translate.memories import Memories

class Slow(EchoEngine):
    def translate(self, ar, glossary=()):
        time.sleep(0.005)
        return super().translate(ar, glossary)

for step in fill(job(Path(sys.argv[1]), *TEXTS), Slow(), Memories()):
    print(step.segment.id, flush=True)
"""


@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("after", [1, 7, 20])
def test_killed_at_any_point_it_loses_nothing(tmp_path: Path, after: int, stop: signal.Signals) -> None:
    root = Path(__file__).parent.parent
    write_memory(
        tmp_path / "a.yml",
        Memory("a", (pair(TEXTS[39], "The last minister spoke at length.", SegmentState.HUMAN),)),
    )
    run = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert run.stdout
    finished = [run.stdout.readline().strip() for _ in range(after)]
    time.sleep(0.003 * after)
    run.send_signal(stop)
    finished += run.stdout.read().split()
    assert run.wait() != 0, "it was stopped before its end"
    memory = read_memory(tmp_path / "a.yml")
    there = {entry.id for entry in memory.segments if entry.readable}
    assert set(filter(None, finished)) <= there
    assert memory.segments[-1].en == "The last minister spoke at length."
    assert [item.name for item in tmp_path.glob("*.yml")] == ["a.yml"]
    reading = read_memories(tmp_path)
    known, faults = reading.memories, reading.errors
    assert faults == ()
    rest = list(fill(job(tmp_path, *TEXTS), EchoEngine(), known))
    assert len(rest) == 40 - len(there)
    assert len(read_memory(tmp_path / "a.yml").segments) == 40


def test_what_a_person_writes_meanwhile_is_kept(tmp_path: Path) -> None:
    class Meanwhile(EchoEngine):
        def translate(self, ar: str, glossary: Glossary = ()) -> str | None:
            mine = pair(ar, "A person was quicker.", SegmentState.HUMAN, by="Mona")
            other = pair(TEXTS[9], "Something else.", SegmentState.HUMAN)
            write_memory(tmp_path / "a.yml", Memory("a", (mine, other)))
            return super().translate(ar, glossary)

    (step,) = fill(job(tmp_path, TEXTS[0]), Meanwhile(), Memories())
    assert step.outcome is Outcome.KEPT
    assert {entry.en for entry in read_memory(tmp_path / "a.yml").segments} == {
        "A person was quicker.",
        "Something else.",
    }


def test_a_broken_memory_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("<<<<<<< HEAD\n", "utf-8")
    with pytest.raises(TranslationError, match="merge conflict"):
        list(fill(job(tmp_path, TEXTS[0]), EchoEngine(), Memories()))
    assert (tmp_path / "a.yml").read_text("utf-8") == "<<<<<<< HEAD\n"


def test_what_a_killed_run_left_is_swept_away(tmp_path: Path) -> None:
    old, new = tmp_path / ".a.yml.old.mujaz", tmp_path / ".a.yml.new.mujaz"
    for path in (old, new):
        path.write_text("half", "utf-8")
    os.utime(old, (1, 1))
    list(fill(job(tmp_path, TEXTS[0]), EchoEngine(), Memories()))
    assert sorted(item.name for item in tmp_path.iterdir()) == [".a.yml.new.mujaz", "a.yml"]
