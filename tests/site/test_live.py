"""A served site after any changes is, byte for byte, what a full build gives."""

from __future__ import annotations

import gc
import random
import shutil
import time
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest

from digest.assembly import Assembly
from digest.model import Digest
from tests.bench.archive import archive
from tests.site.following import CHANGES, Served, edit_seed


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


def test_what_is_gone_leaves_no_folder(served: Served) -> None:
    """Renamed by an editor, spoiled, deleted."""
    dice, articles = random.Random(3), served.site / "ar" / "articles"
    names = {path.name for path in articles.iterdir()}
    for change in CHANGES[3:]:
        change(served.project, dice, [])
        files = served.files()
        expected = {path.split("/")[2] for path in files if path.startswith("ar/articles/")}
        assert {path.name for path in articles.iterdir()} == expected
        assert not [path for path in served.site.rglob("*") if path.is_dir() and not any(path.iterdir())]
    assert names - expected
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


@pytest.mark.parametrize("still_waiting", [True, False])
def test_what_was_left_is_made_though_nothing_more_changed(
    served: Served, tmp_path: Path, still_waiting: bool
) -> None:
    edit_seed(served.project, random.Random(3), [])
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
        edit_seed(served.project, random.Random(3), [])
        served.live()
    assert served.builds == [1]
    edit_seed(served.project, random.Random(4), [])
    assert served.files() == served.built(tmp_path / "full")
    assert served.builds == [1]


def test_nothing_is_written_once_it_is_closed(served: Served) -> None:
    edit_seed(served.project, random.Random(3), [])
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
            edit_seed(served.project, random.Random(1), [])
            served.live()
            served.live.settle()
            shown.append(weakref.ref(build.sites["ar"].index))
    finally:
        gc.enable()
    assert [bool(one()) for one in shown] == [False, False, True]


def test_what_cannot_be_followed_is_built(served: Served, tmp_path: Path) -> None:
    names = served.project / "content" / "vocabulary" / "people-russia-china.yml"
    names.write_text(names.read_text("utf-8").replace("en: Vladimir Putin\n", "en: V. V. Putin\n"), "utf-8")
    assert served.files() == served.built(tmp_path / "full")
    assert served.builds == [1]
    served.live()
    assert served.builds == [1]
