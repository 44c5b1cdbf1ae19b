"""Takes off a text's end what a press release has there: its mark, who sent it, notes, whom to ask. Pure.

`- انتهى -`; `نبذة عن شركة الواحة` and what that is; `للاستفسارات الإعلامية` and an address. The words are in
`rules/fields.yml`. Called by `cleaning`, below the text that is sure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice

from digest.clean.body.about import sure_names
from digest.clean.fields.openings import opening_credit
from digest.clean.fields.outlets import founding
from digest.clean.prose import goes_on
from digest.clean.rows import Row, words_of
from digest.model import BODY, KEPT_KINDS, SUBHEAD, LineKind
from digest.rules import default_rules
from digest.text import fold

MARK, NOTES = "position.end-mark", "position.release-notes"
_HASHES = re.compile(r"\s*(?:#\s*){3,6}")
_BEHIND = re.compile(
    r"[.!؟»\"”]\s{0,3}([-–—(#*\[]{1,3}\s?([^\W\d_]{2,10})\s?[-–—)#*\]]{1,3}\s{0,3}|(?:#\s?){3,6})$"
)
_SIGNS = frozenset("-–—)#*]")
"""With what such a mark ends."""
_TAIL = 40
"""Characters of a row's end that hold it."""
_ADDRESS = re.compile(r"[\w.-]{1,60}@[\w-]|(?<![\d.,])(?:[+0]\d[\d\s()-]{5,16}\d|\d{7,12})(?!\d)|www\.")
"""What a reader may ask at: an address, a number to call."""
_LONGEST_HEAD, _LONGEST_NAME, _REACH = 9, 6, 12
"""Words of a heading and of a name in it; those of a paragraph in which a name stands that it is about."""
_BEYOND, _NEAR = 8, 5
"""Rows below the text that are looked at; those below a heading in which an address stands."""
_REST, _NOTES = 0.3, 0.7
"""The part of a text that what stands below its mark may be, and what stands below a heading of notes."""


def drop_notes(units: Sequence[Row], first: int, last: int, site: str | None) -> int:
    """Mark a release's notes below its text, `first` to `last`; returns the row with which that ends."""
    start = _below_mark(units, first, last)
    for row in units[first : last + 1]:
        if row.kind is SUBHEAD and row.core in _words("end_words"):
            row.mark(LineKind.FURNITURE, MARK)  # of a statement inside the text
    start = _without_mark(units, first, last, site) if start is None else start
    above = [row for row in range(first, start or first) if units[row].kind is BODY]
    if start is None or not above:
        return last
    for index in range(above[-1] + 1, _end(units, start, last)):
        row = units[index]
        if _is_mark(row):
            row.mark(LineKind.FURNITURE, MARK)
        elif _is_open(row):
            row.mark(LineKind.FURNITURE, NOTES)
    return above[-1]


def _below_mark(units: Sequence[Row], first: int, last: int) -> int | None:
    """The row from which on all is notes: a mark says that the text is over, and no other text goes on."""
    seen = 0
    for index in range(first, min(len(units), last + 2)):
        glued = _glued_mark(units[index])
        if not glued and (index == first or not _is_mark(units[index])):
            continue
        seen += 1
        if seen > _MARKS:
            return None
        if _is_over(units, index, first, last):
            units[index].cuts += [glued] if glued else []
            return index + (glued is not None)
    return None


_MARKS = 5
"""Marks of a page that are looked at."""


def _glued_mark(row: Row) -> tuple[int, int] | None:
    """Where such a mark stands behind a row's last sentence."""
    if row.text.rstrip()[-1:] not in _SIGNS:
        return None
    found = _BEHIND.search(row.text, max(0, row.size - _TAIL)) if row.kind is LineKind.BODY else None
    if found is None or (found[2] and fold(found[2]) not in _words("end_words") | _words("end_nouns")):
        return None
    return row.start + found.start(1), row.start + found.end(1)


def _is_over(units: Sequence[Row], mark: int, first: int, last: int) -> bool:
    """Whether what stands below a mark is notes: by its heading, an address in it, or as it is short."""
    below = [row for row in units[mark + 1 : last + 1] if _is_open(row)]
    told = _size(units[first : mark + 1])
    if not below:
        return True
    if _heads(below[0]) is not None:
        return _size(below) <= _NOTES * told
    headed = any(row.kind is LineKind.SUBHEAD and _heads(row) is None for row in below)
    if _is_of_statement(units[mark]) and founding().isdisjoint(below[0].words[:_REACH]):
        return False
    return not (headed or goes_on(below[0])) and _size(below) <= _REST * told


