"""Cleaning: what a page puts inside the body does not end it; what follows an article is none of it."""

from __future__ import annotations

import pytest

from tests.pages import (
    BETWEEN,
    BODY,
    BOXES,
    HEADLINE,
    LAST,
    LISTS,
    OTHER,
    STRANGE,
    body,
    clean,
    kinds,
    page,
)


def test_a_related_list_inside_the_body_does_not_end_it() -> None:
    items = ("اقرأ أيضا:", "المنتخب يفوز على ضيفه في مباراة ودية", "أسعار النفط تواصل ارتفاعها اليوم")
    document = clean(page(inside=items))
    assert body(document) == list(BODY)
    assert {kinds(document)[line] for line in items} == {"related"}


@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize("before", [1, 2, 3])
def test_nothing_that_a_page_puts_inside_the_body_ends_it(between: str, before: int) -> None:
    document = clean("\n\n".join((HEADLINE, *BODY[:before], between, *BODY[before:])))
    assert body(document) == list(BODY)
    assert not document.embedded


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("before", [1, 2, 3])
def test_a_box_between_paragraphs_of_few_common_words_ends_nothing(box: str, before: int) -> None:
    lines = ("مجلس النواب يقر قانون السير", "11 أكتوبر 2022", *STRANGE[:before], box, *STRANGE[before:])
    document = clean("\n".join(lines))
    assert body(document) == list(STRANGE)
    assert not document.embedded


@pytest.mark.parametrize("credit", ["بقلم: سامي منصور", "12 أكتوبر 2022"])
def test_a_title_with_a_credit_below_a_box_begins_another_article(credit: str) -> None:
    other = ("رئيس اللجنة يعلن رفع الغرامات", credit, *STRANGE[1:])
    document = clean("\n".join((HEADLINE, *BODY, "الأكثر قراءة", *other)))
    assert body(document) == list(BODY)
    assert [article.headline for article in document.embedded] == [other[0]]


def test_what_readers_write_below_an_article_is_none_of_it() -> None:
    comment = "سامي: هذا المعرض أفضل من معرض العام الماضي، ونشكر الوزير ودور النشر المشاركة على الكتب."
    document = clean(page(below=("التعليقات", comment, "شكرا للوزير على افتتاح المعرض في العاصمة.")))
    assert body(document) == list(BODY)


COMMENTS = (
    ("سامي", "وأنا زرت المعرض مع أطفالي وكانت الكتب كثيرة ودور النشر من كل الدول."),
    ("سامي", "والكتب في المعرض الدولي غالية جدا على الزوار."),
    ("وشكرا للوزير على المعرض الدولي للكتاب وعلى دور النشر المشاركة.",),
)


@pytest.mark.parametrize("heading", ["التعليقات", "3 تعليقات"])
@pytest.mark.parametrize(
    "said", ['وقالت: "أنا سعيدة بالمعرض وأشكر الوزير على الكتب"، ثم زارت القاعة.', BODY[1]]
)
def test_a_paragraph_below_a_heading_of_comments_stays(heading: str, said: str) -> None:
    document = clean("\n\n".join((HEADLINE, BODY[0], heading, said, *BODY[2:])))
    assert body(document) == [BODY[0], said, *BODY[2:]]


@pytest.mark.parametrize("comment", COMMENTS)
@pytest.mark.parametrize("heading", ["التعليقات", "تعليقات القراء (2)", "3 تعليقات"])
def test_comments_that_open_like_a_further_paragraph_are_none(comment: tuple[str, ...], heading: str) -> None:
    document = clean(page(below=(heading, *comment)))
    assert body(document) == list(BODY)
    assert kinds(document)[comment[-1]] == "comments"


@pytest.mark.parametrize("last", LAST)
@pytest.mark.parametrize("stops", [True, False])
@pytest.mark.parametrize("after", [2, 4])
def test_a_paragraph_without_a_stop_is_kept(last: str, stops: bool, after: int) -> None:
    paragraphs = list(BODY) if stops else [paragraph.rstrip(".") for paragraph in BODY]
    paragraphs.insert(after, last)
    document = clean("\n\n".join((HEADLINE, *paragraphs)))
    assert body(document) == paragraphs


@pytest.mark.parametrize("items", LISTS)
@pytest.mark.parametrize(
    "announcing", ["ويضم البرنامج:", "وقال الوزير إن برنامج المعرض يضم فعاليات كثيرة أبرزها :"]
)
def test_a_list_that_the_last_paragraph_announces_is_kept(items: tuple[str, ...], announcing: str) -> None:
    below = (announcing, *items)
    document = clean(page(below=(*below, "الأكثر قراءة", "افتتاح مستشفى جديد")))
    assert body(document) == [*BODY, *below]


def test_a_paragraph_below_a_credit_and_a_list_is_kept() -> None:
    inside = ("تصوير: محمد الصالح", "- ندوات يومية للكتاب", "- معرض لكتب الأطفال")
    document = clean("\n\n".join((HEADLINE, *BODY[:3], *inside, BODY[3])))
    assert body(document)[-1] == BODY[3]


