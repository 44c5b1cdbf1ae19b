"""Whose words they are: no words are given to one who is only spoken to, of, or quoted by the speaker."""

from __future__ import annotations

import pytest

from digest.model import EntityKind
from digest.names import read_words
from digest.sentences import split_document
from digest.speech import find_quotations
from tests.made import document, names

PEOPLE = {"karim": ["كريم الوادي", "الوادي"], "samir": ["سمير الحلبي", "الحلبي"]}
BODIES = {"army": ["الجيش"], "council": ["مجلس المدينة"], "agency": ["وكالة الأفق"], "bank": ["بنك الشمال"]}
WORDS = "سنبني الجسر الجديد قبل نهاية العام المقبل"


def speakers(*lines: str) -> list[str | None]:
    made = document(*lines)
    entities = [*names(made, PEOPLE), *names(made, BODIES, EntityKind.ORGANISATION)]
    return [item.speaker for item in find_quotations(made, read_words(made), split_document(made), entities)]


@pytest.mark.parametrize("whose", ["تابعا لمجلس المدينة", "تابعة لمجلس المدينة"])
def test_whose_something_is_does_not_speak(whose: str) -> None:
    assert speakers(f'وقال الجيش إنه هدم بيتا {whose}، مضيفا أنه "{WORDS}".') == ["army"]


def test_something_of_somebody_goes_on_with_no_speaker() -> None:
    assert speakers(f'وقال الجيش إن مبنى تابعا أو مركز تابع لمجلس المدينة هدم، مضيفا أنه "{WORDS}".') == [
        "army"
    ]


@pytest.mark.parametrize("goes_on", ["وتابع للصحفيين", "وتابع", "ثم تابع للصحافيين", "تابع لوكالة الأفق"])
def test_a_speaker_goes_on_to_those_spoken_to(goes_on: str) -> None:
    assert speakers(f'قال الوادي: "{WORDS}". {goes_on}: "{WORDS} حتما".') == ["karim", "karim"]


@pytest.mark.parametrize("said", ["وقال للوادي", "وقال لكريم الوادي", "وأكد للحلبي", "وقال المستشار للوادي"])
def test_those_spoken_to_do_not_speak(said: str) -> None:
    assert speakers(f'{said} إن "{WORDS}".') == [None]


def test_a_source_may_be_led_by_a_preposition() -> None:
    assert speakers(f'ووفقا لكريم الوادي، فإن البلدية "{WORDS}".') == ["karim"]
    assert speakers(f'"{WORDS}"، وفقا لمجلس المدينة.') == ["council"]


def test_who_quotes_another_may_go_on_himself() -> None:
    quoted = f'عن سمير الحلبي قوله إن "{WORDS}"، وأوضح: "{WORDS} حتما".'
    assert speakers(f"ونقل كريم الوادي {quoted}") == ["samir", None]
    assert speakers(f"ونقلت وكالة الأفق {quoted}") == ["samir", "samir"]


@pytest.mark.parametrize("told", ["أبلغه", "أخبره", "أكد له", "قال له"])
def test_what_one_person_tells_of_another_s_words_is_nobody_s(told: str) -> None:
    assert speakers(f'وقال كريم الوادي إن سمير الحلبي {told} أن "{WORDS}".') == [None]
    assert speakers(f'وقال مجلس المدينة إن سمير الحلبي أكد أن "{WORDS}".') == ["samir"]


def test_a_verb_of_its_own_is_not_told_by_another() -> None:
    text = f'وقال كريم الوادي إن الجسر قديم، وأكد سمير الحلبي أن "{WORDS}".'
    assert speakers(text) == ["samir"]
    assert speakers(f'قال الوادي إن المدينة تريد الجسر، فقد أوضح سمير الحلبي أن "{WORDS}".') == ["samir"]


def test_a_sentence_that_begins_with_another_person_is_not_of_the_last_speaker() -> None:
    first = "وقال كريم الوادي إن العمل مستمر."
    assert speakers(first, f'المدير سمير الحلبي فضل الحديث عن الجسر، إذ قال: "{WORDS}".') == [None]
    assert speakers(first, f'والتقى الوادي الحلبي في القصر، وقال: "{WORDS}".') == ["karim"]


