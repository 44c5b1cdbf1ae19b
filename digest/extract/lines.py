"""What the fields are read from: the lines of a kind, and what of a line is shown. Pure."""

from __future__ import annotations

from dataclasses import replace

from digest.model import Document, Line, LineKind, Span

EDITORS = "correction"
"""The rule of a line or field that is what an editor says."""
_WRAPPED = (LineKind.HEADLINE, LineKind.DECK)
"""Fields that may take more than one line."""


def first_line(document: Document, kind: LineKind) -> Line | None:
    """The first line of a kind, or the editor's, with the lines right below that a margin parted from it."""
    found = [place for place, line in enumerate(document.lines) if line.kind is kind]
    if not found:
        return next((line for line in document.pieces if line.kind is kind), None)
    place = next((place for place in found if is_editors(document.lines[place])), found[0])
    first = last = document.lines[place]
    for line in document.lines[place + 1 :]:
        if line.kind is not kind or line.rule != first.rule or kind not in _WRAPPED:
            break
        last = line
    return replace(first, span=Span(first.span.start, last.span.end))


def is_editors(line: Line) -> bool:
    """Whether an editor's correction says what a line is."""
    return line.rule == EDITORS


def shown(document: Document, line: Line) -> str:
    """A line's text without what was cut from it; all of a piece, as the line it is in may cut it."""
    text = document.text[line.span.start : line.span.end]
    whole = text if text.strip() else document.seed.text[line.span.start : line.span.end]
    return whole.replace("\n", " ")
