"""The names and dates that stand in each segment of an article: for the checks, and for an engine's glossary.

Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from digest.model import Article, Entity, Segment, Span, TemporalExpression, VocabularyEntry
from digest.translate.checks import Finding, check_pair


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of one segment's Arabic."""

    names: tuple[VocabularyEntry, ...] = ()
    dates: tuple[TemporalExpression, ...] = ()

    @property
    def glossary(self) -> tuple[tuple[str, str], ...]:
        """Arabic names with their English."""
        return tuple((entry.ar, entry.en) for entry in self.names if entry.en)

    def check(self, ar: str, en: str) -> tuple[Finding, ...]:
        """The findings on a pair."""
        return check_pair(ar, en, names=self.names, dates=self.dates)


def article_contexts(article: Article, vocabulary: Mapping[str, VocabularyEntry]) -> dict[str, Context]:
    """By segment id, the context of each segment of an article. Text that stands twice has both contexts."""
    contexts: dict[str, Context] = {}
    for translation in article.translations:
        segment = translation.segment
        span = _span(article, segment)
        if span is not None:
            known = contexts.get(segment.id, Context())
            contexts[segment.id] = _merged(known, _context(article, span, vocabulary))
    return contexts


def _context(article: Article, span: Span, vocabulary: Mapping[str, VocabularyEntry]) -> Context:
    named = (entity for entity in article.findings.entities if _inside(entity, span))
    names = tuple(vocabulary[entity.id] for entity in named if entity.id in vocabulary)
    dates = tuple(date for date in article.findings.dates if span.contains(date.span))
    return Context(names, dates)


def _inside(entity: Entity, span: Span) -> bool:
    return any(span.contains(mention.span) for mention in entity.mentions)


def _span(article: Article, segment: Segment) -> Span | None:
    """Where a segment stands; None for a field that stands nowhere."""
    if segment.sentence is not None:
        return article.findings.sentences[segment.sentence].span
    fields = {
        "headline": article.extract.headline,
        "deck": article.extract.deck,
        "label": article.extract.label,
    }
    field = fields.get(segment.role)
    return field.span if field is not None and not field.derived else None


def _merged(first: Context, second: Context) -> Context:
    names = tuple(dict.fromkeys(entry.id for entry in (*first.names, *second.names)))
    by_id = {entry.id: entry for entry in (*first.names, *second.names)}
    dates = first.dates + tuple(date for date in second.dates if date not in first.dates)
    return Context(tuple(by_id[identifier] for identifier in names), dates)
