"""What reading an article finds: sentences, names, dates, events, quotations, figures, topics.

Values only. Every finding carries its `span` in `Seed.text`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from digest.model.base import LineKind, Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the body, or a whole subhead or caption."""

    index: int
    """Position in `Article.sentences`, from 0; the page's anchor is `s{index + 1}`."""
    paragraph: int
    """Index of its paragraph in `Document.paragraphs`."""
    kind: LineKind
    """Its paragraph's kind: `BODY`, `SUBHEAD` or `CAPTION`."""
    span: Span
    text: str
    """The document's text at `span`, white space single."""


class EntityKind(StrEnum):
    """Kinds of vocabulary entries."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    EVENT = "event"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands, without attached particles."""

    span: Span
    text: str
    kind: EntityKind
    entity: str
    """Vocabulary id, or `?` followed by the folded name for one the vocabulary lacks."""
    rule: str
    """`vocabulary`, `surname`, `head-word`, `title`, `saying`, …"""


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something named in an article."""

    id: str
    kind: EntityKind
    ar: str
    """Canonical Arabic name: the vocabulary's, else the longest form in the article."""
    en: str | None
    """English name from the vocabulary; None for an unknown one (never a transliteration)."""
    known: bool
    """Whether the vocabulary has it."""
    variants: tuple[str, ...]
    """Forms that stand in the article, in order of appearance."""
    mentions: tuple[Mention, ...]
    country: str | None = None
    """ISO 3166-1 alpha-2."""


@dataclass(frozen=True, slots=True)
class TopicScore:
    """A topic of an article with the evidence for it."""

    id: str
    weight: float
    evidence: tuple[Span, ...]
    implied_by: str | None = None
    """The narrower topic that implies it, where there is no evidence of its own."""


class DateKind(StrEnum):
    """What a temporal expression is; only `DATE` and `RANGE` have a value on the time line."""

    DATE = "date"
    RANGE = "range"
    DURATION = "duration"
    FREQUENCY = "frequency"
    CLOCK = "clock"


class Grain(StrEnum):
    """Precision of a date, finest first."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class DateFault(StrEnum):
    """What is wrong with a date expression: the code of the warning of it."""

    NO_SUCH_DATE = "no-such-date"
    WRONG_WEEKDAY = "wrong-weekday"
    ENDS_BEFORE_IT_BEGINS = "range-reversed"


@dataclass(frozen=True, slots=True)
class TemporalExpression:
    """A date expression where it stands."""

    start: int
    end: int
    text: str
    kind: DateKind
    edtf: str | None
    """EDTF value, or None when it needs a reference that is not known or is no date."""
    grain: Grain | None
    rule: str
    relative: bool = False
    """Whether the value depends on the publication date."""
    outside: bool = False
    """Whether it rests on knowledge from outside the text (a feast's day, a base year)."""
    warning: DateFault | None = None

    @property
    def span(self) -> Span:
        """(start, end) as a span."""
        return Span(self.start, self.end)


class Basis(StrEnum):
    """How a publication date is known."""

    EDITOR = "editor"
    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence for a publication date."""

    rule: str
    """E.g. `weekday-of-today`, `newest-past-year`, `anniversary`."""
    constraint: str
    """EDTF, or words such as `a Friday`, that the evidence adds."""
    span: Span | None = None
    text: str = ""
    outside: bool = False
    """Whether it rests on knowledge from outside the text."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Evidence that does not fit the publication date; as a text, an English line for editors."""

    evidence: Evidence
    given: str | None
    """The date that is given (EDTF); None where it is the rest of the text that it does not fit."""

    def __str__(self) -> str:
        text, constraint = self.evidence.text, self.evidence.constraint
        if self.given is None:
            return f"“{text}” ({constraint}) does not fit what the rest of the text says of its date"
        return f"“{text}” asks for {constraint}, the date given is {self.given}"


@dataclass(frozen=True, slots=True)
class Publication:
    """When an article was published, as far as it is known."""

    edtf: str | None
    basis: Basis
    evidence: tuple[Evidence, ...] = ()
    text_only: str | None = None
    """EDTF value that the text alone proves, where outside knowledge narrowed it further."""
    settle: str | None = None
    """What would settle it, in English, where it is not a single day."""
    settle_rule: str | None = None
    """The same as a code: `which-day`, `day`, `month-and-day`, `year` or `all`; None for a single day."""
    contradictions: tuple[Contradiction, ...] = ()
    reason: str | None = None
    """An editor's reason."""


class EventTime(StrEnum):
    """How an event's sentence places it."""

    PAST = "past"
    PLANNED = "planned"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True, slots=True)
class Event:
    """A dated sentence."""

    edtf: str
    grain: Grain
    sentence: int
    """Index in `Article.sentences`."""
    span: Span
    """The date expression."""
    time: EventTime
    entities: tuple[str, ...] = ()
    """Ids of the entities named in the sentence."""
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words quoted in the article."""

    span: Span
    """The words without their marks."""
    text: str
    speaker: str | None
    """Entity id, where it is certain."""
    speaker_text: str | None
    """The speaker as the sentence names them (`الرئيس الروسي`)."""
    cue: str | None
    """The verb of saying."""
    sentence: int
    fragment: bool = False
    """A word or two taken into the writer's own sentence."""


class Bound(StrEnum):
    """How a text qualifies a value."""

    MORE = "more"
    """`أكثر من`; the value itself is left out."""
    LESS = "less"
    LEAST = "least"
    """`ما لا يقل عن`; the value itself is not left out."""
    MOST = "most"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with its unit."""

    span: Span
    text: str
    value: float | None
    """None for a rough quantity: `مئات الكيلومترات`."""
    unit: str
    """ISO 4217 code, `%`, `person`, `m3`, `m3/year`, `km`, `day`, …"""
    measures: str | None
    """The Arabic words for what it measures, where they are certain."""
    sentence: int
    high: float | None = None
    """The upper value of a range (`بين 70 و75 دولارا`), whose lower one `value` is."""
    bound: Bound | None = None
    """How the text qualifies the value; None where it gives it outright."""


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that the analysis of one document found."""

    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    topics: tuple[TopicScore, ...]
    dates: tuple[TemporalExpression, ...]
    publication: Publication
    events: tuple[Event, ...]
    summary: tuple[int, ...]
    """Indexes of the chosen sentences, in text order."""
    quotations: tuple[Quotation, ...]
    figures: tuple[Figure, ...]
    outlets: tuple[str, ...] = ()
    """Vocabulary ids of the outlets that the source line names, in its order."""
    byline: tuple[str, ...] = ()
    """Vocabulary ids of the names that the byline is made of; none where it holds anything else."""
    dateline: tuple[str, ...] = ()
    """The same of the dateline."""
