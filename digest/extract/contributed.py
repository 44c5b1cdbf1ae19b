"""What an editor should know of the front matter of a page: what of it was not taken, or taken with a doubt.

Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.extract.headlines import is_in_language
from digest.model import Document, Extract, SeedWarning

_FIGURES = re.compile(r"\s*(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?\d{4}(?!\d)")
_MONTHS = 12
_LIKE = "2024-05-12"
"""How a date is written so that it has one reading."""
_QUOTED = 40
"""Letters of a date that are said."""


def contributed_notes(document: Document, extract: Extract) -> Iterator[SeedWarning]:
    """A warning for a title that was not taken, a date that was not understood or has two readings."""
    stated, file = document.seed.metadata, f"seeds/{document.seed.name}"
    if stated.title and stated.contributed and not is_in_language(stated.title, document):
        yield SeedWarning("front-matter-title", file)
    date = stated.stated_date
    if date is None or stated.published:
        return
    taken = (
        extract.stated_date.text if extract.stated_date and extract.stated_date.rule == "metadata" else None
    )
    if taken is None:
        yield SeedWarning("front-matter-date", file, values={"date": date[:_QUOTED], "like": _LIKE})
    elif _has_two_readings(date):
        yield SeedWarning("front-matter-day-first", file, values={"date": date[:_QUOTED], "like": taken})


def _has_two_readings(date: str) -> bool:
    """Whether day and month could be each other."""
    match = _FIGURES.match(date)
    return match is not None and match[1] != match[2] and max(int(match[1]), int(match[2])) <= _MONTHS
