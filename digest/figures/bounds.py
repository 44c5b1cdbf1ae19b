"""What makes a number a bound: `أكثر من 30 شخصا`, `تجاوزت الخسائر 5 ملايين`, `5 أو أكثر`. Pure."""

from __future__ import annotations

from functools import cache
from typing import Any

from digest.figures.row import Found, Row
from digest.figures.units import table
from digest.model import Bound
from digest.text import fold

_PARTICLES = "وفبلك"
_LONGEST = 4
"""Words of such a phrase at most."""
_ITS = ("ه", "ها", "هم")
"""What a word ends with that stands between a verb and its number: `تتجاوز قيمته 5 ملايين`."""


def bound_of(row: Row, found: Found) -> Bound | None:
    """How the words around a figure qualify its value; a range is only ever about what it says."""
    first = found.first if found.told_from is None else found.told_from
    bound = _before(row, first, "before") or _by_verb(row, found, first) or _after(row, found.end)
    return bound if found.high is None or bound is Bound.ABOUT else None


def bound_words(bound: Bound, language: str, *, many: bool) -> str:
    """The words for a bound in `ar` or `en`; `many`: before what is counted."""
    item = _rules()[bound]
    return str((item.get("en_many") if many and language == "en" else None) or item[language])


def _by_verb(row: Row, found: Found, first: int) -> Bound | None:
    """By a verb right before the number, before its subject, or before a word that tells whose it is."""
    places = [first]
    if found.measures and found.measures.end == first:
        places.append(found.measures.first)
    if row.spaced(first, first - 1) and row.word(first - 1).endswith(_ITS):
        places.append(first - 1)
    return next((bound for at in places if (bound := _before(row, at, "verbs"))), None)


def _before(row: Row, at: int, key: str) -> Bound | None:
    """By the longest phrase of a list that ends right before a token."""
    if row.word(at - 1) not in _last_words(key) or not row.spaced(at, at - 1):
        return None
    known = _phrases(key)
    for length in range(_LONGEST, 0, -1):
        words = tuple([row.word(at - back) for back in range(length, 0, -1)])
        for form in (words, (words[0][1:], *words[1:]) if words[0][:1] in tuple(_PARTICLES) else words):
            if form in known and all(row.spaced(at - back, at - back - 1) for back in range(1, length)):
                return known[form]
    return None


def _after(row: Row, at: int) -> Bound | None:
    if row.word(at) not in _first_words():
        return None
    for length in (2, 1):
        words = tuple([row.word(at + ahead) for ahead in range(length)])
        if words in _phrases("after") and row.follows(at) and row.spaced(at + length - 1, at):
            return _phrases("after")[words]
    return None


@cache
def _rules() -> dict[Bound, Any]:
    return {Bound(item["id"]): item for item in table()["bounds"]}


@cache
def _phrases(key: str) -> dict[tuple[str, ...], Bound]:
    return {
        tuple(fold(phrase).split()): bound for bound, item in _rules().items() for phrase in item.get(key, ())
    }


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _phrases("after"))


@cache
def _last_words(key: str) -> frozenset[str]:
    words = {phrase[-1] for phrase in _phrases(key)}
    single = {phrase[0] for phrase in _phrases(key) if len(phrase) == 1}
    return frozenset(words | {letter + word for letter in _PARTICLES for word in single})
