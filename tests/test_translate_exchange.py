"""PO, XLIFF and TMX: what goes out can be read by others, what comes back loses nothing."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from digest.errors import TranslationError
from digest.model import Segment, SegmentState, Translation
from digest.text import segment_id
from digest.translate.exchange import FORMATS, export_translations, format_of, import_translations
from digest.translate.fill import Job
from digest.translate.folder import read_memories
from digest.translate.memory import Memory, pair, read_memory, write_memory
from digest.translate.takein import Taken, take_in

HUMAN, REVIEWED, MACHINE, STALE, MISSING = SegmentState
BRIDGE, MUSEUM, PORT, ROAD = (
    'قال الوزير: "الجسر <جديد> & واسع".',
    "وقال المدير إن المتحف يستقبل الزوار كل يوم.",
    "وصلت السفينة إلى الميناء.",
    "أغلق الطريق الساحلي أمس.",
)


def segment(text: str) -> Segment:
    return Segment(segment_id(text), text, "body", 0)


ROWS = (
    Translation(
        segment(BRIDGE),
        'The minister said: "The bridge is <new> & wide."',
        HUMAN,
        "Mona",
        note="Which <bridge>?",
    ),
    Translation(segment(MUSEUM), "The museum is open daily.", MACHINE, "echo"),
    Translation(segment(PORT), None, MISSING),
    Translation(segment(ROAD), "The road was closed.", STALE, "Mona", old_ar="أغلق الطريق أمس."),
    Translation(segment("COVID-19"), "COVID-19", HUMAN, "original"),
)


def out(format_: str) -> str:
    return export_translations({"a": ROWS, "b": ROWS[:1]}, format_)


def test_po_is_what_gettext_programs_read(tmp_path: Path) -> None:
    path = tmp_path / "all.po"
    path.write_text(out("po"), "utf-8")
    po = polib.pofile(str(path))
    assert [entry.msgid for entry in po] == [BRIDGE, MUSEUM, PORT, ROAD], "what holds no Arabic stays here"
    assert [entry.fuzzy for entry in po] == [False, True, False, True]
    first, *_, last = po
    assert [place for place, _ in first.occurrences] == ["a", "b"], "one segment, once"
    assert (first.tcomment, first.comment) == ("Which <bridge>?", "body; human, by Mona")
    assert last.previous_msgid == "أغلق الطريق أمس."
    assert po.percent_translated() == 25


def test_xliff_is_valid_xml_with_states() -> None:
    root = etree.fromstring(out("xliff").encode())
    names = {"x": "urn:oasis:names:tc:xliff:document:1.2"}
    assert root.xpath("string(/x:xliff/@version)", namespaces=names) == "1.2"
    assert root.xpath("//x:file/@original", namespaces=names) == ["a"]
    assert root.xpath("//x:target/@state", namespaces=names) == [
        "translated",
        "needs-review-translation",
        "needs-translation",
        "needs-adaptation",
    ]
    assert root.xpath("string(//x:trans-unit[1]/x:source)", namespaces=names) == BRIDGE


def test_tmx_holds_what_readers_see() -> None:
    root = etree.fromstring(out("tmx").encode())
    assert root.xpath("string(/tmx/@version)") == "1.4"
    assert root.xpath("string(/tmx/header/@srclang)") == "ar"
    assert root.xpath("//tuv[@xml:lang='ar']/seg/text()") == [BRIDGE, MUSEUM]


@pytest.mark.parametrize("format_", FORMATS)
def test_what_goes_out_comes_back(format_: str) -> None:
    units = import_translations(out(format_), format_)
    expected = [row for row in ROWS[:4] if row.en and (format_ != "tmx" or row.state is not STALE)]
    assert [(unit.id, unit.ar, unit.en, unit.note) for unit in units] == [
        (row.segment.id, row.segment.ar, row.en, row.note) for row in expected
    ]
    assert [unit.unsure for unit in units] == [row.state not in (HUMAN, REVIEWED) for row in expected]


lines = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"), max_size=80
)


@settings(deadline=None)
@given(st.lists(st.tuples(lines, lines, lines), max_size=4), st.sampled_from(FORMATS))
def test_any_text_survives_the_way_out_and_back(texts: list[tuple[str, str, str]], format_: str) -> None:
    rows = [
        Translation(
            segment(" ".join(f"خبر {ar}".split())),
            " ".join(f"x {en}".split()),
            HUMAN,
            note=" ".join(note.split()) or None,
        )
        for ar, en, note in texts
    ]
    once = {row.segment.id: row for row in reversed(rows)}
    units = import_translations(export_translations({"a": rows}, format_), format_)
    assert {(unit.ar, unit.en, unit.note) for unit in units} == {
        (row.segment.ar, row.en, row.note) for row in once.values()
    }


@pytest.mark.parametrize(
    ("text", "format_", "said"),
    [
        ("<xliff", "xliff", "not valid XML"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "tmx", "declares entities"),
        ('msgid "a"\nnonsense\n', "po", "not a valid PO file"),
        (out("po").replace("الجسر", "القصر"), "po", "the Arabic of .* was changed"),
        (out("xliff").replace("الجسر", "القصر"), "xliff", "the Arabic of .* was changed"),
        ('<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0"/>', "xliff", "is not XLIFF 1.2"),
        ("<html/>", "tmx", "is not TMX: it begins with <html>"),
        ("", "docx", "there is no format 'docx'"),
    ],
)
def test_what_is_wrong_is_refused_by_name(text: str, format_: str, said: str) -> None:
    with pytest.raises(TranslationError, match=said) as caught:
        import_translations(text, format_, name="all.x")
    assert format_ == "docx" or caught.value.file == "all.x"


def test_the_ending_says_the_format() -> None:
    assert [format_of(name) for name in ("a.po", "b.XLF", "c.xliff", "d.tmx")] == [
        "po",
        "xliff",
        "xliff",
        "tmx",
    ]
    with pytest.raises(TranslationError, match=r"use \.po, \.xlf or \.tmx"):
        format_of("a.txt")
    with pytest.raises(TranslationError, match="no format 'docx'"):
        export_translations({}, "docx")


def jobs(folder: Path) -> list[Job]:
    texts = {"a": (BRIDGE, MUSEUM, PORT), "b": (PORT, ROAD, BRIDGE)}
    return [
        Job(name, folder / f"{name}.yml", tuple(map(segment, items)), {}) for name, items in texts.items()
    ]


@pytest.mark.parametrize("format_", FORMATS)
def test_translations_are_taken_in(tmp_path: Path, format_: str) -> None:
    mona = pair(BRIDGE, "The bridge is wide.", HUMAN, by="Mona", accept=("numbers",))
    machine = pair(MUSEUM, "The museum is open daily.", MACHINE, by="echo")
    same = pair(ROAD, "The coast road was closed.", HUMAN, by="Mona")
    write_memory(tmp_path / "a.yml", Memory("a", (mona, machine)))
    write_memory(tmp_path / "b.yml", Memory("b", (same,)))
    back = [
        Translation(segment(BRIDGE), "The bridge is broad.", HUMAN),
        Translation(segment(MUSEUM), "The museum is open daily.", HUMAN),
        Translation(segment(PORT), "The ship arrived in port.", HUMAN),
        Translation(segment(ROAD), "The coast road was closed.", HUMAN),
        Translation(segment("خبر من مقال آخر"), "News of another article", HUMAN),
    ]
    units = import_translations(export_translations({"a": back}, format_), format_)
    taken = {item.unit.ar: item.taken for item in take_in(units, jobs(tmp_path), "Ali")}
    assert list(taken.values()) == [Taken.CHANGED, Taken.REVIEWED, Taken.NEW, Taken.SAME, Taken.UNKNOWN]
    first = read_memory(tmp_path / "a.yml")
    assert [(entry.ar, entry.state, entry.by, entry.accept) for entry in first.segments] == [
        (BRIDGE, HUMAN, "Ali", ()),
        (MUSEUM, REVIEWED, "echo", ()),
        (PORT, HUMAN, "Ali", ()),
    ]
    assert first.retired == (mona,), "what Mona wrote is set aside, not lost"
    assert read_memory(tmp_path / "b.yml").segments == (same,)
    again = take_in(units, jobs(tmp_path), "Ali")
    assert {item.taken for item in again} == {Taken.SAME, Taken.UNKNOWN}


def test_pairs_marked_as_unsure_change_nothing(tmp_path: Path) -> None:
    write_memory(tmp_path / "a.yml", Memory("a", (pair(BRIDGE, "The bridge is wide.", HUMAN),)))
    before = (tmp_path / "a.yml").read_bytes()
    back = [Translation(segment(BRIDGE), "Bridge?", MACHINE, "some program")]
    units = import_translations(export_translations({"a": back}, "po"), "po")
    assert [item.taken for item in take_in(units, jobs(tmp_path), "Ali")] == [Taken.UNSURE]
    assert (tmp_path / "a.yml").read_bytes() == before
    assert not (tmp_path / "b.yml").exists()


def test_what_a_program_translated_is_a_machines(tmp_path: Path) -> None:
    write_memory(tmp_path / "b.yml", Memory("b", (pair(ROAD, "The coast road was closed.", HUMAN),)))
    back = [Translation(segment(BRIDGE), "The bridge.", HUMAN), Translation(segment(ROAD), "Roads.", HUMAN)]
    units = import_translations(export_translations({"a": back}, "po"), "po")
    taken = [[item.taken for item in take_in(units, jobs(tmp_path), "X (language model)")] for _ in "12"]
    assert taken == [[Taken.NEW, Taken.CHANGED], [Taken.SAME, Taken.SAME]]
    (entry,) = read_memory(tmp_path / "a.yml").segments
    assert (entry.en, entry.state, entry.by) == ("The bridge.", MACHINE, "X (language model)")
    _, shown = read_memories(tmp_path).memories.find(segment_id(ROAD), "b") or ("", None)
    assert shown
    assert shown.en == "The coast road was closed.", "what a person wrote is what readers see"


BAD = (
    "The bridge &amp; the road. \ufeff",
    "وصلت السفينة",
    "The museum &lt;unk&gt; is open to all visitors on every day.",
)


def test_a_programs_english_is_mended_and_checked_when_it_comes_in(tmp_path: Path) -> None:
    back = [Translation(segment(ar), en, HUMAN) for ar, en in zip((BRIDGE, PORT, MUSEUM), BAD, strict=True)]
    units = import_translations(export_translations({"a": back}, "po"), "po")
    results = take_in(units, jobs(tmp_path), "DeepL (machine translation)")
    assert [item.taken for item in results] == [Taken.NEW, Taken.REFUSED, Taken.REFUSED]
    assert [[found.check for found in item.findings] for item in results] == [
        [],
        ["arabic-left"],
        ["artefact"],
    ]
    (entry,) = read_memory(tmp_path / "a.yml").segments
    assert (entry.en, entry.state) == ("The bridge & the road.", MACHINE)


def test_what_a_person_translated_is_written_and_its_findings_told(tmp_path: Path) -> None:
    back = [Translation(segment(PORT), BAD[1], HUMAN)]
    units = import_translations(export_translations({"a": back}, "po"), "po")
    (result,) = take_in(units, jobs(tmp_path), "Ali")
    assert (result.taken, result.article, [found.check for found in result.findings]) == (
        Taken.NEW,
        "a",
        ["arabic-left"],
    )
    assert read_memory(tmp_path / "a.yml").segments[0].en == BAD[1]


def test_a_stale_pair_that_comes_back_sure_is_a_persons(tmp_path: Path) -> None:
    old = pair("أغلق الطريق أمس.", "The road was closed.", HUMAN, by="Mona")
    write_memory(tmp_path / "b.yml", Memory("b", (), (old,)))
    back = [Translation(segment(ROAD), "The road was closed.", HUMAN)]
    units = import_translations(export_translations({"b": back}, "po"), "po")
    take_in(units, jobs(tmp_path), "Ali")
    memory = read_memory(tmp_path / "b.yml")
    assert [(entry.state, entry.by) for entry in memory.segments] == [(HUMAN, "Ali")]
    assert memory.retired == (old,)


def test_an_unreadable_memory_stops_everything_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "b.yml").write_text("=======\n", "utf-8")
    units = import_translations(out("po"), "po")
    with pytest.raises(TranslationError, match="merge conflict"):
        take_in(units, jobs(tmp_path), "Ali")
    assert not (tmp_path / "a.yml").exists()


def test_a_file_of_another_program_with_ids_of_its_own() -> None:
    tmx = f"""<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header/><body>
    <tu tuid="17"><tuv xml:lang="AR-EG"><seg>{MUSEUM}</seg></tuv>
    <tuv lang="en-GB"><seg>Open <ph>x</ph>daily.</seg></tuv></tu>
    <tu><tuv xml:lang="fr"><seg>Musée</seg></tuv></tu></body></tmx>"""
    (unit,) = import_translations(tmx, "tmx")
    assert (unit.id, unit.en, unit.unsure) == (segment_id(MUSEUM), "Open xdaily.", False)
    assert ET.fromstring(out("tmx")) is not None
