"""One seed to the findings of its article: what depends on that seed and on nothing else of the project.

Composes the steps; holds no knowledge of its own about pages, dates or names. Translations come after.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TypeVar

from digest.clean import clean_seed, outlet_keys
from digest.dates import find_article_dates
from digest.extract import contributed_notes, correction_notes, extract_fields
from digest.figures import find_figures
from digest.model import (
    Article,
    Correction,
    Document,
    Entity,
    EntityKind,
    Extract,
    Findings,
    Seed,
    SeedWarning,
    Sentence,
    Span,
    TemporalExpression,
    TopicScore,
)
from digest.names import Tokens, find_credits, find_names, find_outlets, read_words
from digest.published import infer_publication
from digest.seeds import Limits
from digest.sentences import split_document
from digest.speech import find_quotations
from digest.summary import choose_summary
from digest.text import cells_apart
from digest.timeline import find_events
from digest.topics import choose_topics
from digest.vocabulary import Vocabulary

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Options:
    """What an editor can set for a whole digest."""

    summary_sentences: int = 3
    limits: Limits = field(default_factory=Limits)


DEFAULT = Options()


def read_article(
    seed: Seed,
    vocabulary: Vocabulary,
    *,
    correction: Correction | None = None,
    options: Options = DEFAULT,
) -> Article:
    """Read one seed, all but its translations. Raises SeedError when there is no article in it."""
    outlets = _outlets(vocabulary)
    document = clean_seed(seed, correction=correction, outlets=outlets)
    extract = extract_fields(document, correction=correction, outlets=outlets)
    findings, warnings = _find(document, extract, vocabulary, correction, options)
    return Article(
        id=seed.id,
        slug=correction.slug if correction and correction.slug else slugify(seed.id),
        seed=seed,
        document=document,
        extract=extract,
        findings=findings,
        correction=correction,
        warnings=(
            *document.warnings,
            *contributed_notes(document, extract),
            *correction_notes(document, extract, correction),
            *warnings,
        ),
    )


def _find(
    document: Document,
    extract: Extract,
    vocabulary: Vocabulary,
    correction: Correction | None,
    options: Options,
) -> tuple[Findings, tuple[SeedWarning, ...]]:
    """What the text says, and what an editor should know of it."""
    seed, sentences = document.seed, split_document(document)
    words = read_words(document, _field_spans(extract))
    entities, many_names = _within(find_names(words, vocabulary), options.limits.names, "names", seed)
    topics = choose_topics(words, extract, sentences, entities, vocabulary)
    tag_faults = (
        *_hidden_warnings(correction),
        *_tag_warnings(correction, entities, topics, vocabulary),
    )
    entities, topics = _apply_tags(entities, topics, correction, vocabulary)
    publication = infer_publication(document, extract, sentences, correction=correction)
    dates = _dates(document, sentences, publication.edtf, options.limits.dates)
    dates, many_dates = _within(dates, options.limits.dates, "dates", seed)
    findings = Findings(
        sentences=sentences,
        entities=entities,
        topics=topics,
        dates=dates,
        publication=publication,
        events=find_events(sentences, dates, entities, published=publication.edtf),
        summary=_summary(document, extract, sentences, words, options.summary_sentences),
        quotations=find_quotations(document, words, sentences, entities),
        figures=find_figures(document, words, sentences, dates, entities),
        outlets=find_outlets(extract.source.text, vocabulary) if extract.source else (),
        byline=find_credits(extract.byline.text, vocabulary) if extract.byline else (),
        dateline=find_credits(extract.dateline.text, vocabulary) if extract.dateline else (),
    )
    return findings, (*_date_warnings(seed, dates), *many_names, *many_dates, *tag_faults)


def _summary(
    document: Document, extract: Extract, sentences: Sequence[Sentence], words: Tokens, count: int
) -> tuple[int, ...]:
    return choose_summary(
        sentences,
        headline=extract.headline.text,
        count=count,
        words=words,
        points=document.points,
        never=document.quoted | document.rows,
    )


@lru_cache(maxsize=8)
def _outlets(vocabulary: Vocabulary) -> frozenset[str]:
    """The names by which a page may say which outlet of the vocabulary it is from."""
    outlets = (entry for entry in vocabulary.entries.values() if entry.kind is EntityKind.OUTLET)
    return outlet_keys(
        name for entry in outlets for name in (entry.ar, *entry.ar_variants, *entry.ar_signatures)
    )


def slugify(text: str) -> str:
    """A path-safe ASCII name: lower-case letters, digits and hyphens, at most 80 characters.

    Where it loses letters, as it does all of Arabic, it ends with what tells the text from others that come
    to the same: so an address stays with its article, whatever articles come later.
    """
    folded = unicodedata.normalize("NFKD", text).lower()
    plain = "".join(char for char in folded if not unicodedata.combining(char))
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(slug) <= _LONGEST_SLUG and all(char.isascii() for char in plain if char.isalnum()):
        return slug or _UNNAMED
    mark = hashlib.sha256(text.encode()).hexdigest()[:_MARK]
    return f"{slug[: _LONGEST_SLUG - _MARK - 1].strip('-') or _UNNAMED}-{mark}"


_LONGEST_SLUG, _MARK, _UNNAMED = 80, 8, "article"


def _field_spans(extract: Extract) -> tuple[Span, ...]:
    stated = (extract.headline, extract.deck)
    return tuple(item.span for item in stated if item and item.span and not item.derived)


def _dates(
    document: Document, sentences: Iterable[Sentence], reference: str | None, most: int
) -> tuple[TemporalExpression, ...]:
    spans = [sentence.span for sentence in sentences]
    texts = [cells_apart(document.text[span.start : span.end]) for span in spans]
    found = find_article_dates(texts, reference, most=most)
    return tuple(
        replace(date, start=date.start + span.start, end=date.end + span.start)
        for span, dates in zip(spans, found, strict=True)
        for date in dates
    )


def _date_warnings(seed: Seed, dates: Iterable[TemporalExpression]) -> Iterator[SeedWarning]:
    for date in dates:
        if date.warning:
            line = seed.text.count("\n", 0, date.start) + 1
            yield SeedWarning(date.warning, f"seeds/{seed.name}", line, {"date": date.text})


def _within(
    found: tuple[T, ...], most: int, what: str, seed: Seed
) -> tuple[tuple[T, ...], tuple[SeedWarning, ...]]:
    """The first `most` findings, with a warning where there are more."""
    if len(found) <= most:
        return found, ()
    return found[:most], (SeedWarning(f"many-{what}", f"seeds/{seed.name}", values={"most": f"{most:,}"}),)


def _hidden_warnings(correction: Correction | None) -> Iterator[SeedWarning]:
    """A warning for each text of an editor's that held what nobody sees."""
    if correction is None:
        return
    for key in correction.hidden:
        yield SeedWarning("correction-hidden", correction.file, correction.places.get(key), {"key": key})


