"""Lines between two paragraphs of a text: its subheads, with a mark or in a list of contents, too."""

from __future__ import annotations

import pytest

from tests.pages import BODY, HEADLINE, body, clean, kinds


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
