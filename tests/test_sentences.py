"""Sentences: where they end, and that nothing of the text is lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.model import LineKind
from digest.sentences import past_marks, split_document, split_sentences
from tests.made import document
from tests.timed import in_proportion, seconds

CASES = {
    "plain": ("وصل الوزير. غادر السفير.", ["وصل الوزير.", "غادر السفير."]),
    "marks": ("هل عاد؟ نعم! ثم مضى…", ["هل عاد؟", "نعم!", "ثم مضى…"]),
    "decimal": ("بلغت النسبة 7.5 في المئة. انتهى.", ["بلغت النسبة 7.5 في المئة.", "انتهى."]),
    "doctor": ("قال د. محمد ذلك. ثم خرج.", ["قال د. محمد ذلك.", "ثم خرج."]),
    "doctor, no space": ("قال د.محمد ذلك. ثم خرج.", ["قال د.محمد ذلك.", "ثم خرج."]),
    "initials": ("نقلت أ. ف. ب. الخبر. ثم صمتت.", ["نقلت أ. ف. ب. الخبر.", "ثم صمتت."]),
    "Latin initials": ("وقع J. K. Smith العقد. ثم غادر.", ["وقع J. K. Smith العقد.", "ثم غادر."]),
    "era": ("كان ذلك عام 1441 هـ. ثم تغير.", ["كان ذلك عام 1441 هـ.", "ثم تغير."]),
    "no space after": ("انتهى الاجتماع.وغادر الجميع.", ["انتهى الاجتماع.", "وغادر الجميع."]),
    "closing mark": ('قال: "سنعود." ثم خرج.', ['قال: "سنعود."', "ثم خرج."]),
    "closing guillemet": ("قال «سنعود.» ثم خرج.", ["قال «سنعود.»", "ثم خرج."]),
    "stop after the mark": ("قال «سنعود». ثم خرج.", ["قال «سنعود».", "ثم خرج."]),
    "question inside": ('سأل "لماذا؟"، ثم خرج.', ['سأل "لماذا؟"، ثم خرج.']),
    "wrong closing mark": ("نزور القاهرة “. ثم خرج.", ["نزور القاهرة “.", "ثم خرج."]),
    "opening mark at once": ("انتهى.“نعم” قال.", ["انتهى.", "“نعم” قال."]),
    "list number": ("1. بند أول.\n2. بند ثان.", ["1. بند أول.", "2. بند ثان."]),
    "line end": ("سطر أول\nسطر ثان", ["سطر أول", "سطر ثان"]),
    "last vowel marked": ("لمقابلتك شخصيًا. نحن هنا.", ["لمقابلتك شخصيًا.", "نحن هنا."]),
    "address": ("زوروا www.example.com اليوم.", ["زوروا www.example.com اليوم."]),
    "reference": ("هذا ثابت.[1] وقيل غيره.", ["هذا ثابت.[1]", "وقيل غيره."]),
    "verb behind a quotation": (
        'قال الوزير: "سنواصل العمل حتى النهاية" قيل إن الموعد قريب.',
        ['قال الوزير: "سنواصل العمل حتى النهاية"', "قيل إن الموعد قريب."],
    ),
    "verbs behind quotations": (
        "قال: «سنعود إلى هنا غدا» أكد ثان: «لن نعود إلى هنا» ذكر ثالث شيئا.",
        ["قال: «سنعود إلى هنا غدا»", "أكد ثان: «لن نعود إلى هنا»", "ذكر ثالث شيئا."],
    ),
    "participle behind a quotation": (
        'قال: "سنواصل العمل حتى النهاية" مؤكدا أن الموعد قريب.',
        ['قال: "سنواصل العمل حتى النهاية" مؤكدا أن الموعد قريب.'],
    ),
    "conjunction behind a quotation": (
        'قال: "سنواصل العمل حتى النهاية" وأكد أن الموعد قريب.',
        ['قال: "سنواصل العمل حتى النهاية" وأكد أن الموعد قريب.'],
    ),
    "verb behind a title": ('في فيلم: "ليل طويل" قال إنه عاد.', ['في فيلم: "ليل طويل" قال إنه عاد.']),
    "verb behind quoted words": (
        '"سنواصل العمل حتى النهاية" قال الوزير.',
        ['"سنواصل العمل حتى النهاية" قال الوزير.'],
    ),
    "names of letters": (
        "وذكر محللو يو.بي.إس أن السعر ارتفع. ووافقت كيه.سي.إم وبي.بي.سي. ثم صمتت سي.إن.إن.",
        ["وذكر محللو يو.بي.إس أن السعر ارتفع.", "ووافقت كيه.سي.إم وبي.بي.سي.", "ثم صمتت سي.إن.إن."],
    ),
    "names of letters with particles": (
        "وقال لبي.بي.سي وللإف.بي.آي ذلك. ثم خرج.",
        ["وقال لبي.بي.سي وللإف.بي.آي ذلك.", "ثم خرج."],
    ),
    "short words, no space": ("وصل أمس.قال ذلك.", ["وصل أمس.", "قال ذلك."]),
    "a letter's name begins a sentence": (
        "وصل الوفد.في اليوم ذاته عاد.",
        ["وصل الوفد.", "في اليوم ذاته عاد."],
    ),
    "stray stop": ("انتهى الخبر. . وبعد.", ["انتهى الخبر. .", "وبعد."]),
}


@pytest.mark.parametrize("name", CASES)
def test_sentences_end_where_they_should(name: str) -> None:
    text, expected = CASES[name]
    assert [text[span.start : span.end] for span in split_sentences(text)] == expected


@given(st.text(alphabet='اب و.؟!:"«»“”\n د1قل', max_size=80))
def test_nothing_is_lost_and_nothing_overlaps(text: str) -> None:
    spans = split_sentences(text)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] != "" for span in spans)
    kept = "".join("".join(text[span.start : span.end].split()) for span in spans)
    assert kept == "".join(text.split())


def test_a_subhead_and_a_caption_are_one_sentence_each() -> None:
    made = document((LineKind.SUBHEAD, "من؟ وكيف؟"), "وصل. غادر.", (LineKind.CAPTION, "صورة. أرشيف."))
    found = split_document(made)
    assert [(item.kind, item.text) for item in found] == [
        (LineKind.SUBHEAD, "من؟ وكيف؟"),
        (LineKind.BODY, "وصل."),
        (LineKind.BODY, "غادر."),
        (LineKind.CAPTION, "صورة. أرشيف."),
    ]
    assert [item.index for item in found] == [0, 1, 2, 3]
    assert all(made.text[item.span.start : item.span.end] == item.text for item in found)


def test_a_span_takes_the_marks_of_its_last_letter_along() -> None:
    assert past_marks("سنوياً و", 5) == 6
    assert past_marks("سنة", 3) == 3


@pytest.mark.parametrize(
    "piece", ['قال. "', ".", ".»", ".[1]", "1. ", "د. ", "“.", ':"', ': "قال ', ': "ا ب ج د" قال ']
)
def test_hostile_text_stays_linear(piece: str) -> None:
    def took(times: int) -> float:
        return seconds(lambda: split_sentences(piece * times))

    assert in_proportion(took, 50_000, 200_000)
