"""What an article is about, by the words that it comes back to; whether a paragraph opens another. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from digest.clean.fields.fieldwords import is_agency, is_place
from digest.clean.fields.openings import opening_credit
from digest.clean.prose import stems
from digest.clean.rows import Row
from digest.model import BODY


class Words:
    """The content words of an article as far as it has been read."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._all = set[str]()
        self._counted: tuple[set[str], set[str], set[str]] | None = None
        self._unread = list(rows)
        self._uncounted = list(self._unread)

    def add(self, *rows: Row) -> None:
        """Take in some rows; their words are read when asked for, each row once: most pages never ask."""
        self._unread += rows
        self._uncounted += rows

    @property
    def all(self) -> set[str]:
        """Those of all the rows."""
        self._all.update(*map(stems, self._unread))
        self._unread.clear()
        return self._all

    @property
    def often(self) -> set[str]:
        """Those of three rows and more: what it is about."""
        self._counted = once, twice, often = self._counted or (set(), set(), set())
        for words in map(stems, self._uncounted):
            often |= twice & words
            twice |= once & words
            once |= words
        self._uncounted.clear()
        return often


class Above:
    """What the headlines and the body have said so far."""

    def __init__(self, headlines: Iterable[Row]) -> None:
        self.told = Words(headlines)
        self._words, self._unread = set[str](), list[Row]()

    def add(self, row: Row) -> None:
        """Take in a row that is the body's."""
        if row.kind is BODY:
            self.told.add(row)
            self._unread.append(row)

    def has_words(self, row: Row) -> bool:
        """Whether the body has every word of a row."""
        self._words.update(*(other.words for other in self._unread))
        self._unread.clear()
        return self._words.issuperset(row.words)


def part_of(words: AbstractSet[str], others: AbstractSet[str]) -> float:
    """The share of some words that are among others."""
    return len(words & others) / len(words) if words else 0.0


def opens_as_wires_do(row: Row) -> bool:
    """Whether a paragraph opens with a place and an agency, as the first one of an article does."""
    named = {part.role: row.text[part.span.start : part.span.end] for part in opening_credit(row.text)}
    return is_agency(named.get("source", "")) and is_place(_CITY.split(named.get("dateline", ""))[0])


_CITY = re.compile(r"\s*[،,(]")
"""What stands between a city and its country."""
