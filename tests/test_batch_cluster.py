"""A Dask cluster reads the seeds: the same bytes as one machine, whatever becomes of the cluster."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from distributed import Client, get_worker

from digest.batch import cluster as module
from digest.model import Digest
from digest.pipeline import build_digest
from digest.vocabulary import Vocabulary
from tests.dask import Cluster, cluster
from tests.hostile.made import BODY, small_project
from tests.site.project import ENVIRONMENT, ROOT

MANY = 130
NOWHERE = "tcp://127.0.0.1:9"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds with their corrections, more that cannot be read, and many small ones."""
    root = small_project(tmp_path_factory.mktemp("project") / "project", MANY)
    shutil.copytree(ROOT / "seeds", root / "seeds", dirs_exist_ok=True)
    shutil.copytree(ROOT / "content" / "corrections", root / "content" / "corrections", dirs_exist_ok=True)
    shutil.copy(ROOT / "content" / "vocabulary" / "people-russia-china.yml", root / "content" / "vocabulary")
    (root / "content" / "corrections" / "plain-0003.yml").write_text("title: عنوان جديد\n", "utf-8")
    (root / "content" / "corrections" / "plain-0004.yml").write_text("title: [\n", "utf-8")
    (root / "content" / "corrections" / "plain-0005.yml").mkdir()
    (root / "seeds" / "empty.txt").write_bytes(b"")
    (root / "seeds" / "print.pdf").write_bytes(b"%PDF-1.7")
    return root


@pytest.fixture(scope="module")
def here(project: Path) -> Digest:
    """What this machine alone makes of it."""
    return build_digest(project, processes=1)


