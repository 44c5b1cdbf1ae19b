"""Names that the vocabulary lacks: every rule, what is no name, and the floors on annotated data."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from digest.model import EntityKind
from digest.names import find_mentions
from digest.names.entities import group_mentions
from digest.rules import default_rules
from digest.vocabulary import Vocabulary, load_vocabulary


def _examples() -> list[Any]:
    rules = default_rules()
    listed = [
        *rules.table("titles")["classes"],
        *rules.table("givennames")["lists"],
        *rules.table("headwords")["classes"],
        {"id": "saying", **rules.table("sayings")},
    ]
    return [pytest.param(rule["example"], id=rule["id"]) for rule in listed]


@pytest.fixture(scope="module")
def territories() -> Vocabulary:
    return load_vocabulary(Path("does-not-exist"))


@pytest.mark.parametrize("example", _examples())
def test_every_rule_finds_its_example(example: dict[str, str], territories: Vocabulary) -> None:
    assert example["name"] in [mention.text for mention in find_mentions(example["text"], territories)]


def test_a_candidate_has_no_english_and_says_that_it_is_unknown(territories: Vocabulary) -> None:
    text = "وقال الدكتور هاروكي تاناكا إن اللقاح آمن. وأضاف تاناكا أن التجارب مستمرة"
    (entity,) = group_mentions(find_mentions(text, territories), territories)
    assert (entity.id, entity.en, entity.known) == ("?هاروكي تاناكا", None, False)
    assert entity.variants == ("هاروكي تاناكا", "تاناكا")


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


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("نقل إلى مستشفى الملك فيصل أمس", "مستشفى الملك فيصل", EntityKind.ORGANISATION),
        ("قدمت مؤسسة الملك عبد العزيز منحة", "مؤسسة الملك عبد العزيز", EntityKind.ORGANISATION),
        ("وصل إلى مطار الأمير محمد بن فيصل أمس", "مطار الأمير محمد بن فيصل", EntityKind.PLACE),
        ("قالت هيئة إدارة الكوارث والطوارئ إن", "هيئة إدارة الكوارث والطوارئ", EntityKind.ORGANISATION),
        ("أعلن حزب العدالة والتنمية فوزه", "حزب العدالة والتنمية", EntityKind.ORGANISATION),
        ("بين حزب العدالة والحكومة خلاف", "حزب العدالة", EntityKind.ORGANISATION),
    ],
)
def test_a_body_is_named_to_the_end(text: str, name: str, kind: EntityKind, territories: Vocabulary) -> None:
    assert [(mention.text, mention.kind) for mention in find_mentions(text, territories)] == [(name, kind)]


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


def test_an_office_in_construct_is_followed_by_its_place(territories: Vocabulary) -> None:
    (mention,) = find_mentions("وصل حاكم برانتوفيا إلى المدينة", territories)
    assert (mention.text, mention.kind) == ("برانتوفيا", EntityKind.PLACE)


@pytest.fixture(scope="module")
def scorer(shared_eval: Path) -> ModuleType:
    sys.path.insert(0, str(shared_eval))
    spec = importlib.util.spec_from_file_location("score_ner", shared_eval / "score_ner.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    sys.path.remove(str(shared_eval))
    return module


@pytest.mark.parametrize(
    ("file", "corpus", "size", "floor"),
    [
        ("ner.jsonl", "anercorp", 1, 72.0),
        ("ner.jsonl", "anercorp", 10, 72.0),
        ("ner.jsonl", "aqmar", 1, 56.0),
        ("ner.jsonl", "aqmar", 10, 56.0),
        ("seeds_ner.jsonl", None, 1, 97.0),
    ],
)
def test_the_floors_on_annotated_data(
    scorer: ModuleType, shared_eval: Path, file: str, corpus: str | None, size: int, floor: float
) -> None:
    from tests.eval.adapters import entities  # noqa: PLC0415 - only where the data are

    records = [
        record
        for record in scorer.load_jsonl(shared_eval / file)
        if not corpus or record.get("corpus") == corpus
    ]
    rows, _ = scorer.score(entities, records, size)
    assert rows["all"][2] >= floor


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary(Path("content/vocabulary"))


@pytest.mark.parametrize(
    "name",
    [
        "دونالد ترامب جونيور",
        "دونالد ترامب الابن",
        "محمد صلاح الدين",
        "حسن روحاني زاده",
        "هانيبال القذافي",
        "خالد بن سلمان آل خليفة",
        "محمد بن راشد الهاملي",
        "لين فيرجسون",
        "ماري شيلي",
        "عبد اللطيف وهبي",
        "واصف عريقات",
        "محمد علي الحوثي",
    ],
)
def test_a_longer_name_is_another_s(name: str, vocabulary: Vocabulary) -> None:
    (mention,) = find_mentions(f"وقال {name} إن الوضع خطير", vocabulary)
    assert (mention.text, mention.kind, mention.entity[0]) == (name, EntityKind.PERSON, "?")


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("وصل حسن روحاني الإيراني إلى المدينة", "hassan-rouhani"),
        ("وصل محمد صلاح المصري إلى المدينة", "mohamed-salah"),
        ("وصل محمد بن سلمان بن عبدالعزيز آل سعود إلى المدينة", "mohammed-bin-salman"),
        ("وصل محمد بن زايد آل نهيان الاثنين", "mohamed-bin-zayed"),
    ],
)
def test_what_describes_a_known_person_makes_no_other(text: str, person: str, vocabulary: Vocabulary) -> None:
    (mention,) = find_mentions(text, vocabulary)
    assert mention.entity == person


def test_the_house_behind_another_s_name_is_not_the_ruler_s(vocabulary: Vocabulary) -> None:
    text = "استقبل مشعل الأحمد الجابر الصباح رئيس الوزراء الشيخ يوسف عبدالله الأحمد الصباح"
    ruler, other = find_mentions(text, vocabulary)
    assert (ruler.entity, other.entity[0]) == ("mishal-al-ahmad", "?")


def test_forms_of_address_are_nobody(vocabulary: Vocabulary) -> None:
    (mention,) = find_mentions("وقال معالي الدكتور ماجد القصبي إن الوضع خطير", vocabulary)
    assert mention.text == "ماجد القصبي"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("قال الرئيس في عُمان إن الوضع خطير", ["oman"]),
        ("استقبل سلطان عمان الضيف", ["oman"]),
        ("عمان تستضيف المؤتمر في مسقط", ["oman", "muscat"]),
        ("بحث الطرفان العلاقات في عمان", ["amman"]),
        ("وصل إلى عمان قادما من مسقط بعد زيارة الأردن", ["amman", "muscat", "jordan"]),
        ("أقيم الحفل في مدينة صور العمانية", []),
        ("وقع القصف في مدينة صور اللبنانية", ["tyre"]),
        ("عقد الاجتماع في قصر الشعب في دمشق", ["damascus"]),
        ("وصل إلى مطار رفيق الحريري الدولي", ["?مطار رفيق الحريري"]),
        ("تجمع الناس في ميدان جمال عبد الناصر أمس", []),
        ("كتب إتش جي ويلز الرواية", []),
        ("فاز مولودية الجزائر على وفاق سطيف", ["mc-alger", "es-setif"]),
        ("تعادل نادي قطر مع ضيفه", ["qatar-sc"]),
    ],
)
def test_places_are_not_persons_clubs_or_their_twins(
    text: str, places: list[str], vocabulary: Vocabulary
) -> None:
    assert [mention.entity for mention in find_mentions(text, vocabulary)] == places


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


def test_a_surname_in_the_headline_goes_to_the_full_name_below(vocabulary: Vocabulary) -> None:
    text = "الشرع يلتقي الوفد\n\nالتقى الرئيس أحمد الشرع الوفد أمس"
    assert len({mention.entity for mention in find_mentions(text, vocabulary)}) == 1
    text = "كوستوفا تحذر\n\nقالت الوزيرة مارينا كوستوفا إن الوضع خطير. وأضافت كوستوفا أنها قلقة"
    assert {mention.entity for mention in find_mentions(text, vocabulary)} == {"?مارينا كوستوفا"}


def test_a_party_s_name_ends_before_the_clause_that_describes_it(territories: Vocabulary) -> None:
    found = [
        mention.text
        for mention in find_mentions("وجاء اتحاد الصناعات الوطني الذي يقوده سالم الهاملي أولا", territories)
    ]
    assert found == ["اتحاد الصناعات الوطني", "سالم الهاملي"]


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