def spoken(line: str) -> list[tuple[str | None, str | None]]:
    made = document(line)
    entities = [*names(made, PEOPLE), *names(made, BODIES, EntityKind.ORGANISATION)]
    said = find_quotations(made, read_words(made), split_document(made), entities)
    return [(item.speaker, item.speaker_text) for item in said]


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
    (said,) = find_quotations(made, read_words(made), split_document(made), entities)
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
    (quotation,) = find_quotations(made, read_words(made), split_document(made), people)
    assert quotation.speaker == who


def test_a_family_name_of_two_is_nobody_s() -> None:
    made = document("وحضر خالد العلي وسامي العلي.", f'وقال العلي: "{WORDS}".')
    people = names(made, {"khaled": ["خالد العلي"], "sami": ["سامي العلي"]})
    (quotation,) = find_quotations(made, read_words(made), split_document(made), people)
    assert quotation.speaker is None


def test_a_name_behind_the_place_of_its_office() -> None:
    made = document(f'وقال ممثل المنظمة في بيروت كريم الوادي، أمس: "{WORDS}".')
    people = [*names(made, PEOPLE), *names(made, {"beirut": ["بيروت"]}, EntityKind.PLACE)]
    (quotation,) = find_quotations(made, read_words(made), split_document(made), people)
    assert quotation.speaker == "karim"


def test_an_age_is_no_verb_of_saying() -> None:
    made = document(f'وقال كريم الوادي، وهو مزارع يبلغ من العمر 45 عاما: "{WORDS}".')
    (quotation,) = find_quotations(made, read_words(made), split_document(made), names(made, PEOPLE))
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


def test_what_another_is_said_to_have_said_is_not_the_first_one_s() -> None:
    assert speakers(f'وقال مجلس المدينة إن مصدرا في الشمال أعلن أن "{WORDS}".') == [None]
    assert speakers(f'وقالت وكالة الأفق إن الجيش في الشمال أعلن أن "{WORDS}".') == ["army"]


def test_a_relative_clause_may_tell_of_earlier() -> None:
    assert speakers(
        "قال كريم الوادي إن العمل مستمر.", f'ووصل سمير الحلبي، الذي كان قد أعلن أن "{WORDS}".'
    ) == ["samir"]


