"""Chooses the date a page states for its article, by label and place; a page's clock is not one. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from hijridate import Hijri

from digest.clean.fields.credits import is_placed, read_credit
from digest.clean.fields.datelines import Stamp, read_stamp
from digest.clean.fields.openings import opening_credit
from digest.clean.fields.republished import PUBLISHED
from digest.clean.head.outdated import days_of
from digest.clean.rows import CREDITS
from digest.extract.lines import EDITORS, is_editors
from digest.extract.zones import is_same_moment
from digest.model import Document, Field, Line, LineKind, SeedMetadata, Span
from digest.text import without_vowels

_DATED = CREDITS | {LineKind.STATED_DATE}
"""Kinds of lines that may state when a page was published."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    edtf: str
    span: Span
    stamp: Stamp
    place: int
    """0 between headline and body, 1 just above the headline, 2 just below the body."""


def stated_date(document: Document) -> Field | None:
    """The best stated publication date as a field whose text is EDTF; None where the page states none."""
    found = [*_candidates(document), *_opening(document)]
    if not found:
        return None
    return _field(min(found, key=_rank))


def _rank(one: _Candidate) -> tuple[bool, int, bool, int]:
    return not one.stamp.published, one.place, one.stamp.updated, one.span.start


def _field(one: _Candidate) -> Field:
    return Field(one.edtf, "date.labelled" if one.stamp.published else "date.beside-article", one.span)


def shown_date(document: Document) -> Field | None:
    """The day beside the headline that is surer than the markup's: it is of the same moment in its own zone.

    So is one that the text's opening says, too.
    """
    stated, best = document.seed.metadata, _beside_headline(document)
    if best is None:
        return None
    said = stated.moment and is_same_moment(stated.moment, best.edtf, _line_at(document, best.span))
    return _field(best) if said or best.edtf in _days_of_opening(document, best.edtf) else None


def differing_date(document: Document, taken: str) -> tuple[int, str] | None:
    """The line and the day that readers see, where that is another one than `taken`, by more than a day.

    It stands beside the headline, or opens the text.
    """
    best = _beside_headline(document) or next(_opening(document), None)
    if best is None or not len(taken) == len(best.edtf) == _WHOLE:
        return None
    days = (date.fromisoformat(best.edtf) - date.fromisoformat(taken)).days
    line = document.seed.text.count("\n", 0, best.span.start) + 1
    return (line, best.edtf) if abs(days) > 1 else None


def _beside_headline(document: Document) -> _Candidate | None:
    """The whole day between headline and body that is none of a change."""
    best = min(_candidates(document), key=_rank, default=None)
    whole = best is not None and not best.place and not best.stamp.updated and len(best.edtf) == _WHOLE
    return best if whole else None


_WHOLE = len("2024-05-12")


def _line_at(document: Document, span: Span) -> str:
    text = document.seed.text
    end = text.find("\n", span.end)
    return text[text.rfind("\n", 0, span.start) + 1 : end if end >= 0 else len(text)]


def _days_of_opening(document: Document, shown: str) -> Iterator[str]:
    """The days on which a text's opening says that it was written, as EDTF."""
    body = next(part for part in document.paragraphs if part.kind is LineKind.BODY)
    lead = without_vowels(document.seed.text[body.span.start : body.span.end][:_REACH]).text
    yield from (day.isoformat() for day in days_of(lead, date.fromisoformat(shown)))
    yield from (one.edtf for one in _opening(document))


_REACH = 200
"""Characters of a text's opening."""


def edited_date(document: Document) -> Field | None:
    """The date in a line that an editor keeps as the one which the page states."""
    every = (line for line in (*document.lines, *document.pieces) if line.kind is LineKind.STATED_DATE)
    found = (one for line in every if is_editors(line) for one in _stamps(document, line))
    dated = ((span, _value(stamp)) for span, stamp in found)
    return next((Field(edtf, EDITORS, span) for span, edtf in dated if edtf), None)


def contributed_date(stated: SeedMetadata) -> Field | None:
    """The date of front matter, written as people do: `12 May 2024`, `12/05/2024` (day first)."""
    stamp = read_stamp(stated.stated_date) if stated.stated_date and not stated.published else None
    edtf = _value(stamp) if stamp else None
    return Field(edtf, "metadata") if edtf else None


def _candidates(document: Document) -> Iterator[_Candidate]:
    start = next(part.span.start for part in document.paragraphs if part.kind is LineKind.BODY)
    every = (*document.lines, *document.pieces)
    headline = next((line.span.start for line in every if line.kind is LineKind.HEADLINE), start)
    for line in every:
        if line.kind not in _DATED:
            continue
        place = 0 if line.span.start < start else 2
        if line.span.start < headline:
            place = 1
        for span, stamp in _stamps(document, line):
            edtf = _value(stamp)
            if edtf:
                yield _Candidate(edtf, span, stamp, place)


def _opening(document: Document) -> Iterator[_Candidate]:
    """The date in the dateline that opens the body: `الخرطوم 9-5-2024 (سونا) - …`."""
    body = next(part for part in document.paragraphs if part.kind is LineKind.BODY)
    text = document.seed.text[body.span.start : body.span.end]
    for part in opening_credit(text):
        stamp = read_stamp(text[part.span.start : part.span.end]) if part.role == "date" else None
        edtf = _value(stamp) if stamp else None
        if stamp and edtf:
            start = body.span.start
            yield _Candidate(edtf, Span(start + part.span.start, start + part.span.end), stamp, 0)


def _stamps(document: Document, line: Line) -> Iterator[tuple[Span, Stamp]]:
    """The dates and times of a line that is a credit's or a date's."""
    text = document.text[line.span.start : line.span.end]
    text = text if text.strip() else document.seed.text[line.span.start : line.span.end]
    if line.kind is LineKind.STATED_DATE:
        stamp = read_stamp(text.strip())
        if stamp:
            yield line.span, stamp
            return
    for part in read_credit(text, placed=is_placed(line.rule)):
        stamp = read_stamp(text[part.span.start : part.span.end])
        if part.role == "date" and stamp:
            stamp = replace(stamp, published=True) if part.rule == PUBLISHED else stamp
            yield Span(line.span.start + part.span.start, line.span.start + part.span.end), stamp


def _value(stamp: Stamp) -> str | None:
    if stamp.edtf or stamp.hijri is None:
        return stamp.edtf
    try:
        # Umm al-Qura; a sighting may differ by a day, hence approximate.
        return f"{Hijri(*stamp.hijri).to_gregorian().isoformat()}~"
    except (ValueError, OverflowError):
        return None
