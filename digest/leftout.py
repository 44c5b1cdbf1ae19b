"""What of a seed does not stand in its article: dropped lines, cut pieces, fields that another took. Pure.

With what an article shows, it is every non-blank line of its seed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Set
from dataclasses import dataclass, fields

from digest.clean import is_cue
from digest.clean.fields.parts import trim
from digest.model import Document, Extract, Field, Line, LineKind, Span

_OF_FIELDS = (LineKind.HEADLINE, LineKind.BYLINE, LineKind.SOURCE, LineKind.DATELINE)
"""Lines of which a field may be a part: the name of a site may stand beside a headline."""
CUT = "line.cut"
"""The rule of a piece that was cut out of a line of the article."""
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line, or a piece of one, that did not reach the article."""

    line: int
    """1-based number of its line in `Seed.text`."""
    kind: LineKind
    rule: str
    """Identifier of the rule that decided, or `CUT`."""
    span: Span
    """Where it stands in `Seed.text`."""


def left_out(document: Document, extract: Extract) -> tuple[LeftOut, ...]:
    """What was left out of an article, in the order of the page; of pieces of lines those that have words."""
    text, shown = document.seed.text, _Shown(document, extract)
    parted = {piece.number for piece in document.pieces}
    found = (part for line in _decided(document, parted) for part in _left_of(line, shown))
    return tuple(
        [
            part
            for part in found
            if _is_whole(part, parted) or _WORD.search(text, part.span.start, part.span.end)
        ]
    )


def _is_whole(part: LeftOut, parted: Set[int]) -> bool:
    """Whether it is a line, and no piece of one."""
    return part.rule != CUT and part.line not in parted


def _decided(document: Document, parted: Set[int]) -> list[Line]:
    """Each line, or its pieces where it holds several."""
    whole = [line for line in document.lines if line.number not in parted]
    return sorted([*whole, *document.pieces], key=lambda line: line.span.start)


def _left_of(line: Line, shown: _Shown) -> Iterator[LeftOut]:
    if not line.kept or not shown.touches(line.span):
        yield LeftOut(line.number, line.kind, line.rule, line.span)
        return
    for cut in line.cuts:
        for rest in shown.beside_fields(cut):
            yield LeftOut(line.number, LineKind.FURNITURE, CUT, rest)
    for rest in shown.beside_fields(line.span) if line.kind in _OF_FIELDS else ():
        yield LeftOut(line.number, line.kind, CUT, rest)


class _Shown:
    """The places of a seed that stand in its article."""

    def __init__(self, document: Document, extract: Extract) -> None:
        values = [getattr(extract, name.name) for name in fields(extract)]
        self._fields = [value.span for value in values if isinstance(value, Field) and value.span]
        self._text = document.seed.text
        self._paragraphs = [paragraph.span for paragraph in document.paragraphs]
        self._ends = [span.end for span in self._paragraphs]

    def touches(self, place: Span) -> bool:
        """Whether a part of a place is text or a field."""
        after = bisect_right(self._ends, place.start)
        in_text = after < len(self._ends) and self._paragraphs[after].start < place.end
        return in_text or self.names(place)

    def beside_fields(self, place: Span) -> Iterator[Span]:
        """What of a place no field holds, but for marks and words that only announce one (`كتب: …`)."""
        start = place.start
        inside = sorted(span for span in self._fields if span.overlaps(place))
        for end, after in (*((span.start, span.end) for span in inside), (place.end, place.end)):
            rest = trim(self._text, start, end) if end > start else Span(start, start)
            words = self._text[rest.start : rest.end]
            # A place without any field is told as it stands.
            if not inside or (_WORD.search(words) and not is_cue(words)):
                yield rest if inside else place
            start = max(start, after)

    def names(self, place: Span) -> bool:
        """Whether a part of a place is a field."""
        return any(span.overlaps(place) for span in self._fields)
