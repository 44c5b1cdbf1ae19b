"""Reading the folder of memories: what changed is parsed, and nothing else, whatever clocks say."""

from __future__ import annotations

import os
import pickle
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from digest.model import SegmentState
from digest.store import Store
from digest.text import segment_id
from digest.translate import folder
from digest.translate.folder import Reading, read_memories
from digest.translate.memory import Memory, pair, write_memory
from tests.memories import OTHER, TEXT, edit, two_memories
from tests.timed import in_time, seconds

Read = Callable[[], Reading]


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return two_memories(tmp_path)


@pytest.fixture
def anew(files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    """Reads as a new process does."""

    def read() -> Reading:
        monkeypatch.setattr(folder, "_LAST", {})
        return read_memories(files, store=Store(tmp_path / "kept"))

    return read


@pytest.fixture
def rested(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file has rested when it is read."""
    monkeypatch.setattr(folder, "_RESTED", -1)


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are parsed."""
    names = list[str]()
    real = folder.read_memory

    def note(path: Path, **named: Any) -> Memory:
        names.append(path.name)
        return real(path, **named)

    monkeypatch.setattr(folder, "read_memory", note)
    return names


def english(reading: Reading, article: str = "a") -> str:
    return reading.memories.by_article[article].segments[0].en


def test_a_bad_file_takes_no_other_down(files: Path) -> None:
    (files / "b.yml").write_text("article: b\nsegments:\n- id: x\n", "utf-8")
    reading = read_memories(files)
    assert list(reading.memories.by_article) == ["a"]
    assert [(fault.file, fault.line) for fault in reading.errors] == [("content/translations/en/b.yml", 3)]
    assert not read_memories(files / "none").memories.by_article


def test_a_file_that_was_good_stays_what_it_was_for_who_has_read_it(anew: Read, files: Path) -> None:
    first = anew()
    good = (files / "a.yml").read_text("utf-8")
    for broken in ("<<<<<<< HEAD\n" + good, good.replace("state: human", "state: done")):
        (files / "a.yml").write_text(broken, "utf-8")
        reading = read_memories(files, previous=first)
        (error,) = reading.errors
        assert error.file.endswith("content/translations/en/a.yml")
        assert error.line
        assert reading.memories.by_article["a"] == first.memories.by_article["a"]
        assert not reading.changes_since(first)
        assert read_memories(files, previous=reading).errors == (error,)
    assert "a" not in anew().memories.by_article, "a new process has never seen it"
    mended = good.replace("Open daily.", "Open every day.")
    (files / "a.yml").write_text(mended, "utf-8")
    again = read_memories(files, previous=reading)
    assert again.errors == ()
    assert again.changes_since(reading).articles == {"a"}


def test_only_changed_files_are_read_again(files: Path) -> None:
    first = read_memories(files)
    assert read_memories(files).memories is first.memories
    write_memory(files / "b.yml", Memory("b", (pair(OTHER, "changed", SegmentState.HUMAN),)))
    second = read_memories(files)
    assert english(second, "b") == "changed"
    assert second.memories.by_article["a"] is first.memories.by_article["a"]
    (files / "a.yml").unlink()
    assert list(read_memories(files).memories.by_article) == ["b"]
    assert list(read_memories(files, previous=first).memories.by_article) == ["b"]


def test_another_process_parses_nothing_again(anew: Read, files: Path, parsed: list[str]) -> None:
    (files / "c.yml").write_text("article: c\nsegments: 1\n", "utf-8")
    first = anew()
    assert sorted(parsed) == ["a.yml", "b.yml", "c.yml"]
    second = anew()
    assert len(parsed) == 3
    assert dict(second.memories.by_article) == dict(first.memories.by_article)
    lines = [[entry.line for entry in r.memories.by_article["b"].retired] for r in (first, second)]
    assert lines[0] == lines[1] != [0]
    assert second.errors == first.errors != ()
    assert second.memories.find(segment_id(TEXT)) == first.memories.find(segment_id(TEXT))


@pytest.mark.usefixtures("rested")
def test_a_file_that_rests_is_not_even_opened(anew: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    first = anew()
    monkeypatch.setattr(folder, "read_regular", None)
    assert dict(anew().memories.by_article) == dict(first.memories.by_article)


def test_a_change_within_a_tick_of_the_clock_is_seen(anew: Read, files: Path) -> None:
    path, change = files / "a.yml", ("Open", "Shut")
    for _ in range(20):
        english(anew())
        stamp = path.stat()
        edit(path, *change)
        os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
        assert path.stat().st_size == stamp.st_size
        assert english(anew()) == f"{change[1]} daily."
        change = change[::-1]


@pytest.mark.usefixtures("rested")
@pytest.mark.skipif(os.name == "nt", reason="its inodes have no time of their own")
@pytest.mark.parametrize("clock", [1, 2**60, 2**62], ids=["1970", "2006", "2116"])
def test_a_change_is_seen_whose_time_was_put_back(anew: Read, files: Path, clock: int) -> None:
    os.utime(files / "a.yml", ns=(clock, clock))
    assert english(anew()) == "Open daily."
    time.sleep(0.05)
    edit(files / "a.yml", "Open", "Shut")
    os.utime(files / "a.yml", ns=(clock, clock))
    assert english(anew()) == "Shut daily."


@pytest.mark.usefixtures("rested")
def test_a_checkout_of_the_same_bytes_is_not_parsed(anew: Read, files: Path, parsed: list[str]) -> None:
    anew()
    for path in sorted(files.iterdir()):
        text = path.read_bytes()
        path.unlink()
        path.write_bytes(text)
        os.utime(path, ns=(5, 5))
    parsed.clear()
    assert english(anew()) == "Open daily."
    assert not parsed
    other = (files / "a.yml").read_text("utf-8").replace("Open", "Shut")
    (files / "new").write_text(other, "utf-8")
    (files / "new").replace(files / "a.yml")
    os.utime(files / "a.yml", ns=(5, 5))
    assert english(anew()) == "Shut daily."
    assert parsed == ["a.yml"]


@pytest.mark.parametrize("damage", [b"", b"mujaz 1\n" + b"\0" * 99, b"\x80\x05."])
def test_a_damaged_store_is_made_again(
    anew: Read, tmp_path: Path, damage: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    anew()
    kept = sorted((tmp_path / "kept").iterdir())
    assert len(kept) == 2
    for path in kept:
        path.write_bytes(damage)
    assert english(anew()) == "Open daily."
    assert "damaged" in caplog.text
    assert sorted((tmp_path / "kept").iterdir()) == kept


def test_a_store_that_holds_something_else_is_not_believed(anew: Read, tmp_path: Path) -> None:
    anew()
    for path in (tmp_path / "kept").iterdir():
        for planted in ([1, 2], {"a.yml": 5}, {"a.yml": (1, 2)}, {"a.yml": ((1,), True, b"", (1, 2))}):
            Store(tmp_path / "kept").put(path.stem, pickle.dumps(planted))
            assert english(anew()) == "Open daily."


def test_a_change_writes_one_entry_of_the_store(anew: Read, files: Path, tmp_path: Path) -> None:
    anew()
    before = {path: path.stat().st_ino for path in (tmp_path / "kept").iterdir()}
    edit(files / "b.yml", "The bridge.", "The new bridge.")
    assert english(anew(), "b") == "The new bridge."
    assert sum(path.stat().st_ino != inode for path, inode in before.items()) == 1
    (files / "b.yml").unlink()
    anew()
    assert len(list((tmp_path / "kept").iterdir())) == 1


def test_what_was_read_without_a_store_goes_into_the_next(files: Path, tmp_path: Path) -> None:
    read_memories(files)
    read_memories(files, store=Store(tmp_path / "kept"))
    assert len(list((tmp_path / "kept").iterdir())) == 2


def test_a_link_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.yml").symlink_to(tmp_path / "none.yml")
    (found,) = read_memories(tmp_path).errors
    assert found.file.endswith("a.yml")
    assert "cannot be read" in found.message


@pytest.mark.usefixtures("rested")
def test_asking_again_costs_little(tmp_path: Path) -> None:
    for number in range(500):
        write_memory(
            tmp_path / f"m{number}.yml",
            Memory(f"m{number}", (pair(f"{TEXT} {number}", "x", SegmentState.HUMAN),)),
        )
    read_memories(tmp_path)
    again = min(seconds(lambda: read_memories(tmp_path)) for _ in range(3))
    assert in_time(again, 0.05), "ten thousand would take over a second"
