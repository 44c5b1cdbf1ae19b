"""Verbs, nouns and lines that say who speaks, before the words, behind them and under them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digest.model import EntityKind, LineKind
from tests.made import document, names
from tests.speech import PEOPLE, WORDS, found, quotations_of, told


@pytest.mark.parametrize("verb", ["وأضاف", "وتابع", "واستطرد", "وتابع قائلا", "واختتم حديثه بالقول", "وقال"])
def test_the_speaker_goes_on(verb: str) -> None:
    lines = (f'قال كريم الوادي: "{WORDS}".', f'{verb}: "{WORDS} بإذن الله".')
    assert [item.speaker for item in found(*lines)] == ["karim", "karim"]


def test_participles_go_with_the_subject_of_their_sentence() -> None:
    text = f'شدد الوادي على أهمية المشروع خلال لقاء عقد في العاصمة، مضيفا: "{WORDS}".'
    assert told(text) == [(WORDS, "karim", "مضيفا")]


def test_a_verb_of_another_gender_does_not_go_on() -> None:
    assert [item.speaker for item in found(f'قال الوادي: "{WORDS}".', f'وأضافت: "{WORDS} غدا".')] == [
        "karim",
        None,
    ]


def test_an_unknown_speaker_is_nobody_and_is_not_the_one_before() -> None:
    lines = (f'قال الوادي: "{WORDS}".', f'وقال مصدر في البلدية إن "{WORDS} غدا".')
    assert [(item.speaker, item.speaker_text) for item in found(*lines)] == [
        ("karim", "الوادي"),
        (None, "مصدر"),
    ]


def test_the_name_of_another_is_not_the_speaker() -> None:
    assert [item.speaker for item in found(f'وقال محامي الوادي إن "{WORDS}".')] == [None]
    assert [
        item.speaker
        for item in found('تحدث الناس كثيرا. ثم وصف الوادي بأنه "رجل لا يعرف التعب أبدا في عمله".')
    ] == [None]


def test_an_office_leads_to_its_holder() -> None:
    lines = ("وصل وزير الأشغال كريم الوادي إلى المدينة.", f'وقال وزير الأشغال: "{WORDS}".')
    assert [item.speaker for item in found(*lines)] == ["karim"]


def test_an_office_of_many_has_no_holder() -> None:
    lines = ("حضر كريم الوادي، عضو المجلس البلدي، اللقاء.", f'وقال عضو: "{WORDS}".')
    assert [item.speaker for item in found(*lines)] == [None]


def test_a_name_after_the_office_and_a_comma() -> None:
    text = f'وقالت المتحدثة باسم البلدية، سلمى الجبلي، في وقت سابق، إن "{WORDS}".'
    assert told(text) == [(WORDS, "salma", "قالت")]


def test_a_subject_before_its_verb() -> None:
    assert told(f'وكان كريم الوادي أكد أمس أن "{WORDS}".') == [(WORDS, "karim", "أكد")]


def test_a_verb_or_a_source_after_the_words() -> None:
    assert told(f'"{WORDS}"، يقول كريم الوادي.') == [(WORDS, "karim", "يقول")]
    assert told(f'"{WORDS}"، بحسب كريم الوادي.') == [(WORDS, "karim", None)]


def test_a_source_before_the_words() -> None:
    assert told(f'ووفق كريم الوادي، فإن البلدية "{WORDS}".') == [(WORDS, "karim", None)]


def test_a_verb_between_two_quotations_belongs_to_the_second() -> None:
    text = f'وعند الناس من يقول ذلك "{WORDS}"، مضيفا أن "{WORDS} غدا".'
    lines = ("قالت سلمى الجبلي إن العمل مستمر.", f'وعند الناس "{WORDS} اليوم حتما"، مضيفة أن "{WORDS} غدا".')
    assert [item.speaker for item in found(*lines)] == [None, "salma"]
    assert len(found(text)) == 2


def test_a_verb_of_another_gender_after_the_words_names_nobody() -> None:
    lines = ("قال كريم الوادي إن العمل مستمر.", f'"{WORDS}"، كما أضافت.')
    assert [(item.speaker, item.cue) for item in found(*lines)] == [(None, "أضافت")]


def test_a_noun_of_saying() -> None:
    assert told(f'ونقلت الصحيفة عن كريم الوادي قوله إن "{WORDS}".') == [(WORDS, "karim", "قوله")]


def test_an_attribution_line_under_words_in_marks() -> None:
    lines = ("وصل كريم الوادي أمس.", f"“{WORDS}. {WORDS}.", (LineKind.PULL_QUOTE, "كريم الوادي"))
    assert told(*lines) == [(f"{WORDS}. {WORDS}.", "karim", None)]


def test_an_attribution_line_under_words_without_marks() -> None:
    spoken = "نحن نعمل في بلداننا على تعزيز علاقاتنا وبناء الجسور."
    lines = ("وصل كريم الوادي أمس.", spoken, (LineKind.PULL_QUOTE, "كريم الوادي"))
    assert told(*lines) == [(spoken, "karim", None)]
    report = "وصل الوفد إلى المدينة وبدأ جولة على الجسور."
    assert told("وصل كريم الوادي أمس.", report, (LineKind.CAPTION, "كريم الوادي")) == []


def test_a_line_that_signs_words_in_marks_names_a_stranger() -> None:
    made = document("وصل الوفد.", f'"{WORDS}"', (LineKind.PULL_QUOTE, "ناشر من بيروت"))
    signed = replace(made, lines=(*made.lines[:-1], replace(made.lines[-1], rule="quote.signed")))
    (quotation,) = quotations_of(signed)
    assert (quotation.speaker, quotation.speaker_text) == (None, "ناشر من بيروت")


def test_a_relative_clause_is_about_the_one_named_before_it() -> None:
    first = f'وقالت سلمى الجبلي: "{WORDS}".'
    assert told(first, f'ووصل كريم الوادي، الذي قال: "{WORDS}".')[1:] == [(WORDS, "karim", "قال")]
    assert told(first, f'ووصل الوفد المفاوض، الذي قال: "{WORDS}".')[1:] == [(WORDS, None, "قال")]
    explained = f'وقالت سلمى الجبلي إن الجسر، الذي قال كريم الوادي إنه قديم: "{WORDS}".'
    assert told(explained) == [(WORDS, "karim", "قال")]


def test_what_follows_a_participle_is_its_object() -> None:
    said = found('قال الوادي إن "العمل مستمر"، نافيا وجود "حرب أسعار".')
    assert [(item.text, item.speaker, item.speaker_text) for item in said] == [
        ("العمل مستمر", "karim", "الوادي"),
        ("حرب أسعار", "karim", "الوادي"),
    ]


@pytest.mark.parametrize(
    ("speaker", "shown"),
    [
        ("المدير العام للمنظمة كريم الوادي", "المدير العام للمنظمة كريم الوادي"),
        ("المتحدث باسم البلدية كريم الوادي", "المتحدث باسم البلدية كريم الوادي"),
        ("المتحدث باسم البلدية، كريم الوادي،", "المتحدث باسم البلدية"),
    ],
)
def test_an_office_in_full(speaker: str, shown: str) -> None:
    (quotation,) = found(f'قال {speaker} إن "{WORDS}".')
    assert (quotation.speaker, quotation.speaker_text) == ("karim", shown)


def test_an_office_of_somebody_is_not_his() -> None:
    (quotation,) = found(f'قال محامي كريم الوادي إن "{WORDS}". ')
    assert quotation.speaker is None
    (quotation,) = found(f'قال المستشار للرئيس كريم الوادي إن "{WORDS}".')
    assert quotation.speaker is None


def test_an_office_held_in_a_place() -> None:
    made = document(f'قال المتحدث باسم السفارة في بيروت، كريم الوادي، إن "{WORDS}".')
    people = [*names(made, PEOPLE), *names(made, {"beirut": ["بيروت"]}, EntityKind.PLACE)]
    (quotation,) = quotations_of(made, people)
    assert quotation.speaker == "karim"


def test_bodies_speak_too() -> None:
    made = document(f'وقالت وزارة الأشغال إن "{WORDS}".')
    body = names(made, {"works": ["وزارة الأشغال"]}, EntityKind.ORGANISATION)
    assert [item.speaker for item in quotations_of(made, body)] == ["works"]


def test_what_a_body_told_is_no_part_of_its_name() -> None:
    made = document('وأعلنت وزارة الأشغال تقريرها أمس. وأضافت أن الوضع "خطير للغاية".')
    body = names(made, {"works": ["وزارة الأشغال"]}, EntityKind.ORGANISATION)
    (fragment,) = quotations_of(made, body)
    assert (fragment.speaker, fragment.speaker_text) == ("works", "وزارة الأشغال")
