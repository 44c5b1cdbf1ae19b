"""Names of files and folders: nothing is read or written outside, nothing clashes, everything is named."""

from __future__ import annotations

import os
import socket
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from digest.errors import DigestError
from digest.pipeline import Project, build_digest, slugify
from digest.render import render_pages
from digest.seeds import identifier, read_seed
from digest.wording.warnings import warning_in_words
from digest.yamlfile import read_yaml
from tests.hostile.made import BODY, small_project

SECRET = "SECRET-0123456789"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.txt").write_text(BODY.format(number=SECRET), "utf-8")
    (tmp_path / "outside" / "secret.yml").write_text(f"title: {SECRET}\n", "utf-8")
    return small_project(tmp_path / "project", 1)


def published(project: Path) -> tuple[dict[str, str], list[str]]:
    """The pages of a project, and its errors as lines."""
    digest = build_digest(project)
    return dict(render_pages(digest)), [f"{e.file}:{e.line}: {e.message}" for e in digest.errors]


@pytest.mark.parametrize("name", ["link.txt", "folder"])
def test_links_out_of_the_seeds_are_refused(project: Path, name: str) -> None:
    target = project.parent / "outside" / ("secret.txt" if name.endswith(".txt") else "")
    (project / "seeds" / name).symlink_to(target)
    pages, errors = published(project)
    assert len([path for path in pages if path.startswith("ar/articles/")]) == 1
    assert [error for error in errors if f"seeds/{name}" in error and "symbolic link" in error]
    assert not [path for path, text in pages.items() if SECRET in text]


@pytest.mark.parametrize(
    "place", ["corrections/plain-0000.yml", "translations/en/plain-0000.yml", "vocabulary/x.yml"]
)
def test_links_out_of_the_content_are_refused(project: Path, place: str) -> None:
    (project / "content" / place).symlink_to(project.parent / "outside" / "secret.yml")
    pages, errors = published(project)
    assert [error for error in errors if Path(place).name in error and "symbolic link" in error]
    assert not [path for path, text in pages.items() if SECRET in text]
    assert [path for path in pages if path.startswith("ar/articles/")]


@pytest.mark.parametrize(
    "place",
    ["../seeds/x.txt", "corrections/plain-0000.yml", "translations/en/plain-0000.yml", "vocabulary/x.yml"],
)
def test_a_pipe_does_not_hang_the_build(project: Path, place: str) -> None:
    os.mkfifo(project / "content" / place)
    pages, errors = published(project)
    assert [error for error in errors if Path(place).name in error]
    assert [path for path in pages if path.startswith("ar/articles/")]


def test_a_hard_link_is_read_and_never_written_through(project: Path) -> None:
    outside = project.parent / "outside" / "secret.txt"
    before = outside.read_bytes()
    os.link(outside, project / "seeds" / "hard.txt")
    pages, errors = published(project)
    assert not errors
    assert "ar/articles/hard.md" in pages
    assert outside.read_bytes() == before


