"""A memory's file: its name, its bytes, two who write and read it, and the time that reading takes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from digest.errors import TranslationError
from digest.model import SegmentState
from digest.translate.memory import Memory, pair, parse_memory, read_memory, write_memory
from tests.memories import AR, GOOD, ID
from tests.timed import in_time, seconds, within


def test_a_file_must_be_named_after_its_article(tmp_path: Path) -> None:
    path = tmp_path / "b.yml"
    path.write_text(GOOD, "utf-8")
    with pytest.raises(TranslationError, match="says `article: a`"):
        read_memory(path)
    (tmp_path / "a.yml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TranslationError, match="cannot be read as UTF-8"):
        read_memory(tmp_path / "a.yml")
    with pytest.raises(TranslationError, match="cannot be read"):
        read_memory(tmp_path / "none.yml")


def test_a_byte_order_mark_and_windows_line_ends_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    memory = read_memory(path)
    assert write_memory(path, memory)
    assert path.read_text("utf-8") == GOOD
    assert not write_memory(path, memory), "a second time there is nothing to write"


def test_a_reader_never_sees_half_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    small = Memory("a", (pair(AR, "Short", SegmentState.HUMAN),))
    large = Memory("a", tuple(pair(f"{AR} {n}", "Long " * 50, SegmentState.HUMAN) for n in range(400)))
    write_memory(path, small)
    code = (
        "import sys; from pathlib import Path; from digest.translate.memory import read_memory\n"
        "path = Path(sys.argv[1]); print('ready', flush=True)\n"
        "sizes = {len(read_memory(path).segments) for _ in range(60)}\n"
        "print(sorted(sizes))"
    )
    reader = subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True)
    assert reader.stdout
    assert reader.stdout.readline() == "ready\n"
    while reader.poll() is None:
        write_memory(path, large)
        write_memory(path, small)
    assert reader.returncode == 0
    assert set(eval(reader.stdout.read())) <= {1, 400}
    assert [item.name for item in tmp_path.iterdir()] == ["a.yml"]


def test_reading_is_quick_enough_for_ten_thousand_memories(tmp_path: Path) -> None:
    words = "قال الوزير إن الحكومة ستبدأ العام المقبل تنفيذ خطة واسعة لتطوير الموانئ والطرق في البلاد"
    for number in range(100):
        rows = tuple(
            pair(f"{number} {row} {words}", "The minister said so. " * 6, SegmentState.HUMAN, by="Mona")
            for row in range(20)
        )
        write_memory(tmp_path / f"m{number}.yml", Memory(f"m{number}", rows))
    paths = sorted(tmp_path.iterdir())
    read_memory(paths[0])
    best = min(seconds(lambda: [read_memory(path) for path in paths]) for _ in range(3))
    assert in_time(best, 0.15), "ten thousand would take over 15 seconds"


def test_hostile_text_is_read_in_linear_time() -> None:
    for piece in ("''", "'", "- ", "  en: '", "[a, ", "\\", "  a: ["):
        text = f"article: a\nsegments:\n- id: {ID}\n  ar: '{piece * 300_000}"
        with within(5), pytest.raises(TranslationError):
            parse_memory(text, "a.yml")
