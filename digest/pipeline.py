"""The whole road: a seed to an article, a project folder to a digest.

Composes the steps; holds no knowledge of its own about pages, dates or names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from digest.clean import clean_seed
from digest.corrections import read_correction
from digest.dates import find_article_dates
from digest.edtf import sort_key
from digest.errors import DigestError
from digest.extract import extract_fields
from digest.figures import find_figures
from digest.model import (
    Article,
    Correction,
    Digest,
    Document,
    Entity,
    Extract,
    FileError,
    Findings,
    Seed,
    SeedWarning,
    Sentence,
    Span,
    TemporalExpression,
    TopicScore,
    VocabularyEntry,
)
from digest.names import find_names, find_outlets
from digest.published import infer_publication
from digest.related import relate
from digest.seeds import Limits, identifier, list_seeds, read_seed, seed_name
from digest.sentences import split_document
from digest.speech import find_quotations
from digest.summary import choose_summary
from digest.timeline import find_events, merge_timeline
from digest.topics import choose_topics
from digest.translate import Memories, article_segments, read_memories, translate_segments
from digest.vocabulary import Vocabulary, read_vocabulary

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a project keeps its files."""

    root: Path

    @property
    def seeds(self) -> Path:
        """Raw pages; never written."""
        return self.root / "seeds"

    @property
    def corrections(self) -> Path:
        """Editors' corrections, one file an article."""
        return self.root / "content" / "corrections"

    @property
    def translations(self) -> Path:
        """Translation memories, one file an article."""
        return self.root / "content" / "translations" / "en"

    @property
    def vocabulary(self) -> Path:
        """Names and topics."""
        return self.root / "content" / "vocabulary"


@dataclass(frozen=True, slots=True)
class Options:
    """What an editor can set for a whole digest."""

    summary_sentences: int = 3
    limits: Limits = field(default_factory=Limits)


DEFAULT = Options()

_PORTS = (f"{port}{number}" for port in ("com", "lpt") for number in range(10))
_RESERVED = frozenset({"index", "readme", "con", "prn", "aux", "nul", *_PORTS})
"""Slugs that no page has: pages of folders, and names that some file systems keep for devices."""


@dataclass(frozen=True, slots=True)
class Library:
    """What every article is read with."""

    folders: Folders
    vocabulary: Vocabulary
    memories: Memories


def build_digest(
    root: Path, options: Options = DEFAULT, *, progress: Callable[[int, int], None] | None = None
) -> Digest:
    """Read a project folder and build everything; files that cannot be used are in `Digest.errors`.

    `progress` is called after each seed with the number done and the number of all.
    """
    errors = list[FileError]()
    library = read_library(root, errors)
    paths = list(_unique(list_seeds(library.folders.seeds), errors))
    articles = list[Article]()
    for done, path in enumerate(paths, start=1):
        step = partial(_build_file, path, library, options, errors)
        article = _attempt(step, errors, f"seeds/{seed_name(path)}")
        if article:
            articles.append(article)
        if progress:
            progress(done, len(paths))
    return assemble(articles, library.vocabulary, errors)


def build_file(path: Path, root: Path, options: Options = DEFAULT) -> Article:
    """Build the article of one seed of a project. Raises DigestError."""
    errors = list[FileError]()
    return _build_file(path, read_library(root, errors), options, errors)


def read_library(root: Path, errors: list[FileError]) -> Library:
    """Vocabulary and translations of a project; what cannot be used is added to `errors`."""
    folders = Folders(root)
    vocabulary, wrong = read_vocabulary(folders.vocabulary)
    errors += (FileError(fault.file or "", fault.message, fault.line) for fault in wrong)
    memories, faults = read_memories(folders.translations)
    errors += faults
    return Library(folders, vocabulary, memories)


def build_article(
    seed: Seed,
    vocabulary: Vocabulary,
    *,
    correction: Correction | None = None,
    memories: Memories | None = None,
    options: Options = DEFAULT,
) -> Article:
    """Read one seed to the end. Raises SeedError when there is no article in it."""
    document = clean_seed(seed, correction=correction)
    extract = extract_fields(document, correction=correction)
    sentences = split_document(document)
    entities = find_names(document, sentences, vocabulary, extra=_field_spans(extract))
    entities, many_names = _within(entities, options.limits.names, "names", seed)
    topics = choose_topics(document, extract, sentences, entities, vocabulary)
    entities, topics = _apply_tags(entities, topics, correction, vocabulary)
    publication = infer_publication(document, extract, sentences, correction=correction)
    dates = _dates(document, sentences, publication.edtf)
    dates, many_dates = _within(dates, options.limits.dates, "dates", seed)
    findings = Findings(
        sentences=sentences,
        entities=entities,
        topics=topics,
        dates=dates,
        publication=publication,
        events=find_events(sentences, dates, entities),
        summary=choose_summary(sentences, headline=extract.headline.text, count=options.summary_sentences),
        quotations=find_quotations(document, sentences, entities),
        figures=find_figures(document, sentences, dates),
        outlets=find_outlets(extract.source.text, vocabulary) if extract.source else (),
    )
    segments = article_segments(extract, sentences)
    return Article(
        id=seed.id,
        slug=correction.slug if correction and correction.slug else slugify(seed.id),
        seed=seed,
        document=document,
        extract=extract,
        findings=findings,
        correction=correction,
        translations=translate_segments(segments, memories or Memories(), article=seed.id),
        warnings=(*document.warnings, *_date_warnings(seed, dates), *many_names, *many_dates),
    )


