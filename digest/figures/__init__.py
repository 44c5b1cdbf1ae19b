"""Figures: a quantity with its unit and, where the text is plain about it, what it measures.

Reads the document and its sentences; pure. Dates, ordinals, labels and numbers inside names are none.
"""

from __future__ import annotations

from digest.figures.bounds import bound_words
from digest.figures.find import find_figures
from digest.figures.measures import lasting
from digest.figures.nouns import as_counted
from digest.figures.units import (
    PLAIN,
    Unit,
    few_words,
    oblique,
    rate_words,
    scale_words,
    unit_of,
    vague_words,
)

__all__ = [
    "PLAIN",
    "Unit",
    "as_counted",
    "bound_words",
    "few_words",
    "find_figures",
    "lasting",
    "oblique",
    "rate_words",
    "scale_words",
    "unit_of",
    "vague_words",
]
