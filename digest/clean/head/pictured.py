"""Descriptions of pictures above a body, where a headline would stand. Pure; called by `head`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.clean.fields.fieldwords import field_words, is_agency
from digest.clean.head.dashed import BESIDE
from digest.clean.prose import shared, stems
from digest.clean.rows import Row, make_row, words_of
from digest.model import LineKind

WITH_PICTURE = "headline.with-picture"
_OWNER = re.compile(r"\s+[-–—/]\s*\(?([^-–—/()]{2,20})\)?\s*$|\s*\(([^()]{2,20})\)\s*$")
"""Who owns a picture, behind a dash or in brackets."""
_REACH = 30
"""Characters of a line's end that hold it."""
_FEWEST, _MOST = 4, 20
"""Words of a description, and of a headline at a page's top."""
_OF_BODY, _OF_LEAD = 0.4, 0.5
"""Shares of a headline's content words: that the body has, and that its first paragraph has."""


def mark_pictured(units: Sequence[Row], first: int) -> None:
    """Mark the lines with an owner behind them of which the first paragraph has little, unlike headlines."""
    for row in units[:first]:
        if row.kind is None and len(row.words) >= _FEWEST and not row.ends:
            owner = _owner(row.text)
            if owner and not _is_told(row.text[: owner.start()], units[first]):
                row.mark(LineKind.CAPTION, "caption.signed")


def with_picture(units: Sequence[Row], first: int, body: frozenset[str]) -> int | None:
    """A headline that ends as captions do (`… (صور)`): the first line, nothing but credits below it.

    Behind an agency's name it is none unless the first paragraph tells it.
    """
    if not first or units[0].rule != "caption.signed" or units[0].stops or len(units[0].words) > _MOST:
        return None
    alone = all(row.kind in BESIDE for row in units[1:first])
    if not alone or shared(units[0], body) < _OF_BODY:
        return None
    owner = _owner(units[0].text)
    return 0 if owner is None or _is_told(units[0].text[: owner.start()], units[first]) else None


def _owner(text: str) -> re.Match[str] | None:
    """Who owns a picture, at a line's end, with the mark before it: an agency, an archive."""
    if text[-1] != ")" and not any(mark in text[-_REACH:] for mark in _MARKS):
        return None
    match = _OWNER.search(text, max(0, len(text) - _REACH))
    name = " ".join(words_of(match[1] or match[2])) if match else ""
    owns = is_agency(name) or name in field_words().credits - field_words().headline_labels
    return match if owns else None


_MARKS = (" -", " –", " —", " /")


def _is_told(text: str, lead: Row) -> bool:
    """Whether a paragraph has as many words of a text as of its headline."""
    return shared(make_row(text.strip() or "-"), stems(lead)) >= _OF_LEAD
