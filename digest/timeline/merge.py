"""The timeline across the digest: what all articles tell, merged, and kept up to date from changes. Pure.

Tellings are taken in time order; each joins the latest of the last `WINDOW` events that it fits, or begins
one. What becomes of a telling therefore depends on those shortly before it only, and a change is followed
until `WINDOW` events in a row have begun as they did before: from there on, everything is as it was.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
from operator import attrgetter, itemgetter

from digest.edtf import bounds
from digest.model import Article, TimelineEntry
from digest.ordered import edit_ordered
from digest.timeline.telling import Key, Telling, tellings_of

WINDOW = 40
"""Events that a telling is compared with."""
TOLD = 4
"""Tellings of an event, the first in time order, that another is compared with."""

Year = int | None
"""None for what no year from 1 to 9999 is known of."""

_Placed = tuple[Key, TimelineEntry]
_key = attrgetter("key")
_place = itemgetter(0)


def merge_timeline(articles: Iterable[Article]) -> tuple[TimelineEntry, ...]:
    """All events in time order, the oldest first; what several articles tell of one date is one entry.

    A telling fits an event where its date and words agree with those of one of its first tellings, and its
    article does not tell the event already. Order is by the first day a value may be, the wider value first,
    open beginnings at their end; within an entry the most precise telling comes first.
    """
    timeline = Timeline()
    timeline.update((), articles)
    return timeline.entries


def year_of(edtf: str) -> Year:
    """The year that a date stands under: that of its first day, or of its last where the first is open."""
    first, last = bounds(edtf)
    known = first or last
    return known.year if known else None


class Timeline:
    """The merged events of articles (see `merge_timeline`), updated from what changes.

    After any updates it equals one that is made of the same articles at once. An entry that stays the same
    stays the same object.
    """

    def __init__(self) -> None:
        self._of: dict[str, tuple[Telling, ...]] = {}
        self._told: list[Telling] = []
        self._home: dict[Telling, Telling] = {}
        """Each telling to the one that its event began with."""
        self._members: defaultdict[Telling, list[Telling]] = defaultdict(list)
        """The other way."""
        self._placed: dict[Telling, _Placed] = {}
        """The entry of each event, by the telling it began with."""
        self._order: list[_Placed] = []
        self._counts: Counter[Year] = Counter()
        self._entries: tuple[TimelineEntry, ...] | None = ()
        self._by_year: dict[Year, tuple[TimelineEntry, ...]] = {}

    @property
    def entries(self) -> tuple[TimelineEntry, ...]:
        """All of them, in time order."""
        if self._entries is None:
            self._entries = tuple([entry for _, entry in self._order])
        return self._entries

    @property
    def years(self) -> tuple[Year, ...]:
        """The years with entries, in order, None first."""
        return tuple(sorted(self._counts, key=lambda year: year or 0))

    def year(self, year: Year) -> tuple[TimelineEntry, ...]:
        """The entries of a year, in time order."""
        if year not in self._by_year:
            self._by_year[year] = tuple(self._find(year))
        return self._by_year[year]

    def update(self, removed: Iterable[str], added: Iterable[Article]) -> frozenset[Year]:
        """Take articles out (by id) and put others in, or in the place of those with their id.

        Returns the years of which an entry changed, came or went.
        """
        gone, new = self._exchange(removed, added)
        edit_ordered(self._told, gone, new, _key)
        begun = self._forget(gone)
        begun |= self._group(deque(sorted(telling.key for telling in (*gone, *new))))
        return self._rewrite(begun)

    def _exchange(
        self, removed: Iterable[str], added: Iterable[Article]
    ) -> tuple[list[Telling], list[Telling]]:
        """The tellings that go and those that come; articles that tell the same as before are left alone."""
        gone: dict[str, tuple[Telling, ...]] = {}
        new: dict[str, tuple[Telling, ...]] = {}
        for id_ in removed:
            if id_ in self._of:
                gone[id_] = self._of[id_]
        for article in added:
            held, found = self._of.get(article.id, ()), tuple(tellings_of(article))
            if list(map(_content, held)) == list(map(_content, found)):
                gone.pop(article.id, None)
                new.pop(article.id, None)
            else:
                gone[article.id], new[article.id] = held, found
        for id_ in gone:
            self._of.pop(id_, None)
        self._of.update((id_, found) for id_, found in new.items() if found)
        return list(chain(*gone.values())), list(chain(*new.values()))

    def _forget(self, gone: Iterable[Telling]) -> set[Telling]:
        """Take tellings out of their events; what those began with."""
        begun = set()
        for telling in gone:
            first = self._home.pop(telling)
            self._members[first].remove(telling)
            begun.add(first)
        return begun

    def _group(self, changes: deque[Key]) -> set[Telling]:
        """Find the event of each telling that a change may concern; what the changed events began with."""
        told, begun = self._told, set[Telling]()
        while changes:
            at = bisect_left(told, changes[0], key=_key)
            window, same = _Window(self._before(at)), 0
            for telling in map(told.__getitem__, range(at, len(told))):
                while changes and changes[0] <= telling.key:
                    changes.popleft()
                    same = 0
                before, first = self._home.get(telling), window.place(telling)
                if first is not before:
                    begun.update(self._move(telling, before, first))
                    same = 0
                elif first is telling:
                    same += 1
                if same == WINDOW:
                    break
            else:
                break
        return begun

    def _before(self, at: int) -> list[list[Telling]]:
        """The last events that begin before a place, with the tellings that they have before it."""
        start, begun = at, 0
        while start and begun < WINDOW:
            start -= 1
            begun += self._home[self._told[start]] is self._told[start]
        groups: dict[Telling, list[Telling]] = {}
        for telling in self._told[start:at]:
            first = self._home[telling]
            if first is telling:
                groups[first] = [first]
            elif first in groups:
                groups[first].append(telling)
        return list(groups.values())

    def _move(self, telling: Telling, before: Telling | None, first: Telling) -> Iterable[Telling]:
        self._home[telling] = first
        self._members[first].append(telling)
        if before is None:
            return (first,)
        self._members[before].remove(telling)
        return before, first

    def _rewrite(self, begun: Iterable[Telling]) -> frozenset[Year]:
        """Write the entries of the events that began with these tellings; the years that show a change."""
        old = dict([self._placed.pop(first) for first in begun if first in self._placed])
        new: dict[Key, TimelineEntry] = {}
        for first in begun:
            if not self._members[first]:
                del self._members[first]
                continue
            key, entry = _entry(self._members[first])
            new[key] = old[key] if old.get(key) == entry else entry
            self._placed[first] = key, new[key]
        gone = [(key, entry) for key, entry in old.items() if new.get(key) is not entry]
        come = [(key, entry) for key, entry in new.items() if old.get(key) is not entry]
        edit_ordered(self._order, gone, come, _place)
        return self._count(gone, come)

    def _count(self, gone: Sequence[_Placed], come: Sequence[_Placed]) -> frozenset[Year]:
        lost = Counter(year_of(entry.edtf) for _, entry in gone)
        found = Counter(year_of(entry.edtf) for _, entry in come)
        self._counts.update(found)
        self._counts.subtract(lost)
        self._counts = +self._counts
        changed = frozenset(lost | found)
        for year in changed:
            self._by_year.pop(year, None)
        if changed:
            self._entries = None
        return changed

    def _find(self, year: Year) -> Iterable[TimelineEntry]:
        """The entries of a year: those that stand within it, and those that begin before the year 1."""
        yield from (entry for entry in self._within(None, 1) if year_of(entry.edtf) == year)
        if year is not None:
            yield from self._within(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1)

    def _within(self, first: int | None, after: int) -> list[TimelineEntry]:
        """The entries that stand at the days [first, after)."""
        begin = 0 if first is None else bisect_left(self._order, first, key=_day)
        return [entry for _, entry in self._order[begin : bisect_left(self._order, after, key=_day)]]


class _Window:
    """The last events and their tellings, in the order they began."""

    def __init__(self, groups: list[list[Telling]]) -> None:
        self._groups = deque(groups, WINDOW)

    def place(self, telling: Telling) -> Telling:
        """Put a telling where it belongs; the one that its event began with."""
        words: frozenset[str] | None = None
        for group in reversed(self._groups):
            near = [other for other in group[:TOLD] if other.agrees(telling)]
            if not near:
                continue
            words = frozenset(telling.words) if words is None else words
            fits = any(other.same_as(telling, words) for other in near)
            if fits and all(other.article != telling.article for other in group):
                group.append(telling)
                return group[0]
        self._groups.append([telling])
        return telling


def _content(telling: Telling) -> tuple[object, ...]:
    return telling.event, telling.words


def _day(placed: _Placed) -> int:
    return placed[0].date[0]


def _entry(tellings: Iterable[Telling]) -> _Placed:
    """The entry of an event and where it stands."""
    ordered = sorted(tellings, key=attrgetter("precision"))
    first = ordered[0]
    told = tuple([(telling.article, telling.event) for telling in ordered])
    return first.key, TimelineEntry(first.event.edtf, told)
