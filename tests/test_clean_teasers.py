"""Cleaning: one title with its sentence between two paragraphs is another article's, the text goes on."""

from __future__ import annotations

import pytest

from tests.pages import body, clean, kinds

HEADLINE = "الميناء يوسع رصيفه"
PORT = (
    "قال مدير الميناء إن الرصيف الجديد سيستقبل سفن الحاويات الكبيرة قبل نهاية الصيف بعد توسعته.",
    "تدرب العمال في الميناء على تشغيل الرافعات شهرا كاملا، ورافقهم في الورش خبراء من شركات الشحن.",
    "توسعة الرصيف كلفت أقل مما توقع المدير، ولن تنتظر سفن الحاويات خارج الميناء بعد اليوم.",
    "وقعت شركات الشحن عقودا لعشر سنوات تضمن تشغيل الرافعات على الرصيف ليلا ونهارا.",
)
"""A text of which no paragraph begins as one that goes on."""
TEASERS = (
    ("المنتخب يفوز على ضيفه بهدفين نظيفين", "فاز المنتخب على ضيفه بهدفين في مباراة ودية جرت مساء السبت."),
    ("حريق كبير في مصنع للأخشاب", "اندلع حريق في مصنع للأخشاب فجرا، وأخمده رجال الإطفاء بعد ساعات."),
    ("افتتاح مستشفى جديد للأطفال في العاصمة", "يضم المستشفى مئتي سرير للأطفال وعشر غرف عمليات."),
)
LABELS: tuple[tuple[str, ...], ...] = ((), ("اقرأ أيضا",), ("أخبار ذات صلة",))


def page(*lines: str) -> str:
    return "\n\n".join((HEADLINE, *lines))


@pytest.mark.parametrize("teaser", TEASERS)
@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("before", [1, 2, 3])
def test_the_text_goes_on_below_one_teaser_by_its_words(
    before: int, label: tuple[str, ...], teaser: tuple[str, str]
) -> None:
    document = clean(page(*PORT[:before], *label, *teaser, *PORT[before:]))
    assert body(document) == list(PORT)
    assert {kinds(document)[line] for line in teaser} == {"related"}
    assert not document.embedded


@pytest.mark.parametrize("label", LABELS[1:])
def test_a_paragraph_below_one_title_of_another_article_is_the_texts_own(label: tuple[str, ...]) -> None:
    document = clean(page(*PORT[:2], *label, TEASERS[0][0], *PORT[2:]))
    assert body(document) == list(PORT)


@pytest.mark.parametrize("label", LABELS)
def test_an_article_with_its_paragraphs_below_a_title_is_another(label: tuple[str, ...]) -> None:
    further = (
        "رجال الإطفاء قالوا إن حريق المصنع أتى على أطنان من الأخشاب قبل أن يصل الدعم من المدن القريبة.",
        "عمال مصنع الأخشاب غادروا قبل ساعات من الحريق، ولم يصب أحد بأذى كما قال رجال الإطفاء.",
    )
    assert body(clean(page(*PORT, *label, *TEASERS[1], *further))) == list(PORT)


@pytest.mark.parametrize("label", LABELS[1:])
def test_a_subhead_below_a_teaser_stays_in_the_text(label: tuple[str, ...]) -> None:
    further = "وستستقبل الرافعات الجديدة على الرصيف سفن الحاويات كلها، كما قال مدير الميناء لشركات الشحن."
    subhead = "سفن أكبر"
    document = clean(page(*PORT, *label, *TEASERS[0], subhead, further))
    assert body(document) == [*PORT, further]
    assert kinds(document)[subhead] == "subhead"


def test_a_subhead_above_its_paragraph_stays_in_the_text() -> None:
    subhead = "رافعات جديدة تعمل على الرصيف"
    own = "ترفع الرافعات الجديدة الحاويات من سفن الشحن إلى الرصيف في دقائق، كما قال مدير الميناء."
    document = clean(page(*PORT[:2], subhead, own, *PORT[2:]))
    assert body(document) == [*PORT[:2], own, *PORT[2:]]
    assert kinds(document)[subhead] == "subhead"
