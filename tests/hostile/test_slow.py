"""Small inputs that once took minutes: read in proportion to their size, or refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.clean import clean_seed
from digest.errors import SeedError
from digest.pipeline import build_article, build_digest
from digest.render import render_pages
from digest.seeds import seed_from_bytes
from digest.translate.checks import check_pair
from digest.vocabulary import Vocabulary
from tests.hostile.made import TEXT, small_project
from tests.timed import within


def nested(levels: int, lines: int) -> bytes:
    """A web archive whose page stands in parts of parts, some lines of text behind it."""
    head = "MIME-Version: 1.0\r\n"
    for level in range(levels):
        head += f"Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n"
    page = f"<html><body><p>{TEXT}</p>" + "x\r\n" * lines
    return f"{head}Content-Type: text/html; charset=utf-8\r\n\r\n{page}".encode()


def test_parts_of_parts_of_parts() -> None:
    assert "لافروف" in seed_from_bytes(nested(5, 100), "x.mhtml").text
    with within(1), pytest.raises(SeedError, match="more than 30 parts that hold parts"):
        seed_from_bytes(nested(900, 100_000), "x.mhtml")


@pytest.mark.parametrize("line", ["#ا" * 60 + " س", "وقال الوزير ذلك. " + "http://a" * 24 + " س"])
def test_lines_that_could_be_parted_in_many_ways(line: str) -> None:
    with within(3):
        article = build_article(
            seed_from_bytes(f"{TEXT}\n{line}\n\n{TEXT}".encode(), "x.txt"), Vocabulary({})
        )
        assert article.findings.sentences


def test_pages_of_many_quotations() -> None:
    said, quoted = (
        "وقال الوزير إن العمل في الجسر ماض كما خطط له منذ العام الماضي",
        "«لن نترك هذا العمل أبدا {}»",
    )
    lines = (f"{said} {number}.\n\n{quoted.format(number)}\n\n" for number in range(3_500))
    seed = seed_from_bytes(f"{TEXT}\n\n{''.join(lines)}".encode(), "x.txt")
    with within(4):
        assert quoted.format(3_499) in clean_seed(seed).text


@pytest.mark.parametrize("row", ["عيار 24\t3589\t3571", "- قاعة جديدة", "قاعة: جديدة"])
def test_pages_of_one_long_table_or_list(row: str) -> None:
    seed = seed_from_bytes(f"{TEXT}\n\n{TEXT}\n{f'{row}{chr(10)}' * 17_000}".encode(), "x.txt")
    with within(4):
        assert len(clean_seed(seed).lines) > 17_000


@pytest.mark.parametrize("marks", ["\u0651\u064b", "\u0301\u0323", "\u0f71\u0f72"])
def test_a_letter_with_many_marks(marks: str) -> None:
    with within(2):
        seed = seed_from_bytes(f"{TEXT}\n\nا{marks * 600_000}ب {TEXT}".encode(), "x.txt")
        assert "marks beyond thirty on a letter removed" in seed.repairs
        assert len(seed.text) < 3 * len(TEXT)


def test_a_pair_of_many_stops() -> None:
    with within(1):
        assert check_pair("جملة" + "." * 20_000 + "س", "A sentence" + "." * 20_000 + "s") == ()


def test_attributes_are_counted_in_all() -> None:
    tag = "<p " + " ".join(f"a{number}=1" for number in range(240)) + ">x</p>"
    seed_from_bytes(f"<html><body><p>{TEXT}</p>{tag * 600}".encode(), "x.html")
    with pytest.raises(SeedError, match="150,000 in all"):
        seed_from_bytes(f"<html><body><p>{TEXT}</p>{tag * 650}".encode(), "x.html")


def test_pages_of_many_short_sentences(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", 0)
    vocabulary = "kind: place\nentries:\n- {id: beijing, ar: بكين, en: Beijing}\n"
    (project / "content" / "vocabulary" / "v.yml").write_text(vocabulary, "utf-8")
    (project / "seeds" / "x.html").write_text("<html><body>" + "<p>زار بوتين بكين.</p>" * 8_000, "utf-8")
    digest = build_digest(project)
    with within(4):
        pages = dict(render_pages(digest))
    [page] = [text for path, text in pages.items() if path.startswith("en/articles/")]
    assert page.count("Beijing") > 8_000