def test_devices_sockets_loops_and_folders_are_named(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seeds = project / "seeds"
    monkeypatch.chdir(seeds)  # a socket's path may not be long
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.txt")
        (seeds / "zero.txt").symlink_to("/dev/zero")
        (seeds / "loop.txt").symlink_to("loop.txt")
        (seeds / "round").symlink_to(".")
        (seeds / "folder.txt").mkdir()
        pages, errors = published(project)
    named = ("loop.txt", "round", "socket.txt", "zero.txt")
    assert [error.partition(":")[0] for error in errors] == [f"seeds/{name}" for name in named]
    assert len([path for path in pages if path.startswith("ar/articles/")]) == 1


@pytest.mark.parametrize(
    "name",
    [
        "../x",
        "/etc/passwd",
        "a/../../b",
        "..\\..\\x",
        "con",
        "NUL.",
        "COM1",
        "index",
        "README",
        "%2e%2e%2fx",
        ".",
    ],
)
def test_no_slug_or_identifier_is_a_path_or_a_device(name: str) -> None:
    for made in (slugify(name), identifier(f"{name}.txt")):
        assert "/" not in made
        assert "\\" not in made
        assert made not in ("", ".", "..")


def test_reserved_names_have_pages_of_their_own(project: Path) -> None:
    names = ("con", "nul", "aux", "com1", "index", "README")
    for name in names:
        (project / "seeds" / f"{name}.txt").write_text(BODY.format(number=name), "utf-8")
    pages, errors = published(project)
    assert not errors
    stems = {Path(path).stem for path in pages if path.startswith("ar/articles/")}
    assert len(stems) == len(names) + 1
    assert stems.isdisjoint({name.lower() for name in names})


def test_homoglyphs_make_plain_slugs_and_articles_apart(project: Path) -> None:
    for name in ("paypal", "pаypal", "ｐａｙｐａｌ", "لافروف"):
        (project / "seeds" / f"{name}.txt").write_text(BODY.format(number=name), "utf-8")
    pages, _ = published(project)
    stems = [Path(path).stem for path in pages if path.startswith("ar/articles/")]
    assert len(stems) == len(set(stems)) == 5
    assert all(stem.isascii() for stem in stems)


def test_names_that_differ_in_case_or_normalisation_only(project: Path) -> None:
    composed = unicodedata.normalize("NFC", "آراء")
    for name in ("Case", "case", composed, unicodedata.normalize("NFD", composed), "a b", "a-b"):
        (project / "seeds" / f"{name}.txt").write_text(BODY.format(number=7), "utf-8")
    pages, errors = published(project)
    assert len([error for error in errors if "has the same identifier" in error]) == 3
    assert len([path for path in pages if path.startswith("ar/articles/")]) == 4


@pytest.mark.parametrize("name", ["plain 0000.txt", "!plain-0000.txt", " plain-0000.md", "PLAIN 0000.txt"])
def test_no_other_name_takes_the_place_of_a_seed(project: Path, name: str) -> None:
    (project / "seeds" / name).write_text(BODY.format(number=99), "utf-8")
    digest = build_digest(project)
    assert "plain-0000.txt" in [article.seed.name for article in digest.articles]


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 20)


def _linked(path: Path) -> None:
    path.symlink_to("plain-0000.txt")


@pytest.mark.parametrize("make", [_empty, _binary, _linked, os.mkfifo])
@pytest.mark.parametrize("name", ["seed.txt", "SEED.md", "seed.html", "seed.docx", "seed.jpg"])
def test_what_cannot_be_read_takes_no_seeds_place(
    project: Path, name: str, make: Callable[[Path], None]
) -> None:
    (project / "seeds" / "seed.htm").write_text(_PAGE, "utf-8")
    make(project / "seeds" / name)
    digest = build_digest(project)
    assert {article.seed.name for article in digest.articles} == {"plain-0000.txt", "seed.htm"}
    [error] = digest.errors
    assert error.file == f"seeds/{name}"


_PAGE = f"<html><body><article>{BODY.format(number=8)}</article></body></html>"


def test_rivals_are_followed(project: Path) -> None:
    (project / "seeds" / "plain-0000.txt").rename(project / "seeds" / "plain-0000.htm")
    live = Project(project)
    live.read()
    first = project / "seeds" / "plain-0000.html"
    for text, name in (("", ".htm"), (_PAGE, ".html"), ("", ".htm"), (_PAGE, ".html"), (None, ".htm")):
        first.unlink() if text is None else first.write_text(text, "utf-8")
        followed = live.follow([first])
        assert followed == build_digest(project)
        assert followed
        assert [article.seed.name for article in followed.articles] == [f"plain-0000{name}"]


def test_a_folder_of_the_seeds_name_is_not_entered(project: Path) -> None:
    inner = project / "seeds" / "more" / "seeds"
    inner.mkdir(parents=True)
    (inner / "plain-0000.txt").write_text(BODY.format(number=SECRET), "utf-8")
    pages, errors = published(project)
    assert [error for error in errors if "seeds/more/seeds" in error or "rename it" in error]
    assert not [path for path, text in pages.items() if SECRET in text]


@pytest.mark.parametrize("name", ["plain_0000.txt", "plain.0000.txt", "Plain 0000!.txt", "plain-0000-.md"])
def test_no_other_article_takes_an_address(project: Path, name: str) -> None:
    newer = f"نشر في 1 مارس 2023\n\n{BODY.format(number=SECRET)}"
    (project / "seeds" / name).write_text(newer, "utf-8")
    slugs = {article.seed.name: article.slug for article in build_digest(project).articles}
    assert slugs["plain-0000.txt"] == "plain-0000"


