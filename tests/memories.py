"""Memories of translations for tests: one as a file's text, and a folder of two."""

from __future__ import annotations

from pathlib import Path

from digest.model import SegmentState
from digest.text import segment_id
from digest.translate.memory import Memory, pair, write_memory

AR = "وصل الوزير إلى المدينة"
ID = segment_id(AR)
GOOD = f"""article: a
segments:
- id: {ID}
  ar: '{AR}'
  en: 'The minister has arrived in the city'
  state: human
  by: Mona
"""
"""The file of a memory of one pair."""

TEXT = "وقال المدير إن المتحف يستقبل الزوار كل يوم."
OTHER = "أعلنت الوزارة أن الجسر الجديد سيفتتح في شهر مايو المقبل."


def two_memories(root: Path) -> Path:
    """The folder of two memories in a project, one of each kind of pair."""
    path = root / "content" / "translations" / "en"
    note = {"by": "Mona", "note": "The museum of Homs.", "comments": ("first",)}
    write_memory(path / "a.yml", Memory("a", (pair(TEXT, "Open daily.", SegmentState.HUMAN, **note),)))
    retired = pair("قديم", "old", SegmentState.REVIEWED, accept=("names", "numbers"))
    now = pair(OTHER, "The bridge.", SegmentState.MACHINE, by="echo")
    write_memory(path / "b.yml", Memory("b", (now,), (retired,)))
    return path


def edit(path: Path, old: str, new: str) -> None:
    """Change a file in place."""
    text = path.read_text("utf-8")
    assert old in text
    with path.open("r+", encoding="utf-8") as file:
        file.write(text.replace(old, new))
        file.truncate()
