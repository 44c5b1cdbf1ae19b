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


def contributed_notes(document: Document, extract: Extract) -> Iterator[SeedWarning]:
    """A warning for a title that was not taken, a date that was not understood or has two readings."""
    stated, file = document.seed.metadata, f"seeds/{document.seed.name}"
    if stated.title and stated.contributed and not is_in_language(stated.title, document):
        message = (
            "the title in its front matter is not Arabic, so it is not the headline; write the Arabic one"
        )
        yield SeedWarning("front-matter-title", message, file)
    date = stated.stated_date
    if date is None or stated.published:
        return
    taken = (
        extract.stated_date.text if extract.stated_date and extract.stated_date.rule == "metadata" else None
    )
    if taken is None:
        message = f"the date {date[:40]!r} in its front matter is not understood; write it like 2024-05-12"
        yield SeedWarning("front-matter-date", message, file)
    elif _has_two_readings(date):
        message = f"the date {date[:40]!r} in its front matter is read day first; write {taken} to be sure"
        yield SeedWarning("front-matter-date", message, file)


def _has_two_readings(date: str) -> bool:
    """Whether day and month could be each other."""
    match = _FIGURES.match(date)
    return match is not None and match[1] != match[2] and max(int(match[1]), int(match[2])) <= _MONTHS
