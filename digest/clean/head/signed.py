"""Tells lines above a body that sign it, though they could be read as titles by their words. Pure."""

from __future__ import annotations

from digest.clean.fields.credits import read_credit
from digest.clean.fields.fieldwords import field_words, is_name
from digest.clean.rows import Row

_STROKES = ("|", "/", " - ", " – ", " — ")
_LONGEST = 90
"""Characters of a line of credits."""


def signs_for_outlet(row: Row) -> bool:
    """Whether a line is a name or two and a known person's, a stroke between them: `NEWS / سامي منصور`."""
    writer = _writer(row)
    return bool(writer) and row.text.rstrip().endswith(writer)


def opens_with_writer(row: Row) -> bool:
    """Whether a line opens with a cue and a known person's name, whatever strokes part from it."""
    cued = bool(row.words) and row.words[0] in field_words().bylines
    return cued and bool(_writer(row))


def _writer(row: Row) -> str:
    """The known person whom a line of several pieces names; empty where there is none."""
    if row.size > _LONGEST or row.ends or not any(stroke in row.text for stroke in _STROKES):
        return ""
    parts = read_credit(row.text, placed=True)
    names = (row.text[part.span.start : part.span.end] for part in parts if part.role == "byline")
    return next(filter(is_name, names), "")