def test_a_related_list_with_an_end_of_its_own() -> None:
    document = clean(page(inside=("قصص مقترحة", "لماذا ارتفعت أسعار النفط في العالم؟", "قصص مقترحة نهاية")))
    assert body(document) == list(BODY)


def test_comments_that_read_like_prose_are_left_out() -> None:
    comment = "أشكر الوزارة على هذا المعرض الجميل وأتمنى أن يتكرر كل عام في مدينتنا أيضا إن شاء الله."
    document = clean(page(below=("تعليقات القراء (2)", "1 - قارئ", comment, comment.replace("أشكر", "نشكر"))))
    assert body(document) == list(BODY)
    assert kinds(document)[comment] == "comments"


def test_a_second_article_is_reported_and_kept_out() -> None:
    document = clean(page(below=("المصدر: الغد", "اقرأ أيضا:", *OTHER)))
    assert body(document) == list(BODY)
    (other,) = document.embedded
    assert other.headline == OTHER[0]
    assert document.seed.text[other.span.start : other.span.end] == "\n\n".join(OTHER)
    lines = document.seed.text.split("\n")
    assert (lines[other.first_line - 1], lines[other.last_line - 1]) == (OTHER[0], OTHER[-1])


@pytest.mark.parametrize("between", [("***",), ()])
def test_a_second_article_without_a_heading(between: tuple[str, ...]) -> None:
    lines = (HEADLINE, *BODY, *between, OTHER[0], *(() if between else ("أحمد سامي - جدة",)), *OTHER[1:])
    document = clean("\n".join(lines))
    assert body(document) == list(BODY)
    assert [other.headline for other in document.embedded] == [OTHER[0]]


AROUND = (
    ("عاجل | زلزال يضرب الساحل • ارتفاع أسعار النفط", "ticker"),
    ("عاجل: ارتفاع أسعار النفط", "ticker"),
    ("شريط الأخبار", "ticker"),
    ("عمان 24°C غائم جزئيا", "weather"),
    ("الطقس: القاهرة 31° / 22°", "weather"),
    ("الدولار 47.85 اليورو 51.90 الذهب عيار 21 3100", "furniture"),
    ("الرئيسية » اقتصاد » زراعة", "navigation"),
    ("انتقل إلى المحتوى الرئيسي", "app-control"),
    ("تعذر تحميل التغريدة", "dead-embed"),
    ("تشغيل الفيديو", "app-control"),
    ("المقال التالي: إغلاق طريق الجبل", "related"),
)


@pytest.mark.parametrize(("line", "kind"), AROUND)
@pytest.mark.parametrize("place", [0, 1, 3])
def test_what_a_page_says_around_its_article(line: str, kind: str, place: int) -> None:
    lines = [HEADLINE, *BODY]
    lines.insert(place, line)
    document = clean("\n\n".join(lines))
    assert kinds(document)[line] == kind
    assert kinds(document)[HEADLINE] == "headline"
    assert body(document) == list(BODY)


def test_titles_one_below_the_other_are_no_subheads() -> None:
    titles = ("وزير المالية يعلن موازنة العام الجديد", "أمطار غزيرة على سواحل المتوسط")
    document = clean(page(inside=titles))
    assert {kinds(document)[title] for title in titles} == {"related"}
    assert body(document) == list(BODY)


def test_a_section_with_an_end_does_not_end_the_body() -> None:
    inside = ("قصص مقترحة", "وزير المالية يعلن موازنة العام الجديد", "قصص مقترحة نهاية")
    assert body(clean(page(inside=inside))) == list(BODY)


@pytest.mark.parametrize("marks", ['""', "«»", "“”"])
@pytest.mark.parametrize("stop", ["", "."])
@pytest.mark.parametrize("place", [1, 2, 3])
def test_words_in_marks_that_a_paragraph_has_are_shown_twice(marks: str, stop: str, place: int) -> None:
    line = f"{marks[0]}المعرض الذي يستمر أسبوعا هو الأكبر منذ سنوات{stop}{marks[1]}"
    document = clean("\n\n".join((HEADLINE, *BODY[:place], line, *BODY[place:])))
    assert (body(document), kinds(document)[line]) == (list(BODY), "pull-quote")


@pytest.mark.parametrize(
    "line",
    [
        "«المعرض الذي يستمر شهرا هو الأكبر منذ سنوات، كما يقال.»",
        "المعرض الذي يستمر أسبوعا هو الأكبر منذ سنوات.",
        "«هو الأكبر.»",
    ],
)
def test_other_words_in_marks_and_words_without_them_are_text(line: str) -> None:
    assert kinds(clean("\n\n".join((HEADLINE, *BODY[:2], line, *BODY[2:]))))[line] in ("body", "subhead")