def _is_of_statement(row: Row) -> bool:
    """Whether a mark ends the words of a statement, rather than the text that they stand in."""
    return len(row.words) > 1 and row.core in _words("end_words")


def _is_open(row: Row) -> bool:
    """Whether a row is kept, or left out for nothing that it says."""
    return row.kind is None or row.kind in KEPT_KINDS or row.rule == "position.inside"


def _size(rows: Sequence[Row]) -> int:
    return sum(row.size for row in rows if row.kind is LineKind.BODY)


def _is_mark(row: Row) -> bool:
    """Whether a row says that a text is over: `انتهى`, `- النهاية -`, `###`."""
    if not row.words:
        return _HASHES.fullmatch(row.text) is not None
    marked = not (row.text[0].isalnum() or row.text[-1].isalnum())
    return row.core in _words("end_words") or (marked and row.core in _words("end_nouns"))


def _without_mark(units: Sequence[Row], first: int, last: int, site: str | None) -> int | None:
    """The first heading of notes with which a text ends, where it is surely a release."""
    found = None
    for index in range(min(last + 1, len(units) - 1), max(first, last - _LONGEST_NOTES), -1):
        name = _heads(units[index])
        if name is not None and _is_sure(units, index, first, name, site):
            found = index
        elif units[index].kind is SUBHEAD and name is None:
            break
    if found is None:
        return None
    return found if _size(units[found : last + 1]) <= _NOTES * _size(units[first:found]) else None


_LONGEST_NOTES = 14
"""Rows of notes."""


def _is_sure(units: Sequence[Row], index: int, first: int, name: str, site: str | None) -> bool:
    """Whether a heading of notes is one: an address below it, or a paragraph on whom it names."""
    below = units[index : index + _NEAR]
    text = units[index] if _is_joined(units[index]) else next(iter(below[1:2]), None)
    asked = any(_ADDRESS.search(row.text) for row in below if not (name and row is text))
    if not name:
        return asked and (":" in units[index].text or not units[index].ends)
    if text is None or not (_is_joined(text) or _tells_of(text, name)):
        return False
    return asked or _is_body(name) or _is_dated(units, first) or name in sure_names(units, site)


def _heads(row: Row) -> str | None:
    """Whose notes a row heads, if any: a name, or an empty one for whom to ask; None where it heads none."""
    if not row.words or row.words[0] not in _first_words():
        return None
    head = row.text.partition(":")[0] if ":" in row.text else row.text
    words = words_of(head)
    if not _is_open(row) or not 0 < len(words) <= _LONGEST_HEAD:
        return None
    core = " ".join(words)
    if any(core == one or core.startswith(f"{one} ") for one in _words("release_heads")):
        return ""
    if row.ends and ":" not in row.text:
        return None
    opener = next((one for one in _words("release_openers") if core.startswith(f"{one} ")), None)
    name = core[len(opener) + 1 :] if opener else ""
    return name if 0 < len(name.split()) <= _LONGEST_NAME else None


def _is_joined(row: Row) -> bool:
    """Whether a heading and what stands below it are one line."""
    return len(row.text.partition(":")[2].split()) > _LONGEST_HEAD


def _tells_of(text: Row, name: str) -> bool:
    """Whether a paragraph is about a name: it has that, or says when something was founded, at once."""
    start = " ".join(text.words[:_REACH])
    own = name.split()
    known = name in start or (own[0] in _words("release_bodies") and own[-1] in start)
    return text.ends and (known or not founding().isdisjoint(text.words[:1]))


def _is_body(name: str) -> bool:
    """Whether a name begins with what sends releases: a firm, a bank, a society."""
    return name.split(maxsplit=1)[0] in _words("release_bodies")


def _is_dated(units: Sequence[Row], first: int) -> bool:
    """Whether a text opens with a place and a day, as releases do."""
    lead = next((row for row in islice(units, first, None) if row.kind is LineKind.BODY), None)
    roles = {part.role for part in opening_credit(lead.text)} if lead else set()
    return {"dateline", "date"} <= roles


def _end(units: Sequence[Row], start: int, last: int) -> int:
    """The row behind the notes: those below the text that are headed as such are of them, too."""
    end = min(max(start, last) + 1, len(units))
    for index in range(end, min(len(units), end + _BEYOND)):
        row = units[index]
        if row.kind is not None or row.opens or row.finishes:
            break
        if _heads(row) is not None or _ADDRESS.search(row.text) or _heads(units[index - 1]) is not None:
            end = index + 1
    return end


@cache
def _first_words() -> frozenset[str]:
    """The words one of which begins any heading of notes."""
    return frozenset(one.split()[0] for one in _words("release_heads") | _words("release_openers"))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(map(fold, default_rules().table("fields")[name]))
