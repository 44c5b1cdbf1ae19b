"""The events of an article: its sentences with a date on the calendar; those without one stay out. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter, itemgetter

from digest import edtf
from digest.dates.context import is_compared, looks_ahead
from digest.dates.tense import Tense, tense_of
from digest.dates.tokens import Tokens, tokenize
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

_START, _FIRST = attrgetter("start"), itemgetter(0)
_COARSE = frozenset([Grain.DECADE, Grain.CENTURY])
"""Too coarse for an event of its own."""


def find_events(
    sentences: Sequence[Sentence],
    dates: Sequence[TemporalExpression],
    entities: Sequence[Entity],
    *,
    published: str | None = None,
) -> tuple[Event, ...]:
    """The dated sentences of an article in text order; a date told twice in a sentence counts once.

    `published`: when the article appeared (EDTF), as far as it is known; what is dated later is planned.
    """
    told_on = edtf.day_numbers(published)[1] if published else None
    dated = sorted((one for one in dates if _is_event(one)), key=_START)
    named = _mentions(entities)
    events: list[Event] = []
    for sentence in sentences:
        start, end = sentence.span.start, sentence.span.end
        here = dated[bisect_left(dated, start, key=_START) : bisect_left(dated, end, key=_START)]
        told = [one for one in here if one.end <= end]
        if told and sentence.kind is not LineKind.CAPTION:
            events += _events_of(sentence, told, named, told_on)
    return tuple(events)


def _events_of(
    sentence: Sentence,
    told: Iterable[TemporalExpression],
    named: Sequence[tuple[int, int, str]],
    told_on: int | None,
) -> Iterator[Event]:
    """The events of a sentence with the dates that it tells, told on a day (an ordinal) or before it."""
    start, end = sentence.span.start, sentence.span.end
    first, after = bisect_left(named, start, key=_FIRST), bisect_left(named, end, key=_FIRST)
    names = tuple(dict.fromkeys(name for _, last, name in named[first:after] if last <= end))
    tokens = tokenize(sentence.text)
    seen: set[str] = set()
    for one in told:
        assert one.edtf is not None
        assert one.grain is not None
        if one.edtf not in seen:
            place = _place(tokens, one)
            if is_compared(tokens, place[0]):
                continue
            seen.add(one.edtf)
            time = _time(tokens, place, one, told_on)
            yield Event(one.edtf, one.grain, sentence.index, one.span, time, names, one.outside)


def _is_event(one: TemporalExpression) -> bool:
    dated = one.edtf is not None and one.kind in (DateKind.DATE, DateKind.RANGE)
    return dated and one.grain not in _COARSE and not one.rule.endswith("feast")


def _mentions(entities: Sequence[Entity]) -> list[tuple[int, int, str]]:
    """The mentions of all names in text order: start, end, name."""
    found = [
        (mention.span.start, mention.span.end, entity.id)
        for entity in entities
        for mention in entity.mentions
    ]
    return sorted(found, key=itemgetter(0, 2))


def _place(tokens: Tokens, one: TemporalExpression) -> tuple[int, int]:
    """Which tokens of the sentence the date is: the first, and the one after it."""
    at = tokens.folded.text.find(fold(" ".join(one.text.split())))
    first = bisect_left(tokens.starts, at) if at >= 0 else 0
    return first, first + len(tokenize(one.text).words) - 2


def _time(tokens: Tokens, place: tuple[int, int], one: TemporalExpression, told_on: int | None) -> EventTime:
    """Whether the sentence tells what happened or what is planned: by its date, or its verbs before it."""
    if told_on is not None and (_is_later(one, told_on) or _goes_on(tokens, place, one, told_on)):
        return EventTime.PLANNED
    if (
        looks_ahead(tokens, *place)
        or one.rule.startswith("by.")
        or _points_ahead(tokenize(one.text), one.rule)
    ):
        return EventTime.PLANNED
    uncertain = one.edtf is not None and (one.edtf[0] == "[" or "?" in one.edtf)
    return EventTime.UNCERTAIN if uncertain else EventTime.PAST


def _is_later(one: TemporalExpression, day: int) -> bool:
    """Whether a date lies after a day as a whole; of what it is before, whether that is still to come."""
    first, last = _days(one)
    if first is None and not one.rule.startswith("before."):
        assert one.edtf is not None
        first = edtf.day_numbers(one.edtf.rpartition("/")[2])[0]
    begins = last if first is None else first
    return begins is not None and begins > day


def _goes_on(tokens: Tokens, place: tuple[int, int], one: TemporalExpression, day: int) -> bool:
    """Whether something is going on up to a time that has not passed: `تستمر حتى نهاية العام`."""
    first, last = _days(one)
    lasts = first is None and last is not None and last > day
    return lasts and tense_of(tokens, *place) is Tense.PRESENT


def _days(one: TemporalExpression) -> edtf.DayNumbers:
    assert one.edtf is not None
    return edtf.day_numbers(one.edtf)


def _points_ahead(date: Tokens, rule: str) -> bool:
    """Whether the words of the date themselves say that it is to come: `المقبل`, `غداً`, `بعد شهر`."""
    read = (date.find(at, kind) for at in range(len(date.words)) for kind in ("adjective", "deictic"))
    if any(found is not None and found[0].value > 0 for found in read):
        return True
    return rule == "offset" and date.find(0, "after") is not None
