"""Recipes, instructions, programmes, prices, results: short lines below headings are the article's text."""

from __future__ import annotations

import pytest

from digest.errors import SeedError
from digest.extract import extract_fields
from tests.pages import BODY, HEADLINE, clean, kinds, page

TITLE = "قارب صغير من الورق والقماش"
NEEDED = ("4 أوراق ملونة", "قطعة قماش", "مقص صغير", "خيط رفيع", "صمغ")
DONE = (
    "تقص الأوراق الملونة بالمقص على شكل مثلثات متساوية.",
    "تلصق قطعة القماش بالصمغ على عود قصير ثم يربط الخيط حول العود.",
    "يترك القارب ساعة حتى يجف ثم يوضع في الماء.",
)
HEADINGS = (("اللوازم", "طريقة العمل"), ("لوازم القارب", "الخطوات"), ("ما يلزم:", "الصنع:"))
MARKS = ("", "- ", "• ")


@pytest.mark.parametrize("headings", HEADINGS)
@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("above", [(), ("الرئيسية", "أشغال"), ("الرئيسية", "محليات", "منوعات")])
@pytest.mark.parametrize("between", [(), ("12 مايو 2014",), ("بقلم: سامي منصور",)])
def test_what_is_needed_is_of_a_text_that_says_what_is_done(
    headings: tuple[str, str], mark: str, above: tuple[str, ...], between: tuple[str, ...]
) -> None:
    needed = [mark + line for line in NEEDED]
    document = clean("\n".join((*above, TITLE, *between, headings[0], *needed, headings[1], *DONE)))
    found = kinds(document)
    assert [found[line] for line in headings] == ["subhead"] * 2
    assert {found[line] for line in (*needed, *DONE)} == {"body"}
    assert extract_fields(document).headline.text == TITLE


def test_the_paragraph_above_such_a_list_is_of_the_text() -> None:
    lead = "يحب الأطفال القوارب الورقية منذ القدم، وهذا القارب يصنع في ساعة واحدة من أشياء في كل بيت."
    found = kinds(clean("\n".join((TITLE, lead, "اللوازم", *NEEDED, "طريقة العمل", *DONE))))
    assert {found[line] for line in (lead, *NEEDED, *DONE)} == {"body"}


def test_two_lists_above_a_text_have_a_heading_each() -> None:
    lines = ("لوازم القارب", *NEEDED[:3], "لوازم الشراع", *NEEDED[3:], "عود قصير", "الخطوات", *DONE)
    found = kinds(clean("\n".join((TITLE, "12 مايو 2014", *lines))))
    assert [line for line in lines if found[line] == "subhead"] == ["لوازم القارب", "لوازم الشراع", "الخطوات"]
    assert {found[line] for line in lines} == {"subhead", "body"}


LISTS = (
    (
        *("اليوم الأول", "10:00 رسم القوارب", "12:00 سباق الأشرعة"),
        *("اليوم الثاني", "09:30 ورشة النجارة", "17:00 حفل"),
    ),
    (
        *("أسعار الجملة", "القطن: 40 درهما", "الصوف: 65 درهما"),
        *("أسعار التجزئة", "القطن: 52 درهما", "الصوف: 80 درهما"),
    ),
    (
        *("المجموعة أ:", "الشراع 2 - 1 المرساة", "الموج 0 - 0 الصخرة"),
        *("المجموعة ب:", "الرمل 3 - 1 الريح", "النورس 1 - 4 البحر"),
    ),
    ("اللوازم", "- ورق ملون", "- مقص", "- صمغ", "- خيط", "الألوان", "- أزرق", "- أبيض", "- أحمر"),
)
MORE = ("3 أشرعة بيضاء", "5 أعواد قصيرة")


@pytest.mark.parametrize("lines", LISTS)
@pytest.mark.parametrize("day", [(), ("12 مايو 2014",)])
@pytest.mark.parametrize("lead", [(), BODY[:2]])
def test_lists_with_headings_are_a_text_or_go_on_from_one(
    lines: tuple[str, ...], day: tuple[str, ...], lead: tuple[str, ...]
) -> None:
    lines = (*lines, *MORE)
    found = kinds(clean("\n".join((HEADLINE, *day, *lead, *lines))))
    assert {found[line] for line in (*lead, *lines)} == {"body", "subhead"}
    assert found[HEADLINE] == "headline"


STEPS = ("اقطع الورق", "اطو الطرفين", "ثبت العود", "اربط الخيط", "جفف القارب")


def test_steps_with_their_numbers_are_a_text() -> None:
    steps = [f"{number}- {line}" for number, line in enumerate(STEPS, 1)]
    found = kinds(clean("\n".join((TITLE, "الخطوات", *steps))))
    assert {found[line] for line in steps} == {"body"}
    assert found[TITLE] == "headline"


MENUS = (
    ("الأكثر قراءة", *(f"{number}- افتتاح مكتبة جديدة" for number in range(1, 7))),
    (
        *("الشؤون المحلية", "أخبار المدن", "أخبار القرى", "أخبار الموانئ"),
        *("الشؤون الدولية", "أخبار الجوار", "أخبار العالم", "أخبار القارات"),
    ),
    ("أسعار العملات", "الدولار: 47.8", "اليورو: 51.9", "أسعار المعادن", "الذهب: 3100", "الفضة: 38"),
)


@pytest.mark.parametrize("lines", MENUS)
def test_a_menu_and_lists_of_titles_and_rates_are_none(lines: tuple[str, ...]) -> None:
    with pytest.raises(SeedError):
        clean("\n".join(lines))
    above = kinds(clean("\n".join((*lines, HEADLINE, *BODY))))
    assert {above[line] for line in lines}.isdisjoint({"body", "subhead", "headline"})
    below = kinds(clean(page(below=("\n".join(lines),))))
    assert {below[line] for line in lines}.isdisjoint({"body", "subhead", "headline"})


def test_titles_above_an_article_that_tells_of_them_are_none_of_it() -> None:
    titles = ("معرض الكتاب في العاصمة", "الوزير يزور المعرض", "دور النشر تشارك")
    found = kinds(clean("\n".join(("الأكثر قراءة", *titles, "معرض الكتاب", *BODY))))
    assert {found[line] for line in titles}.isdisjoint({"body", "subhead"})