@pytest.fixture(scope="module")
def going(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A cluster that no test kills."""
    with cluster(tmp_path_factory.mktemp("cluster")) as found:
        yield found


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test waits long for what is gone."""
    monkeypatch.setattr(module, "_PATIENCE", 3.0)
    monkeypatch.setattr(module, "_LOOK", 0.5)


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor for what stands still."""
    for name, seconds in (("_CONNECT", 4.0), ("_ANSWER", 8.0), ("_OVERDUE", 4.0), ("_LAST", 12.0)):
        monkeypatch.setattr(module, name, seconds)


def write(out: Path, root: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """Run `digest write`."""
    command = (sys.executable, "-m", "digest", "write", str(out), "--root", str(root), *more)
    return subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False)


def tree(folder: Path) -> dict[str, bytes]:
    """The files of a folder."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def at(done: int, act: Callable[[], None]) -> Callable[[int, int], None]:
    """A progress callback that acts when so many seeds are done."""
    return lambda now, _total: act() if now == done else None


def test_a_cluster_gives_the_same_tree_as_one_machine(project: Path, going: Cluster, tmp_path: Path) -> None:
    here = write(tmp_path / "here", project)
    shutil.rmtree(project / ".cache")  # what was kept would not be sent
    there = write(tmp_path / "there", project, "--cluster", going.address)
    assert (here.returncode, there.returncode) == (1, 1)
    assert "seeds/empty.txt" in here.stderr
    assert "content/corrections/plain-0004.yml" in here.stderr
    assert "content/corrections/plain-0005.yml" in here.stderr
    assert there.stderr == here.stderr
    assert len(tree(tmp_path / "here")) > 2 * MANY
    assert tree(tmp_path / "there") == tree(tmp_path / "here")


def test_what_is_kept_is_not_sent(
    project: Path, going: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = build_digest(project, cluster=going.address, cache=tmp_path / "kept")
    entries = tree(tmp_path / "kept" / "articles")
    assert len(first.articles) == MANY + 5
    # What cannot be read, or has a correction that cannot, is not kept.
    assert sum(name.endswith(".bin") for name in entries) == MANY + 4
    sent = list[str]()
    load = module.load_page
    monkeypatch.setattr(module, "load_page", lambda path, shop: (sent.append(path.name), load(path, shop))[1])
    changed = shutil.copytree(project, tmp_path / "changed")
    (changed / "seeds" / "plain-0000.txt").write_text(BODY.format(number=77), "utf-8")
    second = build_digest(changed, cluster=going.address, cache=tmp_path / "kept")
    assert sent == ["empty.txt", "plain-0000.txt", "plain-0005.txt", "print.pdf"]
    assert second == build_digest(changed)


def test_the_vocabulary_is_sent_once_and_bytes_in_its_place(
    project: Path, going: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    pickled = list[int]()

    def count(self: Vocabulary, protocol: int) -> Any:
        pickled.append(protocol)
        return object.__reduce_ex__(self, protocol)

    monkeypatch.setattr(Vocabulary, "__reduce_ex__", count)
    assert len(build_digest(project, cluster=going.address).articles) == MANY + 5
    assert len(pickled) == 1
    with Client(going.address, set_as_default=False) as client:
        assert not any(client.run(_left_behind).values())


def _left_behind(dask_worker: Any) -> list[str]:
    return [name for name, plugin in dask_worker.plugins.items() if hasattr(plugin, "vocabulary")]


def test_a_lost_worker_a_lost_scheduler_and_the_result_is_the_same(
    project: Path, here: Digest, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with cluster(tmp_path) as mortal:
        with Client(mortal.address, set_as_default=False) as watching, ThreadPoolExecutor(1) as beside:
            pids = watching.run(os.getpid)
            held = beside.submit(mortal.kill_busy, watching, pids)
            assert build_digest(project, cluster=mortal.address) == here
            assert held.result()
        assert [worker.poll() for worker in mortal.workers].count(None) == 1
        assert not caplog.text
        kill = at(1, mortal.scheduler.kill)
        assert build_digest(project, cluster=mortal.address, progress=kill) == here
    (record,) = caplog.records
    assert record.getMessage().startswith(f"the cluster at {mortal.address} is lost (")
    assert "are read on this machine" in record.getMessage()


@pytest.mark.usefixtures("still")
def test_what_a_worker_that_stands_still_holds_is_read_here(
    project: Path,
    here: Digest,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hand_out = module._hand_out
    with cluster(tmp_path) as mortal:

        def stop_first(*given: Any) -> Any:
            mortal.workers[0].send_signal(signal.SIGSTOP)
            return hand_out(*given)

        monkeypatch.setattr(module, "_hand_out", stop_first)
        assert build_digest(project, cluster=mortal.address) == here
    assert caplog.records
    for record in caplog.records:
        assert record.getMessage().startswith("a worker gives nothing back; its ")


def test_workers_that_go_and_workers_of_another_version_are_named(
    project: Path, here: Digest, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with cluster(tmp_path, workers=1) as mortal:
        kill = at(1, mortal.workers[0].kill)
        assert build_digest(project, cluster=mortal.address, progress=kill) == here
        assert build_digest(project, cluster=mortal.address) == here
        mortal.add_workers(1)
        exchange = at(1, lambda: (mortal.add_workers(1, sources=other), mortal.workers[1].kill())[1])
        other = _another_version(tmp_path)
        assert build_digest(project, cluster=mortal.address, progress=exchange) == here
        assert build_digest(project, cluster=mortal.address) == here
    during, before, later, first = (record.getMessage() for record in caplog.records)
    assert "has no worker any more; the seeds that are left (" in during
    assert f"the cluster at {mortal.address} has no worker; " in before
    for told in (later, first):
        assert "the worker tcp://127.0.0.1:" in told
        assert "differs from this machine: sources and rules of Mujaz; " in told


def _another_version(folder: Path) -> Path:
    """The program with one rule file changed."""
    shutil.copytree(ROOT / "digest", folder / "digest")
    with (folder / "digest" / "rules" / "months.yml").open("a", encoding="utf-8") as rules:
        rules.write("# another version\n")
    return folder


def test_no_cluster_is_one_line(tmp_path: Path) -> None:
    result = write(tmp_path / "out", small_project(tmp_path / "project"), "--cluster", NOWHERE)
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"the cluster at {NOWHERE} does not answer (")
    assert line.endswith("; the seeds that are left (3) are read on this machine")
    assert result.returncode == 0
    assert (tmp_path / "out" / "ar" / "articles" / "plain-0002.md").exists()


@pytest.mark.usefixtures("still")
def test_what_listens_and_says_nothing_is_no_cluster(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    project = small_project(tmp_path / "project")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        assert len(build_digest(project, cluster=address).articles) == 3
    (record,) = caplog.records
    assert record.getMessage().startswith(f"the cluster at {address} does not answer (")


@pytest.mark.usefixtures("still")
@pytest.mark.parametrize("when", [0, 1])
def test_a_cluster_that_stands_still_is_left(
    when: int, project: Path, here: Digest, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with cluster(tmp_path, workers=1) as mortal:
        stopped = mortal.workers[0] if when == 0 else mortal.scheduler

        def stop() -> None:
            stopped.send_signal(signal.SIGSTOP)

        if when == 0:
            stop()
        assert build_digest(project, cluster=mortal.address, progress=at(when, stop)) == here
    (record,) = caplog.records
    assert record.getMessage().startswith(f"the cluster at {mortal.address} is lost (")


def test_an_address_that_is_none(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    project = small_project(tmp_path / "project")
    assert len(build_digest(project, cluster="gopher://nowhere").articles) == 3
    (record,) = caplog.records
    assert "gopher" in record.getMessage()


def test_what_differs_is_told() -> None:
    ours = {"Python": "3.12.1", "babel": "2.17", "only-here": "1"}
    theirs = {"Python": "3.11.7", "babel": "2.16", "only-there": "1"}
    assert module._differences(ours, ours) == ""
    told = module._differences(ours, theirs)
    assert told == "differs from this machine: Python 3.11.7 instead of 3.12.1, babel 2.16 instead of 2.17"


def test_nothing_but_articles_is_taken_from_a_worker(
    tmp_path: Path, going: Cluster, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(module, "_convert", _plant)
    project = small_project(tmp_path / "project")
    assert len(build_digest(project, cluster=going.address).articles) == 3
    (record,) = caplog.records
    assert "builtins.eval does not belong into the cache" in record.getMessage()


def _plant(_: str, pages: tuple[object, ...]) -> list[bytes]:
    assert get_worker()
    return [b"cbuiltins\neval\n(S'1/0'\ntR."] * len(pages)
