"""A headline with a dash in it, which may part a site's name or two places; one in two lines."""

from __future__ import annotations

import pytest

from digest.clean import clean_seed
from digest.extract import extract_fields
from digest.seeds import seed_from_bytes
from tests.pages import BODY, HEADLINE, clean, fields

DATE = "12 مايو 2024"
WHOLE = (
    "توسعة شارع الميناء - السوق القديم",
    "مباراة الاتحاد - الوحدة",
    "طريق نزوى - صلالة يعود إلى الخدمة",
    "افتتاح المرحلة الأولى من طريق نزوى - صلالة",
)


@pytest.mark.parametrize("headline", WHOLE)
@pytest.mark.parametrize("below", [(), ("الوحدة", "صلالة", "السوق القديم")])
def test_a_headline_with_a_dash_is_whole_where_no_such_name_is_on_the_page(
    headline: str, below: tuple[str, ...]
) -> None:
    assert fields("بلادنا", headline, DATE, *BODY, "الوسوم", *below).headline.text == headline


@pytest.mark.parametrize(
    ("above", "name", "below"),
    [
        (("مرايا الساحل",), "مرايا الساحل", ()),
        ((), "مرايا الساحل", ("© 2024 مرايا الساحل. جميع الحقوق محفوظة",)),
        ((), "موقع مرايا الساحل", ()),
        ((), "ثقافة", ()),
    ],
)
def test_a_name_that_the_page_shows_or_a_list_knows_is_cut(
    above: tuple[str, ...], name: str, below: tuple[str, ...]
) -> None:
    assert fields(*above, f"{HEADLINE} - {name}", DATE, *BODY, *below).headline.text == HEADLINE


def test_a_name_behind_a_stroke_needs_no_such_proof() -> None:
    assert fields(f"{HEADLINE} | مرايا الساحل", DATE, *BODY).headline.text == HEADLINE


@pytest.mark.parametrize("headline", ["فتح معبر رفح - غزة", "فتح طريق الرياض – الدمام"])
def test_a_short_headline_with_a_dash_is_no_writer_and_place(headline: str) -> None:
    found = fields("بلادنا", headline, DATE, *BODY)
    assert (found.headline.text, found.byline) == (headline, None)


MEETING = (
    "اجتمع الوزراء أمس الأحد في قصر المؤتمرات، وبحثوا ملفات الطاقة والمياه والنقل في جلسة استمرت خمس ساعات.",
    "وقال المنظمون إن الجلسة المقبلة تعقد في الخريف، وإن الدعوات توجه إلى خمس دول أخرى خلال أيام قليلة.",
)
UNTOLD = ("قمة الرياض - باريس", "ازدواجية شارع قريات - العامرات", "قطار الدار البيضاء - طنجة")


@pytest.mark.parametrize("headline", UNTOLD)
@pytest.mark.parametrize("above", [(), ("الرئيسية", "محليات", "رياضة")])
@pytest.mark.parametrize("below", [(), (DATE,)])
def test_a_short_headline_with_a_dash_needs_no_word_of_the_text(
    headline: str, above: tuple[str, ...], below: tuple[str, ...]
) -> None:
    found = fields(*above, headline, *below, *MEETING)
    assert (found.headline.text, found.byline, found.dateline) == (headline, None, None)


@pytest.mark.parametrize("site", ["", " | مرايا الساحل", " - صحيفة الساحل"])
def test_a_title_between_two_places_is_no_sites_name(site: str) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in MEETING)
    page = f"<head><title>قمة الرياض - باريس{site}</title></head>{paragraphs}"
    found = extract_fields(clean_seed(seed_from_bytes(page.encode(), "a.html"))).headline
    assert (found.text, found.derived) == ("قمة الرياض - باريس", False)


@pytest.mark.parametrize("line", ["القاهرة - مكتب الجريدة", "صحيفة الساحل - الرياض", "ثقافة - فنون"])
def test_credits_with_a_dash_are_no_headline(line: str) -> None:
    assert fields(line, *MEETING).headline.derived


