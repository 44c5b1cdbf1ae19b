"""A served site after any changes is, byte for byte, what a full build gives."""

from __future__ import annotations

import gc
import random
import shutil
import time
import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.pages import Page

from digest.assembly import Assembly
from digest.formats import Head
from digest.model import Digest
from digest.plugin.live import LiveSite
from digest.plugin.surroundings import Surroundings
from tests.bench.archive import archive
from tests.site.project import copy_project

ADDRESS = "http://127.0.0.1:8000/"


@dataclass
class Served:
    """A project as `mkdocs serve` holds it, without its web server."""

    project: Path
    site: Path
    live: LiveSite
    builds: list[int]

    def files(self) -> dict[str, bytes]:
        """Every file of the served site."""
        self.live()
        self.live.settle()
        return contents(self.site)

    def built(self, folder: Path) -> dict[str, bytes]:
        """Every file of a full build of the same project."""
        make(self.project, folder)
        found = contents(folder)
        shutil.rmtree(folder)
        return found


def make(project: Path, folder: Path) -> MkDocsConfig:
    """Build a project as a server of its own does: MkDocs keeps plugins for the next build of a process."""
    dict(MkDocsConfig._schema)["plugins"].plugin_cache.clear()
    config = load_config(config_file=str(project / "mkdocs.yml"), site_dir=str(folder))
    config.plugins.on_startup(command="serve", dirty=False)
    config.site_url = ADDRESS
    build(config, serve_url=ADDRESS)
    return config


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    project, site, builds = copy_project(tmp_path / "project"), tmp_path / "served", [0]
    config = make(project, site)

    def builder(*_: object) -> None:
        builds[0] += 1
        config = load_config(config_file=str(project / "mkdocs.yml"), site_dir=str(site))
        config.site_url = ADDRESS
        build(config, serve_url=ADDRESS)

    server = LiveReloadServer(builder, "127.0.0.1", 0, str(site))
    server.watch(config.docs_dir)
    server.watch(str(config.config_file_path))
    try:
        config.plugins.on_serve(server, config=config, builder=builder)
        assert isinstance(server.builder, LiveSite)
        yield Served(project, site, server.builder, builds)
    finally:
        server.server_close()
        gc.unfreeze()


def test_random_changes(served: Served, tmp_path: Path) -> None:
    dice, texts = random.Random(5), [text for _, text in archive(10)]
    for number in (1, 2, 3):
        (served.project / "seeds" / f"made-{number}.txt").write_text(texts.pop(), "utf-8")
    for step in range(6):
        CHANGES[step % len(CHANGES)](served.project, dice, texts)
        files, expected = served.files(), served.built(tmp_path / "full")
        assert sorted(files) == sorted(expected)
        assert [path for path in files if files[path] != expected[path]] == [], step
    assert served.builds == [0]


