"""Writing: only on change, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.errors import DigestError
from digest.files import write_changed


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
