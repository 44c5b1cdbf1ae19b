"""Everyday words, verbs, offices and forms of address are nobody's name."""

from __future__ import annotations

import pytest

from digest.model import EntityKind
from digest.names import find_mentions
from digest.rules import default_rules
from digest.vocabulary import Vocabulary


@pytest.mark.parametrize(
    "text",
    [
        "على الرغم من أن الأسعار ارتفعت في السوق",
        "يقول الناس إن الشتاء طويل هذا العام",
        "عُقد الاجتماع في صباح اليوم التالي",
        "وأمنه واستقراره مسؤولية الجميع",
        "ولم يكن أحد يعلم شيئا عن الخطة الجديدة",
        "ارتفع سعر النفط إلى ثمانين دولارا للبرميل",
    ],
)
def test_everyday_prose_has_no_names(text: str, territories: Vocabulary) -> None:
    assert find_mentions(text, territories) == ()


@pytest.mark.parametrize(
    "text",
    [
        "وبرأت المحكمة ستة متهمين آخرين",
        "يدور الكوكب حول نجمه مرة كل عام",
        "في أسوأ كارثة تشهدها البلاد",
        "وقال إن الفريق رصد ست حالات",
        "حكمت محكمة بالسجن على رجل",
        "عمق البئر ثلاثون مترا",
        "من ثلاثة مبان منهارة في الحي",
        "كان مركز الزلزال بعيدا عن الساحل",
        "بدأ العمل صباح الخميس في الحي",
        "فاز الفريق بكأس الملك فيصل أمس",
    ],
)
def test_everyday_words_are_no_names(text: str, territories: Vocabulary) -> None:
    assert find_mentions(text, territories) == ()


def test_who_rules_a_place_is_no_given_name(territories: Vocabulary) -> None:
    for text in ("والتقى أمير قطر الوفد", "واستقبل سلطان عمان الوفد"):
        assert [mention.kind for mention in find_mentions(text, territories)] == [EntityKind.PLACE]


PARTS = default_rules().table("relative_dates")["parts"]


@pytest.mark.parametrize("word", [word for words in PARTS.values() for word in words])
def test_a_part_of_a_period_is_nobody(word: str, territories: Vocabulary) -> None:
    for text in (
        "ينعقد لقاء ثقافي {} تشرين الثاني القادم في المدرسة",
        "تحسن الإنتاج منذ {} السنة الماضية",
        "وقال المدير {} أيار إن العمل انتهى",
        "زار الوزير {} 2017 سوق الزهور",
    ):
        for attached in ("", "ب", "و"):
            assert find_mentions(text.format(attached + word), territories) == ()


@pytest.mark.parametrize("time", ["فجر الاثنين", "ضحى الجمعة", "ربيع 2017", "ربيع العام الجاري", "فجر اليوم"])
def test_a_time_that_a_name_is_made_of_is_nobody(time: str, territories: Vocabulary) -> None:
    assert find_mentions(f"وقالت المديرة {time} إن العمل انتهى", territories) == ()


def test_who_has_the_name_of_a_time_is_somebody(territories: Vocabulary) -> None:
    (mention,) = find_mentions("وقال ربيع أيوب إن العمل انتهى", territories)
    assert mention.text == "ربيع أيوب"


def test_forms_of_address_are_nobody(house: Vocabulary) -> None:
    (mention,) = find_mentions("وقال معالي الدكتور ماجد القصبي إن الوضع خطير", house)
    assert mention.text == "ماجد القصبي"


@pytest.mark.parametrize(
    "text",
    [
        "عبروا من طرق آمنة نحو القرية. ستفتح غدا",
        "أقامت الشركة بنى تحتية حديثة",
        "وأكد ناديه عودته، وقالت الإدارة إنه سيعود",
        "وأدى ذلك إلى وقف العمل. قال الجو طيب هنا",
        "وشدد علي أن الوضع على حاله",
        "ووصف الجو بأنه طيب",
        "ووصل الفريق أول إلى المدينة",
        "وكرم الحزب مؤسسه الراحل، وقالت الإدارة",
    ],
)
def test_adjectives_verbs_and_possessives_are_no_names(text: str, territories: Vocabulary) -> None:
    assert not find_mentions(text, territories)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال رائد الفضاء ميكو هالونن إن الرحلة انتهت.", "رائد"),
        ("قال رائد الفضاء الفنلندي ميكو هالونن إن الرحلة انتهت.", "رائد"),
        ("قال مختار بلدة الجبل إن الرحلة انتهت.", "مختار"),
    ],
)
def test_a_noun_that_says_who_speaks_is_no_name(text: str, name: str, territories: Vocabulary) -> None:
    assert name not in {text[one.span.start : one.span.end] for one in find_mentions(text, territories)}


def test_a_name_that_is_a_word_too_speaks(territories: Vocabulary) -> None:
    text = "قال رائد الأحد إن الرحلة انتهت."
    assert "رائد" in {text[one.span.start : one.span.end] for one in find_mentions(text, territories)}
