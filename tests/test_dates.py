"""Date expressions: what to get right, references that are not a day, bad input, rule examples."""

from __future__ import annotations

import re
from datetime import date, timedelta

import edtf as reference_library
import pytest

from digest import edtf, find_dates
from digest.model import DateKind, Grain
from digest.rules import default_rules

CASES = {
    "twin names are one date": [
        ("24 فبراير/شباط 2022", None, "2022-02-24"),
        ("20 شباط/ فبراير الجاري", "2022-02-04", "2022-02-20"),
        ("أكتوبر/تشرين الأول 2023", None, "2023-10"),
        ("نوفمبر/ تشرين الثاني المقبل", "2024-05-17", "2024-11"),
        ("24 يناير كانون الثاني 2016", None, "2016-01-24"),
        ("13 يوليو (تموز) 2015", None, "2015-07-13"),
    ],
    "every month set": [
        ("5 جويلية 1962", None, "1962-07-05"),
        ("20 غشت 1953", None, "1953-08-20"),
        ("18 دجنبر 2022", None, "2022-12-18"),
        ("فاتح ماي 2021", None, "2021-05-01"),
        ("3 يولية 2013", None, "2013-07-03"),
        ("3 يوليه 2013", None, "2013-07-03"),
        ("تمّوز 2006", None, "2006-07"),
        ("كانون 2 2020", None, "2020-01"),
        ("تشرين 1 2020", None, "2020-10"),
        ("شهر 9 2020", None, "2020-09"),
        ("الشهر التاسع من عام 2020", None, "2020-09"),
    ],
    "digits and separators": [
        ("١٧/٠٥/٢٠٢٤", None, "2024-05-17"),
        ("۱۷/۰۵/۲۰۲۴", None, "2024-05-17"),
        ("٢٠٢٤-٠٥-١٧", None, "2024-05-17"),
        ("17\u200f/5\u200f/2024", None, "2024-05-17"),
        ("17.05.2024", None, "2024-05-17"),
        ("عام 1914م", None, "1914"),
        ("عام 1441هـ", None, "2019-08-31/2020-08-19"),
    ],
    "numbers in words": [
        ("الحادي والعشرين من مايو 2024", None, "2024-05-21"),
        ("عام ألفين وسبعة وعشرين", None, "2027"),
        ("سنة ألف وتسعمائة وخمس وأربعين", None, "1945"),
        ("عام ألف وتسعمئة وثمانٍ وأربعين", None, "1948"),
        ("السادس من أكتوبر عام 1973", None, "1973-10-06"),
        ("يناير الثاني والعشرين، 2018", None, "2018-01-22"),
    ],
    "a weekday beside a deictic checks it": [
        ("-اليوم الجمعة-", "2024-05-17", "2024-05-17"),
        ("أول من أمس الأربعاء", "2024-05-17", "2024-05-15"),
        ("أمس الأول", "2024-05-17", "2024-05-15"),
        ("غداً الثلاثاء", "2024-05-20", "2024-05-21"),
        ("بعد غد الأحد", "2024-05-17", "2024-05-19"),
        ("مساء أمس (الخميس)", "2024-05-17", "2024-05-16"),
    ],
    "the press's adjectives": [
        ("سبتمبر الماضي", "2024-11-10", "2024-09"),
        ("سبتمبر الماضي", "2024-03-10", "2023-09"),
        ("مارس/آذار وأبريل/نيسان الماضيين", "2024-05-17", "2024-03/2024-04"),
        ("عامي 2020 و2021", None, "2020/2021"),
        ("عامي 2015 و2020", None, "{2015,2020}"),
        ("يومي 3 و4 مايو 2024", None, "2024-05-03/2024-05-04"),
        ("أيام 3 و4 و5 مايو 2020", None, "2020-05-03/2020-05-05"),
        ("اليومين المقبلين", "2024-05-17", "2024-05-18/2024-05-19"),
        ("يومي الخميس والجمعة المقبلين", "2024-05-20", "2024-05-23/2024-05-24"),
        ("الأربعاء الماضي", "2024-05-15", "2024-05-08"),
        ("الشهر المقبل", "2024-12-17", "2025-01"),
    ],
    "bare ones are guesses, marked": [
        ("في سبتمبر،", "2024-11-17", "2024-09?"),
        ("سيجتمعون في سبتمبر", "2024-11-17", "2025-09?"),
        ("فجر الأربعاء", "2024-05-17", "2024-05-15?"),
        ("الجمعة 17 مايو", "2024-06-01", "2024-05-17"),
        ("السبت 23", "2017-09-27", "2017-09-23"),
    ],
    "ranges": [
        ("من 4 إلى 22 هذا الشهر", "2022-02-01", "2022-02-04/2022-02-22"),
        ("19-20 نوفمبر 2016", None, "2016-11-19/2016-11-20"),
        ("بين 2014 و2018", None, "2014/2018"),
        ("بين عامي 2014 و2018", None, "2014/2018"),
        ("من الجمعة 11 حتى الثلاثاء 15", "2022-02-10", "2022-02-11/2022-02-15"),
        ("من ديسمبر 2019 إلى فبراير 2020", None, "2019-12/2020-02"),
        ("بين أكتوبر وديسمبر 2020", None, "2020-10/2020-12"),
        ("(1998-2004)", None, "1998/2004"),
        ("منذ عام 2014", None, "2014/.."),
        ("حتى عام 2030", None, "../2030"),
        ("بحلول عام 2022", None, "../2022"),
        ("قبل عام 2020", None, "../2019"),
        ("ابتداء من 1 يناير 2025", None, "2025-01-01/.."),
        ("2012 أو بعده", None, "2012/.."),
    ],
    "weeks, seasons, decades, parts": [
        ("الأسبوع المقبل", "2024-05-17", "2024-05-20/2024-05-26"),
        ("الربيع المقبل", "2022-12-30", "2023-21"),
        ("صيف 2023", None, "2023-22"),
        ("الربع الأول من 2016", None, "2016-33"),
        ("النصف الأول من عام 2020", None, "2020-40"),
        ("السبعينيات", None, "197X"),
        ("ثمانينيات القرن الماضي", "2020-01-01", "198X"),
        ("العقد الثاني من القرن العشرين", None, "191X"),
        ("القرن التاسع عشر", None, "18XX"),
        ("عام 300 قبل الميلاد", None, "-0299"),
        ("مطلع عام 2020", None, "2020~"),
        ("أواخر مايو 2020", None, "2020-05~"),
        ("بقية الشهر", "2024-05-17", "2024-05-17/2024-05-31"),
    ],
    "Hijri": [
        ("14-09-1432 هـ", None, "2011-08-14"),
        ("١٤٤٥/٩/١٥", None, "2024-03-25"),
        ("15 رمضان 1445 هـ", None, "2024-03-25"),
        ("1 محرم 1445", None, "2023-07-19"),
        ("شهر رمضان 1445", None, "2024-03-11/2024-04-09"),
        ("رمضان المقبل", "2024-05-17", "2025-03-01/2025-03-29"),
        ("19 ذي القعدة 1273 هـ/11 يوليو 1857", None, "1857-07-11"),
        ("9 ذو القعدة 1445هـ الموافق 17 مايو 2024م", None, "2024-05-17"),
        ("2024/5/17م الموافق 9/11/1445هـ", None, "2024-05-17"),
    ],
    "offsets keep the unit's grain": [
        ("قبل يومين", "2024-05-17", "2024-05-15"),
        ("بعد ثلاثة أسابيع", "2024-05-17", "2024-06-07"),
        ("قبل عامين", "2024-05-17", "2022"),
        ("بعد شهرين", "2024-05-17", "2024-07"),
        ("3 سنوات مضت", "2024-05-17", "2021"),
        ("قبل بضعة أشهر", "2024-05-17", "2024-02~"),
        ("بعد 10 أيام من الآن", "2024-05-17", "2024-05-27"),
    ],
    "clitics": [
        ("وفي 24 مايو 2020", None, "2020-05-24"),
        ("بالأمس", "2024-05-17", "2024-05-16"),
        ("للعام الماضي", "2024-05-17", "2023"),
        ("هالسنة", "2024-05-17", "2024"),
        ("لليوم الجمعة", "2024-05-17", "2024-05-17"),
    ],
    "counted in a period": [
        ("الثلاثاء الثالث من سبتمبر 2014", None, "2014-09-16"),
        ("الأحد الثاني من يناير 2000", None, "2000-01-02"),
        ("الأحد الأخير من مارس 2014", None, "2014-03-30"),
        ("آخر جمعة في رمضان 1434", None, "2013-08-02"),
        ("الثامن من الجاري", "2024-05-17", "2024-05-08"),
        ("في 28 الماضي", "2024-05-17", "2024-04-28"),
        ("آخر خمس سنوات", "2024-05-17", "2019/2023"),
        ("العقدين الماضيين", "2016-11-07", "1990/2009"),
        ("ثاني أيام عيد الأضحى 2024", None, "2024-06-17"),
        ("منذ نحو عامين", "2024-05-17", "2022~"),
        ("قبل أحد عشر يوما", "2024-05-17", "2024-05-06"),
    ],
    "spoken": [
        ("البارحة", "2024-05-17", "2024-05-16"),
        ("بكرا", "2024-05-17", "2024-05-18"),
        ("بعد بكرة", "2024-05-17", "2024-05-19"),
        ("الأسبوع الجاي", "2024-05-17", "2024-05-20/2024-05-26"),
        ("الشهر اللي فات", "2024-05-17", "2024-04"),
    ],
}
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


