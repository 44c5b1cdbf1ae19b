"""Work in the background ends or rests while somebody waits, who is seen at once."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from threading import Event, Thread

import pytest
from mkdocs.livereload import LiveReloadServer

from digest.plugin.background import HurriedError, Pace
from digest.plugin.watching import Pulse, changed_files, stamps, watch_at_once

PATIENCE = 20.0
"""Seconds after which a test says that something does not come."""


def test_steps_end_where_somebody_waits() -> None:
    pace = Pace()
    steps = pace.of(range(9))
    assert [next(steps) for _ in range(5)] == [0, 1, 2, 3, 4]
    pace.hurry()
    with pytest.raises(HurriedError):
        next(steps)
    pace.calm()
    assert list(pace.of(range(3))) == [0, 1, 2]


@pytest.mark.parametrize("rests", [True, False])
def test_a_pause_lasts_as_long_as_somebody_waits(rests: bool) -> None:
    pace, over = Pace(), Event()

    def rest() -> None:
        pace.pause()
        over.set()

    pace.pause()
    pace.hurry()
    Thread(target=rest, daemon=True).start()
    assert not over.wait(0.2)
    with nullcontext() if rests else pace.without_pauses():
        if rests:
            pace.calm()
        assert over.wait(PATIENCE)


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[tuple[Path, Pulse, list[str]]]:
    """A watched folder, the pulse of its server, and what the server was told."""
    folder, told = tmp_path / "seeds", list[str]()
    folder.mkdir()
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    pulse = Pulse()
    watch_at_once(server, [], pulse, lambda paths: told.extend(path.name for path in paths))
    server.watch(str(folder))
    server.observer.start()
    try:
        yield folder, pulse, told
    finally:
        server.observer.stop()
        server.observer.join()
        server.server_close()
        pulse.stop()


def test_a_write_is_told_at_once_but_not_the_pulse(watched: tuple[Path, Pulse, list[str]]) -> None:
    folder, pulse, told = watched
    pulse.beat()
    time.sleep(0.3)
    assert told == []
    (folder / "new.txt").write_text("خبر", "utf-8")
    end = time.monotonic() + PATIENCE
    while not told and time.monotonic() < end:
        time.sleep(0.01)
    assert told[0] == "new.txt"


def test_links_are_followed_but_not_round_in_circles(tmp_path: Path) -> None:
    real, content = tmp_path / "real", tmp_path / "content"
    (real / "en").mkdir(parents=True)
    (real / "en" / "a.yml").write_text("a: 1", "utf-8")
    content.mkdir()
    (content / "translations").symlink_to(real)
    (content / "up").symlink_to(tmp_path)
    (content / "self").symlink_to("self")
    (content / "lost").symlink_to("nowhere")
    before = stamps([str(content)], linked=True)
    (real / "en" / "a.yml").write_text("a: 2", "utf-8")
    changed = changed_files(before, stamps([str(content)], linked=True))
    assert content / "translations" / "en" / "a.yml" in changed
    assert not stamps([str(content / "translations")]).keys() - {
        str(content / "translations" / "en" / "a.yml")
    }
    assert set(stamps([str(content)])) == {
        str(content / name) for name in ("translations", "up", "self", "lost")
    }
