"""What of a page is neither in its article nor left out of it: nothing ought to be."""

from __future__ import annotations

from dataclasses import fields

from digest.clean import is_cue
from digest.leftout import left_out
from digest.model import Document, Extract, Field
from digest.text import single_spaced

TATWEEL = "\u0640"
"""A letter that draws lines."""


def unaccounted(document: Document, extract: Extract) -> str:
    """The words of a page that are neither in its article nor left out."""
    values = [getattr(extract, field.name) for field in fields(extract)]
    places = [value.span for value in values if isinstance(value, Field) and value.span]
    places += [part.span for part in left_out(document, extract)]
    signs = list(document.seed.text)
    for paragraph in document.paragraphs:
        for place in range(paragraph.span.start, paragraph.span.end):
            if not document.text[place].isspace():
                signs[place] = " "
    for span in places:
        signs[span.start : span.end] = " " * span.length
    left = "".join(
        sign if (sign.isalnum() and sign != TATWEEL) or sign == "\n" else " " for sign in signs
    ).split("\n")
    # A field's line may label it (`المصدر: …`).
    return single_spaced(" ".join(line for line in left if not is_cue(line)))
