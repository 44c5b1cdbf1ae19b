"""Which files each unit of a site is made of, and what it was made from. Pure: it makes nothing itself.

A unit (an article in a language, a name's pages, a feed) is made anew when it is new, or when a fact that it
read is another; the files of a unit that is gone are to be removed. As long as units are made of the facts
that they read alone, updates give what a full build gives. `state` and `restore` carry a ledger into another
process.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Generator, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Any, Generic, TypeVar

Output = TypeVar("Output")
Unit = TypeVar("Unit", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Made(Generic[Unit, Output]):
    """A unit as it is made."""

    outputs: tuple[tuple[str, Output], ...]
    """Files with their paths."""
    facts: Collection[Hashable]
    """What was read for them."""
    units: tuple[Unit, ...] = ()
    """Units within it, made and kept on their own."""


@dataclass(frozen=True, slots=True)
class _Entry(Generic[Unit]):
    paths: tuple[str, ...]
    facts: array[int]
    units: tuple[Unit, ...]


Left = tuple[Any, tuple[str, ...], bytes, tuple[Any, ...]]
"""A unit, its paths, the places of its facts among all that were read, and its units."""
State = tuple[list[Hashable], Iterable[Left]]
"""The facts that were read, and every unit."""


class Ledger(Generic[Unit, Output]):
    """The units of a site as they were last made."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}
        """A number for each fact: ten thousand articles read a million."""
        self._entries: dict[Unit, _Entry[Unit]] = {}
        self._gone = set[str]()
        """Files that may be gone, which nobody was told yet."""
        self._later: dict[str, array[int]] = {}
        """What was read for files after they were made."""
        self._owners: dict[str, Unit] = {}
        """The unit of each file, once somebody asks."""

    @property
    def paths(self) -> Iterator[str]:
        """Every file there is."""
        return (path for entry in self._entries.values() for path in entry.paths)

    def paths_of(self, unit: Unit) -> tuple[str, ...]:
        """The files of a unit as it was last made."""
        entry = self._entries.get(unit)
        return entry.paths if entry else ()

    def unit_of(self, path: str) -> Unit:
        """The unit that a file is of. Raises KeyError."""
        if path not in self._owners:
            self._owners = {path: unit for unit, entry in self._entries.items() for path in entry.paths}
        return self._owners[path]

    def refresh(
        self,
        units: Iterable[Unit],
        changed: Collection[Hashable],
        make: Callable[[Unit], Made[Unit, Output]],
    ) -> Generator[tuple[str, Output | None], None, None]:
        """Make what is new or has read a changed fact: each file with its output, None for one that is gone.

        `units` are the outermost that there are to be. What is gone comes last, so that a file that moves
        from one unit to another stays. Where this is closed before its end, or `units` or `make` raises, what
        it had not come to is as it was; the next time, `changed` must hold what had changed then, too.
        """
        numbers = {self._numbers[fact] for fact in changed if fact in self._numbers}
        before, self._entries = self._entries, {}
        self._owners.clear()
        gone, self._gone = self._gone, set[str]()
        coming, waiting = iter(units), list[Unit]()
        try:
            while waiting or (waiting := list(islice(coming, 1))):
                unit = waiting.pop()
                entry, outputs = before.get(unit), tuple[tuple[str, Output], ...]()
                if entry is None or not numbers.isdisjoint(entry.facts):
                    new = make(unit)
                    gone.update(entry.paths if entry else ())
                    entry, outputs = self._entry(new), new.outputs
                before.pop(unit, None)
                self._entries[unit] = entry
                waiting += entry.units[::-1]
                yield from outputs
            gone.update(path for entry in before.values() for path in entry.paths)
            before.clear()
            yield from ((path, None) for path in sorted(gone.difference(self.paths)))
            gone.clear()
        finally:
            self._entries.update(before)
            self._gone = gone

    def put(self, unit: Unit, made: Made[Unit, Output]) -> None:
        """Note a unit that was made outside of `refresh`, which will tell what files it no longer has."""
        self._gone.update(self.paths_of(unit))
        self._entries[unit] = self._entry(made)

    def note(self, path: str, read: Collection[Hashable]) -> None:
        """Note what was read for a file after it was made; it counts when it is settled."""
        self._later[path] = array("I", map(self._number, read))

    def settle(self) -> None:
        """Add what was noted of files to what their units have read."""
        for unit, entry in self._entries.items():
            more = set(chain.from_iterable(self._later.get(path, ()) for path in entry.paths))
            if not more.issubset(entry.facts):
                self._entries[unit] = replace(entry, facts=array("I", more.union(entry.facts)))
        self._later.clear()

    def state(self) -> State:
        """All there is to know, as plain values; the units come one by one, and only once."""
        used = sorted(set[int]().union(*(entry.facts for entry in self._entries.values())))
        facts, places = list(self._numbers), {number: place for place, number in enumerate(used)}
        return [facts[number] for number in used], (
            (unit, entry.paths, array("I", map(places.__getitem__, entry.facts)).tobytes(), entry.units)
            for unit, entry in self._entries.items()
        )

    def restore(self, state: State, lost: Callable[[str], bool]) -> None:
        """Begin with what `state` gave; the units of files that are `lost` (asked by path) are made anew."""
        facts, units = state
        self._numbers = {fact: number for number, fact in enumerate(facts)}
        self._entries = {
            unit: _Entry(paths, array("I", places), within)
            for unit, paths, places, within in units
            if not any(map(lost, paths))
        }

    def _entry(self, made: Made[Unit, Output]) -> _Entry[Unit]:
        facts = array("I", map(self._number, made.facts))
        return _Entry(tuple(path for path, _ in made.outputs), facts, made.units)

    def _number(self, fact: Hashable) -> int:
        return self._numbers.setdefault(fact, len(self._numbers))
