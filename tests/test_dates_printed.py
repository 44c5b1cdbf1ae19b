"""A random day is found in every form in which one is printed, and is that day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from digest import edtf, find_dates
from digest.dates import calendars
from digest.rules import default_rules
from digest.wording.dates import date_in_words
from tests.dates import values

MONTHS = default_rules().table("months")
WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
UNITS = [
    "",
    "الأول",
    "الثاني",
    "الثالث",
    "الرابع",
    "الخامس",
    "السادس",
    "السابع",
    "الثامن",
    "التاسع",
    "العاشر",
]
TEENS = ["الحادي", *UNITS[2:10]]
ONES = ["", "واحد", "اثنين", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]
TENS = ["", "عشرة", "عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"]
HUNDREDS = ["", "مئة", "مئتين", "ثلاثمائة", "أربعمئة", "خمسمائة", "ستمئة", "سبعمائة", "ثمانمئة", "تسعمائة"]
ARABIC_DIGITS, PERSIAN_DIGITS = (
    str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"),
    str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"),
)
days = st.dates(date(1900, 1, 1), date(2099, 12, 31))
relaxed = settings(deadline=None, max_examples=100)


def ordinal(number: int) -> str:
    if number <= 10:
        return UNITS[number]
    if number < 20:
        return f"{TEENS[number - 11]} عشر"
    ten = "العشرين" if number < 30 else "الثلاثين"
    one = number % 10
    return ten if not one else f"{TEENS[one - 1]} و{ten}"


def worded(number: int) -> str:
    """A year in words, in the genitive."""
    thousands, rest = divmod(number, 1000)
    hundreds, rest = divmod(rest, 100)
    parts = [["", "ألف", "ألفين"][thousands], HUNDREDS[hundreds]]
    if 11 <= rest <= 19:
        first = ["أحد", "اثني", *ONES[3:]][rest - 11]
        parts.append(f"{first} عشر")
    else:
        parts += [ONES[rest % 10], TENS[rest // 10]]
    return " و".join(part for part in parts if part)


def names_of(month: int, calendar: str = "gregorian") -> list[str]:
    return MONTHS[calendar][str(month)]


def contains(text: str, day: date, reference: str | None = None) -> bool:
    found = values(text, reference)
    return len(found) == 1 and edtf.contains(edtf.without_marks(found[0]), day)


@relaxed
@given(days, st.data())
def test_a_day_printed_in_any_gregorian_form_is_found(day, data):
    name = data.draw(st.sampled_from(names_of(day.month)))
    year = data.draw(
        st.sampled_from(
            [str(day.year), f"عام {day.year}", f"سنة {day.year}", f"عام {worded(day.year)}", f"{day.year}م"]
        )
    )
    number = data.draw(
        st.sampled_from(
            [str(day.day), f"{day.day:02}", f"{ordinal(day.day)} من", f"{ordinal(day.day)} من شهر"]
        )
    )
    weekday = data.draw(
        st.sampled_from(
            [
                "",
                f"{WEEKDAYS[day.weekday()]} ",
                f"يوم {WEEKDAYS[day.weekday()]} ",
                f"{WEEKDAYS[day.weekday()]} الموافق ",
            ]
        )
    )
    digits = data.draw(st.sampled_from([{}, ARABIC_DIGITS, PERSIAN_DIGITS]))
    text = f"{weekday}{number} {name} {year}".translate(digits)
    (one,) = find_dates(text)
    assert (one.edtf, one.warning) == (day.isoformat(), None), text


@relaxed
@given(days, st.data())
def test_a_day_printed_with_twin_names_is_one_date(day, data):
    first, second = (data.draw(st.sampled_from(names_of(day.month))) for _ in range(2))
    joint = data.draw(st.sampled_from(["/", " / ", "/ ", " (", " "]))
    closing = ")" if joint == " (" else ""
    assert contains(f"{day.day} {first}{joint}{second}{closing} {day.year}", day)


@relaxed
@given(
    days,
    st.sampled_from(["/", "-", "."]),
    st.booleans(),
    st.sampled_from([{}, ARABIC_DIGITS, PERSIAN_DIGITS]),
)
def test_a_numeric_day_is_found(day, separator, year_first, digits):
    parts = [f"{day.year:04}", f"{day.month:02}", f"{day.day:02}"]
    text = separator.join(parts if year_first else parts[::-1]).translate(digits)
    assert contains(f"في {text}", day)


@relaxed
@given(st.dates(date(1925, 1, 1), date(2076, 12, 31)), st.data())
def test_a_hijri_day_is_found(day, data):
    year, month, number = calendars.to_hijri(day)
    name = data.draw(st.sampled_from(names_of(month, "hijri")))
    form = data.draw(
        st.sampled_from(
            [
                "{n} {m} {y} هـ",
                "{o} من {m} {y}هـ",
                "{n}/{k}/{y} هـ",
                "{n} {m} عام {y} للهجرة",
                "{n} {m} {y} هـ الموافق {g}",
            ]
        )
    )
    gregorian = f"{day.day}/{day.month}/{day.year}م"
    text = form.format(n=number, m=name, y=year, o=ordinal(number), k=month, g=gregorian)
    assert contains(text, day), text


@relaxed
@given(days)
def test_what_the_site_prints_is_read_back(day):
    assert contains(date_in_words(day.isoformat(), "ar", weekday=True), day)


@relaxed
@given(days, st.integers(-2, 2))
def test_deictics_with_their_weekday(day, shift):
    words = {-2: "أول من أمس", -1: "أمس", 0: "اليوم", 1: "غداً", 2: "بعد غد"}
    told = day + timedelta(shift)
    assert contains(f"{words[shift]} {WEEKDAYS[told.weekday()]}", told, day.isoformat())


@relaxed
@given(days, st.integers(0, 6))
def test_last_and_next_weekdays_are_within_the_week(day, weekday):
    for adjective, sign in (("الماضي", -1), ("المقبل", 1)):
        (one,) = find_dates(f"{WEEKDAYS[weekday]} {adjective}", day)
        told = date.fromisoformat(one.edtf)
        assert told.weekday() == weekday
        assert 1 <= (told - day).days * sign <= 7
