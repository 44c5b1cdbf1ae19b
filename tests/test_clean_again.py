"""Cleaning: short lines that a text has more than once, as heads of figures and of like parts, are text."""

from __future__ import annotations

import pytest

from tests.pages import BODY, HEADLINE, clean, kinds

CITIES = ("النتائج في الميناء:", "النتائج في الجبل:")
FIGURES = (
    (("الدولار الأمريكي", "1278 ريال للشراء", "1287 ريال للبيع"), ("اليورو", "1501 ريال", "1520.5 ريال")),
    (("عيار 24", "3589 جنيها"), ("عيار 21", "3140 جنيها")),
    (("الرجال", "الميداليات 31", "المراكز 40"), ("السيدات", "الميداليات 11", "المراكز 60")),
)


@pytest.mark.parametrize("parts", FIGURES)
@pytest.mark.parametrize("below", [(), ("أسعار الصرف", "الدولار الأمريكي")])
def test_what_figures_are_of_is_text_in_each_list(
    parts: tuple[tuple[str, ...], ...], below: tuple[str]
) -> None:
    lines = [line for city in CITIES for line in (city, *(line for part in parts for line in part))]
    document = clean("\n".join((HEADLINE, *BODY[:2], *lines, *BODY[2:], *below)))
    kept = [line.kind.value for line in document.lines if 3 < line.number <= 3 + len(lines)]
    assert set(kept) <= {"body", "subhead"}
    assert len(kept) == len(lines)


def test_heads_that_take_turns_are_subheads() -> None:
    parts = [
        line for paragraph in BODY[2:] for line in ("الإيجابيات", paragraph, "السلبيات", f"و{paragraph}")
    ]
    found = kinds(clean("\n\n".join((HEADLINE, *BODY[:2], *parts))))
    assert found["الإيجابيات"] == found["السلبيات"] == "subhead"


@pytest.mark.parametrize("below", ["احجز تذكرتك", "احجز تذكرتك\n\nسامي منصور"])
def test_what_the_page_repeats_between_paragraphs_is_furniture(below: str) -> None:
    found = kinds(clean("\n\n".join((HEADLINE, BODY[0], below, *BODY[1:3], below, BODY[3]))))
    assert found["احجز تذكرتك"] == "furniture"
