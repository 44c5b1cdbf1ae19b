"""Tells a short title that stands right above the text, its writer's name or post right above it. Pure."""

from __future__ import annotations

from functools import cache

from digest.clean.fields.desks import is_desk
from digest.clean.fields.everyday import is_verb
from digest.clean.fields.fieldwords import is_name, is_place, is_term
from digest.clean.fields.outlets import is_outlet
from digest.clean.head.facts import BUTTONS, Head
from digest.clean.head.signed import is_role
from digest.clean.prose import shared
from digest.clean.rows import DATES, Row
from digest.model import LineKind
from digest.rules import default_rules
from digest.text import fold

_TITLE, _FEWEST, _LONGEST_POST = 4, 3, 6
"""Words of a short title, of one that the text tells again, at least; of what somebody is, at most."""
_POSTS = ("office", "honorific", "occupation")
"""Classes of the words that say who somebody is (`rules/titles.yml`)."""


def is_below_writer(head: Head, index: int) -> bool:
    """Whether a row of a few words heads the text below a writer's name or post, and no title above does.

    A day and buttons may stand between. A post alone is above a title only that the text tells again.
    """
    row = head.units[index]
    if not _FEWEST <= head.count(index) <= _TITLE or index <= head.low or not _touches(head, index):
        return False
    name = _writer_above(head, index)
    if name is None or _is_of_credits(row) or _may_be_titled(head, name):
        return False
    known = is_name(head.units[name].text) or head.units[name].kind is LineKind.BYLINE
    return shared(row, head.body) > 0 or (known and head.count(index) == _TITLE)


def _may_be_titled(head: Head, name: int) -> bool:
    """Whether what the writer signs may stand above the name: some words right above it, a title anywhere."""
    above = name - 1
    while above > head.low and head.units[above].kind in DATES:
        above -= 1
    row = head.units[max(above, 0)]
    beside = row.kind is None and head.count(above) > 1 and not is_outlet(row.text)
    return beside or any(head.count(place) >= _TITLE for place in range(head.low, name))


def _touches(head: Head, index: int) -> bool:
    """Whether nothing but days and buttons stands between a row and the text."""
    return all(row.kind in DATES or row.kind in BUTTONS for row in head.units[index + 1 : head.first])


def _writer_above(head: Head, index: int) -> int | None:
    """The row of the name above a row, a day or what the writer is between them; else of the post alone."""
    place = index - 1
    while place > head.low and head.units[place].kind in DATES:
        place -= 1
    row, above = head.units[place], head.units[place - 1 : place] if place > head.low else ()
    if is_name(row.text) or row.kind is LineKind.BYLINE:
        return place
    if says_post(row) and any(is_name(other.text) or other.kind is LineKind.BYLINE for other in above):
        return place - 1
    return place if is_role(row) or is_desk(row.text) else None


def says_post(row: Row) -> bool:
    """Whether a line says what somebody is whose name stands right above: `مدير مركز الدراسات`."""
    if is_role(row):
        return True
    plain = 0 < len(row.words) <= _LONGEST_POST and not (row.ends or row.text.endswith(":"))
    return plain and row.words[0] in _posts() and not any(map(is_verb, row.words))


@cache
def _posts() -> frozenset[str]:
    classes = default_rules().table("titles")["classes"]
    return frozenset(
        fold(word) for entry in classes if entry["id"] in _POSTS for word in entry["words"].split()
    )


def _is_of_credits(row: Row) -> bool:
    """Whether a line is a name, a place, a post or the like, as stand above and below titles."""
    text = row.text
    return (
        says_post(row) or is_desk(text) or is_name(text) or is_place(text) or is_term(text) or is_outlet(text)
    )
