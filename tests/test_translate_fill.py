"""The run: each segment on disk as it is done, nothing lost when it is stopped, people's work untouched."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from digest.errors import TranslationError
from digest.model import EntityKind, Segment, SegmentState, VocabularyEntry
from digest.text import segment_id
from digest.translate.context import Context
from digest.translate.engines import EchoEngine, EngineError, HttpEngine, MemoryEngine, Watched
from digest.translate.engines.base import Glossary
from digest.translate.engines.watched import TRIAL
from digest.translate.fill import Job, Outcome, fill, pending, write_skeleton
from digest.translate.folder import read_memories
from digest.translate.memories import Memories
from digest.translate.memory import Memory, pair, read_memory, write_memory
from tests.recorded import Naps, Reply, reply, running

HUMAN, REVIEWED, MACHINE, STALE, MISSING = SegmentState
TEXTS = tuple(
    f"قال الوزير رقم {number} إن الجسر الجديد سيفتتح بعد أعمال استمرت عامين كاملين." for number in range(40)
)


def segments(*texts: str) -> tuple[Segment, ...]:
    return tuple(Segment(segment_id(text), text, "body", number) for number, text in enumerate(texts))


def job(folder: Path, *texts: str, article: str = "a") -> Job:
    return Job(article, folder / f"{article}.yml", segments(*texts), {})


class Scripted:
    """Answers with what it was told, in turn; an exception is raised."""

    id = "scripted"

    def __init__(self, *answers: str | Exception | None) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[str, Glossary]] = []

    def translate(self, ar: str, glossary: Glossary = ()) -> str | None:
        self.asked.append((ar, glossary))
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


GOOD = "Minister number 0 said the new bridge will open after two full years of work."


def test_what_is_missing_is_filled_and_says_who_made_it(tmp_path: Path) -> None:
    write_memory(
        tmp_path / "a.yml", Memory("a", (pair(TEXTS[1], "The second minister spoke.", HUMAN, by="Mona"),))
    )
    work = job(tmp_path, *TEXTS[:3])
    known = read_memories(tmp_path).memories
    assert pending(work, known) == (work.segments[0], work.segments[2])
    steps = list(fill(work, EchoEngine(), known))
    assert [step.outcome for step in steps] == [Outcome.DONE, Outcome.DONE]
    done = read_memory(tmp_path / "a.yml")
    assert [entry.ar for entry in done.segments] == list(TEXTS[:3]), "in article order"
    assert [(entry.state, entry.by) for entry in done.segments] == [
        (MACHINE, "echo"),
        (HUMAN, "Mona"),
        (MACHINE, "echo"),
    ]
    assert list(fill(work, EchoEngine(), read_memories(tmp_path).memories)) == [], (
        "a second run has nothing to do"
    )


def test_each_segment_is_on_disk_when_its_step_is_given(tmp_path: Path) -> None:
    for count, _ in enumerate(fill(job(tmp_path, *TEXTS[:5]), EchoEngine(), Memories()), start=1):
        assert len(read_memory(tmp_path / "a.yml").segments) == count


KILLED = """
import sys, time
from pathlib import Path
from tests.test_translate_fill import TEXTS, job
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
        tmp_path / "a.yml", Memory("a", (pair(TEXTS[39], "The last minister spoke at length.", HUMAN),))
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


def test_what_fails_a_check_is_kept_out(tmp_path: Path) -> None:
    engine = Scripted(
        "Minister " * 9, "قال الوزير إن الجسر سيفتتح", "Short.", GOOD.replace("two", "&quot;two&quot;")
    )
    steps = list(fill(job(tmp_path, *TEXTS[1:4], TEXTS[0]), engine, Memories()))
    assert [step.outcome for step in steps] == [Outcome.REFUSED] * 3 + [Outcome.DONE]
    assert [step.message.split(":")[0] for step in steps[:3]] == ["repetition", "arabic-left", "length"]
    (entry,) = read_memory(tmp_path / "a.yml").segments
    assert entry.en == GOOD.replace("two", '"two"'), "an entity is mended where that is all"


def test_warnings_are_written_and_told(tmp_path: Path) -> None:
    (step,) = fill(job(tmp_path, TEXTS[0]), Scripted(GOOD.replace("0", "9")), Memories())
    assert step.outcome is Outcome.DONE
    assert step.message.startswith("numbers:")


