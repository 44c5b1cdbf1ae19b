"""The figures of made documents, for tests of what is found in a text."""

from __future__ import annotations

from collections.abc import Sequence

from digest.figures import find_figures
from digest.model import Document, Entity, Figure, LineKind, TemporalExpression
from digest.names import read_words
from digest.sentences import split_document
from tests.made import document


def figures_of(
    made: Document, dates: Sequence[TemporalExpression] = (), known: Sequence[Entity] = ()
) -> tuple[Figure, ...]:
    return find_figures(made, read_words(made), split_document(made), dates, known)


def found(*lines: str | tuple[LineKind, str]) -> tuple[Figure, ...]:
    return figures_of(document(*lines))


def values(text: str) -> list[tuple[float | None, str]]:
    return [(figure.value, figure.unit) for figure in found(text)]
