"""Finding English: exact pairs across articles, stale ones beside what replaced them, arranged files."""

from __future__ import annotations

import os
import random
import unicodedata
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.model import Extract, Field, LineKind, Segment, SegmentState, Sentence, Span
from digest.text import segment_id
from digest.translate.arrange import GUIDE, arrange, put
from digest.translate.lookup import STALE_CUTOFF, likeness, translate_segments
from digest.translate.memories import Memories
from digest.translate.memory import TRUSTED, Entry, Memory, pair, write_memory
from digest.translate.segments import article_segments
from digest.translate.status import orphans
from tests.timed import within

HUMAN, REVIEWED, MACHINE, STALE, MISSING = SegmentState
OLD = "أعلنت الوزارة أن الجسر الجديد سيفتتح في شهر مايو المقبل بعد أعمال استمرت عامين كاملين."
NEW = OLD.replace("مايو", "يونيو")
OTHER = "وقال المدير إن المتحف يستقبل الزوار كل يوم."


def segment(text: str, role: str = "body") -> Segment:
    return Segment(segment_id(text), text, role)


def memories(*items: Memory) -> Memories:
    return Memories.of(items)


def test_segments_are_the_fields_then_the_sentences() -> None:
    extract = Extract(
        Field("عنوان  الخبر", "r"),
        deck=Field("مقدمة", "r"),
        label=Field("عاجل", "r"),
        byline=Field("كاتب", "r"),
    )
    sentences = (
        Sentence(0, 0, LineKind.CAPTION, Span(0, 4), "صورة"),
        Sentence(1, 1, LineKind.BODY, Span(5, 9), "جملة أولى."),
    )
    segments = article_segments(extract, sentences)
    assert [(item.role, item.ar, item.sentence) for item in segments] == [
        ("label", "عاجل", None),
        ("headline", "عنوان الخبر", None),
        ("deck", "مقدمة", None),
        ("caption", "صورة", 0),
        ("body", "جملة أولى.", 1),
    ]
    assert all(item.id == segment_id(item.ar) for item in segments)


def test_an_exact_pair_of_another_article_is_used() -> None:
    known = memories(
        Memory("b", (pair(OTHER, "The museum is open daily.", HUMAN, by="Mona", accept=("names",)),))
    )
    (found,) = translate_segments([segment(OTHER)], known, article="a")
    assert (found.en, found.state, found.by, found.accept) == (
        "The museum is open daily.",
        HUMAN,
        "Mona",
        ("names",),
    )
    assert translate_segments([segment(OLD)], known, article="a")[0].state is MISSING


def test_white_space_and_composition_do_not_matter() -> None:
    known = memories(Memory("a", (pair("أخبار اليوم", "Today’s news", HUMAN),)))
    decomposed = unicodedata.normalize("NFD", "أخبار   اليوم")
    assert translate_segments([segment(decomposed)], known)[0].en == "Today’s news"


@pytest.mark.parametrize(
    ("own", "others", "expected"),
    [
        (HUMAN, HUMAN, "own"),
        (MACHINE, HUMAN, "others"),
        (MACHINE, MACHINE, "own"),
        (REVIEWED, HUMAN, "others"),
    ],
)
def test_the_best_pair_wins_and_the_articles_own_where_none_is_better(
    own: SegmentState, others: SegmentState, expected: str
) -> None:
    known = memories(Memory("b", (pair(OTHER, "others", others),)), Memory("c", (pair(OTHER, "own", own),)))
    assert translate_segments([segment(OTHER)], known, article="c")[0].en == expected


def test_changed_arabic_shows_its_old_pair() -> None:
    known = memories(
        Memory("a", (pair(OLD, "The bridge opens in May.", HUMAN, by="Mona", accept=("numbers",)),))
    )
    stale, missing = translate_segments([segment(NEW), segment(OTHER)], known, article="a")
    assert (stale.state, stale.en, stale.old_ar, stale.by) == (STALE, "The bridge opens in May.", OLD, "Mona")
    assert stale.accept == (), "what was accepted held for the old pair"
    assert (missing.state, missing.en, missing.old_ar) == (MISSING, None, None)


