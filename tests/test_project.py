"""A project that is followed is what a new reading of it gives."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from digest.pipeline import build_digest
from digest.project import Project
from tests.bench.archive import archive

ROOT = Path(__file__).parents[1]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The seeds with what editors wrote, and a part of the vocabulary."""
    for part in ("seeds", "content/corrections", "content/translations"):
        shutil.copytree(ROOT / part, tmp_path / part)
    (tmp_path / "content" / "vocabulary").mkdir()
    for name in ("people-russia-china.yml", "topics.yml"):
        shutil.copy(ROOT / "content" / "vocabulary" / name, tmp_path / "content" / "vocabulary")
    return tmp_path


def test_random_changes_are_followed(folder: Path) -> None:
    dice, texts = random.Random(1), [text for _, text in archive(12)]
    project = Project(folder, cache=folder / "cache")
    project.read()
    for step in range(14):
        changed = _change(folder, dice, texts, step)
        assert project.follow([changed]) == build_digest(folder), changed


def _change(folder: Path, dice: random.Random, texts: list[str], step: int) -> Path:
    """Add, change, spoil or delete a file, or write it again as it was."""
    if step % 3 == 2:
        path = dice.choice(sorted((folder / "content" / "translations" / "en").glob("*.yml")))
        text = path.read_text("utf-8")
        path.write_text(text.replace("state: reviewed", "state: human", 1) if step % 2 else text + "x: 1\n")
    elif step % 3 == 1:
        seed = dice.choice(sorted((folder / "seeds").iterdir()))
        path = folder / "content" / "corrections" / f"{seed.stem}.yml"
        path.write_text(f"slug: one-of-{dice.randint(1, 2)}\n", "utf-8")
    else:
        path = folder / "seeds" / f"{dice.randint(1, 4)}.txt"
        path.write_text(dice.choice(texts) if dice.random() < 0.7 else "", "utf-8")
        if dice.random() < 0.2:
            path.unlink()
    return path


def test_what_is_broken_stays_what_it_was_while_it_is_followed(folder: Path) -> None:
    project = Project(folder)
    before = project.read()
    article = before.articles[0]
    kinds = ("corrections", f"{article.id}.yml"), ("translations", f"en/{article.id}.yml")
    for kind, name in kinds:
        path = folder / "content" / kind / name
        good = path.read_bytes()
        path.write_bytes(good + b"nonsense: [1\n")
        digest = project.follow([path])
        assert digest
        assert digest.articles == before.articles
        (error,) = digest.errors
        assert error.file == f"content/{kind}/{name}"
        assert error.line
        path.write_bytes(good)
        assert project.follow([path]) == before


def test_what_a_deleted_seed_leaves_behind_is_told_and_kept(folder: Path) -> None:
    project = Project(folder)
    first, second = project.read().articles[:2]
    assert project.strays == ()
    (folder / "seeds" / first.seed.name).unlink()
    (folder / "seeds" / second.seed.name).write_bytes(b"")
    project.read()
    assert [stray.file for stray in project.strays] == [
        f"content/translations/en/{first.id}.yml",
        f"content/corrections/{first.id}.yml",
    ], "a seed that cannot be read keeps its files"
    assert all("or delete it" in stray.message for stray in project.strays)
    assert all((folder / stray.file).exists() for stray in project.strays)


@pytest.mark.parametrize("closed", ["seeds", "seeds/more"])
def test_a_folder_that_cannot_be_read_is_told_and_keeps_what_editors_wrote(
    folder: Path, closed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "seeds" / "more").mkdir()
    moved = next((folder / "seeds").glob("*.txt"))
    moved.rename(folder / "seeds" / "more" / moved.name)
    scan, access = os.scandir, os.access

    def scanned(place: Any) -> Any:
        if Path(place) == folder / closed:
            raise PermissionError(13, "Permission denied", str(place))
        return scan(place)

    monkeypatch.setattr(os, "scandir", scanned)
    monkeypatch.setattr(os, "access", lambda path, mode: path != folder / closed and access(path, mode))
    project = Project(folder)
    errors = [(error.file, error.code) for error in project.read().errors]
    assert errors == [("seeds" if closed == "seeds" else "seeds/more", "folder-closed")]
    assert project.strays == ()


def test_two_seeds_of_one_name_are_told_apart_again(folder: Path) -> None:
    project = Project(folder)
    project.read()
    seed = sorted((folder / "seeds").iterdir())[0]
    twin = seed.with_suffix(".md")
    twin.write_text("عنوان آخر\n\n" + "نص طويل من كلمات كثيرة يقرؤه الناس. " * 5, "utf-8")
    with_twin = project.follow([twin])
    assert with_twin == build_digest(folder)
    assert with_twin
    assert any("same identifier" in error.message for error in with_twin.errors)
    seed.unlink()
    assert project.follow([seed]) == build_digest(folder)


def test_a_translation_of_one_article_serves_another(folder: Path) -> None:
    seed = sorted((folder / "seeds").iterdir())[0]
    (folder / "seeds" / "copy.txt").write_bytes(seed.read_bytes())
    project = Project(folder)
    project.read()
    memory = folder / "content" / "translations" / "en" / f"{seed.stem}.yml"
    memory.unlink()
    assert project.follow([memory]) == build_digest(folder)


@pytest.mark.parametrize("path", ["content/vocabulary/topics.yml", "content/ar/index.md", "mkdocs.yml"])
def test_other_files_want_a_new_reading(folder: Path, path: str) -> None:
    project = Project(folder)
    project.read()
    assert project.follow([folder / path]) is None
