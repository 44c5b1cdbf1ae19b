"""Outlets by the short names that are a place's or a word's too: only where the text says so."""

from __future__ import annotations

import pytest

from digest.names import find_mentions, find_outlets
from digest.vocabulary import Vocabulary
from tests.names import found, small_vocabulary


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    return small_vocabulary(tmp_path_factory.mktemp("vocabulary"))


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("اطلعت عليه الأناضول", ["anadolu"]),
        ("مراسل الأناضول في الشمال", ["anadolu"]),
        ("حديث خاص للأناضول", ["anadolu"]),
        ("نقلا عن الأناضول", ["anadolu"]),
        ("سكان الأناضول يزرعون القمح", ["anatolia"]),
        ("قال إن السفر للأناضول سهل", ["anatolia"]),
        ("وصرح للجزيرة بأن العمل مستمر", ["al-jazeera"]),
        ("ونقلت الجزيرة عن مصدر", ["al-jazeera"]),
        ("سافر للجزيرة أمس", []),
        ("وقال لـ«المدينة» إن العمل مستمر", ["al-madina"]),
        ("لصحيفة «المدينة» أمس", ["al-madina"]),
        ("وقال للمدينة كلها", []),
        ("نقلت قناة «تي آر تي» الخبر", ["trt"]),
        ("نقلت قناة «تي آر تي خبر» الخبر", []),
    ],
)
def test_the_text_says_whether_an_outlet_is_meant(
    text: str, entities: list[str], vocabulary: Vocabulary
) -> None:
    assert [entity for _, entity in found(text, vocabulary)] == entities


def test_a_form_that_only_a_source_line_shows_counts_after_a_head_word(vocabulary: Vocabulary) -> None:
    assert find_outlets("المصدر: الجزيرة + وكالات", vocabulary) == ("al-jazeera",)
    assert found("غادر السكان الجزيرة", vocabulary) == []
    assert found("قالت قناة الجزيرة", vocabulary) == [("قناة الجزيرة", "al-jazeera")]


def test_a_city_and_a_day_are_no_newspaper(house: Vocabulary) -> None:
    def first(text: str) -> str:
        return find_mentions(text, house)[0].entity

    assert first("وصل الوفد إلى بغداد اليوم") == "baghdad"
    assert first("وصل الوفد بغداد اليوم الأحد") == "baghdad"
    assert first("وذكرت بغداد اليوم أن الوفد وصل") == "baghdad-today"