def values(text, reference=None):
    return [one.edtf for one in find_dates(text, reference) if one.edtf]


@pytest.mark.parametrize(("text", "reference", "value"), [case for cases in CASES.values() for case in cases])
def test_the_value_of_an_expression(text, reference, value):
    assert values(text, reference) == [value]


def test_the_reference_library_reads_a_value_of_every_shape():
    wanted = [value for cases in CASES.values() for _, _, value in cases]
    shapes = {re.sub(r"\d", "9", value): value for value in wanted}
    assert len(shapes) > 15
    for value in shapes.values():
        reference_library.parse_edtf(value)


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


def test_spans_are_of_the_original_text_without_the_particle():
    text = "وقال: في ٢٤ فبرايـر/شُباط ٢٠٢٢، وبالأمس"
    found = find_dates(text, "2022-03-01")
    assert [text[one.start : one.end] for one in found] == ["٢٤ فبرايـر/شُباط ٢٠٢٢", "الأمس"]
    assert [one.text for one in found] == ["٢٤ فبرايـر/شُباط ٢٠٢٢", "الأمس"]


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


def test_the_grain_is_kept():
    grains = {
        text: find_dates(text, "2024-05-17")[0].grain
        for text in ("الأسبوع الماضي", "مارس الماضي", "العقد الماضي")
    }
    assert grains == {"الأسبوع الماضي": Grain.WEEK, "مارس الماضي": Grain.MONTH, "العقد الماضي": Grain.DECADE}


