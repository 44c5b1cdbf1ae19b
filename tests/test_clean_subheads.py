"""Lines between two paragraphs of a text: its subheads, with a mark or in a list of contents, too."""

from __future__ import annotations

import pytest

from digest.extract import extract_fields
from tests.pages import BODY, HEADLINE, body, clean, kinds, page


@pytest.mark.parametrize("subhead", ["* دور النشر", "قاعة القراءة", "تسربات تهدر ثلث الكمية المنتجة"])
def test_a_line_alone_between_two_paragraphs_is_a_subhead(subhead: str) -> None:
    document = clean("\n".join((HEADLINE, *BODY[:2], subhead, *BODY[2:])))
    assert kinds(document)[subhead] == "subhead"
    assert body(document) == list(BODY)


def test_points_with_marks_are_no_subheads() -> None:
    points = ("* دور النشر", "* قاعة القراءة")
    document = clean("\n".join((HEADLINE, *BODY[:2], *points, *BODY[2:])))
    assert "subhead" not in {kinds(document)[point] for point in points}


@pytest.mark.parametrize("above", [("محتويات المقال",), ()])
def test_subheads_that_a_list_of_contents_names_stay(above: tuple[str, ...]) -> None:
    names = ("دور النشر", "قاعة القراءة", "الندوات")
    parts = [line for pair in zip(names, BODY[1:], strict=True) for line in pair]
    document = clean("\n".join((HEADLINE, *above, *names, BODY[0], *parts)))
    found = [(line.kind.value, line.rule) for line in document.lines]
    assert [kind for kind, _ in found].count("subhead") == len(names)
    assert [rule for _, rule in found].count("contents.item") == len(names)
    assert body(document) == list(BODY)


@pytest.mark.parametrize("above", [("جدول المحتويات",), ()])
@pytest.mark.parametrize("names", [("دور النشر", "قاعة القراءة"), ("من يشارك؟", "متى تفتح القاعة؟")])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_contents_below_the_first_paragraph_part_no_text(
    above: tuple[str, ...], names: tuple[str, str], gap: str
) -> None:
    first, second = names
    listed = "\n".join((*above, *names))
    document = clean(gap.join((HEADLINE, BODY[0], listed, first, BODY[1], second, *BODY[2:])))
    rules = [line.rule for line in document.lines]
    assert rules.count("contents.item") == len(names)
    assert rules.count("contents.heading") == len(above)
    assert [line.kind.value for line in document.lines].count("subhead") == len(names)
    assert body(document) == list(BODY)


def test_contents_in_another_order_leave_every_subhead() -> None:
    names = ("قاعة القراءة", "دور النشر")
    document = clean("\n".join((HEADLINE, BODY[0], *names, names[1], BODY[1], names[0], *BODY[2:])))
    assert [line.kind.value for line in document.lines].count("subhead") == len(names)
    assert body(document) == list(BODY)


def test_a_question_above_the_contents_is_no_headline() -> None:
    asked = "كثيرون يسألون عن الكتب الجديدة وقاعاتها وأسعارها في العاصمة، فمن يبيعها؟ وكم يدفع الزائر فيها؟"
    names = ("دور النشر", "قاعة القراءة")
    parts = (BODY[0], names[0], BODY[1], names[1], BODY[2])
    document = clean("\n".join((HEADLINE, HEADLINE, asked, "المحتويات", *names, *parts)))
    assert (kinds(document)[HEADLINE], kinds(document)[asked]) == ("headline-repeated", "deck")
    assert body(document) == list(BODY[:3])


def test_the_first_subhead_below_the_contents_need_not_be_in_them() -> None:
    names, opening = ("دور النشر", "قاعة القراءة"), "أكبر المعارض"
    parts = (opening, BODY[1], names[0], BODY[2], names[1], BODY[3])
    document = clean("\n".join((HEADLINE, BODY[0], "المحتويات", *names, *parts)))
    assert kinds(document)[opening] == "subhead"
    assert body(document) == list(BODY)


def test_a_name_of_the_contents_that_heads_nothing_is_none_of_the_text() -> None:
    listed = ("المحتويات", "دور النشر", "قاعة القراءة", "الندوات")
    document = clean("\n".join((HEADLINE, BODY[0], *listed, "دور النشر", BODY[1], "الندوات", *BODY[2:])))
    assert kinds(document)["قاعة القراءة"] == "furniture"
    assert body(document) == list(BODY)


def test_a_heading_of_contents_without_any_hides_no_text() -> None:
    document = clean("\n".join((HEADLINE, BODY[0], "المحتويات", "دور النشر", *BODY[1:])))
    assert kinds(document)["دور النشر"] == "subhead"
    assert body(document) == list(BODY)


def test_a_line_that_comes_again_between_paragraphs_is_no_subhead() -> None:
    document = clean("\n".join((HEADLINE, BODY[0], "قاعة القراءة", BODY[1], "قاعة القراءة", *BODY[2:])))
    assert kinds(document)["قاعة القراءة"] == "furniture"


