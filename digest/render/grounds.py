"""What an article's topics rest on: the words that speak for each, with their places. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from digest.model import Article, Span, TopicScore
from digest.render.links import anchor
from digest.render.shown import Tag
from digest.render.views import Site
from digest.text import single_spaced

HEADLINE = "headline"


@dataclass(frozen=True, slots=True)
class Term:
    """Words that speak for a topic."""

    text: str
    places: tuple[str, ...]
    """Anchors of their sentences; `headline` for headline and deck."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What one topic rests on."""

    topic: Tag
    terms: tuple[Term, ...]
    implied_by: Tag | None
    """The narrower topic that brings it."""

    @property
    def by_hand(self) -> bool:
        """Whether an editor added it."""
        return not self.terms and self.implied_by is None


def grounds(site: Site, article: Article) -> tuple[Ground, ...]:
    """What each of an article's topics rests on, in their order."""
    return tuple(
        Ground(tag, tuple(_terms(article, topic)), site.tag(topic.implied_by) if topic.implied_by else None)
        for topic in article.findings.topics
        if (tag := site.tag(topic.id))
    )


def _terms(article: Article, topic: TopicScore) -> Iterator[Term]:
    """The words that stand for a topic, each form once."""
    found: dict[str, dict[str, None]] = {}
    for span in topic.evidence:
        text = single_spaced(article.document.text[span.start : span.end])
        found.setdefault(text, {})[_place(article, span)] = None
    yield from (Term(text, tuple(places)) for text, places in found.items())


def _place(article: Article, span: Span) -> str:
    sentences = article.findings.sentences
    index = bisect_right(sentences, span.start, key=lambda sentence: sentence.span.start) - 1
    inside = index >= 0 and span.start < sentences[index].span.end
    return anchor(index) if inside else HEADLINE
