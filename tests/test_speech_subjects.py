"""The subject of a verb of saying: before it, behind an office, a place or a title, in a relative clause."""

from __future__ import annotations

import pytest

from digest.model import EntityKind
from tests.made import document, names
from tests.speech import PEOPLE, WORDS, quotations_of, speakers, spoken


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('ثم اعتبر المدرب كريم الوادي أن "{}".', "karim"),
        ('ثم وصف كريم الوادي بأنه "رجل لا يعرف التعب أبدا في عمله".', None),
        ('وقالت محامية الوادي سمير الحلبي إن "{}".', "samir"),
        ('وقال محامي الوادي إن "{}".', None),
        ('وقال مدير البلدية في الولاية كريم الوادي إن "{}".', "karim"),
        ('وقال مدير البلدية في مجلس المدينة كريم الوادي إن "{}".', "karim"),
        ('وقال الرئيس المنتهية ولايته كريم الوادي: "{}".', "karim"),
    ],
)
def test_who_of_those_named_speaks(text: str, speaker: str | None) -> None:
    assert speakers(text.format(WORDS)) == [speaker]


def test_a_verb_at_the_beginning_is_no_part_of_who_speaks() -> None:
    text = f'وتفقد رئيس البلدية كريم الوادي الموقع وقال: "{WORDS}".'
    assert spoken(text) == [("karim", "رئيس البلدية كريم الوادي")]


def test_a_name_that_is_spelled_as_a_verb_is_no_verb() -> None:
    made = document(f'وقال ماكي سال أمس: "{WORDS}".')
    entities = names(made, {"macky": ["ماكي سال"]})
    (said,) = quotations_of(made, entities)
    assert (said.speaker, said.cue) == ("macky", "قال")


FAMILIES = {
    "faris": ["فارس بن سهيل"],
    "nasser": ["ناصر بن عمران آل غانم"],
    "khaled": ["خالد العلي"],
    "kamel": ["كامل الوزير"],
}


@pytest.mark.parametrize(
    ("called", "who"),
    [
        ("بن سهيل", "faris"),
        ("ابن سهيل", "faris"),
        ("آل غانم", "nasser"),
        ("العلي", "khaled"),
        ("الوزير", None),
        ("سهيل", None),
        ("غانم العلي", None),
    ],
)
def test_a_family_name_alone_is_the_one_whose_name_ends_so(called: str, who: str | None) -> None:
    listed = "، ".join(forms[0] for forms in FAMILIES.values())
    made = document(f"وحضر اللقاء {listed}.", f'وقال {called}: "{WORDS}".')
    people = names(made, FAMILIES)
    (quotation,) = quotations_of(made, people)
    assert quotation.speaker == who


def test_a_family_name_of_two_is_nobody_s() -> None:
    made = document("وحضر خالد العلي وسامي العلي.", f'وقال العلي: "{WORDS}".')
    people = names(made, {"khaled": ["خالد العلي"], "sami": ["سامي العلي"]})
    (quotation,) = quotations_of(made, people)
    assert quotation.speaker is None


def test_a_name_behind_the_place_of_its_office() -> None:
    made = document(f'وقال ممثل المنظمة في بيروت كريم الوادي، أمس: "{WORDS}".')
    people = [*names(made, PEOPLE), *names(made, {"beirut": ["بيروت"]}, EntityKind.PLACE)]
    (quotation,) = quotations_of(made, people)
    assert quotation.speaker == "karim"


