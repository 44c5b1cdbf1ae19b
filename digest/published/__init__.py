"""When an article was published: an editor's word, what is stated, else what the text proves.

`infer_publication` is the way in; `infer_from_texts` is its core over plain text. `told` reads the sentences;
the evidence of the text is in `clues`, knowledge from outside it in `outside` (`rules/anniversaries.yml`,
`rules/feasts.yml`), and `solve` puts the constraints together. Nothing is counted from today.
"""

from __future__ import annotations

from collections.abc import Sequence

from digest import edtf
from digest.model import (
    Basis,
    Correction,
    Document,
    Evidence,
    Extract,
    Publication,
    Sentence,
)
from digest.published.clues import Clue, text_clues
from digest.published.outside import outside_clues
from digest.published.solve import solve, unmet
from digest.published.told import Piece, read_pieces

__all__ = ["infer_from_texts", "infer_publication"]


def infer_publication(
    document: Document,
    extract: Extract,
    sentences: Sequence[Sentence],
    *,
    correction: Correction | None = None,
) -> Publication:
    """The publication date with its basis and evidence; contradictions of the text with it are listed.

    An editor's date wins over a stated one, a stated one (in the text, then in the markup) over an inference.
    """
    pieces = [Piece(sentence.span.start, _slice(document, sentence)) for sentence in sentences]
    if correction is not None and correction.published:
        evidence = Evidence("correction", correction.published, text=correction.published_reason or "")
        return _given(
            correction.published, Basis.EDITOR, evidence, pieces, reason=correction.published_reason
        )
    stated = extract.stated_date
    if stated is not None and edtf.is_valid(stated.text):
        place = document.text[stated.span.start : stated.span.end] if stated.span else ""
        evidence = Evidence(f"stated.{stated.rule}", stated.text, span=stated.span, text=place)
        return _given(stated.text, Basis.STATED, evidence, pieces)
    markup = document.seed.metadata.published
    if markup is not None and edtf.is_valid(markup):
        return _given(markup, Basis.STATED, Evidence("metadata", markup), pieces)
    return infer_from_texts(pieces)


def infer_from_texts(pieces: Sequence[Piece]) -> Publication:
    """What the sentences of an article, in order and without page furniture, prove about its date."""
    told = read_pieces(pieces)
    clues = text_clues(told)
    outside = outside_clues(told)
    solved = solve(clues)
    text_only = solved[0]
    value, used, contradictions = solve([*clues, *outside]) if outside else solved
    return Publication(
        edtf=value,
        basis=Basis.INFERRED if value else Basis.UNKNOWN,
        evidence=tuple(clue.evidence for clue in used),
        text_only=text_only,
        settle=_settle(value),
        settle_rule=_missing(value),
        contradictions=tuple(contradictions),
    )


def _slice(document: Document, sentence: Sentence) -> str:
    return document.text[sentence.span.start : sentence.span.end]


def _given(
    value: str, basis: Basis, evidence: Evidence, pieces: Sequence[Piece], *, reason: str | None = None
) -> Publication:
    clues: list[Clue] = text_clues(read_pieces(pieces))
    return Publication(
        edtf=value,
        basis=basis,
        evidence=(evidence,),
        settle=_settle(value),
        settle_rule=_missing(value),
        contradictions=tuple(unmet(clues, value)),
        reason=reason,
    )


_MISSING = {
    "all": "the day it was published, which nothing in the text dates",
    "which-day": "which of these days it is",
    "day": "the day",
    "month-and-day": "the month and the day",
    "year": "the year",
}
"""What a date still lacks, by `Publication.settle_rule`, in English."""


def _settle(value: str | None) -> str | None:
    """What would settle a date that is not a single day, in English."""
    missing = _missing(value)
    if missing is None:
        return None
    return f"{_MISSING[missing]}: a date line in the seed, or `published` in its file of corrections"


def _missing(value: str | None) -> str | None:
    """What a date lacks to be a single day, as a key of `_MISSING`."""
    if value is None:
        return "all"
    if len(value) == 10 and value[4] == "-":
        return None
    if edtf.members(value):
        return "which-day"
    first, last = edtf.day_numbers(value)
    if first is None or last is None:
        return "year"
    return "month-and-day" if last - first > 31 else "day"