@pytest.mark.parametrize("feast", default_rules().table("feasts")["feasts"], ids=lambda rule: rule["id"])
def test_every_feast_rule_holds_its_own_example_and_is_marked_as_outside_knowledge(feast):
    text, value = feast["example"]
    (one,) = find_dates(text)
    assert (one.edtf, one.outside) == (value, True)
    assert one.rule == "feast"


def test_every_month_name_is_read_with_a_day_and_a_year():
    table = default_rules().table("months")
    for number, names in table["gregorian"].items():
        for name in names:
            assert values(f"3 {name} 2021") == [f"2021-{int(number):02}-03"], name
    for number, names in table["hijri"].items():
        for name in names:
            (one,) = values(f"3 {name} 1442 هـ")
            assert values(f"3/{number}/1442 هـ") == [one], name
            assert edtf.bounds(one)[0] is not None


WORDS = default_rules().table("relative_dates")


def test_every_deictic_counts_its_days():
    for shift, phrases in WORDS["deictics"].items():
        for phrase in phrases:
            wanted = (date(2024, 5, 17) + timedelta(int(shift))).isoformat()
            assert values(phrase, "2024-05-17") == [wanted], phrase


def test_every_weekday_name_is_read_after_its_noun_and_every_adjective_moves_it():
    for number, names in WORDS["weekdays"].items():
        for name in names:
            (value,) = values(f"يوم ال{name}", "2024-05-17")
            assert date.fromisoformat(value.strip("?")).weekday() == int(number), name
    for sign, adjectives in WORDS["adjectives"].items():
        for adjective in adjectives:
            (value,) = values(f"الشهر ال{adjective}", "2024-05-17")
            assert value == f"2024-{5 + int(sign):02}", adjective
    for sign, adjectives in WORDS["spoken_adjectives"].items():
        for adjective in adjectives:
            assert values(f"الشهر اللي {adjective}", "2024-05-17") == [f"2024-{5 + int(sign):02}"], adjective


def test_every_unit_is_read_in_all_its_numbers():
    days_ago = {"day": 3, "week": 21}
    for unit, forms in WORDS["units"].items():
        if unit in ("quarter", "third", "half"):
            continue
        for form in forms["many"]:
            (one,) = find_dates(f"قبل ثلاثة {form}", "2024-05-17")
            if unit in days_ago:
                assert one.edtf == (date(2024, 5, 17) - timedelta(days_ago[unit])).isoformat()
            assert one.edtf, form
        for form in forms["two"]:
            assert len(values(f"قبل {form}", "2024-05-17")) == 1, form


def test_every_season_decade_and_part_is_read():
    for number, names in WORDS["seasons"].items():
        assert [values(f"{name} 2023") for name in names] == [[f"2023-{number}"]] * len(names)
    for tens, names in WORDS["decades"].items():
        assert [values(f"{name} القرن العشرين") for name in names] == [[f"19{int(tens) // 10}X"]] * len(names)
    for part in WORDS["parts"]:
        assert values(f"{part} عام 2020") == ["2020~"], part


def test_every_number_in_words_is_read_before_a_unit():
    for number, names in default_rules().table("numbers")["cardinals"].items():
        for name in names:
            wanted = str(2024 - int(number))
            assert values(f"قبل {name} عام", "2024-05-17") == [wanted.zfill(4)], name
