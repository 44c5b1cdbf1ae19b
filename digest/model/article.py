"""The article, its translation and the digest: what the renderer is given.

Values only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from digest.model.base import Document, Extract, LineKind, Seed, SeedWarning
from digest.model.findings import EntityKind, Event, Findings


class SegmentState(StrEnum):
    """State of one segment's English."""

    HUMAN = "human"
    REVIEWED = "reviewed"
    MACHINE = "machine"
    STALE = "stale"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of Arabic that is translated as one: headline, deck, subhead, caption, sentence."""

    id: str
    """First 12 hex digits of the SHA-256 of `ar` (NFC, single-spaced, UTF-8)."""
    ar: str
    role: str
    """`headline`, `deck`, `label`, or the value of its sentence's `kind`."""
    sentence: int | None = None
    """Index in `Findings.sentences`, None for headline, deck and label."""


@dataclass(frozen=True, slots=True)
class Translation:
    """The English of one segment."""

    segment: Segment
    en: str | None
    state: SegmentState
    by: str | None = None
    """Translator: a person's name or an engine's id."""
    note: str | None = None
    """A translator's note, shown to readers."""
    accept: tuple[str, ...] = ()
    """Checks that an editor accepted for exactly this pair."""
    old_ar: str | None = None
    """For a stale one: the Arabic that `en` stands for."""
    lapsed: tuple[str, ...] = ()
    """Checks that an editor accepted for other English than this."""


@dataclass(frozen=True, slots=True)
class Correction:
    """An editor's corrections of one article (`content/corrections/ID.yml`)."""

    article: str
    file: str
    title: str | None = None
    published: str | None = None
    """EDTF."""
    published_reason: str | None = None
    source: str | None = None
    url: str | None = None
    byline: str | None = None
    slug: str | None = None
    keep: tuple[tuple[str, LineKind], ...] = ()
    """(text of a line, the kind it is)."""
    drop: tuple[tuple[str, LineKind], ...] = ()
    """(text of a line, the kind of furniture it is)."""
    tags_add: tuple[str, ...] = ()
    """Vocabulary ids."""
    tags_remove: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    """Keys (as in `places`) of texts that held characters nobody sees; they are without them."""
    places: dict[str, int] = field(default_factory=dict)
    """Line in `file` of each key, e.g. `keep.0`, for messages."""


@dataclass(frozen=True, slots=True)
class VocabularyEntry:
    """A person, place, organisation, outlet, event or topic the digest knows."""

    id: str
    kind: EntityKind
    ar: str
    en: str | None
    ar_variants: tuple[str, ...] = ()
    en_variants: tuple[str, ...] = ()
    ar_description: str | None = None
    en_description: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2 of the country it belongs to (for a country: its own)."""
    ar_adjectives: tuple[str, ...] = ()
    """For a place: its nisba adjectives, masculine singular (`روسي`); never names themselves."""
    iptc: str | None = None
    """IPTC Media Topics id, e.g. `medtop:20000638`."""
    broader: tuple[str, ...] = ()
    """Ids of the topics this one implies."""
    terms: tuple[str, ...] = ()
    """For a topic: Arabic words and phrases that are evidence for it."""
    weak_terms: tuple[str, ...] = ()
    """For a topic: those that are evidence only where another of its terms stands too (`ملعب`)."""
    surname: str | None = None
    """For a person: the Arabic surname by which they are known alone (`بوتين`)."""
    ar_signatures: tuple[str, ...] = ()
    """For an outlet: forms that name it only in a source line, or where the text says so (`الجزيرة`).

    For a sports club: forms that name it only where the text says so (`ليفربول`).
    """
    years: dict[str, str] = field(default_factory=dict)
    """For an event held again and again: year to its dates (EDTF)."""
    territory: bool = False
    """For a place: whether it is the country or territory `country` itself."""
    place: str = ""
    """`file:line` where the entry stands, for messages."""


@dataclass(frozen=True, slots=True)
class Article:
    """One seed, read to the end."""

    id: str
    slug: str
    seed: Seed
    document: Document
    extract: Extract
    findings: Findings
    correction: Correction | None = None
    translations: tuple[Translation, ...] = ()
    """One for each segment, in reading order."""
    warnings: tuple[SeedWarning, ...] = ()

    @property
    def foreign(self) -> bool:
        """Whether its page is mostly in another language than Arabic."""
        return any(warning.foreign for warning in self.warnings)


@dataclass(frozen=True, slots=True)
class Related:
    """An article related to another, with the reason."""

    article: str
    score: float
    shared: tuple[str, ...]
    """Ids of shared entities and topics."""
    same_story: bool = False
    """Near-duplicate, or the same story from another source."""


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """An event on the timeline across the digest: one or several articles tell it."""

    edtf: str
    tellings: tuple[tuple[str, Event], ...]
    """(article id, its event), the most precise first."""


@dataclass(frozen=True, slots=True)
class FileError:
    """A file that could not be used, for the list that editors see."""

    file: str
    message: str
    """Why, in English."""
    line: int | None = None
    code: str = ""
    """Of the cause, where there are words for it in either language (`causes`)."""
    values: Mapping[str, str] = field(default_factory=dict, hash=False)
    """What those words name, by the names that they have there."""


@dataclass(frozen=True, slots=True)
class Digest:
    """All of it: what a site is rendered from."""

    articles: tuple[Article, ...]
    """Newest first, undated last; by id where dates do not decide."""
    timeline: tuple[TimelineEntry, ...]
    """In time order, oldest first."""
    related: Mapping[str, tuple[Related, ...]]
    """By article id, closest first."""
    vocabulary: Mapping[str, VocabularyEntry]
    """By id: the entries that occur in the digest."""
    errors: tuple[FileError, ...] = ()
