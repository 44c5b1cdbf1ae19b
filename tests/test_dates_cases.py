"""The phrases of `dates_cases.yml`: what each says, and that text around it changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest import edtf
from digest.dates import find_article_dates
from digest.yamlfile import read_yaml
from tests.dates import values as values_of

GROUPS = read_yaml(Path(__file__).with_name("dates_cases.yml")).data["groups"]
CASES = [
    pytest.param(text, group["reference"], values, id=f"{group['name']}: {text}")
    for group in GROUPS
    for text, values in group["cases"]
]


@pytest.mark.parametrize(("text", "reference", "values"), CASES)
def test_a_phrase_says_its_dates(text: str, reference: str, values: list[str]) -> None:
    assert values_of(text, reference) == values


def test_the_values_are_edtf_and_do_not_depend_on_lines_before_and_after():
    for group in GROUPS:
        for text, values in group["cases"]:
            assert values_of(f"هذا خبر.\n{text}\nوهذا خبر آخر.", group["reference"]) == values, text
            assert all(edtf.is_valid(value) for value in values), text


def article_values(*sentences: str) -> list[list[str | None]]:
    return [[found.edtf for found in dates] for dates in find_article_dates(sentences, "2024-05-17")]


def test_the_next_day_follows_the_date_of_the_sentence_before():
    told = article_values("وقع الانفجار في 3 مايو 2014.", "وفي اليوم التالي وصل الوفد.")
    assert told == [["2014-05-03"], ["2014-05-04"]]


def test_the_next_day_of_nothing_told_has_no_date():
    assert article_values("وصل الوفد.", "وفي اليوم التالي غادر.") == [[], [None]]


def test_an_anchor_holds_for_one_sentence_only():
    told = article_values("وقع الانفجار في 3 مايو 2014.", "ثم وصل الوفد.", "وفي اليوم التالي غادر.")
    assert told[2] == [None]


def test_the_day_after_a_month_has_no_date():
    assert article_values("وقع الانفجار في مايو 2014.", "وفي اليوم التالي وصل الوفد.")[1] == [None]


def test_what_a_sentence_counts_from_today_is_the_same_in_an_article():
    assert article_values("وصل الوفد أمس.", "ويغادر غدا.") == [["2024-05-16"], ["2024-05-18"]]


def test_days_after_something_told_are_not_days_from_today():
    told = "اكتشف الباحثون في الجامعة أن المرض يعود بعد ثلاثة أيام إلى من أصيب به أول مرة."
    assert values_of(told, "2024-05-17") == []
    assert values_of("سيعود الوفد بعد ثلاثة أيام", "2024-05-17") == ["2024-05-20"]
