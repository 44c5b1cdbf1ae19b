"""Hostile YAML in every file that people write: an error with file and line, nothing else lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.errors import TranslationError
from digest.pipeline import build_digest
from digest.translate.canonical import KEYS, LISTS
from digest.translate.memory import parse_memory, render_memory
from tests.hostile.made import small_project
from tests.timed import within

BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(9)
)
FAULTS = {
    "alias bomb": BOMB,
    "merge": "x: &x {a: b}\ny:\n  <<: *x\n",
    "anchor": "title: &x a\n",
    "anchor of a key": "&x title: a\n",
    "anchor of a list": "keep: &x [a]\n",
    "anchor of all": "&x\ntitle: a\n",
    "alias of nothing": "title: *x\n",
    "directive": "%TAG ! tag:yaml.org,2002:\n---\ntitle: a\n",
    "long tag": f"title: !{'x' * 5000} a\n",
    "long key": f"{'x' * 900}: a\n",
    "long key twice": f"? {'x' * 5000}\n: a\n? {'x' * 5000}\n: b\n",
    "python object": "title: !!python/object/apply:os.system ['touch /tmp/evil']\n",
    "python name": "title: !!python/name:os.system\n",
    "own tag": "title: !evil x\n",
    "duplicate key": "title: a\nbyline: b\ntitle: c\n",
    "deep": "title: " + "[" * 5000 + "]" * 5000 + "\n",
    "deep mapping": "".join(f"{' ' * n}a:\n" for n in range(200)),
    "tab": "title:\n\t- x\n",
    "control": "title: a\nbyline: \x01\n",
    "unclosed": 'title: "x\n',
    "two documents": "title: a\n---\ntitle: b\n",
    "wrong type": "- title\n- byline\n",
    "yes or no": "title: yes\n",
    "null": "title:\n",
    "unknown key": "titel: x\n",
    "list for text": "title: [a, b]\n",
    "complex key": "? [a, b]\n: c\n",
    "binary": "title: !!binary aGVsbG8=\n",
}
PLACES = ("corrections/plain-0000.yml", "translations/en/plain-0000.yml", "vocabulary/x.yml")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_with_its_line(tmp_path: Path, place: str, fault: str) -> None:
    project = small_project(tmp_path / "project", 2)
    (project / "content" / place).write_text(FAULTS[fault], "utf-8")
    with within(2):
        digest = build_digest(project)
    assert len(digest.articles) == 2
    [error] = digest.errors
    assert error.file.endswith(Path(place).name)
    assert error.line is not None
    assert "internal error" not in error.message
    assert len(error.message) < 1000


@pytest.mark.parametrize("place", PLACES)
def test_bytes_that_are_no_text_are_named_with_their_line(tmp_path: Path, place: str) -> None:
    project = small_project(tmp_path / "project", 1)
    (project / "content" / place).write_bytes(b"title: a\nbyline: \xff\xfe\n")
    [error] = build_digest(project).errors
    assert (error.file.rpartition("/")[2], error.line) == (Path(place).name, 2)


@pytest.mark.parametrize("place", PLACES)
def test_a_huge_file_is_refused_unread(tmp_path: Path, place: str) -> None:
    project = small_project(tmp_path / "project", 1)
    with (project / "content" / place).open("wb") as out:
        out.truncate(3_000_000_000)
    with within(2):
        [error] = build_digest(project).errors
        assert "over 10 MB" in error.message


_MUCH = {
    "title": f"title: {'ا' * 6000}\n",
    "address": f"url: https://example.org/{'a' * 6000}\n",
    "dates": "published: {reason: x, date: '[" + ",".join(["2022-02-04"] * 1000) + "]'}\n",
    "lines": "keep:\n" + "".join(f"- line {number}\n" for number in range(2001)),
    "tags": "tags:\n  add:\n" + "".join(f"  - t{number}\n" for number in range(2001)),
    "nothing to see": 'byline: "\\u200b\\u3164 \\u202e"\n',
    "no letter": "source: '...'\n",
}


@pytest.mark.parametrize("text", _MUCH.values(), ids=_MUCH)
def test_corrections_are_of_a_size_and_can_be_seen(tmp_path: Path, text: str) -> None:
    project = small_project(tmp_path / "project", 1)
    (project / "content" / "corrections" / "plain-0000.yml").write_text(text, "utf-8")
    digest = build_digest(project)
    assert len(digest.articles) == 1
    [error] = digest.errors
    assert (error.file, error.line is not None) == ("content/corrections/plain-0000.yml", True)
    assert len(error.message) < 1000


def test_front_matter_is_read_as_strictly(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", 1)
    for number, (name, text) in enumerate(FAULTS.items()):
        if name not in ("two documents", "wrong type", "yes or no", "null", "unknown key", "list for text"):
            (project / "seeds" / f"f{number}.md").write_text(f"---\n{text}---\nنص قصير\n", "utf-8")
    digest = build_digest(project)
    assert len(digest.articles) == 1
    assert not [error for error in digest.errors if "internal error" in error.message]


def test_one_bad_file_leaves_the_rest_of_the_vocabulary(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", 1)
    folder = project / "content" / "vocabulary"
    entry = "kind: person\nentries:\n- {id: %s, ar: %s, en: %s}\n"
    (folder / "a.yml").write_text(entry % ("lavrov", "سيرغي لافروف", "Sergei Lavrov"), "utf-8")
    (folder / "b.yml").write_text("kind: person\nentries: [\n", "utf-8")
    (folder / "c.yml").write_text(entry % ("other", "سيرغي لافروف", "Another"), "utf-8")
    (folder / "d.yml").write_text(entry % ("lavrov", "اسم آخر", "A third"), "utf-8")
    digest = build_digest(project)
    assert "lavrov" in digest.vocabulary
    assert digest.vocabulary["lavrov"].en == "Sergei Lavrov"
    assert sorted((error.file, error.line) for error in digest.errors) == [
        (f"content/vocabulary/{name}.yml", 3) for name in "bcd"
    ]


words = ["human", "machine", "missing", "numbers", "خبر", "99", "", " x"]
scalars = (
    st.none() | st.booleans() | st.integers(-5, 10**6) | st.floats(allow_nan=False, allow_infinity=False)
)
keys = st.sampled_from([*KEYS, *LISTS, "article", "odd"])
values = st.recursive(
    scalars | st.sampled_from(words) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)
segments = st.lists(st.dictionaries(keys, values, max_size=8), max_size=3)


@settings(deadline=None, max_examples=500)
@given(
    st.fixed_dictionaries(
        {"article": st.just("a") | values, "segments": segments | values, "retired": values}
    )
)
def test_a_memory_of_any_shape_is_read_or_refused_with_a_line(data: dict[str, Any]) -> None:
    text = json.dumps(data, ensure_ascii=False)
    fault = None
    try:
        memory = parse_memory(text, "a.yml")
    except TranslationError as error:
        fault = error
    assert fault.line if fault else parse_memory(render_memory(memory), "a.yml") == memory