def test_a_pair_is_stale_for_one_segment_only_the_most_alike() -> None:
    nearer = OLD.replace("عامين", "عاما")
    known = memories(Memory("a", (pair(OLD, "The bridge opens in May.", HUMAN),)))
    states = [item.state for item in translate_segments([segment(NEW), segment(nearer)], known, article="a")]
    assert states == [MISSING, STALE]
    assert translate_segments([segment(NEW)], known, article="b")[0].state is MISSING, (
        "another article's is not ours"
    )
    present = translate_segments([segment(NEW), segment(OLD)], known, article="a")
    assert [item.state for item in present] == [MISSING, HUMAN], "the old Arabic is still there"


def test_likeness_holds_for_long_arabic() -> None:
    # difflib takes letters that are frequent in a long text for noise unless it is told not to.
    long = " ".join([OLD, OTHER, OLD[::-1], OTHER[::-1]])
    assert len(long) > 200
    assert likeness(long, long.replace("المدير", "الوزير")) > 0.95
    assert likeness(OLD, OTHER) == 0 or likeness(OLD, OTHER) < STALE_CUTOFF
    with within(5):
        likeness("ا ب " * 100_000, "ب ا " * 100_000)


def test_text_without_arabic_stands_for_itself() -> None:
    (found,) = translate_segments([segment("COVID-19")], Memories())
    assert (found.en, found.state, found.by) == ("COVID-19", HUMAN, "original")


def test_text_that_stands_twice_is_translated_twice() -> None:
    known = memories(Memory("a", (pair(OTHER, "Open daily.", HUMAN),)))
    assert [item.en for item in translate_segments([segment(OTHER)] * 2, known, article="a")] == [
        "Open daily."
    ] * 2


def test_a_memory_without_its_article_is_named_and_still_used() -> None:
    known = memories(Memory("gone", (pair(OTHER, "Open daily.", HUMAN),), file="en/gone.yml"))
    (warning,) = orphans(known, ["a"])
    assert (warning.file, warning.line) == ("en/gone.yml", 1)
    assert "the article is gone" in warning.message
    assert translate_segments([segment(OTHER)], known, article="a")[0].en == "Open daily."
    assert orphans(known, ["gone"]) == ()


def test_arranging_follows_the_article_and_retires_what_is_gone() -> None:
    bridge = pair(OLD, "The bridge opens in May.", HUMAN, by="Mona", note="Which bridge?")
    museum = pair(OTHER, "Open daily.", MACHINE, by="echo")
    memory = Memory("a", (bridge, museum))
    same = arrange(memory, [segment(OTHER), segment(OLD)])
    assert same == Memory("a", (museum, bridge))
    changed = arrange(memory, [segment(NEW), segment(OTHER)])
    stale = Entry(segment_id(NEW), NEW, bridge.en, STALE, "Mona", "Which bridge?", was=OLD)
    assert changed == Memory("a", (stale, museum), (bridge,))
    assert arrange(changed, [segment(NEW), segment(OTHER)]) == changed, "a second time changes nothing"
    assert arrange(changed, [segment(OLD), segment(OTHER)]) == memory, "the way back loses nothing"
    assert arrange(memory, []) == Memory("a", (), (bridge, museum))


def test_a_stale_pair_that_somebody_began_to_mend_is_not_lost() -> None:
    bridge = pair(OLD, "The bridge opens in May.", HUMAN)
    begun = Entry(segment_id(NEW), NEW, "The bridge opens in June", STALE, was=OLD)
    arranged = arrange(Memory("a", (begun,), (bridge,)), [segment(OTHER)])
    assert arranged.retired == (bridge, begun)


def test_a_skeleton_has_an_entry_for_all_that_is_missing() -> None:
    museum = pair(OTHER, "Open daily.", HUMAN)
    asked, wanted = [segment(OLD), segment(OTHER), segment("42")], {segment_id(OLD), segment_id("42")}
    memory = arrange(Memory("a", (museum,)), asked, skeleton=wanted)
    assert memory.head == GUIDE
    assert memory.segments == (Entry(segment_id(OLD), OLD, "", MISSING), museum)
    again = arrange(memory, asked, skeleton=wanted)
    assert (again, again.head) == (memory, GUIDE)
    assert arrange(memory, [segment(OTHER)]).retired == (), "an entry with nothing written in it may go"


