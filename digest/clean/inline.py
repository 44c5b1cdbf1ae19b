"""Cuts furniture out of the body's lines (`rules/fields.yml`, `inline`), a byline off its beginning. Pure."""

from __future__ import annotations

import re
from functools import cache

from digest.clean.openings import credits_end, opening_credit
from digest.clean.phrases import phrases
from digest.clean.rows import Row, make_row
from digest.rules import default_rules

_LONGEST_TAIL = 200


def cut_inside(row: Row) -> None:
    """Note the pieces of a body row that are furniture."""
    for match in _furniture().finditer(row.text):
        row.cuts.append((row.start + match.start(), row.start + match.end()))


def cut_tail(row: Row, headline: str) -> None:
    """Note furniture glued to a body row's end: after its last stop, a tag list, a button, the headline."""
    if row.stops:
        return
    stop = max(row.text.rfind(mark) for mark in ".!?؟…")
    end = stop + 1
    while end < len(row.text) and row.text[end] in "\"”»’')]":
        end += 1
    rest = row.text[end:]
    known = any(start >= row.start + stop for start, _ in row.cuts)
    if stop < 40 or known or not 3 <= len(rest.strip()) <= _LONGEST_TAIL:
        return
    tail = make_row(rest.strip())
    if (headline and tail.core == headline) or phrases().find(tail):
        row.cuts.append((row.start + end, row.end))


def cut_byline(row: Row) -> None:
    """Note a byline that opens the body's first row, up to the mark that ends it."""
    parts = opening_credit(row.text)
    if any(part.role == "byline" for part in parts):
        row.cuts.append((row.start, row.start + credits_end(row.text, parts)))


@cache
def _furniture() -> re.Pattern[str]:
    phrases = [re.escape(rule["phrase"]) for rule in default_rules().table("fields")["inline"]]
    return re.compile("|".join(phrases))
