"""Dates in any text: spans apart and in order, indifference to the text around, time in proportion."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest import edtf, find_dates
from tests.timed import in_proportion, seconds, within

UNRELATED = st.sampled_from(
    ["قال الوزير إن المشروع ناجح. ", "", "وأضاف المتحدث. ", "“نعم”. ", "(رويترز) ", "العدد 523. "]
)
EXPRESSIONS = st.sampled_from(
    [
        "24 فبراير/شباط 2022",
        "أمس الخميس",
        "مارس الماضي",
        "عامي 2020 و2021",
        "الربيع المقبل",
        "من 4 إلى 22 مايو 2020",
    ]
)


@settings(deadline=None, max_examples=100)
@given(UNRELATED, EXPRESSIONS, st.sampled_from([".", "، حسب الوكالة.", "؛ وانتهى اللقاء.", " - رويترز", ""]))
def test_unrelated_text_around_an_expression_changes_nothing(before, expression, after):
    alone = find_dates(expression, "2024-05-17")
    inside = find_dates(before + expression + after, "2024-05-17")
    shift = len(before)
    assert [(one.start + shift, one.end + shift, one.edtf) for one in alone] == [
        (o.start, o.end, o.edtf) for o in inside
    ]


WORDS = st.sampled_from(
    [
        "في",
        "من",
        "إلى",
        "و",
        "مايو",
        "17",
        "2024",
        "/",
        "-",
        "الجمعة",
        "اليوم",
        "الماضي",
        "عام",
        "شهر",
        "بين",
        "قبل",
        "ثلاثة",
        "الأول",
        "عشر",
        "رمضان",
        "هـ",
        "،",
        ".",
        "\n",
        "كتاب",
        "أول",
        "بعد",
        "الأسبوع",
        "هذا",
        "القرن",
        "الربع",
        "(",
    ]
)


@settings(deadline=None, max_examples=200)
@given(
    st.lists(WORDS, max_size=25),
    st.sampled_from([" ", ""]),
    st.sampled_from([None, "2024-05-17", "[2024-05..2024-12]"]),
)
def test_spans_never_overlap_and_every_value_is_valid(words, joint, reference):
    text = joint.join(words)
    found = find_dates(text, reference)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(one.text == text[one.start : one.end] for one in found)
    assert all(one.edtf is None or edtf.is_valid(one.edtf) for one in found), [one.edtf for one in found]


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=60))
def test_any_text_is_read_without_an_error(text):
    find_dates(text, "2024-05-17")


HOSTILE = [
    "1",
    "و",
    "مايو ",
    "1/",
    "12 ",
    "و ",
    "الجمعة ",
    "من ",
    "أول ",
    "ألف و",
    "قبل ",
    "بين ",
    "من 1 إلى ",
    "\u0651",
    "((",
    "3 و",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_in_line_with_hostile_text(piece):
    def took(size: int) -> float:
        text = piece * (size // len(piece))
        return seconds(lambda: find_dates(text, "2024-05-17"))

    assert in_proportion(took, 20_000, 160_000)


def test_a_megabyte_of_digits_is_no_number():
    assert find_dates("1" * 1_000_000) == []


def test_speed_on_the_seeds():
    seeds = Path(__file__).parents[1] / "seeds"
    text = "\n".join(path.read_text("utf-8") for path in sorted(seeds.glob("*.txt"))) * 10
    find_dates(text[:1000], "2024-05-17")
    with within(len(text) / 600_000):
        find_dates(text, "2024-05-17")
