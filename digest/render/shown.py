"""The values that pages show: texts, dates, names, articles on lists, events, words that somebody said.

Values only; `views` makes them in a page's language, and the templates print them as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from digest.model import EventTime, SegmentState
from digest.wording.strings import direction

_HTML_DATETIME = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-[0-3][0-9])?)?")


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as a page shows it."""

    text: str
    language: str
    foreign: bool
    """Whether it is in another language than its page."""
    state: str
    """`original`, or the state of its translation."""
    arabic: str | None = None
    """What the original has where an English page shows this: the Arabic that a translation stands for."""
    note: str | None = None
    """The translator's note."""

    @property
    def direction(self) -> str:
        """As HTML's `dir` has it."""
        return direction(self.language)

    @property
    def original(self) -> bool:
        """Whether these are the words of the original, and need no translation here."""
        return self.state == "original"

    @property
    def untranslated(self) -> bool:
        """Whether it is shown in Arabic for want of a current translation."""
        return self.foreign and self.state in (SegmentState.MISSING, SegmentState.STALE)

    @property
    def machine(self) -> bool:
        """Whether it is a machine's translation that nobody has read."""
        return not self.foreign and self.state == SegmentState.MACHINE


@dataclass(frozen=True, slots=True)
class Gloss:
    """The facts of an untranslated passage in the page's language."""

    names: tuple[str, ...]
    dates: tuple[str, ...]
    figures: tuple[str, ...]


def joint_gloss(glosses: Iterable[Gloss | None]) -> Gloss | None:
    """The facts of several passages, each fact once; None where there are none."""
    found = [gloss for gloss in glosses if gloss]
    kinds = (
        [gloss.names for gloss in found],
        [gloss.dates for gloss in found],
        [gloss.figures for gloss in found],
    )
    return Gloss(*(tuple(dict.fromkeys(chain.from_iterable(kind))) for kind in kinds)) if found else None


@dataclass(frozen=True, slots=True)
class DateView:
    """A date in words."""

    words: str
    edtf: str | None
    basis: str = ""

    @property
    def datetime(self) -> str | None:
        """The value for `<time datetime>`, where HTML knows one of this precision."""
        return self.edtf if self.edtf and _HTML_DATETIME.fullmatch(self.edtf) else None


@dataclass(frozen=True, slots=True)
class Tag:
    """A name or topic that leads to its page."""

    id: str
    kind: str
    label: str
    language: str
    path: str | None
    count: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article comes from."""

    label: str
    language: str
    path: str


@dataclass(frozen=True, slots=True)
class Card:
    """An article on a list."""

    path: str
    headline: Shown
    label: Shown | None
    date: DateView
    source: Source | None
    lead: Shown | None
    tags: tuple[Tag, ...]
    ready: bool
    """Whether it is to be listed among this language's own articles."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that speaks of what a page is about."""

    path: str
    anchor: str
    text: Shown
    gloss: Gloss | None = None
    """The facts of a text that is not translated."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article on the page of a name or topic, with every sentence that speaks of it."""

    card: Card
    passages: tuple[Passage, ...]
    """Those that are shown."""
    places: tuple[str, ...]
    """Anchors of the others, of some where there are very many."""
    more: str = ""
    """How many more there are, in words."""


@dataclass(frozen=True, slots=True)
class Telling:
    """An article's telling of an event."""

    path: str
    anchor: str
    headline: Shown
    text: Shown
    when: str
    """The words of the date as they stand in the text; empty where it has none."""
    gloss: Gloss | None = None
    """The facts of a text that is not translated."""


@dataclass(frozen=True, slots=True)
class Moment:
    """An event on a timeline."""

    date: DateView
    time: str
    outside: bool
    tellings: tuple[Telling, ...]
    """Some of them where very many articles tell it."""
    untold: str = ""
    """How many articles more tell it, in words."""

    @property
    def marked(self) -> bool:
        """Whether to say that it is planned or uncertain: words such as `probably` say it already."""
        return self.time != EventTime.PAST and "?" not in (self.date.edtf or "")


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence that takes up a few words of somebody's."""

    text: Shown
    words: tuple[str, ...]
    """The words, as they stand in the text; none where they cannot be told in its language."""
    anchor: str
    gloss: Gloss | None = None
    """The facts of a text that is not translated."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words somebody said."""

    text: Shown
    path: str
    anchor: str
    headline: Shown
    gloss: Gloss | None = None
    """The facts of words that are not translated."""
    exact: bool = True
    """Whether the text is what was said; where not, it is the sentences that report it."""
