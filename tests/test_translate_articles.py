"""The English of the five articles: whole, canonical, without Arabic, with notes where the source errs."""

from __future__ import annotations

import re

from digest.model import SegmentState
from digest.translate import read_memories
from digest.translate.memory import read_memory, render_memory
from tests.conftest import ROOT
from tests.translating import told

ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")


def test_the_five_articles_are_in_english_whole() -> None:
    articles = told(ROOT)
    assert len(articles) == 5
    for article in articles.values():
        assert article["state"] == "reviewed"
        assert article["done"] == article["all"] > 15
        assert article["failing"] == []


def test_their_files_are_canonical_and_hold_no_arabic_in_the_english() -> None:
    for path in sorted((ROOT / "content" / "translations" / "en").glob("*.yml")):
        memory = read_memory(path)
        assert render_memory(memory) == path.read_text("utf-8")
        assert memory.retired == ()
        for entry in memory.segments:
            assert not ARABIC.search(entry.en + (entry.note or "") + (entry.by or ""))
            assert entry.state in (SegmentState.HUMAN, SegmentState.REVIEWED)
            assert entry.by


def test_where_the_source_errs_a_note_says_so() -> None:
    known = read_memories(ROOT / "content" / "translations" / "en").memories
    notes = {
        entry.en: entry.note
        for memory in known.by_article.values()
        for entry in memory.segments
        if entry.note
    }
    for word in ("Cairo", "NANO"):
        translated = [
            en for memory in known.by_article.values() for en in (e.en for e in memory.segments) if word in en
        ]
        assert translated
        assert all(en in notes for en in translated)


def test_a_quotation_that_the_arabic_leaves_open_or_unopened_has_a_note() -> None:
    for path in sorted((ROOT / "content" / "translations" / "en").glob("*.yml")):
        for entry in read_memory(path).segments:
            odd = len(re.findall('["“”«»]', entry.ar)) % 2
            closed = entry.en.count("“") == entry.en.count("”") > 0
            assert not (odd and closed) or entry.note, entry.ar
