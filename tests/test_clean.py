"""Cleaning: the headline, the body, what stands above and between, errors, and what an editor decides."""

from __future__ import annotations

import pytest

from digest.errors import SeedError
from digest.extract import extract_fields
from digest.model import Correction, LineKind
from tests.pages import (
    BODY,
    BRIEF,
    HEADLINE,
    body,
    clean,
    kinds,
    page,
)


@pytest.mark.parametrize(
    ("word", "is_headline"),
    [
        ("هدنة", True),
        ("زلزال!", True),
        ("سياسة", False),
        ("تقرير", False),
        ("القاهرة", False),
        ("مطر:", False),
        ("NEWS", False),
    ],
)
@pytest.mark.parametrize("between", [(), ("20 يوليو 2022",), ("كتب: سامي منصور", "20 يوليو 2022")])
def test_one_word_alone_at_the_top(word: str, is_headline: bool, between: tuple[str, ...]) -> None:
    document = clean("\n\n".join((word, *between, *BODY)))
    assert (document.lines[0].kind is LineKind.HEADLINE) is is_headline


@pytest.mark.parametrize("below", ["جميع الحقوق محفوظة هدنة", "هدنة"])
def test_one_word_that_stands_alone_or_last_elsewhere_is_no_headline(below: str) -> None:
    assert clean("\n\n".join(("هدنة", *BODY, below))).lines[0].kind.value != "headline"


def test_body_and_headline() -> None:
    document = clean(page())
    assert kinds(document)[HEADLINE] == "headline"
    assert body(document) == list(BODY)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("12 مايو 2023 10:15 ص", "stated-date"),
        ("كتبت منى عادل - القاهرة", "byline"),
        ("شارك فيسبوك تويتر واتساب", "share"),
        ("0", "comments"),
        ("قراءة 3 دقائق", "reading-time"),
        ("#كتب #معرض", "keywords"),
        ("تصوير: سالم", "credit"),
        ("وزير الثقافة في المعرض (أ ف ب)", "caption"),
        ("إعلان", "advertisement"),
        ("https://example.org/a/b", "copy-link"),
    ],
)
def test_lines_between_headline_and_body(line: str, kind: str) -> None:
    document = clean("\n".join((HEADLINE, line, *BODY)))
    assert kinds(document)[line] == kind
    assert body(document) == list(BODY)


def test_label_and_site_name_above_the_headline() -> None:
    found = kinds(clean(page("موقع متخصص بالثقافة", "عاجل")))
    assert (found["موقع متخصص بالثقافة"], found["عاجل"]) == ("site-name", "label")


def test_tickers_and_menus_above_the_headline_are_left_out() -> None:
    menu = (
        "الرئيسية",
        "سياسة",
        "رياضة",
        "المنتخب يفوز على ضيفه في مباراة ودية مثيرة",
        "أسعار النفط تواصل ارتفاعها اليوم",
    )
    document = clean("\n".join((*menu, HEADLINE, *BODY)))
    assert kinds(document)[HEADLINE] == "headline"
    assert all(kinds(document)[line] == "navigation" for line in menu)


def test_the_headline_repeated_and_with_a_site_name() -> None:
    document = clean("\n".join((f"{HEADLINE} - صحيفة الغد", HEADLINE, "24/05/2023", HEADLINE, *BODY)))
    numbers = {line.number: line.kind.value for line in document.lines}
    assert (numbers[1], numbers[2], numbers[4]) == ("headline-repeated", "headline", "headline-repeated")


def test_subheads_stay_and_attributions_go() -> None:
    quotation = "“المعرض فرصة لكل من يحب القراءة، ونحن سعداء بهذا الإقبال الكبير من الزوار.”"
    name = "وزير الثقافة سامي منصور"
    lines = (
        HEADLINE,
        BODY[0],
        "برنامج المعرض",
        BODY[1],
        quotation,
        name,
        BODY[2],
        quotation[:-2] + " جدا.”",
        name,
        BODY[3],
    )
    document = clean("\n".join(lines))
    assert kinds(document)["برنامج المعرض"] == "subhead"
    assert kinds(document)[name] == "pull-quote"


def test_a_breadcrumb_is_no_headline() -> None:
    document = clean("\n".join(("الرئيسية / أخبار / ثقافة", *BODY)))
    assert kinds(document)["الرئيسية / أخبار / ثقافة"] == "navigation"


@pytest.mark.parametrize("sentences", [BRIEF, BRIEF[:2], BRIEF[1:]])
def test_a_brief_of_short_sentences_is_an_article(sentences: tuple[str, ...]) -> None:
    document = clean("\n\n".join(("الحكومة تقر خطة جديدة للكتاب", *sentences)))
    assert body(document) == list(sentences)


def test_what_an_editor_keeps_may_be_short() -> None:
    text = "الحكومة تقر خطة جديدة\n\nأقرت الحكومة خطة"
    with pytest.raises(SeedError):
        clean(text)
    keep = (("أقرت الحكومة خطة", LineKind.BODY),)
    assert body(clean(text, correction=Correction("a", "a.yml", keep=keep))) == ["أقرت الحكومة خطة"]


