"""An article's quantities as its page shows them, each once, and one quantity over several articles. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from digest.figures import PLAIN, unit_of
from digest.model import Article, Figure
from digest.render.alike import alike, most_telling
from digest.render.escape import excerpt
from digest.render.links import anchor
from digest.render.measures import Measure, measure_of
from digest.render.shown import Shown
from digest.render.views import Site
from digest.text import fold
from digest.translate import place_of_number
from digest.wording.figures import figure_in_words

_ROOM = 80
"""Characters of a sentence beside a figure."""
POINTS = 40
"""How many values of one measure there is room for, the latest."""


@dataclass(frozen=True, slots=True)
class FigureView:
    """A quantity with what it measures and every place where the article gives it."""

    words: str
    about: Shown | None
    """What it measures; where nothing says so in the page's language, words of its first sentence."""
    places: tuple[str, ...]
    """Anchors of its sentences."""


def figure_views(site: Site, article: Article) -> tuple[FigureView, ...]:
    """The article's key quantities, in order of appearance, each once (`digest.render.alike`)."""
    groups = alike(filter(_is_key, article.findings.figures))
    return tuple(_view(site, article, figures) for figures in groups)


def _is_key(figure: Figure) -> bool:
    """Whether a quantity tells a reader something by itself: `2 days` does not, 2 years of prison do."""
    unit = unit_of(figure.unit)
    return unit is None or unit.kind != "time" or figure.measures is not None


def _view(site: Site, article: Article, figures: list[Figure]) -> FigureView:
    told = most_telling(figures)
    places = dict.fromkeys(anchor(figure.sentence) for figure in figures)
    return FigureView(figure_in_words(told, site.language), _about(site, article, told), tuple(places))


def _about(site: Site, article: Article, figure: Figure) -> Shown | None:
    sentence = site.sentence(article, figure.sentence)
    told = figure.unit == PLAIN.id and site.language == "ar"  # its words have the noun
    if figure.measures is None or sentence.language == "en" or told:
        start = _place(sentence, figure)
        return replace(sentence, text=excerpt(sentence.text, start, _ROOM), note=None)
    return _measure(site, article, figure.measures)


def _place(sentence: Shown, figure: Figure) -> int:
    """Where an English sentence gives the figure; its beginning where it does not say it in so many words."""
    if sentence.language != "en" or figure.value is None:
        return 0
    return place_of_number(sentence.text, figure.value) or 0


def _measure(site: Site, article: Article, measures: str) -> Shown:
    """What is measured: on a page of another language by the name that the vocabulary has for it."""
    tags = site.tags(article) if site.language != "ar" else ()
    named = {fold(site.digest.vocabulary[tag.id].ar): tag for tag in tags if tag.language == site.language}
    tag = named.get(fold(measures))
    if tag is None:
        return Shown(measures, "ar", site.language != "ar", "original")
    return Shown(tag.label, site.language, False, "original", measures)


@dataclass(frozen=True, slots=True)
class Point:
    """A quantity's value as an article of a certain day gives it."""

    day: date
    value: float
    words: str


def series(site: Site, article: Article) -> tuple[tuple[str, tuple[Point, ...]], ...]:
    """What this article measures and others of other days do too: (its words, values in time's order).

    On a page of another language, what has no words in it is left out.
    """
    found = dict[Measure, tuple[str, tuple[Point, ...]]]()
    for figure in article.findings.figures:
        key = measure_of(figure)
        if key and key not in found:
            points = tuple(
                Point(day, value, figure_in_words(replace(figure, value=value), site.language))
                for day, value in site.index.measures.get(key, ())[-POINTS:]
            )
            about = _about(site, article, figure)
            if about and about.language == site.language:
                found[key] = (about.text, points)
    return tuple(item for item in found.values() if len({point.day for point in item[1]}) > 1)
