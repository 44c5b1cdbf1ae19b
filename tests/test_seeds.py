"""Reading seeds: which files are read and listed, what is refused, and with which words."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.clean import clean_seed
from digest.errors import SeedError
from digest.model import SeedFormat
from digest.seeds import Limits, list_seeds, read_seed, seed_from_bytes
from tests.pages import ARTICLE, ROOT


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").glob("*.txt")), ids=lambda path: path.stem)
def test_the_five_seeds_are_read_character_for_character(path: Path) -> None:
    seed = read_seed(path)
    assert seed.text == path.read_bytes().decode("utf-8")
    assert seed.repairs == ()
    assert (seed.id, seed.name, seed.format) == (path.stem, path.name, SeedFormat.TEXT)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t\n ", "no text"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary"),
        ("a.txt", bytes(range(32)) * 50, "not text"),
        ("a.pdf", b"%PDF-1.7", "a PDF holds glyphs"),
        ("a.docx", b"PK", "word processor"),
        ("a.png", b"\x89PNG", "image holds no text"),
        ("a.xyz", b"text", "format is not known"),
    ],
)
def test_what_is_no_page_is_refused_with_the_reason(name: str, data: bytes, words: str) -> None:
    with pytest.raises(SeedError, match=words) as caught:
        seed_from_bytes(data, name)
    assert caught.value.file == f"seeds/{name}"


def test_limits() -> None:
    with pytest.raises(SeedError, match="the limit is 10"):
        seed_from_bytes(ARTICLE.encode(), "a.txt", limits=Limits(file_bytes=10))
    with pytest.raises(SeedError, match="has 6 lines"):
        seed_from_bytes(ARTICLE.encode(), "a.txt", limits=Limits(lines=2))
    with pytest.raises(SeedError, match="characters") as caught:
        seed_from_bytes(ARTICLE.encode(), "a.txt", limits=Limits(line_characters=60))
    assert caught.value.line == 3


def test_symbolic_links_are_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text(ARTICLE)
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").symlink_to(outside)
    assert list_seeds(seeds) == (seeds / "a.txt",)
    with pytest.raises(SeedError, match=r"seeds/a\.txt: is a symbolic link"):
        read_seed(seeds / "a.txt")


def test_a_linked_folder_is_named_and_not_entered(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "b.txt").write_text(ARTICLE)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "folder").symlink_to(tmp_path / "outside")
    assert list_seeds(tmp_path / "seeds") == (tmp_path / "seeds" / "folder",)
    with pytest.raises(SeedError, match=r"seeds/folder: is a symbolic link"):
        read_seed(tmp_path / "seeds" / "folder")


def test_listing_is_sorted_and_leaves_hidden_files_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", ".hidden", "c/d.html"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    assert [path.relative_to(tmp_path).as_posix() for path in list_seeds(tmp_path)] == [
        "a.md",
        "b.txt",
        "c/d.html",
    ]
    assert list_seeds(tmp_path / "none") == ()


def test_what_a_browser_saves_beside_a_page_is_no_seed(tmp_path: Path) -> None:
    for name in ("a.html", "a_files/b.js", "a_files/c/d.html", "b.HTM", "b_files/e.png", "c_files/f.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    found = [path.relative_to(tmp_path).as_posix() for path in list_seeds(tmp_path)]
    assert found == ["a.html", "b.HTM", "c_files/f.txt"]


@pytest.mark.parametrize(("name", "advice"), [("a.txt", "with all of its text"), ("a.html", "as text")])
def test_a_page_without_an_article_is_to_be_saved_otherwise(name: str, advice: str) -> None:
    with pytest.raises(SeedError, match=f"no article was found.*save the page again {advice}"):
        clean_seed(seed_from_bytes("الرئيسية\nأخبار".encode(), name))


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(SeedError, match="is not a file"):
        read_seed(tmp_path / "none.txt")


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        seed = seed_from_bytes(data, "a.txt")
    except SeedError:
        return
    assert "\r" not in seed.text
    assert "\0" not in seed.text
    assert unicodedata.is_normalized("NFC", seed.text)
