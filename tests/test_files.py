"""Writing: only on change, whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from digest.errors import DigestError
from digest.files import is_temporary, make_room, sweep, write_anew, write_changed


def test_a_file_is_written_once(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.txt"
    assert write_changed(path, "نص")
    before = path.stat().st_mtime_ns
    assert not write_changed(path, "نص")
    assert path.stat().st_mtime_ns == before
    assert not write_changed(path, "نص".encode())
    assert write_changed(path, "آخر", durable=True)
    assert path.read_text("utf-8") == "آخر"
    assert [item.name for item in path.parent.iterdir()] == ["b.txt"]


def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "b.txt"
    write_changed(path, "old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DigestError, match=r"b\.txt: cannot be written: No space left on device"):
        write_changed(path, "new", durable=True)
    assert path.read_text("utf-8") == "old"
    assert [item.name for item in tmp_path.iterdir()] == ["b.txt"]


def test_what_a_killed_writer_left_is_swept_away(tmp_path: Path) -> None:
    path = tmp_path / f"{'long' * 20}.yml"
    left, others = tmp_path / f".{path.name[:40]}.x1.mujaz", [".a.yml.x1.mujaz", ".notes", f".{path.name}"]
    for item in (left, *(tmp_path / name for name in others)):
        item.write_text("half", "utf-8")
        os.utime(item, (1, 1))
    sweep(path)
    assert sorted(item.name for item in tmp_path.iterdir()) == sorted(others)
    left.write_text("half", "utf-8")
    sweep(path)
    assert is_temporary(left.name)
    assert left.exists(), "it may be that it is still being written"


def test_room_is_made_without_following_links(tmp_path: Path) -> None:
    mine, root = tmp_path / "mine", tmp_path / "root"
    (mine / "b").mkdir(parents=True)
    (mine / "b" / "c").write_text("mine", "utf-8")
    root.mkdir()
    (root / "a").symlink_to(mine)
    write_anew(make_room(root, "a/b/c"), b"new")
    os.link(mine / "b" / "c", root / "hard")
    write_anew(make_room(root, "hard"), b"new")
    (root / "folder" / "within").mkdir(parents=True)
    write_anew(make_room(root, "folder"), b"new")
    assert (mine / "b" / "c").read_text("utf-8") == "mine"
    assert {path.read_bytes() for path in root.rglob("*") if path.is_file()} == {b"new"}
