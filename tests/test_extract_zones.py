"""The day that a page shows by its headline and the moment that its markup states, in another zone too."""

from __future__ import annotations

import json

import pytest

from digest.clean import clean_seed
from digest.extract import extract_fields
from digest.extract.zones import is_same_moment
from digest.model import Extract
from digest.seeds import seed_from_bytes
from tests.pages import BODY, HEADLINE


def linked(stamp: str, **more: str) -> str:
    data = {"@type": "NewsArticle", "headline": HEADLINE, "datePublished": stamp, **more}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def meta(stamp: str, name: str = "article:published_time") -> str:
    return f'<meta property="{name}" content="{stamp}">'


def read(head: str, *below: str, above: tuple[str, ...] = (), text: tuple[str, ...] = BODY) -> Extract:
    over = "".join(f"<div>{line}</div>" for line in above)
    shown = "".join(f"<div>{line}</div>" for line in below)
    lines = "".join(f"<p>{line}</p>" for line in text)
    page = f"<html><head>{head}</head><body>{over}<h1>{HEADLINE}</h1>{shown}<div>{lines}</div></body></html>"
    return extract_fields(clean_seed(seed_from_bytes(page.encode(), "a.html")))


def day(*args: object, **options: object) -> str | None:
    found = read(*args, **options).stated_date  # type: ignore[arg-type]
    return found.text if found else None


@pytest.mark.parametrize("state", [linked, meta])
@pytest.mark.parametrize(
    ("stamp", "shown", "wanted"),
    [
        ("2022-03-04T21:40:00Z", "5 مارس 2022 12:40 ص", "2022-03-05"),
        ("2022-03-04T21:40:12.500Z", "05/03/2022 00:40", "2022-03-05"),
        ("2022-03-04T21:40:00+00:00", "السبت 5 آذار 2022 - 01:40 صباحا", "2022-03-05"),
        ("2022-03-04T22:10:00", "5 مارس 2022 02:10 ص", "2022-03-05"),
        ("2022-12-31T20:30:00Z", "1 يناير 2023", "2023-01-01"),
        ("2022-03-05T03:10:00Z", "نشر في: 4 مارس 2022 10:10 م", "2022-03-04"),
        ("2022-03-05T06:00:00+00:00", "4 مارس 2022", "2022-03-04"),
    ],
)
def test_a_day_of_the_same_moment_in_the_zone_of_the_page_is_the_articles(
    state: object, stamp: str, shown: str, wanted: str
) -> None:
    assert day(state(stamp), shown) == wanted  # type: ignore[operator]


@pytest.mark.parametrize("shown", ["7 مارس 2022", "2 مارس 2022 12:40 ص", "5 مارس 2022 09:17 ص"])
def test_another_moment_than_the_stated_one_is_none_of_the_article(shown: str) -> None:
    assert day(linked("2022-03-04T21:40:00Z"), shown) == "2022-03-04"


@pytest.mark.parametrize("stamp", ["2022-03-04", "2022-03-04T21:40:00"])
def test_a_day_alone_is_no_moment_of_a_stamp_without_a_zone(stamp: str) -> None:
    assert day(linked(stamp), "5 مارس 2022") == "2022-03-04"


@pytest.mark.parametrize(
    "above", [("السبت 5 مارس 2022",), ("اليوم: السبت 5 مارس 2022", "الرئيسية", "اقتصاد")]
)
def test_a_clock_at_the_top_is_no_day_of_the_article(above: tuple[str, ...]) -> None:
    assert day(linked("2022-03-04T21:40:00Z"), above=above) == "2022-03-04"


def test_a_day_of_a_change_is_no_day_of_publication() -> None:
    assert day(linked("2022-03-04T21:40:00Z"), "آخر تحديث: 5 مارس 2022 00:40") == "2022-03-04"


@pytest.mark.parametrize(
    "dateline",
    ["مسقط، 9 شباط 2023 – ", "مسقط في 9 فبراير 2023 - ", "مسقط (9 فبراير) - ", "مسقط 9-2-2023 (العمانية) - "],
)
@pytest.mark.parametrize("stamp", ["2023-02-10", "2023-02-10T07:15:00", "2023-02-21T07:15:00+04:00"])
def test_a_day_that_the_dateline_says_too_goes_before_the_markups(dateline: str, stamp: str) -> None:
    text = (f"{dateline}{BODY[0]}", *BODY[1:])
    assert day(meta(stamp), "9 فبراير 2023", text=text) == "2023-02-09"


def test_a_dateline_alone_goes_not_before_the_markup() -> None:
    text = (f"مسقط، 9 شباط 2023 – {BODY[0]}", *BODY[1:])
    assert day(meta("2023-02-12"), text=text) == "2023-02-12"
    assert day(meta("2023-02-12"), "11 فبراير 2023", text=text) == "2023-02-12"


@pytest.mark.parametrize("late", ["2022-03-05T01:40:00+04:00", "2022-03-05T00:40:00.000+0300"])
@pytest.mark.parametrize("early", ["2022-03-04T21:40:00Z", "2022-03-04T21:40:00+00:00"])
def test_of_two_stamps_of_one_moment_the_one_in_a_zone_of_its_own_says_the_day(early: str, late: str) -> None:
    assert day(linked(early) + meta(late)) == "2022-03-05"
    assert day(meta(early) + linked(late)) == "2022-03-05"


def test_another_moment_in_a_zone_of_its_own_says_nothing() -> None:
    assert day(linked("2022-03-04T21:40:00Z") + meta("2022-03-06T01:40:00+04:00", "og:updated_time")) == (
        "2022-03-04"
    )


def test_front_matter_goes_before_what_a_page_shows() -> None:
    lines = ("9 فبراير 2023", "", f"مسقط، 9 شباط 2023 – {BODY[0]}", "", *BODY[1:])
    text = "\n".join(("---", "date: 2023-02-10", "---", "", f"# {HEADLINE}", "", *lines))
    found = extract_fields(clean_seed(seed_from_bytes(text.encode(), "a.md"))).stated_date
    assert found is not None
    assert found.text == "2023-02-10"


@pytest.mark.parametrize(
    ("shown", "same"),
    [
        ("12:40", True),
        ("00:40", True),
        ("12:40 م", False),
        ("12:41 ص", False),
        ("25:40", False),
        ("1:75", False),
    ],
)
def test_clocks_of_half_a_day_are_read_both_ways_unless_they_say_which(shown: str, same: bool) -> None:
    assert is_same_moment("2022-03-04T21:40Z", "2022-03-05", shown) is same
