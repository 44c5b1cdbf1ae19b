"""What is found out of each article once, and taken over while the article stays the same. Pure.

An article's larger parts are packed (see `holding`): looking into every article for every change of one is
what an update would spend most of its time on.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from sys import intern
from typing import Any, Generic, TypeVar

from digest.model import Article, Quotation, VocabularyEntry
from digest.record import enters_english
from digest.render.listed import Size, size_of
from digest.render.places import Packed, pack_places, unpack_places
from digest.translate import ArticleStatus, article_status

T = TypeVar("T")


class Looked(Generic[T]):
    """A look into articles, with what it found in each, by article id."""

    def __init__(self, look: Callable[[Article], T]) -> None:
        self._look = look
        self._found: dict[str, T] = {}

    def into(self, article: Article) -> T:
        """What is found in an article of the digest."""
        if article.id not in self._found:
            self._found[article.id] = self._look(article)
        return self._found[article.id]

    def learn(self, earlier: Looked[T], same: Collection[str]) -> None:
        """Take over what was found in the articles that are the `same`."""
        found = earlier._found
        self._found.update((id_, found[id_]) for id_ in same if id_ in found)


class Looks:
    """All that is found out of the articles of a digest one by one."""

    def __init__(self, vocabulary: Mapping[str, VocabularyEntry]) -> None:
        self.tags: Looked[tuple[str, ...]] = Looked(tags_of)
        self.sizes: Looked[Size] = Looked(size_of)
        self.english: Looked[bool] = Looked(enters_english)
        """Whether an article is one of the English site: in English that has been read through."""
        self.said: Looked[tuple[Quotation, ...]] = Looked(_said)
        """The quotations whose speaker is known."""
        self.waits: Looked[bool] = Looked(lambda article: article_status(article, vocabulary).waits)
        """Whether its English asks for an editor's hand."""
        self.statuses: Looked[ArticleStatus] = Looked(lambda article: article_status(article, vocabulary))
        """Those that were asked for: a page shows a few, and all would hold every article's text."""
        tags = self.tags.into
        self._places: Looked[Packed] = Looked(lambda article: pack_places(article, tags(article)))

    def places(self, article: Article, tag: str) -> tuple[int, ...]:
        """The indexes of the sentences that speak of one of an article's tags, in order."""
        tags = self.tags.into(article)
        return unpack_places(self._places.into(article), tags.index(tag)) if tag in tags else ()

    def learn(self, earlier: Looks, same: Collection[str]) -> None:
        """Take over what was found in the articles that are the `same`, with the same vocabulary."""
        kinds: dict[str, Looked[Any]] = vars(self)
        for name, looked in kinds.items():
            looked.learn(getattr(earlier, name), same)


def tags_of(article: Article) -> tuple[str, ...]:
    """What an article is tagged with, each once: its topics, then the names it knows."""
    return tuple(map(intern, dict.fromkeys(_tagged(article))))


def _tagged(article: Article) -> Iterator[str]:
    yield from (topic.id for topic in article.findings.topics)
    yield from (entity.id for entity in article.findings.entities if entity.known)


def _said(article: Article) -> tuple[Quotation, ...]:
    return tuple(quotation for quotation in article.findings.quotations if quotation.speaker)
