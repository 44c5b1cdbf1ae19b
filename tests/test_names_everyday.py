"""Names that are everyday words too: where they stand as a name, and nowhere else."""

from __future__ import annotations

import pytest

from digest.names import find_mentions
from digest.vocabulary import Vocabulary
from tests.names import found, small_vocabulary


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    return small_vocabulary(tmp_path_factory.mktemp("vocabulary"))


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("استقبل أمير قطر تميم الوفد", ["qatar", "tamim-bin-hamad"]),
        ("وبحث مع أمير قطر تميم، أمس", ["qatar", "tamim-bin-hamad"]),
        ("رئيس مصر محمد، كما قال", ["egypt"]),
        ("زار قطر تميم أمس", ["qatar"]),
        ("يبلغ قطره ضعف قطر الأرض", []),
        ("أمطار غزيرة وسيول تضرب الساحل", []),
        ("عبور مجاري السيول", []),
        ("قمة في سيول اليوم", ["seoul"]),
        ("وقالت سيول إن الصواريخ", ["seoul"]),
    ],
)
def test_rulers_by_their_first_names_and_names_that_are_everyday_words(
    text: str, entities: list[str], house: Vocabulary
) -> None:
    known = [item.entity for item in find_mentions(text, house) if item.entity in house.entries]
    assert known == entities


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أعلنت آبل عن هاتف", [("آبل", "apple")]),
        ("ولآبل هاتف جديد", [("آبل", "apple")]),
        ("قطيع من الإبل أبل", []),
        ("وقالت ميتا إن العمل مستمر", [("ميتا", "meta")]),
        ("عثر عليه ميتا أمس", []),
        ("رفعت أوبك+ الإنتاج", [("أوبك+", "opec-plus")]),
        ("رفعت أوبك الإنتاج", [("أوبك", "opec")]),
        ("سعر خام غرب تكساس اليوم", []),
        ("وصل إلى غرب تكساس مع خام", [("تكساس", "texas")]),
        ("وصل إلى تكساس", [("تكساس", "texas")]),
    ],
)
def test_a_name_is_taken_as_it_is_meant(
    text: str, names: list[tuple[str, str]], vocabulary: Vocabulary
) -> None:
    assert found(text, vocabulary) == names


@pytest.mark.parametrize("text", ["لا شيء جديد", "لم يحدث شئ", "شيئا فشيئا"])
def test_a_short_surname_is_not_inside_another_word(text: str, vocabulary: Vocabulary) -> None:
    assert found("شي جين بينغ. " + text, vocabulary)[1:] == []


def test_folding_does_not_make_a_city_of_a_surname_and_a_particle(vocabulary: Vocabulary) -> None:
    assert ("شي إن", "xian") not in found("وقال شي إن العمل مستمر", vocabulary)
    assert found("زار شي آن", vocabulary) == [("شي آن", "xian")]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("قدمت الدولة كل دعم مالي للشركات", False),
        ("تعاون فني ومالي كبير", False),
        ("في سداد قيمة السند", False),
        ("لم أبين السبب", False),
        ("مقتل جنود في مالي اليوم", True),
        ("أعلنت حكومة مالي العسكرية", True),
        ("الحدود بين النيجر ومالي", True),
        ("مالي: مقتل جنود", True),
        ("نقل الأسرى إلى أبين", True),
    ],
)
def test_an_everyday_word_needs_the_place_of_a_name(text: str, named: bool, house: Vocabulary) -> None:
    places = {"mali", "abyan", "sindh"}
    assert bool(places & {mention.entity for mention in find_mentions(text, house)}) is named


def test_a_name_of_short_syllables_is_not_guessed(house: Vocabulary) -> None:
    text = "وقال الرئيس التنفيذي للشركة هان جونغ هي في بيان"
    assert [mention.entity for mention in find_mentions(text, house)] == ["?هان جونغ"]
