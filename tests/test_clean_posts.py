"""Posts of networks that a page shows as lines of text: the article goes on around them."""

from __future__ import annotations

import pytest

from tests.pages import BODY, HEADLINE, body, clean, kinds

WORDS = "كل الشكر لمن زار جناحنا هذا اليوم، ونلقاكم غدا في الموعد نفسه مع ضيوف جدد."
STAMPS = ("9:14 م · 18 أغسطس، 2025", "5:02 PM · Oct 5, 2023")
COUNTERS = ("412 إعادة نشر", "1.2 ألف إعجاب")


@pytest.mark.parametrize("name", [("دار الضفة @dar_difa",), ("دار الضفة", "@dar_difa")])
@pytest.mark.parametrize("stamp", STAMPS)
@pytest.mark.parametrize("above", [1, 2, 3])
def test_a_post_with_its_counters_is_no_text_and_ends_none(
    name: tuple[str, ...], stamp: str, above: int
) -> None:
    post = (*name, WORDS, stamp, *COUNTERS)
    document = clean("\n".join((HEADLINE, "12 مايو 2024", *BODY[:above], *post, *BODY[above:])))
    assert body(document) == list(BODY)
    assert {kinds(document)[line] for line in (*name, WORDS, stamp)} == {"dead-embed"}
    assert {kinds(document)[line] for line in COUNTERS} == {"furniture"}
    assert kinds(document)[HEADLINE] == "headline"


@pytest.mark.parametrize("line", ["قراءة 212 من الردود", "اقرأ 212 ردًا", "عرض الردود"])
def test_a_way_to_the_answers_of_a_post_is_no_text_and_ends_none(line: str) -> None:
    post = ("دار الضفة", "@dar_difa", WORDS, STAMPS[0], "رد", "نسخ الرابط", line)
    tags = ("معرض الكتاب", "دور النشر")
    for inside in (post, (line,)):
        document = clean("\n\n".join((HEADLINE, *BODY[:2], "\n".join(inside), *BODY[2:], "\n".join(tags))))
        assert body(document) == list(BODY)
        assert kinds(document)[line] == "dead-embed"


def test_an_account_below_the_headline_is_of_who_writes() -> None:
    document = clean("\n".join((HEADLINE, "سامي منصور @sami", "12 مايو 2024 - 14:20", *BODY)))
    assert kinds(document)["سامي منصور @sami"] == "byline"
    assert body(document) == list(BODY)


@pytest.mark.parametrize("line", ["اضافة اعلان", "إضافة إعلان"])
def test_a_place_for_an_advertisement_is_no_text(line: str) -> None:
    document = clean("\n".join((HEADLINE, *BODY[:2], line, *BODY[2:])))
    assert kinds(document)[line] == "advertisement"
    assert body(document) == list(BODY)


@pytest.mark.parametrize("told", ["وقد سجل حضورا لافتا", "بعدما أرسل ثلاث قصص"])
def test_what_somebody_registered_or_sent_below_a_post_is_the_articles(told: str) -> None:
    paragraph = f"يعود كاتب الشمال بعد غياب دام سنة كاملة بسبب المرض، {told} في أول خمس جولات."
    above = (BODY[0], "ونشرت الوزارة القائمة كلها على حساباتها الرسمية قبل الندوة بساعة:")
    post = ("دار الضفة", "@dar_difa", "قائمة الكتاب المعنيين بالجائزة", STAMPS[0])
    document = clean("\n".join((HEADLINE, *above, *post, paragraph, *BODY[1:])))
    assert body(document) == [*above, paragraph, *BODY[1:]]
