"""The run of an engine over an article: what is asked for, what is written, what waits for a person."""

from __future__ import annotations

from pathlib import Path

from digest.model import EntityKind, SegmentState, VocabularyEntry
from digest.translate.context import Context
from digest.translate.engines import EchoEngine, MemoryEngine
from digest.translate.fill import Job, Outcome, fill, pending, write_skeleton
from digest.translate.folder import read_memories
from digest.translate.memories import Memories
from digest.translate.memory import Memory, pair, read_memory, write_memory
from tests.jobs import GOOD, TEXTS, Scripted, job


def test_what_is_missing_is_filled_and_says_who_made_it(tmp_path: Path) -> None:
    write_memory(
        tmp_path / "a.yml",
        Memory("a", (pair(TEXTS[1], "The second minister spoke.", SegmentState.HUMAN, by="Mona"),)),
    )
    work = job(tmp_path, *TEXTS[:3])
    known = read_memories(tmp_path).memories
    assert pending(work, known) == (work.segments[0], work.segments[2])
    steps = list(fill(work, EchoEngine(), known))
    assert [step.outcome for step in steps] == [Outcome.DONE, Outcome.DONE]
    done = read_memory(tmp_path / "a.yml")
    assert [entry.ar for entry in done.segments] == list(TEXTS[:3]), "in article order"
    assert [(entry.state, entry.by) for entry in done.segments] == [
        (SegmentState.MACHINE, "echo"),
        (SegmentState.HUMAN, "Mona"),
        (SegmentState.MACHINE, "echo"),
    ]
    assert list(fill(work, EchoEngine(), read_memories(tmp_path).memories)) == [], (
        "a second run has nothing to do"
    )


def test_the_engine_is_given_the_names_and_its_answer_checked_for_them(tmp_path: Path) -> None:
    bridge = VocabularyEntry("bridge", EntityKind.PLACE, "الجسر", "London Bridge")
    work = job(tmp_path, TEXTS[0])
    work = Job(work.article, work.path, work.segments, {work.segments[0].id: Context((bridge,))})
    engine = Scripted(GOOD)
    (step,) = fill(work, engine, Memories())
    assert engine.asked == [(TEXTS[0], (("الجسر", "London Bridge"),))]
    assert "names: not in the English: London Bridge" in step.message


def test_stale_pairs_of_people_wait_for_people(tmp_path: Path) -> None:
    changed = TEXTS[0].replace("عامين", "أعوام")
    old = pair(TEXTS[0], GOOD, SegmentState.HUMAN, by="Mona")
    write_memory(tmp_path / "a.yml", Memory("a", (old,)))
    work = job(tmp_path, changed)
    assert list(fill(work, EchoEngine(), read_memories(tmp_path).memories)) == []
    memory = read_memory(tmp_path / "a.yml")
    assert (memory.segments[0].state, memory.segments[0].was, memory.retired) == (
        SegmentState.STALE,
        TEXTS[0],
        (old,),
    )
    (step,) = fill(work, EchoEngine(), read_memories(tmp_path).memories, stale=True)
    assert step.outcome is Outcome.DONE
    memory = read_memory(tmp_path / "a.yml")
    assert (memory.segments[0].state, memory.retired) == (SegmentState.MACHINE, (old,))


def test_stale_pairs_of_machines_are_made_anew(tmp_path: Path) -> None:
    changed = TEXTS[0].replace("عامين", "أعوام")
    write_memory(tmp_path / "a.yml", Memory("a", (pair(TEXTS[0], GOOD, SegmentState.MACHINE, by="echo"),)))
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
    second, first = (
        pair(text, f"Minister {n} spoke.", SegmentState.HUMAN) for n, text in enumerate(TEXTS[1::-1])
    )
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
    assert known.by_article["a"].segments[0].state is SegmentState.HUMAN
    assert [step.outcome for step in fill(work, EchoEngine(), known)] == [Outcome.DONE]


def test_the_skeleton_asks_for_no_sentence_that_another_article_has(tmp_path: Path) -> None:
    work = job(tmp_path, *TEXTS[:3])
    other = Memory("b", (pair(TEXTS[1], GOOD, SegmentState.HUMAN),))
    assert write_skeleton(work, Memories.of([other])) == 2
    assert [entry.ar for entry in read_memory(work.path).segments] == [TEXTS[0], TEXTS[2]]
    write_skeleton(work, Memories())
    assert len(read_memory(work.path).segments) == 3
    assert write_skeleton(work, Memories.of([other])) == 2, "it has been translated meanwhile"
