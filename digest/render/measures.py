"""Figures of several days that measure the same thing, as a series. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from digest.edtf import bounds
from digest.figures import lasting
from digest.model import Article, Figure
from digest.text import fold

Measure = tuple[str, str]
"""Unit and the folded words for what is measured."""
Values = tuple[tuple[date, float], ...]
"""Days and values, oldest first."""


def measures_of(articles: Iterable[Article]) -> dict[Measure, Values]:
    """The first value that each dated article gives of each measure."""
    found: dict[Measure, dict[date, float]] = defaultdict(dict)
    for article in articles:
        edtf = article.findings.publication.edtf
        day = bounds(edtf)[0] if edtf else None
        for figure in article.findings.figures:
            key = measure_of(figure)
            if key and day and figure.value is not None:
                found[key].setdefault(day, figure.value)
    return {key: tuple(sorted(values.items())) for key, values in found.items()}


def measure_of(figure: Figure) -> Measure | None:
    """What a figure measures, as others of other days may; None for ranges, bounds, where nothing says so."""
    if figure.value is None or figure.high is not None or figure.bound is not None:
        return None
    if not figure.measures or not lasting(figure.measures):
        return None
    return figure.unit, fold(figure.measures)
