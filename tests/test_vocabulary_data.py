"""What must hold of every entry of `content/vocabulary/`, whoever wrote it. Reads those files only."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel import Locale

from digest.model import EntityKind, VocabularyEntry
from digest.names.tokens import tokenise
from digest.vocabulary import CLDR, Vocabulary, load_vocabulary, name_key
from digest.yamlfile import read_yaml

FOLDER = Path(__file__).parents[1] / "content" / "vocabulary"
FILES = sorted(FOLDER.glob("*.yml"))
ARABIC = re.compile(r"[\u0621-\u064a]")
MOST_LINES = 3000
NEVER_ALONE = [
    "ليل",
    "كان",
    "نجد",
    "ينبع",
    "صور",
    "العديد",
    "الصعيد",
    "تدمر",
    "دوما",
    "المطلة",
    "ربك",
    "أمور",
    "لحج",
    "مالية",
    "كنيس",
    "بنوك",
    "لفيف",
    "عسير",
    "القصير",
    "الباب",
    "العمارة",
    "البيضاء",
    "الأبيض",
    "الشرقية",
    "الغربية",
    "الوسطى",
    "مشهد",
    "قم",
    "بورصة",
    "الخمس",
    "الزاوية",
]
"""Common words that are also some place's name: never that place on their own."""


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    """The repository's vocabulary; loading it refuses ids that stand twice, names that two entries claim,
    `broader` topics that do not exist and circles of them."""
    return load_vocabulary(FOLDER)


@pytest.fixture(scope="module")
def written(vocabulary: Vocabulary) -> tuple[VocabularyEntry, ...]:
    """The entries that the files hold, without what CLDR adds."""
    return tuple(entry for entry in vocabulary.entries.values() if entry.place != CLDR)


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        (EntityKind.PLACE, 1_400),
        (EntityKind.OUTLET, 300),
        (EntityKind.TOPIC, 180),
    ],
)
def test_there_are_enough_entries(written: tuple[VocabularyEntry, ...], kind: EntityKind, least: int) -> None:
    assert sum(entry.kind is kind for entry in written) >= least


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_short_enough_to_read(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_says_what_it_is(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith(("#", "kind:"))
    assert read_yaml(path).data["entries"]


def test_names_are_in_their_script(written: tuple[VocabularyEntry, ...]) -> None:
    latin = [entry.id for entry in written if not ARABIC.search(entry.ar)]
    arabic = [entry.id for entry in written if entry.en and ARABIC.search(entry.en)]
    assert (latin, arabic) == ([], [])


def test_every_entry_has_both_languages(vocabulary: Vocabulary) -> None:
    """Those that CLDR adds too: a territory that a new release of it brings wants a description."""
    lacking = [
        entry.id
        for entry in vocabulary.entries.values()
        if not (entry.en and ARABIC.search(entry.ar_description or "") and entry.en_description)
        or ARABIC.search(entry.en_description)
    ]
    assert lacking == []


def test_a_topics_descriptions_are_short_and_say_more_than_its_name(
    written: tuple[VocabularyEntry, ...],
) -> None:
    wrong = [
        (entry.id, text)
        for entry in written
        if entry.kind is EntityKind.TOPIC
        for name, text in ((entry.ar, entry.ar_description), (entry.en, entry.en_description))
        if not text
        or not 3 <= len(text.split()) <= 12
        or text.endswith(".")
        or _says(text) <= _says(name or "")
    ]
    assert wrong == []


def test_country_codes_are_known(written: tuple[VocabularyEntry, ...]) -> None:
    known = set(Locale("en").territories)
    assert [entry.id for entry in written if entry.country and entry.country not in known] == []


def test_a_territory_is_told_once(written: tuple[VocabularyEntry, ...]) -> None:
    codes = Counter(entry.country for entry in written if entry.territory)
    assert None not in codes
    assert [code for code, number in codes.items() if number > 1] == []


def test_variants_differ_by_more_than_spelling(written: tuple[VocabularyEntry, ...]) -> None:
    places = [entry for entry in written if entry.kind in (EntityKind.PLACE, EntityKind.OUTLET)]
    twice = [entry.id for entry in places if len(set(_keys(entry))) < len(list(_keys(entry)))]
    assert twice == []


def test_nisba_adjectives_end_like_one(written: tuple[VocabularyEntry, ...]) -> None:
    wrong = [
        (entry.id, adjective)
        for entry in written
        for adjective in entry.ar_adjectives
        if not all(
            word.endswith("ي") or word in ("شمال", "جنوب", "شرق", "غرب", "شبه") for word in adjective.split()
        )
    ]
    assert wrong == []


def test_common_words_are_nobodys_name(vocabulary: Vocabulary) -> None:
    claimed = [word for word in NEVER_ALONE if vocabulary.find(word)]
    assert claimed == []


def test_an_outlets_bare_word_is_a_signature_only(written: tuple[VocabularyEntry, ...]) -> None:
    wrong = [
        (entry.id, word)
        for entry in written
        if entry.kind is EntityKind.OUTLET
        for word in entry.ar_signatures
        if name_key(word) in set(_keys(entry))
    ]
    assert wrong == []


def test_topics_have_terms_and_one_iptc_id(written: tuple[VocabularyEntry, ...]) -> None:
    topics = [entry for entry in written if entry.kind is EntityKind.TOPIC]
    ids = Counter(topic.iptc for topic in topics if topic.iptc)
    assert [topic.id for topic in topics if len(topic.terms) < 5] == []
    assert [code for code, number in ids.items() if number > 1] == []


def test_a_topics_terms_are_words(written: tuple[VocabularyEntry, ...]) -> None:
    terms = [(entry.id, term) for entry in written for term in entry.terms]
    assert [item for item in terms if not tokenise(item[1]).words] == []
    assert [item for item in terms if item[1] != item[1].strip()] == []


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("السعودية", "Saudi Arabia"),
        ("المملكة العربية السعودية", "Saudi Arabia"),
        ("الولايات المتحدة الأمريكية", "United States"),
        ("هاربين", "Harbin"),
        ("خاربين", "Harbin"),
        ("كييڤ", "Kyiv"),
        ("عمان", "Amman"),
        ("سلطنة عمان", "Oman"),
        ("رويترز", "Reuters"),
        ("فرانس برس", "Agence France-Presse (AFP)"),
        ("الاتحاد السوفيتي", "Soviet Union"),
    ],
)
def test_names_newsrooms_use(vocabulary: Vocabulary, arabic: str, english: str) -> None:
    found = vocabulary.find(arabic)
    assert found is not None
    assert found.en == english


def _keys(entry: VocabularyEntry) -> Iterator[str]:
    for name in (entry.ar, *entry.ar_variants):
        yield name_key(name)


def _says(text: str) -> set[str]:
    """The words of a text as they are compared, without an Arabic `and`."""
    return {word.removeprefix("و") for word in name_key(text).replace(",", " ").split()}
