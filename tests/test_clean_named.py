"""Reviews of the press and summaries of news: a name alone above each part of the text is its subhead."""

from __future__ import annotations

import pytest

from tests.pages import HEADLINE, body, clean, kinds

PARTS = (
    "رأت الصحيفة أن موسم القطاف بدأ مبكرا هذا العام في قرى السهل كلها.",
    "ذكرت أن الجسر القديم سيغلق شهرا أمام الشاحنات لأعمال الصيانة.",
    "كتبت أن المدارس الريفية تنتظر معلمين جددا منذ بداية الفصل الأول.",
    "أشارت إلى أن سوق السمك نقل إلى المبنى الجديد عند مدخل الميناء.",
)
MORE = "وأضافت أن التفاصيل ستعلن في مؤتمر صحفي يعقد قبل نهاية الأسبوع."
LEAD = "تناولت الصحف الصادرة صباح اليوم شؤونا شتى هذه أبرزها كما وردت في صفحاتها الأولى."
NAMES = (
    ("الأخبار", "النهار", "الرأي", "الوطن"),
    ("اقتصاد", "رياضة", "ثقافة", "محليات"),
    ("القاهرة", "عمان", "بيروت", "الرباط"),
)


def review(names: tuple[str, ...], lead: tuple[str, ...], more: tuple[str, ...]) -> str:
    parts = (line for name, part in zip(names, PARTS, strict=False) for line in (name, part, *more))
    return "\n\n".join((HEADLINE, "12 مايو 2014", *lead, *parts))


@pytest.mark.parametrize("names", NAMES)
@pytest.mark.parametrize("form", ["{}", "{}:", "* {}"])
@pytest.mark.parametrize("lead", [(), (LEAD,)])
@pytest.mark.parametrize("more", [(), (MORE,)])
def test_names_that_head_a_part_each_are_subheads(
    names: tuple[str, ...], form: str, lead: tuple[str, ...], more: tuple[str, ...]
) -> None:
    heads = tuple(map(form.format, names))
    document = clean(review(heads, lead, more))
    found = kinds(document)
    assert [found[head] for head in heads] == ["subhead"] * len(heads)
    assert body(document) == [*lead, *(line for part in PARTS for line in (part, *more))]


@pytest.mark.parametrize("names", [("اقتصاد",), ("اقتصاد", "رياضة"), ("رياضة", "رياضة", "رياضة", "رياضة")])
def test_words_of_menus_that_come_seldom_or_again_are_none(names: tuple[str, ...]) -> None:
    found = kinds(clean(review(names, (LEAD,), ())))
    assert {found[name] for name in names}.isdisjoint({"subhead", "body"})


def test_agencies_that_sign_what_stands_above_them_are_none() -> None:
    agencies = ("رويترز", "الأناضول", "سانا", "وفا")
    lines = (line for part, name in zip(PARTS, agencies, strict=True) for line in (part, name))
    found = kinds(clean("\n\n".join((HEADLINE, "12 مايو 2014", *lines))))
    assert {found[name] for name in agencies}.isdisjoint({"subhead", "body"})
