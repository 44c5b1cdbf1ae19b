"""A project as it is served without a web server, and changes of it, for the tests of what follows them."""

from __future__ import annotations

import gc
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from digest.plugin.live import LiveSite
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
    settings = str(project / "mkdocs.yml")
    config = load_config(config_file=settings, site_dir=str(folder), dev_addr="127.0.0.1:0")
    config.plugins.on_startup(command="serve", dirty=False)
    config.site_url = ADDRESS
    build(config, serve_url=ADDRESS)
    return config


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path there."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@contextmanager
def serving(folder: Path, prepare: Callable[[Path], object] = lambda _: None) -> Iterator[Served]:
    """A copy of the project in a folder, prepared and then served."""
    project, site, builds = copy_project(folder / "project"), folder / "served", [0]
    prepare(project)
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


def _add(project: Path, dice: random.Random, texts: list[str]) -> None:
    (project / "seeds" / f"new-{dice.randint(1, 9)}.txt").write_text(texts.pop(), "utf-8")


def edit_seed(project: Path, dice: random.Random, _: list[str]) -> None:
    """Have a name written otherwise in one of the seeds."""
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
    *(_add, edit_seed, _translate),
    *(_rename, _spoil, _delete),
)