def _tag_warnings(
    correction: Correction | None,
    entities: Iterable[Entity],
    topics: Iterable[TopicScore],
    vocabulary: Vocabulary,
) -> Iterator[SeedWarning]:
    """A warning for each tag of an editor's that does nothing."""
    if correction is None:
        return
    present = {entity.id for entity in entities} | {topic.id for topic in topics}
    for group, tags, known in (
        ("add", correction.tags_add, vocabulary.entries.keys()),
        ("remove", correction.tags_remove, present),
    ):
        for number, id_ in enumerate(tags):
            if id_ not in known:
                line = correction.places.get(f"tags.{group}.{number}")
                yield SeedWarning(f"correction-{group}s-nothing", correction.file, line, {"id": id_})


def _apply_tags(
    entities: tuple[Entity, ...],
    topics: tuple[TopicScore, ...],
    correction: Correction | None,
    vocabulary: Vocabulary,
) -> tuple[tuple[Entity, ...], tuple[TopicScore, ...]]:
    """Take off and add the tags that an editor names; an added one has no mention or evidence."""
    if correction is None:
        return entities, topics
    kept = [entity for entity in entities if entity.id not in correction.tags_remove]
    chosen = [topic for topic in topics if topic.id not in correction.tags_remove]
    present = {entity.id for entity in kept} | {topic.id for topic in chosen}
    for id_ in correction.tags_add:
        entry = vocabulary.entries.get(id_)
        if entry is None or id_ in present:
            continue
        if entry.kind == "topic":
            chosen.insert(0, TopicScore(id_, 1.0, ()))
        else:
            kept.append(Entity(id_, entry.kind, entry.ar, entry.en, True, (), (), entry.country))
    return tuple(kept), tuple(chosen)
