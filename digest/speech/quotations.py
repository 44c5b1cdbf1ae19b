"""Goes through an article paragraph by paragraph, keeping in mind who spoke last.

Pure; everything about words is in `rules/cues.yml`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from digest.model import Document, Entity, LineKind, Quotation, Sentence, Span
from digest.model import Paragraph as Block
from digest.names.tokens import Tokens, tokenise
from digest.sentences import past_marks
from digest.speech.cues import Cue, find_cues, gap, words
from digest.speech.kinds import Place, is_first_person, judge
from digest.speech.marks import Quoted, pair_marks
from digest.speech.speakers import Cast, Paragraph, Speaker, attribution
from digest.text import single_spaced

_POSTPOSED = 3
"""Words after a quotation among which its verb may stand: `"…"، كما قال`."""
NOBODY = Speaker(None, None)


@dataclass(slots=True)
class _Reading:
    """What is remembered from one paragraph to the next."""

    document: Document
    cast: Cast
    starts: list[int]
    """Where each sentence starts."""
    speaker: Speaker = NOBODY
    left_open: bool = False
    """Whether the paragraph before ended inside a quotation."""
    terms: set[tuple[str, ...]] = field(default_factory=set)
    """What stood in marks without being said, in words: a name, a title, a term."""
    found: list[Quotation] = field(default_factory=list)

    def sentence_at(self, position: int) -> int:
        return max(0, bisect_right(self.starts, position) - 1)


def find_quotations(
    document: Document, sentences: Sequence[Sentence], entities: Sequence[Entity]
) -> tuple[Quotation, ...]:
    """Find the quotations of an article, in text order.

    `Quotation.span` covers the words without their marks; one that runs over paragraphs is one quotation a
    paragraph. `speaker` is an entity's id, None where it is not certain.
    """
    reading = _Reading(document, Cast(document, entities), [item.span.start for item in sentences])
    for block in document.paragraphs:
        if block.kind is LineKind.BODY:
            _read_paragraph(reading, block)
    return tuple(reading.found)


def _read_paragraph(reading: _Reading, block: Block) -> None:
    tokens = tokenise(reading.document.text[block.span.start : block.span.end])
    if not tokens.words:
        return
    paragraph = Paragraph(tokens, reading.cast.named_in(block.span, tokens), reading.cast)
    cues = find_cues(tokens)
    quoted = pair_marks(tokens.folded.text, lambda at: _introduces(tokens, cues, at))
    below = _speaker_below(reading, block)
    if not quoted and not cues and below and is_first_person(tokens.words):
        _add(
            reading, block, Quoted(0, len(tokens.folded.text.rstrip())), paragraph, _Said(below, None, False)
        )
        return
    walk = _Walk(reading, block, paragraph, cues, quoted, below)
    walk.run()
    reading.left_open = bool(quoted) and not quoted[-1].closed


@dataclass(frozen=True, slots=True)
class _Said:
    speaker: Speaker
    cue: str | None
    fragment: bool


@dataclass(slots=True)
class _Walk:
    """One paragraph's verbs and marks, taken in the order in which they stand."""

    reading: _Reading
    block: Block
    paragraph: Paragraph
    cues: tuple[Cue, ...]
    quoted: tuple[Quoted, ...]
    below: Speaker | None
    last: tuple[int, _Said] | None = None
    """End of the quotation before in this paragraph, and what was said of it."""
    doubtful: Cue | None = None
    """The last verb of which it is not certain who is its subject."""

    def run(self) -> None:
        taken = 0
        for quoted in self.quoted:
            taken = self._hear(taken, quoted.start if quoted.opened else quoted.end)
            whole = quoted if quoted.opened else self._opened(quoted)
            if whole is not None and whole.start < whole.end:
                self._take(whole)
            while taken < len(self.cues) and self._at(self.cues[taken]) < quoted.end:
                taken += 1
        self._hear(taken, len(self.paragraph.tokens.folded.text))

    def _hear(self, taken: int, until: int) -> int:
        """Let each verb before a position say who speaks; return the number of verbs taken."""
        while taken < len(self.cues) and self._at(self.cues[taken]) < until:
            cue = self.cues[taken]
            subject = self.paragraph.subject(cue)
            if cue.verb.transitive and subject and not self._certain(cue, subject):
                self.doubtful = cue
            elif subject and (subject.id or not cue.verb.needs):
                self.reading.speaker = subject
            elif subject is None and self.reading.speaker.agreement not in (None, cue.verb.agreement):
                self.reading.speaker = NOBODY
            taken += 1
        return taken

    def _certain(self, cue: Cue, subject: Speaker) -> bool:
        """Whether the name after a transitive verb is the speaker's: he speaks already, or it opens."""
        if subject.id is None:
            return False
        start = self._sentence_start(self._at(cue))
        return subject.id == self.reading.speaker.id or self._at(cue) == start

    def _at(self, cue: Cue) -> int:
        return self.paragraph.tokens.starts[cue.word]

    def _take(self, quoted: Quoted) -> None:
        cue = self._cue_before(quoted)
        place = Place(self.paragraph, quoted, cue)
        said = self._said(quoted, cue)
        kind = judge(place, supported=said is not None)
        if kind != "quotation" and place.content in self.reading.terms:
            return
        if kind is None:
            self.reading.terms.add(place.content)
            return
        said = said or _Said(NOBODY, None, False)
        said = _Said(said.speaker, said.cue, kind == "fragment")
        self.last = (quoted.end, said)
        _add(self.reading, self.block, quoted, self.paragraph, said)

    def _said(self, quoted: Quoted, cue: Cue | None) -> _Said | None:
        """Who says a quotation, by the verb before it, its neighbours or the line below."""
        if cue is not None:
            speaker = NOBODY if cue is self.doubtful else self.reading.speaker
            return _Said(speaker, self._word(cue), False)
        if self.last and self._joined(self.last[0], quoted.start):
            return self.last[1]
        return self._said_after(quoted) or self._said_around(quoted)

    def _said_after(self, quoted: Quoted) -> _Said | None:
        """Who says it by what follows: a verb, or a source."""
        after = self._cue_after(quoted)
        if after is not None:
            subject = self.paragraph.subject(after)
            return _Said(subject or self.reading.speaker, self._word(after), False)
        source = self._source_after(quoted)
        return _Said(source, None, False) if source else None

    def _said_around(self, quoted: Quoted) -> _Said | None:
        """Who says what begins a paragraph: the line below, or the paragraph before, which was left open."""
        if self.paragraph.tokens.folded.text[: quoted.start].strip(' "“”«»„'):
            return None
        if self.below:
            return _Said(self.below, None, False)
        return _Said(self.reading.speaker, None, False) if self.reading.left_open else None

    def _joined(self, end: int, start: int) -> bool:
        between = self.paragraph.tokens.folded.text[end:start]
        return len(between) <= 8 and not any(mark in between for mark in ":؟!\n")

    def _word(self, cue: Cue) -> str:
        span = self.paragraph.tokens.span(cue.word, cue.word + 1, cue.skip)
        return self.paragraph.tokens.text[span.start : span.end]

    def _cue_before(self, quoted: Quoted) -> Cue | None:
        """The last verb before a quotation in its sentence, after the quotation before it."""
        floor = self._sentence_start(quoted.start)
        floor = max(floor, self.last[0]) if self.last else floor
        before = [cue for cue in self.cues if floor <= self._at(cue) < quoted.start]
        return before[-1] if before else None

    def _cue_after(self, quoted: Quoted) -> Cue | None:
        tokens = self.paragraph.tokens
        first = bisect_right(tokens.starts, quoted.end)
        for cue in self.cues:
            if first <= cue.word < first + _POSTPOSED:
                between = tokens.folded.text[quoted.end + 1 : self._at(cue)]
                return None if any(mark in between for mark in ".!؟?\n") else cue
        return None

    def _source_after(self, quoted: Quoted) -> Speaker | None:
        """Whom the words right after a quotation name as its source: `"…"، بحسب الصحيفة`."""
        tokens = self.paragraph.tokens
        first = bisect_right(tokens.starts, quoted.end)
        for index in range(first, min(first + 2, len(tokens.words))):
            between = tokens.folded.text[quoted.end + 1 : tokens.starts[index]]
            if any(mark in between for mark in ".!؟?\n"):
                return None
            if tokens.words[index] in words("sources"):
                return self.paragraph.source(index + 1)
        return None

    def _sentence_start(self, position: int) -> int:
        """Start of the sentence at a position, as folded offset in the paragraph."""
        tokens = self.paragraph.tokens
        original = self.block.span.start + tokens.folded.original(position, position).start
        start = self.reading.starts[self.reading.sentence_at(original)] - self.block.span.start
        return start - bisect_right(_dropped_at(tokens), start)

    def _opened(self, quoted: Quoted) -> Quoted | None:
        """A quotation whose opening mark is missing: from the word that brings it in."""
        tokens = self.paragraph.tokens
        if self.reading.left_open and quoted.start == 0:
            return quoted
        floor = max(quoted.start, self._sentence_start(quoted.end))
        cue = next((cue for cue in reversed(self.cues) if floor <= self._at(cue) < quoted.end), None)
        if cue is None:
            return None
        for index in range(cue.word + 1, len(tokens.words)):
            if tokens.starts[index] >= quoted.end:
                return None
            if tokens.words[index] in words("that"):
                after = tokens.ends[index]
                break
            if ":" in gap(tokens, index):
                after = tokens.starts[index]
                break
        else:
            return None
        after += len(tokens.folded.text[after : quoted.end]) - len(
            tokens.folded.text[after : quoted.end].lstrip(" :،")
        )
        return Quoted(after, quoted.end, False, True)


