"""Notes what is read of the digest while a page is made: a page is made anew when one of its answers changes.

A fact is a table and a key in it. Tables are mappings that note each key that is asked for, also one that
they lack; going through a whole table notes the table.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from enum import Enum
from typing import Any, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
T = TypeVar("T")

Fact = tuple[str, Hashable]
"""The table's name and the key; `WHOLE` for the table as it is, `NAMES` for its keys and their order."""


class Aspect(Enum):
    """What can be read of a table besides a key."""

    WHOLE = "whole"
    NAMES = "names"


WHOLE, NAMES = Aspect


class Notes:
    """What is being read; nothing is noted while nobody takes notes."""

    def __init__(self) -> None:
        self._open: set[Fact] | None = None
        self._step: Callable[[], None] | None = None
        self._remembered: dict[str, dict[Hashable, tuple[object, tuple[Fact, ...]]]] = {}
        """What was made of each article, by its id."""
        self._facts: dict[Fact, Fact] = {}
        """The facts that were read for it, each as one object."""

    def note(self, table: str, key: Hashable) -> None:
        """A key of a table is read."""
        if self._open is not None:
            self._open.add((table, key))
            self.check()

    def check(self) -> None:
        """A place where what is made may end: called at each thing that is read, and in long loops."""
        if self._step:
            self._step()

    @contextmanager
    def hurried(self, step: Callable[[], None]) -> Iterator[None]:
        """Inside, `check` calls `step`, which may raise."""
        self._step = step
        try:
            yield
        finally:
            self._step = None

    def checked(self, items: Iterable[T]) -> Iterator[T]:
        """The items, with a `check` before each."""
        for item in items:
            self.check()
            yield item

    @contextmanager
    def taken(self) -> Iterator[set[Fact]]:
        """Everything that is read inside; what surrounds it reads it too."""
        outer, self._open = self._open, set()
        try:
            yield self._open
        finally:
            if outer is not None:
                outer |= self._open
            self._open = outer

    def once(self, article: str, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` first gave of an article (its id); whoever asks again has read what it read."""
        known = self._remembered.setdefault(article, {})
        self.check()
        if key not in known:
            with self.taken() as read:
                made = make()
            known[key] = made, tuple([self._facts.setdefault(fact, fact) for fact in read])
        found, facts = known[key]
        if self._open is not None:
            self._open.update(facts)
        return found  # type: ignore[return-value]  # because one dictionary holds every type

    def forget(self) -> None:
        """Let go of what was made of articles: nobody asks for it again."""
        self._remembered.clear()

    def recall(self, earlier: Notes, same: Collection[str], changed: Collection[Fact]) -> None:
        """Take over what was made of the `same` articles, where it has read nothing that changed.

        Nothing may be made with the `earlier` ones any more: what stays as it is, both have.
        """
        lost = frozenset(changed)
        earlier._facts.update(self._facts)
        self._facts = earlier._facts
        for id_ in self.checked(earlier._remembered.keys() & same):
            made, own = earlier._remembered[id_], self._remembered.get(id_)
            kept = {key: one for key, one in made.items() if lost.isdisjoint(one[1])}
            self._remembered[id_] = kept | own if own else kept if len(kept) < len(made) else made


class Table(Mapping[K, V]):
    """A dictionary that notes what is asked of it."""

    def __init__(self, name: str, data: Mapping[K, V], notes: Notes) -> None:
        self.name, self.data, self.notes = name, data, notes

    def __getitem__(self, key: K) -> V:
        self.notes.note(self.name, key)
        return self.data[key]

    def __iter__(self) -> Iterator[K]:
        self.notes.note(self.name, WHOLE)
        return iter(self.data)

    def __len__(self) -> int:
        self.notes.note(self.name, WHOLE)
        return len(self.data)

    def names(self) -> tuple[K, ...]:
        """The keys alone, in order."""
        self.notes.note(self.name, NAMES)
        return tuple(self.data)


class Listing(tuple[T, ...]):
    """A tuple that notes when it is looked into."""

    @classmethod
    def of(cls, name: str, items: Iterable[T], notes: Notes) -> Listing[T]:
        """Some items under a name."""
        listing = cls(items)
        listing.name, listing.notes = name, notes
        return listing

    name: str
    notes: Notes

    def _noted(self) -> None:
        self.notes.note(self.name, WHOLE)

    def __iter__(self) -> Iterator[T]:
        self._noted()
        return super().__iter__()

    def __len__(self) -> int:
        self._noted()
        return super().__len__()

    def __getitem__(self, place: Any) -> Any:
        self._noted()
        return super().__getitem__(place)


def changed_facts(old: Table[K, V], new: Table[K, V]) -> Iterator[Fact]:
    """The facts that are others in a table than they were."""
    before, after = old.data, new.data
    both = new.notes.checked(before.keys() | after.keys())
    keys = [key for key in both if before.get(key) != after.get(key)]
    yield from ((new.name, key) for key in keys)
    if keys:
        yield new.name, WHOLE
    if tuple(before) != tuple(after):
        yield new.name, NAMES
        yield new.name, WHOLE


def changed_listing(old: Listing[T], new: Listing[T]) -> Iterator[Fact]:
    """The same for a tuple."""
    if tuple.__ne__(old, new):
        yield new.name, WHOLE
