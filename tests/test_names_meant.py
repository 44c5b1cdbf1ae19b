"""Which of several that a name can mean is meant: namesakes, twin towns, clubs and towns, agencies, words."""

from __future__ import annotations

import pytest

from digest.model import EntityKind
from digest.names import find_mentions
from digest.names.wordlists import words_of
from digest.rules import default_rules
from digest.vocabulary import Vocabulary


def entities(text: str, house: Vocabulary) -> list[str]:
    return [mention.entity for mention in find_mentions(text, house)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            default_rules().table("trades")["example"]["text"],
            default_rules().table("trades")["example"]["name"],
        ),
        ("فحص الطبيب حسن نصر الله الجرحى", "حسن نصر الله"),
        ("فحص الطبيب السوري عمر البشير الجرحى", "عمر البشير"),
        ("وقال طبيب الأسنان خالد مشعل إن الوضع خطير", "خالد مشعل"),
        ("وقالت الصيدلانية مريم رجوي إن الدواء نفد", "مريم رجوي"),
        ("وقال محمد مرسي أستاذ التاريخ إن الوضع خطير", "محمد مرسي"),
        ("وقال عمر البشير، مدير مدرسة هناك، إن الدراسة ستعود", "عمر البشير"),
        ("وقال مدير المصنع السيد جون كيري إن الإنتاج زاد", "جون كيري"),
        ("وقال إمام المسجد الشيخ أحمد ياسين إن الصلاة غدا", "أحمد ياسين"),
        ("وقال عادل عبد المهدي حسين أمس إن الوضع خطير", "عادل عبد المهدي حسين"),
    ],
)
def test_a_namesake_is_not_the_known_one(text: str, name: str, house: Vocabulary) -> None:
    (person,) = [one for one in find_mentions(text, house) if one.kind is EntityKind.PERSON]
    assert (person.text, person.entity[0]) == (name, "?")


@pytest.mark.parametrize(
    "text",
    [
        "وسجل اللاعب محمد صلاح هدفا",
        "وقال محمد صلاح، وهو لاعب كرة قدم، إن الفوز مهم",
        "وقال المدرب زين الدين زيدان إن الفوز مهم",
        "وطالب الرئيس محمد مرسي بالهدوء",
        "وزار محمد مرسي مزارع القطن",
        "وقال الأستاذ محمد مرسي إن الوضع خطير",
        "وقال محمد مرسي: طالب الناس بالهدوء",
    ],
)
def test_a_trade_that_fits_or_is_none_makes_no_namesake(text: str, house: Vocabulary) -> None:
    (person,) = [one for one in find_mentions(text, house) if one.kind is EntityKind.PERSON]
    assert person.entity in house.entries


def test_who_is_brought_in_as_a_namesake_is_one_to_the_end(house: Vocabulary) -> None:
    text = "وقال المزارع محمد صلاح إن المحصول جيد. وأضاف محمد صلاح أن الماء وفير. وأكد صلاح أن العمل كثير."
    assert entities(text, house) == ["?محمد صلاح"] * 3
    text = "وقال المزارع محمد صلاح إن المحصول جيد. وذكر محمد صلاح أنه يحب لعب اللاعب محمد صلاح."
    assert entities(text, house) == ["?محمد صلاح", "?محمد صلاح", "mohamed-salah"]


def test_a_namesake_beside_the_known_one_takes_only_his_own_place(house: Vocabulary) -> None:
    text = "ولد نجيب محفوظ في القاهرة وسماه والده باسم الطبيب نجيب محفوظ. وكتب نجيب محفوظ الرواية."
    persons = [id_ for id_ in entities(text, house) if "محفوظ" in id_ or "mahfouz" in id_]
    assert persons == ["naguib-mahfouz", "?نجيب محفوظ", "naguib-mahfouz"]


