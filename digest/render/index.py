"""The digest turned round: which articles, events and quotations concern a name, a source, a month. Pure.

What is asked of it is noted (see `notes`), so that a page is made anew when one of its answers changes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from heapq import nsmallest
from itertools import chain
from typing import TypeVar

from digest.model import (
    Article,
    Digest,
    EntityKind,
    Event,
    TimelineEntry,
    VocabularyEntry,
)
from digest.record import enters_english
from digest.render.candidates import Candidate, find_candidates
from digest.render.listed import (
    LINK,
    LINKS,
    Dated,
    Said,
    Story,
    characters_of,
    date_of,
    feed_parts,
    room_of,
)
from digest.render.looked import Looks, tags_of
from digest.render.measures import Measure, Values, measures_of
from digest.render.notes import Fact, Listing, Notes, Table
from digest.render.parts import Part, parts_by_year, parts_or_all
from digest.text import fold, segment_id
from digest.translate import ArticleStatus

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

RECORDED = 100_000
"""About how many characters of articles a file for programs holds; as JSON they take some 8 bytes each."""
COMPANY = 30
"""Names and topics beside one that are told apart by how often they are beside it."""


@dataclass(frozen=True, eq=False)
class DigestIndex:
    """Look-ups over a digest; each is made once, when it is first asked for."""

    digest: Digest
    notes: Notes = field(default_factory=Notes)
    _stories: dict[str, Table[str, Part[Story]]] = field(default_factory=dict, init=False)
    _company: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict, init=False)

    @cached_property
    def noted(self) -> Digest:
        """The digest itself, for pages: what they read of it is noted."""
        digest, notes = self.digest, self.notes
        return replace(
            digest,
            articles=Listing.of("articles", digest.articles, notes),
            timeline=Listing.of("timeline", digest.timeline, notes),
            related=self._table("related", digest.related),
            vocabulary=self._table("vocabulary", digest.vocabulary),
            errors=Listing.of("errors", digest.errors, notes),
        )

    def _each(self) -> Iterator[Article]:
        """The digest's articles, for whoever goes through all of them."""
        return self.notes.checked(self.digest.articles)

    def _table(self, name: str, data: Mapping[K, V]) -> Table[K, V]:
        return Table(name, data, self.notes)

    @cached_property
    def articles(self) -> Table[str, Article]:
        """By article id."""
        return self._table("article", {article.id: article for article in self._each()})

    @cached_property
    def entries(self) -> Table[EntityKind, tuple[VocabularyEntry, ...]]:
        """The known names and topics of each kind, those in most articles first."""
        counts = self.counts.data
        entries = self.digest.vocabulary.values()
        order = sorted(entries, key=lambda entry: (-counts.get(entry.id, 0), entry.id))
        shown = [entry for entry in order if entry.id in counts]
        kinds = {kind: tuple(entry for entry in shown if entry.kind is kind) for kind in EntityKind}
        return self._table("entries", kinds)

    @cached_property
    def looks(self) -> Looks:
        """What is found out of articles one by one."""
        return Looks(self.digest.vocabulary)

    def learn(self, earlier: DigestIndex) -> None:
        """Take over what an earlier index found out about articles that have not changed.

        The vocabulary must be the same, as it is between updates.
        """
        self.looks.learn(earlier.looks, self._same(earlier))

    def recall(self, earlier: DigestIndex, changed: Collection[Fact]) -> None:
        """Take over what pages had made of unchanged articles, where it has read nothing that changed."""
        self.notes.recall(earlier.notes, self._same(earlier), changed)

    def _same(self, earlier: DigestIndex) -> list[str]:
        before = {article.id: article for article in earlier.digest.articles}  # another thread may be at it
        return [article.id for article in self._each() if before.get(article.id) is article]

    def has(self, article: Article) -> bool:
        """Whether it is one of the digest's own articles."""
        return self.articles.data.get(article.id) is article

    def tags_of(self, article: Article) -> tuple[str, ...]:
        """What an article is tagged with, each once; those of the digest are looked through once."""
        return self.looks.tags.into(article) if self.has(article) else tags_of(article)

    def is_english(self, article: Article) -> bool:
        """Whether an article is one of the English site: in English that has been read through."""
        return self.looks.english.into(article) if self.has(article) else enters_english(article)

    @cached_property
    def naming(self) -> Table[str, tuple[Article, ...]]:
        """The articles that name an entity or have a topic, by its id, in the digest's order."""
        found: dict[str, list[Article]] = defaultdict(list)
        for article in self._each():
            for id_ in self.looks.tags.into(article):
                found[id_].append(article)
        return self._table("naming", {id_: tuple(articles) for id_, articles in found.items()})

    @cached_property
    def counts(self) -> Table[str, int]:
        """In how many articles an entity or topic is, or how many come from a source."""
        naming = self.naming.data
        counts = {id_: len(found) for id_, found in naming.items()}
        for id_, found in self.from_source.data.items():
            counts[id_] = len({article.id for article in (*found, *naming.get(id_, ()))})
        return self._table("count", counts)

    @cached_property
    def waiting(self) -> dict[str, bool]:
        """Whether each article's English asks for an editor's hand, by article id."""
        return {article.id: self.looks.waits.into(article) for article in self._each()}

    def status(self, article: Article) -> ArticleStatus:
        """How an article's English stands and what the checks say of it."""
        return self.looks.statuses.into(article)

    @cached_property
    def from_source(self) -> Table[str, tuple[Article, ...]]:
        """The articles that come from a source, by the id of its page (see `source_ids`)."""
        found: dict[str, list[Article]] = defaultdict(list)
        for article in self._each():
            for id_ in self.source_ids(article):
                found[id_].append(article)
        return self._table("source", {id_: tuple(articles) for id_, articles in found.items()})

    def source_ids(self, article: Article) -> tuple[str, ...]:
        """The vocabulary ids of an article's outlets, or one made from its source's name; none without."""
        source = article.extract.source
        if article.findings.outlets or source is None:
            return article.findings.outlets
        return (f"source-{segment_id(fold(source.text))}",)

    @cached_property
    def events_with(self) -> Table[str, tuple[TimelineEntry, ...]]:
        """The timeline's entries whose sentences name an entity, by its id."""
        found: dict[str, list[TimelineEntry]] = defaultdict(list)
        for entry in self.notes.checked(self.digest.timeline):
            for id_ in dict.fromkeys(_named_in(entry)):
                found[id_].append(entry)
        return self._table("events", {id_: tuple(entries) for id_, entries in found.items()})

    @cached_property
    def quotations_by(self) -> Table[str, tuple[Said, ...]]:
        """What a speaker says, by the speaker's id, in the digest's order."""
        found: dict[str, list[Said]] = defaultdict(list)
        for article in self._each():
            for quotation in self.looks.said.into(article):
                found[quotation.speaker or ""].append((article, quotation))
        return self._table("said", {id_: tuple(items) for id_, items in found.items()})

    @cached_property
    def measures(self) -> Table[Measure, Values]:
        """The first value that each dated article gives of each measure, oldest first."""
        return self._table("measure", measures_of(self._each()))

    @cached_property
    def archive(self) -> Table[str, Part[Article]]:
        """All articles in the order of time, cut into pages, by the pages' names."""
        parts = parts_by_year(sorted(self.digest.articles, key=_id), date_of, self._room)
        return self._table("archive", {part.name: part for part in parts})

    @cached_property
    def timeline(self) -> Table[str, Part[TimelineEntry]]:
        """All events in the order of time, cut into pages, by the pages' names."""
        parts = parts_by_year(self.digest.timeline, date_of, self._room)
        return self._table("timeline-year", {part.name: part for part in parts})

    @cached_property
    def records(self) -> Table[str, Part[Dated]]:
        """All articles and events in the order of time, cut into files for programs, by the files' names."""
        items: list[Dated] = [*sorted(self.digest.articles, key=_id), *self.digest.timeline]
        parts = parts_by_year(items, date_of, partial(characters_of, sizes=self.looks.sizes.into), RECORDED)
        return self._table("record-year", {part.name: part for part in parts})

    @cached_property
    def feeds(self) -> Table[str, Part[Article]]:
        """All articles in the order of time, cut into archives of the Arabic feed, by the archives' names."""
        return self._table("feed-year", feed_parts(self._each()))

    @cached_property
    def english_feeds(self) -> Table[str, Part[Article]]:
        """The same of the English feed, which has the articles that entered English."""
        return self._table("english-feed-year", feed_parts(filter(self.is_english, self._each())))

    def stories(self, id_: str) -> Table[str, Part[Story]]:
        """Articles, events and quotations that concern an entity or come from a source, cut into pages."""
        if id_ not in self._stories:
            naming, sources = self.naming.data.get(id_, ()), self.from_source.data.get(id_, ())
            articles = {item.id: item for item in (*naming, *sources)}
            found: list[Story] = [
                *sorted(articles.values(), key=_id),
                *self.events_with.data.get(id_, ()),
                *_whole(self.quotations_by.data.get(id_, ())),
            ]
            parts = parts_or_all(found, date_of, lambda story: self._room(story) + self._links(story, id_))
            self._stories[id_] = self._table(f"stories {id_}", {part.name: part for part in parts})
        return self._stories[id_]

    def said_by(self, id_: str) -> tuple[Said, ...]:
        """A speaker's quotations that are whole, those of the newest article first."""
        return _whole(self.quotations_by.get(id_, ()))

    def _room(self, story: Story) -> int:
        self.notes.check()
        return room_of(story, self.articles.data, self.looks.sizes.into)

    def _links(self, story: Story, id_: str) -> int:
        """About how many bytes the links to the sentences take that speak of a name."""
        return LINK * min(LINKS, len(self.places(story, id_))) if isinstance(story, Article) else 0

    def places(self, article: Article, id_: str) -> tuple[int, ...]:
        """The sentences of an article of the digest that speak of one of its names or topics."""
        return self.looks.places(article, id_)

    def appears_with(self, id_: str, most: int = 12) -> tuple[tuple[str, int], ...]:
        """(id, number of shared articles) of the names and topics that stand in the same articles."""
        articles = self.naming.get(id_, ())
        if id_ not in self._company:
            shared = Counter(chain.from_iterable(map(self.looks.tags.into, articles)))
            others = ((-n, other) for other, n in shared.items() if other in self.digest.vocabulary)
            ranked = nsmallest(COMPANY + 1, others)
            self._company[id_] = tuple((other, -n) for n, other in ranked if other != id_)
        return self._company[id_][:most]

    def variants(self, id_: str) -> tuple[str, ...]:
        """The forms of a name that stand in the articles, in order of appearance."""
        return tuple(self._forms.get(id_, ())) if id_ in self.naming else ()

    @cached_property
    def _forms(self) -> dict[str, dict[str, None]]:
        """The forms of each known name."""
        forms: dict[str, dict[str, None]] = defaultdict(dict)
        for article in self._each():
            for entity in article.findings.entities:
                if entity.known:
                    forms[entity.id].update(dict.fromkeys(entity.variants))
        return dict(forms)

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """The names that the vocabulary lacks, most frequent first."""
        return find_candidates(self._each())


def _whole(said: Iterable[Said]) -> tuple[Said, ...]:
    return tuple(item for item in said if not item[1].fragment)


def _id(article: Article) -> str:
    return article.id


def _named_in(entry: TimelineEntry) -> Iterator[str]:
    events: Iterator[Event] = (event for _, event in entry.tellings)
    for event in events:
        yield from event.entities
