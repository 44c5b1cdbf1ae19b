"""Houses and places named after persons, who are not in the text then: `مستشفى الملك فيصل`, `كأس الملك فهد`.

Pure.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from digest.model import EntityKind
from digest.names.context import Candidate, Context
from digest.names.tokens import attached
from digest.names.wordlists import heads, with_article
from digest.names.words import BODY, COMMON, DEFINITE, FOREIGN, GIVEN, HOUSE, KUNYA, LINK, PLACE, TITLE

_FAR = 6
"""Words before a name among which its ship's kind stands."""


def find_houses(context: Context) -> dict[int, tuple[int, Candidate | None]]:
    """Find what is named after somebody, by the index of its head word: where its name ends, and what it is.

    None for what is neither a place nor an organisation: a prize, a ship.
    """
    found = {head: (last, _house(context, head, last)) for head, last in _honouring(context)}
    return found | {first: (last, None) for first, last in _ships(context).items()}


def _ships(context: Context) -> dict[int, int]:
    """Find the persons' full names that are ships', by their first word: where they end."""
    persons = (hit for hit in context.hits.values() if hit.id in context.persons and not hit.skip)
    return {
        hit.first: hit.last for hit in persons if hit.last - hit.first > 1 and _is_ship(hit.first, context)
    }


def _is_ship(first: int, context: Context) -> bool:
    """Whether a ship's kind stands before a name: `حاملة الطائرات الأميركية "يو إس إس أبراهام لينكولن"`."""
    for at in range(first - 1, max(-1, first - 1 - _FAR), -1):
        word = context.words[at]
        if word in _kinds_of_ships():
            return True
        if not context.nationality(at) and word not in heads("before_ships"):
            return False
    return False


def _honouring(context: Context) -> Iterator[tuple[int, int]]:
    """Yield the head words that a name follows, known or behind a title of honour, and where it ends."""
    honoured = heads("honoured")
    for title in context.telling:
        if (
            not context.flags[title] & TITLE
            or context.words[title] not in honoured
            or not context.joined[title]
        ):
            continue
        head, mine = title - 1, context.flags[title - 1]
        if not mine & (BODY | HOUSE | PLACE) or mine & DEFINITE or head in context.covered:
            continue
        if context.joined[title + 1] and (last := _end(context, title + 1)):
            yield head, last
    persons, places, joined, words = context.persons, context.places, context.joined, context.words
    after_persons, streets = _forms("named_after"), _forms("streets")
    for at, hit in context.hits.items():
        if not joined[at] or words[at - 1] not in after_persons or hit.skip:
            continue
        named = hit.id in persons or (hit.id in places and words[at - 1] in streets)
        if named and _is_named_after(context, at - 1):
            yield at - 1, hit.last


def _is_named_after(context: Context, head: int) -> bool:
    if not context.flags[head] & (HOUSE | PLACE | BODY | COMMON) or context.flags[head] & DEFINITE:
        return False
    return head not in context.covered


@cache
def _forms(key: str) -> frozenset[str]:
    """Return the words of a list of `headwords.yml` as they may stand, particles attached."""
    return frozenset[str]().union(*map(attached, heads(key)))


@cache
def _kinds_of_ships() -> frozenset[str]:
    return frozenset[str]().union(*map(attached, with_article(heads("ships"))))


def _end(context: Context, at: int) -> int | None:
    """Return the end of the name that begins at a word: given names and links."""
    if at in context.hits:
        return context.hits[at].last
    if not context.flags[at] & (GIVEN | KUNYA | FOREIGN) or context.words[at][0] == "و":
        return None
    last = at + 1
    while context.joined[last] and (context.flags[last] & (LINK | GIVEN) or context.flags[last - 1] & LINK):
        last += 1
    return last


def _house(context: Context, at: int, last: int) -> Candidate | None:
    place = context.flags[at] & PLACE
    kind = EntityKind.PLACE if place else EntityKind.ORGANISATION
    head = context.head(at, PLACE if place else BODY | HOUSE)
    return None if head[1] in heads("prizes") else context.candidate(at, last, kind, "head-word", head)