def test_links_between_headline_and_body_are_no_captions() -> None:
    lines = ("اقرأ أيضا", "المنتخب يخسر مباراته الودية", "أمطار غزيرة على السواحل")
    document = clean("\n\n".join((HEADLINE, *lines, *BODY)))
    assert {kinds(document)[line] for line in lines} == {"related"}
    assert body(document) == list(BODY)


@pytest.mark.parametrize(
    ("above", "second"),
    [
        ((), "بمشاركة مئة دار نشر"),
        (("عاجل", ""), "وعدد الكتب يزيد على مليون"),
        ((), "في قاعة منفصلة للأطفال"),
    ],
)
def test_a_headline_of_two_lines_on_a_page_that_is_not_wrapped(above: tuple[str, ...], second: str) -> None:
    document = clean("\n".join((*above, HEADLINE, second, "", "\n\n".join(BODY))))
    assert extract_fields(document).headline.text == f"{HEADLINE} {second}"
    assert body(document) == list(BODY)


@pytest.mark.parametrize("line", ["✍️ هيثم الزوبعي", "من سامي منصور", "3 أكتوبر 21", "نادي القراءة"])
def test_what_stands_right_below_a_headline_need_not_be_its_second_line(line: str) -> None:
    document = clean("\n".join((HEADLINE, line, "", "\n\n".join(BODY))))
    assert extract_fields(document).headline.text == HEADLINE


def test_a_flash_is_an_article_with_a_note() -> None:
    document = clean("عاجل\n\nالحكومة تستقيل\n\nاستقالت الحكومة اليوم الأحد.\n\nشارك")
    assert body(document) == ["استقالت الحكومة اليوم الأحد."]
    assert kinds(document)["الحكومة تستقيل"] == "headline"
    assert [(warning.code, warning.file) for warning in document.warnings] == [("flash", "seeds/a.txt")]


@pytest.mark.parametrize("text", ["الحكومة تستقيل\n\nفاز المنتخب على ضيفه.", "استقالت الحكومة اليوم الأحد."])
def test_a_sentence_without_its_headline_is_no_flash(text: str) -> None:
    with pytest.raises(SeedError, match="no article"):
        clean(text)


def test_an_urgent_headline_is_no_ticker() -> None:
    document = clean("\n\n".join((f"عاجل: {HEADLINE}", *BODY)))
    assert kinds(document)[f"عاجل: {HEADLINE}"] == "headline"


def test_no_article_is_an_error_that_names_the_file() -> None:
    with pytest.raises(SeedError, match=r"seeds/a\.txt: no article"):
        clean("الرئيسية\nسياسة\nرياضة\nاتصل بنا\n")


def test_a_page_in_another_language_warns() -> None:
    text = (
        "The minister opened the fair in the capital on Sunday, with a hundred publishers taking part.\n" * 3
    )
    assert [warning.code for warning in clean(f"{HEADLINE}\n{BODY[0]}\n{text * 3}").warnings] == [
        "not-arabic"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "رئیس جمهور امروز در مراسم افتتاح گفت که این پروژه در سه سال ساخته شده است و هزاران نفر کار کرده‌اند.",
        "وزیر نے کہا کہ یہ منصوبہ تین سال میں مکمل ہوا ہے اور اس میں ہزاروں افراد نے کام کیا ہے۔",
    ],
)
def test_a_page_in_another_language_of_arabic_letters_warns(text: str) -> None:
    document = clean(f"{text}\n\n{text} {text}")
    assert "not-arabic" in [warning.code for warning in document.warnings]
    assert "ی" in document.text


def test_a_page_without_arabic_is_read() -> None:
    text = (
        "The minister of culture opened the book fair in the capital today with a hundred publishers.",
        "He said that the fair, which lasts a week, is the largest for years and that entry is free.",
        "The books on show come from twenty countries, and there are more than a million of them.",
    )
    document = clean("\n\n".join(("The minister opens the book fair", *text)))
    assert [warning.code for warning in document.warnings] == ["not-arabic"]
    assert body(document) == list(text)
    assert kinds(document)["The minister opens the book fair"] == "headline"


def test_an_editor_keeps_and_drops_lines() -> None:
    correction = Correction(
        article="a",
        file="content/corrections/a.yml",
        keep=(("إعلان", LineKind.SUBHEAD),),
        drop=((BODY[2], LineKind.ADVERTISEMENT), ("سطر ليس في الصفحة", LineKind.SHARE)),
        places={"drop.1": 7},
    )
    document = clean(page(inside=("إعلان",)), correction=correction)
    assert kinds(document)["إعلان"] == "subhead"
    assert BODY[2] not in body(document)
    (warning,) = document.warnings
    assert (warning.code, warning.file, warning.line) == (
        "correction-without-line",
        "content/corrections/a.yml",
        7,
    )
