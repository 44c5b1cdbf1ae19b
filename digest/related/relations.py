"""The relations of all articles, kept up to date from changes. Pure.

A change is followed to the pairs that it brings together or parts: an article's relations are found anew only
where one of them may differ.
"""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from digest.model import Article, Related
from digest.related.neighbours import Neighbourhood, Pair
from digest.related.stories import Stories
from digest.related.views import Sketch, View, rarity, same_news, same_wording, score, shared_tags, sketch

MOST = 6
"""Related articles of another story that an article has at most."""
_LEAST = 0.1
_PART = 8
"""A change of one in so many articles is no longer followed: all is found anew."""
_FEW = 16
"""Articles that a hasty update compares anew because tags of theirs weigh more or less now."""

Rank = tuple[float, str]
"""Negative score, then id: the closest is the least."""


def relate(articles: Iterable[Article]) -> dict[str, tuple[Related, ...]]:
    """Relate every article to others, closest first, with the tags they share.

    The same story told elsewhere stands first (`same_story`); others are at most `MOST`.
    """
    relations = Relations()
    relations.update((), articles)
    return dict(relations.all)


class Relations:
    """How articles are related (see `relate`), updated from what changes.

    After any updates it equals what is found for the same articles at once, unless something is `left`.
    """

    def __init__(self) -> None:
        self._views: dict[str, View] = {}
        self._holders: Counter[str] = Counter()
        """How many articles have each tag."""
        self._tags: Neighbourhood[str] = Neighbourhood()
        self._copies: Neighbourhood[int] = Neighbourhood()
        self._stories = Stories()
        self._related: dict[str, tuple[Related, ...]] = {}
        self.left = False
        """Whether a hasty update left articles as they were whose tags weigh more or less now."""

    @property
    def all(self) -> Mapping[str, tuple[Related, ...]]:
        """The related articles of each, by id, in their order."""
        return MappingProxyType(self._related)

    def of(self, article: str) -> tuple[Related, ...]:
        """The articles related to one, closest first."""
        return self._related[article]

    def update(
        self, removed: Iterable[str], added: Iterable[Article], *, hasty: bool = False
    ) -> frozenset[str]:
        """Take articles out (by id) and put others in, or in the place of those with their id.

        Returns the articles that are there of which the related ones changed. A `hasty` one never does more
        than the articles themselves ask for: where a common tag weighs less now, that is `left` to `anew`.
        """
        read = {article.id: sketch(article) for article in added}
        gone = {id_ for id_ in removed if id_ in self._views} - read.keys()
        new = {id_: found for id_, found in read.items() if not self._has(found)}
        if not gone and not new and (hasty or not self.left):
            return frozenset()
        moving = self._moving(gone, new, hasty=hasty)
        sketches = {id_: new.get(id_) or self._views[id_].sketch for id_ in moving - gone}
        if len(moving) * _PART > len(self._views):
            everything = {id_: view.sketch for id_, view in self._views.items() if id_ not in gone}
            self._hold(everything | sketches)
            found = self._shortlists()
        else:
            affected = self._follow(moving & self._views.keys(), sketches)
            found = {id_: self._shortlist(id_) for id_ in affected}
        for id_ in gone:
            del self._related[id_]
        return self._relate(found)

    def anew(self, check: Callable[[], None] = lambda: None) -> Relations:
        """All of them found at once, nothing left; `check` is called with each article, and may raise."""
        fresh = Relations()
        fresh._holders = self._holders.copy()
        fresh._hold({id_: view.sketch for id_, view in self._views.items()}, check)
        fresh._relate(fresh._shortlists(check))
        return fresh

    def _moving(self, gone: set[str], new: Mapping[str, Sketch], *, hasty: bool) -> set[str]:
        """The articles to be taken out and put in."""
        own, moving = {*gone, *new}, self._recount(gone, new)
        if hasty and len(moving - own) > _FEW:
            self.left = True
            return own
        return {*own, *self._views} if self.left and not hasty else moving

    def _has(self, found: Sketch) -> bool:
        return found.id in self._views and self._views[found.id].sketch == found

    def _recount(self, gone: Iterable[str], new: Mapping[str, Sketch]) -> set[str]:
        """Count the holders of tags anew; the articles that go, come, or have a tag of another weight now."""
        before, number = self._holders.copy(), len(self._views)
        old = [self._views[id_].sketch for id_ in (*gone, *new) if id_ in self._views]
        for one in old:
            self._holders.subtract(one.tags)
        for one in new.values():
            self._holders.update(one.tags)
        now = number - len(old) + len(new)
        if now.bit_length() != number.bit_length():
            return {*gone, *new, *self._views}
        turned = {
            tag
            for one in (*old, *new.values())
            for tag in one.tags
            if rarity(now, before[tag]) != rarity(now, self._holders[tag])
        }
        reweighed = (id_ for id_, view in self._views.items() if not turned.isdisjoint(view.tags))
        return {*gone, *new, *(reweighed if turned else ())}

    def _weigh(self, sketches: Mapping[str, Sketch], number: int) -> dict[str, View]:
        weights = {tag: rarity(number, self._holders[tag]) for one in sketches.values() for tag in one.tags}
        return {id_: View(one, weights) for id_, one in sketches.items()}

    def _hold(self, sketches: Mapping[str, Sketch], check: Callable[[], None] = lambda: None) -> None:
        """Hold these articles and no others."""
        self.left, self._holders = False, +self._holders
        self._views = self._weigh(dict(sorted(sketches.items())), len(sketches))
        self._tags = Neighbourhood((view.place, view.rarest) for view in self._views.values())
        self._copies = Neighbourhood((view.place, view.sketch.marks) for view in self._views.values())
        self._stories = Stories()
        for id_, view in self._views.items():
            check()
            for other in self._tags.near(view.place, view.rarest):
                if id_ < other and same_news(view, self._views[other]):
                    self._stories.link(id_, other)
            for other in self._copies.near(view.place, view.sketch.marks):
                if id_ < other and same_wording(view, self._views[other]):
                    self._stories.link(id_, other)
        self._stories.settle()

    def _follow(self, leaving: Iterable[str], coming: Mapping[str, Sketch]) -> Iterable[str]:
        """Take articles out and put others in; the articles of which the relations may have changed."""
        affected = {*coming}
        self._tags.settle()
        self._copies.settle()
        for id_ in leaving:
            affected.update(self._listing(id_))
        for id_ in leaving:
            self._take_out(self._views.pop(id_))
        number = len(self._views) + len(coming)
        for id_, view in self._weigh(coming, number).items():
            self._views[id_] = view
            self._tags.add(view.place, view.rarest)
            self._copies.add(view.place, view.sketch.marks)
        affected |= self._link_anew()
        affected.update(one for one, other in _both_ways(self._tags.parted) if self._must_drop(one, other))
        for one, other in _both_ways(self._tags.met):
            if one not in affected and self._would_list(one, other):
                affected.add(one)
        return affected & self._views.keys()

    def _take_out(self, view: View) -> None:
        self._tags.remove(view.place, view.rarest)
        self._copies.remove(view.place, view.sketch.marks)
        self._stories.drop(view.sketch.id)

    def _listing(self, article: str) -> Iterator[str]:
        """The articles that have one among their related ones."""
        return (id_ for id_ in self._comparable(article) if self._lists(id_, article))

    def _lists(self, article: str, other: str) -> bool:
        return any(item.article == other for item in self._related.get(article, ()))

    def _link_anew(self) -> set[str]:
        """Follow the pairs that met or parted to stories; the articles that this concerns."""
        views, stories = self._views, self._stories
        for one, other in self._tags.parted | self._copies.parted:
            if stories.linked(one, other) and not self._same_story(one, other):
                stories.unlink(one, other)
        for met, same in ((self._tags.met, same_news), (self._copies.met, same_wording)):
            for one, other in met:
                if one not in views or other not in views or stories.linked(one, other):
                    continue
                if same(views[one], views[other]) and self._same_story(one, other):
                    stories.link(one, other)
        left, around = stories.settle()
        for id_ in left.keys() & views.keys():
            around |= left[id_] & self._tags.near(views[id_].place, views[id_].rarest)
        return around.union(left)

    def _same_story(self, one: str, other: str) -> bool:
        """Whether two articles are near each other and tell the same."""
        mine, its = self._views[one], self._views[other]
        if same_news(mine, its) and other in self._tags.near(mine.place, mine.rarest):
            return True
        return same_wording(mine, its) and other in self._copies.near(mine.place, mine.sketch.marks)

    def _must_drop(self, article: str, other: str) -> bool:
        """Whether an article has another among its related ones that is near it no longer."""
        if article not in self._views or not self._lists(article, other):
            return False
        view = self._views[article]
        return other not in self._tags.near(view.place, view.rarest)

    def _would_list(self, article: str, other: str) -> bool:
        """Whether an article must or might take another among its related ones."""
        if article not in self._views or other not in self._views or self._lists(article, other):
            return False
        if self._stories.together(article, other):
            return True
        others = [item for item in self._related[article] if not item.same_story]
        closeness = score(self._views[article], self._views[other])
        return closeness >= _LEAST and (len(others) < MOST or (-closeness, other) < _rank(others[-1]))

    def _relate(self, found: Mapping[str, _Shortlist]) -> frozenset[str]:
        """Relate articles to those on their lists; the articles that have others than before."""
        changed, more = set(), not found.keys() <= self._related.keys()
        for id_, shortlist in found.items():
            related = tuple(
                Related(other, -closeness, shared_tags(self._views[id_], self._views[other]), together)
                for (closeness, other), together in shortlist
            )
            if self._related.get(id_) != related:
                self._related[id_] = related
                changed.add(id_)
        if more:
            self._related = dict(sorted(self._related.items()))
        return frozenset(changed)

    def _shortlist(self, article: str) -> _Shortlist:
        """The closest of an article."""
        found = _Shortlist()
        for other in self._comparable(article):
            closeness = score(self._views[article], self._views[other])
            found.take(closeness, other, self._stories.together(article, other))
        return found

    def _shortlists(self, check: Callable[[], None] = lambda: None) -> dict[str, _Shortlist]:
        """The closest of every article, each pair compared once."""
        found = {id_: _Shortlist() for id_ in self._views}
        for id_, view in self._views.items():
            check()
            for other in self._comparable(id_):
                if id_ < other:
                    closeness, together = score(view, self._views[other]), self._stories.together(id_, other)
                    found[id_].take(closeness, other, together)
                    found[other].take(closeness, id_, together)
        return found

    def _comparable(self, article: str) -> set[str]:
        """The articles that one is compared with."""
        view = self._views[article]
        return self._tags.near(view.place, view.rarest).union(self._stories.around(article))


class _Shortlist:
    """The closest of one article: all of its story, and some others."""

    def __init__(self) -> None:
        self._same: list[Rank] = []
        self._others: list[Rank] = []

    def __iter__(self) -> Iterator[tuple[Rank, bool]]:
        """Each with whether it is of the same story, the closest first, those of the story before all."""
        yield from ((rank, True) for rank in self._same)
        yield from ((rank, False) for rank in self._others)

    def take(self, closeness: float, article: str, together: bool) -> None:
        """Put an article on the list if it is close enough."""
        if together:
            insort(self._same, (-closeness, article))
        elif closeness >= _LEAST:
            others = self._others
            if len(others) < MOST or (-closeness, article) < others[-1]:
                insort(others, (-closeness, article))
                del others[MOST:]


def _rank(related: Related) -> Rank:
    return -related.score, related.article


def _both_ways(pairs: Iterable[Pair]) -> Iterator[Pair]:
    for one, other in pairs:
        yield one, other
        yield other, one
