"""Persons that the vocabulary lacks: every rule, and a name that is neither cut short nor overrun."""

from __future__ import annotations

from typing import Any

import pytest

from digest.model import EntityKind
from digest.names import find_mentions
from digest.names.entities import group_mentions
from digest.rules import default_rules
from digest.vocabulary import Vocabulary


def _examples() -> list[Any]:
    rules = default_rules()
    listed = [
        *rules.table("titles")["classes"],
        *rules.table("givennames")["lists"],
        *rules.table("headwords")["classes"],
        {"id": "saying", **rules.table("sayings")},
    ]
    return [pytest.param(rule["example"], id=rule["id"]) for rule in listed]


@pytest.mark.parametrize("example", _examples())
def test_every_rule_finds_its_example(example: dict[str, str], territories: Vocabulary) -> None:
    assert example["name"] in [mention.text for mention in find_mentions(example["text"], territories)]


def test_a_candidate_has_no_english_and_says_that_it_is_unknown(territories: Vocabulary) -> None:
    text = "وقال الدكتور هاروكي تاناكا إن اللقاح آمن. وأضاف تاناكا أن التجارب مستمرة"
    (entity,) = group_mentions(find_mentions(text, territories), territories)
    assert (entity.id, entity.en, entity.known) == ("?هاروكي تاناكا", None, False)
    assert entity.variants == ("هاروكي تاناكا", "تاناكا")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال المستشار حيدر مكطوف الربيعي إن", "حيدر مكطوف الربيعي"),
        ("أعمال الخطاط هاشم محمد البغدادي في المعرض", "هاشم محمد البغدادي"),
        ("قال المدرب عماد النحاس بعد المباراة", "عماد النحاس"),
        ("قال الدكتور أحمد جاب الله إن", "أحمد جاب الله"),
        ("وقال المحامي محمود شحرورة إن", "محمود شحرورة"),
        ("قال عماد خروف إن الموسم جيد", "عماد خروف"),
        ("قال عماد زيتونة لجمهوره الكبير إن الموسم جيد", "عماد زيتونة"),
        ("افتتح عبد الرزاق حمد الله التسجيل للفريق", "عبد الرزاق حمد الله"),
        ("وأكد المفوض التجاري فالديس دومبروفسكيس أن", "فالديس دومبروفسكيس"),
        ("وروت فاطمة آيت علي، وهي من سكان القرية", "فاطمة آيت علي"),
        ("قال عماد زيتونة للصحفيين إن الموسم جيد", "عماد زيتونة"),
        ("وقال صالح الوزير إن الموسم جيد", "صالح الوزير"),
        ("وقال تيم ووترفورد إن الموسم جيد", "تيم ووترفورد"),
        ("وصل عبد الله السلمي أمس", "عبد الله السلمي"),
        ("قالت ليلى بنت علي الرواس إن اللقاح آمن", "ليلى بنت علي الرواس"),
        ("وغيل كورتان يسجل هدفين", "غيل كورتان"),
    ],
)
def test_a_surname_of_any_shape_goes_with_the_name(text: str, name: str, territories: Vocabulary) -> None:
    assert [mention.text for mention in find_mentions(text, territories)] == [name]


@pytest.mark.parametrize("text", ["وتابع راؤول الذي سجل هدفا", "وقال المخرج محمد فاضل الدور كبير"])
def test_what_goes_on_after_a_name_is_no_surname(text: str, territories: Vocabulary) -> None:
    assert len(find_mentions(text, territories)[0].text.split()) == 1 + ("محمد" in text)


@pytest.mark.parametrize(
    "text",
    ["قال عماد ضاحكا إن الأمر سهل", "أكد عماد ضرورة أن يعود الجميع", "قال عماد بغضب إن الأمر سهل"],
)
def test_how_something_was_said_is_no_surname(text: str, territories: Vocabulary) -> None:
    assert [mention.text for mention in find_mentions(text, territories)] == ["عماد"]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("سامر بن فرحان", "بن فرحان"),
        ("سامر بن فرحان", "ابن فرحان"),
        ("سامر آل ثاني", "آل ثاني"),
        ("سامر العلي", "العلي"),
    ],
)
def test_what_ends_a_full_name_stands_for_it(full: str, short: str, territories: Vocabulary) -> None:
    text = f"وقال الدكتور {full} إن الحل قريب. وقال {short}: نعم."
    (entity,) = group_mentions(find_mentions(text, territories), territories)
    assert entity.variants == (full, short)


def test_two_of_one_long_first_name_are_two(territories: Vocabulary) -> None:
    text = "وصل عبد الرحمن الحربي وعبد الرحمن الحضريتي"
    assert len({mention.entity for mention in find_mentions(text, territories)}) == 2


def test_a_verb_of_saying_begins_no_name(territories: Vocabulary) -> None:
    text = "قال المحامي سمير ديلو إن موكله بريء. وأردف ديلو أن الحكم قاس"
    (entity,) = group_mentions(find_mentions(text, territories), territories)
    assert entity.variants == ("سمير ديلو", "ديلو")


def test_a_name_written_in_two_words_or_one_is_one(territories: Vocabulary) -> None:
    texts = ("وصل حسن عبد الله أمس", "وصل حسن عبدالله أمس")
    ids = {mention.entity for text in texts for mention in find_mentions(text, territories)}
    assert ids == {"?حسن عبدالله"}


def test_names_that_follow_one_another_are_apart(territories: Vocabulary) -> None:
    text = "حضر محمد حمدان وأحمد الخياط وسمير الزهراني"
    names = [mention.text for mention in find_mentions(text, territories)]
    assert names == ["محمد حمدان", "أحمد الخياط", "سمير الزهراني"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وقال فانس إن الوضع خطير", ["فانس"]),
        ("وقال الناطق محمد علي إن الوضع على حاله", ["محمد علي"]),
        ("وقال الباحث علي الأمين، على هامش اللقاء", ["علي الأمين"]),
        ("وحكم على علي حسن علي عبد الكريم بالسجن", ["علي حسن علي عبد الكريم"]),
        ("وقال رجل الدين حسن علي مظفري على الفور", ["حسن علي مظفري"]),
        ("ووصل الدكتور مساعد بن حمد الهاملي أمس", ["مساعد بن حمد الهاملي"]),
        ("وقال معالي خلدون خليفة الهاملي إن الوضع خطير", ["خلدون خليفة الهاملي"]),
        ("وانتخب المجلس النائب سامر القاضي رئيسا له", ["سامر القاضي"]),
        ("ووصل العماد رودولف سند، أمس", ["رودولف سند"]),
        ("ودعت المديرة كاترين ميلر المتطوعين إلى العون", ["كاترين ميلر"]),
        ("وقالت بن زروق لدى وصولها أمس إنها سعيدة", ["بن زروق"]),
        ("قاد سالم وعبد الله قاسم حسن الفريق", ["سالم", "عبد الله قاسم حسن"]),
    ],
)
def test_a_name_is_neither_cut_nor_overrun(text: str, names: list[str], territories: Vocabulary) -> None:
    found = find_mentions(text, territories)
    assert [mention.text for mention in found if mention.kind is EntityKind.PERSON] == names
