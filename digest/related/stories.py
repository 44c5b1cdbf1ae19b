"""Which articles tell the same story: those that links join, directly or through others. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from digest.related.neighbours import neighbours

Group = tuple[str, ...]
"""Ids of articles in order."""


class Stories:
    """Links between articles, and the groups that they make."""

    def __init__(self) -> None:
        self._links: defaultdict[str, set[str]] = defaultdict(set)
        self._groups: dict[str, Group] = {}
        """The group of each article that has one: two articles of a group have the same object."""
        self._touched: set[str] = set()

    def linked(self, one: str, other: str) -> bool:
        """Whether a link joins two articles."""
        return one in self._links and other in self._links[one]

    def link(self, one: str, other: str) -> None:
        """Join two articles."""
        self._links[one].add(other)
        self._links[other].add(one)
        self._touched |= {one, other}

    def unlink(self, one: str, other: str) -> None:
        """Take the link of two articles away."""
        for mine, its in ((one, other), (other, one)):
            self._links[mine].discard(its)
            if not self._links[mine]:
                del self._links[mine]
        self._touched |= {one, other}

    def drop(self, one: str) -> None:
        """Take every link of an article away."""
        for other in list(self._links.get(one, ())):
            self.unlink(one, other)

    def group(self, one: str) -> Group:
        """The articles that tell an article's story, itself among them; none where it stands alone."""
        return self._groups.get(one, ())

    def around(self, one: str) -> Iterable[str]:
        """Those that stand around an article in its group."""
        group = self.group(one)
        return neighbours(group, group.index(one)) if group else ()

    def together(self, one: str, other: str) -> bool:
        """Whether two articles tell the same story."""
        group = self._groups.get(one)
        return group is not None and group is self._groups.get(other)

    def settle(self) -> tuple[dict[str, set[str]], set[str]]:
        """Find the groups anew where links changed.

        Returns the articles that changed their story, each with those of both, and the articles around which
        one came or went: all others are together with whom they were.
        """
        old = {id(group): group for one in self._touched if (group := self.group(one))}
        found = self._find(self._touched.union(*old.values()))
        left, around = dict[str, set[str]](), set[str]()
        for group, before in self._continue(found, old):
            come, gone = set(group).difference(before), set(before).difference(group)
            left.update((one, {*group, *self.group(one)}) for one in come)
            around.update(*(neighbours(group, group.index(one)) for one in come))
            around.update(*(neighbours(before, before.index(one)) for one in gone))
        for one in self._touched.union(*old.values()):
            self._groups.pop(one, None)
        self._groups.update((one, group) for group in found if len(group) > 1 for one in group)
        self._touched = set()
        return left, around

    def _find(self, articles: Iterable[str]) -> list[Group]:
        """The groups of these articles, a single one as a group of its own."""
        found, seen = list[Group](), set[str]()
        for article in articles:
            if article in seen:
                continue
            group, ahead = {article}, [article]
            while ahead:
                new = self._links.get(ahead.pop(), set()) - group
                group |= new
                ahead += new
            seen |= group
            found.append(tuple(sorted(group)))
        return sorted(found, key=lambda group: (-len(group), group))

    def _continue(self, found: Iterable[Group], old: dict[int, Group]) -> Iterable[tuple[Group, Group]]:
        """Each group, the largest first, with the old one that it goes on from: no two from the same."""
        left = dict(old)
        for group in found:
            common = Counter(id(self._groups[one]) for one in group if one in self._groups)
            best = max(common, key=lambda number: (common[number], old[number]), default=0)
            yield group, left.pop(best, ())
