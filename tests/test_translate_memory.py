"""A memory's text: what is written is read back, by hand or canonical, with every comment."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest.errors import TranslationError
from digest.model import SegmentState
from digest.text import segment_id
from digest.translate.canonical import render, scan
from digest.translate.memory import (
    Entry,
    Memory,
    pair,
    parse_memory,
    read_memory,
    render_memory,
    seal_of,
    write_memory,
)
from tests.memories import AR, GOOD, ID

line_text = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029\x85\ufeff"),
    max_size=60,
)
comment_lines = st.lists(line_text.map(str.rstrip), max_size=2).map(tuple)
arabic = line_text.map(lambda text: f"خبر {text}")
anything = st.text(st.characters(codec=None), max_size=40)
entries = st.builds(
    lambda ar, en, state, by, note, accept, comments: pair(
        ar,
        "" if state is SegmentState.MISSING else f"x{en}",
        state,
        by=" ".join(by.split()) or None,
        note=" ".join(note.split()) or None,
        accept=tuple(sorted(accept)),
        comments=comments,
    ),
    arabic,
    line_text,
    st.sampled_from(SegmentState),
    line_text,
    line_text,
    st.sets(st.sampled_from(["numbers", "names", "length"])),
    comment_lines,
)
memories = st.builds(
    Memory,
    st.from_regex(r"[a-z0-9][a-z0-9_-]{0,20}", fullmatch=True),
    st.lists(entries, max_size=4, unique_by=lambda entry: entry.id).map(tuple),
    st.lists(entries, max_size=2).map(tuple),
    st.just("a.yml"),
    comment_lines,
    comment_lines,
)


@settings(deadline=None)
@given(memories)
def test_what_is_written_is_read_back(memory: Memory) -> None:
    text = render_memory(memory)
    assert parse_memory(text, "a.yml") == memory
    assert render_memory(parse_memory(text, "a.yml")) == text


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(anything, anything, anything)
def test_what_could_not_be_read_back_is_not_written(tmp_path: Path, en: str, by: str, note: str) -> None:
    path = tmp_path / "a.yml"
    path.write_text(GOOD, "utf-8")
    memory = Memory("a", (pair("خبر", f"x{en}", SegmentState.HUMAN, by=by or None, note=note or None),))
    if any(0xD800 <= ord(sign) <= 0xDFFF for sign in en + by + note):
        with pytest.raises(TranslationError, match="was not written, for it could not be read back"):
            write_memory(path, memory)
        assert path.read_text("utf-8") == GOOD
    else:
        write_memory(path, memory)
        assert read_memory(path).segments[0].en == memory.segments[0].en


@settings(deadline=None)
@given(memories)
def test_the_quick_reader_reads_what_the_strict_one_reads(memory: Memory) -> None:
    text = render_memory(memory)
    # A blank line is YAML, and nothing that the quick reader knows: it leaves the file to the YAML parser.
    assert scan("\n" + text) is None
    slow, read = parse_memory("\n" + text, "a.yml"), parse_memory(text, "a.yml")
    assert slow == read == memory
    assert (slow.head, slow.foot) == (read.head, read.foot)
    if memory.segments or memory.retired:
        assert (read.head, read.foot) == (memory.head, memory.foot)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_no_text_breaks_the_reader(text: str) -> None:
    # Anything but a TranslationError fails the test; hardly any text is a memory.
    with suppress(TranslationError):
        assert parse_memory(text, "a.yml").article


@pytest.mark.parametrize(
    "word", ["null", "true", "no", "on", "12", "1e5", "0x1f", "0b11", "1_000", "2022-01-01", "-"]
)
def test_a_word_that_yaml_would_take_for_something_else_is_quoted(word: str) -> None:
    text = render(
        word, {"segments": [{"id": ID, "ar": AR, "en": "It arrived", "state": "human", "by": word}]}
    )
    memory = parse_memory(text, "a.yml")
    assert (memory.article, memory.segments[0].by) == (word, word)
    assert scan("\n" + text) is None
    assert parse_memory("\n" + text, "a.yml") == Memory(
        word, (Entry(ID, AR, "It arrived", SegmentState.HUMAN, word),)
    )


@pytest.mark.parametrize(
    "odd", ["\x00", "\x07", "\x7f", "\x9f", "\ufeff", "\ufffe", "\U0001f600", "\\", "\u200f", '"']
)
def test_odd_characters_are_escaped_where_yaml_needs_it(odd: str) -> None:
    memory = Memory(
        "a", (pair(f"خبر{odd}آخر", f"a{odd}b", SegmentState.HUMAN, by=f"M{odd}", note=f"{odd}x"),)
    )
    text = render_memory(memory)
    assert parse_memory(text, "a.yml") == memory
    assert (odd in text) is (odd.isprintable() or odd == "\u200f"), "a direction mark is a character as any"


def test_double_quotes_and_bare_text_are_read_quickly() -> None:
    text = GOOD.replace("'The minister has arrived in the city'", '"It\'s here"').replace(
        "by: Mona", "by: Mona of Cairo"
    )
    assert scan(text) is not None
    (entry,) = parse_memory(text, "a.yml").segments
    assert (entry.en, entry.by) == ("It's here", "Mona of Cairo")
    slow = (
        text.replace("Mona of Cairo", value)
        for value in ("Mona: x", "Mona #x", "Mona:", "[M]", "{M: x}", "*M", "yes", "1.5")
    )
    assert [scan(item) for item in slow] == [None] * 8
    assert scan(GOOD.replace("  by", "  id: x\n  by")) is None
    assert scan("article: a\nsegments:\n  ar: x\n") is None
    assert scan("article: a\narticle: b\n") is None


def test_a_hand_written_file_is_read_and_made_canonical() -> None:
    text = f"""
