"""Spans, seeds, lines and documents: what a raw page is before anything is understood.

Values only. Imports nothing of the package.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range [start, end) of characters (Unicode code points) in `Seed.text`.

    Made by the hundred in each article, and compared: a tuple is several times as fast as a dataclass there.
    """

    start: int
    end: int

    @property
    def length(self) -> int:
        """Number of characters covered."""
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


class SeedFormat(StrEnum):
    """The formats a seed can have."""

    TEXT = "txt"
    MARKDOWN = "md"
    HTML = "html"
    MHTML = "mhtml"


@dataclass(frozen=True, slots=True)
class SeedWarning:
    """Something an editor should know about a seed, with its place; `wording.warnings` puts it into words."""

    code: str
    """Stable identifier, e.g. `wrong-weekday`."""
    file: str
    """The file it concerns, relative to the project root."""
    line: int | None = None
    """1-based line in that file, where one is known."""
    values: Mapping[str, str] = field(default_factory=dict, hash=False)
    """What its words name, by the names that they have there."""

    @property
    def foreign(self) -> bool:
        """Whether it says that the page is mostly in another language than Arabic."""
        return self.code == "not-arabic"


@dataclass(frozen=True, slots=True)
class SeedMetadata:
    """What a page's markup (HTML head, JSON-LD, front matter) states; empty for text without."""

    title: str | None = None
    description: str | None = None
    author: str | None = None
    site: str | None = None
    published: str | None = None
    """EDTF."""
    changed: bool = False
    """Whether that is the day of a change, as the markup states no other."""
    moment: str | None = None
    """The stamp of that day, as ISO 8601 with its zone where it has one: `2024-05-12T22:10Z`."""
    url: str | None = None
    language: str | None = None
    page_title: str | None = None
    """What the title of an HTML page holds, the site's name with it perhaps."""
    stated_date: str | None = None
    """The date of front matter as it stands there."""
    subject: str | None = None
    """The subject of a mail, which is the headline where its text has none."""
    contributed: bool = False
    """Whether a person stated this in front matter: then it goes before what the page's text seems to say."""
    unused: tuple[str, ...] = ()
    """What else front matter states, `key: value`, of which nothing is made."""


@dataclass(frozen=True, slots=True)
class Seed:
    """One file of `seeds/`, decoded. `text` is what every `Span` of its article points into."""

    id: str
    """Article identifier: the file's stem, made safe for paths; unique in a digest."""
    name: str
    """File name inside the seeds folder, as it stands there."""
    text: str
    """Decoded, repaired, NFC text with `\\n` line ends."""
    encoding: str
    sha256: str
    """Hex digest of the file's bytes."""
    format: SeedFormat
    repairs: tuple[str, ...] = ()
    """What decoding changed, in words, e.g. `mojibake undone (cp1256 read as cp1252)`."""
    metadata: SeedMetadata = field(default_factory=SeedMetadata)
    marks: tuple[tuple[int, str], ...] = ()
    """(number, rule) of each line of `text` that a page's markup says something of, e.g. `markup.footer`."""
    headings: tuple[tuple[int, int], ...] = ()
    """(number, level) of each line of `text` that the markup makes a heading."""


class LineKind(StrEnum):
    """What a line of a seed is. The first group is kept in the article, the second is left out."""

    HEADLINE = "headline"
    DECK = "deck"
    SUBHEAD = "subhead"
    BODY = "body"
    CAPTION = "caption"
    LABEL = "label"
    BYLINE = "byline"
    SOURCE = "source"
    DATELINE = "dateline"
    STATED_DATE = "stated-date"
    # kept above, left out below
    HEADLINE_REPEATED = "headline-repeated"
    CREDIT = "credit"
    PULL_QUOTE = "pull-quote"
    KEYWORDS = "keywords"
    SITE_NAME = "site-name"
    TICKER = "ticker"
    NAVIGATION = "navigation"
    SHARE = "share"
    COPY_LINK = "copy-link"
    COMMENTS = "comments"
    FORM = "form"
    RELATED = "related"
    MOST_READ = "most-read"
    LOGIN = "login"
    COOKIES = "cookies"
    WEATHER = "weather"
    PRAYER_TIMES = "prayer-times"
    CLOCK = "clock"
    READING_TIME = "reading-time"
    APP_CONTROL = "app-control"
    DEAD_EMBED = "dead-embed"
    ADVERTISEMENT = "advertisement"
    OTHER_ARTICLE = "other-article"
    FURNITURE = "furniture"


