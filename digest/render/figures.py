"""An article's quantities as its page shows them, each once, and one quantity over several articles. Pure."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from digest.model import Article, Figure
from digest.render.escape import shortened
from digest.render.index import Measure, measure_of
from digest.render.links import anchor
from digest.render.shown import Shown
from digest.render.views import Site
from digest.text import fold
from digest.wording.figures import figure_in_words

POINTS = 40
"""How many values of one measure there is room for, the latest."""


@dataclass(frozen=True, slots=True)
class FigureView:
    """A quantity with what it measures and every place where the article gives it."""

    words: str
    measures: str | None
    """Arabic words; a page in another language marks them so."""
    foreign: bool
    context: Shown | None
    """The beginning of its first sentence, where nothing says what it measures."""
    places: tuple[str, ...]
    """Anchors of its sentences."""


def figure_views(site: Site, article: Article) -> tuple[FigureView, ...]:
    """The article's quantities: those of one value, unit and measure are one, in order of appearance."""
    same: dict[tuple[float | str, str, str], list[Figure]] = defaultdict(list)
    for figure in article.findings.figures:
        value = fold(figure.text) if figure.value is None else figure.value
        same[(value, figure.unit, fold(figure.measures or ""))].append(figure)
    return tuple(_view(site, article, figures) for figures in same.values())


def _view(site: Site, article: Article, figures: list[Figure]) -> FigureView:
    first = figures[0]
    start = None if first.measures else site.sentence(article, first.sentence)
    places = dict.fromkeys(anchor(figure.sentence) for figure in figures)
    return FigureView(
        figure_in_words(first, site.language),
        first.measures,
        site.language != "ar",
        replace(start, text=shortened(start.text, 80)) if start else None,
        tuple(places),
    )


@dataclass(frozen=True, slots=True)
class Point:
    """A quantity's value as an article of a certain day gives it."""

    day: date
    value: float
    words: str


def series(site: Site, article: Article) -> tuple[tuple[str, tuple[Point, ...]], ...]:
    """What this article measures and others of other days do too: (Arabic words, values in time's order)."""
    found = dict[Measure, tuple[str, tuple[Point, ...]]]()
    for figure in article.findings.figures:
        key = measure_of(figure)
        if key and key not in found:
            points = tuple(
                Point(day, value, figure_in_words(replace(figure, value=value), site.language))
                for day, value in site.index.measures.get(key, ())[-POINTS:]
            )
            found[key] = (figure.measures or "", points)
    return tuple(item for item in found.values() if len({point.day for point in item[1]}) > 1)
