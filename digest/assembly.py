"""What crosses articles: order, unique slugs, the timeline, relations, the vocabulary in use. Pure.

An `Assembly` holds it and follows changes; what it gives is always what one made of the same articles gives.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from digest.edtf import sort_key
from digest.holding import with_fields
from digest.model import Article, Digest, FileError, SeedWarning, VocabularyEntry
from digest.ordered import edit_ordered
from digest.related import Relations
from digest.timeline import Timeline, Year
from digest.vocabulary import Vocabulary

_PORTS = (f"{port}{number}" for port in ("com", "lpt") for number in range(10))
_RESERVED = frozenset({"index", "readme", "con", "prn", "aux", "nul", *_PORTS})
"""Slugs that no page has: pages of folders, and names that some file systems keep for devices."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an article stands: newest first, undated last, by id where dates do not decide."""

    age: tuple[object, ...]
    id: str

    def __lt__(self, other: _Place) -> bool:
        return self.id < other.id if self.age == other.age else self.age > other.age


@dataclass(frozen=True, slots=True)
class Changes:
    """What an update changed of a digest."""

    articles: frozenset[str] = frozenset()
    """Ids of the articles that are new or not what they were, their slug included."""
    removed: frozenset[str] = frozenset()
    """Ids of the articles that are there no longer."""
    related: frozenset[str] = frozenset()
    """Ids of the articles with other related ones than before."""
    years: frozenset[Year] = frozenset()
    """Years of the timeline with other entries than before."""
    vocabulary: frozenset[str] = frozenset()
    """Ids that came into use, went out of it, or stand for another entry."""


