"""Whose a page is where nobody is credited: the line of its rights, its imprint, its account."""

from __future__ import annotations

import pytest

from digest.clean.fields.imprints import account_of, app_of, imprint_of
from digest.clean.fields.outlets import rights_holder
from tests.pages import BODY, HEADLINE, fields, fields_of_html

MENU = ("الأكثر قراءة", "افتتاح سوق جديدة", "حريق في مصنع للأخشاب", "")


@pytest.mark.parametrize(
    ("line", "holder"),
    [
        ("جميع الحقوق محفوظة © مرايا الساحل - جريدة حزب البحر التقدمي اللبناني", "مرايا الساحل"),
        ("© 2024 هيئة الموانئ. خاضعة لرقابة وزارة النقل والمواصلات", "هيئة الموانئ"),
        ("© 2024 مرايا الساحل | أسبوعية سياسية مستقلة جامعة", "مرايا الساحل"),
        ("مرايا الساحل © 2024 - كل الحقوق محفوظة - ص.ب 77 صيدا 3200", "مرايا الساحل"),
        ("مرايا الساحل - جميع الحقوق محفوظة", "مرايا الساحل"),
        ("جميع الحقوق محفوظة لصحيفة مرايا © 2023", "صحيفة مرايا"),
        ("تصميم وبرمجة شركة الرمال - جميع الحقوق محفوظة © مرايا الساحل", "مرايا الساحل"),
        ("جميع الحقوق محفوظة - تصميم شركة الرمال", None),
        ("جميع الحقوق محفوظة © 2023", None),
    ],
)
def test_who_holds_the_rights_whatever_else_the_line_says(line: str, holder: str | None) -> None:
    span = rights_holder(line)
    assert (span and line[span.start : span.end]) == holder
    found = fields(HEADLINE, "12 مايو 2024", *BODY, *MENU, line).source
    assert (found and found.text) == holder


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("يومية الضحى - تصدر عن مؤسسة الضحى للصحافة", "يومية الضحى"),
        ("الضحى، جريدة أسبوعية شاملة تصدر عن دار البحر", "الضحى"),
        ("الضحى: صحيفة مستقلة يصدرها اتحاد العمال", "الضحى"),
        ("جريدة الضحى تصدر عن دار البحر", "جريدة الضحى"),
        ("مرايا الساحل (مجلة شهرية صادرة عن جمعية الكتاب)", "مرايا الساحل"),
        ("تصدر جريدة الضحى عن دار البحر", "جريدة الضحى"),
        ("تصدر عن دار البحر", None),
        ("تصدر القرارات الجديدة عن دار البحر", None),
        ("رياضة - تصدر عن دار البحر", None),
        ("القاهرة - تصدر عن دار البحر", None),
        ("مجلة جديدة في العاصمة، تصدر عن دار البحر", None),
    ],
)
def test_an_imprint_names_the_paper(line: str, name: str | None) -> None:
    span = imprint_of(line)
    assert (span and line[span.start : span.end]) == name
    found = fields(HEADLINE, "12 مايو 2024", *BODY, *MENU, line, "الهاتف: 031 600").source
    assert (found and found.text) == name


@pytest.mark.parametrize(
    ("above", "name"),
    [("جريدة الضحى", "جريدة الضحى"), ("الضحى نيوز", "الضحى نيوز"), ("افتتاح سوق", None), ("رياضة", None)],
)
def test_an_imprint_may_stand_below_the_paper_s_name(above: str, name: str | None) -> None:
    lines = (HEADLINE, "12 مايو 2024", *BODY, *MENU, above, "تصدر عن دار البحر", "الهاتف: 031 600")
    found = fields(*lines).source
    assert (found and found.text) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("بلدية الساحل - الصفحة الرسمية", "بلدية الساحل"),
        ("بلدية الساحل | الحساب الرسمي", "بلدية الساحل"),
        ("جامعة الرمال (الصفحة الرسمية)", "جامعة الرمال"),
        ("الصفحة الرسمية لبلدية الساحل", "بلدية الساحل"),
        ("الصفحة الرسمية لـ بلدية الساحل", "بلدية الساحل"),
        ("القناة الرسمية: جامعة الرمال", "جامعة الرمال"),
        ("زوروا الصفحة الرسمية", None),
        ("تابعنا على - الصفحة الرسمية", None),
    ],
)
def test_an_account_s_line_says_who_posts(line: str, name: str | None) -> None:
    span = account_of(line)
    assert (span and line[span.start : span.end]) == name
    for above in ((), ("القائمة",), ("متابعة", "١٢ أيار الساعة ١:٠٥ م ·", "🌐")):
        found = fields(line, *above, "", *BODY, "أعجبني   تعليق   مشاركة")
        assert (found.source and found.source.text) == name
        assert found.byline is None
        if name:
            assert found.headline.derived
            assert fields(line, *above, HEADLINE, *BODY).headline.text == HEADLINE