TITLE, DAY = "ضبط ثلاثة سائقين متهورين في القصيم", "10 سبتمبر 2025"


def test_a_title_below_a_date_between_two_paragraphs_goes_with_it() -> None:
    document = clean("\n".join((HEADLINE, "17 سبتمبر 2025", *BODY[:2], DAY, TITLE, *BODY[2:])))
    assert kinds(document)[TITLE] == "related"
    assert body(document) == list(BODY)


def test_titles_below_several_dates_are_subheads() -> None:
    titles = (TITLE, "أمطار غزيرة على السواحل الشمالية للبلاد")
    parts = (DAY, titles[0], BODY[2], "12 سبتمبر 2025", titles[1], BODY[3])
    document = clean("\n".join((HEADLINE, *BODY[:2], *parts)))
    assert body(document) == list(BODY)
    assert "related" not in {kinds(document)[title] for title in titles}


def test_a_line_above_a_short_one_that_announces_a_list_is_a_subhead() -> None:
    announcing = ("طرق القراءة", "يعتمد القارئ على عادات قديمة ثم يضيف إليها غيرها، منها:")
    points = ("القراءة في الصباح الباكر.", "القراءة في الحافلة.")
    document = clean("\n".join((HEADLINE, *BODY[:2], *announcing, *points, *BODY[2:])))
    assert kinds(document)[announcing[0]] == "subhead"
    assert body(document) == [*BODY[:2], announcing[1], *points, *BODY[2:]]


@pytest.mark.parametrize("subhead", ["علامات تميز الطبعات الأولى", "سمات الرواية الجديدة"])
def test_a_word_for_keywords_that_a_mark_does_not_follow_is_a_subheads(subhead: str) -> None:
    document = clean("\n".join((HEADLINE, *BODY[:2], subhead, *BODY[2:])))
    assert kinds(document)[subhead] == "subhead"
    assert body(document) == list(BODY)


def test_such_a_subhead_of_the_contents_stays() -> None:
    names = ("دور النشر", "علامات تميز الطبعات الأولى", "الندوات")
    parts = [line for pair in zip(names, BODY[1:], strict=True) for line in pair]
    document = clean("\n".join((HEADLINE, BODY[0], "المحتويات", *names, *parts)))
    assert [line.kind.value for line in document.lines].count("subhead") == len(names)
    assert body(document) == list(BODY)


@pytest.mark.parametrize(
    "tags",
    ["علاماتالكتاب ، النشر ، المعرض الدولي", "علامات: الكتاب", "العلامات", "الوسومالنشر، الثقافة، العاصمة"],
)
def test_keywords_are_none_of_the_text(tags: str) -> None:
    document = clean("\n\n".join((HEADLINE, *BODY, tags)))
    assert kinds(document)[tags] == "keywords"
    assert body(document) == list(BODY)


@pytest.mark.parametrize("line", ["ترتيب حسب: الأحدث", "الأقدم", "الأقدم أولا"])
def test_what_orders_a_live_page_heads_nothing(line: str) -> None:
    document = clean("\n".join((HEADLINE, BODY[0], line, "21:30", BODY[1], "19:05", *BODY[2:])))
    assert kinds(document)[line] == "app-control"
    assert body(document) == list(BODY)


@pytest.mark.parametrize("line", ["ترتيب حسب الأحدث", "الأقدم أولا"])
def test_what_orders_comments_says_that_readers_wrote_what_follows(line: str) -> None:
    theirs = (
        "المشكلة ليست في الكتب وإنما في غياب القراء منذ سنوات طويلة.",
        "وهل تظنون أن المعرض سيغير شيئا؟ لا أعتقد ذلك، فالكتاب أغلى من الخبز.",
        "كل معرض والقراء بخير، ولا بد من قاعة أكبر للأطفال في العام المقبل.",
    )
    document = clean("\n".join((HEADLINE, *BODY, "التعليقات", line, *theirs)))
    assert body(document) == list(BODY)
    assert {kinds(document)[text] for text in theirs} == {"comments"}


MORE = (
    "ويستمر العمل في القاعات حتى ساعة متأخرة من الليل، وتنقل الحافلات الزوار إلى وسط العاصمة مجانا.",
    "وخصصت إدارة المعرض مقاعد للمسنين في كل قاعة، ومكتبا للمفقودات عند المدخل الشمالي من المبنى.",
)


@pytest.mark.parametrize("headed", [True, False])
def test_few_questions_are_subheads_where_a_text_has_others(headed: bool) -> None:
    parts = (*BODY[:2], "من يشارك في المعرض؟", *BODY[2:], *(("قاعة القراءة",) if headed else ()), *MORE)
    document = clean("\n\n".join((HEADLINE, *parts)))
    assert kinds(document)["من يشارك في المعرض؟"] == ("subhead" if headed else "body")


