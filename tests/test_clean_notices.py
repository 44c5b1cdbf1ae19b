"""Sentences about cookies, rights and the like are an article's where they tell, notices where they ask."""

from __future__ import annotations

import pytest

from digest.model import LineKind
from tests.pages import BODY, HEADLINE, body, clean, kinds, page

TOLD = (
    "وتقول الشركة إنها تستخدم ملفات تعريف الارتباط لتحسين تجربة المستخدم في نسخة المتصفح فقط.",
    "وجميع الحقوق محفوظة لأصحاب القوارب القديمة.",
    "وقررت المنصة حذف التعليقات المسيئة إلى الكتاب.",
    "كشف الباحثون أن المواقع تزرع ملفات تعريف الارتباط في كل زيارة تقريبا.",
    "وقال الناشر إن الكتب لا تعكس بالضرورة رأي دار النشر التي أصدرتها.",
    "وماذا بعد؟",
    "ترسل الصحف النشرة البريدية إلى مليون قارئ كل يوم، بحسب الدراسة الجديدة.",
    "علامات التلف تظهر على الكتب بعد شهر من الرطوبة.",
    "الوسوم الإلكترونية تلصق على أغلفة الكتب بلا رسوم.",
)
NOTICES = (
    "يستخدم هذا الموقع ملفات تعريف الارتباط لتحسين تجربتك.",
    "نستخدم ملفات تعريف الارتباط، ومن خلال الاستمرار في التصفح توافق عليها.",
    "جميع الحقوق محفوظة لموقع الجريدة.",
    "اشترك في نشرتنا البريدية ليصلك كل جديد.",
    "وقد توافق على ملفات تعريف الارتباط من متصفحك.",
    "المقالات المنشورة لا تعكس بالضرورة موقف الصحيفة.",
    "هل كان المقال مفيدا؟",
    "كل مساء في بريدك، خلاصة ما جرى",
    "حمّل تطبيقنا لتصلك الأخبار أولا بأول.",
    "هذا النص متاح للمشتركين فقط.",
    "وسوم: معرض الكتاب، دور النشر.",
)


@pytest.mark.parametrize("sentence", TOLD)
@pytest.mark.parametrize("place", range(1, len(BODY) + 1))
def test_a_sentence_that_tells_is_the_articles(sentence: str, place: int) -> None:
    lines = [*BODY[:place], sentence, *BODY[place:]]
    assert body(clean("\n\n".join((HEADLINE, *lines)))) == lines


@pytest.mark.parametrize("notice", NOTICES)
def test_a_notice_is_none_of_it(notice: str) -> None:
    assert notice not in body(clean(page(below=(notice,))))
    assert notice not in body(clean(page(notice)))


def test_a_sentence_below_a_paragraph_with_its_words_is_the_articles() -> None:
    above = "وبدأت المواقع هذا العام إظهار نوافذ تسأل الزائر عن ملفات تعريف الارتباط قبل كل شيء."
    sentence = "تحفظ ملفات تعريف الارتباط عادات الزائر شهورا، وتبيعها المواقع لشركات الإعلان."
    lines = [BODY[0], above, sentence, *BODY[1:]]
    assert body(clean("\n\n".join((HEADLINE, *lines)))) == lines


def test_a_headline_may_be_about_cookies() -> None:
    headline = "الشركة تحدث سياسة الخصوصية وتطلب الموافقة على ملفات الارتباط"
    lead = "حدثت الشركة اليوم سياسة الخصوصية، وطلبت من مستخدميها الموافقة على ملفات جديدة قبل الشهر المقبل."
    assert kinds(clean("\n\n".join((headline, lead, *BODY[1:]))))[headline] == LineKind.HEADLINE


VALUES = ("الفجر: 4:25 صباحا", "العصر: 4:28 مساء", "المغرب: 7:40 مساء", "العشاء: 9:04 مساء")


def test_lines_with_a_figure_behind_a_colon_are_a_list_though_one_is_like_a_place() -> None:
    assert body(clean(page(inside=("\n".join(VALUES),)))) == [*BODY[:2], *VALUES, *BODY[2:]]


