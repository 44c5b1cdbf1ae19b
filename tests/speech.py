"""Quotations of made lines, in which a few people and bodies are known, for tests of who says what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from digest.model import Document, Entity, EntityKind, LineKind, Quotation
from digest.names import read_words
from digest.sentences import split_document
from digest.speech import find_quotations
from tests.made import document, names

PEOPLE = {
    "karim": ["كريم الوادي", "الوادي"],
    "salma": ["سلمى الجبلي", "الجبلي"],
    "samir": ["سمير الحلبي", "الحلبي"],
}
BODIES = {"army": ["الجيش"], "council": ["مجلس المدينة"], "agency": ["وكالة الأفق"], "bank": ["بنك الشمال"]}
WORDS = "سنبني الجسر الجديد قبل نهاية العام المقبل"


def quotations_of(made: Document, entities: Iterable[Entity] = ()) -> Sequence[Quotation]:
    return find_quotations(made, read_words(made), split_document(made), list(entities))


def found(*lines: str | tuple[LineKind, str]) -> Sequence[Quotation]:
    """The quotations of lines in which PEOPLE are known."""
    made = document(*lines)
    return quotations_of(made, names(made, PEOPLE))


def told(*lines: str | tuple[LineKind, str]) -> list[tuple[str, str | None, str | None]]:
    """Words, speaker and cue of each."""
    return [(item.text, item.speaker, item.cue) for item in found(*lines)]


def spoken(*lines: str) -> list[tuple[str | None, str | None]]:
    """The speaker of each, and what the line calls him, where BODIES are known too."""
    made = document(*lines)
    entities = [*names(made, PEOPLE), *names(made, BODIES, EntityKind.ORGANISATION)]
    return [(item.speaker, item.speaker_text) for item in quotations_of(made, entities)]


def speakers(*lines: str) -> list[str | None]:
    return [speaker for speaker, _ in spoken(*lines)]