def _dropped_at(tokens: Tokens) -> list[int]:
    """Original offsets of the characters that folding left out."""
    return [dropped + number for number, dropped in enumerate(tokens.folded.dropped)]


def _introduces(tokens: Tokens, cues: tuple[Cue, ...], at: int) -> bool:
    """Whether the words before a position bring in a quotation."""
    before = tokens.folded.text[:at].rstrip()
    last = bisect_right(tokens.starts, at - 1) - 1
    if last < 0:
        return False
    if before.endswith(":") or tokens.words[last] in words("that"):
        return any(last - 14 <= cue.word <= last for cue in cues)
    return any(cue.word == last for cue in cues)


def _speaker_below(reading: _Reading, block: Block) -> Speaker | None:
    """The speaker that a line right under a paragraph names."""
    lines = reading.document.lines
    last = max(block.lines, default=0)
    index = bisect_right(lines, last, key=lambda line: line.number)
    if index >= len(lines) or lines[index].kind in (LineKind.HEADLINE, LineKind.SUBHEAD, LineKind.BYLINE):
        return None
    span = lines[index].span
    return attribution(reading.document.seed.text[span.start : span.end], reading.cast)


def _add(reading: _Reading, block: Block, quoted: Quoted, paragraph: Paragraph, said: _Said) -> None:
    inside = paragraph.tokens.folded.original(quoted.start, quoted.end)
    end = past_marks(reading.document.text, block.span.start + inside.end)
    span = Span(block.span.start + inside.start, end)
    text = single_spaced(reading.document.text[span.start : span.end])
    sentence = reading.sentence_at(span.start)
    speaker = said.speaker
    reading.found.append(Quotation(span, text, speaker.id, speaker.text, said.cue, sentence, said.fragment))
