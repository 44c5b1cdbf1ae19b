"""What is remembered of an article while its paragraphs are read: who spoke last, what was found. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from digest.model import Document, Quotation, Span
from digest.model import Paragraph as Block
from digest.names import Tokens
from digest.sentences import past_marks
from digest.speech.cast import NOBODY, Cast, Speaker, inside_persons
from digest.speech.cues import Script
from digest.speech.marks import Quoted
from digest.speech.speakers import Paragraph
from digest.text import single_spaced


class Said(NamedTuple):
    """Who says a quotation, by which verb."""

    speaker: Speaker
    cue: str | None
    sure: bool = False
    """Whether they are said even where they are few: what stands about them leaves nothing else."""


@dataclass(slots=True)
class Reading:
    """What is remembered from one paragraph to the next."""

    document: Document
    words: Tokens
    cast: Cast
    starts: Sequence[int]
    """Where each sentence starts."""
    lines: Sequence[int]
    """The number of each line."""
    hear: Callable[[Reading, Block], None]
    """Lets the verbs of a paragraph without quotation marks say who speaks."""
    left_open: bool = False
    """Whether the paragraph before ended inside a quotation."""
    terms: set[tuple[str, ...]] = field(default_factory=set)
    """What stood in marks without being said, in words: a name, a title, a term."""
    found: list[Quotation] = field(default_factory=list)
    unheard: list[Block] = field(default_factory=list)
    """Paragraphs without quotation marks since `speaker` was last asked for or set."""
    quoted_by: Speaker = NOBODY
    """Who quotes the one who spoke last: `نقل ترامب عن بوتين قوله`."""
    _speaker: Speaker = NOBODY

    @property
    def speaker(self) -> Speaker:
        """Who spoke last. Paragraphs left unheard are heard now: few of them ever matter to a quotation."""
        unheard, self.unheard = self.unheard, []
        for block in unheard:
            self.hear(self, block)
        return self._speaker

    @speaker.setter
    def speaker(self, speaker: Speaker) -> None:
        self.unheard.clear()
        self._speaker, self.quoted_by = speaker, NOBODY

    def paragraph(self, block: Block) -> Paragraph:
        """A paragraph with its words, verbs and names."""
        script = Script.of(self.words.part(block.span))
        named = self.cast.named_in(block.span, script)
        return Paragraph(script.without(inside_persons(named)), named, self.cast)

    def sentence_at(self, position: int) -> int:
        """Index of the sentence at a position of the document."""
        return max(0, bisect_right(self.starts, position) - 1)

    def add(
        self, block: Block, quoted: Quoted, script: Script, said: Said, *, fragment: bool = False
    ) -> None:
        """Note a quotation of a paragraph."""
        inside = script.span_of(quoted.start, quoted.end)
        start = block.span.start + inside.start
        span = Span(start, past_marks(self.document.text, block.span.start + inside.end))
        text = single_spaced(self.document.text[span.start : span.end])
        speaker, sentence = said.speaker, self.sentence_at(start)
        self.found.append(Quotation(span, text, speaker.id, speaker.text, said.cue, sentence, fragment))