def test_no_trade_stands_in_two_groups() -> None:
    table = default_rules().table("trades")
    words = [word for group in (*table["groups"], table["keepers"]) for word in words_of(group["words"])]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("وصل الوزير العماني إلى عمان للقاء نظيره الأردني", "amman"),
        ("عمان - بحث الوزير مع نظيره العماني التعاون", "amman"),
        ("وقال مسؤول في عمان ومسقط إن الزيارة ناجحة", "amman"),
        ("رحبت عمان بالاتفاق. وقال الوزير العماني إن بلاده سترعاه", "oman"),
        ("وقال الوزير العماني بعد لقائه نظيره الأردني إن عمان تدعم الوساطة العمانية", "oman"),
        ("وقع الاشتباك في طرابلس شمال لبنان", "tripoli"),
        ("وقع الاشتباك في طرابلس. وقال الجيش اللبناني إنه تدخل", "tripoli"),
        ("وقع الاشتباك في طرابلس", "tripoli-libya"),
        ("وقعت الحكومة الليبية الاتفاق في طرابلس. وحضر السفير اللبناني", "tripoli-libya"),
    ],
)
def test_the_text_tells_which_of_two_towns_is_meant(text: str, place: str, house: Vocabulary) -> None:
    assert place in entities(text, house)
    twins = {"amman", "oman"} if place in ("amman", "oman") else {"tripoli", "tripoli-libya"}
    assert len(twins.intersection(entities(text, house))) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("فاز برشلونة على روما 2-1", ["fc-barcelona", "as-roma"]),
        ("وتعادل ميلان مع فالنسيا أمس", ["ac-milan", "valencia-cf"]),
        ("وانتقل إلى إشبيلية الإسباني", ["sevilla-fc"]),
        ("فازت روما بتنظيم المعرض", ["rome"]),
        ("سافر من برشلونة إلى روما", ["barcelona", "rome"]),
        ("ذكرت (قنا) أن الاجتماع تأجل", ["qatar-news-agency-qna"]),
        ("قالت قنا إن الاجتماع تأجل", ["qatar-news-agency-qna"]),
        ("وقع حادث في قنا أمس", ["qena"]),
        ("أغلق شارع فلسطين أمس", ["?شارع فلسطين"]),
        ("قالت جدة الطفل إنها رأته", []),
        ("سافر مع جده حسن", []),
        ("أقيم المعرض في جدة الأسبوع الماضي", ["jeddah"]),
        ("جدة تستضيف القمة", ["jeddah"]),
        ("سرت في الطريق الطويل", []),
        ("وصلت القوات إلى سرت أمس", ["sirte"]),
        ("أكلت حمص بالزيت", []),
        ("وانسحبت القوات من ريف حمص", ["homs"]),
        ("وقدم المحامي حجة قوية", []),
        ("قصفت الطائرات تعز وحجة", ["taiz", "hajjah"]),
    ],
)
def test_a_word_of_several_meanings_is_what_stands_beside_it(
    text: str, expected: list[str], house: Vocabulary
) -> None:
    found = [id_ for id_ in entities(text, house) if not id_.startswith("?حسن")]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("تعرض اللاعب لقطع في الرباط الصليبي", []),
        ("عاد الوفد إلى الرباط", ["rabat"]),
        ("اجتمعوا بعد صلاة المغرب", []),
        ("وصل الوفد قبل المغرب بساعة", []),
        ("وصل الوفد إلى المغرب", ["morocco"]),
        ("لم يخطر الأمر على بالي", []),
        ("عقدت القمة في بالي", ["bali"]),
        ("حماة الثغور يقفون على الحدود", []),
        ("قصفت الطائرات ريف حماة الشمالي", ["hama"]),
        ("سقط جنين في شهره الخامس", []),
        ("توقف قلب جنين داخل رحم أمه", []),
        ("ولدت أمه في جنين قبل عام", ["jenin"]),
        ("اقتحم الجيش جنين فجرا", ["jenin"]),
        ("ودعت جدة الضحية حفيدها", []),
        ("عزفت الفرقة مقطوعات فاغنر", []),
        ("انسحبت مجموعة فاغنر من البلدة", ["wagner-group"]),
        ('عرض فيلم "كولونيا" أمس', []),
        ("فازت رواية «بيروت» بالجائزة", []),
        ('عرض "كولونيا" للمخرج أمس', []),
        ('في مدينة "كولونيا" أمس', ["cologne"]),
        ("وصلت حاملة الطائرات الأميركية أبراهام لينكولن أمس", []),
        ('عادت حاملة الطائرات "يو إس إس أبراهام لينكولن" أمس', []),
        ("ألغى أبراهام لينكولن الرق", ["abraham-lincoln"]),
    ],
)
def test_what_only_sounds_like_a_name_is_none(text: str, expected: list[str], house: Vocabulary) -> None:
    assert entities(text, house) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقال كلاوس برنتانو إن الاتفاق مهم", ["?كلاوس برنتانو"]),
        ("فاز كليمان دوبوا بالسباق", ["?كليمان دوبوا"]),
        ("مدن كباريس ولندن", ["paris", "london"]),
        ("شاركت باريس هيلتون في الحفل", ["?باريس هيلتون"]),
        ("فاز الممثل فاغنر مورا بالجائزة", ["?فاغنر مورا"]),
        ("أخرج أورسون ويلز الفيلم", ["?اورسون ويلز"]),
        ("قال النائب علي قانسو إن الجلسة تأجلت", ["?علي قانسو"]),
        ("قال تشاد سميث إن العمل جيد", []),
        ("قالت تشاد أمس إن العمل جيد", ["chad"]),
        ("استقبلت باريس ماكرون", ["paris", "emmanuel-macron"]),
        ("وزارت باريس هيلتون", ["paris"]),
        ("أصبحت فلسطين مهملة", ["palestine"]),
        ("صارت بعلبك سالكة", ["baalbek"]),
    ],
)
def test_a_place_in_a_persons_name_is_none(text: str, expected: list[str], house: Vocabulary) -> None:
    assert entities(text, house) == expected


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("وصل دونالد ترامب وميلانيا ترامب. وقالت ترامب إن الأطفال بخير.", "melania-trump"),
        ("وصل دونالد ترامب وميلانيا ترامب. وقال ترامب إن الأطفال بخير.", "donald-trump"),
        ("وصل دونالد ترامب وميلانيا ترامب. وتحدثت السيدة ترامب.", "melania-trump"),
        ("وصلت ميلانيا ترامب. وقال ترامب إن الأطفال بخير.", "donald-trump"),
        ("وصلت ميلانيا ترامب. وقالت ترامب إن الأطفال بخير.", "melania-trump"),
        ("وصل لويد أوستن. وأضاف أوستن أن الدعم مستمر.", "lloyd-austin"),
        ("وصل لويد أوستن. وأكد الوزير أوستن ذلك.", "lloyd-austin"),
        ("وصل لويد أوستن. ثم عاد إلى أوستن.", "austin"),
    ],
)
def test_the_word_before_a_surname_tells_whose_it_is(text: str, last: str, house: Vocabulary) -> None:
    assert entities(text, house)[-1] == last
