"""Brings a memory in line with its article: article order, stale pairs marked, pairs without Arabic retired.

Pure. Nothing that holds English or a note is ever dropped.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from digest.model import Segment, SegmentState, Translation
from digest.translate.lookup import translate_segments
from digest.translate.memories import Memories
from digest.translate.memory import TRUSTED, Entry, Memory

GUIDE = (
    "Write the English after `en:`, and your name, which readers see, after `by:`.",
    "Keep the single quotes round a text and write each ' inside them twice: `en: 'Egypt''s budget'`.",
    "A note to readers goes into a line of its own: `note: '…'`.",
    "What has English counts as a person's; `state: missing` may stay, the next `digest translate` mends it.",
    "`state: stale`: the Arabic was another (`was:`) when `en` was written; mend it, then `state: human`.",
)
"""What stands at the top of a file while something in it waits to be written."""


def arrange(
    memory: Memory,
    segments: Sequence[Segment],
    *,
    skeleton: Collection[str] | None = None,
    by: str | None = None,
) -> Memory:
    """The memory as it should stand for these segments.

    For a person's hand: the segments of the ids in `skeleton` get entries whose `en` waits to be written, by
    `by`, and a guide stands above them.
    """
    translations = translate_segments(segments, Memories.of([memory]), article=memory.article)
    wanted = {item.segment.id: item for item in translations}
    here = {entry.id: entry for entry in memory.segments}
    before = _by_id(memory.retired)
    kept: list[Entry] = []
    for identifier, translation in wanted.items():
        wait = identifier in (skeleton or ())
        entry = _entry(translation, here.get(identifier), before.get(identifier), skeleton=wait)
        if entry is not None:
            kept.append(entry)
    used = {id(entry) for entry in kept}
    rest = [entry for entry in (*memory.retired, *memory.segments) if id(entry) not in used]
    signed = tuple(_signed(entry, by) for entry in kept)
    arranged = replace(memory, segments=signed, retired=_retired(rest, kept))
    return _guided(arranged, anew=skeleton is not None)


def _guided(memory: Memory, *, anew: bool = False) -> Memory:
    """The memory with the guide above it while something waits to be written, and without it then."""
    waits = any(not entry.readable for entry in memory.segments)
    if waits and not anew:
        return memory
    own = tuple(line for line in memory.head if line not in GUIDE)
    return replace(memory, head=(*own, *GUIDE) if waits else own)


def _signed(entry: Entry, by: str | None) -> Entry:
    waits = entry.state is SegmentState.MISSING and not entry.by
    return replace(entry, by=by) if by and waits else entry


def put(memory: Memory, entry: Entry, order: Iterable[str]) -> Memory:
    """The memory with an entry in its place in the order of segment ids.

    An entry of the same id that a person wrote is retired, not lost; its comments stay.
    """
    places = {identifier: place for place, identifier in enumerate(dict.fromkeys(order))}
    old = next((item for item in memory.segments if item.id == entry.id), None)
    retired = memory.retired
    if old is not None:
        entry = replace(entry, comments=old.comments + entry.comments, note=entry.note or old.note)
        replaced = old.en and old.en != entry.en and old.state is not SegmentState.MACHINE
        if replaced and all(item.en != old.en for item in retired):
            retired = (*retired, old)
    others = [item for item in memory.segments if item.id != entry.id]
    ordered = sorted([*others, entry], key=lambda item: places.get(item.id, len(places)))
    return _guided(replace(memory, segments=tuple(ordered), retired=retired))


def _entry(
    translation: Translation, own: Entry | None, before: Entry | None, *, skeleton: bool
) -> Entry | None:
    """What stands in the file for a segment: its own entry, one from the retired, a stale or an empty one."""
    written = next((entry for entry in (own, before) if entry is not None and entry.readable), None)
    if written is not None:
        return written
    if translation.state is SegmentState.STALE and (own is None or own.state is not SegmentState.STALE):
        return _stale(translation)
    if own is not None or before is not None:
        return own or before
    if skeleton and translation.state is SegmentState.MISSING:
        return Entry(translation.segment.id, translation.segment.ar, "", SegmentState.MISSING)
    return None


def _stale(translation: Translation) -> Entry:
    return Entry(
        translation.segment.id,
        translation.segment.ar,
        translation.en or "",
        SegmentState.STALE,
        translation.by,
        translation.note,
        was=translation.old_ar,
    )


def _retired(rest: Iterable[Entry], kept: Sequence[Entry]) -> tuple[Entry, ...]:
    """What is set aside: everything with English or a note, each pair once, but no copy of a stale one."""
    found: dict[tuple[str, str], Entry] = {}
    for entry in rest:
        if _worth(entry):
            found.setdefault((entry.id, entry.en), entry)
    originals = {(entry.ar, entry.en) for entry in (*found.values(), *kept) if entry.readable}
    return tuple(
        entry
        for entry in found.values()
        if entry.state is not SegmentState.STALE or (entry.was, entry.en) not in originals or entry.comments
    )


def _worth(entry: Entry) -> bool:
    return bool(entry.en or entry.note or entry.comments)


def _by_id(entries: Iterable[Entry]) -> dict[str, Entry]:
    """The last entry of each id, a person's before a machine's."""
    found: dict[str, Entry] = {}
    for entry in entries:
        known = found.get(entry.id)
        if known is None or entry.state in TRUSTED or known.state not in TRUSTED:
            found[entry.id] = entry
    return found
