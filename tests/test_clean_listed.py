"""Lists, tables and verses without stops, inside an article and at its end; what is like them and is none."""

from __future__ import annotations

import pytest

from tests.pages import BODY, VERSES, clean, kinds, page

OWN = (
    ("حراسة المرمى: سعيد الراشد", "الدفاع: ماجد عمر - فهد سالم - ناصر عيد", "الهجوم: طارق زيد"),
    ("أولا: رفع الأجور", "ثانيا: تحسين السكن", "ثالثا: توفير النقل"),
    ("برنامج الحفل", "الساعة 18:00 كلمة الافتتاح", "الساعة 18:30 توزيع الجوائز", "الساعة 20:00 العشاء"),
    ("المرشحون للجائزة", "أحمد سالم", "محمد علي حسن", "خالد يوسف"),
    ("الفريق | المدرب | الملعب", "الأهلي | سعيد الراشد | ملعب الجبل", "النجمة | فهد سالم | ملعب الشاطئ"),
    ("المركز", "الفريق", "النقاط", "1", "الأهلي", "34", "2", "الاتحاد", "31", "3", "النجمة", "29"),
    ("الدولة", "عدد الزوار", "مصر", "1250", "تونس", "930", "الأردن", "710"),
    ("ويحتاج الزائر إلى ما يلي:", "بطاقة", "صورتان", "قلم"),
    VERSES[:4],
)


@pytest.mark.parametrize("lines", OWN)
@pytest.mark.parametrize("inside", [True, False])
def test_a_list_a_table_and_verses_are_the_articles(lines: tuple[str, ...], inside: bool) -> None:
    block = ("\n".join(lines),)
    document = clean(page(inside=block) if inside else page(below=block))
    found = kinds(document)
    assert {found[line] for line in lines} <= {"body", "subhead"}
    assert {found[line] for line in BODY} == {"body"}


OTHERS = (
    ("الاقتصاد", "السياسة", "الصحة", "التعليم"),
    ("دار الشمال للنشر", "هاتف: 065551234", "فاكس: 065551235"),
    ("الدولار: 47.8", "اليورو: 51.9", "الذهب: 3100"),
    ("عاجل | ارتفاع أسعار النفط", "عاجل | زلزال يضرب الساحل", "عاجل | فوز المنتخب"),
    (
        "وزير المالية يعلن موازنة العام الجديد",
        "أمطار غزيرة على السواحل الشمالية منذ مساء أمس",
        "المنتخب يفوز على ضيفه بهدفين دون رد في مباراة ودية مثيرة",
    ),
)


@pytest.mark.parametrize("lines", OTHERS)
def test_tags_rates_tickers_and_titles_below_an_article_are_none_of_it(lines: tuple[str, ...]) -> None:
    found = kinds(clean(page(below=("\n".join(lines),))))
    assert {found[line] for line in lines}.isdisjoint({"body", "subhead"})
