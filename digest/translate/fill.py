"""The run of `digest translate`: asks an engine for what is missing, each segment on disk as it is done.

Writes the memories of the articles it is given and nothing else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from digest.files import sweep
from digest.model import Article, Segment, SegmentState, VocabularyEntry
from digest.translate.arrange import arrange, put
from digest.translate.canonical import LONGEST
from digest.translate.checks import has_error, mend, open_findings
from digest.translate.context import Context, article_contexts
from digest.translate.engines import Engine, EngineError
from digest.translate.lookup import translate_segments
from digest.translate.memories import Memories
from digest.translate.memory import TRUSTED, Entry, Memory, read_memory, write_memory


class Outcome(StrEnum):
    """What became of one segment."""

    DONE = "done"
    NONE = "none"
    """The engine has no translation for it."""
    REFUSED = "refused"
    """A check kept the engine's English out."""
    FAILED = "failed"
    """The engine failed at it."""
    KEPT = "kept"
    """A person wrote it while the engine was at work."""


@dataclass(frozen=True, slots=True)
class Step:
    """One segment that was dealt with."""

    article: str
    segment: Segment
    outcome: Outcome
    message: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """One article to translate."""

    article: str
    path: Path
    """Its memory; need not exist."""
    segments: tuple[Segment, ...]
    contexts: Mapping[str, Context]
    """By segment id."""


def article_job(article: Article, folder: Path, vocabulary: Mapping[str, VocabularyEntry]) -> Job:
    """The work on one article; `folder` is that of the memories."""
    segments = tuple(translation.segment for translation in article.translations)
    return Job(article.id, folder / f"{article.id}.yml", segments, article_contexts(article, vocabulary))


def pending(job: Job, memories: Memories, *, stale: bool = False) -> tuple[Segment, ...]:
    """The segments without English, each once; with `stale`, those whose Arabic changed as well.

    A stale pair that only a machine wrote always counts.
    """
    found = translate_segments(job.segments, memories, article=job.article)
    machine = _machine_ids(memories.by_article.get(job.article))
    wanted = {
        item.segment.id: item.segment
        for item in found
        if item.state is SegmentState.MISSING
        or (item.state is SegmentState.STALE and (stale or (item.old_ar, item.en) in machine))
    }
    return tuple(wanted.values())


def write_skeleton(job: Job, memories: Memories, by: str | None = None) -> int:
    """Write an entry with an empty `en` for every segment without English; how many wait to be written.

    `by` is who is going to write them. Raises TranslationError for a memory that cannot be read.
    """
    missing = {segment.id for segment in pending(job, memories)}
    memory = _without_idle(read_or_new(job), missing)
    memory = arrange(memory, job.segments, skeleton=missing, by=by)
    if memory.segments or job.path.exists():
        write_memory(job.path, memory)
    return sum(not entry.readable for entry in memory.segments)


def _without_idle(memory: Memory, missing: Collection[str]) -> Memory:
    """The memory without entries that wait for English which another article has meanwhile."""
    kept = (item for item in memory.segments if item.en or item.note or item.comments or item.id in missing)
    return replace(memory, segments=tuple(kept))


def fill(
    job: Job, engine: Engine, memories: Memories, *, stale: bool = False, done: Collection[str] = ()
) -> Iterator[Step]:
    """Translate what is pending, a segment at a time; each is on disk when its step is given.

    `done` holds the ids that the same run translated in another article. Raises EngineError when the engine
    cannot go on and TranslationError when the memory cannot be read or written; what was done stays.
    """
    sweep(job.path)
    memory = read_or_new(job)
    arranged = arrange(memory, job.segments)
    if arranged.segments or arranged.retired or arranged.head or arranged.foot:
        write_memory(job.path, arranged)
    for segment in pending(job, memories, stale=stale):
        if segment.id in done:
            continue
        yield _step(job, engine, segment)


def read_or_new(job: Job) -> Memory:
    """The article's memory as it is on disk now. Raises TranslationError."""
    return read_memory(job.path) if job.path.exists() else Memory(job.article)


def _step(job: Job, engine: Engine, segment: Segment) -> Step:
    context = job.contexts.get(segment.id, Context())
    try:
        answer = engine.translate(segment.ar, context.glossary)
    except EngineError as error:
        if error.fatal:
            raise EngineError(f"{job.article} {segment.id}: {error.message}", fatal=True) from error
        return Step(job.article, segment, Outcome.FAILED, error.message)
    if answer is None:
        return Step(job.article, segment, Outcome.NONE)
    english = mend(answer)
    if len(english) > LONGEST:
        return Step(job.article, segment, Outcome.REFUSED, f"the answer has over {LONGEST:,} characters")
    findings = context.check(segment.ar, english)
    said = "; ".join(f"{item.check}: {item.message}" for item in open_findings(findings, ()))
    if has_error(findings):
        return Step(job.article, segment, Outcome.REFUSED, said)
    entry = Entry(segment.id, segment.ar, english, SegmentState.MACHINE, engine.id)
    outcome = Outcome.DONE if _store(job, entry) else Outcome.KEPT
    return Step(job.article, segment, outcome, said)


def _store(job: Job, entry: Entry) -> bool:
    """Put the entry into the memory as it is on disk now; not over what a person wrote meanwhile."""
    memory = read_or_new(job)
    if any(item.id == entry.id and item.readable and item.state in TRUSTED for item in memory.segments):
        return False
    write_memory(job.path, put(memory, entry, _order(job.segments)))
    return True


def _order(segments: Sequence[Segment]) -> list[str]:
    return [segment.id for segment in segments]


def _machine_ids(memory: Memory | None) -> frozenset[tuple[str | None, str | None]]:
    """Arabic and English of the pairs that only a machine wrote."""
    if memory is None:
        return frozenset()
    entries = (*memory.segments, *memory.retired)
    return frozenset((entry.ar, entry.en) for entry in entries if entry.state is SegmentState.MACHINE)
