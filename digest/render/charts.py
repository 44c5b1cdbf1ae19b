"""Which numbers of the digest become pictures, and what the pictures are called. Pure.

A picture that would show next to nothing is left out: it gives None, or is not in the list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, islice
from typing import Any

from babel.dates import get_month_names
from markupsafe import Markup

from digest.model import Article, EntityKind, TimelineEntry
from digest.render.engine import plain_words
from digest.render.figures import Point, series
from digest.render.listed import month_of
from digest.render.pictures import (
    Caption,
    bars_picture,
    line_picture,
    matrix_picture,
    months_picture,
)
from digest.render.shown import Tag
from digest.render.views import Site
from digest.wording.dates import date_in_words
from digest.wording.strings import Language

_YEARS, _NAMES, _PEOPLE = 12, 10, 10
"""How many years, names beside one, and people in a matrix a picture has room for."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture under its words."""

    svg: Markup
    title: str
    foreign: bool = False
    """Whether the title is Arabic on a page of another language."""
    keys: tuple[tuple[str, str], ...] = ()
    """(class, words) of what its colours mean."""


def months_chart(site: Site, articles: Iterable[Article], entries: Iterable[TimelineEntry]) -> Chart | None:
    """Articles and events by month; None where they are of one month or none."""
    written = Counter(filter(None, (month_of(item.findings.publication.edtf) for item in articles)))
    told = Counter(filter(None, (month_of(entry.edtf) for entry in entries)))
    years = sorted({year for year, _ in (*written, *told)})[-_YEARS:]
    months = sorted(month for month in {*written, *told} if month[0] in years)
    if len(months) < 2:
        return None
    said = [
        plain_words(
            "picture.month",
            site.language,
            month=site.date(f"{year:04}-{month:02}").words,
            articles=written[year, month],
            events=told[year, month],
        )
        for year, month in months
    ]
    counted = {"articles": written, "events": told}
    shown = {
        kind: {month: counts[month] for month in months}
        for kind, counts in counted.items()
        if any(counts[month] for month in months)
    }
    caption = _caption(site, "months" if len(shown) > 1 else next(iter(shown)), said)
    return Chart(
        months_picture(shown, caption, _short_months(site.language)),
        caption.title,
        keys=tuple((kind, plain_words(f"list.{kind}", site.language)) for kind in shown if len(shown) > 1),
    )


def company_chart(site: Site, id_: str) -> Chart | None:
    """The names that stand in most articles beside one; None where all are in as many."""
    names = (
        (tag.label, count)
        for other, count in site.index.appears_with(id_, most=3 * _NAMES)
        if (tag := site.tag(other)) and tag.kind != EntityKind.TOPIC
    )
    found = list(islice(names, _NAMES))
    if len({count for _, count in found}) < 2:
        return None
    caption = _caption(site, "company", [f"{name}: {count}" for name, count in found])
    return Chart(bars_picture(found, caption), caption.title)


def people_chart(site: Site) -> Chart | None:
    """Who of the most present people stands in the same articles as whom; None where nobody does."""
    people = [tag for entry in site.index.entries[EntityKind.PERSON] if (tag := site.tag(entry.id))][:_PEOPLE]
    shared = _shared(site, people)
    if not shared:
        return None
    said = [
        plain_words("picture.pair", site.language, a=people[a].label, b=people[b].label, n=count)
        for (a, b), count in sorted(shared.items())
        if a < b
    ]
    caption = _caption(site, "people", said)
    return Chart(matrix_picture([tag.label for tag in people], shared, caption), caption.title)


def figure_charts(site: Site, article: Article) -> list[Chart]:
    """What the article measures, over time, where articles of other days give it too."""
    return [
        _over_time(number, measures, points, site.language)
        for number, (measures, points) in enumerate(series(site, article), start=1)
    ]


@lru_cache(maxsize=1 << 9)  # articles that give one measure show the same picture
def _over_time(number: int, measures: str, points: tuple[Point, ...], language: Language) -> Chart:
    days = [date_in_words(point.day.isoformat(), language) for point in points]
    values = [(p.day, p.value, p.words, day) for p, day in zip(points, days, strict=True)]
    said = "; ".join(f"{day}: {p.words}" for p, day in zip(points, days, strict=True))
    title = plain_words("picture.over-time", language, what=measures)
    caption = Caption(f"figure-{number}", title, said, language)
    return Chart(line_picture(values, caption), title)


def _shared(site: Site, people: Sequence[Tag]) -> dict[tuple[int, int], int]:
    counts: Counter[Any] = Counter()
    holders = [{article.id for article in site.index.naming.get(tag.id, ())} for tag in people]
    for a, b in combinations(range(len(people)), 2):
        counts[a, b] = counts[b, a] = len(holders[a] & holders[b])
    return dict(+counts)


def _caption(site: Site, name: str, said: Sequence[str]) -> Caption:
    title = plain_words(f"picture.{name}", site.language)
    return Caption(f"picture-{name}", title, "; ".join(said), site.language)


def _short_months(language: str) -> tuple[str, ...]:
    if language == "ar":
        return tuple(f"{month}" for month in range(1, 13))
    names = get_month_names("narrow", "stand-alone", locale="en")
    return tuple(names[month] for month in range(1, 13))
