"""Chooses an article's topics from the vocabulary's evidence, weighted by where it stands.

Pure. A topic's evidence are its `terms` and its own names, found whatever article or particle is attached to
them. A term counts by its best place (headline, deck, lead, subhead, body) and, with less and less effect, by
how often it stands; a topic that enough evidence speaks for brings the broader ones it implies.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from math import log2
from typing import Any

from digest.model import Document, Entity, EntityKind, Extract, LineKind, Sentence, Span, TopicScore
from digest.names.tokens import Tokens, stems, tokenise
from digest.vocabulary import Vocabulary

HEADLINE, DECK, LEAD, SUBHEAD, BODY = 3.0, 2.0, 1.6, 1.5, 1.0
"""What a term is worth at its best place."""
_AGAIN = 0.5
"""What each doubling of a term's number adds."""
_ENOUGH = 2.4
"""Evidence from which a topic is one of the article's: a headline and the body, or three terms."""
_SHARE = 0.16
"""The least share of the weightiest topic's evidence that another needs."""
_MOST_EVIDENCE = 12
_LEAD_SENTENCES = 2
_END = ""

Trie = dict[str, Any]


@dataclass(slots=True)
class _Evidence:
    best: dict[str, float] = field(default_factory=dict)
    """Term to the worth of its best place."""
    counts: dict[str, int] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)

    @property
    def weight(self) -> float:
        return sum(best + _AGAIN * log2(self.counts[term]) for term, best in self.best.items())


def choose_topics(
    document: Document,
    extract: Extract,
    sentences: tuple[Sentence, ...],
    entities: tuple[Entity, ...],
    vocabulary: Vocabulary,
    *,
    most: int = 7,
) -> tuple[TopicScore, ...]:
    """Choose up to `most` topics, the weightiest first, each followed by the broader ones it implies."""
    found = _gather(document.text, tuple(_places(extract, sentences)), vocabulary)
    weights = {topic: evidence.weight for topic, evidence in found.items()}
    ranked = sorted(weights, key=lambda topic: (-weights[topic], topic))
    if not ranked:
        return ()
    enough = max(_ENOUGH, _SHARE * weights[ranked[0]])
    chosen: dict[str, TopicScore] = {}
    for topic in ranked:
        if weights[topic] < enough:
            break
        for identifier, narrower in _with_broader(topic, vocabulary):
            if identifier not in chosen and len(chosen) < most:
                evidence = found.get(identifier, _Evidence())
                implied = narrower if weights.get(identifier, 0.0) < enough else None
                spans = tuple(sorted(set(evidence.spans))[:_MOST_EVIDENCE])
                chosen[identifier] = TopicScore(
                    identifier, max(evidence.weight, weights[topic] / 2), spans, implied
                )
    return tuple(chosen.values())


def _with_broader(topic: str, vocabulary: Vocabulary) -> Iterator[tuple[str, str | None]]:
    """Yield a topic and, nearest first, the topics that it implies, each with the one that implies it."""
    waiting: list[tuple[str, str | None]] = [(topic, None)]
    for identifier, narrower in waiting:
        yield identifier, narrower
        waiting += [(broader, identifier) for broader in vocabulary.entries[identifier].broader]


def _places(extract: Extract, sentences: tuple[Sentence, ...]) -> Iterator[tuple[Span, float]]:
    """Yield the parts of the text that speak of its topics, with what a term is worth there."""
    if extract.headline.span:
        yield extract.headline.span, HEADLINE
    if extract.deck and extract.deck.span:
        yield extract.deck.span, DECK
    lead = [sentence.index for sentence in sentences if sentence.kind is LineKind.BODY][:_LEAD_SENTENCES]
    for sentence in sentences:
        if sentence.index in lead:
            yield sentence.span, LEAD
        elif sentence.kind is LineKind.SUBHEAD:
            yield sentence.span, SUBHEAD
        else:
            yield sentence.span, BODY


def _gather(
    text: str, places: tuple[tuple[Span, float], ...], vocabulary: Vocabulary
) -> dict[str, _Evidence]:
    trie = _compile(vocabulary)
    found: dict[str, _Evidence] = {}
    for place, worth in places:
        tokens = tokenise(text[place.start : place.end])
        for first, last, term, topics in _terms(tokens, trie):
            span = tokens.span(first, last)
            for topic in topics:
                evidence = found.setdefault(topic, _Evidence())
                evidence.best[term] = max(worth, evidence.best.get(term, 0.0))
                evidence.counts[term] = evidence.counts.get(term, 0) + 1
                evidence.spans.append(Span(place.start + span.start, place.start + span.end))
    return found


def _terms(tokens: Tokens, trie: Trie) -> Iterator[tuple[int, int, str, tuple[str, ...]]]:
    """Yield the terms that stand in a text, the longest from each word: first and last word, term, topics."""
    at = 0
    while at < len(tokens.words):
        best = None
        for form in _forms(tokens.words[at]):
            node, last = trie.get(form), at + 1
            while node is not None:
                if _END in node and (best is None or last > best[1]):
                    best = (at, last, *node[_END])
                node, last = _step(node, tokens, last), last + 1
        if best is None:
            at += 1
        else:
            yield best
            at = best[1]


def _step(node: Trie, tokens: Tokens, at: int) -> Trie | None:
    if not tokens.joined(at):
        return None
    return next((node[form] for form in _forms(tokens.words[at]) if form in node), None)


@lru_cache(maxsize=100_000)
def _forms(word: str) -> tuple[str, ...]:
    """Return the forms a word may be listed in: without attached particles, without the article."""
    forms = [word]
    for _, stem in stems(word):
        forms += [stem, stem[2:]] if stem.startswith("ال") and len(stem) > 4 else [stem]
    return tuple(dict.fromkeys(form for form in forms if not form.startswith("ال") or len(form) < 5))


@lru_cache(maxsize=8)
def _compile(vocabulary: Vocabulary) -> Trie:
    """Compile the topics' terms: words without the article, to (term, topics)."""
    owners: dict[tuple[str, ...], list[str]] = {}
    for entry in vocabulary.entries.values():
        if entry.kind is EntityKind.TOPIC:
            for term in (entry.ar, *entry.ar_variants, *entry.terms):
                words = tuple(_bare(word) for word in tokenise(term).words)
                if words and entry.id not in owners.setdefault(words, []):
                    owners[words].append(entry.id)
    trie: Trie = {}
    for words, topics in owners.items():
        node = trie
        for word in words:
            node = node.setdefault(word, {})
        node[_END] = (" ".join(words), tuple(topics))
    return trie


def _bare(word: str) -> str:
    if word.startswith("لل") and len(word) > 4:
        return word[2:]
    return word[2:] if word.startswith("ال") and len(word) > 4 else word
