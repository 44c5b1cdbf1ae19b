"""What is damaged takes nothing else down: kept results are made again, broken seeds are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.pipeline import build_digest
from tests.hostile.faults import DIGEST, run
from tests.hostile.made import BODY, small_project
from tests.site.project import build


def test_a_spoiled_cache_is_made_again(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", 1, site=True)
    pages = project / ".cache" / "digest" / "pages"
    (pages / "ar" / "articles").mkdir(parents=True)
    (pages / "ar" / "articles" / "plain-0000.md").write_bytes(b"\xff\0 half of a page")
    (pages / "ar" / "articles" / "long-gone.md").write_text("gone", "utf-8")
    (pages / ".plain-0000.md.tmp.mujaz").write_text("half", "utf-8")
    done = build(project)
    assert done.returncode == 0, done.stdout
    site = project / "site" / "ar" / "articles"
    assert "لافروف" in (site / "plain-0000" / "index.html").read_text("utf-8")
    assert not (site / "long-gone").exists()


@pytest.mark.parametrize("damage", [b"", b"mujaz 0\n and so on", b"\0" * 5000])
def test_damaged_findings_are_said_once_and_made_again(tmp_path: Path, damage: bytes) -> None:
    project, kept = small_project(tmp_path / "project", 3), tmp_path / "project/.cache/digest/articles"
    command = (*DIGEST, "check", "--root", str(project))
    first = run(*command)
    entries = {path.name: path.read_bytes() for path in kept.iterdir()}
    assert len(entries) == 3
    for path in kept.iterdir():
        path.write_bytes(damage)
    second = run(*command)
    assert (second.returncode, second.stdout) == (0, first.stdout)
    (line,) = second.stderr.splitlines()
    assert "is damaged or of another version: it is made again" in line
    assert {path.name: path.read_bytes() for path in kept.iterdir()} == entries


def _broken(number: int) -> tuple[str, bytes]:
    """One of twenty ways in which a seed is broken, and its file name's ending."""
    text = BODY.format(number=number)
    ways: tuple[tuple[str, bytes], ...] = (
        ("txt", b""),
        ("txt", b" \n\t\n "),
        ("txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4),
        ("txt", b"%PDF-1.7 " + text.encode()),
        ("txt", b"PK\x03\x04" + bytes(500)),
        ("txt", bytes((i * 37 + i // 251) % 256 for i in range(3000))),
        ("pdf", text.encode()),
        ("docx", text.encode()),
        ("jpg", text.encode()),
        ("exe", text.encode()),
        ("txt", "؟!،".encode() * 50),
        ("txt", "عنوان".encode()),
        ("txt", ("ا" * 1_100_000).encode()),
        ("txt", ("سطر\n" * 20_100).encode()),
        ("txt", b"x" * 5_000_001),
        ("md", f"---\ntitle: [x\n---\n{text}".encode()),
        ("md", f"---\na: 1\na: 2\n---\n{text}".encode()),
        ("md", f"---\nx: !!python/name:os.system\n---\n{text}".encode()),
        ("html", b"<html><body></body></html>"),
        ("mhtml", b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nx"),
    )
    return ways[number % len(ways)]


def test_eight_hundred_of_a_thousand(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", 800)
    for number in range(200):
        suffix, data = _broken(number)
        (project / "seeds" / f"broken-{number:03}.{suffix}").write_bytes(data)
    digest = build_digest(project)
    assert len(digest.articles) == 800
    assert {article.id.partition("-")[0] for article in digest.articles} == {"plain"}
    named = [error.file for error in digest.errors]
    assert len(named) == len(set(named)) == 200
    assert all(file.startswith("seeds/broken-") for file in named)
    assert all(error.message and "internal error" not in error.message for error in digest.errors)
