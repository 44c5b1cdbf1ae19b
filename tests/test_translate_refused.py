"""Answers that are refused and engines that fail: the others go on, and no memory is spoiled."""

from __future__ import annotations

import re
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from digest.model import SegmentState
from digest.text import segment_id
from digest.translate.engines import EngineError, HttpEngine, Watched
from digest.translate.engines.watched import TRIAL
from digest.translate.fill import Outcome, fill
from digest.translate.folder import read_memories
from digest.translate.memories import Memories
from digest.translate.memory import Memory, pair, read_memory, write_memory
from tests.jobs import GOOD, TEXTS, Scripted, job
from tests.recorded import Naps, Reply, reply, running


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
    mine = pair(TEXTS[1], "The second minister spoke.", SegmentState.HUMAN, by="Mona")
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
