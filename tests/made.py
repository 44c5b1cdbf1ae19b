"""Articles made by hand for tests: documents of paragraphs, names in them, whole articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from digest.model import (
    Article,
    Basis,
    Document,
    Entity,
    EntityKind,
    Extract,
    Field,
    Findings,
    Line,
    LineKind,
    Mention,
    Paragraph,
    Publication,
    Seed,
    SeedFormat,
    Sentence,
    Span,
    TopicScore,
)
from digest.search.records import Entry, Record
from digest.sentences import split_document

B = LineKind.BODY


def document(*lines: str | tuple[LineKind, str]) -> Document:
    """A document of one paragraph a line; a plain text is body, other kinds are given with their line."""
    kinds = [(B, line) if isinstance(line, str) else line for line in lines]
    text = "\n".join(line for _, line in kinds)
    found, at = [], 0
    for number, (kind, line) in enumerate(kinds, start=1):
        found.append(Line(number, Span(at, at + len(line)), kind, "test"))
        at += len(line) + 1
    shown = (LineKind.BODY, LineKind.SUBHEAD, LineKind.CAPTION)
    paragraphs = tuple(
        Paragraph(line.kind, line.span, (line.number,)) for line in found if line.kind in shown
    )
    seed = Seed("made", "made.txt", text, "utf-8", "0" * 64, SeedFormat.TEXT)
    return Document(seed, text, tuple(found), paragraphs)


def names(
    made: Document, forms: Mapping[str, Sequence[str]], kind: EntityKind = EntityKind.PERSON
) -> list[Entity]:
    """Entities by id, mentioned wherever one of their forms stands (the longest form first)."""
    entities = []
    for id_, variants in forms.items():
        mentions: list[Mention] = []
        for form in sorted(variants, key=len, reverse=True):
            start = made.text.find(form)
            while start >= 0:
                span = Span(start, start + len(form))
                if not any(span.overlaps(other.span) for other in mentions):
                    mentions.append(Mention(span, form, kind, id_, "test"))
                start = made.text.find(form, start + 1)
        mentions.sort(key=lambda mention: mention.span)
        entities.append(Entity(id_, kind, variants[0], id_.title(), True, tuple(variants), tuple(mentions)))
    return entities


def sentences(*texts: str, kind: LineKind = B) -> list[Sentence]:
    """Sentences, each its own paragraph."""
    return [Sentence(index, index, kind, Span(0, 0), text) for index, text in enumerate(texts)]


def article(
    id_: str,
    body: Sequence[str],
    *,
    people: Sequence[str] = (),
    topics: Sequence[str] = (),
    published: str | None = None,
) -> Article:
    """An article of a few sentences with the names, topics and day that it is said to have."""
    made = document(*body)
    mention = Mention(Span(0, 1), "", EntityKind.PERSON, "", "test")
    entities = tuple(Entity(one, EntityKind.PERSON, one, one, True, (one,), (mention,)) for one in people)
    findings = Findings(
        sentences=split_document(made),
        entities=entities,
        topics=tuple(TopicScore(one, 1.0, ()) for one in topics),
        dates=(),
        publication=Publication(published, Basis.STATED),
        events=(),
        summary=(),
        quotations=(),
        figures=(),
    )
    return Article(id_, id_, made.seed, made, Extract(Field(body[0], "test")), findings)


def entries_of(records: Iterable[Record]) -> list[Entry]:
    """Records that are ready, as what an index is made of."""
    return [Entry(record.url, partial(_same, record)) for record in records]


def _same(record: Record) -> Record:
    return record