def test_as_many_questions_as_answers_are_an_interviews() -> None:
    questions = ("من يشارك هذا العام؟", "كم كتابا تعرضون؟", "ماذا عن الأطفال؟")
    parts = [line for pair in zip(questions, BODY[1:], strict=True) for line in pair]
    document = clean("\n\n".join((HEADLINE, BODY[0], *parts, "قاعة القراءة", *MORE)))
    assert {kinds(document)[question] for question in questions} == {"body"}


def test_words_alone_above_a_table_head_it() -> None:
    table = ("اليوم | الزوار | الكتب", "الأحد | 120 | 45", "الاثنين | 210 | 60")
    document = clean(
        "\n\n".join((HEADLINE, *BODY[:2], "أعداد الزوار (بالآلاف)", "\n".join(table), *BODY[2:]))
    )
    assert kinds(document)["أعداد الزوار (بالآلاف)"] == "subhead"
    assert {kinds(document)[row] for row in table} == {"body"}


@pytest.mark.parametrize("marks", ['"{}"', "«{}»", "{}"])
@pytest.mark.parametrize("order", [1, -1])
def test_a_pull_quote_beside_a_subhead_leaves_the_subhead(marks: str, order: int) -> None:
    quote, subhead = marks.format("دور النشر المشاركة جاءت من عشرين دولة"), "كتب الأطفال"
    document = clean("\n\n".join((HEADLINE, *BODY[:3], *(quote, subhead)[::order], *BODY[3:])))
    assert (kinds(document)[quote], kinds(document)[subhead]) == ("pull-quote", "subhead")
    assert body(document) == list(BODY)


def test_words_in_marks_that_no_paragraph_has_leave_the_subhead_above_them() -> None:
    quote, subhead = "«نريد كتبا للأطفال في كل قاعة من المعرض»", "كتب الأطفال"
    document = clean("\n\n".join((HEADLINE, *BODY[:3], subhead, quote, *BODY[3:])))
    assert (kinds(document)[quote], kinds(document)[subhead]) == ("body", "subhead")


@pytest.mark.parametrize(
    "line",
    [
        "صورة أرشيفية للقاعة - رويترز",
        "زوار أمام أجنحة دور النشر - أسوشيتد برس",
        "زوار أمام الأجنحة / الأناضول",
    ],
)
def test_a_picture_and_its_agency_between_paragraphs_are_a_caption(line: str) -> None:
    assert kinds(clean(page(inside=(line,))))[line] == "caption"


@pytest.mark.parametrize("line", ["زوار المعرض - كبار وصغار", "ندوات - رويترز"])
def test_words_with_a_dash_between_paragraphs_are_no_caption(line: str) -> None:
    assert kinds(clean(page(inside=(line,))))[line] == "subhead"


LINKS = ("حافلات جديدة تدخل الخدمة في الضواحي", "من يرمم السوق القديم في المرفأ")


@pytest.mark.parametrize("subhead", ["صحيفة المنار", "القدس العربي", "برنامج الندوات"])
@pytest.mark.parametrize("before", [1, 2, 3])
def test_a_line_above_a_list_heads_the_paragraph_below_it(subhead: str, before: int) -> None:
    told = f"وتحت عنوان المعرض تكتب {subhead} أن دور النشر جاءت من عشرين دولة وأن الكتب تزيد على مليون."
    lines = (HEADLINE, *BODY[:before], subhead, "روابط ذات علاقة", *LINKS, told, *BODY[before:])
    document = clean("\n".join(lines))
    assert kinds(document)[subhead] == "subhead"
    assert body(document) == [*BODY[:before], told, *BODY[before:]]


def test_a_line_above_a_list_that_the_text_below_tells_nothing_of_is_none() -> None:
    lines = (HEADLINE, *BODY[:2], "تلفزيون الضاحية", "روابط ذات علاقة", *LINKS, *BODY[2:])
    assert kinds(clean("\n".join(lines)))["تلفزيون الضاحية"] != "subhead"


@pytest.mark.parametrize("paper", ["القدس العربي", "المصري اليوم"])
def test_a_paper_below_a_list_heads_the_paragraph_that_tells_of_it(paper: str) -> None:
    told = f"أما صحيفة {paper}، فكتبت تحت عنوان المعرض أن دور النشر المشاركة جاءت من عشرين دولة."
    document = clean("\n".join((HEADLINE, *BODY[:2], "روابط ذات علاقة", *LINKS, paper, told, *BODY[2:])))
    assert kinds(document)[paper] == "subhead"
    assert body(document) == [*BODY[:2], told, *BODY[2:]]
    assert extract_fields(document).source is None


def test_days_of_a_list_inside_the_text_are_its_own() -> None:
    items = [line for title in LINKS for line in (title, "3 مارس 2019")]
    document = clean("\n".join((HEADLINE, *BODY[:2], "روابط ذات علاقة", *items, *BODY[2:])))
    assert extract_fields(document).stated_date is None
    assert body(document) == list(BODY)
