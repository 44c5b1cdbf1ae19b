"""Parts a body that stands in one block into paragraphs that a reader can take in. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.model import Span

_BLOCK = 1100
"""A paragraph longer than this, in characters, is a block."""
_GOAL = 420
"""Characters after which a paragraph made of a block ends with its sentence."""
_STOP = re.compile(r"[.!?؟۔…][\"”»’'›)\]}]*\s+(?=[^\s\d])")
_ABBREVIATED = re.compile(r"(?:^|[\s(«\"“])[^\W\d_]{1,2}\.$")


def readable(text: str, span: Span) -> tuple[Span, ...]:
    """The span itself, or, where it is a block, spans of whole sentences that cover its text."""
    if span.length <= _BLOCK:
        return (span,)
    return tuple(_parts(text, span))


def _parts(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for match in _STOP.finditer(text, span.start, span.end):
        stop = match.start() + 1
        if stop - start < _GOAL or span.end - stop < _GOAL / 2:
            continue
        if _ABBREVIATED.search(text, max(start, stop - 6), stop) or _inside_quotation(text, start, stop):
            continue
        yield Span(start, start + len(text[start : match.end()].rstrip()))
        start = match.end()
    yield Span(start, span.end)


def _inside_quotation(text: str, start: int, stop: int) -> bool:
    piece = text[start : stop + 1]
    return piece.count("«") > piece.count("»") or piece.count("“") > piece.count("”")