def test_an_account_s_name_inside_a_text_is_none_of_its_fields() -> None:
    found = fields(HEADLINE, "12 مايو 2024", *BODY[:3], "بلدية الساحل - الصفحة الرسمية", BODY[3])
    assert found.source is None


@pytest.mark.parametrize("between", [("Comments are closed.",), ("شارك هذا الموضوع", "سياسة الخصوصية")])
def test_the_sign_and_a_name_end_a_page(between: tuple[str, ...]) -> None:
    found = fields(HEADLINE, "12 مايو 2024", *BODY, *between, "© مرايا الساحل للأخبار البحرية").source
    assert found
    assert found.text == "مرايا الساحل للأخبار البحرية"


def test_so_a_picture_is_credited_right_below_the_text() -> None:
    assert fields(HEADLINE, "12 مايو 2024", *BODY, "© سامي منصور").source is None
    assert fields(HEADLINE, "© مرايا الساحل", *BODY, "شارك هذا الموضوع", "سياسة الخصوصية").source is None


WEAK = (
    "جميع الحقوق محفوظة © مرايا الساحل",
    "يومية الضحى - تصدر عن دار البحر",
    "© دفاتر البحر",
)


@pytest.mark.parametrize("line", WEAK)
@pytest.mark.parametrize(
    ("above", "below", "source"),
    [
        (("القاهرة - رويترز",), (), "رويترز"),
        ((), ("المصدر: صوت الضفة",), "صوت الضفة"),
        ((), ("نقلا عن صوت الضفة",), "صوت الضفة"),
    ],
)
def test_a_credit_comes_before_such_a_line(
    line: str, above: tuple[str, ...], below: tuple[str, ...], source: str
) -> None:
    found = fields(HEADLINE, *above, *BODY, *below, *MENU, line).source
    assert found
    assert found.text == source


@pytest.mark.parametrize("line", WEAK[:2])
def test_a_sentence_of_the_text_names_no_outlet(line: str) -> None:
    told = f"وجاء في الكتاب: {line}، كما قال الناشر أمام الزوار في المعرض الدولي."
    assert fields(HEADLINE, "12 مايو 2024", *BODY[:2], told, *BODY[2:]).source is None


@pytest.mark.parametrize("item", ["كتب اليوم", "ندوات الآن", "معارض اليوم"])
@pytest.mark.parametrize("above", [(), ("تسجيل الدخول",)])
def test_what_a_menu_has_today_is_no_source(item: str, above: tuple[str, ...]) -> None:
    menu = (*above, item, "دور النشر", "جوائز الرواية", "ملفات", "صور")
    assert fields(*menu, HEADLINE, "12 مايو 2024", *BODY).source is None
    found = fields(*menu, HEADLINE, "12 مايو 2024", *BODY, "© 2024 مرايا الساحل").source
    assert found
    assert found.text == "مرايا الساحل"


def test_a_paper_called_so_stays_the_source() -> None:
    found = fields("المصري اليوم", "الرئيسية", "سياسة", HEADLINE, "12 مايو 2024", *BODY).source
    assert found
    assert found.text == "المصري اليوم"


COPIED = ("منقول عن: {}", "نقلاً عن {}", "المصدر: {}", "منقول من {}", "نقلا عن: {}")


@pytest.mark.parametrize("line", COPIED)
@pytest.mark.parametrize("agency", ["وكالة الرمال الخبرية", "صحيفة مرايا الساحل"])
def test_whom_a_text_was_copied_from_comes_before_the_site(line: str, agency: str) -> None:
    site = '<meta property="og:site_name" content="منتديات البحر">'
    page = fields_of_html(site, HEADLINE)
    assert page.source
    assert page.source.text == "منتديات البحر"
    for found in (
        fields_of_html(
            f"{site}<title>{HEADLINE} - منتديات البحر</title>", HEADLINE, *BODY, line.format(agency)
        ),
        fields("منتديات البحر", HEADLINE, "12 مايو 2024", *BODY, line.format(agency), "شكرا على الخبر"),
    ):
        assert found.source
        assert found.source.text == agency


