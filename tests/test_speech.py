"""Quotations: marks of every style, missing ones, words behind a colon, and spans inside the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.names import read_words
from digest.names.tokens import tokenise
from digest.rules import default_rules
from digest.sentences import split_document
from digest.speech import find_quotations
from digest.speech.cues import find_cues
from digest.speech.marks import pair_marks
from tests.made import document, names
from tests.speech import PEOPLE, WORDS, found, quotations_of, told
from tests.timed import in_proportion, seconds


@pytest.mark.parametrize(
    "marks",
    ['"{}"', "“{}”", "«{}»", "„{}“", "”{}“", "»{}«", '“{}"', "‹{}›", "‘{}’", "''{}''", '" {} "', "“ {} “"],
)
def test_marks_of_every_style(marks: str) -> None:
    assert told(f"وقال كريم الوادي إن {marks.format(WORDS)}.") == [(WORDS, "karim", "قال")]


@pytest.mark.parametrize(
    "before",
    [
        "قال الوادي: ",
        "قال الوادي ",
        "قال الوادي، ",
        "وأكد الوادي أنّ ",
        "وأشار كريم الوادي إلى أن ",
        "ولفت الوادي قائلا إن ",
    ],
)
def test_what_brings_words_in(before: str) -> None:
    assert [item.speaker for item in found(f'{before}"{WORDS}".')] == ["karim"]


def test_spans_cover_the_words_without_their_marks() -> None:
    made = document(f'قال الوادي: "{WORDS}".', f"وأضاف: «{WORDS}ً».")
    quotations = quotations_of(made, names(made, PEOPLE))
    assert [made.text[item.span.start : item.span.end] for item in quotations] == [WORDS, f"{WORDS}ً"]
    assert [item.sentence for item in quotations] == [0, 1]


def test_a_missing_closing_mark_ends_with_the_paragraph() -> None:
    assert told(f'قال الوادي: "{WORDS}.') == [(f"{WORDS}.", "karim", "قال")]


def test_a_missing_closing_mark_ends_before_the_next_quotation() -> None:
    text = f'أكد الوادي أن "{WORDS}. وقال: "الكلفة ليست مرتفعة أبدا كما يظن البعض".'
    assert [item[0] for item in told(text)] == [WORDS, "الكلفة ليست مرتفعة أبدا كما يظن البعض"]


def test_a_missing_opening_mark_begins_after_what_brings_in() -> None:
    assert told(f'وأكد الوادي أنه {WORDS}".') == [(WORDS, "karim", "أكد")]


def test_a_quotation_over_paragraphs_keeps_its_speaker() -> None:
    lines = (f'قال الوادي: "{WORDS}.', f'{WORDS} أيضا".')
    assert told(*lines) == [(f"{WORDS}.", "karim", "قال"), (f"{WORDS} أيضا", "karim", None)]


def test_two_clauses_told_by_one_verb() -> None:
    said = told('أكد الوادي أن "النهر القديم إرث مشترك" وأنه "يستحق أن يبقى للجميع".')
    assert [item[0] for item in said] == ["النهر القديم إرث مشترك", "يستحق أن يبقى للجميع"]


@pytest.mark.parametrize("rule", default_rules().table("cues")["verbs"], ids=lambda rule: str(rule["id"]))
def test_every_verb_is_found_in_its_example(rule: dict[str, str]) -> None:
    assert rule["id"] in [cue.verb.id for cue in find_cues(tokenise(rule["example"]))]
    made = document(rule["example"])
    quotations = quotations_of(made)
    assert [item.text for item in quotations] == ["العمل مستمر حتى النهاية"]


@given(st.text(alphabet="\"“”«»‘’' :.،قالإن\nوأ", max_size=60))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    made = document(*(text.split("\n")))
    for item in quotations_of(made):
        assert made.text[item.span.start : item.span.end].split() == item.text.split() != []


@pytest.mark.parametrize("piece", ['قال "', "“", '".', "قال: «نعم» ", "قال الرجل إن ", '" '])
def test_hostile_text_stays_linear(piece: str) -> None:
    def took(times: int) -> float:
        made = document(piece * times)
        whole, words = split_document(made), read_words(made)
        return seconds(lambda: find_quotations(made, words, whole, []))

    assert in_proportion(took, 4_000, 16_000)


def test_marks_are_paired_in_order() -> None:
    text = 'أ "ب "ج" د" هـ «و» ز'
    pairs = [text[item.start : item.end] for item in pair_marks(text, lambda _: False)]
    assert pairs == ['ب "ج" د', "و"]


@pytest.mark.parametrize(
    "before",
    ["وقال كريم الوادي", "وأوضح الوادي للصحفيين", "وأضاف الوادي", "وأضاف"],
)
def test_words_behind_a_colon_need_no_marks(before: str) -> None:
    line = f"{before}: {WORDS}. وكان الجو جميلا."
    assert [(item.text, item.speaker) for item in found("قال كريم الوادي إن العمل مستمر.", line)] == [
        (WORDS, "karim")
    ]


@pytest.mark.parametrize(
    "line",
    [
        f"وقال مسؤول كبير: {WORDS}.",
        f"وأعلن كريم الوادي: {WORDS}.",
        f"وقال كريم الوادي: إن {WORDS}.",
        "وقال كريم الوادي في الساعة 10:30 كلمة قصيرة.",
        "وقال كريم الوادي: نعم.",
        f"كريم الوادي: {WORDS}.",
    ],
)
def test_what_else_stands_behind_a_colon_is_not_quoted(line: str) -> None:
    assert not found(line)
