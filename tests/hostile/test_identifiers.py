"""Which of two seeds with one identifier is published: the one with the plainest name, always."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.pipeline import build_digest
from tests.hostile.made import TEXT, small_project


@pytest.mark.parametrize(
    ("wins", "loses"),
    [
        ("a.txt", "A.txt"),
        ("a.html", "A.txt"),
        ("a.txt", "a.TXT"),
        ("a.TXT", "a.html"),
        ("sub-a.txt", "sub/a.txt"),
        ("Sub-a.txt", "sub/a.txt"),
        ("sub a.txt", "sub/a.txt"),
        ("sub/a.txt", "Sub/a.txt"),
        ("sub b/a.txt", "sub/b/a.txt"),
        ("\u00e9.txt", "e\u0301.txt"),
    ],
)
def test_the_plainest_name_has_the_identifier(tmp_path: Path, wins: str, loses: str) -> None:
    project = small_project(tmp_path / "project", 0)
    for number, name in enumerate((loses, wins)):
        (project / "seeds" / name).parent.mkdir(exist_ok=True, parents=True)
        (project / "seeds" / name).write_text(TEXT.replace("رقم 1", f"رقم {number}"), "utf-8")
    digest = build_digest(project)
    assert [article.seed.name for article in digest.articles] == [wins]
    [error] = digest.errors
    assert error.file == f"seeds/{loses}"
    assert f"seeds/{wins}, which is published instead" in error.message
