"""Rows inside the body that do not read like paragraphs and are the article's text: verse, lists, quotations.

Pure; called by the fourth pass (`inside`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from digest.clean.prose import announces, continues
from digest.clean.rows import Row
from digest.rules import default_rules
from digest.text import fold

_QUOTATION = 4
"""Words that a quotation set as a paragraph has at least."""
_SENTENCE = 8
"""Words of one that a text closes with."""
_IN_MARKS = re.compile('["“”«„][^"“”«»„\n]+["”»“]')
_AHEAD = 12
"""Rows that are looked at beyond one, so that time stays linear."""


def as_text(units: Sequence[Row], index: int, first: int, last: int) -> str | None:
    """The rule by which a row that does not read like a paragraph is the article's text all the same."""
    row = units[index]
    if row.tabular:
        return "body.table"
    if _is_set_quotation(units, index, first, last):
        return "body.quotation"
    if index > first and units[index - 1].rule == "body.quotation" and is_short(row):
        return None
    if is_verse(units, index, first, last):
        return "body.verse"
    tests = (
        ("body.list", _is_list_item(units, index, first, last) or _is_parallel(units, index, first, last)),
        ("body.said", is_said(row)),
        ("body.dialogue", _is_of_dialogue(units, index, first, last)),
        ("body.goes-on", continues(row)),
    )
    return next((rule for rule, holds in tests if holds), None)


def speaker_of(row: Row) -> str:
    """The one or two words before a colon that a row begins with: who asks, who answers."""
    match = _SPEAKER.match(row.text)
    return match[1] if match else ""


_CLOSING = ("»", '"', "”")
_OPENED = re.compile(r":\s*[«\"“]")
_SPEAKER = re.compile(r"[-–—*\s]*([^\s:]{1,20}(?: [^\s:]{1,20})?)\s?:")
_OF_DIALOGUE = 4
"""Rows within which somebody speaks again."""


def _is_parallel(units: Sequence[Row], index: int, first: int, last: int) -> bool:
    """Whether a row and the one above or below it are two points of a list: they begin with the same word."""
    row = units[index]
    beside = [units[place] for place in (index - 1, index + 1) if first <= place <= last]
    return _may_be_point(row) and any(
        _may_be_point(other) and other.words[0] == row.words[0] for other in beside
    )


def _may_be_point(row: Row) -> bool:
    plain = row.kind is None or row.rule == "body.list"
    return plain and bool(row.words) and not (row.ends or row.latin) and row.size <= _LONGEST_POINT


_LONGEST_POINT = 60


def is_said(row: Row) -> bool:
    """Whether a row is a verb of saying, who says it, and words in marks as far as its end."""
    marked = row.text.rstrip().endswith(_CLOSING) and _OPENED.search(row.text)
    return bool(marked) and bool(row.words) and row.words[0].removeprefix("و") in _verbs_of_saying()


@cache
def _verbs_of_saying() -> frozenset[str]:
    return frozenset(map(fold, default_rules().table("headlines")["saying"]))


def _is_of_dialogue(units: Sequence[Row], index: int, first: int, last: int) -> bool:
    """Whether a line ends as sentences do, and who speaks in it speaks near by, too."""
    row = units[index]
    near = units[max(first, index - _OF_DIALOGUE) : min(index + _OF_DIALOGUE, last) + 1]
    speaker = speaker_of(row) if row.ends else ""
    return bool(speaker) and any(speaker_of(other) == speaker for other in near if other is not row)


def _is_list_item(units: Sequence[Row], index: int, first: int, last: int) -> bool:
    """One of several points of a list in the text: with marks before them, or figures behind a colon."""
    row = units[index]
    beside = [units[place] for place in (index - 1, index + 1) if first <= place <= last]
    if _is_valued(row):
        return any(map(_is_valued, beside))
    return _is_pointed(row) and any(map(_is_pointed, beside))


def _is_pointed(row: Row) -> bool:
    """Whether a mark, a number or a figure with a fraction stands before a row."""
    return row.pointed or (bool(row.words) and _FIGURE.fullmatch(row.words[0]) is not None)


_FIGURE = re.compile(r"\d{1,9}\.\d{1,4}")


def _is_valued(row: Row) -> bool:
    return row.size <= _LONGEST_VALUED and _VALUED.match(row.text) is not None


_VALUED, _LONGEST_VALUED = re.compile(r"[^:\n\d]{2,30}:\s*[^\w\s]?\d"), 60
"""Words with a figure behind a colon: `المغرب: 7:40`."""


def _is_set_quotation(units: Sequence[Row], index: int, first: int, last: int) -> bool:
    """Whether a row is nothing but words in quotation marks, which no paragraph near by has too."""
    row = units[index]
    if len(row.words) < _QUOTATION or not _IN_MARKS.fullmatch(row.text.strip()):
        return False
    near = units[max(first, index - _AHEAD) : min(index + _AHEAD, last) + 1]
    return not any(row.core in other.core for other in near if other is not row)


def is_quotation(row: Row) -> bool:
    """Whether a row is a sentence in quotation marks and nothing else, as a text may close with."""
    return len(row.words) >= _SENTENCE and _IN_MARKS.fullmatch(row.text.strip()) is not None


def is_verse(units: Sequence[Row], index: int, first: int, last: int) -> bool:
    """One of several short lines in a row, or of lines after a colon: verse, a letter, a plain list."""
    run = _short_beside(units, index, first, last, fewest=1)
    if run[0] > first and announces(units[run[0] - 1]):
        return len(run) > 1
    return len(_short_beside(units, index, first, last, fewest=2)) >= _VERSES


_VERSES = 3


def is_between_verses(units: Sequence[Row], index: int, first: int, last: int) -> bool:
    """Whether verses stand right above a row and right below it: it signs those above."""
    above = first < index < last and units[index - 1].rule == "body.verse"
    return above and is_verse(units, index + 1, index + 1, last)


def _short_beside(units: Sequence[Row], index: int, first: int, last: int, *, fewest: int) -> range:
    """The short lines around a row, of so many words at least."""
    run = [index, index]
    for side, step in enumerate((-1, 1)):
        place = index + step
        while first <= place <= last and abs(place - index) <= _AHEAD and is_short(units[place], fewest):
            run[side] = place
            place += step
    return range(run[0], run[1] + 1)


def is_short(row: Row, fewest: int = 2) -> bool:
    """Whether a row is a line of some words, as verses are."""
    plain = row.kind is None or row.rule == "body.verse"
    return plain and fewest <= len(row.words) <= 8 and row.size < 45 and not row.pointed and not row.latin
