"""Builds of the whole site: without a warning, twice the same, under another builder, and with bad input."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.project import ENVIRONMENT, build, copy_project, snapshot


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "project")


def test_a_rebuild_gives_the_same_bytes(project: Path) -> None:
    first = build(project, "--strict")
    assert first.returncode == 0, first.stdout
    assert "WARNING" not in first.stdout
    assert "skipped" not in first.stdout, "MkDocs's own map of the site is not to be made"
    before = snapshot(project / "site")
    assert build(project, "--strict").returncode == 0
    assert snapshot(project / "site") == before
    for path in (project / ".cache").rglob("*"):
        if path.is_file():
            path.unlink()
    assert build(project, "--strict").returncode == 0
    assert snapshot(project / "site") == before


def test_five_articles_in_two_languages(built_site: Path) -> None:
    for language in ("ar", "en"):
        pages = list((built_site / language / "articles").glob("*/index.html"))
        assert len(pages) == 5


def test_properdocs_builds_the_same_site(project: Path, built_site: Path) -> None:
    pytest.importorskip("properdocs", reason="because properdocs is not installed")
    run = build(project, "--strict", "-f", "mkdocs.yml", tool="properdocs")
    assert run.returncode == 0, run.stdout
    assert set(snapshot(project / "site")) == set(snapshot(built_site))


def _empty(project: Path) -> str:
    (project / "seeds" / "empty.txt").write_bytes(b"")
    return "seeds/empty.txt"


def _binary(project: Path) -> str:
    (project / "seeds" / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    return "seeds/picture.txt"


def _undecodable(project: Path) -> str:
    (project / "seeds" / "noise.txt").write_bytes(bytes((i * 37 + i // 251) % 256 for i in range(5000)))
    return "seeds/noise.txt"


def _duplicate(project: Path) -> str:
    seed = sorted((project / "seeds").iterdir())[0]
    seed.with_suffix(".md").write_bytes(seed.read_bytes())
    return "has the same identifier as"


def _linked_to_itself(project: Path) -> str:
    (project / "seeds" / "loop").symlink_to("loop")
    return "loop"


def _linked_far(project: Path) -> str:
    (project / "seeds" / "far").symlink_to(project.parent)
    return "far"


def _broken_yaml(project: Path) -> str:
    folder = project / "content" / "corrections"
    next(iter(sorted(folder.glob("*.yml")))).write_text("slug: [unclosed\n", "utf-8")
    return ".yml:"


def _unknown_key(project: Path) -> str:
    folder = project / "content" / "corrections"
    next(iter(sorted(folder.glob("*.yml")))).write_text("slug: fine\nheadlin: x\n", "utf-8")
    return "headlin"


def _unreadable_format(project: Path) -> str:
    (project / "seeds" / "paper.pdf").write_bytes(b"%PDF-1.7 ...")
    return "seeds/paper.pdf"


@pytest.mark.parametrize(
    "spoil",
    [
        *(_empty, _binary, _undecodable, _duplicate, _linked_to_itself, _linked_far),
        *(_broken_yaml, _unknown_key, _unreadable_format),
    ],
    ids=lambda spoil: spoil.__name__.strip("_"),
)
def test_bad_input_is_named_and_nothing_else_is_lost(project: Path, spoil: Callable[[Path], str]) -> None:
    named = spoil(project)
    run = build(project)
    assert run.returncode == 0, run.stdout
    assert named in run.stdout
    assert "Traceback" not in run.stdout
    assert len(list((project / "site" / "ar" / "articles").glob("*/index.html"))) == 5
    strict = build(project, "--strict")
    assert strict.returncode == 1


ZENSICAL = """\
[project]
site_name = "{name}"
docs_dir = "{language}"
site_dir = "site-{language}"
[project.theme]
language = "{language}"
"""


def test_zensical_renders_the_written_tree(tmp_path: Path, root: Path) -> None:
    pytest.importorskip("zensical", reason="because Zensical is not installed")
    command = [sys.executable, "-m", "digest", "write", str(tmp_path / "tree"), "--root", str(root)]
    assert subprocess.run(command, env=ENVIRONMENT, capture_output=True, check=False).returncode == 0
    for language, name in (("ar", "موجز"), ("en", "Mujaz")):
        config = tmp_path / "tree" / f"{language}.toml"
        config.write_text(ZENSICAL.format(language=language, name=name), "utf-8")
        run = subprocess.run(
            [sys.executable, "-m", "zensical", "build", "-f", config.name],
            cwd=config.parent,
            env=ENVIRONMENT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stdout + run.stderr
        pages = list((config.parent / f"site-{language}" / "articles").glob("*/index.html"))
        assert len(pages) == 5
        assert all(f'lang="{language}"' in page.read_text("utf-8") for page in pages)
