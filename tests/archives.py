"""Archives made for tests: articles of years that all name the same, with an event of each day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from digest.edtf import sort_key
from digest.model import (
    Article,
    Digest,
    Entity,
    EntityKind,
    Event,
    EventTime,
    Field,
    Grain,
    Mention,
    Quotation,
    Span,
    TimelineEntry,
    VocabularyEntry,
)
from digest.render.links import FOLDERS
from tests.made import article

PERSON = "somebody"
SENTENCE = "قال المسؤول إن الاتفاق الذي وقعه الطرفان في العاصمة سيدخل حيز التنفيذ قريبا، " * 3


def names() -> dict[str, VocabularyEntry]:
    """One of each kind."""
    ids = {EntityKind.PERSON: PERSON} | {
        kind: f"a-{kind}" for kind in FOLDERS if kind is not EntityKind.PERSON
    }
    return {id_: VocabularyEntry(id_, kind, f"اسم {kind}", id_) for kind, id_ in ids.items()}


def made(number: int, published: str | None, vocabulary: dict[str, VocabularyEntry]) -> Article:
    """An article that names everything, quotes somebody and tells an event of its day."""
    found = article(f"n{number:04}", [f"خبر رقم {number}", SENTENCE], topics=["a-topic"], published=published)
    mention = Mention(Span(0, 1), "", EntityKind.PERSON, "", "test")
    entities = tuple(
        Entity(entry.id, entry.kind, entry.ar, entry.en, True, (entry.ar,), (mention,))
        for entry in vocabulary.values()
        if entry.kind is not EntityKind.TOPIC
    )
    findings = replace(
        found.findings,
        entities=entities,
        quotations=(Quotation(Span(0, 3), SENTENCE, PERSON, None, None, 1),),
        outlets=("a-outlet",),
    )
    return replace(found, findings=findings, extract=replace(found.extract, source=Field("الوكالة", "test")))


def event(edtf: str, *articles: Article) -> TimelineEntry:
    told = Event(edtf, Grain.DAY, 1, Span(0, 3), EventTime.PAST, tuple(names()))
    return TimelineEntry(edtf, tuple((item.id, told) for item in articles))


def archive(count: int) -> Digest:
    """Articles of three years and of none, each with an event; old events; one that all tell."""
    vocabulary, first = names(), date(2021, 1, 1)
    days = [(first + timedelta(days=number * 1000 // count)).isoformat() for number in range(count)]
    articles = [made(number, day if number % 50 else None, vocabulary) for number, day in enumerate(days)]
    entries = [event(day, item) for day, item in zip(days, articles, strict=True)]
    entries += [event("-0300", articles[0]), event("1917-10", articles[1]), event("2021", *articles)]
    articles.sort(key=lambda item: sort_key(item.findings.publication.edtf or "0001"), reverse=True)
    return Digest(tuple(articles), tuple(sorted(entries, key=lambda it: sort_key(it.edtf))), {}, vocabulary)
