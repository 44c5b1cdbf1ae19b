"""Finds the English of an article's segments in the memories: exact pairs, and stale ones beside them.

Pure. The same memories give the same answer, whatever their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from digest.model import Segment, SegmentState, Translation
from digest.text import without_hidden
from digest.translate.memories import Memories
from digest.translate.memory import Entry, Memory
from digest.translate.segments import has_arabic

STALE_CUTOFF = 0.8
"""Likeness (difflib's ratio) from which changed Arabic counts as the same sentence."""
ORIGINAL = "original"
"""`by` of a segment that holds no Arabic and stands for itself."""

_LONGEST = 2_000
"""Characters that are compared: the comparison is quadratic."""


def translate_segments(
    segments: Sequence[Segment], memories: Memories, *, article: str | None = None
) -> tuple[Translation, ...]:
    """The English of each segment as the memories have it, in order.

    `article` names the article whose own memory comes first and may hold stale pairs: what was written for
    Arabic that is no longer there goes, as `stale`, with the most like missing segment.
    """
    found = {segment.id: _exact(segment, memories, article) for segment in segments}
    own = memories.by_article.get(article) if article is not None else None
    if own is not None:
        missing = [segment for segment in segments if found[segment.id] is None]
        found |= _stale(missing, own, found.keys())
    return tuple(_as_translation(segment, found[segment.id]) for segment in segments)


def likeness(first: str, second: str) -> float:
    """Difflib's ratio of two texts, from 0 to 1; 0 where it is surely under the cutoff.

    No letter is left out as too frequent: in a sentence of Arabic that would be all of them.
    """
    first, second = first[:_LONGEST], second[:_LONGEST]
    # The longest common subsequence bounds what difflib matches, and takes a thousandth of its time.
    if not fuzz.ratio(first, second, score_cutoff=100 * STALE_CUTOFF):
        return 0.0
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _exact(segment: Segment, memories: Memories, article: str | None) -> Entry | None:
    if not has_arabic(segment.ar):
        return Entry(segment.id, segment.ar, segment.ar, SegmentState.HUMAN, ORIGINAL)
    hit = memories.find(segment.id, article)
    return hit[1] if hit else None


def _stale(missing: Sequence[Segment], own: Memory, present: Iterable[str]) -> dict[str, Entry]:
    """Entry by segment id: those the file calls stale, then the most alike of what has lost its Arabic."""
    stated = {entry.id: entry for entry in own.segments if entry.state is SegmentState.STALE}
    result = {segment.id: stated[segment.id] for segment in missing if segment.id in stated}
    here = set(present)
    lost = [e for e in (*own.segments, *own.retired) if e.id not in here and e.readable]
    rest = {segment.id: segment for segment in missing if segment.id not in result}
    scores = sorted(
        (
            (likeness(entry.ar, segment.ar), segment.id, index)
            for segment in rest.values()
            for index, entry in enumerate(lost)
        ),
        key=lambda score: (-score[0], score[1], score[2]),
    )
    used: set[int] = set()
    for score, segment_id, index in scores:
        if score >= STALE_CUTOFF and segment_id not in result and index not in used:
            used.add(index)
            old = lost[index]
            result[segment_id] = Entry(
                segment_id, rest[segment_id].ar, old.en, SegmentState.STALE, old.by, old.note, was=old.ar
            )
    return result


def _as_translation(segment: Segment, entry: Entry | None) -> Translation:
    if entry is None:
        return Translation(segment, None, SegmentState.MISSING)
    # The file stays as a person wrote it; readers get what they can see.
    en, by, note = (without_hidden(text) if text else text for text in (entry.en, entry.by, entry.note))
    return Translation(segment, en, entry.state, by, note, entry.accepted, entry.was, entry.lapsed)
