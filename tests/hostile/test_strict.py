"""What a strict reader found: small inputs that took minutes, hid text or took a place."""

from __future__ import annotations

import time

import pytest

from digest.errors import DigestError, SeedError
from digest.model import SeedMetadata
from digest.pipeline import build_article
from digest.seeds import seed_from_bytes
from digest.translate.checks import check_pair
from digest.vocabulary import Vocabulary
from digest.yamlfile import parse_yaml
from tests.hostile.made import BODY

_TEXT = BODY.format(number=1)


def metadata(matter: str) -> SeedMetadata:
    """What a Markdown page states by some front matter."""
    return seed_from_bytes(f"---\n{matter}\n---\n{_TEXT}".encode(), "x.md").metadata


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: لافروف: لا نقبل", "لافروف: لا نقبل"),
        ("title:  a: b: c  ", "a: b: c"),
        ("title: it's: so", "it's: so"),
        ("title: a: b # c", "a: b # c"),
        ("title: a:\tb", "a:\tb"),
        ("title: 'a: b'", "a: b"),
    ],
)
def test_a_colon_in_a_value_is_text(line: str, title: str) -> None:
    if "#" in line:
        with pytest.raises(SeedError, match=r"x\.md:2"):
            metadata(line)
    else:
        assert (metadata(line).title or "").split() == title.split()


def test_many_colons_and_many_blanks() -> None:
    begin = time.process_time()
    assert (metadata("title: " + "b: " * 300 + " " * 40_000 + "x").title or "").startswith("b: b: b:")
    assert time.process_time() - begin < 1


_TAGS = "".join(f"%TAG !a{number}! x\n" for number in range(60_000))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (_TAGS + "---\na: b\n", 1),
        ("a: b\n" + _TAGS, 2),
        ("a: b\n...\n" + _TAGS, 3),
        ("# x\r%YAML 1.1\r---\ra: b", 2),
        ("a: [b,\n%c]", 2),
        ("%", 1),
    ],
)
def test_directives_are_refused_at_the_first(text: str, line: int) -> None:
    begin = time.process_time()
    with pytest.raises(DigestError, match="directives") as caught:
        parse_yaml(text, "x.yml")
    assert (caught.value.file, caught.value.line) == ("x.yml", line)
    assert time.process_time() - begin < 1


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: |\n %TAG ! x\n", "%TAG ! x\n"),
        ("a: 'b\n%TAG ! x\n%'", "b %TAG ! x %"),
        ('a: "b\n%\\\n  c"', "b %c"),
        ("a: [b\n%c]", ["b %c"]),
        ("a: b %c", "b %c"),
        ("a: 'b" + "\n%TAG" * 60_000 + "'", "b" + " %TAG" * 60_000),
    ],
)
def test_a_percent_sign_in_text_is_text(text: str, value: object) -> None:
    begin = time.process_time()
    assert parse_yaml(text, "x.yml").data == {"a": value}
    assert time.process_time() - begin < 1


def nested(levels: int, lines: int) -> bytes:
    """A web archive whose page stands in parts of parts, some lines of text behind it."""
    head = "MIME-Version: 1.0\r\n"
    for level in range(levels):
        head += f"Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n"
    page = f"<html><body><p>{_TEXT}</p>" + "x\r\n" * lines
    return f"{head}Content-Type: text/html; charset=utf-8\r\n\r\n{page}".encode()


def test_parts_of_parts_of_parts() -> None:
    assert "لافروف" in seed_from_bytes(nested(5, 100), "x.mhtml").text
    begin = time.process_time()
    with pytest.raises(SeedError, match="more than 30 parts that hold parts"):
        seed_from_bytes(nested(900, 100_000), "x.mhtml")
    assert time.process_time() - begin < 1


@pytest.mark.parametrize("line", ["#ا" * 60 + " س", "وقال الوزير ذلك. " + "http://a" * 24 + " س"])
def test_lines_that_could_be_parted_in_many_ways(line: str) -> None:
    begin = time.process_time()
    article = build_article(seed_from_bytes(f"{_TEXT}\n{line}\n\n{_TEXT}".encode(), "x.txt"), Vocabulary({}))
    assert article.findings.sentences
    assert time.process_time() - begin < 3


def test_a_pair_of_many_stops() -> None:
    begin = time.process_time()
    assert check_pair("جملة" + "." * 20_000 + "س", "A sentence" + "." * 20_000 + "s") == ()
    assert time.process_time() - begin < 1
