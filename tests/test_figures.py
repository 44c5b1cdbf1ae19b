"""Figures: numbers in digits and words, units, rates, what is measured, and what is no figure."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.dates import find_dates
from digest.figures import find_figures, lasting
from digest.figures.units import forms, units
from digest.model import Bound, DateKind, EntityKind, Figure, Grain, LineKind, TemporalExpression
from digest.names import read_words
from digest.sentences import split_document
from tests.made import document, names


def found(*lines: str | tuple[LineKind, str]) -> tuple[Figure, ...]:
    made = document(*lines)
    return find_figures(made, read_words(made), split_document(made), ())


def values(text: str) -> list[tuple[float | None, str]]:
    return [(figure.value, figure.unit) for figure in found(text)]


FIGURES = {
    "وارتفعت الأسعار بنسبة 25% أمس": (25, "%"),
    "وارتفعت الأسعار بنسبة ٢٥٫٥٪ أمس": (25.5, "%"),
    "وبلغت النسبة 7,5 في المئة": (7.5, "%"),
    "وارتفعت ثلاثة بالمائة": (3, "%"),
    "بقيمة 220 مليار يورو": (220e9, "EUR"),
    "بقيمة 1,250,000 دولار": (1_250_000, "USD"),
    "بقيمة 1.250.000 دولار": (1_250_000, "USD"),
    "بقيمة $10 مليارات": (10e9, "USD"),
    "بقيمة 15€ فقط": (15, "EUR"),
    "نحو 5 ملايين ريال سعودي": (5e6, "SAR"),
    "نحو 5 دنانير كويتية": (5, "KWD"),
    "نحو 5 دنانير": (5, "dinar"),
    "مليون دولار أمريكي": (1e6, "USD"),
    "مليونا دولار": (2e6, "USD"),
    "مليوني دولار": (2e6, "USD"),
    "11 مليونا دولار": (11e6, "USD"),
    "نصف مليون برميل": (5e5, "bbl"),
    "مليار ونصف المليار دولار": (1.5e9, "USD"),
    "مليارين ونصف المليار دولار": (2.5e9, "USD"),
    "ألفين وثلاثمئة مليون جنيه": (2.3e9, "pound"),
    "ارتفع إلى 152.7 ين": (152.7, "JPY"),
    "بسعة 1.5 جيجاواط": (1.5, "GW"),
    "بلغ 423.9 جزء في المليون": (423.9, "ppm"),
    "نحو 460 ملليغراما": (460, "mg"),
    "بالسجن سنتين": (2, "year"),
    "3 ملايين وربع المليون لاجئ": (3.25e6, "refugee"),
    "نصف المليون دولار": (5e5, "USD"),
    "3 ملايين و500 ألف نسمة": (3.5e6, "person"),
    "مليونا و200 ألف نسمة": (1.2e6, "person"),
    "مليوناً و200 ألف نسمة": (1.2e6, "person"),
    "مليونا و673 ألفا و230 حاجا": (1_673_230, "pilgrim"),
    "ألفا و320 رحلة": (1320, "flight"),
    "مليونا وثلاثمئة ألف دولار": (1.3e6, "USD"),
    "مليونين و200 ألف دولار": (2.2e6, "USD"),
    "مليار ونصف مليار دولار": (1.5e9, "USD"),
    "4 ملايين ونصف مليون دولار": (4.5e6, "USD"),
    "مليونا ونصف مليون برميل": (1.5e6, "bbl"),
    "بقيمة 4.1 مليار دولار": (4_100_000_000, "USD"),
    "بقيمة 3،500 درهم": (3500, "dirham"),
    "مئة وخمسة وعشرون ألف شخص": (125_000, "person"),
    "ثلاثمئة وخمسون طنا": (350, "t"),
    "ستة عشر يوما": (16, "day"),
    "أربعة أيام": (4, "day"),
    "زيارة تستمر يومين": (2, "day"),
    "عامين ونصف العام": (2.5, "year"),
    "10 مليارات متر مكعب سنويا": (10e9, "m3/year"),
    "ينتج 9.6 مليون برميل يوميا": (9.6e6, "bbl/day"),
    "مساحتها 12 كيلومترا مربعا": (12, "km2"),
    "على بعد 22كم شمالا": (22, "km"),
    "حرارة 50 درجة مئوية": (50, "degC"),
    "مقتل 15 شخصا": (15, "person"),
    "وأصيب 43 آخرون": (43, "person"),
    "أمام ستين ألف متفرج": (60_000, "spectator"),
    "مقتل شخصين": (2, "person"),
    "توزيع 1.200 منزل": (1200, "house"),
    "سرعة 120 كيلومترا في الساعة": (120, "km/hour"),
    "بضع مئات من الكيلومترات": (None, "km"),
    "آلاف الأشخاص": (None, "person"),
    "ملايين الريالات": (None, "riyal"),
    "رياح سرعتها 60 كم/س": (60, "km/hour"),
    "سرعة الصوت 343 مترا/ث": (343, "m/second"),
    "اعتقال 23 فلسطينيا": (23, "palestinian"),
    "17 مليون يمني": (17e6, "yemeni"),
    "نزوح 1.5 مليون سوداني": (1.5e6, "sudanese-national"),
    "وصول ثلاثة أتراك": (3, "turk"),
    "مقتل 15 سوريا": (15, "syrian"),
    "آلاف اللبنانيين": (None, "lebanese-national"),
    "ارتفع 46 سنتا": (46, "cent"),
    "46 هزة ارتدادية": (46, "aftershock"),
    "ألفي عنصر": (2000, "member"),
    "12 مشتبها به": (12, "suspect"),
    "60 قمرا صناعيا": (60, "satellite"),
    "على بعد ميلين": (2, "mile"),
    "المسافة ميلان": (2, "mile"),
    "اتسعت ميلين": (2, "mile"),
    "افتتاح 47 مركزا صحيا": (47, "centre"),
    "على بعد 40 سنة ضوئية": (40, "light-year"),
    "أدانت المحكمة 12 متهما": (12, "defendant"),
    "دخلت 282 حاوية": (282, "container"),
    "عرض 190 فيلما": (190, "film"),
    "في خمس محافظات": (5, "governorate"),
    "ثلاثة أرباع مليون شخص": (750_000, "person"),
}


@pytest.mark.parametrize("text", FIGURES)
def test_figures(text: str) -> None:
    assert values(text) == [FIGURES[text]]


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


RANGES = {
    "كلفته 10 إلى 15 مليار دولار": (10e9, 15e9, "USD"),
    "بين 70 و75 دولارا": (70, 75, "USD"),
    "من 9 إلى 10 ملايين برميل": (9e6, 10e6, "bbl"),
    "ما بين 12 و15 ألف جندي": (12_000, 15_000, "soldier"),
    "بنسبة 17 إلى 25%": (17, 25, "%"),
    "بين 5% و7%": (5, 7, "%"),
    "إلى نطاق 3.75% – 4%": (3.75, 4, "%"),
    "بين 5 في المئة و7 في المئة": (5, 7, "%"),
    "نحو 30-40 مليون برميل": (30e6, 40e6, "bbl"),
    "بين 3 ملايين و5 ملايين برميل": (3e6, 5e6, "bbl"),
    "بين مليون ومليونين شخص": (1e6, 2e6, "person"),
    "بين 900 مليون و1.2 مليار دولار": (900e6, 1.2e9, "USD"),
    "بين خمسة وعشرة أشخاص": (5, 10, "person"),
    "من 5 دولارات إلى 8 دولارات": (5, 8, "USD"),
    "5 أو 6 أشخاص": (5, 6, "person"),
    "خمسة أو ستة جرحى": (5, 6, "wounded"),
    "4 أو 5 ملايين دولار": (4e6, 5e6, "USD"),
}


@pytest.mark.parametrize("text", RANGES)
def test_a_range_is_one_figure_with_two_values(text: str) -> None:
    assert [(figure.value, figure.high, figure.unit) for figure in found(text)] == [RANGES[text]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ارتفع سعر النفط من 70 إلى 75 دولارا", [(75, "سعر النفط")]),
        ("ارتفع سعر النفط من 70 دولارا إلى 75 دولارا", [(70, "سعر النفط"), (75, "سعر النفط")]),
        ("تراجع الخام 3 دولارات إلى 75 دولارا", [(3, "تراجع الخام"), (75, "الخام")]),
        ("بين 20 طفلا و30 امرأة", [(20, None), (30, None)]),
    ],
)
def test_what_rose_to_a_number_is_no_range(text: str, told: list[tuple[float, str | None]]) -> None:
    figures = found(text)
    assert [(figure.value, figure.measures) for figure in figures] == told
    assert all(figure.high is None for figure in figures)


@pytest.mark.parametrize(
    ("text", "value", "measures"),
    [
        ("فقد ثلاثة أرباع السكان منازلهم", 75, "السكان"),
        ("نصف سكان غزة أطفال", 50, "سكان غزة"),
        ("نصف سكان غزة يواجهون الجوع", 50, "سكان غزة"),
        ("وثلاثة أرباع المستشفيات الحكومية معطلة", 75, "المستشفيات الحكومية"),
        ("كان ربع الناخبين غائبين", 25, "الناخبين"),
    ],
)
def test_halves_and_quarters_of_people_are_shares(text: str, value: float, measures: str) -> None:
    assert [(figure.value, figure.unit, figure.measures) for figure in found(text)] == [
        (value, "%", measures)
    ]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("قتل أكثر من 30 شخصا", Bound.MORE),
        ("وصل لأكثر من مليوني لاجئ", Bound.MORE),
        ("تجاوزت الخسائر 5 ملايين دولار", Bound.MORE),
        ("بعقد تتجاوز قيمته 5 ملايين دولار", Bound.MORE),
        ("يعيش أقل من 80% من السكان هناك", Bound.LESS),
        ("أصيب ما لا يقل عن 100 آخرين", Bound.LEAST),
        ("حضر 300 شخص على الأقل", Bound.LEAST),
        ("لم تتجاوز الأرباح 3 ملايين دولار", Bound.MOST),
        ("بحوالي 20 مليون دولار", Bound.ABOUT),
        ("بلغت الأرباح 20 مليون دولار تقريبا", Bound.ABOUT),
        ("نحو 30-40 مليون برميل", Bound.ABOUT),
        ("بلغت الأرباح 20 مليون دولار", None),
        ("أكثر من غيرها، 20 مليون دولار", None),
        ("بضع مئات من الكيلومترات تقريبا", None),
    ],
)
def test_what_a_number_is_said_to_be_more_or_less_than(text: str, bound: Bound | None) -> None:
    assert [figure.bound for figure in found(text)] == [bound]


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("ضبطت الشرطة 12 ألف قرص مخدر", 12_000, "قرص"),
        ("أوقفت ثلاثة مهربين", 3, "مهربين"),
        ("دمرت 40 قذيفة", 40, "قذيفة"),
        ("وزعت 1200 بطانية", 1200, "بطانية"),
        ("أزالت 20 لغما", 20, "لغما"),
        ("وصل 11 بحارا", 11, "بحارا"),
        ("افتتح 8 مصانع", 8, "مصانع"),
        ("حضر 79 وفدا رسميا", 79, "وفدا"),
        ("بينهم 7 قاصرين", 7, "قاصرين"),
        ("بتأييد 60 عضوا", 60, "عضوا"),
        ("بينها 5398 قطعة", 5398, "قطعة"),
        ("في 400 خيمة", 400, "خيمة"),
    ],
)
def test_what_is_counted_needs_no_rule(text: str, value: float, noun: str) -> None:
    assert [(one.value, one.unit, one.measures) for one in found(text)] == [(value, "count", noun)]


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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("مقتل ثلاثة أشخاص وإصابة 12، بحسب", [(3, "مقتل"), (12, "إصابة")]),
        ("وأصيب ستة في الحادث", [(6, "أصيب")]),
        ("إصابة 12 مركبة", [(12, "مركبة")]),
        ("تضرر 12، بحسب", []),
    ],
)
def test_people_are_counted_by_what_befell_them(text: str, told: list[tuple[float, str]]) -> None:
    assert [(figure.value, figure.measures) for figure in found(text)] == told


def test_attached_particles_stay_outside_and_marks_inside() -> None:
    made = document("يدوم بشهرين، ولأربعة أيام، سنوياً: 3 أمتار مكعبة سنوياً")
    figures = find_figures(made, read_words(made), split_document(made), ())
    assert [made.text[item.span.start : item.span.end] for item in figures] == [
        "شهرين",
        "3 أمتار مكعبة سنوياً",
    ]


MEASURES = {
    "يتراوح سعر البرميل بين 70 و75 دولارا": "سعر البرميل",
    "إن سعر البرميل يتراوح ما بين 70 و75 دولارا": "سعر البرميل",
    "تتراوح النسبة بين 5 و7 في المئة": "النسبة",
    "تتراوح أعمارهم بين 18 و25 عاما": "أعمارهم",
    "قدرت الوزارة الخسائر بنحو 20 مليون دولار": "الخسائر",
    "نسبة الدين إلى الناتج المحلي الإجمالي انخفضت إلى 82%": "نسبة الدين إلى الناتج المحلي الإجمالي",
    "وانخفضت نسبة الدين إلى الناتج في مصر إلى 82%": "نسبة الدين إلى الناتج",
    "أبقى البنك سعر الفائدة عند 24 %": "سعر الفائدة",
    "توريد 10 ملايين متر مكعب سنويا من الغاز الطبيعي": "الغاز الطبيعي",
    "وصلت 4700 طن من المواد الغذائية إلى الميناء": "المواد الغذائية",
    "بطول 30 مترا": "طول",
    "بلغت نسبة البطالة في البلاد 12.5 في المئة": "نسبة البطالة",
    "وبلغت كلفة المشروع 300 مليون دولار": "كلفة المشروع",
    "بلغت تكلفة بناء المستشفى 95 مليون يورو": "تكلفة بناء المستشفى",
    "بلغ عدد سكان المدينة 2.4 مليون نسمة": "عدد سكان المدينة",
    "ارتفع سعر صرف اليورو إلى 1.085 دولار": "سعر صرف اليورو",
    "تجاوزت الإصابات 1340 حالة": "الإصابات",
    "حجم الواردات والصادرات 5 مليارات دولار": "حجم الواردات والصادرات",
    "انخفضت أسعار النفط بنسبة 2 في المئة": "انخفضت أسعار النفط",
    "تراجع عدد الإصابات إلى 900 حالة": "عدد الإصابات",
    "انخفاض أسعار القمح بنسبة 3%": "انخفاض أسعار القمح",
    "وأكد أن العجز التجاري تقلص بنسبة 11%": "العجز التجاري تقلص",
    "نما الاقتصاد 3%": "نما الاقتصاد",
    "يشكل الشباب 60 في المئة من السكان": "من السكان",
    "يعاني 45% من أطفال المنطقة": "من أطفال المنطقة",
    "فرضت المحكمة غرامة قدرها 10 آلاف دينار أردني": "غرامة",
    "تبلغ مدة الفيلم 110 دقائق": "مدة الفيلم",
    "حكمت عليه المحكمة بالسجن 7 سنوات": "السجن",
    "أسفر الحريق عن مقتل 4 أشخاص": "مقتل",
    "وأصيب 20 مدنيا": "أصيب",
    "ميزانية إنتاج تبلغ 30 مليون دولار": "ميزانية إنتاج",
    "تصل بها المساعدات إلى نحو 800 ألف مدني": None,
    "كلفة إعادة إعمار قدرتها الأمم المتحدة بنحو 70 مليار دولار": None,
    "تراجع إلى مستوى قياسي بلغ 1.17 مليون ريال": None,
    # Not plain, or nothing that the figure by itself is of.
    "بلغت قيمة أكثر من 30 دولارا": None,
    "قدم عقدا بقيمة 5 ملايين دولار": None,
    "زاد بنسبة 25%": None,
    "تبعد 5 كيلومترات من الحدود": None,
    "دفع 5 دولارات من البنك": None,
    "وزع مساعدات غذائية على نحو 340 ألف شخص": None,
    "انخفضت الأسعار إلى مستويات أقل من 50 دولارا": None,
    "انخفاض أسعار الخبز في ظرف أسبوعين": None,
    "كلفة الدين نسبته 1 في المئة": None,
    "قال إن كلفة الجسر معروفة وإن الوزارة دفعت 5 ملايين دولار": None,
    "فقدت الليرة 90 في المئة من قيمتها": None,
}


@pytest.mark.parametrize("text", MEASURES)
def test_what_it_measures_where_the_text_is_plain(text: str) -> None:
    assert [item.measures for item in found(text)] == [MEASURES[text]]


def test_a_level_reached_is_of_what_changed() -> None:
    figures = found("زادت أرباح المصرف 7% إلى 450 مليون درهم إماراتي")
    assert [item.measures for item in figures] == ["زادت أرباح المصرف", "أرباح المصرف"]


@pytest.mark.parametrize(
    ("measures", "is_lasting"),
    [
        ("سعر النفط", True),
        ("التضخم", True),
        ("طول", False),
        ("ارتفع سعر النفط", False),
        ("العجز التجاري تقلص", False),
        ("من السكان", False),
    ],
)
def test_what_is_compared_over_time_names_one_thing(measures: str, *, is_lasting: bool) -> None:
    assert lasting(measures) is is_lasting


POINTS: dict[str, list[float]] = {
    "توزيع 1.200 منزل": [1200],
    "نحو 340.000 شخص": [340_000],
    "بيع المنزل مقابل 750.000 دولار": [750_000],
    "غرامة 5.000 درهم مغربي": [5000],
    "بقيمة $1.500 فقط": [1500],
    "3.500 طن من الفوسفات سنويا": [3500],
    "طول الجسر 1.200 متر": [1200],
    "50.000 دينار أردني": [50_000],
    # A fraction: percents, rates of exchange, degrees, what a scale word follows.
    "نما الاقتصاد 1.125%": [1.125],
    "سعر صرف اليورو 1.085 دولار": [1.085],
    "حرارة 1.125 درجة مئوية": [1.125],
    "ارتفع إلى 1.083 مليار جنيه مصري": [1.083e9],
    "دفع 0.750 دولار": [0.75],
    # Either: no figure.
    "صرف لكل موظف 1.250 دينار كويتي": [],
    "دفع 1.250 دينار": [],
    "سعر اللتر 1.250 دولار": [],
    "وزن الشحنة 2.375 طن": [],
    "بنحو 1.200 مليون دولار": [],
}


@pytest.mark.parametrize("text", POINTS)
def test_a_point_before_three_digits(text: str) -> None:
    assert [item.value for item in found(text)] == POINTS[text]


def test_no_figure_stands_inside_a_known_name() -> None:
    made = document("رواية خمسة أيام على رف طوله 7 أمتار")
    known = names(made, {"novel": ["خمسة أيام"]}, EntityKind.EVENT)
    figures = find_figures(made, read_words(made), split_document(made), (), known)
    assert [item.text for item in figures] == ["7 أمتار"]


def test_dates_are_no_figures_but_durations_are() -> None:
    made = document("انتهى في 30 يوما")
    whole = split_document(made)

    def date(kind: DateKind) -> TemporalExpression:
        return TemporalExpression(9, 16, "30 يوما", kind, None, Grain.DAY, "test")

    assert find_figures(made, read_words(made), whole, (date(DateKind.RANGE),)) == ()
    assert len(find_figures(made, read_words(made), whole, (date(DateKind.DURATION),))) == 1


def test_a_figure_of_the_deck_belongs_to_the_sentence_that_tells_it() -> None:
    figures = found(
        (LineKind.DECK, "عقد بقيمة 5 ملايين دولار و7 أيام"), "وصل الوفد.", "ووقع عقدا بقيمة 5 ملايين دولار."
    )
    assert [(item.value, item.sentence) for item in figures] == [(5e6, 1), (5e6, 1)]


@pytest.mark.parametrize("unit", units().values(), ids=lambda unit: unit.id)
def test_every_form_of_every_unit_is_found(unit: object) -> None:
    mine = [form for known in forms().values() for form in known if form.unit == unit]
    assert mine
    for form in mine:
        number = {"one": 100, "many": 12}.get(form.counts, 7)
        assert values(f"بلغ {number} {' '.join(form.words)} اليوم") == [(number, unit.id)], form.words  # type: ignore[attr-defined]


@given(st.text(alphabet="0123٣٫.,%$ ويومنألفمليوشخصا\n", max_size=60))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    made = document(*text.split("\n"))
    for item in find_figures(made, read_words(made), split_document(made), ()):
        assert made.text[item.span.start : item.span.end].split() == item.text.split() != []


@pytest.mark.parametrize(
    "piece",
    ["7 ", "مليون ", "مئة و", "خمسة وعشرون ", "1,", "%", "بضع مئات من ", "نحو ", "نحو 7% ", "نسبة سعر 7% "],
)
def test_hostile_text_stays_linear(piece: str) -> None:
    def seconds(times: int) -> float:
        made = document(piece * times)
        whole, words = split_document(made), read_words(made)
        start = time.process_time()
        find_figures(made, words, whole, ())
        return time.process_time() - start

    seconds(10)
    assert seconds(16_000) < 10 * seconds(4_000) + 0.5


def test_the_figures_of_the_five_articles(shared_eval: Path) -> None:
    from tests.eval.score_figures import score  # noqa: PLC0415 - reads the annotation

    assert shared_eval.exists()
    assert score() == {"annotated": 9, "right": 9, "false": 0}


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("إن العجز في الموازنة بلغ 1.056 مليار دولار", "العجز في الموازنة"),
        ("إن النقص في الموازنة بلغ 1.056 مليار دولار", None),
        ("تسبب الحريق في مقتل 4 أشخاص", "مقتل"),
        ("معدل التضخم السنوي للحضر تراجع إلى 13.9%", None),
        ("المعدل اليومي للصادرات تراوح بين 10 و15 مليون برميل", None),
        ("يعاني أكثر من نصف السكان", "السكان"),
        ("يعاني نصف السكان", "السكان"),
        ("يعاني أقل من 80% من السكان", "من السكان"),
        ("يعاني 80% من السكان", "من السكان"),
        ("وبعدها تراجع اليورو إلى 1.1578 دولار", "اليورو"),
        ("وبعدها تراجع اليورو 5%", "تراجع اليورو"),
        ("وقد يصل تراجع اليورو إلى 5%", "تراجع اليورو"),
    ],
)
def test_a_measure_says_nothing_else(text: str, measures: str | None) -> None:
    assert [figure.measures for figure in found(text)] == [measures]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ارتفع الإنتاج في 2025 إلى 3.2 بالمئة", [(3.2, "%")]),
        ("سيصل السعر في عام 2026 إلى 56 دولارا", [(56, "USD")]),
        ("وصل الإنتاج في العام 2024 إلى 30 مليون طن", [(30e6, "t")]),
        ("استقبل منذ مطلع العام 90 مليون دولار", [(90e6, "USD")]),
        ("ارتفعت الحرارة بين يناير وأغسطس 1.42 درجة مئوية", [(1.42, "degC")]),
        ("من عام 2020 إلى 2025 حضر 30 شخصا", [(30, "person")]),
    ],
)
def test_a_year_before_a_figure_is_no_part_of_it(text: str, told: list[tuple[float, str]]) -> None:
    made = document(text)
    dates = find_dates(text, "2025-11-20")
    figures = find_figures(made, read_words(made), split_document(made), dates)
    assert [(figure.value, figure.unit) for figure in figures] == told
