"""Chooses the headline among the rows above the body: the one for which most speaks (`votes`). Pure.

The weights of the votes are in `rules/headlines.yml`; called by `head`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from digest.clean.head.candidates import is_possible
from digest.clean.head.facts import INSIDE, Head, head_of
from digest.clean.head.votes import NEAR, votes
from digest.clean.prose import shared
from digest.clean.rows import Row
from digest.model import LineKind
from digest.rules import default_rules


@dataclass(frozen=True, slots=True)
class Chosen:
    """The row that is the headline, and the rule that says what spoke for it most."""

    index: int
    rule: str


def best_row(units: Sequence[Row], first: int, last: int, body: frozenset[str]) -> Chosen | None:
    """The row with the most votes, the topmost of those with as many; None where none has enough."""
    head = head_of(units, first, body)
    best: dict[str, float] = {}
    place = 0
    for index in range(head.low, min(first + INSIDE, last)):
        found = _weighed(head, index) if is_possible(units, index, first) else {}
        if sum(found.values()) > max(0.0, sum(best.values())):
            best, place = found, index
    if not best:
        return None
    above = _title_above(head, place, last)
    return Chosen(_topmost_same(head, place if above is None else above), _rule(best))


def _title_above(head: Head, index: int, last: int) -> int | None:
    """The title's line right above a row, of which the row is the deck: a paragraph has its very words.

    The paragraphs, down to `last`, have the title's own content but not its words.
    """
    title, core = head.beside(index, -1), head.units[index].core
    if head.count(title) < _OF_TITLE or not is_possible(head.units, title, head.first):
        return None
    if shared(head.units[title], head.body) < _TOLD or sum(_weighed(head, title).values()) <= 0:
        return None
    text = [row.core for row in head.units[head.first : last + 1]]
    whole = head.units[title].core
    return title if any(core in told for told in text) and not any(whole in told for told in text) else None


_OF_TITLE, _TOLD = 4, 0.3
"""Words of a title, and the share of its content words that the paragraphs have."""


def _weighed(head: Head, index: int) -> dict[str, float]:
    weights = _weights()
    return {name: weights[name] * value for name, value in votes(head, index).items()}


def _rule(found: dict[str, float]) -> str:
    return _RULES.get(max(found, key=lambda name: found[name]), "headline.best")


_RULES = {
    **dict.fromkeys(("date_below", "writer_below", "buttons_below"), "headline.above-credits"),
    **dict.fromkeys(("longer", "sentence", "clause", "question"), "headline.set-apart"),
    "holds": "headline.in-part-again",
}
"""The rules that explain a headline by the vote that spoke for it most; any other one is for its words."""


def _topmost_same(head: Head, best: int) -> int:
    """The topmost row of the same words near a row, no menu between them."""
    for index in range(max(head.low, best - NEAR), best):
        kinds = {row.kind for row in head.units[index + 1 : best]}
        if head.units[index].core == head.units[best].core and LineKind.NAVIGATION not in kinds:
            return index
    return best


@cache
def _weights() -> dict[str, float]:
    return dict(default_rules().table("headlines")["votes"])
