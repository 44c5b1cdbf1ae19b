"""Which sentences of an article speak of a name or a topic. Pure."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from digest.model import Article, Sentence, Span

Packed: TypeAlias = "array[int]"
"""The sentences of each of an article's tags: how many they are, then their indexes."""


def pack_places(article: Article, tags: Iterable[str]) -> Packed:
    """The sentences of an article that speak of each of its tags, in the order of `tags`."""
    spans, sentences = _spans(article), article.findings.sentences
    starts = [sentence.span.start for sentence in sentences]
    packed = array("I")
    for tag in tags:
        found = sorted({*_sentences(spans.get(tag, ()), sentences, starts)})
        packed.append(len(found))
        packed.extend(found)
    return packed


def unpack_places(packed: Packed, number: int) -> tuple[int, ...]:
    """The sentences of the tag of this number."""
    at = 0
    for _ in range(number):
        at += 1 + packed[at]
    return tuple(packed[at + 1 : at + 1 + packed[at]])


def _spans(article: Article) -> dict[str, list[Span]]:
    """Where names stand, and the evidence for topics; for one that is only implied, that of the narrower."""
    findings = article.findings
    spans = {entity.id: [mention.span for mention in entity.mentions] for entity in findings.entities}
    topics = {topic.id: topic for topic in findings.topics}
    for topic in topics.values():
        source = topic
        while not source.evidence and source.implied_by in topics:
            source = topics[source.implied_by]
        spans[topic.id] = list(source.evidence)
    return spans


def _sentences(spans: Iterable[Span], sentences: Sequence[Sentence], starts: list[int]) -> Iterator[int]:
    """The sentences that the spans stand in; those of headline and deck stand in none."""
    for span in spans:
        index = bisect_right(starts, span.start) - 1
        if index >= 0 and span.start < sentences[index].span.end:
            yield index
