"""What of a page is neither in its article nor left out of it, or both, or twice: nothing ought to be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from itertools import pairwise

from digest.clean import is_cue
from digest.leftout import left_out
from digest.model import Document, Extract, Field, Span
from digest.text import single_spaced

TATWEEL = "\u0640"
"""A letter that draws lines."""
FROM_DROPPED = "source.rights"
"""The rule of a source that a line names which is left out whole: of rights."""


def unaccounted(document: Document, extract: Extract) -> str:
    """The words of a page that are neither in its article nor left out."""
    signs = list(document.seed.text)
    for place in _shown(document):
        signs[place] = " "
    for span in (*_fields(extract), *_left(document, extract)):
        signs[span.start : span.end] = " " * span.length
    left = "".join(
        sign if (sign.isalnum() and sign != TATWEEL) or sign == "\n" else " " for sign in signs
    ).split("\n")
    # A field's line may label it (`المصدر: …`).
    return single_spaced(" ".join(line for line in left if not is_cue(line)))


def told_again(document: Document, extract: Extract) -> list[str]:
    """What was left out of a page twice, or though its article has it: in its text or as a field."""
    text, left = document.seed.text, sorted(_left(document, extract))
    twice = [span for one, span in pairwise(left) if one.overlaps(span) or one == span]
    shown = set(_shown(document))
    kept = list(_fields(extract, but=FROM_DROPPED))
    both = [
        span
        for span in left
        if not shown.isdisjoint(range(span.start, span.end)) or any(span.overlaps(place) for place in kept)
    ]
    return [text[span.start : span.end] for span in (*twice, *both)]


def _left(document: Document, extract: Extract) -> list[Span]:
    return [part.span for part in left_out(document, extract)]


def _fields(extract: Extract, *, but: str = "") -> Iterator[Span]:
    """Where an article's fields stand, those by one rule aside."""
    values = (getattr(extract, field.name) for field in fields(extract))
    return (value.span for value in values if isinstance(value, Field) and value.span and value.rule != but)


def _shown(document: Document) -> Iterator[int]:
    """The places of the signs that an article's text has."""
    for paragraph in document.paragraphs:
        for place in range(paragraph.span.start, paragraph.span.end):
            if not document.text[place].isspace():
                yield place