def test_the_engine_is_given_the_names_and_its_answer_checked_for_them(tmp_path: Path) -> None:
    bridge = VocabularyEntry("bridge", EntityKind.PLACE, "الجسر", "London Bridge")
    work = job(tmp_path, TEXTS[0])
    work = Job(work.article, work.path, work.segments, {work.segments[0].id: Context((bridge,))})
    engine = Scripted(GOOD)
    (step,) = fill(work, engine, Memories())
    assert engine.asked == [(TEXTS[0], (("الجسر", "London Bridge"),))]
    assert "names: not in the English: London Bridge" in step.message


def test_a_failure_at_one_segment_lets_the_others_through(tmp_path: Path) -> None:
    engine = Scripted(EngineError("cut off"), GOOD.replace("0", "1"), None)
    steps = list(fill(job(tmp_path, *TEXTS[:3]), engine, Memories()))
    assert [step.outcome for step in steps] == [Outcome.FAILED, Outcome.DONE, Outcome.NONE]
    assert steps[0].message == "cut off"
    assert len(read_memory(tmp_path / "a.yml").segments) == 1


def test_an_engine_that_cannot_go_on_ends_the_run_and_loses_nothing(tmp_path: Path) -> None:
    engine = Scripted(GOOD, EngineError("the server is gone", fatal=True))
    with pytest.raises(EngineError, match=f"^a {segment_id(TEXTS[1])}: the server is gone"):
        list(fill(job(tmp_path, *TEXTS[:3]), engine, Memories()))
    assert len(read_memory(tmp_path / "a.yml").segments) == 1


def test_an_engine_that_fails_again_and_again_is_given_up_once_it_fails_at_anything(tmp_path: Path) -> None:
    engine = Scripted(*[EngineError("cut off")] * 4, GOOD)
    said = f"^a {segment_id(TEXTS[3])}: scripted failed 3 times running, and at a plain sentence: cut off"
    with pytest.raises(EngineError, match=said):
        list(fill(job(tmp_path, *TEXTS[1:6]), Watched(engine), Memories()))
    assert [asked for asked, _ in engine.asked] == [*TEXTS[1:4], TRIAL]
    tired = Scripted(*[EngineError("HTTP 500 (asked 4 times)", tired=True)] * 2)
    with pytest.raises(EngineError, match="scripted failed once, and at a plain sentence: HTTP 500"):
        list(fill(job(tmp_path, *TEXTS[1:6]), Watched(tired), Memories()))


@pytest.mark.parametrize(
    "refusal", [reply(400, {"error": "filtered"}), reply(413, b""), reply(422, {}), reply(500, {})]
)
def test_refused_sentences_keep_no_other_from_being_translated(tmp_path: Path, refusal: Reply) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        asked = server.asked[-1][2]["q"]
        number = re.search(r"\d+", asked)
        good = GOOD.replace("0", number[0]) if number else "Good morning."
        (refusal if number and int(number[0]) < 8 else reply(200, {"translatedText": good}))(handler)

    with running() as server:
        server.replies = [answer]
        engine = Watched(HttpEngine(server.url, patience=Naps().patience(attempts=2)))
        steps = list(fill(job(tmp_path, *TEXTS[:10]), engine, Memories()))
    assert [step.outcome for step in steps] == [Outcome.FAILED] * 8 + [Outcome.DONE] * 2
    assert len(read_memory(tmp_path / "a.yml").segments) == 2


@pytest.mark.parametrize("odd", ["\ud83d", "\x00", "\x1b[31m", "\u202e", "\ufffe", "&#xdbff;"])
def test_no_answer_makes_a_memory_unreadable(tmp_path: Path, odd: str) -> None:
    mine = pair(TEXTS[1], "The second minister spoke.", HUMAN, by="Mona")
    write_memory(tmp_path / "a.yml", Memory("a", (mine,)))
    with running() as server:
        server.replies = [reply(200, {"translatedText": f"{GOOD} {odd}"})]
        (step,) = fill(job(tmp_path, *TEXTS[:2]), HttpEngine(server.url), read_memories(tmp_path).memories)
    assert step.outcome is Outcome.REFUSED
    assert step.message.startswith("artefact: ")
    assert step.message.isprintable()
    assert read_memory(tmp_path / "a.yml").segments == (mine,)


def test_marks_that_nobody_sees_are_taken_out_of_an_answer(tmp_path: Path) -> None:
    (step,) = fill(
        job(tmp_path, TEXTS[0]), Scripted(f"\ufeff{GOOD}\u200e".replace("new", "n\u00adew")), Memories()
    )
    assert step.outcome is Outcome.DONE
    assert read_memory(tmp_path / "a.yml").segments[0].en == GOOD


