"""Takes what a site says of itself below the text (`… صحيفة مستقلة تأسست عام 2004`) off the body's end. Pure.

What an outlet's name is made of, and the verbs, are in `rules/fields.yml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from digest.clean.fields.outlets import publishing, rights_names
from digest.clean.rows import Row, words_of
from digest.model import LineKind
from digest.rules import default_rules
from digest.text import fold

_LONGEST_NAME, _REACH = 5, 3
"""Words of a name; those behind it in which the word stands that says what bears it."""


def drop_about(units: Sequence[Row], first: int, last: int, site: str | None) -> int:
    """Mark what the outlet says of itself in the body's last row; returns the row with which it then ends.

    `site` is the name that the markup states. An article whose headline has the name is about the outlet.
    """
    above = next((row for row in reversed(range(first, last)) if units[row].kind is LineKind.BODY), None)
    if above is None or not _describes(units[last].words):
        return last
    row, titles = units[last], [row.core for row in units if row.kind is LineKind.HEADLINE]
    for name in _names(units, site):
        told = any(name in title for title in titles)
        behind = row.words[len(name.split()) :][:_REACH]
        if row.core.startswith(f"{name} ") and not (told or publishing().isdisjoint(behind)):
            row.mark(LineKind.FURNITURE, "position.about-outlet")
            return above
    return last


def _describes(words: Sequence[str]) -> bool:
    return not (_doing().isdisjoint(words) or publishing().isdisjoint(words[: _LONGEST_NAME + _REACH]))


def _names(units: Sequence[Row], site: str | None) -> Iterator[str]:
    """The outlet's names, as rows' cores: of its line at the top, its rights, its markup."""
    yield from rights_names(units)
    yield " ".join(words_of(site or ""))
    for index, row in enumerate(units):
        top = index == 0 and row.kind is not LineKind.HEADLINE
        if (top or row.rule == "source.masthead") and len(row.words) <= _LONGEST_NAME:
            yield row.core


@cache
def _doing() -> frozenset[str]:
    return frozenset(map(fold, default_rules().table("fields")["founding_words"]))
