"""Offices and their holders, only as the article says it; what a speaker is called leads to a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.clean import clean_seed
from digest.model import Entity, Span
from digest.names import Roles, find_names, find_roles, read_words, resolve_speaker
from digest.seeds import seed_from_bytes
from digest.vocabulary import Vocabulary, load_vocabulary

PEOPLE = """kind: person
entries:
- {id: vladimir-putin, ar: فلاديمير بوتين, en: Vladimir Putin, surname: {ar: بوتين}, country: RU}
- {id: xi-jinping, ar: شي جين بينغ, en: Xi Jinping, country: CN}
- {id: dmitry-peskov, ar: دميتري بيسكوف, en: Dmitry Peskov, country: RU}
- {id: antony-blinken, ar: أنتوني بلينكن, en: Antony Blinken, country: US}
"""
ARTICLE = (
    "التقى الرئيس الروسي فلاديمير بوتين، نظيره الصيني شي جين بينغ. "
    "وقال المتحدث الرسمي باسم الرئاسة، دميتري بيسكوف، إن اللقاء مفيد. "
    "وكان أنتوني بلينكن، وزير الخارجية الأمريكي، قد علق على اللقاء."
)


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    folder = tmp_path_factory.mktemp("vocabulary")
    (folder / "people.yml").write_text(PEOPLE, "utf-8")
    return load_vocabulary(folder)


def read(text: str, vocabulary: Vocabulary) -> tuple[tuple[Entity, ...], Roles]:
    document = clean_seed(seed_from_bytes(text.encode(), "x.txt"))
    start = document.text.index(text[:20])
    words = read_words(document, [Span(start, start + len(text))])
    entities = find_names(words, vocabulary)
    return entities, find_roles(document, words, entities)


@pytest.mark.parametrize(
    ("speaker", "who"),
    [
        ("الرئيس الروسي", "vladimir-putin"),
        ("للرئيس الروسي", "vladimir-putin"),
        ("نظيره الصيني", None),
        ("الرئيس الصيني", "xi-jinping"),
        ("المتحدث باسم الرئاسة", "dmitry-peskov"),
        ("وزير الخارجية الأمريكي", "antony-blinken"),
        ("الرئيس", None),
        ("وزير الخارجية الروسي", None),
        ("بوتين", "vladimir-putin"),
        ("وبوتين", "vladimir-putin"),
        ("الزعيم الصيني شي جين بينغ", "xi-jinping"),
        ("بوتين وشي جين بينغ", None),
        ("مصدر مطلع", None),
    ],
)
def test_a_speaker_is_who_the_article_says(speaker: str, who: str | None, vocabulary: Vocabulary) -> None:
    entities, roles = read(ARTICLE, vocabulary)
    assert resolve_speaker(speaker, entities, roles) == who


def test_an_office_that_two_hold_is_nobody_s(vocabulary: Vocabulary) -> None:
    text = "استقبل الرئيس الروسي فلاديمير بوتين الوفد، ووصل الرئيس الروسي دميتري بيسكوف إلى المدينة اليوم."
    entities, roles = read(text, vocabulary)
    assert resolve_speaker("الرئيس الروسي", entities, roles) is None


def test_a_bare_office_is_certain_where_one_holds_it(vocabulary: Vocabulary) -> None:
    entities, roles = read(
        "أعلن الرئيس الروسي فلاديمير بوتين أن البلاد مستعدة للحوار مع الجميع اليوم.", vocabulary
    )
    assert resolve_speaker("الرئيس", entities, roles) == "vladimir-putin"


@pytest.mark.parametrize(("office", "who"), [("الرئيس", None), ("الرئيس الروسي", "vladimir-putin")])
def test_a_bare_office_may_be_another_country_s(office: str, who: str | None, vocabulary: Vocabulary) -> None:
    text = "استقبل شي جين بينغ الرئيس الروسي فلاديمير بوتين في القصر الكبير وسط العاصمة صباح اليوم."
    assert resolve_speaker(office, *read(text, vocabulary)) == who


def test_a_countryman_does_not_make_an_office_doubtful(vocabulary: Vocabulary) -> None:
    text = "استقبل دميتري بيسكوف الوفد، وأعلن الرئيس الروسي فلاديمير بوتين أن البلاد مستعدة للحوار اليوم."
    assert resolve_speaker("الرئيس", *read(text, vocabulary)) == "vladimir-putin"


def test_the_seeds_say_who_is_president(root: Path, house: Vocabulary) -> None:
    for path in sorted((root / "seeds").glob("*.txt"))[:5]:
        document = clean_seed(seed_from_bytes(path.read_bytes(), path.name))
        words = read_words(document, [Span(0, len(document.text))])
        entities = find_names(words, house)
        roles = find_roles(document, words, entities)
        assert resolve_speaker("الرئيس الروسي", entities, roles) == "vladimir-putin"
        assert resolve_speaker("للرئيس الصيني", entities, roles) == "xi-jinping"


def test_a_counterpart_holds_the_whole_office(vocabulary: Vocabulary) -> None:
    text = "بحث رئيس الوزراء الروسي فلاديمير بوتين مع نظيره الصيني شي جين بينغ ملف الطاقة بين البلدين أمس."
    _, roles = read(text, vocabulary)
    assert roles.holder("رئيس الوزراء الصيني") == "xi-jinping"
    assert roles.holder("الرئيس الصيني") is None
