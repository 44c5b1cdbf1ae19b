"""Chooses an article's topics from the vocabulary's evidence, weighted by where it stands.

Pure. A topic's evidence are its `terms` and its own names, found whatever article or particle is attached to
them. A term counts by its best place (headline, deck, lead, subhead, body) and, with less and less effect, by
how often it stands; `weak_terms` count only beside another one: politics have balls in courts too (`ملعب`).
A topic that enough evidence speaks for brings the broader ones it implies.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import log2

from digest.model import Entity, EntityKind, Extract, LineKind, Sentence, Span, TopicScore
from digest.names.tokens import Tokens
from digest.topics.terms import compile_terms, find_terms, terms_of_names
from digest.vocabulary import Vocabulary

HEADLINE, DECK, LEAD, SUBHEAD, BODY = 3.0, 2.0, 1.6, 1.5, 1.0
"""What a term is worth at its best place."""
_AGAIN = 0.5
"""What each doubling of a term's number adds."""
_ENOUGH = 2.4
"""Evidence from which a topic is one of the article's: a headline and the body, or three terms."""
_SHARE = 0.16
"""The least share of the weightiest topic's evidence that another needs."""
_IMPLIED_SHARE = 0.5
"""How much of a topic's weight goes to the broader one."""
_ENOUGH_IMPLIED = 3.0
"""Weight from which a topic that lacks evidence of its own is implied."""
_MOST_EVIDENCE = 40
_LEAD_SENTENCES = 2
_STRONG = 1.5
"""How much more a term with two nationalities is worth."""
_NONE = frozenset[str]()


@dataclass(slots=True)
class _Evidence:
    best: dict[str, float] = field(default_factory=dict)
    """Term to the worth of its best place."""
    counts: dict[str, int] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)

    def weight(self, weak: frozenset[str]) -> float:
        """What the evidence is worth; a term of those `weak` is worth nothing alone."""
        if len(self.best) == 1 and not weak.isdisjoint(self.best):
            return 0.0
        return sum(best + _AGAIN * log2(self.counts[term]) for term, best in self.best.items())

    def add(self, term: str, worth: float, span: Span) -> None:
        self.best[term] = max(worth, self.best.get(term, 0.0))
        self.counts[term] = self.counts.get(term, 0) + 1
        self.spans.append(span)


def choose_topics(
    words: Tokens,
    extract: Extract,
    sentences: tuple[Sentence, ...],
    entities: tuple[Entity, ...],
    vocabulary: Vocabulary,
    *,
    most: int = 7,
) -> tuple[TopicScore, ...]:
    """Choose up to `most` topics: those with enough evidence, the weightiest first, then what they imply.

    `words` are those of the article's paragraphs, headline and deck (`digest.names.read_words`).
    """
    places = tuple(_places(extract, sentences))
    found = _gather(words, places, _place_names(entities), vocabulary)
    _add_entities(found, entities, places, vocabulary)
    weak = compile_terms(vocabulary).weak
    weights = {topic: evidence.weight(weak.get(topic, _NONE)) for topic, evidence in found.items()}
    enough = max(_ENOUGH, _SHARE * max(weights.values(), default=0.0))
    own = sorted(
        (topic for topic in weights if weights[topic] >= enough), key=lambda topic: (-weights[topic], topic)
    )
    chosen = [_score(topic, weights[topic], found, None) for topic in own]
    implied = sorted(_implied(own, weights, vocabulary), key=lambda item: (-item[1], item[0]))
    chosen += [_score(topic, weight, found, narrower) for topic, weight, narrower in implied]
    return tuple(chosen[:most])


def _score(topic: str, weight: float, found: dict[str, _Evidence], narrower: str | None) -> TopicScore:
    evidence = found[topic].spans if topic in found else []
    return TopicScore(topic, round(weight, 2), tuple(sorted(set(evidence))[:_MOST_EVIDENCE]), narrower)


def _implied(
    own: list[str], weights: dict[str, float], vocabulary: Vocabulary
) -> list[tuple[str, float, str]]:
    """Return the broader topics that the article's own ones imply: topic, weight, the narrower one."""
    shares: dict[str, float] = {}
    narrower: dict[str, str] = {}
    for topic in own:
        share, waiting = weights[topic], [topic]
        while waiting:
            share *= _IMPLIED_SHARE
            above = [(broader, below) for below in waiting for broader in vocabulary.entries[below].broader]
            for broader, below in above:
                shares[broader] = shares.get(broader, weights.get(broader, 0.0)) + share
                narrower.setdefault(broader, below)
            waiting = [broader for broader, _ in above]
    return [
        (topic, weight, narrower[topic])
        for topic, weight in shares.items()
        if topic not in own and weight >= _ENOUGH_IMPLIED
    ]


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


def _place_names(entities: tuple[Entity, ...]) -> list[Span]:
    """The names of places that have several words, of which one may be a term: `الكونغو الديمقراطية`."""
    found: list[Span] = []
    for entity in entities:
        if entity.kind is EntityKind.PLACE:
            found += [mention.span for mention in entity.mentions if " " in mention.text]
    return sorted(found)


def _gather(
    tokens: Tokens,
    places: tuple[tuple[Span, float], ...],
    names: list[Span],
    vocabulary: Vocabulary,
) -> dict[str, _Evidence]:
    ordered = sorted(places, key=lambda item: item[0])
    found: dict[str, _Evidence] = {}
    at, terms, starts = 0, compile_terms(vocabulary), [name.start for name in names]
    for first, last, term, topics in find_terms(tokens, terms):
        span, more = tokens.span(first, last), _STRONG if term in terms.strong else 1.0
        while ordered[at][0].end < span.end:
            at += 1
        before = bisect_right(starts, span.start) - 1 if starts else -1
        if before >= 0 and span.end <= names[before].end and span != names[before]:
            continue  # a part of a place's name
        for topic in topics:
            if topic not in found:
                found[topic] = _Evidence()
            found[topic].add(term, more * ordered[at][1], span)
    return found


def _add_entities(
    found: dict[str, _Evidence],
    entities: tuple[Entity, ...],
    places: tuple[tuple[Span, float], ...],
    vocabulary: Vocabulary,
) -> None:
    """Add the mentions of names that are terms in another form (`كوفيد-19` where the text has `كورونا`)."""
    terms = terms_of_names(vocabulary)
    ordered = sorted(places)
    for entity in entities:
        for topic, term in terms.get(entity.id, ()):
            evidence = found.setdefault(topic, _Evidence())
            taken = sorted(evidence.spans)
            for mention in entity.mentions:
                if not _is_taken(taken, mention.span):
                    insort(taken, mention.span)
                    evidence.add(term, _worth(ordered, mention.span), mention.span)


def _is_taken(taken: list[Span], span: Span) -> bool:
    """Whether a span shares a character with one of those in order, none of which overlap."""
    at = bisect_left(taken, span)
    return any(one.overlaps(span) for one in taken[max(at - 1, 0) : at + 1])


def _worth(ordered: list[tuple[Span, float]], span: Span) -> float:
    """What the place that holds a span is worth; nothing outside all of them."""
    at = bisect_right(ordered, span.start, key=lambda item: item[0].start)
    return max((worth for place, worth in ordered[max(at - 2, 0) : at] if place.contains(span)), default=0.0)
