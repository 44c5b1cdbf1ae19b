"""The digest turned round: which articles, events and quotations concern a name, a source, a month. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from digest.edtf import bounds
from digest.model import Article, Digest, Entity, EntityKind, Event, Quotation, TimelineEntry, VocabularyEntry
from digest.text import fold, segment_id
from digest.translate import ArticleStatus, article_status


@dataclass(frozen=True, eq=False)
class DigestIndex:
    """Look-ups over a digest; each is made once, when it is first asked for."""

    digest: Digest

    @cached_property
    def articles(self) -> dict[str, Article]:
        """By article id."""
        return {article.id: article for article in self.digest.articles}

    @cached_property
    def entries(self) -> dict[EntityKind, tuple[VocabularyEntry, ...]]:
        """The known names and topics of each kind, those in most articles first."""
        order = sorted(self.digest.vocabulary.values(), key=lambda entry: (-self.count(entry.id), entry.id))
        shown = [entry for entry in order if self.count(entry.id) or self.from_source.get(entry.id)]
        return {kind: tuple(entry for entry in shown if entry.kind is kind) for kind in EntityKind}

    @cached_property
    def naming(self) -> dict[str, tuple[Article, ...]]:
        """The articles that name an entity or have a topic, by its id, in the digest's order."""
        found: dict[str, list[Article]] = defaultdict(list)
        for article in self.digest.articles:
            for id_ in dict.fromkeys(tagged(article)):
                found[id_].append(article)
        return {id_: tuple(articles) for id_, articles in found.items()}

    @cached_property
    def statuses(self) -> dict[str, ArticleStatus]:
        """How each article's English stands and what the checks say of it, by article id."""
        return {
            article.id: article_status(article, self.digest.vocabulary) for article in self.digest.articles
        }

    def count(self, id_: str) -> int:
        """In how many articles an entity or topic is."""
        return len(self.naming.get(id_, ()))

    @cached_property
    def from_source(self) -> dict[str, tuple[Article, ...]]:
        """The articles that come from a source, by the id of its page (see `source_ids`)."""
        found: dict[str, list[Article]] = defaultdict(list)
        for article in self.digest.articles:
            for id_ in self.source_ids(article):
                found[id_].append(article)
        return {id_: tuple(articles) for id_, articles in found.items()}

    def source_ids(self, article: Article) -> tuple[str, ...]:
        """The vocabulary ids of an article's outlets, or one made from its source's name; none without."""
        source = article.extract.source
        if article.findings.outlets or source is None:
            return article.findings.outlets
        return (f"source-{segment_id(fold(source.text))}",)

    @cached_property
    def events_with(self) -> dict[str, tuple[TimelineEntry, ...]]:
        """The timeline's entries whose sentences name an entity, by its id."""
        found: dict[str, list[TimelineEntry]] = defaultdict(list)
        for entry in self.digest.timeline:
            for id_ in dict.fromkeys(_named_in(entry)):
                found[id_].append(entry)
        return {id_: tuple(entries) for id_, entries in found.items()}

    @cached_property
    def quotations_by(self) -> dict[str, tuple[tuple[Article, Quotation], ...]]:
        """What a speaker says, by the speaker's id, in the digest's order."""
        found: dict[str, list[tuple[Article, Quotation]]] = defaultdict(list)
        for article in self.digest.articles:
            for quotation in article.findings.quotations:
                if quotation.speaker:
                    found[quotation.speaker].append((article, quotation))
        return {id_: tuple(items) for id_, items in found.items()}

    def appears_with(self, id_: str, most: int = 12) -> tuple[tuple[str, int], ...]:
        """(id, number of shared articles) of the names and topics that stand in the same articles."""
        shared = Counter(
            other
            for article in self.naming.get(id_, ())
            for other in dict.fromkeys(tagged(article))
            if other != id_ and other in self.digest.vocabulary
        )
        return tuple(sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:most])

    def variants(self, id_: str) -> tuple[str, ...]:
        """The forms of a name that stand in the articles, in order of appearance."""
        entities = (entity for article in self.naming.get(id_, ()) for entity in article.findings.entities)
        return tuple(
            dict.fromkeys(form for entity in entities if entity.id == id_ for form in entity.variants)
        )

    @cached_property
    def candidates(self) -> tuple[tuple[Entity, int], ...]:
        """The names that the vocabulary lacks, with the number of articles, most frequent first."""
        first: dict[str, Entity] = {}
        counts = Counter[str]()
        for article in self.digest.articles:
            for entity in article.findings.entities:
                if not entity.known:
                    first.setdefault(entity.id, entity)
                    counts[entity.id] += 1
        return tuple(
            (first[id_], n) for id_, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        )


def tagged(article: Article) -> Iterator[str]:
    """The ids of an article's topics, then of the names it knows."""
    yield from (topic.id for topic in article.findings.topics)
    yield from (entity.id for entity in article.findings.entities if entity.known)


def by_month(articles: Iterable[Article]) -> dict[tuple[int, int] | None, tuple[Article, ...]]:
    """Articles by (year, month); month 0 where only the year is sure, None where not even that."""
    found: dict[tuple[int, int] | None, list[Article]] = defaultdict(list)
    for article in articles:
        found[_month(article.findings.publication.edtf)].append(article)
    return {month: tuple(items) for month, items in found.items()}


def _month(edtf: str | None) -> tuple[int, int] | None:
    first, last = bounds(edtf) if edtf else (None, None)
    if first is None or last is None or first.year != last.year:
        return None
    return first.year, first.month if first.month == last.month else 0


def _named_in(entry: TimelineEntry) -> Iterator[str]:
    events: Iterator[Event] = (event for _, event in entry.tellings)
    for event in events:
        yield from event.entities