def test_who_holds_the_rights_comes_before_an_item_of_a_menu_that_ends_the_title() -> None:
    head = f"<title>{HEADLINE} - شؤون المعارض</title>"
    menu = "<nav><a href=/1>دور النشر</a> <a href=/2>شؤون المعارض</a></nav>"
    found = fields_of_html(head, menu, HEADLINE, "12 مايو 2024", *BODY, "© 2024 هيئة الكتاب").source
    assert found
    assert found.text == "هيئة الكتاب"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("حمّل تطبيق مرايا   App Store   Google Play", "مرايا"),
        ("تصفح الأخبار عبر تطبيق مرايا الساحل على أندرويد - حمّل الآن", "مرايا الساحل"),
        ("تطبيق مرايا متاح على App Store", None),
        ("حمّل التطبيق من Google Play", None),
        ("حمّل تطبيق الهاتف من Google Play", None),
        ("حمّل تطبيق الأخبار App Store", None),
        ("تابعنا على تطبيق مرايا", None),
    ],
)
def test_an_app_is_named_like_its_outlet(line: str, name: str | None) -> None:
    span = app_of(line)
    if name or line.startswith("حم"):
        assert (span and line[span.start : span.end]) == name
        found = fields(HEADLINE, "12 مايو 2024", *BODY, *MENU, line, "من نحن - اتصل بنا").source
        assert (found and found.text) == name
    told = fields(HEADLINE, "12 مايو 2024", *BODY, *MENU, line, "© 2024 دفاتر البحر").source
    assert told
    assert told.text == "دفاتر البحر"


@pytest.mark.parametrize("above", [("تسجيل الدخول",), ("بحث", "تسجيل الدخول")])
def test_an_item_below_a_button_is_no_site_s_name(above: tuple[str, ...]) -> None:
    menu = (*above, "مباريات الأسبوع", "بطولة الخليج", "دوري الشباب", "ملفات")
    assert fields(*menu, HEADLINE, "12 مايو 2024", *BODY).source is None
    for site in (("", "مرايا البحر", "", *menu[-3:]), ("مرايا البحر", "الرئيسية", *menu[-3:])):
        found = fields(*above, *site, HEADLINE, "12 مايو 2024", *BODY).source
        assert found
        assert found.text == "مرايا البحر"


@pytest.mark.parametrize(
    "below", [("موقع إخباري ساحلي مستقل", "بحث", "رياضة"), ("كرة الشاطئ", "بطولة الخليج")]
)
def test_a_site_s_name_stands_below_a_link_that_skips_the_menu(below: tuple[str, ...]) -> None:
    found = fields("تجاوز إلى المحتوى الرئيسي", "مرايا", *below, HEADLINE, "12 مايو 2024", *BODY).source
    assert found
    assert found.text == "مرايا"


def test_a_name_in_the_article_s_language_comes_before_a_foreign_one() -> None:
    rights = "جميع الحقوق محفوظة لمنتديات البحر"
    for lines in (
        ("sahel.example", "وضع القراءة", HEADLINE, "12 مايو 2024", *BODY, rights),
        (HEADLINE, "12 مايو 2024", *BODY, "Copyright ©2000 - 2019, Waraq Enterprises Ltd.", rights),
    ):
        found = fields(*lines).source
        assert found
        assert found.text == "منتديات البحر"
    found = fields("CNN Arabic", HEADLINE, "12 مايو 2024", *BODY, "© 2024 Waraq Network").source
    assert found
    assert found.text == "CNN Arabic"


def test_an_account_s_owner_may_stand_above_it() -> None:
    found = fields("بلدية الساحل", "الصفحة الرسمية", "١٢ أيار الساعة ١:٠٥ م ·", *BODY)
    assert (found.source and found.source.text, found.headline.derived) == ("بلدية الساحل", True)
    person = fields("هدى الخطيب", "الصفحة الرسمية", *BODY).source
    assert person is None