class Assembly:
    """Articles put together to a digest, updated from what changes."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.timeline = Timeline()
        self.relations = Relations()
        self.changes = Changes()
        """What the last update changed."""
        self._vocabulary = vocabulary
        self._given: dict[str, Article] = {}
        """The articles as they were given, by id; the digest has them with their slugs."""
        self._order: list[_Place] = []
        self._uses: Counter[str] = Counter()
        """How many articles use each entry of the vocabulary."""
        self._renamed: dict[str, tuple[Article, Article]] = {}
        """Of each article whose slug another has: as it was given, and with its own."""
        self._digest = Digest((), (), {}, {})

    @property
    def digest(self) -> Digest:
        """The digest as it stands."""
        return self._digest

    def update(
        self,
        changed: Iterable[Article] = (),
        removed: Iterable[str] = (),
        errors: Iterable[FileError] = (),
        *,
        vocabulary: Vocabulary | None = None,
        hasty: bool = False,
    ) -> Digest:
        """Put articles in, in the place of those with their id, and take others out; the digest then.

        `errors` are all that there are now. A new `vocabulary` takes the place of the one before. A `hasty`
        update may leave relations to `finish`.
        """
        self._vocabulary = vocabulary or self._vocabulary
        given = {article.id: article for article in changed}
        gone = self._given.keys() & set(removed) - given.keys()
        new = {id_: article for id_, article in given.items() if self._given.get(id_) != article}
        self._hold(gone, new)
        years = self.timeline.update(gone, new.values())
        related = self.relations.update(gone, new.values(), hasty=hasty)
        before, renamed = self._digest, self._renamed
        self._digest = self._put_together(tuple(errors))
        self.changes = Changes(
            articles=(_differing(renamed, self._renamed) | new.keys()) - gone,
            removed=frozenset(gone),
            related=related,
            years=years,
            vocabulary=_differing(before.vocabulary, self._digest.vocabulary),
        )
        return self._digest

    def finish(self, check: Callable[[], None] = lambda: None) -> Digest:
        """Do what hasty updates left; the digest then.

        It may take long, and calls `check` again and again. Where that raises, nothing has changed.
        """
        if self.relations.left:
            before, self.relations = self.relations, self.relations.anew(check)
            self._digest = replace(self._digest, related=dict(self.relations.all))
            self.changes = Changes(related=_differing(before.all, self.relations.all))
        return self._digest

    def settle(
        self,
        articles: Iterable[Article],
        errors: Iterable[FileError] = (),
        *,
        vocabulary: Vocabulary | None = None,
    ) -> Digest:
        """Update to exactly these articles."""
        given = {article.id: article for article in articles}
        return self.update(given.values(), self._given.keys() - given.keys(), errors, vocabulary=vocabulary)

    def _hold(self, gone: Iterable[str], new: Mapping[str, Article]) -> None:
        old = [self._given.pop(id_) for id_ in (*gone, *new) if id_ in self._given]
        self._given.update(new)
        edit_ordered(self._order, list(map(_place, old)), list(map(_place, new.values())))
        before = set[str]().union(*map(_used, old))
        for article in old:
            self._uses.subtract(_used(article))
        for article in new.values():
            self._uses.update(_used(article))
        for id_ in before:
            if not self._uses[id_]:
                del self._uses[id_]

    def _put_together(self, errors: tuple[FileError, ...]) -> Digest:
        articles = tuple(self._with_slugs())
        return Digest(
            articles=articles,
            timeline=self.timeline.entries,
            related=dict(self.relations.all),
            vocabulary=self._in_use(),
            errors=errors,
        )

    def _with_slugs(self) -> Iterator[Article]:
        """The articles in order, each with a slug of its own; what stays the same is the same object.

        A slug that is an article's own identifier stays with it: nothing that comes later takes its address.
        """
        owners = self._owners()
        before, self._renamed, slugs = self._renamed, {}, _Slugs(owners)
        for place in self._order:
            given = self._given[place.id]
            slug = given.slug if owners.get(given.slug) == given.id else slugs.take(given.slug)
            if slug == given.slug:
                yield given
                continue
            held, shown = before.get(place.id, (None, given))
            if held is not given or shown.slug != slug:
                shown = with_fields(given, slug=slug, warnings=(*given.warnings, *_taken(given, slug)))
            self._renamed[place.id] = given, shown
            yield shown

    def _owners(self) -> dict[str, str]:
        """Slug to the id of the article whose identifier it is, letter case aside."""
        owners = dict[str, str]()
        for id_, given in self._given.items():
            if given.slug == id_.lower() and given.slug not in _RESERVED:
                owners[given.slug] = min(id_, owners.get(given.slug, id_))
        return owners

    def _in_use(self) -> dict[str, VocabularyEntry]:
        entries = self._vocabulary.entries
        return {id_: entries[id_] for id_ in sorted(self._uses) if id_ in entries}


class _Slugs:
    """Gives each slug once, with a number where it is taken."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = {*_RESERVED, *taken}
        self._next: dict[str, int] = {}

    def take(self, wanted: str) -> str:
        """The slug itself, else the first free one with a number."""
        slug = wanted
        while slug in self._taken:
            number = self._next.get(wanted, 2)
            self._next[wanted] = number + 1
            slug = f"{wanted}-{number}"
        self._taken.add(slug)
        return slug


def _taken(article: Article, slug: str) -> Iterator[SeedWarning]:
    """A warning where it was an editor who gave an article a slug that another has."""
    correction = article.correction
    if correction and correction.slug:
        code = "slug-reserved" if correction.slug in _RESERVED else "slug-taken"
        values = {"slug": correction.slug, "own": slug}
        yield SeedWarning(code, correction.file, correction.places.get("slug"), values)


def _place(article: Article) -> _Place:
    edtf = article.findings.publication.edtf
    return _Place((1, sort_key(edtf)) if edtf else (0,), article.id)


def _used(article: Article) -> set[str]:
    """Ids of the vocabulary that an article uses."""
    findings = article.findings
    named = {entity.id for entity in findings.entities if entity.known}
    topics = (topic.id for topic in findings.topics)
    return named.union(topics, findings.outlets, findings.byline, findings.dateline)


def _differing(before: Mapping[str, object], now: Mapping[str, object]) -> frozenset[str]:
    return frozenset(id_ for id_ in before.keys() | now.keys() if before.get(id_) != now.get(id_))