def test_no_correction_takes_an_address(project: Path) -> None:
    (project / "seeds" / "other.txt").write_text(BODY.format(number=2), "utf-8")
    for slug, owner in (("plain-0000", "another article"), ("index", "a page of the site")):
        (project / "content" / "corrections" / "other.yml").write_text(f"slug: {slug}\n", "utf-8")
        articles = {article.id: article for article in build_digest(project).articles}
        assert articles["plain-0000"].slug == "plain-0000"
        assert articles["other"].slug == f"{slug}-2"
        [warning] = articles["other"].warnings
        assert warning_in_words(warning).startswith(f"{owner} has the slug")
        assert (warning.file, warning.line) == ("content/corrections/other.yml", 1)


@pytest.mark.parametrize("name", ["index", "readme", "con", "nul", "com1"])
def test_no_entry_takes_the_place_of_a_page(project: Path, name: str) -> None:
    text = f"kind: person\nentries:\n- {{id: {name}, ar: سيرغي لافروف, en: Sergei Lavrov}}\n"
    (project / "content" / "vocabulary" / "x.yml").write_text(text, "utf-8")
    digest = build_digest(project)
    paths = [path for path, _ in render_pages(digest)]
    assert len(paths) == len(set(paths))
    assert [(error.file, error.line) for error in digest.errors] == [("content/vocabulary/x.yml", 3)]


def test_one_name_in_two_folders_is_two_articles(project: Path) -> None:
    for folder in ("2021", "2022"):
        (project / "seeds" / folder).mkdir()
        (project / "seeds" / folder / "news.txt").write_text(BODY.format(number=folder), "utf-8")
    pages, errors = published(project)
    assert not errors
    assert {"ar/articles/2021-news.md", "ar/articles/2022-news.md"} <= set(pages)


@pytest.mark.parametrize("size", [255, 300])
def test_long_names(project: Path, size: int) -> None:
    name = "ن" * ((size - 4) // 2) + ".txt"
    if size <= 255:
        (project / "seeds" / name).write_text(BODY.format(number=1), "utf-8")
    else:
        folder = project / "seeds" / ("ن" * 100)
        folder.mkdir()
        (folder / name[-60:]).write_text(BODY.format(number=1), "utf-8")
    pages, errors = published(project)
    assert not errors
    assert len([path for path in pages if path.startswith("ar/articles/")]) == 2
    assert all(len(Path(path).name.encode()) <= 200 for path in pages)


@pytest.mark.parametrize("raw", [b"bad-\xff\xfe.txt", b"line\nend.txt", b"esc\x1b[31m.txt"])
def test_names_that_are_no_text(project: Path, raw: bytes) -> None:
    (project / "seeds" / os.fsdecode(raw)).write_bytes(BODY.format(number=raw).encode())
    pages, errors = published(project)
    assert not errors
    assert len([path for path in pages if path.startswith("ar/articles/")]) == 2
    for text in pages.values():
        text.encode("utf-8")
        assert "\x1b" not in text


def test_every_page_stays_in_its_folder(project: Path) -> None:
    for number, name in enumerate(("..x", "...", "a..b", "~root", "$HOME", "|x")):
        (project / "seeds" / f"{name}-{number}.txt").write_text(BODY.format(number=number), "utf-8")
    for path in published(project)[0]:
        parts = Path(path).parts
        assert not Path(path).is_absolute()
        assert ".." not in parts


@pytest.mark.parametrize("slug", ["../x", "/x", "a/b", "A", "con.", "a b", "é", "x" * 81, "-x", ""])
def test_slugs_of_editors_are_plain(project: Path, slug: str) -> None:
    (project / "content" / "corrections" / "plain-0000.yml").write_text(f'slug: "{slug}"\n', "utf-8")
    pages, errors = published(project)
    assert [error for error in errors if "plain-0000.yml:1" in error]
    assert "ar/articles/plain-0000.md" in pages


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "x.txt").mkdir()
    (tmp_path / "x.yml").mkdir()
    with pytest.raises(DigestError, match="folder"):
        read_seed(tmp_path / "x.txt")
    with pytest.raises(DigestError, match=r"x\.yml"):
        read_yaml(tmp_path / "x.yml")
