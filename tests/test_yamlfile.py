"""YAML is read strictly, with the line of every value, and quickly."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.errors import DigestError, RulesError
from digest.yamlfile import MAX_BYTES, comments, dump_yaml, parse_yaml, read_yaml
from digest.yamlschema import validate
from tests.timed import within


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("", None),
        ("# only a comment\n", None),
        (
            "a: 1\nb: 1.5\nc: yes\nd: ~\ne:\nf: null\n",
            {"a": 1, "b": 1.5, "c": True, "d": None, "e": None, "f": None},
        ),
        ("a: '1'\nb: \"no\"\n", {"a": "1", "b": "no"}),
        ("a: 2022-02-04\n", {"a": "2022-02-04"}),
        ("12: x\n", {"12": "x"}),
        ("a: !!str 12\nb: !!int '3'\n", {"a": "12", "b": 3}),
        ("- a\n- [b, {c: d}]\n", ["a", ["b", {"c": "d"}]]),
        ("a: |\n  x\n  y\nb: >\n  z\n  w\n", {"a": "x\ny\n", "b": "z w\n"}),
        ("a:\r\n- b\r\n", {"a": ["b"]}),
    ],
)
def test_data(text: str, data: Any) -> None:
    assert parse_yaml(text, "x.yml").data == data


def test_every_value_has_its_line() -> None:
    document = parse_yaml("a: 1\nb:\n- c\n- d: e\n  f:\n    g\n", "x.yml")
    lines = {
        "a": ("a",),
        "list": ("b",),
        "c": ("b", 0),
        "map": ("b", 1),
        "e": ("b", 1, "d"),
        "g": ("b", 1, "f"),
    }
    assert {name: document.line(path) for name, path in lines.items()} == {
        "a": 1, "list": 3, "c": 3, "map": 4, "e": 4, "g": 6,
    }  # fmt: skip
    assert document.line(("b", 1, "none")) == 4, "the nearest parent's"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a: b\nc: &x d\n", 2, "anchors and aliases"),
        ("a: b\nc: *x\n", 2, "anchors and aliases"),
        ("&x a: b\n", 1, "must be a plain word"),
        ("? [a]\n: b\n", 1, "must be a plain word"),
        ("a: b\na: c\n", 2, "'a' stands twice"),
        ("a: !!python/name:os.system x\n", 1, "is not allowed"),
        ("a: !thing [x]\n", 1, "is not allowed"),
        ("a: b\n---\nc: d\n", 2, "one document"),
        ("a: b: c\n", 1, r"not valid YAML: mapping values are not allowed in this context \(column 5\)"),
        ("a: 1\nb: [c\n", 2, "not valid YAML: .* on line 3, while parsing a flow sequence that begins here"),
        (
            'a: 1\nb: "c\nd: 2\ne: 3\n',
            2,
            "on line 5, while scanning a quoted scalar that begins here",
        ),
        ("a: 1\n b: 2\n", 2, "not valid YAML"),
        ("a: b\nc: \x07\n", 2, r"U\+0007 is not allowed"),
        ("[" * 21 + "]" * 21, 1, "nested too deeply"),
    ],
)
def test_what_is_refused(text: str, line: int | None, said: str) -> None:
    with pytest.raises(RulesError, match=said) as caught:
        parse_yaml(text, "x.yml", error=RulesError)
    assert caught.value.file == "x.yml"
    assert line is None or caught.value.line == line


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(blacklist_categories=("Cs", "Cc"))),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.from_regex(r"[a-z]{1,5}", fullmatch=True), inner, max_size=3)
    ),
    max_leaves=10,
)


@settings(deadline=None)
@given(values)
def test_what_is_written_is_read_back(data: Any) -> None:
    assert parse_yaml(dump_yaml(data), "x.yml").data == data


@settings(deadline=None)
@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    with suppress(DigestError):
        parse_yaml(text, "x.yml")


def test_files(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_bytes(b"\xef\xbb\xbfa: b\n")
    assert read_yaml(path).data == {"a": "b"}
    path.write_bytes(b"\xff")
    with pytest.raises(DigestError, match="cannot be read as UTF-8"):
        read_yaml(path)
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    with pytest.raises(DigestError, match="split it"):
        read_yaml(path)
    with pytest.raises(DigestError, match="cannot be read"):
        read_yaml(tmp_path / "none.yml")


def test_a_schema_fault_names_its_line() -> None:
    document = parse_yaml("a: 1\nb: x\n", "x.yml")
    schema = {"properties": {"b": {"type": "integer"}}}
    with pytest.raises(RulesError, match=r"^x.yml:2: b: ") as caught:
        validate(document, schema, error=RulesError)
    assert caught.value.line == 2


def test_an_unknown_key_is_told_with_its_own_line_and_what_there_is() -> None:
    shape = {"additionalProperties": False, "properties": {"line": {}, "as": {}}}
    item = {"anyOf": [{"type": "string"}, {"type": "object", **shape}]}
    schema = {
        "additionalProperties": False,
        "properties": {"keep": {"items": item}, "drop": {"items": {"$ref": "#/$defs/drop"}}},
        "$defs": {"drop": shape},
    }
    for text, said in (
        ("keep: []\nkeeep: []\n", "x.yml:2: the key 'keeep' is not known; there are keep, drop"),
        ("drop:\n- as: x\n  lime: y\n", "x.yml:3: drop.0: the key 'lime' is not known; there are line, as"),
        (
            "keep:\n- x\n- as: x\n  lime: y\n",
            "x.yml:4: keep.1: the key 'lime' is not known; there are line, as",
        ),
    ):
        with pytest.raises(RulesError) as caught:
            validate(parse_yaml(text, "x.yml"), schema, error=RulesError)
        assert str(caught.value) == said


def test_comments_are_told_from_text() -> None:
    text = "# a\nb: 'x # y'  # c\nd: |\n  # e\n  f #g\n#h\n\"i # j\": k#l # \nm: n  # o\n#  q\n"
    assert parse_yaml(text, "x.yml").data == {"b": "x # y", "d": "# e\nf #g\n", "i # j": "k#l", "m": "n"}
    assert comments(text) == [(1, "a"), (2, "c"), (6, "h"), (7, ""), (8, "o"), (9, " q")]


def test_reading_is_quick() -> None:
    text = "".join(
        f"- id: name-{n}\n  ar: اسم {n}\n  en: Name {n}\n  years: [2020, 2021]\n" for n in range(5_000)
    )
    with within(3):
        assert len(parse_yaml(text, "x.yml").data) == 5_000
