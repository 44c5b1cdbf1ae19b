"""What a date counts from: a day, a set of days, a month, nothing, or the date told before it."""

from __future__ import annotations

import pytest

from digest import find_dates
from tests.dates import values


def test_without_a_reference_what_depends_on_it_is_unresolved():
    for text in ("اليوم الجمعة", "مارس الماضي", "قبل يومين", "الأسبوع المقبل", "في سبتمبر", "العام الماضي"):
        (one,) = find_dates(text)
        assert (one.edtf, one.relative) == (None, True), text


@pytest.mark.parametrize(
    ("text", "reference", "value"),
    [
        ("مارس الماضي", "2024-05", "2024-03"),
        ("اليوم", "[2022-02-04,2022-02-11,2022-02-18]", "[2022-02-04,2022-02-11,2022-02-18]"),
        ("أمس", "2022-02-04/2022-02-05", "[2022-02-03,2022-02-04]"),
        ("اليوم الجمعة", "[2024-05..2024-12]", "[2024-05..2024-12]"),
        ("العام الماضي", "2024", "2023"),
        ("العام المقبل", "2024-05/2024-06", "2025"),
        ("سبتمبر الماضي", "2024", "[2023-09,2024-09]"),
        ("أكتوبر الماضي", "[2024-09-28..2024-10-02]", "2023-10"),
        ("عام 2019", "../2022", "2019"),
        ("الأسبوع الماضي", "2024-05-17/2024-05-19", "2024-05-06/2024-05-12"),
    ],
)
def test_a_reference_may_be_a_set_an_interval_a_month_or_a_year(text, reference, value):
    assert values(text, reference) == [value]


@pytest.mark.parametrize("reference", ["../2022", "2022/..", "19XX", "2010/2020"])
def test_an_open_or_wide_reference_leaves_relative_dates_unresolved(reference):
    (one,) = find_dates("مارس الماضي", reference)
    assert (one.edtf, one.relative) == (None, True)


def test_a_reference_that_is_no_date_is_an_error():
    with pytest.raises(ValueError, match="EDTF"):
        find_dates("اليوم", "yesterday")


def test_a_following_day_counts_from_the_date_told_before():
    assert values("في 3 مايو 2020 وفي اليوم التالي", "2024-05-17") == ["2020-05-03", "2020-05-04"]
    assert values("في عام 2015 وفي اليوم التالي", "2024-05-17") == ["2015"]
    assert values("عام 2004 وفي العام التالي", "2024-05-17") == ["2004", "2005"]
