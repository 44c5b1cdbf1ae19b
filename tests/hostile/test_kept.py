"""What is kept between builds, spoiled, planted, cut short: the next site is right, nothing else is touched.

The faults are real: links and pipes in the place of files, a process that is killed at one of its writes.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from digest.store import Store, expand, pack, squeeze
from tests.hostile.faults import full_disk, no_override, run
from tests.hostile.killing import run_killed
from tests.hostile.made import BODY, small_project
from tests.site.project import ENVIRONMENT, build, serve, snapshot, wait_for

CACHE = Path(".cache", "digest")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project, built once."""
    project = small_project(tmp_path / "project", 2, site=True)
    built(project)
    return project


@pytest.fixture
def mine(tmp_path: Path) -> Iterator[Path]:
    """A folder that is none of the project's; in the end it holds what it held."""
    folder = tmp_path / "mine"
    (folder / "ar").mkdir(parents=True)
    for name in ("index.html", "letter.txt", "ar/index.html", "ar/letter.md", "kept.bin"):
        (folder / name).write_text(f"mine: {name}", "utf-8")
    before = snapshot(folder)
    yield folder
    assert snapshot(folder) == before


def built(project: Path) -> dict[str, str]:
    """The site after a build in a process of its own."""
    done = build(project)
    assert done.returncode == 0, done.stdout
    return snapshot(project / "site")


def put_link(place: Path, target: Path) -> None:
    """A symbolic link in the place of whatever is there."""
    if place.is_dir():
        shutil.rmtree(place)
    place.unlink(missing_ok=True)
    place.symlink_to(target)


def test_links_in_the_cache_lead_nowhere(project: Path, mine: Path) -> None:
    before, cache = snapshot(project / "site"), project / CACHE
    for name in ("pages", "built", "articles", "memories", "site"):
        put_link(cache / name, mine)
    put_link(cache / "lock", mine / "letter.txt")
    assert built(project) == before
    for name in ("pages/ar", "built/files", "built/ledgers"):
        put_link(cache / name, mine)
    assert built(project) == before
    for folder in ("pages", "built", "articles"):
        for path in [path for path in (cache / folder).rglob("*") if path.is_file()]:
            put_link(path, mine / "letter.txt")
    assert built(project) == before
    for folder in ("pages", "built", "articles"):
        assert not [path for path in (cache / folder).rglob("*") if path.is_symlink()]


def test_folders_and_pipes_in_the_place_of_kept_files(project: Path) -> None:
    before = snapshot(project / "site")
    kept = [path for path in sorted((project / CACHE).rglob("*")) if path.is_file() and path.name != "lock"]
    for number, path in enumerate(kept):
        path.unlink()
        if number % 2:
            os.mkfifo(path)
        else:
            (path / "within").mkdir(parents=True)
    assert built(project) == before
    # Else it stands, and nobody looks.
    shutil.rmtree(project / "site")
    again = build(project)
    assert (again.returncode, snapshot(project / "site")) == (0, before)
    assert "damaged" not in again.stdout
    assert "cannot" not in again.stdout


def rot(path: Path, letter: str, other: bytes) -> None:
    """Turn the first of a letter into other bytes, as many, as a disk does: no time of a change tells it."""
    status, raw = path.stat(), path.read_bytes()
    assert letter.encode() in raw
    path.write_bytes(raw.replace(letter.encode(), other, 1))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


@pytest.mark.parametrize("other", ["ز".encode(), b"\xff\xff"])
def test_damage_that_no_time_tells_is_mended(project: Path, other: bytes) -> None:
    before, pages = snapshot(project / "site"), project / CACHE / "pages"
    texts = snapshot(pages)
    rotten = [*pages.glob("ar/articles/*.md"), *pages.glob("originals/*.txt")]
    assert len(rotten) == 4
    for path in rotten:
        rot(path, "ر", other)
    spoiled = {path: path.read_bytes() for path in rotten}
    # Where all stands, nothing is read for it.
    assert built(project) == before
    assert {path: path.read_bytes() for path in rotten} == spoiled
    theme = project / "overrides" / "main.html"
    theme.write_text(theme.read_text("utf-8") + "{# another theme #}", "utf-8")
    shutil.rmtree(project / "site")
    done = build(project)
    assert (done.returncode, snapshot(project / "site")) == (0, before)
    assert done.stdout.count("is damaged: it is made again, as others that are") == 1
    assert snapshot(pages) == texts
    assert built(project) == before


def test_what_is_kept_leads_out_of_no_folder(project: Path) -> None:
    before, letter = snapshot(project / "site"), project / "letter.txt"
    letter.write_text("mine", "utf-8")
    (entry,) = (project / CACHE / "built" / "ledgers").iterdir()
    store = Store(entry.parent)
    left = store.get(entry.stem)
    machine = [*expand(left["machine 0"]), (("planted",), ("../letter.txt",), b"", ())]
    for changes in ({"machine 0": squeeze(machine)}, {"texts": squeeze(5), "site 0": b"no part"}, None):
        planted = ["of another shape"] if changes is None else {**left, **changes}
        store.put(entry.stem, pack(planted))
        assert built(project) == before
    assert letter.read_text("utf-8") == "mine"


