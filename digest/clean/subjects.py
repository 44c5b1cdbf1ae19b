"""What an article is about, by the words that it comes back to; whether a paragraph opens another. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from digest.clean.fieldwords import is_agency, is_place
from digest.clean.openings import opening_credit
from digest.clean.prose import stems
from digest.clean.rows import Row
from digest.model import LineKind


class Words:
    """The content words of an article as far as it has been read."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self.all = set[str]()
        self._once, self._twice, self._often = set[str](), set[str](), set[str]()
        self._uncounted: list[AbstractSet[str]] = []
        self.add(*rows)

    def add(self, *rows: Row) -> None:
        """Take in some rows."""
        words = list(map(stems, rows))
        self.all.update(*words)
        self._uncounted += words

    @property
    def often(self) -> set[str]:
        """Those of three rows and more: what it is about. Counted when asked for, each row once."""
        for words in self._uncounted:
            self._often |= self._twice & words
            self._twice |= self._once & words
            self._once |= words
        self._uncounted.clear()
        return self._often


@dataclass(slots=True)
class Above:
    """What the body has said so far."""

    told: Words
    words: set[str]

    def add(self, row: Row) -> None:
        """Take in a row that is the body's."""
        if row.kind is LineKind.BODY:
            self.told.add(row)
            self.words.update(row.words)


def part_of(words: AbstractSet[str], others: AbstractSet[str]) -> float:
    """The share of some words that are among others."""
    return len(words & others) / len(words) if words else 0.0


def opens_as_wires_do(row: Row) -> bool:
    """Whether a paragraph opens with a place and an agency, as the first one of an article does."""
    named = {part.role: row.text[part.span.start : part.span.end] for part in opening_credit(row.text)}
    return is_agency(named.get("source", "")) and is_place(_CITY.split(named.get("dateline", ""))[0])


_CITY = re.compile(r"\s*[،,(]")
"""What stands between a city and its country."""
