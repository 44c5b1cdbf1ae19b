"""The home page: events that happened or are near, few of one article, none twice."""

from __future__ import annotations

import re

from digest.model import Digest
from digest.render import render_pages
from tests.archives import event, made, names


def home_dates(digest: Digest) -> list[str]:
    """The dates of the events on the Arabic home page, in their order."""
    page = dict(render_pages(digest, {"ar/index.md": "<!-- digest: events -->"}))["ar/index.md"]
    return re.findall(r'datetime="([^"]+)"', page)


def test_home_shows_what_happened_or_is_near_and_leaves_the_far_future_to_the_timeline() -> None:
    item = made(1, "2024-05-17", names())
    days = ("-0300", "2024-05-16", "2024-06-10", "2024-07-20", "2050")
    told = Digest((item,), tuple(event(day, item) for day in days), {}, names())
    assert home_dates(told) == ["2024-06-10", "2024-05-16"]
    assert "2050" in dict(render_pages(told))["ar/timeline.md"]


def test_home_shows_few_events_of_one_article_and_none_of_one_date_twice() -> None:
    first, second = made(1, "2024-05-17", names()), made(2, "2024-05-10", names())
    days = ("2024-05-01", "2024-05-09", "2024-05-16", "2024-05-16", "2024-05-17")
    entries = (event("2024-05-08", second), *(event(day, first) for day in days))
    assert home_dates(Digest((first, second), entries, {}, names())) == [
        "2024-05-17",
        "2024-05-16",
        "2024-05-08",
    ]


def test_home_shows_the_last_events_where_no_article_is_dated() -> None:
    item = made(1, None, names())
    told = Digest((item,), (event("2024-05-16", item), event("2050", item)), {}, names())
    assert home_dates(told) == ["2050", "2024-05-16"]
