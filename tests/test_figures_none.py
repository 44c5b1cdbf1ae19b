"""Numbers that are no figure: dates, ranks, scores, names, shares of something, what is not counted."""

from __future__ import annotations

import pytest

from tests.figures import found, values


@pytest.mark.parametrize(
    "text",
    [
        "جائحة كوفيد-19 في البلاد",
        "الاجتماع السنوي الـ17 للنادي",
        "الذكرى الثمانين للنصر",
        "القرن الحادي والعشرين",
        "عام 2022 شخصيا",
        "في الساعة 8 مساء",
        "طائرة إف-16 حديثة",
        "فاز بنتيجة 3-1 أهداف",
        "بتاريخ 12/5/2020 يوم",
        "قبل يومين",
        "بعد نحو أسبوعين",
        "خلال 24 ساعة الماضية",
        "كل خمس سنوات",
        "حركة طالبان في كابول",
        "مدنيين عزل",
        "يوم 15 من الشهر الجاري",
        "5ر1 مليار دولار",
        "بين البلدين",
        "من 900 إلى 1.2 مليار دولار",
        "بين عامي 2010 و2015 مليون",
        "قبل 3 إلى 5 أيام",
        "5 أو 10 أشخاص",
        "ارتفع العدد 10 إلى 25 قتيلا",
        "فاز بنتيجة 1-3 أهداف",
        "تقدم المنتخب 47 مركزا في التصنيف",
        "نصف النهائي",
        "ألف ونصف مليون دولار",
        "بين 15،20 شخصا",
        "فاز إنتر ميلان أمس",
        "لعب نادي ميلان",
        "استهلاك 5 لترات/كم",
        "يعاني 3 من كل 4 أطفال",
        "لكل 100 ألف نسمة",
        "من كل كيلوغرامين",
        "3 سوري",
        "23 فلسطينيين",
        "انضمت الدول 3 سوريا",
        "ضاع 1.2.3 دولار",
        "ملايين",
        "",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "عام 2022 قمة",
        "قبل 7 سنوات",
        "خلال 48 ساعة الماضية",
        "فاز 748 بأغلبية كبيرة",
        "دخل 134 ألف بموجب القرار",
        "عند خط 5337 شرقا",
        "طائرة بي 52 قاذفة",
        "طائرة Su 35 قاذفة",
        "حضر 12 وقال",
        "شارك 20 يمثلون",
        "ضاع 500 عملياته",
        "ذكر 5 أمور",
        "وصل 12 ألفا",
        "سجل 300 شخصي",
    ],
)
def test_what_stands_behind_a_number_uncounted(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize("row", ["بصل أحمر\t1.1\t-3%", "10\tمليون دولار", "السعر\t5\tدولارات"])
def test_no_figure_reaches_from_one_cell_into_the_next(row: str) -> None:
    whole = found(row.replace("\t", " "))
    assert {figure.text for figure in whole}.isdisjoint(figure.text for figure in found(row))
    assert whole
