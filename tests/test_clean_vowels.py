"""Cleaning: whatever a list of words knows, it knows with vowel marks and shaddas too."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import pytest

from digest.clean.fields.credits import read_credit
from digest.clean.fields.labels import label_before
from digest.clean.fields.openings import opening_credit
from digest.clean.fields.outlets import rights_holder
from digest.clean.fields.parts import Part
from digest.clean.fields.pictures import is_photo_credit
from digest.clean.rows import make_row
from digest.clean.signs.hints import hint
from digest.rules import default_rules
from digest.sentences import split_document
from digest.text import without_vowels
from tests.pages import clean

FIELDS = default_rules().table("fields")
NEWS = "افتتح مجلس البلدية سوقا جديدة للزهور قرب المحطة القديمة بعد ثلاثة أشهر من العمل فيها"


def vowelled(text: str) -> str:
    """With a shadda and a damma over each word's second letter, and a mark over its last one."""
    marked = re.sub("(?<![\u0621-\u064a])([\u0621-\u064a]{2})", "\\1\u0651\u064f", text)
    return re.sub("([\u0621-\u064a])(?![\u0621-\u064a\u064b-\u0652])", "\\1\u0652", marked)


def told(parts: Iterable[Part], text: str) -> list[tuple[str, str, str]]:
    return [(part.role, text[part.span.start : part.span.end], part.rule) for part in parts]


def same(parts: Iterable[Part], text: str) -> list[tuple[str, str, str]]:
    return [(role, vowelled(piece), rule) for role, piece, rule in told(parts, text)]


def test_every_place_opens_a_text_with_its_marks() -> None:
    for place in FIELDS["places"]:
        _opens(place)


def _opens(place: str) -> None:
    for opening in (f"{place} – {NEWS}", f"({place}) {NEWS}", f"{place} - رويترز: {NEWS}"):
        assert same(opening_credit(opening), opening) == told(
            opening_credit(vowelled(opening)), vowelled(opening)
        )
    opening = f"{place} – {NEWS}"
    assert "dateline" in {part.role for part in opening_credit(vowelled(opening))} or len(place.split()) > 2


@pytest.mark.parametrize(
    "key", ["agencies", "byline_cues", "source_cues", "labels", "desks", "titles", "posts"]
)
def test_every_word_of_credits_is_read_with_its_marks(key: str) -> None:
    for word in FIELDS[key]:
        for line in (f"{word}: سامي منصور", f"{word} - القاهرة", f"{word} سامي منصور", f"تونس / {word}"):
            for placed in (False, True):
                found = read_credit(vowelled(line), placed=placed)
                assert told(found, vowelled(line)) == same(read_credit(line, placed=placed), line), line


def test_every_label_and_credit_of_a_picture_is_known_with_its_marks() -> None:
    for label in FIELDS["headline_labels"]:
        line = f"{label}: سوق جديدة للزهور"
        plain, marked = label_before(line), label_before(vowelled(line))
        assert (plain is None) == (marked is None)
        if plain and marked:
            assert vowelled(line)[marked[1] :] == vowelled(line[plain[1] :])
    for cue in FIELDS["credit_cues"]:
        line = f"{cue}: سامي منصور"
        assert is_photo_credit(make_row(line)) == is_photo_credit(make_row(vowelled(line)))


@pytest.mark.parametrize("entry", default_rules().table("furniture")["rules"], ids=lambda entry: entry["id"])
def test_every_rule_matches_its_example_with_marks(entry: dict[str, Any]) -> None:
    row = make_row(vowelled(entry["example"]))
    hint(row)
    assert (row.rule, row.kind and row.kind.value) == (entry["id"], entry["kind"])


def test_an_outlet_that_holds_the_rights_is_named_as_it_is_written() -> None:
    line = vowelled("© 2022 أوراق الضفة. جميع الحقوق محفوظة")
    span = rights_holder(line)
    assert span is not None
    assert line[span.start : span.end] == vowelled("أوراق الضفة")


@pytest.mark.parametrize("place", ["عمّان", "جدّة", "دُبي", "الرِّياض"])
def test_no_sentence_begins_with_a_dateline_that_has_marks(place: str) -> None:
    document = clean(
        f"سوق جديدة للزهور قرب المحطة\n\n{place} – {NEWS}.\n\n{NEWS}، كما قال رئيس المجلس أمس.\n"
    )
    sentences = split_document(document)
    assert sentences[0].text.startswith("افتتح مجلس البلدية")


def test_letters_are_the_same_without_their_marks_and_stand_where_they_stood() -> None:
    text = "قَالَ عليٌّ"
    plain = without_vowels(text)
    assert plain.text == "قال علي"
    assert [text[slice(*_edges(plain.marked(*edges)))] for edges in ((0, 3), (4, 7))] == text.split()


def _edges(span: Any) -> tuple[int, int]:
    return span.start, span.end
