"""Events of an article, the timeline across the digest, and its export for TimelineJS.

An event is a sentence with a date on the calendar; sentences without one stay out. May use the dates, text
and model layers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any

from digest import edtf
from digest.dates.context import looks_ahead
from digest.dates.tokens import tokenize
from digest.model import (
    Article,
    DateKind,
    Entity,
    Event,
    EventTime,
    Grain,
    LineKind,
    Sentence,
    TemporalExpression,
    TimelineEntry,
)
from digest.text import fold

__all__ = ["find_events", "merge_timeline", "same_event", "timelinejs"]

_COARSE = frozenset([Grain.DECADE, Grain.CENTURY])
"""Too coarse for an event of its own."""
_SAME_WORDS, _SAME_NAMES = 0.5, 2
"""What makes two sentences on one date the same event: share of the shorter's words, or this many names and a
quarter of the words. Tuned by reading the digest's own articles."""


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


def merge_timeline(articles: Iterable[Article]) -> tuple[TimelineEntry, ...]:
    """All events in time order, the oldest first; what several articles tell of one date is one entry.

    Order is by the first day a value may be, the wider value first, open beginnings at their end; within an
    entry the most precise telling comes first.
    """
    told = [
        (article.id, event, _words_of(article, event)) for article in articles for event in _events(article)
    ]
    groups: list[list[tuple[str, Event, frozenset[str]]]] = []
    for item in sorted(told, key=lambda item: (edtf.sort_key(item[1].edtf), item[0], item[1].sentence)):
        home = next((group for group in reversed(groups[-40:]) if _belongs(item, group)), None)
        if home is None:
            groups.append([item])
        else:
            home.append(item)
    return tuple(sorted(map(_entry, groups), key=_entry_key))


def _events(article: Article) -> tuple[Event, ...]:
    return article.findings.events


def _words_of(article: Article, event: Event) -> frozenset[str]:
    return content_words(article.findings.sentences[event.sentence].text)


def content_words(text: str) -> frozenset[str]:
    """Folded words of four letters or more, the attached و and ال off."""
    words = (_core(word) for word in tokenize(text).words if word.isalpha())
    return frozenset(word for word in words if len(word) >= 4)


@cache
def _core(word: str) -> str:
    bare = word.removeprefix("و") if len(word) > 4 else word
    return bare.removeprefix("ال")


def same_event(
    first: Event, second: Event, first_words: frozenset[str], second_words: frozenset[str]
) -> bool:
    """Whether two dated sentences of different articles tell one event.

    Their dates must agree (equal, or one within the other), and they must share half of the shorter one's
    words, or two names and a quarter of the words.
    """
    if not _agree(first.edtf, second.edtf):
        return False
    shared = len(first_words & second_words) / max(1, min(len(first_words), len(second_words)))
    names = len(set(first.entities) & set(second.entities))
    return shared >= _SAME_WORDS or (names >= _SAME_NAMES and shared >= _SAME_WORDS / 2)


def _agree(first: str, second: str) -> bool:
    (a, b), (c, d) = edtf.bounds(first), edtf.bounds(second)
    if edtf.without_marks(first) == edtf.without_marks(second):
        return True
    if a is None or b is None or c is None or d is None:
        return False
    within = (a <= c and d <= b) or (c <= a and b <= d)
    return within and max((b - a).days, (d - c).days) <= 31


def _belongs(
    item: tuple[str, Event, frozenset[str]], group: Sequence[tuple[str, Event, frozenset[str]]]
) -> bool:
    article, event, words = item
    if any(article == other for other, _, _ in group):
        return False
    return any(same_event(event, told, words, told_words) for _, told, told_words in group)


def _entry(group: Sequence[tuple[str, Event, frozenset[str]]]) -> TimelineEntry:
    tellings = sorted(((article, event) for article, event, _ in group), key=_telling_key)
    return TimelineEntry(tellings[0][1].edtf, tuple(tellings))


def _telling_key(telling: tuple[str, Event]) -> tuple[int, str, int]:
    article, event = telling
    first, last = edtf.day_numbers(event.edtf)
    width = 10**7 if first is None or last is None else last - first
    return width, article, event.sentence


def _entry_key(entry: TimelineEntry) -> tuple[tuple[int, int, str], str, int]:
    article, event = entry.tellings[0]
    return edtf.sort_key(entry.edtf), article, event.sentence


def timelinejs(
    entries: Sequence[TimelineEntry],
    *,
    headline: Callable[[str, Event], str],
    text: Callable[[str, Event], str],
    display: Callable[[str], str],
    group: Callable[[str], str | None] = lambda _: None,
    title: str | None = None,
) -> dict[str, Any]:
    """The timeline in TimelineJS's documented JSON: partial dates leave month and day out.

    `headline` and `text` are asked for each entry's best telling (article id, event), `display` for the words
    of an EDTF value, `group` for the source of an article. An entry without a beginning is placed at its end.
    """
    events = [_slide(entry, headline, text, display, group) for entry in entries]
    exported: dict[str, Any] = {"scale": "human", "events": events}
    if title is not None:
        exported["title"] = {"text": {"headline": title}}
    return exported


def _slide(
    entry: TimelineEntry,
    headline: Callable[[str, Event], str],
    text: Callable[[str, Event], str],
    display: Callable[[str], str],
    group: Callable[[str], str | None],
) -> dict[str, Any]:
    article, event = entry.tellings[0]
    slide: dict[str, Any] = {
        **_slide_dates(entry.edtf),
        "display_date": display(entry.edtf),
        "text": {"headline": headline(article, event), "text": text(article, event)},
        "unique_id": f"{article}-s{event.sentence + 1}-{event.span.start}",
    }
    source = group(article)
    return slide if source is None else {**slide, "group": source}


def _slide_dates(value: str) -> dict[str, Any]:
    first, last = edtf.bounds(value)
    begin, end = _ends(edtf.without_marks(value))
    dates: dict[str, Any] = {"start_date": _partial(begin, first or last)}
    if end is not None and first is not None and last is not None:
        dates["end_date"] = _partial(end, last)
    return dates


def _ends(value: str) -> tuple[str, str | None]:
    """The finest values that begin and end it; None where the beginning says it all."""
    inner = value.strip("[]{}")
    for joint in ("/", "..", ","):
        if joint in inner.strip("."):
            parts = [part for part in inner.split(joint) if part.strip(".")]
            return (parts[0], parts[-1]) if len(parts) > 1 else (parts[0], None)
    return inner, inner if "X" in inner or (len(inner) == 7 and int(inner[5:]) > 12) else None


def _partial(value: str, day: date | None) -> dict[str, int]:
    if day is None:
        return {"year": int(value[:5])}
    parts = {"year": day.year}
    if len(value) >= 7 and "X" not in value:
        parts["month"] = day.month
    if len(value) == 10:
        parts["day"] = day.day
    return parts