def test_who_is_led_to_is_shown_without_the_preposition() -> None:
    made = document(f'وسبق للوزير أن أعلن أن "{WORDS}".')
    (quotation,) = find_quotations(made, read_words(made), split_document(made), [])
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
        (f'ونفى كريم الوادي ما قاله سمير الحلبي من أن "{WORDS}".', "samir"),
        (f'وعلق كريم الوادي على قول سمير الحلبي إن "{WORDS}".', "samir"),
        (f'وأكد كريم الوادي، ردا على قول الحلبي "{WORDS}"، أن العمل مستمر.', "samir"),
        (f'ورفض كريم الوادي تصريح رئيس البلدية سمير الحلبي بأن "{WORDS}".', "samir"),
        ('وانتقد كريم الوادي تصريحات سمير الحلبي "غير المسؤولة".', None),
        (f'وعلق كريم الوادي على تصريحات سمير الحلبي: "{WORDS}".', "karim"),
        (f'وعلق كريم الوادي على تصريحات سمير الحلبي قائلا: "{WORDS}".', "karim"),
        (f'وقال كريم الوادي في تصريح صحفي إن "{WORDS}".', "karim"),
        (f'وقال كريم الوادي ردا على تصريحات سمير الحلبي إن "{WORDS}".', "karim"),
        (f'وأكد كريم الوادي ردا على تصريحات سمير الحلبي أن "{WORDS}".', None),
        (f'وقال مجلس المدينة إن الرئيس، في اتصال، أبلغ سمير الحلبي أن "{WORDS}".', None),
        (f'ونقلت وكالة الأفق عن الحلبي القول: "{WORDS}".', "samir"),
        (f'وقال كريم الوادي عن العمل: يمكن القول إن "{WORDS}".', "karim"),
        (f'وذكر مجلس المدينة نقلا عن سمير الحلبي أن "{WORDS}".', "samir"),
        (f'وجاء في بيان لسمير الحلبي أن "{WORDS}".', "samir"),
        (f'وأكد مجلس المدينة أن الوادي قال لوزرائه: "{WORDS}".', "karim"),
        (f'وفي المساء اعتبر كريم الوادي، في بيان، أن ما جرى "{WORDS}".', "karim"),
        (f'وفي المساء اتهم كريم الوادي البلدية بأنها "{WORDS} عنوة".', "karim"),
        (f'وفي المساء اتهم كريم الوادي بأنه "{WORDS} عنوة".', None),
        ('"لن نسمح بذلك"، هكذا رد كريم الوادي على سؤال.', "karim"),
        ('"لن نسمح بذلك"، قال الوادي، وأضاف الحلبي: "ولن نقبل".', "karim"),
    ],
)
def test_words_told_of_by_another(text: str, speaker: str | None) -> None:
    assert (speakers(text) or [None])[0] == speaker


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


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f'وقال كريم الوادي إن سمير الحلبي سيزور الجزيرة، مضيفا: "{WORDS}".', "karim"),
        (f'وقال كريم الوادي إن سمير الحلبي زار الجزيرة، مشيرا إلى أن "{WORDS}".', "karim"),
        (f'وأكد كريم الوادي أن سمير الحلبي يرفض القرار، قائلا: "{WORDS}".', "karim"),
        (f'وأكد كريم الوادي أن سمير الحلبي طلب لقاء، وأضاف: "{WORDS}".', "karim"),
        (f'وأكد كريم الوادي أن مجلس المدينة يعتزم البناء، ومؤكدا أن "{WORDS}".', "karim"),
        (f'وقالت منى العلي إن بنك الشمال مستقل، مشددة على أن "{WORDS}".', "mona"),
        (f'وقالت منى العلي إن سمير الحلبي مستقل، مشددا على أن "{WORDS}".', "samir"),
        (f'وقال وزير العمل إن بلاده تدعم موقف الرئيس سمير الحلبي، مضيفا: "{WORDS}".', None),
        (f'وذكر مجلس المدينة أن كريم الوادي رفض القرار، مؤكدا أن "{WORDS}".', None),
        (f'ونفى كريم الوادي ما قاله سمير الحلبي، مؤكدا: "{WORDS}".', None),
        (f'وقال كريم الوادي إن سمير الحلبي أكد له أن العمل مستمر، مضيفا: "{WORDS}".', None),
        (f'أكد كريم الوادي دخول القوافل عبر معبر الشمال، مضيفا: "{WORDS}".', "karim"),
        (f'وقال كريم الوادي إن السفن تعبر قناة الشمال، مضيفا: "لن نتراجع عن {WORDS}".', "karim"),
    ],
)
def test_what_goes_on_is_of_who_spoke_first(text: str, speaker: str | None) -> None:
    made = document(text)
    entities = [
        *names(made, {**PEOPLE, "mona": ["منى العلي"]}),
        *names(made, BODIES, EntityKind.ORGANISATION),
        *names(made, {"crossing": ["معبر الشمال"], "canal": ["قناة الشمال"]}, EntityKind.PLACE),
    ]
    found = find_quotations(made, read_words(made), split_document(made), entities)
    assert [item.speaker for item in found] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f'وأبلغ هاني وزير الخارجية الشمالي سمير الحلبي أن "{WORDS}".', None),
        (f'وأبلغ الرئيس وزير الخارجية سمير الحلبي أن "{WORDS}".', None),
        (f'وأبلغ الرئيس الشمالي سمير الحلبي أن "{WORDS}".', "samir"),
        (f'ورفض وزير المالية [هدى الخطيب] القرار قائلا: "{WORDS}".', None),
        (f'ورفض القرار قائلا: "{WORDS}".', "karim"),
    ],
)
def test_who_is_told_and_who_is_not_known_do_not_speak(text: str, speaker: str | None) -> None:
    assert speakers("قال كريم الوادي إن العمل مستمر.", text) == [speaker]


def test_a_word_of_time_is_no_speaker() -> None:
    made = document(f'وعقد الوزير مؤتمرا أكد خلاله أن "{WORDS}".')
    found = find_quotations(made, read_words(made), split_document(made), [])
    assert [item.speaker_text for item in found] == [None]
