"""Parts a credit line at its marks; the pieces with their places. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from digest.model import Span
from digest.text import Folded

_SEPARATOR = re.compile(
    r"\s*(?:[|•·–—،,;()]|:(?!\d)|\s[-ـ]+\s|-{2,}|(?<=\S)-\s|\s-(?=\S)|(?<=[\u0621-\u064a])-(?=[^\W\d])|/)\s*"
)
_SIGN = re.compile("[-|•·–—،,;():/ـ]")
"""What any mark that parts two pieces is made of."""
_EDGE = " \t\u00a0•●▪·*«»\"“”'‘’()[]{}:،,.;|/–—-ـ"
_LETTERS = r"(?:[^\W_][\u064b-\u0655\u0670]*+)++"
_WORD = re.compile(rf"{_LETTERS}(?:[.'’@_-]{_LETTERS})*+")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a credit line: what it is, and where it stands in the line."""

    role: str
    """`byline`, `source`, `dateline` or `date`."""
    span: Span
    rule: str


def restored(parts: tuple[Part, ...], plain: Folded) -> tuple[Part, ...]:
    """Parts that were read in a text without vowel marks, where they stand in the text as it is written."""
    if not plain.dropped:
        return parts
    spans = [plain.marked(part.span.start, part.span.end) for part in parts]
    return tuple([replace(part, span=span) for part, span in zip(parts, spans, strict=True)])


def shifted(parts: Iterable[Part], by: int) -> tuple[Part, ...]:
    """Parts of a piece, where they stand in the text that has it at an offset."""
    return tuple(Part(part.role, Span(part.span.start + by, part.span.end + by), part.rule) for part in parts)


def split(text: str, start: int) -> list[Span]:
    """The pieces of a text from an offset on, without the marks between them."""
    if not _SIGN.search(text, start):
        whole = trim(text, start, len(text))
        return [whole] if whole.length else []
    spans = []
    for match in _SEPARATOR.finditer(text, start):
        spans.append(trim(text, start, match.start()))
        start = match.end()
    spans.append(trim(text, start, len(text)))
    return [span for span in spans if span.length]


def trim(text: str, start: int, end: int) -> Span:
    """The span without marks and white space at its ends, a closing bracket of its own kept."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE and not (text[end - 1] == ")" and "(" in text[start:end]):
        end -= 1
    return Span(start, end)


def after_words(text: str, count: int) -> int:
    """Offset in `text` after its first `count` words."""
    end = 0
    for match in _WORD.finditer(text):
        end = match.end()
        count -= 1
        if count == 0:
            break
    return end


def is_marked(text: str, rest: int) -> bool:
    """Whether a mark parts a cue from its value."""
    return text[rest : rest + 3].strip()[:1] in tuple(":/|-–,،")
