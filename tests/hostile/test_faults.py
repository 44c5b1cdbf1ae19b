"""Full disks, closed folders, files that vanish, killed processes, two builds at once: nothing is lost.

The faults are real: a process may write no more than so many bytes, has no right to a folder, is killed.
"""

from __future__ import annotations

import ctypes
import os
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from digest.errors import DigestError
from digest.files import Lock, remove_others, write_changed
from digest.model import SegmentState
from digest.pipeline import build_digest
from digest.render import render_pages
from digest.translate import Memory, read_memory, write_memory
from digest.translate.memory import pair
from tests.hostile.killing import run_killed
from tests.hostile.made import BODY, small_project
from tests.site.project import ENVIRONMENT, build

_DIGEST = (sys.executable, "-m", "digest")


def run(*command: str, before: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command; `before` is done in its process first."""
    return subprocess.run(
        command, env=ENVIRONMENT, capture_output=True, text=True, check=False, preexec_fn=before
    )


def pages_of(project: Path) -> dict[str, str]:
    """What a build of the project writes, by path."""
    return dict(render_pages(build_digest(project)))


def written(folder: Path) -> dict[str, str]:
    """The files of a folder, by path."""
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in folder.rglob("*") if p.is_file()}


def full_disk() -> None:
    """No file may grow over 4 kB, as if there were no room for more."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


def no_override() -> None:
    """Rights of files hold for root too: it gives up the power to go past them."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            libc.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


def test_a_full_disk_is_said_and_leaves_whole_files(tmp_path: Path) -> None:
    project, out = small_project(tmp_path / "project"), tmp_path / "out"
    failed = run(*_DIGEST, "write", str(out), "--root", str(project), before=full_disk)
    assert failed.returncode != 0
    assert "Traceback" not in failed.stderr
    assert "cannot be written" in failed.stderr
    whole = pages_of(project)
    assert all(whole[path] == text for path, text in written(out).items())
    assert run(*_DIGEST, "write", str(out), "--root", str(project)).returncode == 0
    assert written(out).items() >= whole.items()


def test_a_full_disk_keeps_what_a_translator_wrote(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    first = Memory("a", (pair("جملة أولى", "First", SegmentState.HUMAN, by="me"),))
    write_memory(path, first)
    script = (
        "import sys; from pathlib import Path; from digest.translate import Memory, write_memory\n"
        "from digest.translate.memory import pair; from digest.model import SegmentState\n"
        "many = tuple(pair(f'جملة {n}', 'x' * 100, SegmentState.MACHINE) for n in range(100))\n"
        "write_memory(Path(sys.argv[1]), Memory('a', many))\n"
    )
    failed = run(sys.executable, "-c", script, str(path), before=full_disk)
    assert "cannot be written" in failed.stderr
    assert read_memory(path) == first
    assert [item.name for item in tmp_path.iterdir()] == ["a.yml"]


def test_a_folder_without_rights_is_said(tmp_path: Path) -> None:
    project, out = small_project(tmp_path / "project"), tmp_path / "out"
    out.mkdir(mode=0o555)
    failed = run(*_DIGEST, "write", str(out), "--root", str(project), before=no_override)
    assert failed.returncode != 0
    assert "cannot be written: Permission denied" in failed.stderr
    assert "Traceback" not in failed.stderr


def test_a_seed_without_rights_takes_no_other_down(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    (project / "seeds" / "plain-0001.txt").chmod(0)
    (project / "seeds" / "closed").mkdir(mode=0)
    checked = run(*_DIGEST, "check", "--root", str(project), before=no_override)
    assert checked.returncode == 1
    assert "seeds/plain-0001.txt: cannot be read: Permission denied" in checked.stderr
    assert "seeds/closed" in checked.stderr
    assert "2 articles" in checked.stdout
    assert "Traceback" not in checked.stderr


def test_files_that_vanish_and_change_while_they_are_read(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", 30)
    racing = project / "seeds" / "racing.txt"
    memory = project / "content" / "translations" / "en" / "plain-0000.yml"
    vocabulary = project / "content" / "vocabulary" / "racing.yml"
    going = threading.Event()

    def race() -> None:
        number = 0
        while not going.is_set():
            number += 1
            racing.write_text(BODY.format(number=number) * (number % 3), "utf-8")
            memory.write_text("article: plain-0000\nsegments: []\n"[: number % 40], "utf-8")
            vocabulary.write_text("kind: person\nentries: []\n"[: number % 30], "utf-8")
            for path in (racing, memory, vocabulary):
                path.unlink()

    racer = threading.Thread(target=race)
    racer.start()
    try:
        digests = [build_digest(project) for _ in range(4)]
    finally:
        going.set()
        racer.join()
    for digest in digests:
        assert len([a for a in digest.articles if a.id.startswith("plain")]) == 30
        assert not [error for error in digest.errors if "internal error" in error.message]


def test_a_seed_that_grows_and_shrinks_while_it_is_read(tmp_path: Path) -> None:
    project, cache = small_project(tmp_path / "project", 2), tmp_path / "kept"
    racing, going = project / "seeds" / "racing.txt", threading.Event()
    racing.write_text(BODY.format(number=1), "utf-8")

    def race() -> None:
        # In place, as a slow copy or a download writes: what is read may be any part of it.
        with racing.open("r+b", buffering=0) as file:
            while not going.is_set():
                file.seek(0, os.SEEK_END)
                file.write(BODY.format(number=2).encode())
                if file.tell() > 20_000:
                    file.truncate(700)

    racer = threading.Thread(target=race)
    racer.start()
    try:
        digests = [build_digest(project, cache=cache) for _ in range(6)]
    finally:
        going.set()
        racer.join()
    for digest in digests:
        assert {a.id for a in digest.articles} >= {"plain-0000", "plain-0001"}
        assert not [error for error in digest.errors if "internal error" in error.message]
    assert build_digest(project, cache=cache) == build_digest(project)


@pytest.mark.parametrize("delay", [0.05, 0.6, 1.0, 1.4])
def test_a_killed_write_leaves_whole_files(tmp_path: Path, delay: float) -> None:
    project, out = small_project(tmp_path / "project", 20), tmp_path / "out"
    command = [*_DIGEST, "write", str(out), "--root", str(project)]
    with subprocess.Popen(
        command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as going:
        time.sleep(delay)
        going.kill()
    whole = pages_of(project)
    if out.exists():
        left = {path: text for path, text in written(out).items() if not Path(path).name.startswith(".")}
        assert all(whole[path] == text for path, text in left.items() if path in whole)
    assert run(*command).returncode == 0
    assert written(out).items() >= whole.items()


def test_a_writer_that_is_killed_at_any_moment_leaves_one_version_or_the_other(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    script = (
        "import sys; from pathlib import Path; from digest.files import write_changed\n"
        "n = 0\nprint('go', flush=True)\n"
        "while True:\n    n += 1\n"
        "    write_changed(Path(sys.argv[1]), f'{n}\\n' * 50000, durable=n % 2 == 0)\n"
    )
    for delay in (0.01, 0.05, 0.11, 0.2):
        command = [sys.executable, "-c", script, str(path)]
        with subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True) as going:
            assert going.stdout is not None
            going.stdout.readline()
            time.sleep(delay)
            going.kill()
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        assert len(lines) in (0, 50_000)
        assert len(set(lines)) <= 1


def test_an_import_that_is_killed_loses_nothing(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", 2)
    folder = project / "content" / "translations" / "en"
    digest = build_digest(project)
    units = {t.segment.id: t.segment.ar for article in digest.articles for t in article.translations}
    mine = pair(next(iter(units.values())), "A person wrote this.", SegmentState.HUMAN, by="me")
    write_memory(folder / "plain-0000.yml", Memory("plain-0000", (mine,)))
    po = "".join(f'msgctxt "{id_}"\nmsgid "{ar}"\nmsgstr "English {id_}."\n\n' for id_, ar in units.items())
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    (tmp_path / "in.po").write_text(head + po, "utf-8")
    command = ("digest", "import", str(tmp_path / "in.po"), "--by", "me")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert not (project / ".cache").exists()
    writes = int(run_killed(project, *command, write=0).split("writes: ")[1])
    after = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert after.keys() == {"plain-0000.yml", "plain-0001.yml"}
    for write in (writes, writes - 1, writes - 2, writes - 4):
        for path in folder.iterdir():
            path.unlink()
        (folder / "plain-0000.yml").write_bytes(before["plain-0000.yml"])
        shutil.rmtree(project / ".cache")
        run_killed(project, *command, write=write)
        for path in folder.glob("*.yml"):
            assert path.read_bytes() in (before.get(path.name), after[path.name])
        for path in folder.glob(".*"):
            os.utime(path, (1, 1))
        run_killed(project, *command, write=0)
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == after


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


def test_what_cannot_be_kept_is_said_once_and_the_digest_is_the_same(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", 3)
    (project / "seeds" / "long.txt").write_text("\n".join(BODY.format(number=n) for n in range(90)), "utf-8")
    script = (
        "import sys; from pathlib import Path; from digest.pipeline import build_digest\n"
        "digest = build_digest(Path(sys.argv[1]), cache=Path(sys.argv[2]))\n"
        "assert digest == build_digest(Path(sys.argv[1])) and len(digest.articles) == 4\n"
    )
    done = run(sys.executable, "-c", script, str(project), str(tmp_path / "kept"), before=full_disk)
    assert done.returncode == 0, done.stderr
    (line,) = done.stderr.splitlines()
    assert "cannot be written" in line
    assert line.endswith("; results are not kept for the next build")


@pytest.mark.parametrize("damage", [b"", b"mujaz 0\n and so on", b"\0" * 5000])
def test_damaged_findings_are_said_once_and_made_again(tmp_path: Path, damage: bytes) -> None:
    project, kept = small_project(tmp_path / "project", 3), tmp_path / "project/.cache/digest/articles"
    command = (*_DIGEST, "check", "--root", str(project))
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


def test_two_builds_at_once_and_one_that_was_killed(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", 8, site=True)
    command = [sys.executable, "-m", "mkdocs", "build"]

    def start() -> subprocess.Popen[str]:
        return subprocess.Popen(
            command, cwd=project, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )

    killed = start()
    time.sleep(2.5)
    killed.kill()
    killed.communicate()
    first, second = start(), start()
    said = [going.communicate(timeout=300)[0] for going in (first, second)]
    assert (first.returncode, second.returncode) == (0, 0), said
    assert not [text for text in said if "Traceback" in text or "ERROR" in text]
    for language in ("ar", "en"):
        assert len(list((project / "site" / language / "articles").glob("*/index.html"))) == 8
    for path in (project / "site").rglob("*.html"):
        assert path.read_text("utf-8").rstrip().endswith("</html>")


def test_a_lock_is_waited_for_and_let_go(tmp_path: Path) -> None:
    first, second = Lock(), Lock()
    first.acquire(tmp_path / "lock")
    with pytest.raises(DigestError, match="another build"):
        second.acquire(tmp_path / "lock", seconds=0.2)
    first.release()
    second.acquire(tmp_path / "lock", seconds=5)
    second.release()


def test_what_is_being_written_is_not_cleared_away(tmp_path: Path) -> None:
    (tmp_path / ".page.md.x1y2.mujaz").write_text("half")
    (tmp_path / "stale.md").write_text("old")
    write_changed(tmp_path / "page.md", "new")
    remove_others(tmp_path, ["page.md"])
    assert {path.name for path in tmp_path.iterdir()} == {".page.md.x1y2.mujaz", "page.md"}


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
