"""What changed between two readings of the memories, and which articles it concerns."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.model import Segment, SegmentState
from digest.text import segment_id
from digest.translate.folder import read_memories
from digest.translate.lookup import translate_segments
from digest.translate.memories import Memories, Volume, compare
from digest.translate.memory import Entry, Memory, pair
from tests.memories import OTHER, TEXT, edit, two_memories


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return two_memories(tmp_path)


def test_changes_name_whom_they_concern(files: Path) -> None:
    first = read_memories(files)
    assert not read_memories(files).changes_since(first)
    edit(files / "b.yml", "The bridge.", "The new bridge.")
    changes = read_memories(files).changes_since(first)
    assert changes.articles == {"b"}
    assert changes.concern("b", [])
    assert changes.concern("c", [segment_id(TEXT), segment_id(OTHER)]), "it may have this English from b"
    assert not changes.concern("a", [segment_id(TEXT)])
    (files / "a.yml").write_text("broken", "utf-8")
    assert read_memories(files).changes_since(first).articles == {"b"}, "what is broken stays what it was"
    (files / "a.yml").unlink()
    both = read_memories(files).changes_since(first)
    assert both.articles == {"a", "b"}
    assert both.concern("c", [segment_id(TEXT)])


def test_another_form_of_the_same_memory_is_no_change(files: Path) -> None:
    first = read_memories(files)
    edit(files / "b.yml", "article: b\n", "article: 'b'\n\n")
    assert not read_memories(files).changes_since(first)


entries = st.builds(
    pair,
    st.sampled_from([TEXT, OTHER, TEXT.replace("يوم", "أسبوع")]),
    st.sampled_from(["One.", "Two."]),
    st.sampled_from([SegmentState.HUMAN, SegmentState.REVIEWED, SegmentState.MACHINE]),
)


def _once(given_: list[Entry]) -> tuple[Entry, ...]:
    return tuple({entry.id: entry for entry in given_}.values())


lots = st.dictionaries(
    st.sampled_from("abc"), st.tuples(st.lists(entries).map(_once), st.lists(entries).map(tuple))
).map(lambda lot: [Memory(article, *lists) for article, lists in lot.items()])


@settings(deadline=None)
@given(lots, lots)
def test_nothing_changes_for_an_article_that_changes_do_not_concern(
    before: list[Memory], after: list[Memory]
) -> None:
    changes = compare(map(Volume.of, before), map(Volume.of, after))
    old, new = Memories.of(before), Memories.of(after)
    for article in "abcd":
        for text in (TEXT, OTHER):
            asked = [Segment(segment_id(text), text, "body")]
            if not changes.concern(article, [asked[0].id]):
                answers = [translate_segments(asked, known, article=article) for known in (old, new)]
                assert answers[0] == answers[1]
