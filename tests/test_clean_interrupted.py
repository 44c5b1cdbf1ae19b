"""Boxes inside a list, a table or a poem of a text: they stay out, and the lines on both sides stay in."""

from __future__ import annotations

import pytest

from digest.model import KEPT_KINDS
from tests.pages import BODY, HEADLINE, VERSES, body, clean, kinds, page

RUNS = {
    "verses": VERSES,
    "labels": (
        "حراسة المرمى: سامر الحاج وعلي منصور",
        "خط الدفاع: رامي سعد، نبيل عمر، حسان طه",
        "خط الوسط: كريم زيد، ماجد علي، أحمد سالم",
        "خط الهجوم: فادي نصر، يزن خالد",
    ),
    "plain": (
        "ندوة عن القصة القصيرة",
        "أمسية لشعراء الجنوب",
        "معرض للخط العربي",
        "ورشة لرسوم الأطفال",
    ),
    "points": ("- ندوة عن القصة", "- أمسية لشعراء الجنوب", "- معرض للخط العربي", "- ورشة للأطفال"),
    "numbers": ("1. ندوة عن القصة", "2. أمسية لشعراء الجنوب", "3. معرض للخط العربي", "4. ورشة للأطفال"),
    "figures": ("المركز\tالفريق\tالنقاط", "1\tالنجوم\t30", "2\tالسهم\t28", "3\tالفرسان\t25"),
    "words": (
        "اليوم\tالقاعة\tالضيف",
        "الأحد\tالكبرى\tشعراء الجنوب",
        "الاثنين\tالصغرى\tكتاب القصة",
        "الثلاثاء\tالكبرى\tرسامو الأطفال",
    ),
}
FORMED = ("labels", "points", "numbers", "figures", "words")
TITLES = ("المنتخب يفوز على ضيفه في مباراة ودية", "أسعار النفط تواصل ارتفاعها اليوم")
BARE = (("إعلان",), ("Advertisement",), ("تصوير: محمد الصالح",))
PLAIN = (
    *BARE,
    ("(أ ف ب)",),
    ("شارك", "فيسبوك", "تويتر"),
    (f"اقرأ أيضا: {TITLES[0]}",),
    ("اشترك في نشرتنا البريدية", "البريد الإلكتروني", "إرسال"),
    ("النشرة البريدية", "خلاصة الأسبوع في بريدك كل مساء", "اشترك"),
    ("قصص مقترحة", TITLES[0], "قصص مقترحة نهاية"),
)
HEADED = (("اقرأ أيضا:", *TITLES), ("الأكثر قراءة", *TITLES), ("مقالات ذات صلة", TITLES[0]))
INTRO = "وقرأ الوزير أمام جمهور كبير من زوار المعرض ما اختاره من برنامج هذا العام."
ANNOUNCED = "وقرأ الوزير أمام جمهور كبير من زوار المعرض:"


def _told(lines: tuple[str, ...], box: tuple[str, ...]) -> list[str]:
    """What a page is read as; nothing of the box is in it."""
    document = clean("\n".join(lines))
    assert not [line for line, kind in kinds(document).items() if line in box and kind in KEPT_KINDS]
    assert not document.embedded
    return body(document)


@pytest.mark.parametrize("place", [1, 2])
@pytest.mark.parametrize("box", PLAIN)
@pytest.mark.parametrize("run", RUNS)
def test_a_box_inside_a_run_of_lines_takes_none_of_them(run: str, box: tuple[str, ...], place: int) -> None:
    lines = RUNS[run]
    told = _told((HEADLINE, *BODY[:2], INTRO, *lines[:place], *box, *lines[place:], *BODY[2:]), box)
    assert told == [*BODY[:2], INTRO, *(line.replace("\t", " ") for line in lines), *BODY[2:]]


