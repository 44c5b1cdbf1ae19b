"""Tells lines above a body that sign it, though they could be read as titles by their words. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from digest.clean.fields.credits import read_credit, without_account
from digest.clean.fields.datelines import is_of_dates
from digest.clean.fields.everyday import is_everyday, is_verb
from digest.clean.fields.fieldwords import field_words, is_given, is_name, is_place, is_term
from digest.clean.fields.initials import is_initialed
from digest.clean.fields.outlets import is_outlet
from digest.clean.fields.unlisted import is_like_name
from digest.clean.head.facts import BUTTONS, Head
from digest.clean.prose import is_function_word, shared, stems
from digest.clean.rows import DATES, Row
from digest.model import LineKind
from digest.text import without_vowels

_STROKES = ("|", "/", " - ", " – ", " — ")
_LONGEST = 90
"""Characters of a line of credits."""
_OF_MENU, _SHORT = 3, 4
"""Words of a menu's line, and of a short title."""
_LONGEST_ROLE = 9
"""Words of a line that says what a writer is."""


def is_signed_below(head: Head, index: int) -> bool:
    """Whether a line that a cue opens signs a title; else a name right below a short one, a date below it.

    Buttons do for a date, and so does what the writer is; in a section of columns, or above that, the name
    need not be a known one, and in such a section the text may stand right below a known one.
    """
    if index + 1 < head.first and head.is_plain(index + 1) and opens_with_writer(head.units[index + 1]):
        return head.count(index) >= _OF_MENU
    column = is_below_columns(head, index)
    if not (_OF_MENU - column) <= len(head.units[index].words) <= _SHORT or index + 2 > head.first:
        return False
    name, after = head.units[index + 1 : index + 3]
    if index + 2 == head.first:
        return column and len(head.units[index].words) >= _OF_MENU and is_name(name.text)
    role = is_role(after)
    named = len(name.words) > 1 and (is_name(name.text) or ((column or role) and is_like_name(name)))
    return named and (role or after.kind in DATES or after.kind in BUTTONS)


def opens_signed(head: Head, index: int) -> bool:
    """Whether a row opens a page, and nothing but its writer's name stands between it and the text.

    A day may stand above it, the like and what the writer is below the name. A name that no list knows has no
    word of the text's; one of everyday words stands below a title that has.
    """
    if index > _TOP or index + 1 >= head.first:
        return False
    name, between = head.units[index + 1], head.units[index + 2 : head.first]
    if not all(row.kind in _TIMES for row in head.units[:index]):
        return False
    if not all(is_role(row) or row.kind in DATES or row.kind in BUTTONS for row in between):
        return False
    return name.kind is LineKind.BYLINE or (head.is_plain(index + 1) and _may_sign(head, index))


def _may_sign(head: Head, index: int) -> bool:
    """Whether the row below one may be its writer's name."""
    title, name = head.units[index : index + 2]
    if is_name(name.text) or (is_like_name(name) and stems(name).isdisjoint(head.body)):
        return True
    told = shared(title, head.body) > 0 and may_be_name(name, head.body)
    return told and not (is_place(name.text) or is_term(name.text) or is_outlet(name.text))


_TOP = 2
"""Rows with a day above a page's first line."""
_TIMES = DATES | {LineKind.LABEL}


def is_below_columns(head: Head, index: int) -> bool:
    """Whether a row stands right below the name of a section of columns."""
    return index > head.low and head.units[index - 1].core in field_words().columns


def is_role(row: Row) -> bool:
    """Whether a line says what a writer is, and no name: `كاتب وباحث في شؤون المياه`."""
    plain = 0 < len(row.words) <= _LONGEST_ROLE and not (row.ends or row.text.endswith(":"))
    if not plain or row.words[0] not in field_words().posts or any(map(is_verb, row.words)):
        return False
    return not is_name(" ".join(row.text.split()[1:]))


def is_of_writer(head: Head, index: int) -> bool:
    """Whether a row says what the writer is whose name stands right above it, below a title perhaps."""
    if index <= head.low or not is_role(head.units[index]):
        return False
    name = head.units[index - 1]
    return is_name(name.text) or (head.count(index - 2) >= _OF_MENU and is_like_name(name))


def signs_below(units: Sequence[Row], index: int) -> bool:
    """Whether a row is a writer's by its shape: an account or an initial behind a name, or his role below."""
    row = units[index]
    plain = without_account(row.text)
    accounted = plain != row.text and 2 <= len(plain.split()) <= _SHORT
    return accounted or is_initialed(row.text) or (is_role(units[index + 1]) and is_like_name(row))


def signs_for_outlet(row: Row) -> bool:
    """Whether a line is a name or two and a known person's, a stroke between them: `NEWS / سامي منصور`."""
    writer = _writer(row)
    return bool(writer) and row.text.rstrip().endswith(writer)


def opens_with_writer(row: Row) -> bool:
    """Whether a line opens with a cue and a known person's name, whatever strokes part from it."""
    cued = bool(row.words) and row.words[0] in field_words().bylines
    return cued and bool(_writer(row))


def _writer(row: Row) -> str:
    """The known person whom a line of several pieces names; empty where there is none."""
    if row.size > _LONGEST or row.ends or not any(stroke in row.text for stroke in _STROKES):
        return ""
    parts = read_credit(row.text, placed=True)
    names = (row.text[part.span.start : part.span.end] for part in parts if part.role == "byline")
    return next(filter(is_name, names), "")


def may_be_name(row: Row, body: AbstractSet[str]) -> bool:
    """Two or three words that the body lacks, no article before them: a writer's name that no list knows.

    Words that bind a name's parts (`عبد`, `بن`) do not count.
    """
    plain = without_vowels(row.text).text.strip(" *.").replace(" ", "").isalpha()
    parts = sum(word not in field_words().binding for word in row.words)
    return (
        plain
        and parts <= 3
        and 2 <= len(row.words) <= 5
        and max(map(len, row.words)) > 2
        and not (row.core.startswith("ال") or any(map(is_function_word, row.words)))
        and not (is_everyday(row.words[0]) or row.words[-1].startswith(("لل", "بال")))
        and (is_given(row.words[0]) or not is_of_dates(row.words[0]))
        and stems(row).isdisjoint(body)
    )
