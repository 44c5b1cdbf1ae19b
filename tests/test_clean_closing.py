"""Points above a button inside a text, which are links; a question to the readers that closes one."""

from __future__ import annotations

import pytest

from tests.pages import BODY, HEADLINE, body, clean

LINKS = ("• حافلات جديدة تدخل الخدمة في الضواحي", "• مطر خفيف يبلل التلال قبل الشتاء")
BUTTON = "للاطلاع على ملحق «الأسبوع».. اضغط هنا"


@pytest.mark.parametrize("place", [1, 2, 3])
def test_titles_with_marks_above_a_button_are_none_of_the_text(place: int) -> None:
    page = "\n".join((HEADLINE, *BODY[:place], *LINKS, BUTTON, *BODY[place:]))
    assert body(clean(page)) == list(BODY)


@pytest.mark.parametrize(
    "points",
    [
        ("• دور نشر من مئة دولة في المعرض", "• جولة الوزير سامي منصور في العاصمة"),
        ("• مطر خفيف يبلل التلال", "• حافلات جديدة للضواحي"),
    ],
)
def test_points_of_the_text_s_own_or_short_ones_stay_above_a_button(points: tuple[str, ...]) -> None:
    page = "\n".join((HEADLINE, *BODY[:2], *points, BUTTON, *BODY[2:]))
    assert body(clean(page)) == [*BODY[:2], *points, *BODY[2:]]


def test_points_that_a_colon_announces_or_that_no_button_closes_stay() -> None:
    announced = "ويضم المعرض هذا العام، بحسب بيان الوزارة، أجنحة عن موضوعات شتى:"
    page = "\n".join((HEADLINE, *BODY[:2], announced, *LINKS, BUTTON, *BODY[2:]))
    assert all(link in body(clean(page)) for link in LINKS)
    plain = "\n".join((HEADLINE, *BODY[:2], *LINKS, *BODY[2:]))
    assert all(link in body(clean(plain)) for link in LINKS)


def test_a_question_with_a_sentence_behind_it_closes_a_text() -> None:
    close = "ما رأيك، هل ستزور المعرض هذا العام؟ شاركنا في التعليقات."
    page = "\n".join((HEADLINE, *BODY, close, "الوسوم", "كتب"))
    assert body(clean(page)) == [*BODY, close]


@pytest.mark.parametrize("form", ["ما رأيك؟", "ما رأيك؟ شاركنا.", "شاركنا رأيك في التعليقات"])
def test_a_form_for_comments_is_none_of_the_text(form: str) -> None:
    assert body(clean("\n".join((HEADLINE, *BODY, form, "الوسوم", "كتب")))) == list(BODY)


@pytest.mark.parametrize("plug", ["حمّل تطبيق صوت الجبل على هاتفك", "حمل تطبيق «المرايا»", "اقرأ المزيد..."])
def test_a_plug_glued_behind_the_last_sentence_is_cut_whole(plug: str) -> None:
    page = "\n\n".join((HEADLINE, *BODY[:3], f"{BODY[3]} {plug}"))
    assert body(clean(page)) == list(BODY)


@pytest.mark.parametrize("link", ["(للاطلاع على برنامج المعرض من هنا)", "[شاهد صور القاعات هنا]"])
def test_a_link_in_brackets_alone_in_its_line_is_none_of_the_text(link: str) -> None:
    assert body(clean("\n\n".join((HEADLINE, *BODY[:2], link, *BODY[2:])))) == list(BODY)


def test_brackets_inside_a_sentence_or_with_more_behind_them_stay() -> None:
    said = "(لا أحد ينسى ما جرى هنا) يقول مدير المعرض الدولي للكتاب عن القاعة التي احترقت قبل عام."
    assert said in body(clean("\n\n".join((HEADLINE, *BODY[:2], said, *BODY[2:]))))


def test_tags_below_a_text_of_one_paragraph_are_keywords() -> None:
    read = [
        line.kind.value for line in clean("\n".join((BODY[0], "معرض الكتاب", "دور النشر", "العاصمة"))).lines
    ]
    assert read == ["body", "keywords", "keywords", "keywords"]
