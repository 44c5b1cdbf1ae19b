"""Pictures are well-formed, labelled, mirrored, and say nothing as markup."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date

import pytest

from digest.model import Digest
from digest.render import sites_of
from digest.render.charts import months_chart
from digest.render.datewords import words_of_date
from digest.render.pictures import Caption, bars_picture, line_picture, matrix_picture, months_picture
from tests.archives import event, made, names

NAMES = tuple("JFMAMJJASOND")


def caption(language: str = "en") -> Caption:
    return Caption("it", "A <b>title</b>", "What & how", language)


def drawn(svg: str, tag: str) -> list[ET.Element]:
    return list(ET.fromstring(svg).iter(tag))


def test_a_picture_has_its_name_and_description_as_text() -> None:
    root = ET.fromstring(bars_picture([("<script>", 2), ("B", 1)], caption()))
    assert root.get("role") == "img"
    named = {element.get("id"): element.text for element in root.iter() if element.get("id")}
    assert named == {"it-title": "A <b>title</b>", "it-about": "What & how"}
    assert (root.get("aria-labelledby") or "").split() == list(named)
    assert not list(root.iter("script"))
    assert "<script>" in [text.text for text in root.iter("text")]


def test_bars_are_as_long_as_their_counts() -> None:
    wide = [
        float(bar.get("width") or 0) for bar in drawn(bars_picture([("a", 4), ("b", 1)], caption()), "rect")
    ]
    assert wide[0] == 4 * wide[1]


def test_a_picture_is_mirrored_for_arabic() -> None:
    left, right = (
        drawn(bars_picture([("a", 4), ("b", 1)], caption(language)), "rect")[0] for language in ("en", "ar")
    )
    assert float(left.get("x") or 0) + float(right.get("x") or 0) + float(left.get("width") or 0) == 364


def test_a_month_stands_in_its_year_and_column() -> None:
    svg = months_picture({"articles": {(2024, 5): 2}, "events": {(2022, 1): 4}}, caption(), NAMES)
    articles, events = (
        next(bar for bar in drawn(svg, "rect") if bar.get("class") == f"digest-picture__{name}")
        for name in ("articles", "events")
    )
    assert float(articles.get("y") or 0) > float(events.get("y") or 0)
    assert float(articles.get("x") or 0) > float(events.get("x") or 0)
    assert [text.text for text in drawn(svg, "text")][:1] == ["2022"]


def test_what_is_counted_alone_stands_over_the_middle_of_its_month() -> None:
    svg = months_picture({"events": {(2022, 1): 4}}, caption(), NAMES)
    bar = next(bar for bar in drawn(svg, "rect") if bar.get("class") == "digest-picture__events")
    name = next(text for text in drawn(svg, "text") if text.text == NAMES[0])
    middle = float(bar.get("x") or 0) + float(bar.get("width") or 0) / 2
    assert abs(middle - float(name.get("x") or 0)) < 1


def test_a_matrix_leaves_its_diagonal_empty_and_shows_what_is_shared() -> None:
    svg = matrix_picture(["a", "b", "c"], {(0, 1): 3, (1, 0): 3}, caption())
    assert len(drawn(svg, "rect")) == 6
    assert [text.text for text in drawn(svg, "text")].count("3") == 3


def test_a_line_goes_through_every_day_from_zero_up() -> None:
    points = [(date(2020, 1, 1), 10.0, "10", "1 January"), (date(2021, 1, 1), 20.0, "20", "later")]
    line = drawn(line_picture(points, caption()), "polyline")[0].get("points") or ""
    (x, y), (other_x, other_y) = (map(float, point.split(",")) for point in line.split())
    assert (x < other_x, y > other_y) == (True, True)


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("values", [(1.0, 9.0), (9.0, 1.0), (0.0, 0.0), (-4.0, 5.0)])
def test_a_lines_ends_are_named_inside_the_picture_and_beside_the_line(
    values: tuple[float, float], language: str
) -> None:
    days = (date(2020, 1, 1), date(2021, 1, 1))
    points = [(day, value, f"{value} words", f"{day}") for day, value in zip(days, values, strict=True)]
    svg = line_picture(points, caption(language))
    width = float((ET.fromstring(svg).get("viewBox") or "").split()[2])
    first, _, last, _ = drawn(svg, "text")
    sides = [(text.get("text-anchor"), float(text.get("x") or 0)) for text in (first, last)]
    edges = (0.0, width) if language == "en" else (width, 0.0)
    assert sides == [("start", edges[0]), ("end", edges[1])]
    line = [float(point.split(",")[1]) for point in (drawn(svg, "polyline")[0].get("points") or "").split()]
    for text, own, other in ((first, line[0], line[1]), (last, line[1], line[0])):
        label = float(text.get("y") or 0)
        assert (label > own) == (other < own)


@pytest.mark.parametrize(
    ("text", "edtf", "words"),
    [
        ("arrived yesterday, Thursday, for two days", "2024-05-16", "Thursday"),
        ("since the war on 24 February 2022.", "2022-02-24", "24 February 2022"),
        ("fell last March and April", "2024-03", "March"),
        ("his second since October 2023", "2023-10/..", "October 2023"),
        ("grew in 2023", "2023", "2023"),
        ("arrives today for the “Beijing 2022” games", "2022-02-04", ""),
        ("on Friday, the talks went on", "2024-03", ""),
        ("nothing of a date", "2024-05-16", ""),
    ],
)
def test_the_words_of_a_date_are_found_in_english(text: str, edtf: str, words: str) -> None:
    assert words_of_date(text, edtf) == words


def test_a_chart_speaks_of_what_it_counts() -> None:
    items = tuple(made(number, f"2024-0{number}-17", names()) for number in (1, 2))
    site = sites_of(Digest(items, (), {}, names()))["en"]
    told = tuple(event(f"2024-0{number}-17", items[0]) for number in (1, 2))
    both, articles = months_chart(site, items, told), months_chart(site, items, ())
    assert both
    assert articles
    assert (articles.title, articles.keys) == ("Articles by month", ())
    assert both.title == "Articles and events by month"
    assert [kind for kind, _ in both.keys] == ["articles", "events"]
