"""Fields: the stated publication date, of lines, openings, stamps and clocks."""

from __future__ import annotations

import pytest

from digest.clean import clean_seed
from digest.clean.fields.datelines import read_stamp
from digest.seeds import seed_from_bytes
from digest.sentences import split_document
from tests.pages import BODY, HEADLINE, fields


def test_a_day_in_the_opening_stays_in_the_text_as_evidence() -> None:
    lead = f"دبي 9 يناير (رويترز) - {BODY[0]}"
    document = clean_seed(seed_from_bytes("\n".join((HEADLINE, lead, *BODY[1:])).encode(), "a.txt"))
    assert split_document(document)[0].text.startswith("دبي 9 يناير")


@pytest.mark.parametrize(
    "line",
    [
        "الساعة الآن 14:35 الثلاثاء 12 مارس 2024",
        "توقيت مكة 14:35 - الثلاثاء 12 مارس 2024",
        "تاريخ اليوم: 12/3/2024",
        "اليوم: الاثنين 11 مارس 2024",
    ],
)
def test_what_day_it_is_for_a_reader_is_no_date_of_the_article(line: str) -> None:
    found = fields(line, "الرئيسية", "سياسة", "اقتصاد", HEADLINE, *BODY)
    assert (found.stated_date, found.source) == (None, None)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("24 نيسان / أبريل 2020 09:22 مساءً", "2020-04-24"),
        ("٠٢:٠٠ الثلاثاء ١ / ١٢ / ٢٠٢٠", "2020-12-01"),
        ("8 فيفري 2019", "2019-02-08"),
        ("GMT 17:27 17.03.2020(محدثة 18:00)", "2020-03-17"),
        ("11 شوال 1441هـ - 03 يونيو 2020م", "2020-06-03"),
        ("تاريخ النشر: 15th, January 2024", "2024-01-15"),
        ("نشر في : 24 جويلية 2015 (15:42)", "2015-07-24"),
        ("الأربعاء 22 يوليوز 2015 - 10:30", "2015-07-22"),
        ("2024-04-13 21:24:33", "2024-04-13"),
        ("7/26/2015", "2015-07-26"),
        ("26/7/2015", "2015-07-26"),
        ("Jan 5, 2021", "2021-01-05"),
        ("11 شوال 1441هـ", "2020-06-03~"),
        ("١٤٤٥/٠٧/٠٩ الأحد", "2024-01-21~"),
        ("8:02 ص, الإثنين, 27 مايو 24", "2024-05-27"),
        ("21-01-24 08:15", "2024-01-21"),
        ("تم النشر في 05.03.24", "2024-03-05"),
        ("آخر تحديث: 9/10/2024 10:15 (توقيت مكة)", "2024-10-09"),
        ("الاثنين 11 من مارس 2013م", "2013-03-11"),
        ("الخميس، 5 من شهر مايو عام 2016م", "2016-05-05"),
        ("الأحد 14 من أكتوبر 2012م - الموافق لـ 28 من ذي القعدة 1433هـ", "2012-10-14"),
        ("28 ربيع الثاني 1434هـ الموافق 11 مارس 2013م العدد (10813) السنة الـ 43", "2013-03-11"),
        ("السنة التاسعة والثلاثون - العدد 9876 - السبت 18 يوليو 2015", "2015-07-18"),
        ("السنة الثانية عشرة - العدد 3402 - الأحد 14 أكتوبر 2012", "2012-10-14"),
        ("نشر في ضفة نت يوم 12 جانفي 2026 ( 11:08)", "2026-01-12"),
        ("نشر في ضفة نت 12/01/2026", "2026-01-12"),
        ("تم النشر في جريدة الضفة الجديدة بتاريخ 3 مارس 2020", "2020-03-03"),
        ("نُشرت على موقع ضفاف يوم 14 - 02 - 2011", "2011-02-14"),
        ("أضيف في قسم ثقافة وفنون: 05-06-2014 10:33", "2014-06-05"),
    ],
)
def test_date_lines(line: str, day: str) -> None:
    found = fields(HEADLINE, line, *BODY)
    assert found.stated_date
    assert found.stated_date.text == day
    assert found.stated_date.span


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("[12/10/2011 3:20:11 PM]", "2011-12-10"),
        ("4/3/2012 11:05:59 AM", "2012-04-03"),
        ("22/10/2011 3:20:11 PM", "2011-10-22"),
        ("12/10/2011 03:20 PM", "2011-10-12"),
        ("12/10/2011 15:20:11", "2011-10-12"),
    ],
)
def test_the_month_comes_first_beside_a_clock_as_america_writes_it(line: str, day: str) -> None:
    found = fields(HEADLINE, line, *BODY).stated_date
    assert (found and found.text) == day


@pytest.mark.parametrize("label", ["تاريخ آخر تعديل", "تاريخ التحديث", "تاريخ آخر تحديث للصفحة"])
def test_the_day_of_a_change_is_not_that_of_the_publication(label: str) -> None:
    found = fields(HEADLINE, "16/04/2019", *BODY, f"{label}: 22/12/2020 9:14 ص").stated_date
    assert (found and found.text) == "2019-04-16"


