"""Parts a body that stands in one block into paragraphs that a reader can take in. Pure, linear."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice

from digest.clean.prose import NONE, grade
from digest.clean.rows import make_row
from digest.model import Span

_BLOCK, _GOAL = 1100, 420
"""Characters over which a paragraph is a block, and after which one made of it ends with its sentence."""
_WHOLE, _GOAL_OF_SHORT, _SENTENCES = 500, 280, 4
"""The same of a body that is one paragraph and no longer than that; the sentences that it has at least."""
_STOP = re.compile(r"[.!?؟۔…][\"”»’'›)\]}]*\s+(?=[^\s\d])")
_ABBREVIATED = re.compile(r"(?:^|[\s(«\"“])[^\W\d_]{1,2}\.$")
_MARK, _MARK_OF_SHORT = re.compile("[«»“”]"), re.compile('[«»“”"]')
"""Quotation marks; in a long block one straight mark too many would turn all others over."""
_CLOSED_BY = {"«": "»", "“": "”", '"': '"'}
_LONGEST_QUOTATION = 2_000
"""Characters within which a quotation is closed; a mark that nothing closes so soon is a stray one."""


def readable(text: str, span: Span, *, whole: bool = False) -> tuple[Span, ...]:
    """The span itself, or, where it is a block, spans of whole sentences that cover its text.

    `whole`: whether it is all of the body.
    """
    if span.length <= (_WHOLE if whole else _BLOCK):
        return (span,)
    if span.length <= _BLOCK and len(list(islice(_stops(text, span), _SENTENCES - 1))) < _SENTENCES - 1:
        return (span,)
    parts = tuple(_parts(text, span, _GOAL if span.length > _BLOCK else _GOAL_OF_SHORT))
    if len(parts) > 1 and grade(make_row(text[parts[-1].start : span.end])) == NONE:
        # What reads like no paragraph is none of its own.
        return (*parts[:-2], Span(parts[-2].start, span.end))
    return parts


def readable_around(
    text: str, span: Span, cuts: Sequence[tuple[int, int]], *, whole: bool = False
) -> tuple[Span, ...]:
    """The same of a span with `cuts` in it, in their order: what is left is parted as if it stood alone."""
    starts, ends = [span.start, *(end for _, end in cuts)], [*(start for start, _ in cuts), span.end]
    held = [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]
    left = "".join(text[start:end] for start, end in held)
    begins = list(accumulate((end - start for start, end in held), initial=0))
    inner = Span(len(left) - len(left.lstrip()), len(left.rstrip()))
    *above, last = readable(left, inner, whole=whole)
    bounds = [(_place(held, begins, part.start), _place(held, begins, part.end - 1) + 1) for part in above]
    edges = [span.start, *(start for start, _ in bounds[1:]), _place(held, begins, last.start)]
    return tuple(map(Span, edges if above else edges[:1], [*(end for _, end in bounds), span.end]))


def _place(held: Sequence[tuple[int, int]], begins: Sequence[int], at: int) -> int:
    """Where a sign of what is left stands in the whole text."""
    piece = bisect_right(begins, at) - 1
    return held[piece][0] + at - begins[piece]


def _parts(text: str, span: Span, goal: int) -> Iterator[Span]:
    start = span.start
    for stop, after in _stops(text, span):
        if stop - start >= goal and span.end - stop >= goal / 2:
            yield Span(start, stop)
            start = after
    yield Span(start, span.end)


def _stops(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Where each sentence ends, none of them inside a quotation, and where the next begins."""
    quotations = _quotations(text, span)
    begin, end = next(quotations, (span.end, span.end))
    for match in _STOP.finditer(text, span.start, span.end):
        stop = match.start() + len(match[0].rstrip())
        while end < stop:
            begin, end = next(quotations, (span.end, span.end))
        at = match.start() + 1
        if not begin < stop <= end and not _ABBREVIATED.search(text, max(span.start, at - 6), at):
            yield stop, match.end()


def _quotations(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Where each quotation begins and ends; a mark that is never closed begins none."""
    opened: re.Match[str] | None = None
    marks = _MARK if span.length > _BLOCK else _MARK_OF_SHORT
    for mark in marks.finditer(text, span.start, span.end):
        if opened is not None and mark.start() - opened.start() > _LONGEST_QUOTATION:
            opened = None
        if opened is None:
            opened = mark if mark[0] in _CLOSED_BY else None
        elif mark[0] == _CLOSED_BY[opened[0]]:
            yield opened.start(), mark.start()
            opened = None