def test_the_site_of_a_person_with_links(project: Path, mine: Path) -> None:
    site = project / "site"
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(mine / "index.html")
    put_link(site / "ar", mine / "ar")
    put_link(site / "album", mine)
    os.link(site / "en" / "index.html", mine / "en.html")
    copy = (mine / "en.html").read_bytes()
    (site / ".sitemap.xml.x1.mujaz").write_text("what a killed build was writing", "utf-8")
    (project / "seeds" / "new.txt").write_text(BODY.format(number=7), "utf-8")
    after = built(project)
    assert (mine / "en.html").read_bytes() == copy != (site / "en" / "index.html").read_bytes()
    (mine / "en.html").unlink()
    shutil.rmtree(project / ".cache")
    shutil.rmtree(site)
    assert built(project) == after


def test_killed_at_any_of_its_writes_the_next_build_is_right(project: Path) -> None:
    seed, site = project / "seeds" / "plain-0000.txt", project / "site"
    texts = [BODY.format(number=number) for number in (1, 2)]
    clean, count = [], 0
    for text in texts:
        seed.write_text(text, "utf-8")
        shutil.rmtree(project / ".cache")
        built(project)
        clean.append(snapshot(site))
    seed.write_text(texts[0], "utf-8")
    count = int(run_killed(project, "mkdocs", "build", write=0).split("writes: ")[1])
    assert snapshot(site) == clean[0]
    assert count > 60
    # Just before and after the site is put aside, and at writes all over the build.
    for number, write in enumerate([2, 4, count // 4, count // 2, count * 3 // 4]):
        seed.write_text(texts[(number + 1) % 2], "utf-8")
        run_killed(project, "mkdocs", "build", write=write)
        places = [place / "ar" / "index.html" for place in (site, project / CACHE / "site")]
        assert any(place.is_file() for place in places), write
        assert built(project) == clean[(number + 1) % 2], write
        assert not (project / CACHE / "site").exists()
    for path in [path for path in project.rglob(".*.mujaz") if path.is_file()]:
        os.utime(path, (1, 1))
    built(project)
    assert not list(project.rglob(".*.mujaz"))


def fail(project: Path, fault: Callable[[], None]) -> subprocess.CompletedProcess[str]:
    """A build in a process with a fault; nothing is said that a person cannot read."""
    command = (sys.executable, "-m", "mkdocs", "build", "--config-file", str(project / "mkdocs.yml"))
    done = run(*command, before=fault)
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") < 20
    return done


def test_a_full_disk_is_said_and_mended_later(project: Path) -> None:
    (project / "seeds" / "new.txt").write_text(BODY.format(number=7), "utf-8")
    assert fail(project, full_disk).returncode == 1
    after = built(project)
    assert "ar/articles/new/index.html" in after
    shutil.rmtree(project / ".cache")
    assert built(project) == after


def test_a_closed_cache_stops_no_build(project: Path) -> None:
    (project / "seeds" / "new.txt").write_text(BODY.format(number=7), "utf-8")
    folders = [path for path in (project / CACHE, *(project / CACHE).rglob("*")) if path.is_dir()]
    for folder in folders:
        folder.chmod(0o555)
    done = fail(project, no_override)
    for folder in folders:
        folder.chmod(0o755)
    assert done.returncode == 0
    assert done.stderr.count("cannot be written: Permission denied; a temporary folder is used") == 1
    after = snapshot(project / "site")
    assert "ar/articles/new/index.html" in after
    assert built(project) == after


def test_a_file_in_the_place_of_the_cache_stops_no_build(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, cache = snapshot(project / "site"), project / ".cache"
    shutil.rmtree(cache)
    cache.write_text("mine", "utf-8")
    (tmp_path / "temporary").mkdir()
    monkeypatch.setitem(ENVIRONMENT, "TMPDIR", str(tmp_path / "temporary"))
    done = build(project)
    assert done.returncode == 0
    assert done.stdout.count("cannot be written") == 1
    assert snapshot(project / "site") == before
    with serve(project) as served:
        (project / "seeds" / "new.txt").write_text(BODY.format(number=7), "utf-8")
        wait_for(partial(served.shows, "/ar/articles/new/", "رقم 7"), "the new article on the served site")
        assert served.log.read_text("utf-8").count("cannot be written") == 1
        served.stop()
    assert not list((tmp_path / "temporary").glob("mujaz-*"))
    assert cache.read_text("utf-8") == "mine"


def test_a_build_while_the_site_is_served(project: Path) -> None:
    with serve(project) as served:
        for number in (3, 4):
            (project / "seeds" / f"new-{number}.txt").write_text(BODY.format(number=number), "utf-8")
            site = built(project)
            assert f"ar/articles/new-{number}/index.html" in site
            path, words = f"/ar/articles/new-{number}/", f"رقم {number}"
            wait_for(partial(served.shows, path, words), "the new article on the served site")
    shutil.rmtree(project / ".cache")
    assert built(project) == site