def test_a_writer_and_a_place_below_a_headline_of_one_word_are_no_headline() -> None:
    found = fields("هدنة", "كريم نهاد الحداد - الدمام", DATE, *BODY)
    assert (found.headline.text, found.byline and found.byline.text) == ("هدنة", "كريم نهاد الحداد")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("الوزير يفتتح المعرض الدولي للكتاب في", "العاصمة"),
        ("دور النشر تعرض مليون كتاب على", "زوار المعرض الدولي"),
        ("مئة دار نشر جاءت إلى العاصمة من", "عشرين دولة"),
        ("حين تصير الرفوف بيتا و", "ملجأ لكل العابرين"),
        ("الوزير يفتتح المعرض الدولي للكتاب بمشاركة", "دور النشر من عشرين دولة"),
        ("الوزير يفتتح المعرض الأكبر منذ خمس", "سنوات في العاصمة"),
    ],
)
@pytest.mark.parametrize("above", [(), ("أوراق الضفة", "الرئيسية", DATE)])
def test_a_line_that_ends_with_a_preposition_or_and_goes_on_in_the_next(
    above: tuple[str, ...], first: str, second: str
) -> None:
    found = fields(*above, first, second, "", *BODY)
    assert (found.headline.text, found.byline, found.dateline) == (f"{first} {second}", None, None)


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("افتتاح معرض دولي للكتاب", "في العاصمة بمشاركة عشرين دولة"),
        ("ندوات يومية للكتاب والشعراء", "بمشاركة عشرين دولة"),
        ("الوزير يفتتح المعرض الأكبر منذ خمس", "سنوات في قاعة منفصلة"),
    ],
)
def test_a_headline_that_goes_on_with_a_preposition_is_one(first: str, second: str, gap: str) -> None:
    found = extract_fields(clean("\n\n".join((f"{first}\n{gap}{second}", *BODY))))
    assert found.headline.text == f"{first} {second}"


@pytest.mark.parametrize(
    ("above", "headline"),
    [
        ("الوزير يفتتح المعرض الدولي", "في العاصمة.. عشرون دولة تعرض مليون كتاب"),
        ("افتتاح معرض دولي للكتاب", "في العاصمة يفتتح الوزير المعرض الدولي للكتاب"),
        ("أخبار الطقس والسياحة", "في المعرض الدولي مليون كتاب من عشرين دولة"),
    ],
)
def test_a_headline_that_begins_with_a_preposition_is_whole(above: str, headline: str) -> None:
    assert extract_fields(clean("\n\n".join((above, headline, *BODY)))).headline.text != f"{above} {headline}"


@pytest.mark.parametrize("between", [("",), (DATE,)])
def test_what_stands_apart_or_dates_is_no_second_line(between: tuple[str, ...]) -> None:
    found = fields("الوزير يفتتح المعرض الدولي للكتاب في", *between, "محمد الصالح", "", *BODY)
    assert (found.headline.text, found.byline and found.byline.text) == (
        "الوزير يفتتح المعرض الدولي للكتاب في",
        "محمد الصالح",
    )


@pytest.mark.parametrize("headline", ["بيروت: «القطار» وصل!", "غزة - «الهلال» يفوز", "بغداد: «النسر» يفوز"])
def test_a_place_before_quoted_words_and_more_is_a_headline(headline: str) -> None:
    found = fields(headline, "5 مارس 2024", *BODY)
    assert (found.headline.text, found.source, found.dateline) == (headline, None, None)


def test_a_short_headline_in_two_lines_that_nothing_tells_is_one() -> None:
    found = fields("حدائق عامة جديدة\nفي ضواحي مدينة السلط", *BODY)
    assert found.headline.text == "حدائق عامة جديدة في ضواحي مدينة السلط"