def test_changes_that_follow_at_once(
    served: Served, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG", "mkdocs.plugins.digest")
    dice, texts = random.Random(7), [text for _, text in archive(40)]
    for pause in (0.0, 0.3, 0.6, *(dice.uniform(0, 0.08) for _ in range(20))):
        dice.choice(CHANGES[:3])(served.project, dice, texts)
        served.live()
        time.sleep(pause)
    (served.project / "seeds" / "short-lived.txt").write_text(texts.pop(), "utf-8")
    served.live()
    time.sleep(0.5)
    (served.project / "seeds" / "short-lived.txt").unlink()
    served.live()
    assert "the other pages are made with the next ones" in caplog.messages
    files, expected = served.files(), served.built(tmp_path / "full")
    assert files.keys() ^ expected.keys() == set()
    assert [path for path in files if files[path] != expected[path]] == []
    assert served.builds == [0]


def test_relations_that_take_long_follow(
    served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("digest.related.relations._FEW", 0)
    monkeypatch.setattr("digest.related.relations._PART", 0)
    finish, left = Assembly.finish, list[bool]()

    def spied(assembly: Assembly, check: Callable[[], None]) -> Digest:
        left.append(assembly.relations.left)
        return finish(assembly, check)

    monkeypatch.setattr(Assembly, "finish", spied)
    dice = random.Random(11)
    for number, (_, text) in enumerate(archive(6)):
        (served.project / "seeds" / f"made-{number}.txt").write_text(text, "utf-8")
        served.live()
        time.sleep(dice.uniform(0, 0.3))
    files, expected = served.files(), served.built(tmp_path / "full")
    assert [path for path in files if files[path] != expected.get(path)] == []
    assert any(left)
    build = served.live.current()
    assert build
    assert not build.project.assembly.relations.left


def test_a_page_whose_making_is_ended_is_current_in_no_menu(
    served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head, ended = Surroundings.head, list[Page]()

    def spied(around: Surroundings, page: Page) -> Head:
        if page.file.src_uri == "ar/topics/index.md" and not ended:
            ended.append(page)
            served.live.hurry()
        return head(around, page)

    monkeypatch.setattr(Surroundings, "head", spied)
    # The last one's page has headings like no other before: what is round it is rendered anew.
    texts = [text for _, text in archive(6)]
    for name, text in (("first", texts[0]), ("second", texts[5])):
        (served.project / "seeds" / f"{name}.txt").write_text(text, "utf-8")
        served.live()
        served.live._work.wait()
    assert ended
    files, expected = served.files(), served.built(tmp_path / "full")
    assert [path for path in files if files[path] != expected.get(path)] == []


@pytest.mark.parametrize("still_waiting", [True, False])
def test_what_was_left_is_made_though_nothing_more_changed(
    served: Served, tmp_path: Path, still_waiting: bool
) -> None:
    _edit(served.project, random.Random(3), [])
    served.live()
    served.live.hurry()
    served.live._work.wait()
    if not still_waiting:
        served.live._pace.calm()
    files, expected = served.files(), served.built(tmp_path / "full")
    assert [path for path in files if files[path] != expected.get(path)] == []
    assert served.builds == [0]


def test_whatever_fails_everything_is_built(
    served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("digest.plugin.live.make_unit", lambda *_: 1 // 0)
        _edit(served.project, random.Random(3), [])
        served.live()
    assert served.builds == [1]
    _edit(served.project, random.Random(4), [])
    assert served.files() == served.built(tmp_path / "full")
    assert served.builds == [1]


def test_nothing_is_written_once_it_is_closed(served: Served) -> None:
    _edit(served.project, random.Random(3), [])
    served.live()
    served.live.close()
    shutil.rmtree(served.site)
    time.sleep(1)
    assert not served.site.exists()


def test_a_site_that_is_no_longer_shown_is_let_go(served: Served) -> None:
    build = served.live.current()
    assert build
    shown = [weakref.ref(build.sites["ar"].index)]
    gc.disable()
    try:
        for _ in range(2):
            _edit(served.project, random.Random(1), [])
            served.live()
            served.live.settle()
            shown.append(weakref.ref(build.sites["ar"].index))
    finally:
        gc.enable()
    assert [bool(one()) for one in shown] == [False, False, True]


def _add(project: Path, dice: random.Random, texts: list[str]) -> None:
    (project / "seeds" / f"new-{dice.randint(1, 9)}.txt").write_text(texts.pop(), "utf-8")


def _edit(project: Path, dice: random.Random, _: list[str]) -> None:
    seed = dice.choice(sorted((project / "seeds").iterdir()))
    seed.write_text(seed.read_text("utf-8").replace("الرئيس", "الزعيم"), "utf-8")


def _delete(project: Path, dice: random.Random, _: list[str]) -> None:
    dice.choice(sorted((project / "seeds").iterdir())).unlink()


def _spoil(project: Path, dice: random.Random, _: list[str]) -> None:
    dice.choice(sorted((project / "seeds").iterdir())).write_bytes(b"\x89PNG\r\n\x1a\n\0\0")


def _rename(project: Path, dice: random.Random, _: list[str]) -> None:
    seed = dice.choice(sorted((project / "seeds").iterdir()))
    path = project / "content" / "corrections" / f"{seed.stem}.yml"
    path.write_text(f"slug: renamed\ntitle: عنوان جديد {dice.randint(1, 9)}\n", "utf-8")


def _translate(project: Path, dice: random.Random, _: list[str]) -> None:
    path = dice.choice(sorted((project / "content" / "translations" / "en").glob("*.yml")))
    path.write_text(path.read_text("utf-8").replace("state: reviewed", "state: machine", 3), "utf-8")


CHANGES: tuple[Callable[[Path, random.Random, list[str]], None], ...] = (
    *(_add, _edit, _translate),
    *(_rename, _spoil, _delete),
)


def test_what_cannot_be_followed_is_built(served: Served, tmp_path: Path) -> None:
    names = served.project / "content" / "vocabulary" / "people-russia-china.yml"
    names.write_text(names.read_text("utf-8").replace("en: Vladimir Putin\n", "en: V. V. Putin\n"), "utf-8")
    assert served.files() == served.built(tmp_path / "full")
    assert served.builds == [1]
    served.live()
    assert served.builds == [1]
