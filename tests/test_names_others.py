"""A longer name is another's: known persons, places and clubs are not those that share a word of it."""

from __future__ import annotations

import pytest

from digest.model import EntityKind
from digest.names import find_mentions
from digest.vocabulary import Vocabulary


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
def test_a_longer_name_is_another_s(name: str, house: Vocabulary) -> None:
    (mention,) = find_mentions(f"وقال {name} إن الوضع خطير", house)
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
def test_what_describes_a_known_person_makes_no_other(text: str, person: str, house: Vocabulary) -> None:
    (mention,) = find_mentions(text, house)
    assert mention.entity == person


def test_the_house_behind_another_s_name_is_not_the_ruler_s(house: Vocabulary) -> None:
    text = "استقبل مشعل الأحمد الجابر الصباح رئيس الوزراء الشيخ يوسف عبدالله الأحمد الصباح"
    ruler, other = find_mentions(text, house)
    assert (ruler.entity, other.entity[0]) == ("mishal-al-ahmad", "?")


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
def test_places_are_not_persons_clubs_or_their_twins(text: str, places: list[str], house: Vocabulary) -> None:
    assert [mention.entity for mention in find_mentions(text, house)] == places


def test_a_surname_in_the_headline_goes_to_the_full_name_below(house: Vocabulary) -> None:
    text = "الشرع يلتقي الوفد\n\nالتقى الرئيس أحمد الشرع الوفد أمس"
    assert len({mention.entity for mention in find_mentions(text, house)}) == 1
    text = "كوستوفا تحذر\n\nقالت الوزيرة مارينا كوستوفا إن الوضع خطير. وأضافت كوستوفا أنها قلقة"
    assert {mention.entity for mention in find_mentions(text, house)} == {"?مارينا كوستوفا"}
