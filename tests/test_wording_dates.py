"""EDTF values in words, both languages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest import edtf
from digest.wording.dates import date_in_words, month_name, weekday_name

SAID = [
    ("2024-05-17", "17 مايو/أيار 2024", "17 May 2024"),
    ("2024-05", "مايو/أيار 2024", "May 2024"),
    ("2024", "2024", "2024"),
    (
        "[2022-02-04,2022-02-11,2022-02-18]",
        "أحد أيام الجمعة 4 أو 11 أو 18 فبراير/شباط 2022",
        "one of the Fridays 4, 11 or 18 February 2022",
    ),
    (
        "[2024-05-03,2024-06-07]",
        "أحد أيام الجمعة 3 مايو/أيار أو 7 يونيو/حزيران 2024",
        "one of the Fridays 3 May or 7 June 2024",
    ),
    ("[2022-02-03,2022-02-04]", "3 أو 4 فبراير/شباط 2022", "3 or 4 February 2022"),
    (
        "[2023-12-31,2024-01-01]",
        "31 ديسمبر/كانون الأول 2023 أو 1 يناير/كانون الثاني 2024",
        "31 December 2023 or 1 January 2024",
    ),
    ("[2023-03,2024-03]", "مارس/آذار 2023 أو مارس/آذار 2024", "March 2023 or March 2024"),
    (
        "[2020-10..2020-12]",
        "بين أكتوبر/تشرين الأول وديسمبر/كانون الأول 2020",
        "between October and December 2020",
    ),
    ("[2024-05..2025-02]", "بين مايو/أيار 2024 وفبراير/شباط 2025", "between May 2024 and February 2025"),
    ("[2025-05-06..2025-05-09]", "بين 6 و9 مايو/أيار 2025", "between 6 and 9 May 2025"),
    ("2020-10/2020-12", "من أكتوبر/تشرين الأول إلى ديسمبر/كانون الأول 2020", "October to December 2020"),
    ("2013-02-04/2013-02-10", "من 4 إلى 10 فبراير/شباط 2013", "4 to 10 February 2013"),
    (
        "2020-11-30/2021-02-02",
        "من 30 نوفمبر/تشرين الثاني 2020 إلى 2 فبراير/شباط 2021",
        "30 November 2020 to 2 February 2021",
    ),
    ("2020/2021", "2020 و2021", "2020 and 2021"),
    ("2024-03/2024-04", "مارس/آذار وأبريل/نيسان 2024", "March and April 2024"),
    ("{2015,2020}", "2015 و2020", "2015 and 2020"),
    ("../2022", "عام 2022 أو قبله", "2022 or before"),
    ("../20XX", "القرن الحادي والعشرون أو قبله", "the 21st century or before"),
    ("../197X", "سبعينيات القرن العشرين أو قبلها", "the 1970s or before"),
    ("2022-02-24/..", "ابتداءً من 24 فبراير/شباط 2022", "from 24 February 2022 on"),
    ("20XX/..", "ابتداءً من القرن الحادي والعشرين", "from the 21st century on"),
    ("2023-21", "ربيع 2023", "spring 2023"),
    ("2016-33", "الربع الأول من عام 2016", "the first quarter of 2016"),
    ("2020-40", "النصف الأول من عام 2020", "the first half of 2020"),
    ("197X", "سبعينيات القرن العشرين", "the 1970s"),
    ("200X", "العقد الأول من القرن الحادي والعشرين", "the 2000s"),
    ("20XX", "القرن الحادي والعشرون", "the 21st century"),
    ("1857~", "نحو عام 1857", "about 1857"),
    ("20XX~", "نحو القرن الحادي والعشرين", "about the 21st century"),
    ("2024-05?", "مايو/أيار 2024 على الأرجح", "probably May 2024"),
    ("-0300", "301 ق.م", "301 BC"),
]


@pytest.mark.parametrize(("value", "arabic", "english"), SAID)
def test_a_value_in_words(value, arabic, english):
    assert date_in_words(value, "ar") == arabic
    assert date_in_words(value, "en") == english


def test_the_weekday_is_named_when_asked_and_a_day_is_known():
    assert date_in_words("2024-05-17", "ar", weekday=True) == "الجمعة 17 مايو/أيار 2024"
    assert date_in_words("2024-05-17", "en", weekday=True) == "Friday 17 May 2024"
    assert date_in_words("2024-05", "en", weekday=True) == "May 2024"


def test_an_unknown_date_is_said_to_be_unknown():
    assert date_in_words(None, "ar") == "غير معروف"
    assert date_in_words(None, "en") == "unknown"


def test_what_is_not_edtf_is_an_error():
    with pytest.raises(ValueError, match="EDTF"):
        date_in_words("next week", "en")


def test_names_of_months_and_weekdays():
    assert [month_name(number, "ar") for number in (1, 8)] == ["يناير/كانون الثاني", "أغسطس/آب"]
    assert weekday_name(4, "ar") == "الجمعة"


values = st.builds(
    lambda a, b, form: form(min(a, b), max(a, b)),
    st.dates(date(1000, 1, 1)),
    st.dates(date(1000, 1, 1)),
    st.sampled_from(
        [
            lambda a, _: a.isoformat(),
            lambda a, _: a.isoformat()[:7] + "~",
            edtf.from_days,
            lambda a, b: edtf.one_of([a.isoformat(), b.isoformat()]),
            lambda a, b: f"[{a.isoformat()[:7]}..{b.isoformat()[:7]}]",
            lambda a, _: f"{a.isoformat()}/..",
            lambda _, b: f"../{b.isoformat()[:4]}?",
        ]
    ),
)


@given(values, st.sampled_from(["ar", "en"]))
def test_any_value_is_said_without_edtf_or_templates_left_in_it(value, language):
    said = date_in_words(value, language)
    assert said.strip() == said
    assert not set("{}[]~?XT") & set(said.replace("Thursday", "").replace("Tuesday", ""))
    assert ".." not in said
    assert value[:4].strip("[./")[:4] in said or value[:4].startswith(("[", ".")) or int(value[:4]) > 0


@pytest.mark.parametrize(
    ("value", "english", "arabic"),
    [
        ("2026~/..", "from about 2026 on", "ابتداءً من نحو عام 2026"),
        ("2026-05~/..", "from about May 2026 on", "ابتداءً من نحو مايو/أيار 2026"),
        ("2026/..", "from 2026 on", "ابتداءً من 2026"),
    ],
)
def test_what_is_not_exact_in_an_open_interval_is_its_beginning(
    value: str, english: str, arabic: str
) -> None:
    assert date_in_words(value, "en") == english
    assert date_in_words(value, "ar") == arabic
