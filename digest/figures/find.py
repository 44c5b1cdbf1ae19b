"""Finds the figures of an article's sentences, headline and deck.

Pure. A number counts only with a unit; the units are `rules/units.yml`.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from digest.figures.line import Line, promising
from digest.figures.tokens import read_tokens
from digest.figures.units import PLAIN
from digest.model import (
    DateKind,
    Document,
    Entity,
    EntityKind,
    Figure,
    LineKind,
    Sentence,
    Span,
    TemporalExpression,
)
from digest.names.tokens import Tokens, tokenise
from digest.sentences import past_marks
from digest.text import Folded, cells_apart, single_spaced

_TIMES = frozenset((DateKind.DATE, DateKind.RANGE, DateKind.CLOCK))


def find_figures(
    document: Document,
    words: Tokens,
    sentences: Sequence[Sentence],
    dates: Sequence[TemporalExpression],
    entities: Iterable[Entity] = (),
) -> tuple[Figure, ...]:
    """Find the figures of an article, in text order; `words` are its own (`digest.names.read_words`).

    None stands inside the name of one of `entities` that the vocabulary has.

    Units are ISO 4217 codes, `%`, SI-like signs (`km`, `m3`), English nouns for what is counted (`person`),
    with `/year` and the like for a rate. `value` is None for a rough quantity (`مئات الكيلومترات`); a range
    (`10 إلى 15 مليار دولار`) is one figure with the two values that it lies between, `value` and `high`. A
    figure of headline or deck belongs to the first sentence that has it too, and is left out where none has.
    """
    taken = sorted(date.span for date in dates if date.kind in _TIMES)
    told = [
        figure
        for item in _promising(sentences, words)
        for figure in _figures(document, item.span, words.folded.part(item.span), taken, item.index)
    ]
    found = (*(_above(document, taken, told) if told else ()), *told)
    return tuple(sorted(_outside_names(found, entities), key=lambda figure: figure.span))


def _outside_names(figures: Iterable[Figure], entities: Iterable[Entity]) -> Iterator[Figure]:
    known = [entity for entity in entities if entity.known and entity.kind is not EntityKind.TOPIC]
    names = sorted(mention.span for entity in known for mention in entity.mentions)
    for figure in figures:
        at = bisect_right(names, (figure.span.start, sys.maxsize)) - 1
        if at < 0 or names[at].end < figure.span.end:
            yield figure


def _promising(sentences: Sequence[Sentence], words: Tokens) -> Iterator[Sentence]:
    """The sentences with a word that a figure can begin with."""
    places = promising(words)
    for sentence in sentences if places else ():
        first, last = words.words_in(sentence.span)
        at = bisect_left(places, first)
        if at < len(places) and places[at] < last:
            yield sentence


def _above(document: Document, taken: list[Span], told: list[Figure]) -> Iterator[Figure]:
    """The figures of headline and deck, each with the sentence that tells it."""
    sentence_of = {_quantity(figure): figure.sentence for figure in reversed(told)}
    for line in document.lines:
        if line.kind in (LineKind.HEADLINE, LineKind.DECK):
            words = tokenise(document.text[line.span.start : line.span.end])
            if not promising(words):
                continue
            for figure in _figures(document, line.span, words.folded, taken, 0):
                if _quantity(figure) in sentence_of:
                    yield replace(figure, sentence=sentence_of[_quantity(figure)])


def _quantity(figure: Figure) -> tuple[float | None, float | None, str, str | None]:
    return figure.value, figure.high, figure.unit, figure.measures if figure.unit == PLAIN.id else None


def _figures(
    document: Document, place: Span, folded: Folded, taken: list[Span], sentence: int
) -> Iterator[Figure]:
    line = cells_apart(folded.text)
    tokens = read_tokens(line)

    def span_of(first: int, end: int, skip: int = 0) -> Span:
        inner = folded.original(tokens[first].start + skip, tokens[end - 1].end)
        return Span(place.start + inner.start, past_marks(document.text, place.start + inner.end))

    numbers = (at for at, token in enumerate(tokens) if token.kind == "number")
    dated = frozenset(at for at in numbers if _is_taken(taken, span_of(at, at + 1)))
    for found in Line(line, tokens, dated).figures():
        if _is_taken(taken, span_of(found.first, found.number_end)):
            continue
        span = span_of(found.first, found.end, found.skip)
        what = span_of(*found.measures) if found.measures else None
        yield Figure(
            span=span,
            text=single_spaced(document.text[span.start : span.end]),
            value=found.value,
            unit=found.unit_id,
            measures=single_spaced(document.text[what.start : what.end]) if what else None,
            sentence=sentence,
            high=found.high,
            bound=found.bound,
        )


def _is_taken(taken: list[Span], span: Span) -> bool:
    """Whether a span shares a character with one of the dates, which are in order and do not overlap."""
    at = bisect_left(taken, span)
    return any(one.overlaps(span) for one in taken[max(at - 1, 0) : at + 1])