def assemble(articles: Iterable[Article], vocabulary: Vocabulary, errors: Iterable[FileError] = ()) -> Digest:
    """What crosses articles: order, unique slugs, the timeline, relations, the vocabulary in use."""
    ordered = sorted(articles, key=lambda article: article.id)
    ordered.sort(key=_age, reverse=True)
    unique = tuple(_unique_slugs(ordered))
    return Digest(
        articles=unique,
        timeline=merge_timeline(unique),
        related=relate(unique),
        vocabulary=_vocabulary_in_use(unique, vocabulary),
        errors=tuple(errors),
    )


def _age(article: Article) -> tuple[object, ...]:
    edtf = article.findings.publication.edtf
    return (1, sort_key(edtf)) if edtf else (0,)


def slugify(text: str) -> str:
    """A path-safe ASCII name: lower-case letters, digits and hyphens, at most 80 characters."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].strip("-") or "article"


def _build_file(path: Path, library: Library, options: Options, errors: list[FileError]) -> Article:
    seed = read_seed(path, limits=options.limits)
    step = partial(_find_correction, seed.id, library.folders)
    correction = _attempt(step, errors, f"content/corrections/{seed.id}.yml")
    return build_article(
        seed, library.vocabulary, correction=correction, memories=library.memories, options=options
    )


def _find_correction(article: str, folders: Folders) -> Correction | None:
    path = folders.corrections / f"{article}.yml"
    return read_correction(path, name=f"content/corrections/{path.name}") if path.exists() else None


def _attempt(step: Callable[[], T], errors: list[FileError], file: str) -> T | None:
    """Run a step for a file; note its error and go on without its result.

    A fault of the program itself takes down the file that brought it out, and nothing else.
    """
    try:
        return step()
    except DigestError as error:
        errors.append(FileError(error.file or file, error.message, error.line))
    except Exception as fault:
        message = (
            f"internal error ({type(fault).__name__}: {str(fault)[:200]}); please report it with this file"
        )
        errors.append(FileError(file, message))
    return None


def _unique(paths: Iterable[Path], errors: list[FileError]) -> Iterator[Path]:
    """The seeds of a folder, the first of each identifier (letter case aside)."""
    seen: dict[str, str] = {}
    for path in paths:
        name = seed_name(path)
        key = identifier(name).casefold()
        if key in seen:
            message = f"has the same identifier as seeds/{seen[key]}; rename one of them"
            errors.append(FileError(f"seeds/{name}", message))
        else:
            seen[key] = name
            yield path


def _field_spans(extract: Extract) -> tuple[Span, ...]:
    stated = (extract.headline, extract.deck)
    return tuple(item.span for item in stated if item and item.span and not item.derived)


def _dates(
    document: Document, sentences: Iterable[Sentence], reference: str | None
) -> tuple[TemporalExpression, ...]:
    spans = [sentence.span for sentence in sentences]
    found = find_article_dates([document.text[span.start : span.end] for span in spans], reference)
    return tuple(
        replace(date, start=date.start + span.start, end=date.end + span.start)
        for span, dates in zip(spans, found, strict=True)
        for date in dates
    )


def _date_warnings(seed: Seed, dates: Iterable[TemporalExpression]) -> Iterator[SeedWarning]:
    for date in dates:
        if date.warning:
            line = seed.text.count("\n", 0, date.start) + 1
            yield SeedWarning("date", f"{date.warning} (“{date.text}”)", f"seeds/{seed.name}", line)


def _within(
    found: tuple[T, ...], most: int, what: str, seed: Seed
) -> tuple[tuple[T, ...], tuple[SeedWarning, ...]]:
    """The first `most` findings, with a warning where there are more."""
    if len(found) <= most:
        return found, ()
    message = f"has {len(found):,} {what}; the limit is {most:,} (mkdocs.yml): the rest is left out"
    return found[:most], (SeedWarning(f"many-{what}", message, f"seeds/{seed.name}"),)


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


def _unique_slugs(articles: Iterable[Article]) -> Iterator[Article]:
    taken = set(_RESERVED)
    for article in articles:
        slug, number = article.slug, 2
        while slug in taken:
            slug, number = f"{article.slug}-{number}", number + 1
        taken.add(slug)
        yield article if slug == article.slug else replace(article, slug=slug)


def _vocabulary_in_use(articles: Iterable[Article], vocabulary: Vocabulary) -> dict[str, VocabularyEntry]:
    used = set[str]()
    for article in articles:
        used.update(entity.id for entity in article.findings.entities)
        used.update(topic.id for topic in article.findings.topics)
        used.update(article.findings.outlets)
    return {id_: vocabulary.entries[id_] for id_ in sorted(used) if id_ in vocabulary.entries}
