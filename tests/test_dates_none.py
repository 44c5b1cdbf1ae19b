"""What is no date, what is an impossible one, and what is only a duration or an hour."""

from __future__ import annotations

import pytest

from digest import find_dates
from digest.model import DateKind
from tests.dates import values

NO_DATES = [
    *(
        "وبحث مع أحد المسؤولين",
        "جائحة كوفيد-19",
        "الاجتماع الـ17",
        "المؤتمر العشرين",
        "قراءة 2 دقيقة",
        "بنسبة 25٪",
    ),
    *("10 مليارات", "الحرب العالمية الثانية", "لمدة 30 يوماً", "كل يوم جمعة", "سنوياً", "الساعة الثالثة ظهراً"),
    *(
        "الساعة 10:30",
        "ثورة 25 يناير",
        "ثورة يوليو",
        "مدينة السادس من أكتوبر",
        "صلاة الجمعة",
        "رجب طيب أردوغان",
    ),
    *("مارس الضغط على الحكومة", "فاز بنتيجة 3-1", "في 2000 مدرسة", "اليوم العالمي للصحافة", "الأمين العام"),
    *(
        "قبل ثلاثة أيام من الانتخابات",
        "الحد من التوتر",
        "باب المندب",
        "انزلقت لمسافة 140م",
        "حرب أكتوبر",
        "السنوات الأخيرة",
        "ومنذ ذلك الحين",
        "",
    ),
]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_left_alone(text):
    assert values(text, "2024-05-17") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("لمدة 30 يوماً", DateKind.DURATION),
        ("استغرقت يومين", DateKind.DURATION),
        ("سنوياً", DateKind.FREQUENCY),
        ("كل يوم جمعة", DateKind.FREQUENCY),
        ("الساعة 10:30 صباحاً", DateKind.CLOCK),
    ],
)
def test_durations_frequencies_and_clock_times_are_recognised_as_such(text, kind):
    assert [one.kind for one in find_dates(text, "2024-05-17")] == [kind]


@pytest.mark.parametrize(
    "text", ["31 فبراير 2020", "29 فبراير 2023", "32 مايو 2020", "31/4/2021", "31 صفر 1460 هـ"]
)
def test_an_impossible_date_has_a_warning_and_no_value(text):
    (one,) = find_dates(text, "2024-05-17")
    assert one.edtf is None
    assert one.warning


def test_a_weekday_that_contradicts_its_date_is_kept_with_a_warning():
    (one,) = find_dates("الخميس 17 مايو 2024")
    assert one.edtf == "2024-05-17"
    assert one.warning
    (one,) = find_dates("اليوم الخميس", "2024-05-17")
    assert one.edtf == "2024-05-17"
    assert one.warning


@pytest.mark.parametrize("text", ["عام 20245", "17/5/20244", "العدد 123456789", "12345/12/12345"])
def test_years_beyond_four_digits_are_none(text):
    assert values(text, "2024-05-17") == []