# The minister's visit
article: "a"
segments:
  - state: human      # by hand
    en: >
      The minister has
      arrived
    # which city?
    ar: {AR}
    id: {ID}
    accept:
      - numbers
"""
    memory = parse_memory(text, "a.yml")
    assert memory.segments == (
        Entry(
            ID,
            AR,
            "The minister has arrived",
            SegmentState.HUMAN,
            accept=("numbers",),
            seal=seal_of("The minister has arrived"),
            comments=("by hand", "which city?"),
        ),
    )
    assert memory.head == ("The minister's visit",)
    canonical = render_memory(memory)
    assert canonical == (
        f"# The minister's visit\narticle: a\nsegments:\n# by hand\n# which city?\n- id: {ID}\n  ar: '{AR}'\n"
        "  en: 'The minister has arrived'\n  state: human\n  accept: [numbers]\n"
        f"  seal: {seal_of('The minister has arrived')}\n"
    )
    assert render_memory(parse_memory(canonical, "a.yml")) == canonical


def test_no_comment_is_lost_wherever_it_stands() -> None:
    text = GOOD.replace("article: a", "# top\narticle: a  # id").replace("segments:", "segments:  # all")
    text = text.replace("  en: ", "  # doubtful\n  en: ").replace("by: Mona", "by: 'Mo # na'  # of Cairo")
    text += f"retired:\n# older\n- id: {ID}\n  ar: |\n    # {AR}\n".replace(ID, segment_id(f"# {AR}"))
    text += "  en: it\n  state: human\n  #last\n# the end\n"
    memory = parse_memory(text, "a.yml")
    assert memory.head == ("top", "id")
    assert memory.segments[0].comments == ("all", "doubtful", "of Cairo")
    assert memory.segments[0].by == "Mo # na"
    assert memory.retired[0].comments == ("older",)
    assert memory.retired[0].ar == f"# {AR}"
    assert memory.foot == ("last", "the end")
    canonical = render_memory(memory)
    assert render_memory(parse_memory(canonical, "a.yml")) == canonical
    for comment in ("top", "id", "all", "doubtful", "of Cairo", "older", "last", "the end"):
        assert f"# {comment}\n" in canonical


@pytest.mark.parametrize(
    ("by", "state"),
    [("Mona", "human"), ("", "human"), ("Some Model (language model)", "machine")],
)
def test_english_in_an_entry_that_waited_is_what_its_writer_is(by: str, state: str) -> None:
    text = GOOD.replace("state: human", "state: missing").replace("by: Mona", f"by: '{by}'")
    (entry,) = parse_memory(text, "a.yml").segments
    assert (entry.state, entry.by) == (state, by or None)
    assert f"  state: {state}\n" in render_memory(Memory("a", (entry,)))


def test_what_a_stale_pair_was_goes_when_it_is_mended() -> None:
    text = GOOD.replace("state: human", "state: stale") + "  was: 'غادر الوزير المدينة'\n"
    (entry,) = parse_memory(text, "a.yml").segments
    assert entry.was == "غادر الوزير المدينة"
    (entry,) = parse_memory(text.replace("state: stale", "state: human"), "a.yml").segments
    assert entry.was is None


def test_comments_that_cut_no_text_may_stand_beside_it() -> None:
    text = GOOD.replace("in the city'", "in the city'  # or: town").replace("human", "human # sure")
    assert parse_memory(text, "a.yml").segments[0].comments == ("or: town", "sure")


def test_an_entry_without_english_goes_on_waiting() -> None:
    empty = GOOD.replace("state: human", "state: missing")
    empty = empty.replace("'The minister has arrived in the city'", "''")
    assert parse_memory(empty, "a.yml").segments[0].state is SegmentState.MISSING
