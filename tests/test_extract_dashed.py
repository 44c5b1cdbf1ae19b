"""A headline with a dash in it, which may part a site's name or two places; one in two lines."""

from __future__ import annotations

import pytest

from tests.pages import BODY, HEADLINE, fields

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
    ],
)
@pytest.mark.parametrize("above", [(), ("أوراق الضفة", "الرئيسية", DATE)])
def test_a_line_that_ends_with_a_preposition_or_and_goes_on_in_the_next(
    above: tuple[str, ...], first: str, second: str
) -> None:
    found = fields(*above, first, second, "", *BODY)
    assert (found.headline.text, found.byline, found.dateline) == (f"{first} {second}", None, None)


@pytest.mark.parametrize("between", [("",), (DATE,)])
def test_what_stands_apart_or_dates_is_no_second_line(between: tuple[str, ...]) -> None:
    found = fields("الوزير يفتتح المعرض الدولي للكتاب في", *between, "محمد الصالح", "", *BODY)
    assert (found.headline.text, found.byline and found.byline.text) == (
        "الوزير يفتتح المعرض الدولي للكتاب في",
        "محمد الصالح",
    )
