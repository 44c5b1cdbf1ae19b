"""What an editor should know of what a page states beside its text: what was not taken, or with a doubt.

Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.extract.headlines import is_in_language
from digest.extract.when import differing_date
from digest.model import Document, Extract, Field, SeedWarning

_FIGURES = re.compile(r"\s*(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?\d{4}(?!\d)")
_MONTHS = 12
_LIKE = "2024-05-12"
"""How a date is written so that it has one reading."""
_QUOTED = 40
"""Letters of a date that are said."""


def contributed_notes(document: Document, extract: Extract) -> Iterator[SeedWarning]:
    """A warning for a title that was not taken, a date not understood, of two readings, or not the page's."""
    stated, file = document.seed.metadata, f"seeds/{document.seed.name}"
    if stated.title and stated.contributed and not is_in_language(stated.title, document):
        yield SeedWarning("front-matter-title", file)
    if stated.published and not stated.contributed and extract.stated_date:
        yield from _differing(document, extract.stated_date, file)
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


def _differing(document: Document, taken: Field, file: str) -> Iterator[SeedWarning]:
    """A warning where the markup's date is not the one that readers of the page see."""
    found = differing_date(document, taken.text) if taken.rule == "metadata" else None
    if found:
        yield SeedWarning("markup-date", file, found[0], {"date": taken.text, "shown": found[1]})


def _has_two_readings(date: str) -> bool:
    """Whether day and month could be each other."""
    match = _FIGURES.match(date)
    return match is not None and match[1] != match[2] and max(int(match[1]), int(match[2])) <= _MONTHS