KEPT_KINDS = frozenset(list(LineKind)[: list(LineKind).index(LineKind.HEADLINE_REPEATED)])
"""Line kinds that reach the article, as text or as a field."""

HEADLINE, SUBHEAD, BODY = LineKind.HEADLINE, LineKind.SUBHEAD, LineKind.BODY
"""What is asked of every line many times over: looking it up in the enumeration takes seven times as long."""


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank line of a seed with the decision about it."""

    number: int
    """1-based line number in `Seed.text`."""
    span: Span
    """The line without its line end and outer white space."""
    kind: LineKind
    rule: str
    """Identifier of the rule that decided, e.g. `related.heading`."""
    cuts: tuple[Span, ...] = ()
    """Furniture inside a kept line, left out of the article."""

    @property
    def kept(self) -> bool:
        """Whether the line reaches the article."""
        return self.kind in KEPT_KINDS


BETWEEN_CELLS = " | "
"""What stands between the cells of a table's row in its sentence."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the article's text: body, subhead or caption."""

    kind: LineKind
    """`BODY`, `SUBHEAD` or `CAPTION`."""
    span: Span
    lines: tuple[int, ...]
    """Numbers of the seed's lines it is made of."""
    point: int | None = None
    """Its number in a list that the markup numbers, 0 in one without numbers; None where it is no item."""
    quoted: bool = False
    """Whether it is of a block quotation that ends with whose words it is."""
    signs: bool = False
    """Whether it is that end."""
    cells: tuple[Span, ...] = ()
    """Where it is a table's row, its cells; some may be empty."""


@dataclass(frozen=True, slots=True)
class EmbeddedArticle:
    """A further article pasted into the same file: reported, never published as this one's."""

    headline: str | None
    span: Span
    first_line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class Document:
    """A seed with every non-blank line classified."""

    seed: Seed
    text: str
    """`Seed.text`, same length: cuts and the line ends inside a paragraph are spaces, so that a
    slice by any span is clean text and every offset holds in both."""
    lines: tuple[Line, ...]
    paragraphs: tuple[Paragraph, ...]
    """The article's text in reading order."""
    embedded: tuple[EmbeddedArticle, ...] = ()
    warnings: tuple[SeedWarning, ...] = ()
    pieces: tuple[Line, ...] = ()
    """Of lines that hold several pieces side by side, each piece with its own decision."""
    opening: Span | None = None
    """Place and agency that open the body, with the mark behind them (`لندن (رويترز) - `)."""

    @property
    def foreign(self) -> bool:
        """Whether the page is mostly in another language than Arabic."""
        return any(warning.foreign for warning in self.warnings)

    @property
    def told(self) -> tuple[Span, ...]:
        """What each paragraph tells: its span, without place and agency that open the body."""
        begin, end = self.opening or Span(0, 0)
        spans = (paragraph.span for paragraph in self.paragraphs)
        return tuple(Span(end, span.end) if span.start <= begin < end < span.end else span for span in spans)

    @property
    def points(self) -> frozenset[int]:
        """Indexes of the paragraphs that are items of lists."""
        return frozenset(index for index, part in enumerate(self.paragraphs) if part.point is not None)

    @property
    def rows(self) -> frozenset[int]:
        """Indexes of the paragraphs that are rows of tables."""
        return frozenset(index for index, part in enumerate(self.paragraphs) if part.cells)

    @property
    def quoted(self) -> frozenset[int]:
        """Indexes of the paragraphs of block quotations, with those that say whose they are."""
        return frozenset(index for index, part in enumerate(self.paragraphs) if part.quoted)


@dataclass(frozen=True, slots=True)
class Field:
    """A value extracted from the seed, with its place and how it came about."""

    text: str
    """The value, white space single."""
    rule: str
    """Identifier of the rule that found it, or `correction` or `metadata`."""
    span: Span | None = None
    """Where it stands in `Seed.text`; None when it does not stand there."""
    derived: bool = False
    """True when it was made from other text (a headline from the lead sentence)."""


@dataclass(frozen=True, slots=True)
class Extract:
    """The fields of an article, as the text, its markup or an editor states them."""

    headline: Field
    deck: Field | None = None
    label: Field | None = None
    byline: Field | None = None
    source: Field | None = None
    dateline: Field | None = None
    stated_date: Field | None = None
    """`text` is EDTF."""
    keywords: tuple[str, ...] = ()
