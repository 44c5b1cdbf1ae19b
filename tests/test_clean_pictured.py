"""Descriptions of pictures between paragraphs are captions, subheads stay subheads."""

from __future__ import annotations

import pytest

from digest.clean import clean_seed
from digest.seeds import seed_from_bytes
from tests.pages import BODY, HEADLINE, clean, kinds

DATE = "12 مايو 2024"


def kind(line: str, *others: str) -> str:
    """What a line between two paragraphs is; `others` stand between the next two."""
    return kinds(clean("\n\n".join((HEADLINE, DATE, *BODY[:2], line, BODY[2], *others, BODY[3]))))[line]


@pytest.mark.parametrize(
    "line",
    [
        "جانب من مسابقة الخط",
        "جانب من مسابقة الخط في نزوى، أمس الأحد.",
        "من الاحتفال الذي أقيم مساء الخميس.",
        "من مراسم توزيع الجوائز",
        "صورة أرشيفية لمبنى البلدية",
        "صورة متداولة على مواقع التواصل",
        "لقطة من الفيلم الجديد",
        "المدير (يمين) مع ضيفه في ختام الأمسية",
        "قاعة القراءة في الطابق الثاني، 3 مايو 2024",
    ],
)
def test_what_opens_or_ends_as_descriptions_do_is_one(line: str) -> None:
    assert kind(line) == "caption"
    assert kind(line, "ردود فعل واسعة") == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "مزارع يتسلق نخلة باسقة",
        "متظاهرون يرفعون أعلاما ملونة",
        "طابور أمام محطة للوقود",
        "رجال الإطفاء أثناء محاولتهم إخماد الحريق",
        "خلال توقيع الاتفاقية بين الجانبين",
    ],
)
def test_people_who_do_something_are_described(line: str) -> None:
    assert kind(line) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "خلال الأعوام العشرة الماضية",
        "تحديات كبيرة أمام الناشرين",
        "انقسام داخل القطاع",
        "ناشرون يحذرون من الغلاء",
        "مشروع يغير وجه المدينة",
        "من الفكرة إلى التنفيذ",
        "من المسؤول؟",
        "رئيس البلدية يدلي برأيه",
    ],
)
def test_subheads_are_none(line: str) -> None:
    assert kind(line) == "subhead"


def test_what_the_paragraphs_below_tell_beside_other_subheads_is_a_subhead() -> None:
    told = "زوار يشترون كتب الأطفال"
    assert kind(told, "ندوات يومية") == "subhead"


@pytest.mark.parametrize(("tag", "expected"), [("h2", "subhead"), ("p", "caption")])
def test_a_heading_of_the_markup_is_a_subhead_whatever_it_says(tag: str, expected: str) -> None:
    line = "جانب من مسابقة الخط"
    above, below = ("".join(f"<p>{text}</p>" for text in part) for part in (BODY[:2], BODY[2:]))
    page = f"<body><article><h1>{HEADLINE}</h1>{above}<{tag}>{line}</{tag}>{below}</article></body>"
    assert kinds(clean_seed(seed_from_bytes(page.encode(), "a.html")))[line] == expected
