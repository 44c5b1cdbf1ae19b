"""Whose words they are: no words are given to one who is only spoken to, of, or quoted by the speaker."""

from __future__ import annotations

import pytest

from digest.model import EntityKind
from tests.made import document, names
from tests.speech import BODIES, PEOPLE, WORDS, quotations_of, speakers


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


def test_what_another_is_said_to_have_said_is_not_the_first_one_s() -> None:
    assert speakers(f'وقال مجلس المدينة إن مصدرا في الشمال أعلن أن "{WORDS}".') == [None]
    assert speakers(f'وقالت وكالة الأفق إن الجيش في الشمال أعلن أن "{WORDS}".') == ["army"]


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
    found = quotations_of(made, entities)
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
