"""Names of the vocabulary in a text: with particles, spelled otherwise, as surnames, the longest first."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.model import Entity, EntityKind
from digest.names import find_mentions
from digest.names.entities import group_mentions
from digest.vocabulary import Vocabulary, load_vocabulary
from tests.names import found, small_vocabulary


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    return small_vocabulary(tmp_path_factory.mktemp("vocabulary"))


@pytest.mark.parametrize("prefix", ["", "و", "ف", "ب", "ل", "ك", "وب", "فل", "وك"])
def test_attached_particles_are_no_part_of_a_name(prefix: str, vocabulary: Vocabulary) -> None:
    text = f"عاد {prefix}بكين"
    mention = find_mentions(text, vocabulary)[0]
    assert (mention.entity, mention.text) == ("beijing", "بكين")
    assert text[mention.span.start : mention.span.end] == "بكين"


@pytest.mark.parametrize(
    ("text", "name", "entity"),
    [
        ("قرار للأمم المتحدة", "الأمم المتحدة", "united-nations"),
        ("وللأمم المتحدة رأي", "الأمم المتحدة", "united-nations"),
        ("أمين للجنة المركزية", "اللجنة المركزية", "central-committee"),
    ],
)
def test_an_article_that_a_particle_took_is_given_back(
    text: str, name: str, entity: str, vocabulary: Vocabulary
) -> None:
    assert found(text, vocabulary) == [(name, entity)]


@pytest.mark.parametrize("text", ["الامم المتحده", "الأُمَم المتّحدة", "الأمـم المتحدة", "الأمم\u200f المتحدة"])
def test_spelling_variants_are_one_name(text: str, vocabulary: Vocabulary) -> None:
    assert [entity for _, entity in found(text, vocabulary)] == ["united-nations"]


def test_a_ruling_house_is_part_of_a_name(vocabulary: Vocabulary) -> None:
    text = "وصل بشار الأسد آل سعود أمس"
    assert found(text, vocabulary) == [("بشار الأسد آل سعود", "bashar-al-assad")]


def test_the_longest_name_wins(vocabulary: Vocabulary) -> None:
    text = "من القاهرة نقلت قناة القاهرة الإخبارية الخبر"
    assert found(text, vocabulary) == [("القاهرة", "cairo"), ("قناة القاهرة الإخبارية", "al-qahera-news")]


def test_a_surname_goes_to_the_full_name_of_the_article(vocabulary: Vocabulary) -> None:
    text = "استقبل شي جين بينغ الوفد. وقال شي إن العمل مستمر"
    assert [entity for _, entity in found(text, vocabulary)] == ["xi-jinping", "xi-jinping"]
    assert found("وقال شي إن العمل مستمر", vocabulary) == []


def test_a_surname_stands_alone_only_where_the_vocabulary_says_so(vocabulary: Vocabulary) -> None:
    assert found("وأكد بوتين ذلك", vocabulary) == [("بوتين", "vladimir-putin")]
    assert found("وأكدت نابيولينا ذلك", vocabulary) in ([], [("نابيولينا", "?نابيولينا")])


def test_the_article_s_own_full_name_outweighs_a_known_surname(vocabulary: Vocabulary) -> None:
    text = "قال الطبيب ماهر الأسد إن العلاج متوفر. وأضاف الأسد أن المرضى بخير"
    assert [entity for _, entity in found(text, vocabulary)] == ["?ماهر الاسد", "?ماهر الاسد"]


def entities(text: str, vocabulary: Vocabulary) -> tuple[Entity, ...]:
    return group_mentions(find_mentions(text, vocabulary), vocabulary)


def test_misspelled_names_are_variants_of_one_entity(vocabulary: Vocabulary) -> None:
    text = (
        "الرئيس الروسي فلادمير بوتين في بكين. والتقى فلاديمير بوتين نظيره الصيني شين جين بينغ، وشي جين بينج"
    )
    people = [entity for entity in entities(text, vocabulary) if entity.kind is EntityKind.PERSON]
    assert [(entity.id, entity.variants) for entity in people] == [
        ("vladimir-putin", ("فلادمير بوتين", "فلاديمير بوتين")),
        ("xi-jinping", ("شين جين بينغ", "شي جين بينج")),
    ]


@pytest.mark.parametrize("written", ["إلفيرا نابيولينا", "الفيرا نابيولنا", "ألفيرا نابولينا"])
def test_another_spelling_of_a_foreign_name_is_the_same_person(written: str, vocabulary: Vocabulary) -> None:
    text = f"وقالت السيدة {written} إن السوق مستقرة"
    assert found(text, vocabulary) == [(written, "elvira-nabiullina")]


def test_an_arabic_name_of_the_same_consonants_is_another_person(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("kind: person\nentries:\n- {id: a, ar: محمد سالم, en: A}\n", "utf-8")
    assert found("وقال محمد سليم ذلك", load_vocabulary(tmp_path)) == [("محمد سليم", "?محمد سليم")]


def test_a_title_is_no_part_of_a_known_name(vocabulary: Vocabulary) -> None:
    assert found("وصل الملك عبدالله الثاني", vocabulary) == [("عبدالله الثاني", "abdullah-ii")]


def test_a_shortened_name_is_completed_by_the_country_the_text_tells(vocabulary: Vocabulary) -> None:
    text = "رئيسة البنك المركزي إلفيرا نابيولينا"
    assert ("البنك المركزي", "bank-of-russia") in found(text, vocabulary)
    assert ("البنك المركزي", "bank-of-russia") not in found("رفع البنك المركزي الفائدة", vocabulary)


def test_a_name_in_brackets_is_another_name(vocabulary: Vocabulary) -> None:
    text = "حلف شمال الأطلسي (ناتو) يوسع قواعده، وقال ناتو إنه مستعد"
    assert [entity for _, entity in found(text, vocabulary)] == ["nato"] * 3


def test_an_entity_has_what_the_vocabulary_says(vocabulary: Vocabulary) -> None:
    (entity,) = entities("وأكد بوتين ذلك", vocabulary)
    assert (entity.ar, entity.en, entity.known, entity.country) == (
        "فلاديمير بوتين",
        "Vladimir Putin",
        True,
        "RU",
    )


def test_names_do_not_run_over_punctuation(vocabulary: Vocabulary) -> None:
    assert found("زار الأمم، المتحدة", vocabulary) == []
    assert found("زار الأمم\nالمتحدة", vocabulary) == []


def test_a_shortened_name_goes_to_the_one_that_stands_in_full(house: Vocabulary) -> None:
    text = "ثبت البنك المركزي المصري الفائدة. وقال محافظ البنك المركزي حسن عبد الله ذلك"
    assert [mention.entity for mention in find_mentions(text, house)][:2] == ["central-bank-of-egypt"] * 2
    two = f"{text}. ورفعها البنك المركزي التركي"
    assert [mention.entity for mention in find_mentions(two, house)][1].startswith("?")
