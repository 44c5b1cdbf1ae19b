"""Parts credits with labels from the text that they open, as pages without their line ends have them. Pure.

`المصدر: بيروت - سامي منصور التاريخ: 12 مايو 2024 افتتح …`; a title may stand above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise, takewhile

from digest.clean.fields.credits import read_credit
from digest.clean.fields.datelines import read_stamp
from digest.clean.fields.datewords import date_words
from digest.clean.fields.fieldwords import is_cue, is_name
from digest.clean.fields.lone import begins_news
from digest.clean.rows import Row, piece_of, words_of

_TOP, _PARAGRAPH = 3, 60
"""Rows of a page that may open so; characters of such a row."""
_FEWEST = 2
"""Credits with labels that open a text."""
_REACH, _LABEL, _VALUE = 150, 2, 10
"""Characters in which they stand; words of a label, and of the last one's value."""
_COLON = re.compile(r"\s?:(?!\d)")
_TOKEN = re.compile(r"\S+")


def part_labelled(rows: Sequence[Row]) -> list[Row]:
    """The rows of a page, such credits as rows of their own."""
    parts = list[Row]()
    for row in rows[:_TOP]:
        ends = _credits(row.text) if row.size >= _PARAGRAPH else ()
        parts += [piece_of(row, *bounds) for bounds in pairwise((0, *ends, row.size))] if ends else [row]
    return [*parts, *rows[_TOP:]]


def _credits(text: str) -> tuple[int, ...]:
    """Where each of the credits with labels ends that open a text; none where one of them is no credit."""
    if text.count(":", 0, _REACH) < _FEWEST:
        return ()
    labels = (_label_at(text, colon.start()) for colon in _COLON.finditer(text, 0, _REACH))
    starts = [start for start in labels if start is not None]
    if len(starts) < _FEWEST or starts[0]:
        return ()
    ends = (*starts[1:], _value_end(text, starts[-1]))
    pieces = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    return ends if all(read_stamp(piece) or read_credit(piece) for piece in pieces) else ()


def _label_at(text: str, colon: int) -> int | None:
    """Where the label before a colon begins; None where the words before it are none."""
    words = [match.start() for match in _TOKEN.finditer(text, 0, colon)][-_LABEL:]
    return next((start for start in words if _is_label(text[start:colon])), None)


def _is_label(words: str) -> bool:
    return is_cue(words) or date_words().published.issuperset(words_of(words))


def _value_end(text: str, start: int) -> int:
    """Where a date behind a label ends, with its time of day, or a known name before a verb; else `start`."""
    behind = text.index(":", start) + 1
    words = list(islice(_TOKEN.finditer(text, behind), _VALUE))
    for place, word in enumerate(words):
        stamp = read_stamp(text[start : word.end()])
        if stamp and stamp.edtf:
            return _clock_end(text, start, words[place:])
        following = words[place + 1 : place + 2]
        if following and is_name(text[behind : word.end()]) and begins_news(text, following[0].start()):
            return word.end()
    return start


def _clock_end(text: str, start: int, words: Sequence[re.Match[str]]) -> int:
    """The end of a date's last word, the first one, or of the time of day behind it."""
    clock = takewhile(lambda word: ":" in word[0] or len(word[0]) == 1, words[1:])
    ends = (word.end() for word in clock)
    return max((end for end in ends if read_stamp(text[start:end])), default=words[0].end())