def test_what_a_person_writes_meanwhile_is_kept(tmp_path: Path) -> None:
    class Meanwhile(EchoEngine):
        def translate(self, ar: str, glossary: Glossary = ()) -> str | None:
            mine = pair(ar, "A person was quicker.", HUMAN, by="Mona")
            other = pair(TEXTS[9], "Something else.", HUMAN)
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


def test_stale_pairs_of_people_wait_for_people(tmp_path: Path) -> None:
    changed = TEXTS[0].replace("عامين", "أعوام")
    old = pair(TEXTS[0], GOOD, HUMAN, by="Mona")
    write_memory(tmp_path / "a.yml", Memory("a", (old,)))
    work = job(tmp_path, changed)
    assert list(fill(work, EchoEngine(), read_memories(tmp_path).memories)) == []
    memory = read_memory(tmp_path / "a.yml")
    assert (memory.segments[0].state, memory.segments[0].was, memory.retired) == (STALE, TEXTS[0], (old,))
    (step,) = fill(work, EchoEngine(), read_memories(tmp_path).memories, stale=True)
    assert step.outcome is Outcome.DONE
    memory = read_memory(tmp_path / "a.yml")
    assert (memory.segments[0].state, memory.retired) == (MACHINE, (old,))


def test_stale_pairs_of_machines_are_made_anew(tmp_path: Path) -> None:
    changed = TEXTS[0].replace("عامين", "أعوام")
    write_memory(tmp_path / "a.yml", Memory("a", (pair(TEXTS[0], GOOD, MACHINE, by="echo"),)))
    (step,) = fill(job(tmp_path, changed), EchoEngine(), read_memories(tmp_path).memories)
    assert step.outcome is Outcome.DONE


def test_the_same_sentence_is_translated_once(tmp_path: Path) -> None:
    first, second = job(tmp_path, TEXTS[0]), job(tmp_path, *TEXTS[:2], article="b")
    done = {step.segment.id for step in fill(first, EchoEngine(), Memories())}
    steps = list(fill(second, EchoEngine(), Memories(), done=done))
    assert [step.segment.ar for step in steps] == [TEXTS[1]]
    known = read_memories(tmp_path).memories
    assert pending(second, known) == ()


def test_the_memory_engine_adds_nothing_and_puts_files_in_order(tmp_path: Path) -> None:
    second, first = (pair(text, f"Minister {n} spoke.", HUMAN) for n, text in enumerate(TEXTS[1::-1]))
    write_memory(tmp_path / "a.yml", Memory("a", (second, first)))
    steps = list(fill(job(tmp_path, *TEXTS[:3]), MemoryEngine(), read_memories(tmp_path).memories))
    assert [step.outcome for step in steps] == [Outcome.NONE]
    assert read_memory(tmp_path / "a.yml").segments == (first, second)
    list(fill(job(tmp_path, TEXTS[5], article="b"), MemoryEngine(), Memories()))
    assert not (tmp_path / "b.yml").exists(), "a file with nothing in it is not written"


def test_the_skeleton_waits_for_a_person(tmp_path: Path) -> None:
    work = job(tmp_path, *TEXTS[:2])
    assert write_skeleton(work, Memories()) == 2
    text = (tmp_path / "a.yml").read_text("utf-8")
    assert text.count("  en: ''\n  state: missing\n") == 2
    (tmp_path / "a.yml").write_text(text.replace("en: ''", f"en: {GOOD}", 1), "utf-8")
    known = read_memories(tmp_path).memories
    assert write_skeleton(work, known) == 1
    known = read_memories(tmp_path).memories
    assert known.by_article["a"].segments[0].state is HUMAN
    assert [step.outcome for step in fill(work, EchoEngine(), known)] == [Outcome.DONE]


def test_the_skeleton_asks_for_no_sentence_that_another_article_has(tmp_path: Path) -> None:
    work = job(tmp_path, *TEXTS[:3])
    other = Memory("b", (pair(TEXTS[1], GOOD, HUMAN),))
    assert write_skeleton(work, Memories.of([other])) == 2
    assert [entry.ar for entry in read_memory(work.path).segments] == [TEXTS[0], TEXTS[2]]
    write_skeleton(work, Memories())
    assert len(read_memory(work.path).segments) == 3
    assert write_skeleton(work, Memories.of([other])) == 2, "it has been translated meanwhile"
