"""Labels that stand before a headline in its own line: `عاجل: …`, `بالفيديو.. …`. Pure."""

from __future__ import annotations

import re

from digest.clean.fields.fieldwords import field_words
from digest.clean.rows import words_of
from digest.model import Span
from digest.text import without_vowels

_LABEL = re.compile(r"([^\W\d_]+(?:\s[^\W\d_]+)?)\s?(?:[:!|/]|\.{2,}|…|\s[-–—]|[-–—](?=\s))[\s.…]*(?=\S)")
_FEWEST = 2
"""Words of a headline behind a label."""


def label_before(text: str) -> tuple[Span, int] | None:
    """The label that a headline begins with, and where the headline itself begins; None where none does.

    A live page's label is part of its headline, as words for it are: `تغطية مباشرة: …`.
    """
    plain, table = without_vowels(text), field_words()
    match = _LABEL.match(plain.text)
    if match is None or " ".join(words_of(match[1])) not in table.headline_labels - table.live_labels:
        return None
    if len(plain.text[match.end() :].split()) < _FEWEST:
        return None
    return plain.marked(*match.span(1)), plain.marked(0, match.end()).end
