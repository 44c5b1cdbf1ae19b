"""Fields: lines of an outlet and a writer with strokes between them, and what stands above and below."""

from __future__ import annotations

import pytest

from tests.pages import BODY, HEADLINE, fields

MENU = ("صحيفة الرفوف", "سياسة", "ثقافة", "رياضة")
APART = "رفوف جديدة تنتظر من يعود إليها قبل الشتاء"
"""A headline that shares no word with the body."""
DATE = "12 مايو 2024"


@pytest.mark.parametrize("outlet", ["RUFOOF / ", "RUFOOF - ", "رفوف / "])
def test_a_writer_behind_an_outlet_whose_name_the_body_has_is_no_headline(outlet: str) -> None:
    told = "وقال سامي حداد إن القاعة التي تضم الكتب النادرة ستبقى مفتوحة حتى مساء كل يوم."
    found = fields(*MENU, APART, f"{outlet}سامي منصور", f"{DATE} 21:17", *BODY, told)
    assert (found.headline.text, found.byline and found.byline.text) == (APART, "سامي منصور")


def test_a_headline_with_a_stroke_and_a_name_is_one_where_no_title_stands_above() -> None:
    title = "الكتاب / سامي منصور"
    assert fields(*MENU, title, DATE, *BODY).headline.text == title


@pytest.mark.parametrize("credit", ["صحيفة الرفوف - سامي منصور", "صحيفة الرفوف - رهوان منصور"])
def test_a_caption_below_credit_and_date_is_no_headline(credit: str) -> None:
    caption = "وزير الثقافة خلال افتتاح المعرض الدولي للكتاب"
    assert fields(*MENU, APART, credit, DATE, caption, *BODY).headline.text == APART


@pytest.mark.parametrize(
    ("line", "writer", "place"),
    [
        ("رويترز - رهوان منصور", "رهوان منصور", None),
        ("رويترز - زرهون راهية", None, "زرهون راهية"),
        ("رويترز - سانت كريم", None, "سانت كريم"),
    ],
)
def test_two_words_behind_an_agency_that_end_with_a_given_name_are_a_writer(
    line: str, writer: str | None, place: str | None
) -> None:
    found = fields(HEADLINE, line, DATE, *BODY)
    assert found.byline == writer or (found.byline and found.byline.text == writer)
    assert found.dateline == place or (found.dateline and found.dateline.text == place)


@pytest.mark.parametrize(
    "line", ["بواسطة سامي منصور - شاعر وناقد | أول الصيف | حوارات", f"بواسطة سامي منصور | {DATE}"]
)
def test_a_title_above_its_writer_is_the_headline_though_a_box_stands_above_it(line: str) -> None:
    latest = (
        "المقالات الأخيرة",
        "حين تصير الرفوف بيتا لكل العابرين",
        "أرشيف قديم للرفوف",
        "المزيد من المقالات",
    )
    title = "أمين مكتبة الرفوف: لسنا حراسا على الغبار"
    found = fields(*MENU, *latest, title, line, *BODY)
    assert (found.headline.text, found.byline and found.byline.text) == (title, "سامي منصور")
