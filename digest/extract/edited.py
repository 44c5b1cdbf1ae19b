"""Lines that an editor keeps as a field which then says something else: what an editor should know of them.

Pure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from digest.extract.lines import EDITORS, is_editors
from digest.model import Correction, Document, Extract, Field, LineKind, SeedWarning, Span
from digest.text import single_spaced

_FIELDS = frozenset(
    {
        LineKind.HEADLINE,
        LineKind.DECK,
        LineKind.LABEL,
        LineKind.BYLINE,
        LineKind.SOURCE,
        LineKind.DATELINE,
        LineKind.STATED_DATE,
    }
)
"""Kinds of which an article has one."""
_QUOTED = 60
"""Letters of a line that are said."""


def correction_notes(
    document: Document, extract: Extract, correction: Correction | None
) -> Iterator[SeedWarning]:
    """A warning for each line of `keep` that is kept as a field and is not it: another says what that is."""
    if correction is None:
        return
    kept = _kept_lines(document)
    shown = [value.span for value in _values(extract) if value.span]
    for number, (line, kind) in enumerate(correction.keep):
        spans = kept.get((single_spaced(line), kind), ()) if kind in _FIELDS else ()
        if spans and not any(span.overlaps(place) for span in spans for place in shown):
            place = correction.places.get(f"keep.{number}")
            values = {"line": line[:_QUOTED], "kind": kind.value}
            yield SeedWarning(_fault(extract, kind), correction.file, place, values)


def _fault(extract: Extract, kind: LineKind) -> str:
    dated = extract.stated_date is not None and extract.stated_date.rule == EDITORS
    return "correction-no-date" if kind is LineKind.STATED_DATE and not dated else "correction-not-shown"


def _kept_lines(document: Document) -> dict[tuple[str, LineKind], list[Span]]:
    """The lines that have their kind from an editor, by what they say and their kind."""
    found = dict[tuple[str, LineKind], list[Span]]()
    for line in (*document.lines, *document.pieces):
        if is_editors(line):
            said = single_spaced(document.seed.text[line.span.start : line.span.end])
            found.setdefault((said, line.kind), []).append(line.span)
    return found


def _values(extract: Extract) -> list[Field]:
    values = (getattr(extract, name.name) for name in fields(extract))
    return [value for value in values if isinstance(value, Field)]
