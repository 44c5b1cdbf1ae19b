"""Two versions of the program read the same pages by turns."""

from __future__ import annotations

from pathlib import Path

from tests.bench.archive import ROOT
from tests.bench.reader import SLICE
from tests.bench.versions import compared

_OPENING = "    sentences: list[Sentence] = []\n"
_IDLE = "    for _ in range(1_000_000):\n        pass\n"


def test_each_version_reads_with_its_own_code(tmp_path: Path) -> None:
    other = tmp_path / "digest"
    other.mkdir()
    for path in (ROOT / "digest").iterdir():
        if path.name not in ("__pycache__", "sentences.py"):
            (other / path.name).symlink_to(path)
    code = (ROOT / "digest" / "sentences.py").read_text(encoding="utf-8")
    (other / "sentences.py").write_text(code.replace(_OPENING, _IDLE + _OPENING), encoding="utf-8")
    spent = compared([ROOT, tmp_path], 1, 2 * SLICE)
    assert [len(each) for each in spent.values()] == [2, 2]
    assert min(spent[tmp_path]) > max(spent[ROOT])
