"""`mkdocs serve`: seeds that come, change, break and go while it runs."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.project import Serving, copy_project, fetch, serve, wait_for

BODY = (
    "{headline}\n\nقال وزير الخارجية الروسي سيرغي لافروف إن بلاده تدرس {subject} مع شركائها في المنطقة، "
    "مشيرا إلى أن المشاورات تسير في الاتجاه الصحيح.\n\nوأضاف الوزير خلال مؤتمر صحفي في القاهرة أن اللقاءات "
    "المقبلة ستبحث تفاصيل الاتفاق وجدول تنفيذه.\n"
)


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    with serve(copy_project(tmp_path / "project")) as running:
        yield running


def test_a_seed_comes_changes_breaks_and_goes(serving: Serving) -> None:
    seed = serving.project / "seeds" / "sixth.txt"

    seed.write_text(BODY.format(headline="لافروف يبحث في القاهرة اتفاقا جديدا", subject="اتفاقا"), "utf-8")
    wait_for(lambda: serving.shows("/ar/archive/", "اتفاقا جديدا"), "the added seed in the archive")
    assert serving.shows("/ar/articles/sixth/", "المشاورات تسير")
    assert serving.shows("/en/articles/sixth/", 'lang="ar"')

    seed.write_text(BODY.format(headline="لافروف يبحث في القاهرة هدنة طويلة", subject="هدنة"), "utf-8")
    wait_for(lambda: serving.shows("/ar/archive/", "هدنة طويلة"), "the changed headline")

    seed.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    wait_for(lambda: "sixth.txt" in serving.log.read_text(), "the broken seed's line in the log")
    wait_for(lambda: fetch(serving.address + "/ar/articles/sixth/") is None, "the broken seed's page to go")
    assert fetch(serving.address + "/ar/") is not None
    assert "Traceback" not in serving.log.read_text()

    seed.write_text(BODY.format(headline="لافروف يعود إلى القاهرة", subject="هدنة"), "utf-8")
    wait_for(lambda: serving.shows("/ar/archive/", "لافروف يعود"), "the mended seed")
    seed.unlink()
    wait_for(lambda: not serving.shows("/ar/archive/", "لافروف يعود"), "the deleted seed to go")

    folder = serving.project / "seeds" / "more"
    folder.mkdir()
    (folder / "seventh.txt").write_text(BODY.format(headline="لافروف في مجلد", subject="هدنة"), "utf-8")
    wait_for(lambda: serving.shows("/ar/archive/", "لافروف في مجلد"), "the seed in a folder")
    folder.rename(serving.project / "moved-out")
    wait_for(lambda: not serving.shows("/ar/archive/", "لافروف في مجلد"), "the seed of the folder to go")


def test_the_cache_may_go_while_it_runs(serving: Serving) -> None:
    seed = serving.project / "seeds" / "sixth.txt"
    for headline in ("لافروف يبحث في القاهرة اتفاقا جديدا", "لافروف يعود إلى القاهرة"):
        # The server may write there meanwhile.
        shutil.rmtree(serving.project / ".cache", ignore_errors=True)
        seed.write_text(BODY.format(headline=headline, subject="اتفاقا"), "utf-8")
        wait_for(lambda headline=headline: serving.shows("/ar/archive/", headline), "the seed in the archive")
    assert "Traceback" not in serving.log.read_text()


def test_the_folder_of_seeds_comes_goes_and_comes_back(tmp_path: Path) -> None:
    """As a folder of its own, and as a link."""
    project, kept = copy_project(tmp_path / "project"), tmp_path / "kept"
    (project / "seeds").rename(kept)
    with serve(project) as serving:

        def follows(headline: str) -> None:
            seed = project / "seeds" / "sixth.txt"
            seed.write_text(BODY.format(headline=headline, subject="هدنة"), "utf-8")
            wait_for(lambda: serving.shows("/ar/archive/", headline), f"the seed: {headline}")

        shutil.copytree(kept, project / "seeds")
        wait_for(lambda: serving.shows("/ar/archive/", "فلاديمير بوتين"), "the seeds that came")
        follows("لافروف يبحث في القاهرة اتفاقا جديدا")
        shutil.rmtree(project / "seeds")
        wait_for(lambda: not serving.shows("/ar/archive/", "فلاديمير بوتين"), "the seeds to go")
        (project / "seeds").symlink_to(kept)
        wait_for(lambda: serving.shows("/ar/archive/", "فلاديمير بوتين"), "the seeds that came back")
        follows("لافروف يعود إلى القاهرة")
        assert "Traceback" not in serving.log.read_text()


def test_a_seed_of_the_same_size_and_time_is_followed(serving: Serving) -> None:
    seed = serving.project / "seeds" / "sixth.txt"
    seed.write_text(BODY.format(headline="لافروف يبحث في القاهرة اتفاقا", subject="هدنة"), "utf-8")
    wait_for(lambda: serving.shows("/ar/archive/", "القاهرة اتفاقا"), "the added seed")
    then = seed.stat()
    with seed.open("r+b") as file:
        file.write(BODY.format(headline="لافروف يبحث في بغدادا اتفاقا", subject="هدنة").encode())
        file.flush()
        os.utime(seed, ns=(then.st_atime_ns, then.st_mtime_ns))
    assert seed.stat().st_size == then.st_size
    wait_for(lambda: serving.shows("/ar/archive/", "بغدادا اتفاقا"), "the changed seed")


def test_what_editors_write_is_picked_up_and_nothing_loops(serving: Serving) -> None:
    page = "/en/articles/renamed-by-an-editor/"
    seed = sorted((serving.project / "seeds").iterdir())[0]
    content = serving.project / "content"

    (content / "corrections" / f"{seed.stem}.yml").write_text("slug: renamed-by-an-editor\n", "utf-8")
    wait_for(lambda: fetch(serving.address + page) is not None, "the corrected slug")

    people = content / "vocabulary" / "people-russia-china.yml"
    people.write_text(people.read_text("utf-8").replace("en: Vladimir Putin\n", "en: V. V. Putin\n"), "utf-8")
    wait_for(lambda: serving.shows(page, "V. V. Putin"), "the changed name")

    memory = content / "translations" / "en" / f"{seed.stem}.yml"
    memory.write_text(memory.read_text("utf-8").replace("en: 'Breaking'\n", "en: 'Just in'\n"), "utf-8")
    wait_for(lambda: serving.shows(page, "Just in"), "the changed translation")

    def builds() -> int:
        return serving.log.read_text().count("Building documentation")

    settled = builds()
    with pytest.raises(TimeoutError):
        wait_for(lambda: builds() > settled, "a build that nobody asked for", seconds=4)


def test_what_breaks_is_told_with_its_line_and_mends(serving: Serving) -> None:
    seeds, content = serving.project / "seeds", serving.project / "content"
    first, second = (path.stem for path in sorted(seeds.iterdir())[:2])
    conflict = "kind: person\nentries:\n- {id: second-putin, ar: فلاديمير بوتين, en: Another Putin}\n"
    memory = content / "translations" / "en" / f"{first}.yml"
    faults: list[tuple[Path, bytes, str]] = [
        (content / "corrections" / f"{first}.yml", b"slug: x\nslug: y\n", "stands twice"),
        (content / "corrections" / f"{second}.yml", b"title: [\n", "not valid YAML"),
        (memory, memory.read_bytes() + b"- {id: [x\n", f"content/translations/en/{first}.yml"),
        (content / "vocabulary" / "zz.yml", conflict.encode(), "belongs to"),
        (content / "vocabulary" / "zz.yml", b"kind: person\nentries: [\n", "not valid YAML"),
        (seeds / f"{second}.txt", bytes(range(256)) * 20, f"seeds/{second}.txt: "),
        (seeds / "huge.txt", "ا".encode() * 1_000_001, "the limit is"),
    ]

    names = ("", "archive/", "timeline/", "people/", "editors/", f"articles/{first}/", f"articles/{second}/")

    def shown() -> list[str]:
        """The pages as they are, but for what the server adds to reload them."""
        pages = (fetch(f"{serving.address}/{language}/{name}") for language in ("ar", "en") for name in names)
        return [re.sub(r"livereload\([^)]*\)", "", page or "") for page in pages]

    before = shown()
    for path, broken, told in faults:
        whole = path.read_bytes() if path.exists() else None
        read = len(serving.log.read_text())
        path.write_bytes(broken)
        place = path.relative_to(serving.project).as_posix()

        def is_told(start: int = read, told: str = told, place: str = place) -> bool:
            lines = serving.log.read_text()[start:].splitlines()
            return any(place in line and told in line for line in lines)

        wait_for(is_told, f"{told} of {place}", seconds=90)
        assert fetch(serving.address + "/ar/") is not None
        if whole is None:
            path.unlink()
        else:
            path.write_bytes(whole)
        wait_for(lambda: shown() == before, f"what was before {place}", seconds=90)
    assert "Traceback" not in serving.log.read_text()
