"""First pass, continued: what the rows beside one say of it, each read by itself before (`hints`). Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from digest.clean.fields.credits import credit_kind, read_credit
from digest.clean.fields.datelines import is_weekday
from digest.clean.fields.fieldwords import field_words, is_name, names_reviser
from digest.clean.fields.outlets import RIGHTS
from digest.clean.phrases import phrases
from digest.clean.prose import STRONG, addresses, grade, is_notice
from digest.clean.rows import DATES, Row, make_row
from digest.clean.signs.hints import ASKING
from digest.model import LineKind


def hint_neighbours(rows: Sequence[Row]) -> None:
    """Mark the description of a picture that follows a picture's credit, and who a cue above names."""
    _sign_opening(rows)
    top = next((index for index, row in enumerate(rows) if row.kind is None and grade(row) == STRONG), 0)
    _mark_ticker(rows[:top])
    for index, (above, row) in enumerate(pairwise(rows), start=1):
        if above.bullet and row.bullet:
            # A point of a list describes no picture, whatever its first word.
            for point in (above, row):
                if point.kind is LineKind.CREDIT:
                    point.kind, point.rule = None, ""
        named = len(above.words) == 1 and above.core in field_words().sources
        named = named or (len(above.words) == _CUE and above.core in field_words().byline_verbs)
        if above.kind is None and row.kind in DATES and is_weekday(above.text):
            above.mark(LineKind.CLOCK, "clock.line")
        if (row.kind is None or row.soft) and (named or above.text.rstrip().endswith(":")):
            _below_cue(above, row, below_text=index > 1 and rows[index - 2].stops)
        if above.rule == "byline.cue" and row.kind is None and names_reviser(row.text):
            row.mark(LineKind.BYLINE, above.rule)
        unlike = not row.stops or (index < top and row.size <= _SHORT)
        if above.kind is LineKind.CREDIT and row.kind is None and unlike and row.size <= 220:
            if is_name(row.text) or _is_first_line(rows, index):
                continue
            row.mark(LineKind.CAPTION, "caption.below-credit")


def _mark_ticker(rows: Sequence[Row]) -> None:
    """Mark titles with a time and a bar before each, several one below the other; `rows` is a page's top."""
    for above, row in pairwise(rows):
        if all(_TIMED.match(each.text) and not each.stops for each in (above, row)):
            for each in (above, row):
                each.mark(LineKind.TICKER, "ticker.timed")


_TIMED = re.compile(r"\d{1,2}:\d{2}\s{0,3}\|{1,2}\s{0,3}\S")


def _sign_opening(rows: Sequence[Row]) -> None:
    """Mark an outlet, a colon and a known person's name that blanks part from the text in the first line."""
    if len(rows) < _PIECES or rows[0].line != rows[1].line or rows[0].kind or ":" not in rows[0].text:
        return
    text = rows[0].text
    parts = read_credit(text, placed=True) if is_name(text.rpartition(":")[2]) else ()
    if any(part.role == "byline" for part in parts):
        rows[0].mark(credit_kind(parts), "byline.placed")


_PIECES = 2


def _is_first_line(rows: Sequence[Row], index: int) -> bool:
    """Whether a row below a blank line has another right below it: a paragraph's first line, wrapped."""
    above, row, below = rows[index - 1], rows[index], rows[index + 1 : index + 2]
    parted = row.line > above.line + 1 and row.size >= _WRAPPED
    return parted and any(other.line == row.line + 1 and other.kind is None for other in below)


_SHORT = 100
"""Characters of a sentence above the text that describes a picture, at most."""
_WRAPPED = 50
"""Characters of a wrapped line, at least."""


def clear_told(rows: Sequence[Row]) -> None:
    """Unmark a paragraph that tells of rights between two others: it is no notice of the page's own."""
    for above, row, below in zip(rows, rows[1:], rows[2:], strict=False):
        if row.rule == RIGHTS[0] and _is_prose(above) and _is_prose(below) and row.stops:
            opening = phrases().find(make_row(" ".join(row.words[:_NOTICE])))
            if grade(row) == STRONG and not (opening or is_notice(row) or addresses(row)):
                row.kind, row.rule = None, ""
                row.opens = row.finishes = row.closes = False


def _is_prose(row: Row) -> bool:
    return row.kind is None and grade(row) == STRONG and not addresses(row)


_NOTICE = 4
"""Words that a notice of rights is told by where it opens a line."""


def mark_boxes(rows: Sequence[Row]) -> None:
    """Mark the one row between two that ask readers for something: it says why they should."""
    for above, row, below in zip(rows, rows[1:], rows[2:], strict=False):
        if row.kind is None and above.rule == below.rule == ASKING:
            row.mark(LineKind.FORM, "form.item")


_CUE = 2
"""Words that announce a writer in a line of their own: `من قبل`."""


def _below_cue(cue: Row, row: Row, *, below_text: bool) -> None:
    """Mark a name below a line such as `المصدر:` without any; `below_text`: a stop is above the line."""
    of_source = cue.core in field_words().sources
    if row.ends or row.size > _LONGEST_NAME or not (of_source or cue.core in field_words().bylines):
        return
    announced = cue.text.rstrip().endswith(":") or row.line == cue.line + 1
    cue.mark(LineKind.FURNITURE, "position.cue")
    if parts := read_credit(row.text, placed=True):
        row.mark(credit_kind(parts), f"{parts[0].role}.placed")
    elif announced or len(row.words) <= _WORDS_OF_NAME:
        row.mark(*_NAMED[of_source])
    elif below_text:
        row.mark(LineKind.KEYWORDS, "keywords.below-body")
        row.over = row.finishes = True  # an article's tags, as a link was the name


_LONGEST_NAME, _WORDS_OF_NAME = 60, 3
"""Characters of a name, and words of one that no list knows below a cue without a mark."""
_NAMED = {True: (LineKind.SOURCE, "source.below-cue"), False: (LineKind.BYLINE, "byline.below-cue")}