@pytest.mark.parametrize("place", [1, 2, 3])
@pytest.mark.parametrize("box", HEADED)
@pytest.mark.parametrize("run", FORMED)
def test_titles_inside_a_run_of_a_form_take_none_of_it(run: str, box: tuple[str, ...], place: int) -> None:
    lines = RUNS[run]
    told = _told((HEADLINE, *BODY[:2], INTRO, *lines[:place], *box, *lines[place:], *BODY[2:]), box)
    assert told == [*BODY[:2], INTRO, *(line.replace("\t", " ") for line in lines), *BODY[2:]]


@pytest.mark.parametrize("box", HEADED)
@pytest.mark.parametrize("run", ["verses", "plain"])
def test_titles_between_blank_lines_take_no_verse(run: str, box: tuple[str, ...]) -> None:
    lines = RUNS[run]
    blocks = ((HEADLINE,), *((line,) for line in BODY[:2]), (ANNOUNCED, *lines[:2]), box, lines[2:], BODY[2:])
    told = _told(("\n\n".join(map("\n".join, blocks)),), box)
    assert told == [*BODY[:2], ANNOUNCED, *lines, *BODY[2:]]


@pytest.mark.parametrize("box", BARE)
@pytest.mark.parametrize("run", ["labels", "points", "numbers"])
def test_a_run_that_ends_the_text_goes_on_below_a_bare_box(run: str, box: tuple[str, ...]) -> None:
    lines = RUNS[run]
    told = _told((HEADLINE, *BODY, ANNOUNCED, *lines[:2], *box, *lines[2:]), box)
    assert told == [*BODY, ANNOUNCED, *lines]


BELOW = (
    *(("شارك", "فيسبوك", "تويتر"), ("اقرأ أيضا:",), ("الأكثر قراءة",)),
    *(("إعلان",), ("اشترك في نشرتنا البريدية", "البريد الإلكتروني", "إرسال")),
)
OTHERS = (
    ("الكتب", "الثقافة"),
    ("- المنتخب يفوز على ضيفه في مباراة ودية مثيرة", "- أسعار النفط تواصل ارتفاعها في الأسواق اليوم"),
    ("من نحن", "اتصل بنا", "سياسة الخصوصية"),
    (*TITLES, "الوزير: سنفتتح مستشفى جديدا في الجنوب"),
)


@pytest.mark.parametrize("others", OTHERS)
@pytest.mark.parametrize("box", BELOW)
@pytest.mark.parametrize("run", [run for run in RUNS if run != "words"])
def test_what_stands_below_a_run_and_a_box_is_none_of_it(
    run: str, box: tuple[str, ...], others: tuple[str, ...]
) -> None:
    lines = RUNS[run]
    told = _told((HEADLINE, *BODY[:2], ANNOUNCED, *lines, *box, *others), (*box, *others))
    assert set(told) <= {*BODY[:2], ANNOUNCED, *(line.replace("\t", " ") for line in lines)}


@pytest.mark.parametrize(
    "link",
    [
        "طالع | قائمة الكتب الأكثر مبيعا في المدينة",
        "للمزيد: مواعيد القطارات الجديدة",
        "اقرأ أيضا: أمطار غزيرة",
    ],
)
def test_a_link_glued_to_the_next_word_is_cut(link: str) -> None:
    document = clean(page(inside=(f"{link}وقال ناشرون إن المعرض فتح أبوابه لطلبة المدارس في يومه الأول.",)))
    assert "وقال ناشرون إن المعرض فتح أبوابه لطلبة المدارس في يومه الأول." in body(document)


@pytest.mark.parametrize(
    "line",
    [
        "طالع الوزير كتبا قديمة في المكتبة الوطنية وقال إن القاعة ستفتح للباحثين في الربيع المقبل.",
        "شاهد: الوزير في المكتبة الوطنية وهو يقول إن القاعة ستفتح للباحثين في الربيع المقبل.",
    ],
)
def test_a_line_whose_words_are_whole_is_not_cut(line: str) -> None:
    document = clean(page(inside=(line,)))
    assert not any(line.cuts for line in document.lines)
