"""What is kept between builds: used when nothing changed, thrown away when damaged, never trusted to run."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from digest.model import FileError
from digest.store import Store, fingerprint, pack, unpack

FAULT = FileError("seeds/a.txt", "is empty", 3)


def test_what_is_put_is_got(tmp_path: Path) -> None:
    Store(tmp_path / "new").put("a", pack(FAULT))
    assert Store(tmp_path / "new").get("a") == FAULT
    assert Store(tmp_path / "new").get("b") is None


@pytest.mark.parametrize("damage", [b"", b"mujaz 0\n", b"\0" * 200])
def test_a_damaged_entry_is_thrown_away_and_said(
    tmp_path: Path, damage: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    store = Store(tmp_path)
    store.put("a", pack(FAULT))
    (tmp_path / "a.bin").write_bytes(damage)
    assert store.get("a") is None
    assert "damaged" in caplog.text
    assert not (tmp_path / "a.bin").exists()


def test_one_changed_bit_is_seen(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("a", pack(FAULT))
    data = bytearray((tmp_path / "a.bin").read_bytes())
    data[-10] ^= 1
    (tmp_path / "a.bin").write_bytes(data)
    assert store.get("a") is None


class _Planted:
    """Runs something where it is unpickled."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return eval, ("1",)


def test_nothing_but_the_model_is_loaded() -> None:
    for planted in (pickle.dumps(_Planted()), pickle.dumps(Path("x")), b"cdigest.model.base\nfield\n."):
        with pytest.raises(pickle.UnpicklingError):
            unpack(planted)


def test_a_folder_that_cannot_be_written_is_said_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    store = Store(tmp_path / "file" / "folder")
    store.put("a", pack(FAULT))
    store.put("b", pack(FAULT))
    assert store.get("a") is None
    assert caplog.text.count("not kept") == 1


def test_entries_of_other_keys_go(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for key in "abc":
        store.put(key, pack(FAULT))
    store.keep_only(["b"])
    assert [path.name for path in tmp_path.iterdir()] == ["b.bin"]


def test_a_fingerprint_tells_its_parts_apart() -> None:
    assert fingerprint("ab", "c") != fingerprint("a", "bc")
    assert fingerprint("ab") == fingerprint(b"ab")
