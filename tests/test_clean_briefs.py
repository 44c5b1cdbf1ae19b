"""Pages of briefs without a day: each below the first is told as another article, subheads are none."""

from __future__ import annotations

import pytest

from digest.model import Document
from tests.pages import BODY, HEADLINE, body, clean

BRIEFS = (
    (
        "البلدية تزرع ألف شجرة على ضفتي النهر",
        "زرعت البلدية ألف شجرة من السنديان على ضفتي النهر، وقالت إن فرقها ستسقيها طوال الصيف الطويل.",
    ),
    (
        "منتخب الطائرة يبلغ نصف النهائي القاري",
        "بلغ منتخب الكرة الطائرة نصف النهائي القاري بعد تغلبه على ضيفه بثلاثة أشواط متتالية أمس.",
    ),
    (
        "مطار الجزيرة يستقبل أول رحلة شتوية",
        "استقبل مطار الجزيرة أول رحلة شتوية قادمة من الشمال، وعلى متنها مئتا سائح جاؤوا للغوص.",
    ),
    (
        "أطباء ينجحون في زراعة كبد لطفلة رضيعة",
        "نجح أطباء المستشفى الجامعي في زراعة جزء من كبد لطفلة رضيعة، تبرعت به خالتها قبل أسبوع.",
    ),
)


def page(*briefs: tuple[str, ...], sep: str = "\n\n") -> Document:
    return clean(sep.join(line for brief in briefs for line in brief))


def doubts(document: Document) -> list[str]:
    return [warning.code for warning in document.warnings]


@pytest.mark.parametrize("sep", ["\n", "\n\n"])
@pytest.mark.parametrize("count", [3, 4])
def test_each_below_the_first_is_another_article(count: int, sep: str) -> None:
    briefs = BRIEFS[:count]
    document = page(*briefs, sep=sep)
    assert body(document) == [briefs[0][1]]
    assert [other.headline for other in document.embedded] == [title for title, _ in briefs[1:]]
    text = document.seed.text
    assert [text[other.span.start : other.span.end].split("\n")[-1] for other in document.embedded] == [
        paragraph for _, paragraph in briefs[1:]
    ]


def test_credits_and_sections_names_between_them_change_nothing() -> None:
    lines = (("محليات", title, "رويترز", paragraph) for title, paragraph in BRIEFS)
    document = page(*lines)
    assert body(document) == [BRIEFS[0][1]]
    assert len(document.embedded) == len(BRIEFS) - 1


def test_a_second_one_alone_is_doubted() -> None:
    document = page(*BRIEFS[:2])
    assert body(document) == [BRIEFS[0][1], BRIEFS[1][1]]
    assert doubts(document) == ["another-article"]


def test_sections_of_one_subject_are_one_article() -> None:
    subject = tuple(
        zip(("الوزير يجيب عن أسئلة الناشرين", "دور النشر تعرض مليون كتاب"), BODY[1:3], strict=True)
    )
    document = page((HEADLINE, BODY[0]), *subject)
    assert body(document) == list(BODY[:3])
    assert (document.embedded, doubts(document)) == ((), [])


def test_short_names_of_sections_are_subheads_whatever_they_stand_above() -> None:
    sections = ((title.split()[0], paragraph) for title, paragraph in BRIEFS[1:])
    document = page(BRIEFS[0], *((f"{word} أولا", paragraph) for word, paragraph in sections))
    assert body(document) == [paragraph for _, paragraph in BRIEFS]
    assert document.embedded == ()


def test_questions_that_a_text_answers_are_subheads() -> None:
    asked = ((f"لماذا {title}؟", paragraph) for title, paragraph in BRIEFS[1:])
    document = page(BRIEFS[0], *asked)
    assert set(body(document)).issuperset(paragraph for _, paragraph in BRIEFS)
    assert document.embedded == ()


def test_below_an_article_of_several_paragraphs_they_are_no_page_of_briefs() -> None:
    document = page((HEADLINE, *BODY), *BRIEFS[:2])
    assert body(document)[: len(BODY)] == list(BODY)


RATES = (
    "سعر الدولار اليوم في البنوك المحلية",
    "استقر سعر الدولار في مستهل تعاملات اليوم في البنوك المحلية، بعد أسبوع من التراجع المتواصل أمام الليرة.",
    "47.05 ليرة للشراء.",
    "47.15 ليرة للبيع.",
    "47.04 ليرة للشراء.",
    "47.14 ليرة للبيع.",
)


def test_an_article_of_a_sentence_and_lines_that_ends_the_text_is_told() -> None:
    document = page((HEADLINE, *BODY), RATES)
    assert body(document) == list(BODY)
    assert [other.headline for other in document.embedded] == [RATES[0]]
    assert document.seed.text[: document.embedded[0].span.end].endswith(RATES[-1])


def test_the_next_article_is_another_one() -> None:
    other = (
        BRIEFS[0][0],
        BRIEFS[0][1],
        "وتستمر الحملة حتى نهاية الشتاء، وتشمل عشرة أحياء على ضفتي النهر والبحيرة.",
    )
    document = page((HEADLINE, *BODY), RATES, other)
    assert [found.headline for found in document.embedded] == [RATES[0], other[0]]


def test_links_below_a_heading_are_none() -> None:
    document = page((HEADLINE, *BODY), ("اقرأ أيضا", *RATES))
    assert body(document) == list(BODY)
    assert (document.embedded, doubts(document)) == ((), [])


def test_a_long_question_that_a_text_goes_on_about_is_of_the_text() -> None:
    asked = (
        "ما الذي يحدث في المسافة بين سن الرابعة، حين يسأل الصغير عن كل شيء، وسن الرابعة عشرة حين يهز كتفيه؟"
    )
    answers = (
        "يحدث أننا نكافئ الصمت في الصغير، ونقول عن الهادئ إنه مؤدب وعن السائل إنه طويل اللسان.",
        "أعرف أبا أغلق هاتفه ساعة كل مساء، وخصصها لما يسميه محكمة الصغير حين يسأل عن السماء والبحر.",
        "لست أدعو إلى الفوضى، ولا إلى أن يجادل الصغير أباه في كل شيء، بل إلى عادة واحدة كل مساء.",
    )
    assert body(page((HEADLINE, *BODY[:2], asked, *answers))) == [*BODY[:2], asked, *answers]
