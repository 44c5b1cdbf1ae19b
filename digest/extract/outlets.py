"""The outlet's own name, where no line credits anyone: who holds the page's rights, what stands by the title.

Pure; the last resort for `source`, after the credits and the markup.
"""

from __future__ import annotations

from collections.abc import Iterator

from digest.clean.head import SITE_MARKS, outlet_before
from digest.clean.outlets import RIGHTS, is_outlet, rights_holder
from digest.clean.parts import trim
from digest.model import Document, Field, Line, LineKind, Span

_TITLES = (LineKind.HEADLINE, LineKind.HEADLINE_REPEATED)
_LONGEST = 4
"""Words of a name beside a title."""


def own_name(document: Document) -> Field | None:
    """The outlet by its line of rights, else by what stands before or after the headline."""
    return next(_by_rights(document), None) or next(_beside_title(document), None)


def _by_rights(document: Document) -> Iterator[Field]:
    for line in document.lines:
        if line.rule in RIGHTS:
            span = rights_holder(_text(document, line))
            if span:
                yield _field(document, line, span, "source.rights")


def _beside_title(document: Document) -> Iterator[Field]:
    for line in document.lines:
        if line.kind in _TITLES:
            text = _text(document, line)
            if span := outlet_before(text) or _at_end(text):
                yield _field(document, line, span, "source.beside-headline")


def _at_end(text: str) -> Span | None:
    """`… | صدى الضفة`."""
    cut = max(text.rfind(mark) for mark in SITE_MARKS)
    span = trim(text, cut + 1, len(text))
    name = text[span.start : span.end]
    return span if cut > 0 and len(name.split()) <= _LONGEST and is_outlet(name) else None


def _text(document: Document, line: Line) -> str:
    return document.seed.text[line.span.start : line.span.end]


def _field(document: Document, line: Line, span: Span, rule: str) -> Field:
    start = line.span.start
    text = document.seed.text[start + span.start : start + span.end]
    return Field(" ".join(text.split()), rule, Span(start + span.start, start + span.end))
