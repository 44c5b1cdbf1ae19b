"""The state of the English of each article: what is there, what is missing or stale, what the checks say.

Pure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from digest.causes import caused
from digest.model import Article, FileError, SegmentState, Translation, VocabularyEntry
from digest.translate.checks import Finding, Level, open_findings
from digest.translate.context import Context, article_contexts
from digest.translate.lookup import ORIGINAL
from digest.translate.memories import Memories
from digest.translate.memory import READABLE, Entry, Memory


@dataclass(frozen=True, slots=True)
class SegmentStatus:
    """One segment with what the checks say of it."""

    translation: Translation
    findings: tuple[Finding, ...] = ()
    """Everything found, accepted or not; empty where there is no English to read."""
    needless: tuple[str, ...] = ()
    """Accepted checks that find nothing any more."""
    file: str | None = None
    """Where its English is written, with the line; None where it is nowhere, or that is not known."""
    line: int | None = None

    @property
    def place(self) -> str:
        """File and line of its English; the segment's id where that is not known."""
        return f"{self.file}:{self.line}" if self.file else self.translation.segment.id

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
    def stale(self) -> tuple[SegmentStatus, ...]:
        """Segments whose Arabic changed since their English was written."""
        return tuple(item for item in self.segments if item.translation.state is SegmentState.STALE)

    @property
    def translators(self) -> tuple[str, ...]:
        """Who or what made the English that a reader sees, in reading order."""
        return tuple(dict.fromkeys(item.by for item in self._read() if item.by))

    @property
    def unsigned(self) -> int:
        """Segments of which nothing says who made their English."""
        return sum(not item.by for item in self._read())

    @property
    def waits(self) -> bool:
        """Whether there is anything to do for an editor."""
        finished = (SegmentState.HUMAN, SegmentState.REVIEWED)
        return any(item.translation.state not in finished or item.failing for item in self.segments)

    def _read(self) -> Iterator[Translation]:
        shown = (item.translation for item in self.segments)
        return (item for item in shown if item.state in READABLE and item.by != ORIGINAL)

    @property
    def failing(self) -> tuple[SegmentStatus, ...]:
        """Segments with findings that ask for a hand."""
        return tuple(item for item in self.segments if item.failing)

    @property
    def errors(self) -> int:
        """How many of these findings are errors."""
        return self._count(Level.ERROR)

    @property
    def warnings(self) -> int:
        """How many of these findings are warnings."""
        return self._count(Level.WARNING)

    def _count(self, level: Level) -> int:
        return sum(finding.level is level for item in self.failing for finding in item.failing)


def article_status(
    article: Article, vocabulary: Mapping[str, VocabularyEntry], memories: Memories | None = None
) -> ArticleStatus:
    """The state of an article's English. `vocabulary` is `Digest.vocabulary`; `memories` tell its places."""
    read = any(translation.state in READABLE for translation in article.translations)
    contexts = article_contexts(article, vocabulary) if read else {}
    segments = (
        _segment(translation, contexts.get(translation.segment.id, Context()))
        for translation in article.translations
    )
    placed = (_placed(item, memories, article.id) for item in segments) if memories else segments
    return ArticleStatus(article.id, article.extract.headline.text, tuple(placed))


def orphans(memories: Memories, articles: Iterable[str]) -> tuple[FileError, ...]:
    """A warning for each memory whose article is gone; its pairs still serve other articles."""
    present = set(articles)
    gone = [name for name in memories.by_article if name not in present]
    files = (memories.by_article[name].file or name for name in gone)
    return tuple(caused(FileError, "translation-gone", file=file, line=1, key="article") for file in files)


def as_data(status: ArticleStatus) -> dict[str, Any]:
    """A status as JSON-ready data."""
    return {
        "article": status.article,
        "headline": status.headline,
        "state": str(status.state),
        "done": status.done,
        "all": len(status.segments),
        "states": {str(state): count for state, count in status.counts.items()},
        "translators": list(status.translators),
        "unsigned": status.unsigned,
        "failing": [_failing_data(item) for item in status.failing],
        "stale": [{**_pair_data(item), "was": item.translation.old_ar} for item in status.stale],
        "needless": {
            item.translation.segment.id: list(item.needless) for item in status.segments if item.needless
        },
    }


def _pair_data(item: SegmentStatus) -> dict[str, Any]:
    segment = item.translation.segment
    place = {"file": item.file, "line": item.line}
    return {"id": segment.id, **place, "ar": segment.ar, "en": item.translation.en}


def _failing_data(item: SegmentStatus) -> dict[str, Any]:
    checks = [
        {"check": found.check, "level": str(found.level), "message": found.message} for found in item.failing
    ]
    return {**_pair_data(item), "checks": checks}


def _placed(item: SegmentStatus, memories: Memories, article: str) -> SegmentStatus:
    """The same with the file and line of its English."""
    translation = item.translation
    if translation.state in READABLE:
        found = memories.find(translation.segment.id, article)
        home, entry = found or (article, None)
    else:
        home, entry = article, _waiting(translation, memories.by_article.get(article))
    return replace(item, file=memories.by_article[home].file, line=entry.line) if entry else item


def _waiting(translation: Translation, memory: Memory | None) -> Entry | None:
    """The entry in an article's own memory that is to be written or mended."""
    entries = (*memory.segments, *memory.retired) if memory else ()
    own = (item for item in entries if item.id == translation.segment.id)
    old = (item for item in entries if (item.ar, item.en) == (translation.old_ar, translation.en))
    return next(chain(own, old), None)


def _lapsed(found: Finding) -> Finding:
    """A finding that was accepted for other English."""
    message = "accepted for other English: look again, and delete the line `seal:` to accept it for this"
    return replace(found, message=f"{found.message} ({message})")


def _segment(translation: Translation, context: Context) -> SegmentStatus:
    if translation.state not in READABLE or not translation.en or translation.en == translation.segment.ar:
        return SegmentStatus(translation)
    found = context.check(translation.segment.ar, translation.en)
    findings = tuple(_lapsed(item) if item.check in translation.lapsed else item for item in found)
    warned = {item.check for item in findings if item.level is Level.WARNING}
    needless = tuple(check for check in translation.accept if check not in warned)
    return SegmentStatus(translation, findings, needless)
