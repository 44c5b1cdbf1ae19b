"""Parts headline and credits from a body that the first line holds with them, a source behind any line. Pure.

A page saved without its line ends shows no seam but one: a place with a mark, and a writer or an agency
behind it (`… معرض الكتاب القاهرة: سامي منصور افتتح …`). What stands before it is the headline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise

from digest.clean.fields.credits import read_credit
from digest.clean.fields.fieldwords import is_agency, is_name, is_place
from digest.clean.prose import is_function_word, shared, stems
from digest.clean.rows import Row, piece_of

_BLOCK = 400
"""A first line that is shorter holds no body."""
_LONGEST_HEADLINE = 190
_FEWEST, _MOST = 4, 24
"""Words of a headline."""
_ALIKE = 0.3
_PARAGRAPH = 60
"""A line that is shorter is no paragraph with its source behind it."""
_LONGEST_SOURCE = 40
_NAME = 2
"""Words of a writer's name: what follows it cannot be told from a third."""
_MARKS = ":-–—/"


def part_glued(rows: Sequence[Row]) -> list[Row]:
    """The rows of a page, the first parted into headline, credits and body where it is seen to hold them."""
    first = rows[0] if rows else None
    seam = _seam(first.text) if first and first.size >= _BLOCK else None
    if first is None or seam is None:
        return list(rows)
    ends = (0, *seam, first.size)
    parts = [piece_of(first, start, end) for start, end in pairwise(ends)]
    alike = shared(parts[0], stems(parts[2])) >= _ALIKE
    return [*parts, *rows[1:]] if alike else list(rows)


def part_sources(rows: Sequence[Row]) -> list[Row]:
    """The rows of a page, a source with its cue (`المصدر: رويترز`) parted from the end of a paragraph."""
    parts = list[Row]()
    for row in rows:
        end = 0 if row.stops or row.size < _PARAGRAPH or row.tabular else _source_begins(row.text)
        parts += [piece_of(row, 0, end), piece_of(row, end, row.size)] if end else [row]
    return parts


def _source_begins(text: str) -> int:
    """Where what is behind a text's last sentence begins, if that is a source with its cue; else 0."""
    end = max(text.rfind(mark, -_LONGEST_SOURCE) for mark in ".!?؟") + 1
    while 0 < end < len(text) and text[end] in "\"”»’')":
        end += 1
    tail = text[end:].strip(" ()[]") if end else ""
    cued = ":" in tail and [part.rule for part in read_credit(tail)] == ["source.cue"]
    return end if cued else 0


def _seam(text: str) -> tuple[int, int] | None:
    """Where the credits begin and where they end."""
    words = list(islice(re.finditer(r"\S+", text), _MOST + 6))
    for index in range(_FEWEST, min(_MOST, len(words) - 4)):
        if words[index].end() > _LONGEST_HEADLINE or words[index - 1][0][-1] in ".!?؟":
            return None
        if is_function_word(words[index - 1][0]):
            # A place behind `في` or `من` is one of the sentence.
            continue
        for length in (2, 1):
            last = index + length - 1
            marked = words[last][0][-1] in _MARKS
            place = text[words[index].start() : words[last].end()].rstrip(_MARKS)
            follows = last + 1 if marked else last + 2
            if (marked or words[last + 1][0] in _MARKS) and is_place(place):
                end = _credited(text, words, follows)
                return (words[index].start(), end) if end else None
    return None


def _credited(text: str, words: Sequence[re.Match[str]], at: int) -> int | None:
    """The end of the agency or the writer's name that begins at a word."""
    for length in (3, 2, 1):
        if at + length <= len(words):
            piece = text[words[at].start() : words[at + length - 1].end()].rstrip(_MARKS)
            if is_agency(piece) or (length == _NAME and is_name(piece)):
                return words[at + length - 1].end()
    return None