TAGS = "كلمات مفتاحية: المعرض, الكتاب, العاصمة"
TITLES = ("مختارات", "حافلات جديدة تدخل الخدمة في الضواحي", "من يرمم السوق القديم في المرفأ؟")


@pytest.mark.parametrize("between", [(), ("مواضيع ثقافة وفنون, كتب",)])
def test_a_labelled_day_above_the_keywords_is_the_articles(between: tuple[str, ...]) -> None:
    found = fields(HEADLINE, *BODY, *TITLES, "تاريخ 11.03.2014", *between, TAGS).stated_date
    assert (found and found.text) == "2014-03-11"


@pytest.mark.parametrize("below", [("تاريخ 11.03.2014",), ("11.03.2014", TAGS)])
def test_other_days_below_titles_are_theirs(below: tuple[str, ...]) -> None:
    assert fields(HEADLINE, *BODY, *TITLES, *below).stated_date is None


@pytest.mark.parametrize(
    "line",
    [
        "10:15",
        "30/02/2020",
        "1100 (GMT+04:00) - 08/09/09",
        "الأحد",
        "قبل 3 ساعات",
        "اليوم: الأحد",
        "27 مايو 24",
    ],
)
def test_lines_that_state_no_day(line: str) -> None:
    assert fields(HEADLINE, line, *BODY).stated_date is None


def test_the_clock_of_a_page_is_not_the_publication_date() -> None:
    menu = ["الرئيسية", "سياسة", "رياضة", "اقتصاد", "ثقافة", "فن"]
    assert fields("الأحد، 24 مايو 2020 09:56 ص", *menu, HEADLINE, *BODY).stated_date is None
    found = fields("الأحد، 24 مايو 2020 09:56 ص", *menu, HEADLINE, "23 مايو 2020", *BODY)
    assert found.stated_date
    assert found.stated_date.text == "2020-05-23"


def test_dates_of_other_articles_are_not_taken() -> None:
    assert fields(HEADLINE, *BODY, "اقرأ أيضا", "خبر آخر عن موضوع آخر", "21 مايو 2020").stated_date is None


def test_a_labelled_date_wins() -> None:
    found = fields(HEADLINE, "22 مايو 2020", "تاريخ النشر: 20 مايو 2020", *BODY)
    assert found.stated_date
    assert (found.stated_date.text, found.stated_date.rule) == ("2020-05-20", "date.labelled")


def test_stamps_have_labels() -> None:
    stamp = read_stamp("آخر تحديث: 24 مايو 2020 10:15")
    assert stamp
    assert (stamp.edtf, stamp.updated, stamp.published, stamp.clock) == ("2020-05-24", True, False, True)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ((HEADLINE, "202301:28 10:12", *BODY), "2023-01-28"),
        ((HEADLINE, "28 يناير 202310:12", *BODY), "2023-01-28"),
        ((HEADLINE, "سبت, 02/11/2023 - 10:30", *BODY), "2023-02-11"),
        ((HEADLINE, "الخميس 02/11/2023", *BODY), "2023-11-02"),
        ((HEADLINE, "الأحد 02/11/2023", *BODY), "2023-11-02"),
        ((HEADLINE, "by محمد الصالح", "يونيو 18, 2024 in اقتصاد", *BODY), "2024-06-18"),
        (("البصرة / واع / 7-3-2023", HEADLINE, *BODY), "2023-03-07"),
        ((HEADLINE, "بنغازي 02 أكتوبر 2023 (الأنباء الليبية) -", *BODY), "2023-10-02"),
    ],
)
def test_stamps_of_templates_and_agencies(lines: tuple[str, ...], day: str) -> None:
    found = fields(*lines)
    assert found.stated_date
    assert found.stated_date.text == day


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("الكويت - 24 - 4 (كونا) -- ", "الكويت"),
        ("الشارقة في 14 مارس / وام / ", "الشارقة"),
        ("عمان في 3/5 (بترا) - ", "عمان"),
    ],
)
def test_a_dateline_with_a_day_and_no_year(opening: str, place: str) -> None:
    found = fields(HEADLINE, opening + BODY[0], *BODY[1:])
    assert found.dateline
    assert found.dateline.text == place
    assert found.stated_date is None


@pytest.mark.parametrize(
    "line",
    [
        "نشر في باريس كتاب جديد 5 مارس 2020",
        "نشر في باريس كتاب جديد للكاتب سامي منصور يوم 5 مارس 2020",
        "نشر سامي منصور كتابا جديدا في 5 مارس 2020",
        "نشر في جريدة الضفة",
        "صدر في نواكشوط بتاريخ 14 جمادى الأولى 1440",
        "اختير 11 من 20 مرشحا في مارس 2013",
        "السنة الثالثة والأربعون",
    ],
)
def test_lines_that_tell_of_something_are_no_dates(line: str) -> None:
    assert read_stamp(line) is None
