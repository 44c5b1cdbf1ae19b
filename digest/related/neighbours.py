"""Which articles stand near each other: under one key (a tag, a shingle), close in time. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from digest.related.views import Place

NEIGHBOURS = 8
"""Holders of one key, on either side, that an article is compared with."""

K = TypeVar("K", bound=str | int)
T = TypeVar("T")

Pair = tuple[str, str]
"""Ids of two articles, the lesser first."""


def pair_of(one: str, other: str) -> Pair:
    """Two articles as a pair."""
    return (one, other) if one < other else (other, one)


def neighbours(held: Sequence[T], at: int) -> Iterator[T]:
    """Those around a place of an ordered sequence."""
    yield from held[max(0, at - NEIGHBOURS) : at]
    yield from held[at + 1 : at + 1 + NEIGHBOURS]


class Neighbourhood(Generic[K]):
    """The holders of each key in time order, and the pairs that a change brings together or parts."""

    def __init__(self, holders: Iterable[tuple[Place, Iterable[K]]] = ()) -> None:
        self._held: dict[K, list[Place]] = {}
        self.met: set[Pair] = set()
        """Pairs that came to stand near each other under a key."""
        self.parted: set[Pair] = set()
        """Pairs that no longer stand near each other under a key, if perhaps under another."""
        for place, keys in holders:
            for key in keys:
                self._held.setdefault(key, []).append(place)
        for held in self._held.values():
            held.sort()

    def settle(self) -> None:
        """Forget what met and parted."""
        self.met, self.parted = set(), set()

    def add(self, place: Place, keys: Iterable[K]) -> None:
        """Let an article hold keys."""
        for key in keys:
            held = self._held.setdefault(key, [])
            at = bisect_left(held, place)
            self.parted.update(_across(held, at))
            held.insert(at, place)
            self.met.update(pair_of(place[1], other) for _, other in neighbours(held, at))

    def remove(self, place: Place, keys: Iterable[K]) -> None:
        """Let an article that holds keys hold them no longer."""
        for key in keys:
            held = self._held[key]
            at = bisect_left(held, place)
            self.parted.update(pair_of(place[1], other) for _, other in neighbours(held, at))
            del held[at]
            self.met.update(_across(held, at))
            if not held:
                del self._held[key]

    def near(self, place: Place, keys: Iterable[K]) -> set[str]:
        """The articles near one that holds these keys."""
        found = set[Place]()
        for key in keys:
            held = self._held[key]
            at = bisect_left(held, place)
            found.update(held[max(0, at - NEIGHBOURS) : at + 1 + NEIGHBOURS])
        found.discard(place)
        return {other for _, other in found}


def _across(held: Sequence[Place], at: int) -> Iterator[Pair]:
    """Pairs around a place that are the furthest that near ones are."""
    for before in range(max(0, at - NEIGHBOURS), min(at, len(held) - NEIGHBOURS)):
        yield pair_of(held[before][1], held[before + NEIGHBOURS][1])
