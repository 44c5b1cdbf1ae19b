"""YAML that was slow, or that is text where it looks like something else: read or refused at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.errors import DigestError, SeedError, TranslationError
from digest.model import SeedMetadata
from digest.seeds import seed_from_bytes
from digest.translate.memory import parse_memory, read_memory
from digest.yamlfile import parse_yaml
from tests.hostile.made import TEXT
from tests.timed import within


def metadata(matter: str) -> SeedMetadata:
    """What a Markdown page states by some front matter."""
    return seed_from_bytes(f"---\n{matter}\n---\n{TEXT}".encode(), "x.md").metadata


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
    with within(1):
        assert (metadata("title: " + "b: " * 300 + " " * 40_000 + "x").title or "").startswith("b: b: b:")


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
    with within(1):
        with pytest.raises(DigestError, match="directives") as caught:
            parse_yaml(text, "x.yml")
        assert (caught.value.file, caught.value.line) == ("x.yml", line)


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
    with within(1):
        assert parse_yaml(text, "x.yml").data == {"a": value}


@pytest.mark.parametrize(
    "text",
    [
        f"article: {'x' * 9000}\nsegments: []\n",
        f"article: a\n{'x' * 900}: []\n",
        f"article: a\nsegments:\n- id: '{'1' * 9000}'\n  ar: 'جملة'\n  en: ''\n  state: missing\n",
        f"article: a\nsegments:\n- {{ar: x, accept: ['{'x' * 9000}']}}\n",
    ],
)
def test_an_error_is_shorter_than_what_it_quotes(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.yml"
    path.write_text(text, "utf-8")
    with pytest.raises(DigestError) as caught:
        read_memory(path)
    assert len(caught.value.message) < 900
    assert caught.value.message[-1] in ").e"


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"k{number}: 1\n" for number in range(900_000)),
        "a: [" + "1," * 900_000 + "]",
        "- {}\n" * 900_000,
    ],
)
def test_values_are_counted_while_they_are_read(text: str) -> None:
    with within(3), pytest.raises(DigestError, match="more than 200,000 values"):
        parse_yaml(text, "x.yml")


def test_lines_of_translations_are_counted_too() -> None:
    lines = "".join(f"- id: x{number}\n" for number in range(300_000))
    with pytest.raises(TranslationError, match="more than 200,000 values") as caught:
        parse_memory(f"article: a\nsegments:\n{lines}", "a.yml")
    assert caught.value.line is not None
