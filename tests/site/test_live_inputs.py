"""Whatever a served site is made from, and whenever it is saved, what is shown is what a full build gives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from digest.plugin.inputs import Inputs
from tests.site.following import Served, serving


def test_what_is_saved_while_everything_is_built_follows(
    served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    of, page = Inputs.of, served.project / "content" / "en" / "tags.md"

    def late(config: MkDocsConfig) -> Inputs:
        """MkDocs has listed the pages by now."""
        if not page.exists():
            page.write_text("# By hand\n", "utf-8")
        return of(config)

    monkeypatch.setattr(Inputs, "of", late)
    _replace(served.project / "content" / "vocabulary" / "people-russia-china.yml", "Vladimir", "V.")
    assert served.files() != served.built(tmp_path / "full")
    assert served.files() == served.built(tmp_path / "full")


def _pages_apart(project: Path) -> None:
    pages = project / "pages"
    pages.mkdir()
    for name in ("ar", "en", "index.md", "assets"):
        if (project / "content" / name).exists():
            (project / "content" / name).rename(pages / name)
    _replace(project / "mkdocs.yml", "docs_dir: content", "docs_dir: pages")


def _inherit(project: Path) -> None:
    settings = project / "mkdocs.yml"
    settings.rename(project / "base.yml")
    settings.write_text("INHERIT: base.yml\n", "utf-8")


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("prepare", "file", "old", "new"),
    [
        (_pages_apart, "content/vocabulary/people-russia-china.yml", "Vladimir", "V."),
        (_inherit, "base.yml", "  - digest\n", "  - digest:\n      summary_sentences: 1\n"),
    ],
)
def test_what_mkdocs_does_not_name_is_followed(
    tmp_path: Path, prepare: Callable[[Path], None], file: str, old: str, new: str
) -> None:
    with serving(tmp_path, prepare) as served:
        _replace(served.project / file, old, new)
        assert served.files() == served.built(tmp_path / "full")
        assert served.builds == [1]
