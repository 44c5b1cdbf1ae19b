"""Takes pairs that come back from a translator's program into the memories. Writes those and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from digest.files import sweep
from digest.model import SegmentState
from digest.translate.arrange import put
from digest.translate.checks import Finding, has_error, mend, open_findings
from digest.translate.context import Context
from digest.translate.exchange import Unit
from digest.translate.fill import Job, read_or_new
from digest.translate.memory import TRUSTED, Entry, Memory, write_memory
from digest.translate.translators import is_program


class Taken(StrEnum):
    """What became of one pair."""

    NEW = "new"
    CHANGED = "changed"
    REVIEWED = "reviewed"
    """The English is the engine's, and somebody took the mark off."""
    SAME = "same"
    REFUSED = "refused"
    """A check kept a program's English out."""
    UNSURE = "unsure"
    """Marked as still to be checked: left as it was."""
    UNKNOWN = "unknown"
    """Its Arabic stands in no article."""


class Result(NamedTuple):
    """What became of one pair, and what the checks say of it where it was written or refused."""

    unit: Unit
    taken: Taken
    findings: tuple[Finding, ...] = ()
    article: str = ""
    """The article whose memory it belongs to."""


@dataclass(slots=True)
class _Open:
    job: Job
    memory: Memory


def take_in(units: Iterable[Unit], jobs: Sequence[Job], by: str) -> list[Result]:
    """Put each pair into the memory that has its segment, else that of the first article where it stands.

    `by` is the translator. A program's English is mended, and kept out by an error, like an engine's; a
    person's is written as it is. English that a person wrote before is set aside under `retired:`, not lost.
    Raises TranslationError for a memory that cannot be read; then nothing is written.
    """
    opened = [_Open(job, read_or_new(job)) for job in jobs]
    results = [_take(_mended(unit) if is_program(by) else unit, opened, by) for unit in units]
    for item in opened:
        if item.memory.segments:
            sweep(item.job.path)
            write_memory(item.job.path, item.memory)
    return results


def _mended(unit: Unit) -> Unit:
    return replace(unit, en=mend(unit.en))


def _take(unit: Unit, opened: Sequence[_Open], by: str) -> Result:
    having = [item for item in opened if any(segment.id == unit.id for segment in item.job.segments)]
    if not having:
        return Result(unit, Taken.UNKNOWN)
    own = [item for item in having if _entry(item.memory, unit.id) is not None]
    home = (own or having)[0]
    old = _entry(home.memory, unit.id)
    taken = _judge(unit, old, by)
    entry = _new_entry(unit, old, taken, by)
    if entry is None:
        return Result(unit, taken)
    found = home.job.contexts.get(unit.id, Context()).check(unit.ar, unit.en)
    findings = open_findings(found, entry.accepted)
    if is_program(by) and has_error(findings):
        return Result(unit, Taken.REFUSED, findings, home.job.article)
    home.memory = put(home.memory, entry, [segment.id for segment in home.job.segments])
    return Result(unit, taken, findings, home.job.article)


def _judge(unit: Unit, old: Entry | None, by: str) -> Taken:
    if unit.unsure:
        return Taken.UNSURE
    if old is None or not old.en:
        return Taken.NEW
    if old.en != unit.en or old.state is SegmentState.STALE:
        return Taken.CHANGED
    if old.state not in TRUSTED:
        return Taken.SAME if is_program(by) else Taken.REVIEWED
    return Taken.SAME if (unit.note or old.note) == old.note else Taken.CHANGED


def _new_entry(unit: Unit, old: Entry | None, taken: Taken, by: str) -> Entry | None:
    if taken in (Taken.SAME, Taken.UNSURE):
        return None
    if old is not None and old.en == unit.en and old.state is not SegmentState.STALE:
        state = old.state if old.state in TRUSTED else SegmentState.REVIEWED
        return replace(old, state=state, note=unit.note or old.note, comments=())
    # What a program translated is a machine's until somebody has read it, however it comes in.
    state = SegmentState.MACHINE if is_program(by) else SegmentState.HUMAN
    return Entry(unit.id, unit.ar, unit.en, state, by, unit.note)


def _entry(memory: Memory, identifier: str) -> Entry | None:
    return next((entry for entry in memory.segments if entry.id == identifier), None)