def test_an_age_is_no_verb_of_saying() -> None:
    made = document(f'وقال كريم الوادي، وهو مزارع يبلغ من العمر 45 عاما: "{WORDS}".')
    (quotation,) = quotations_of(made, names(made, PEOPLE))
    assert (quotation.speaker, quotation.cue) == ("karim", "قال")


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("وكان مجلس المدينة قد أعلن أن", "council"),
        ("وكان مجلس المدينة أعلن أن", "council"),
        ("وكان الجيش قد حذر سمير الحلبي من أن", "army"),
        ("وكان المدير، سمير الحلبي، قد أعلن أن", "samir"),
        ("وكانت الهيئة قد أكدت أن", None),
        ("وكان مصدر في البلدية قد أعلن أن", None),
        ("وكان مسؤول في البلدية أعلن أن", None),
        ("متحدث باسم البلدية في الشمال أعلن أن", None),
        ("وسبق لسمير الحلبي أن أعلن أن", "samir"),
        ("وسبق للوزير أن أعلن أن", None),
        ("أما سمير الحلبي، صاحب الفكرة، فيرى أن", "samir"),
        ("أما جاره، صاحب الفكرة، فيرى أن", None),
        ("وكان قد أعلن أن", "karim"),
        ("وسبق أن أعلن أن", "karim"),
        ("وقد أعلن أن", "karim"),
        ("وفي كلمة له في البلدية أعلن أن", "karim"),
    ],
)
def test_a_subject_before_its_verb_is_the_only_one(before: str, speaker: str | None) -> None:
    assert speakers("قال كريم الوادي إن العمل مستمر.", f'{before} "{WORDS}".') == [speaker]


def test_a_relative_clause_may_tell_of_earlier() -> None:
    assert speakers(
        "قال كريم الوادي إن العمل مستمر.", f'ووصل سمير الحلبي، الذي كان قد أعلن أن "{WORDS}".'
    ) == ["samir"]


def test_who_is_led_to_is_shown_without_the_preposition() -> None:
    made = document(f'وسبق للوزير أن أعلن أن "{WORDS}".')
    (quotation,) = quotations_of(made)
    assert quotation.speaker_text == "الوزير"


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("واكتفى سمير الحلبي بالقول", "samir"),
        ("ودافع سمير الحلبي عن القرار بالقول إن", "samir"),
        ("ورفض سمير الحلبي السؤال، مكتفيا بقوله", "samir"),
        ("ودافع مسؤول كبير عن القرار بالقول إن", None),
        ("واكتفى بالقول إن", "karim"),
        ("ورد سمير الحلبي على أسئلة عن الشمال والبحر بالقول إن", "samir"),
        ("وأعلن كريم الوادي القرار واكتفى سمير الحلبي بالقول إن", None),
        ("وأورد مجلس المدينة أن", "council"),
        ("وزاد مسؤول كبير أن", None),
    ],
)
def test_in_saying_goes_with_the_verb_of_its_clause(before: str, speaker: str | None) -> None:
    assert speakers("قال كريم الوادي إن العمل مستمر.", f'{before} "{WORDS}".') == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f'وقال الطبيب في مستشفى الشمال التعليمي سمير الحلبي: "{WORDS}".', "samir"),
        (f'وقال المتحدث باسم البلدية في المنطقة الغربية العقيد سمير الحلبي أن "{WORDS}".', "samir"),
        (f'وقال مدير في الشركة المملوكة لسمير الحلبي إن "{WORDS}".', None),
        (f'وقال الطبيب في بيت سمير الحلبي إن "{WORDS}".', None),
        (f'وقال مدرب «أسود الجبل» سمير الحلبي: "{WORDS}".', "samir"),
        (f'وقال مديره سمير الحلبي: "{WORDS}".', "samir"),
        (f'وقال محامي سمير الحلبي: "{WORDS}".', None),
        (f'ووصل سمير الحلبي الذي سبق أن وصف القرار العام بأنه "{WORDS}".', "samir"),
        (f'ونشر سمير الحلبي على صفحته تعليقا قال فيه: "{WORDS}".', "samir"),
        (f'من جانبه، أصدر سمير الحلبي بيانا حول العمل، قال فيه إن "{WORDS}".', "samir"),
        (f'"{WORDS}" - سمير الحلبي.', "samir"),
    ],
)
def test_who_speaks_is_named_behind_a_place_a_title_or_a_dash(text: str, speaker: str | None) -> None:
    assert speakers("قال كريم الوادي إن العمل مستمر.", text) == [speaker]


def test_a_word_of_time_is_no_speaker() -> None:
    made = document(f'وعقد الوزير مؤتمرا أكد خلاله أن "{WORDS}".')
    found = quotations_of(made)
    assert [item.speaker_text for item in found] == [None]
