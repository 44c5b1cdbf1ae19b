"""The memory's file: what is written is read back, what is wrong is refused with its place."""

from __future__ import annotations

import subprocess
import sys
import time
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

HUMAN = SegmentState.HUMAN
AR = "وصل الوزير إلى المدينة"
ID = segment_id(AR)
GOOD = f"""article: a
segments:
- id: {ID}
  ar: '{AR}'
  en: 'The minister has arrived in the city'
  state: human
  by: Mona
"""

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
    memory = Memory("a", (pair("خبر", f"x{en}", HUMAN, by=by or None, note=note or None),))
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
    memory = Memory("a", (pair(f"خبر{odd}آخر", f"a{odd}b", HUMAN, by=f"M{odd}", note=f"{odd}x"),))
    text = render_memory(memory)
    assert parse_memory(text, "a.yml") == memory
    assert text.isprintable() or "\n" in text


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


BAD = {
    "one id twice": (GOOD + GOOD.split("\n", 2)[2], 8, "stands twice, first in line 3"),
    "an id of another text": (GOOD.replace(ID, "0123456789ab"), 3, f"not that of its Arabic, {ID}"),
    "an unknown state": (GOOD.replace("state: human", "state: finished"), 6, "state 'finished' is not known"),
    "no state": (GOOD.replace("  state: human\n", ""), 3, "needs its `state`"),
    "no English in state human": (
        GOOD.replace("'The minister has arrived in the city'", "''"),
        5,
        "`en` is empty in state human",
    ),
    "null English": (GOOD.replace("'The minister has arrived in the city'", ""), 5, "`en` is empty"),
    "no Arabic": (GOOD.replace(f"'{AR}'", "''"), 4, "needs its Arabic"),
    "a merge conflict": (
        GOOD.replace("  en:", "<<<<<<< HEAD\n  en:").replace(
            "  state", "=======\n  en: 'x'\n>>>>>>> b\n  state"
        ),
        5,
        "unresolved merge conflict",
    ),
    "a marker of diff3": (GOOD.replace("  by", "||||||| 1234567\n  by"), 7, "unresolved merge conflict"),
    "a key twice": (GOOD.replace("  by: Mona", "  by: Mona\n  by: Ali"), 8, "stands twice"),
    "an unknown key": (GOOD.replace("  by:", "  author:"), 7, "the key 'author' is not known"),
    "an unknown key at the top": (GOOD + "language: en\n", 8, "the key 'language' is not known"),
    "an unknown check": (GOOD + "  accept: [grammar]\n", 8, "not 'grammar'"),
    "accept that is no list": (GOOD + "  accept: numbers\n", 8, "`accept` is a list"),
    "a number for a text": (GOOD.replace("by: Mona", "by: 12"), 7, "`by` must be a text"),
    "a list for a text": (GOOD.replace("by: Mona", "by: [Mona]"), 7, "`by` must be a text"),
    "segments that are no list": ("article: a\nsegments: none\n", 2, "a list of segments is expected"),
    "a number for the segments": ("article: a\nsegments: 1\n", 2, "a list of segments is expected"),
    "a segment that is no mapping": ("article: a\nsegments:\n- one\n", 3, "a segment is a mapping"),
    "no article": (GOOD.replace("article: a\n", ""), 1, "must name the article"),
    "an empty file": ("", 1, "must begin with `article: ID`"),
    "a key that is a comment's mark": (GOOD + "  '#': x  # y\n", 8, "the key '#' is not known"),
    "an alias": ("article: &a a\nsegments: []\n", 1, "anchors and aliases"),
    "broken YAML": (GOOD.replace("'The minister", "'The 'minister"), 5, "not valid YAML"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_refused_with_its_place(name: str) -> None:
    text, line, message = BAD[name]
    with pytest.raises(TranslationError, match=message.replace("(", r"\(")) as caught:
        parse_memory(text, "content/translations/en/a.yml")
    assert (caught.value.file, caught.value.line) == ("content/translations/en/a.yml", line)
    assert "column" in caught.value.message or "anchors" in caught.value.message or name == "a key twice"


@pytest.mark.parametrize(
    ("written", "advised"),
    [
        ("en: 'Putin's friends'", "en: 'Putin''s friends'"),
        ("en: Putin: Russia is ready", "en: 'Putin: Russia is ready'"),
        ("en: It ends # here", "en: 'It ends # here'"),
        ("en: #1 thing", "en: '#1 thing'"),
        ("by: Mona # a friend", "by: 'Mona # a friend'"),
        ("note: It's so: a misprint", "note: 'It''s so: a misprint'"),
    ],
)
def test_a_text_that_yaml_reads_otherwise_is_refused_with_how_to_quote_it(written: str, advised: str) -> None:
    key = written.partition(":")[0]
    text = "\n".join(line for line in GOOD.split("\n") if not line.startswith(f"  {key}:"))
    text = text.replace("  state: human\n", f"  {written}\n  state: human\n")
    with pytest.raises(TranslationError) as caught:
        parse_memory(text, "a.yml")
    assert f"quote the text, each ' in it twice: `{advised}`" in caught.value.message
    assert caught.value.line == text.split("\n").index(f"  {written}") + 1
    mended = parse_memory(text.replace(written, advised), "a.yml").segments[0]
    assert str(getattr(mended, key)) in written.replace("'Putin's friends'", "Putin's friends")


def test_comments_that_cut_no_text_may_stand_beside_it() -> None:
    text = GOOD.replace("in the city'", "in the city'  # or: town").replace("human", "human # sure")
    assert parse_memory(text, "a.yml").segments[0].comments == ("or: town", "sure")


def test_english_in_an_entry_that_was_missing_is_a_persons() -> None:
    skeleton = GOOD.replace("state: human", "state: missing")
    assert parse_memory(skeleton, "a.yml").segments[0].state is SegmentState.HUMAN
    empty = skeleton.replace("'The minister has arrived in the city'", "''")
    assert parse_memory(empty, "a.yml").segments[0].state is SegmentState.MISSING


def test_a_file_must_be_named_after_its_article(tmp_path: Path) -> None:
    path = tmp_path / "b.yml"
    path.write_text(GOOD, "utf-8")
    with pytest.raises(TranslationError, match="says `article: a`"):
        read_memory(path)
    (tmp_path / "a.yml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TranslationError, match="cannot be read as UTF-8"):
        read_memory(tmp_path / "a.yml")
    with pytest.raises(TranslationError, match="cannot be read"):
        read_memory(tmp_path / "none.yml")


def test_a_byte_order_mark_and_windows_line_ends_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    memory = read_memory(path)
    assert write_memory(path, memory)
    assert path.read_text("utf-8") == GOOD
    assert not write_memory(path, memory), "a second time there is nothing to write"


def test_a_reader_never_sees_half_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    small = Memory("a", (pair(AR, "Short", SegmentState.HUMAN),))
    large = Memory("a", tuple(pair(f"{AR} {n}", "Long " * 50, SegmentState.HUMAN) for n in range(400)))
    write_memory(path, small)
    code = (
        "import sys; from pathlib import Path; from digest.translate.memory import read_memory\n"
        "path = Path(sys.argv[1]); print('ready', flush=True)\n"
        "sizes = {len(read_memory(path).segments) for _ in range(60)}\n"
        "print(sorted(sizes))"
    )
    reader = subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True)
    assert reader.stdout
    assert reader.stdout.readline() == "ready\n"
    while reader.poll() is None:
        write_memory(path, large)
        write_memory(path, small)
    assert reader.returncode == 0
    assert set(eval(reader.stdout.read())) <= {1, 400}
    assert [item.name for item in tmp_path.iterdir()] == ["a.yml"]


def test_reading_is_quick_enough_for_ten_thousand_memories(tmp_path: Path) -> None:
    words = "قال الوزير إن الحكومة ستبدأ العام المقبل تنفيذ خطة واسعة لتطوير الموانئ والطرق في البلاد"
    for number in range(100):
        rows = tuple(
            pair(f"{number} {row} {words}", "The minister said so. " * 6, SegmentState.HUMAN, by="Mona")
            for row in range(20)
        )
        write_memory(tmp_path / f"m{number}.yml", Memory(f"m{number}", rows))
    paths = sorted(tmp_path.iterdir())
    read_memory(paths[0])
    best = min(_seconds(paths) for _ in range(3))
    assert best < 0.15, "ten thousand would take over 15 seconds"


def _seconds(paths: list[Path]) -> float:
    begin = time.process_time()
    for path in paths:
        read_memory(path)
    return time.process_time() - begin


def test_hostile_text_is_read_in_linear_time() -> None:
    for piece in ("''", "'", "- ", "  en: '", "[a, ", "\\", "  a: ["):
        text = f"article: a\nsegments:\n- id: {ID}\n  ar: '{piece * 300_000}"
        begin = time.process_time()
        with pytest.raises(TranslationError):
            parse_memory(text, "a.yml")
        assert time.process_time() - begin < 5
