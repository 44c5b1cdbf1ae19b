"""Notices of a page's rights that are glued to paragraphs are cut; no paragraph is left out for one."""

from __future__ import annotations

import pytest

from digest.extract import extract_fields
from digest.leftout import CUT, left_out
from tests.pages import BODY, HEADLINE, body, clean, kinds

NOTICES = (
    "جميع الحقوق محفوظة",
    "جميع الحقوق محفوظة.",
    "كافة الحقوق محفوظة لموقع الضفاف",
    "كل الحقوق محفوظة لدى صحيفة الضفاف © 2021",
    "حقوق النشر محفوظة لمجلة الضفاف 2019",
    "© 2022 جميع الحقوق محفوظة",
    "© 2020 صحيفة الضفاف",
    "All rights reserved",
)
TOLD = (
    "وينص العقد على أن حقوق النشر للمؤلف وحده، وأن للدار حق الطبع لعشر سنوات تبدأ من العام المقبل.",
    "ورفعت الدار دعوى على الموقع بتهمة انتهاك حقوق النشر بعد أن نقل عنها عشرات المقالات في عام واحد.",
    "وقع الشاعر عقدا مع الدار. حقوق النشر محفوظة له مدى الحياة، أما حقوق الترجمة فللدار وحدها.",
)


@pytest.mark.parametrize("notice", NOTICES)
@pytest.mark.parametrize("place", range(len(BODY)))
def test_a_notice_behind_a_paragraph_is_cut_and_told(notice: str, place: int) -> None:
    paragraphs = [f"{text} {notice}" if index == place else text for index, text in enumerate(BODY)]
    document = clean("\n\n".join((HEADLINE, *paragraphs)))
    assert body(document) == list(BODY)
    cuts = [part for part in left_out(document, extract_fields(document)) if part.rule == CUT]
    assert [document.seed.text[cut.span.start : cut.span.end] for cut in cuts] == [notice]


@pytest.mark.parametrize("notice", NOTICES)
def test_a_notice_between_two_sentences_of_a_line_is_cut(notice: str) -> None:
    document = clean("\n\n".join((HEADLINE, BODY[0], f"{BODY[1]} {notice} {BODY[2]}", BODY[3])))
    assert " ".join(body(document)) == " ".join(BODY)


def test_a_notice_behind_a_paragraph_without_a_stop_is_cut() -> None:
    document = clean(
        "\n\n".join((HEADLINE, *BODY[:3], f"{BODY[3].rstrip('.')} جميع الحقوق محفوظة لموقع الضفاف"))
    )
    assert body(document) == [*BODY[:3], BODY[3].rstrip(".")]


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize("place", [1, 2, 3])
def test_a_paragraph_that_tells_of_rights_stays(told: str, place: int) -> None:
    document = clean("\n\n".join((HEADLINE, *BODY[:place], told, *BODY[place:])))
    assert body(document) == [*BODY[:place], told, *BODY[place:]]


@pytest.mark.parametrize(
    "line",
    [
        "جميع الحقوق محفوظة لمؤسسة الضفاف للثقافة والإعلام والنشر والتوزيع © 2020",
        "حقوق النشر محفوظة لصحيفة الضفاف. يمنع نسخ أي مادة من مواد الموقع بلا إذن مكتوب من إدارته.",
    ],
)
def test_a_line_that_is_a_notice_is_left_whole(line: str) -> None:
    document = clean("\n\n".join((HEADLINE, *BODY, line)))
    assert body(document) == list(BODY)
    assert kinds(document)[line] == "form"
    assert not any(entry.cuts for entry in document.lines)


def test_the_sign_behind_a_caption_s_year_is_of_the_picture_s_credit() -> None:
    caption = "سياح على سلالم البرج في يومه الأول، في 25 حزيران/يونيو 2020. © رويترز"
    document = clean("\n\n".join((HEADLINE, caption, *BODY)))
    assert kinds(document)[caption] == "caption"
    assert not any(entry.cuts for entry in document.lines)
