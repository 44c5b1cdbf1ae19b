"""The state of the English of each article: what is there, what is missing or stale, what the checks say.

Pure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from digest.model import Article, FileError, SegmentState, Translation, VocabularyEntry
from digest.translate.checks import Finding, Level, open_findings
from digest.translate.context import Context, article_contexts
from digest.translate.memories import Memories
from digest.translate.memory import READABLE


@dataclass(frozen=True, slots=True)
class SegmentStatus:
    """One segment with what the checks say of it."""

    translation: Translation
    findings: tuple[Finding, ...] = ()
    """Everything found, accepted or not; empty where there is no English to read."""
    needless: tuple[str, ...] = ()
    """Accepted checks that find nothing any more."""

    @property
    def failing(self) -> tuple[Finding, ...]:
        """Findings that still ask for a hand."""
        return open_findings(self.findings, self.translation.accept)


@dataclass(frozen=True, slots=True)
class ArticleStatus:
    """The English of one article."""

    article: str
    headline: str
    """In Arabic."""
    segments: tuple[SegmentStatus, ...]
    """In reading order."""

    @property
    def counts(self) -> dict[SegmentState, int]:
        """Segments by state, in the order of the states; none that is zero."""
        counted = Counter(item.translation.state for item in self.segments)
        return {state: counted[state] for state in SegmentState if counted[state]}

    @property
    def done(self) -> int:
        """Segments whose English a reader sees."""
        return sum(item.translation.state in READABLE for item in self.segments)

    @property
    def state(self) -> SegmentState:
        """The least trusted state of any segment: that of the article as a whole."""
        states = list(SegmentState)
        return max((item.translation.state for item in self.segments), key=states.index, default=states[-1])

    @property
    def stale(self) -> tuple[Translation, ...]:
        """Segments whose Arabic changed since their English was written."""
        return tuple(
            item.translation for item in self.segments if item.translation.state is SegmentState.STALE
        )

    @property
    def failing(self) -> tuple[SegmentStatus, ...]:
        """Segments with findings that ask for a hand."""
        return tuple(item for item in self.segments if item.failing)


def article_status(article: Article, vocabulary: Mapping[str, VocabularyEntry]) -> ArticleStatus:
    """The state of an article's English. `vocabulary` is `Digest.vocabulary`."""
    read = any(translation.state in READABLE for translation in article.translations)
    contexts = article_contexts(article, vocabulary) if read else {}
    segments = tuple(
        _segment(translation, contexts.get(translation.segment.id, Context()))
        for translation in article.translations
    )
    return ArticleStatus(article.id, article.extract.headline.text, segments)


def orphans(memories: Memories, articles: Iterable[str]) -> tuple[FileError, ...]:
    """A warning for each memory whose article is gone; its pairs still serve other articles."""
    present = set(articles)
    gone = (memory for name, memory in memories.by_article.items() if name not in present)
    return tuple(FileError(memory.file or memory.article, _GONE, 1) for memory in gone)


_GONE = "the article is gone; delete the file, or name it (and `article:`) after the seed's new name"


def as_data(status: ArticleStatus) -> dict[str, Any]:
    """A status as JSON-ready data."""
    return {
        "article": status.article,
        "headline": status.headline,
        "state": str(status.state),
        "done": status.done,
        "all": len(status.segments),
        "states": {str(state): count for state, count in status.counts.items()},
        "failing": [_failing_data(item) for item in status.failing],
        "stale": [
            {"id": item.segment.id, "ar": item.segment.ar, "was": item.old_ar, "en": item.en}
            for item in status.stale
        ],
        "needless": {
            item.translation.segment.id: list(item.needless) for item in status.segments if item.needless
        },
    }


def _failing_data(item: SegmentStatus) -> dict[str, Any]:
    segment = item.translation.segment
    checks = [
        {"check": found.check, "level": str(found.level), "message": found.message} for found in item.failing
    ]
    return {"id": segment.id, "ar": segment.ar, "en": item.translation.en, "checks": checks}


def _segment(translation: Translation, context: Context) -> SegmentStatus:
    if translation.state not in READABLE or not translation.en or translation.en == translation.segment.ar:
        return SegmentStatus(translation)
    findings = context.check(translation.segment.ar, translation.en)
    warned = {found.check for found in findings if found.level is Level.WARNING}
    needless = tuple(check for check in translation.accept if check not in warned)
    return SegmentStatus(translation, findings, needless)
