"""EDTF values: the days they cover, their order, and that the `edtf` library reads them."""

from __future__ import annotations

from datetime import date, timedelta

import edtf as reference
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest import edtf
from digest.model import Grain

FORMS = [
    ("2022-02-04", date(2022, 2, 4), date(2022, 2, 4), Grain.DAY),
    ("2022-02", date(2022, 2, 1), date(2022, 2, 28), Grain.MONTH),
    ("2024-02~", date(2024, 2, 1), date(2024, 2, 29), Grain.MONTH),
    ("2022", date(2022, 1, 1), date(2022, 12, 31), Grain.YEAR),
    ("2022?", date(2022, 1, 1), date(2022, 12, 31), Grain.YEAR),
    ("197X", date(1970, 1, 1), date(1979, 12, 31), Grain.DECADE),
    ("18XX", date(1800, 1, 1), date(1899, 12, 31), Grain.CENTURY),
    ("2023-21", date(2023, 3, 1), date(2023, 5, 31), Grain.SEASON),
    ("2023-24", date(2023, 12, 1), date(2024, 2, 29), Grain.SEASON),
    ("2016-35", date(2016, 7, 1), date(2016, 9, 30), Grain.QUARTER),
    ("2016-41", date(2016, 7, 1), date(2016, 12, 31), Grain.HALF),
    ("2020-10/2020-12", date(2020, 10, 1), date(2020, 12, 31), Grain.MONTH),
    ("[2020-10..2020-12]", date(2020, 10, 1), date(2020, 12, 31), Grain.MONTH),
    ("[2022-02-04,2022-02-11]", date(2022, 2, 4), date(2022, 2, 11), Grain.DAY),
    ("{2015,2020}", date(2015, 1, 1), date(2020, 12, 31), Grain.YEAR),
    ("../2022", None, date(2022, 12, 31), Grain.YEAR),
    ("2022-02-24/..", date(2022, 2, 24), None, Grain.DAY),
    ("-0300", None, None, Grain.YEAR),
]


@pytest.mark.parametrize(("value", "first", "last", "grain"), FORMS)
def test_a_value_covers_its_days_at_its_grain(value, first, last, grain):
    assert edtf.is_valid(value)
    assert edtf.bounds(value) == (first, last)
    assert edtf.grain(value) is grain


@pytest.mark.parametrize("value", [form[0] for form in FORMS])
def test_the_reference_library_reads_every_form(value):
    reference.parse_edtf(value)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "2022-13",
        "2022-02-30",
        "22",
        "2022-2-4",
        "20220204",
        "..",
        "../..",
        "2022/2020",
        "[]",
        "[2022",
        "2022-02-04T10:00",
        "١٩٩٠",
        "197X-05",
        "{2015;2020}",
        "2022-00",
        "2022-37-01",
        "12022-01-01",
    ],
)
def test_what_is_no_value_is_refused(value):
    assert not edtf.is_valid(value)
    with pytest.raises(ValueError, match=r".+"):
        edtf.bounds(value)


def test_order_on_a_time_line_is_by_first_day_the_wider_first_and_years_before_christ_before_all():
    values = [
        "2022-02-04",
        "2022",
        "2021-12-31",
        "-0300",
        "2022-02",
        "../2021",
        "197X",
        "[2022-02-04,2022-02-11]",
    ]
    ordered = sorted(values, key=edtf.sort_key)
    assert ordered == [
        "-0300",
        "197X",
        "2021-12-31",
        "../2021",
        "2022",
        "2022-02",
        "[2022-02-04,2022-02-11]",
        "2022-02-04",
    ]


def test_the_two_oldest_of_years_before_christ_differ():
    assert edtf.sort_key("-0300") < edtf.sort_key("-0299") < edtf.sort_key("0000") < edtf.sort_key("0001")


def test_shortest_value_for_days():
    assert edtf.from_days(date(2020, 1, 1), date(2020, 12, 31)) == "2020"
    assert edtf.from_days(date(2020, 2, 1), date(2020, 2, 29)) == "2020-02"
    assert edtf.from_days(date(2020, 2, 1), date(2020, 3, 31)) == "2020-02/2020-03"
    assert edtf.from_days(date(2020, 2, 3), date(2020, 2, 9)) == "2020-02-03/2020-02-09"


def test_one_of_days_lists_few_and_spans_many():
    fridays = [date(2024, 5, 3) + timedelta(7 * week) for week in range(35)]
    assert edtf.one_of_days(fridays[:1]) == "2024-05-03"
    assert edtf.one_of_days(fridays[:3]) == "[2024-05-03,2024-05-10,2024-05-17]"
    assert edtf.one_of_days(fridays) == "[2024-05..2024-12]"
    assert edtf.one_of_days([date(2025, 5, 6) + timedelta(n) for n in range(4)]) == "[2025-05-06..2025-05-09]"
    assert edtf.one_of_days([date(2024, 1, 1) + timedelta(n) for n in range(366)]) == "2024"


def test_marks_go_on_dates_but_not_on_sets_or_seasons():
    assert edtf.with_mark("2020/2021", "~") == "2020~/2021~"
    assert edtf.with_mark("2023-21", "~") == "2023-21"
    assert edtf.with_mark("[2020,2021]", "?") == "[2020,2021]"
    assert edtf.without_marks("2020~/2021?") == "2020/2021"


@given(st.dates(), st.dates())
def test_from_days_covers_exactly_its_days(a, b):
    first, last = min(a, b), max(a, b)
    assert edtf.bounds(edtf.from_days(first, last)) == (first, last)


@given(st.lists(st.dates(date(1900, 1, 1), date(2100, 1, 1)), min_size=1, max_size=12, unique=True))
def test_one_of_days_contains_each_day(days):
    value = edtf.one_of_days(sorted(days))
    assert all(edtf.contains(value, day) for day in days)
