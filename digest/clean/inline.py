"""Cuts furniture out of the lines of the body (`rules/fields.yml`, `inline`), and a byline off its beginning. Pure."""

from __future__ import annotations

import re
from functools import cache

from digest.clean.credits import opening_credit
from digest.clean.rows import Row
from digest.rules import default_rules


def cut_inside(row: Row) -> None:
    """Note the pieces of a body row that are furniture."""
    for match in _furniture().finditer(row.text):
        row.cuts.append((row.start + match.start(), row.start + match.end()))


def cut_byline(row: Row) -> None:
    """Note a byline that opens the body's first row, up to the mark that ends it."""
    parts = opening_credit(row.text)
    if any(part.role == "byline" for part in parts):
        end = max(part.span.end for part in parts)
        while end < len(row.text) and row.text[end] in " :-–—\u00a0":
            end += 1
        row.cuts.append((row.start, row.start + end))


@cache
def _furniture() -> re.Pattern[str]:
    phrases = [re.escape(rule["phrase"]) for rule in default_rules().table("fields")["inline"]]
    return re.compile("|".join(phrases))
