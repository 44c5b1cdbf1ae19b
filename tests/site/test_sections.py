"""Sections built apart and laid over each other are, byte for byte, the site that one build gives."""

from __future__ import annotations

import logging
import re
import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError

from digest.pipeline import build_digest
from digest.render import FRONT, count_sections, section_of
from tests.bench.archive import archive
from tests.site.project import copy_project

SETTING = "  - digest: {section: !ENV [SECTION, ''], sections_from: 12}\n"
ADDRESS = "http://127.0.0.1:8000/"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds and eight made articles; pages by hand that lead to, stand for and list articles."""
    folder = copy_project(tmp_path_factory.mktemp("sections") / "project")
    for name, text in archive(8):
        (folder / "seeds" / name).write_text(text, "utf-8")
    newest, *_, oldest = (article.slug for article in build_digest(folder).articles)
    content = folder / "content" / "ar"
    links = f"[ا](articles/{oldest}.md) [ب](../en/articles/{newest}.md#s1) [ج](../originals/{oldest}.txt)"
    (content / "more.md").write_text(f"# مزيد\n\n{links} [د](people/index.md)\n", "utf-8")
    (content / "articles").mkdir()
    (content / "articles" / f"{newest}.md").write_text("# كتبه إنسان\n", "utf-8")
    settings = (folder / "mkdocs.yml").read_text("utf-8").replace("  - digest\n", SETTING)
    added = f"  - ar:\n      - ar/articles/{oldest}.md\n      - ar/more.md\n      - ar/places/russia.md\n"
    (folder / "mkdocs.yml").write_text(settings.replace("  - ar:\n", added), "utf-8")
    return folder


def make(project: Path, folder: Path, section: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Every file of a build, which fails on any warning."""
    monkeypatch.setenv("SECTION", section)
    dict(MkDocsConfig._schema)["plugins"].plugin_cache.clear()
    build(load_config(config_file=str(project / "mkdocs.yml"), site_dir=str(folder), strict=True))
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def elsewhere(project: Path, tmp_path: Path) -> Path:
    """The project as another machine has it: without anything that a build left."""
    return Path(shutil.copytree(project, tmp_path / "elsewhere", ignore=shutil.ignore_patterns(".cache")))


def test_sections_make_up_the_site(
    project: Path, elsewhere: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [*count_sections(build_digest(project)), FRONT]
    assert len(names) > 4
    assert "undated" in names
    whole = make(project, tmp_path / "whole", "", monkeypatch)
    parts: dict[str, bytes] = {}
    two = " , ".join(names[:2])
    for number, name in enumerate([two, *names[2:]]):
        made = make((project, elsewhere)[number % 2], tmp_path / f"part-{number}", name, monkeypatch)
        assert not made.keys() & parts.keys(), name
        parts |= made
    assert sorted(parts) == sorted(whole)
    assert [path for path in whole if whole[path] != parts[path]] == []
    again = make(project, tmp_path / "again", "", monkeypatch)
    assert again == whole


def test_a_section_holds_its_own_articles(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = build_digest(project)
    name, count = max(count_sections(digest).items(), key=lambda item: item[1])
    made = make(project, tmp_path / "one", name, monkeypatch)
    slugs = {article.slug for article in digest.articles if section_of(article) == name}
    assert len(slugs) == count
    assert {path.split("/")[2] for path in made if path.startswith("ar/articles/")} == slugs
    assert {path.split("/")[0] for path in made} <= {"ar", "en", "originals"}
    assert {path.split("/")[1] for path in made if path[:2] in ("ar", "en")} <= {"articles", "parallel"}


def test_a_large_build_says_that_there_are_sections(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    make(project, tmp_path / "whole", "", monkeypatch)
    assert "`digest sections`" in caplog.text
    caplog.clear()
    make(project, tmp_path / "front", FRONT, monkeypatch)
    assert "`digest sections`" not in caplog.text


@pytest.mark.parametrize(
    ("section", "change", "said"),
    [
        ("../other", ("^", ""), "'../other' is no year"),
        ("1066", ("^", ""), "no article is of 1066"),
        (FRONT, ("sections_from: 12", "fast: false"), "fast: true"),
        (FRONT, (r"\nnav:\n(?: .*\n)+", "\n"), "a nav"),
    ],
)
def test_what_cannot_be_built_is_refused(
    section: str,
    change: tuple[str, str],
    said: str,
    elsewhere: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    settings = elsewhere / "mkdocs.yml"
    settings.write_text(re.sub(*change, settings.read_text("utf-8")), "utf-8")
    with pytest.raises((Abort, PluginError)):
        make(elsewhere, elsewhere / "site", section, monkeypatch)
    assert said in caplog.text
    assert not [path for path in (elsewhere / "site").rglob("*") if path.is_file()]
