"""The events of an article: its sentences with a date on the calendar; those without one stay out. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from digest.dates.context import looks_ahead
from digest.dates.tokens import tokenize
from digest.model import (
    DateKind,
    Entity,
    Event,
    EventTime,
    Grain,
    LineKind,
    Sentence,
    TemporalExpression,
)
from digest.text import fold

_COARSE = frozenset([Grain.DECADE, Grain.CENTURY])
"""Too coarse for an event of its own."""


def find_events(
    sentences: Sequence[Sentence], dates: Sequence[TemporalExpression], entities: Sequence[Entity]
) -> tuple[Event, ...]:
    """The dated sentences of an article in text order; a date told twice in a sentence counts once."""
    events: list[Event] = []
    for sentence in sentences:
        if sentence.kind is LineKind.CAPTION:
            continue
        names = _named_in(sentence, entities)
        seen: set[str] = set()
        for one in dates:
            if not sentence.span.contains(one.span) or not _is_event(one) or one.edtf in seen:
                continue
            assert one.edtf is not None
            assert one.grain is not None
            seen.add(one.edtf)
            time = _time(sentence, one)
            events.append(Event(one.edtf, one.grain, sentence.index, one.span, time, names, one.outside))
    return tuple(events)


def _is_event(one: TemporalExpression) -> bool:
    dated = one.edtf is not None and one.kind in (DateKind.DATE, DateKind.RANGE)
    return dated and one.grain not in _COARSE and not one.rule.endswith("feast")


def _named_in(sentence: Sentence, entities: Sequence[Entity]) -> tuple[str, ...]:
    inside = [
        (mention.span.start, entity.id)
        for entity in entities
        for mention in entity.mentions
        if sentence.span.contains(mention.span)
    ]
    return tuple(dict.fromkeys(name for _, name in sorted(inside)))


def _time(sentence: Sentence, one: TemporalExpression) -> EventTime:
    """Whether the sentence tells what happened or what is planned, by its verbs before the date."""
    tokens = tokenize(sentence.text)
    needle = fold(" ".join(one.text.split()))
    at = tokens.folded.text.find(needle)
    first = next((i for i, start in enumerate(tokens.starts) if start >= at), 0) if at >= 0 else 0
    after = first + len(tokenize(one.text).words) - 2
    if looks_ahead(tokens, first, after) or one.rule.startswith("by.") or _points_ahead(one):
        return EventTime.PLANNED
    uncertain = one.edtf is not None and (one.edtf[0] == "[" or "?" in one.edtf)
    return EventTime.UNCERTAIN if uncertain else EventTime.PAST


def _points_ahead(one: TemporalExpression) -> bool:
    """Whether the words of the date themselves say that it is to come: `المقبل`, `غداً`, `بعد شهر`."""
    tokens = tokenize(one.text)
    read = [tokens.find(at, kind) for at in range(len(tokens.words)) for kind in ("adjective", "deictic")]
    if any(found is not None and found[0].value > 0 for found in read):
        return True
    return one.rule == "offset" and tokens.find(0, "after") is not None