@pytest.mark.parametrize("mark", ["- ", "• ", "1. "])
def test_what_heads_points_is_a_subhead(mark: str) -> None:
    points = [f"{mark}بطاقة الهوية", f"{mark}صورة حديثة"]
    found = kinds(clean(page(inside=("\n".join(("الأوراق المطلوبة", *points)),))))
    assert found["الأوراق المطلوبة"] == LineKind.SUBHEAD
    assert {found[point] for point in points} == {LineKind.BODY}


BOXES = (
    (
        "انضم/ ي إلى المناقشة",
        "نحن موقع مستقل، وما نجمعه من القراء يذهب إلى دعم عملنا في كل مكان.",
        "ساهم/ي الآن",
    ),
    ("للاطلاع على عدد اليوم من الصحيفة.. اضغط هنا",),
    ("مشاهدة الفيديو02:13",),
    ("اشترك في", "النشرة البريدية الأسبوعية: حصاد"),
)


@pytest.mark.parametrize("box", BOXES)
def test_boxes_inside_a_text_are_none_of_it(box: tuple[str, ...]) -> None:
    document = clean(page(inside=("\n".join(box),)))
    assert body(document) == list(BODY)
    assert not {kinds(document)[line] for line in box} & {LineKind.SUBHEAD, LineKind.BODY}


def test_a_list_ends_at_the_paragraph_behind_it() -> None:
    points = ("ندوات يومية للكتاب", "معرض لكتب الأطفال", "أمسيات شعرية")
    closing = "وكان المعرض قد أقيم أول مرة قبل ثلاثين سنة."
    document = clean("\n".join((HEADLINE, *BODY, "ويضم البرنامج:", *points, closing, "كتب اليوم", "الثقافة")))
    assert body(document) == [*BODY, "ويضم البرنامج:", *points, closing]


SITE = "مرايا الساحل"
PLEAS = (
    "الصحافة الحرة تحتاج إليكم. ساهموا في استمرارها.",
    "نعمل بلا إعلانات، ونكتب بدعمكم وحدكم.",
    "قراؤنا هم سندنا الأول، ولولاهم ما بقينا.",
)


def _asked(heading: str, text: str) -> dict[str, str]:
    inside = ("\n".join((heading, text, "أجنحة المعرض")),)
    return kinds(clean(page(SITE, "12 مايو 2024", inside=inside, below=(f"© 2024 {SITE}",))))


@pytest.mark.parametrize("plea", PLEAS)
@pytest.mark.parametrize("heading", [f"تبرعوا ل{SITE}", f"ادعموا {SITE}", f"عضوية {SITE}"])
def test_what_an_outlet_asks_of_its_readers_below_its_name_is_none_of_the_text(
    heading: str, plea: str
) -> None:
    found = _asked(heading, plea)
    assert (found[heading], found[plea]) == ("furniture", "furniture")
    assert (found["أجنحة المعرض"], found[BODY[2]]) == ("subhead", "body")


def test_its_name_may_stand_in_what_it_asks_below_a_line_that_does_so_too() -> None:
    plea = f"نؤمن في {SITE} بأن قراءنا هم سندنا. ساهموا معنا."
    assert _asked("انضموا إلى أسرتنا", plea)[plea] == "furniture"


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        (f"تبرعوا ل{SITE}", "الكتاب الذي صدر العام الماضي يحكي عن قرية صغيرة."),
        (f"حكاية {SITE}", 'قال الكاتب: "إليكم هذه القصة كما سمعتها من جدتي".'),
        ("نصائح للزوار", "احرصوا على كتبكم، ولا تتركوها عند الباب مفتوحة."),
        ("تابعونا على فيسبوك", f"تعرض موقع {SITE} لهجوم إلكتروني صباح اليوم."),
    ],
)
def test_a_paragraph_that_asks_nothing_for_an_outlet_stays(heading: str, text: str) -> None:
    assert _asked(heading, text)[text] == "body"
