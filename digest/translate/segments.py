"""Cuts an article into the pieces that are translated as one. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.model import Extract, Field, Segment, Sentence
from digest.text import segment_id, single_spaced

_ARABIC_LETTER = re.compile(
    "[\u0621-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdff\ufe70-\ufefc]"
)


def article_segments(extract: Extract, sentences: Sequence[Sentence]) -> tuple[Segment, ...]:
    """The label, headline and deck, then every sentence, subhead and caption, in reading order.

    Text that stands twice gives two segments with one id.
    """
    fields = (("label", extract.label), ("headline", extract.headline), ("deck", extract.deck))
    heads = [_segment(field, role) for role, field in fields if field is not None]
    return (*heads, *(_of_sentence(sentence) for sentence in sentences))


def has_arabic(text: str) -> bool:
    """Whether an Arabic letter stands in the text; a segment without one needs no translation."""
    return _ARABIC_LETTER.search(text) is not None


def _segment(field: Field, role: str) -> Segment:
    text = single_spaced(field.text)
    return Segment(segment_id(text), text, role)


def _of_sentence(sentence: Sentence) -> Segment:
    text = single_spaced(sentence.text)
    return Segment(segment_id(text), text, str(sentence.kind.value), sentence.index)