def test_putting_an_entry_keeps_order_and_what_a_person_wrote() -> None:
    first, second = pair(OLD, "Bridge.", HUMAN, by="Mona"), pair(OTHER, "Museum.", MACHINE)
    order = [first.id, second.id]
    assert put(Memory("a", (second,)), first, order).segments == (first, second)
    newer = pair(OLD, "The bridge.", HUMAN, by="Ali")
    memory = put(Memory("a", (first, second)), newer, order)
    assert (memory.segments, memory.retired) == ((newer, second), (first,))
    assert put(Memory("a", (second,)), pair(OTHER, "The museum.", HUMAN), order).retired == ()


texts = st.sampled_from(
    [OLD, NEW, OTHER, OLD.replace("مايو", "مارس"), "خبر قصير", OTHER.replace("يوم", "أسبوع")]
)


@settings(deadline=None)
@given(st.text("ابتثجح ", max_size=60), st.text("ابتثجح ", max_size=60))
def test_likeness_is_difflibs_ratio_from_the_cutoff_on(first: str, second: str) -> None:
    exact = SequenceMatcher(None, first, second, autojunk=False).ratio()
    assert likeness(first, second) == exact or exact < STALE_CUTOFF


def test_a_rewritten_article_costs_little() -> None:
    words = [word for text in (OLD, OTHER) for word in text.split()]
    chance = random.Random(1)
    rows = [" ".join(chance.choices(words, k=25)) for _ in range(200)]
    known = memories(Memory("a", tuple(pair(row, "x", HUMAN) for row in rows[:100])))
    with within(3):
        found = translate_segments([segment(row) for row in rows[100:]], known, article="a")
    assert len(found) == 100


@settings(deadline=None)
@given(st.lists(texts, unique=True), st.lists(st.lists(texts, unique=True), max_size=4), st.data())
def test_no_english_of_a_person_is_ever_lost(
    begin: list[str], versions: list[list[str]], data: st.DataObject
) -> None:
    entries = [
        pair(text, f"English {n}", data.draw(st.sampled_from([HUMAN, REVIEWED])))
        for n, text in enumerate(begin)
    ]
    memory = Memory("a", tuple(entries))
    for version in versions:
        ids = st.sampled_from([segment_id(text) for text in (*version, OLD)])
        memory = arrange(memory, [segment(text) for text in version], skeleton=data.draw(st.sets(ids)))
        assert [entry.ar for entry in memory.segments] == [
            t for t in version if t in {e.ar for e in memory.segments}
        ]
        kept = {
            (entry.ar, entry.en) for entry in (*memory.segments, *memory.retired) if entry.state in TRUSTED
        }
        assert {(entry.ar, entry.en) for entry in entries} <= kept
        assert len(memory.retired) <= len(entries), "and nothing piles up"


def test_the_same_files_give_the_same_answer_in_any_order() -> None:
    items = [Memory(name, (pair(OTHER, name, MACHINE), pair(OLD, name, HUMAN))) for name in "dbca"]
    asked = [segment(OTHER), segment(OLD), segment(NEW)]
    answers = {translate_segments(asked, Memories.of(order), article="c") for order in (items, items[::-1])}
    assert len(answers) == 1


def test_only_the_file_that_changed_is_written(tmp_path: Path) -> None:
    for name in "ab":
        write_memory(tmp_path / f"{name}.yml", Memory(name, (pair(OTHER, name, HUMAN),)))
        os.utime(tmp_path / f"{name}.yml", ns=(1, 1))
    write_memory(tmp_path / "a.yml", Memory("a", (pair(OTHER, "new", HUMAN),)))
    write_memory(tmp_path / "b.yml", Memory("b", (pair(OTHER, "b", HUMAN),)))
    assert [(tmp_path / f"{name}.yml").stat().st_mtime_ns == 1 for name in "ab"] == [False, True]
