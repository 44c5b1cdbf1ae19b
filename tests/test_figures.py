"""Figures: numbers in digits and words with their units, and beside names, dates and a deck."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.dates import find_dates
from digest.figures import find_figures
from digest.figures.units import forms, units
from digest.model import DateKind, EntityKind, Grain, LineKind, TemporalExpression
from digest.names import read_words
from digest.sentences import split_document
from tests.figures import figures_of, found, values
from tests.made import document, names
from tests.timed import in_proportion, seconds

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


def test_attached_particles_stay_outside_and_marks_inside() -> None:
    made = document("يدوم بشهرين، ولأربعة أيام، سنوياً: 3 أمتار مكعبة سنوياً")
    figures = figures_of(made)
    assert [made.text[item.span.start : item.span.end] for item in figures] == [
        "شهرين",
        "3 أمتار مكعبة سنوياً",
    ]


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
    figures = figures_of(made, (), known)
    assert [item.text for item in figures] == ["7 أمتار"]


def test_dates_are_no_figures_but_durations_are() -> None:
    made = document("انتهى في 30 يوما")

    def date(kind: DateKind) -> TemporalExpression:
        return TemporalExpression(9, 16, "30 يوما", kind, None, Grain.DAY, "test")

    assert figures_of(made, (date(DateKind.RANGE),)) == ()
    assert len(figures_of(made, (date(DateKind.DURATION),))) == 1


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
    for item in figures_of(made):
        assert made.text[item.span.start : item.span.end].split() == item.text.split() != []


@pytest.mark.parametrize(
    "piece",
    ["7 ", "مليون ", "مئة و", "خمسة وعشرون ", "1,", "%", "بضع مئات من ", "نحو ", "نحو 7% ", "نسبة سعر 7% "],
)
def test_hostile_text_stays_linear(piece: str) -> None:
    def took(times: int) -> float:
        made = document(piece * times)
        whole, words = split_document(made), read_words(made)
        return seconds(lambda: find_figures(made, words, whole, ()))

    assert in_proportion(took, 4_000, 16_000)


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
    figures = figures_of(made, dates)
    assert [(figure.value, figure.unit) for figure in figures] == told
