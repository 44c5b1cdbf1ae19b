"""Walks through one paragraph: its verbs of saying and its quotation marks in the order in which they stand.

Pure; everything about words is in `rules/cues.yml`.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from digest.model import Paragraph as Block
from digest.speech.cast import NOBODY, Speaker
from digest.speech.cues import Cue, Script, gap, words
from digest.speech.kinds import Place, judge
from digest.speech.marks import Quoted
from digest.speech.phrases import says
from digest.speech.reading import Reading, Said
from digest.speech.speakers import Paragraph
from digest.speech.told import words_of

_POSTPOSED = 3
"""Words after a quotation among which its verb may stand: `"…"، كما قال`."""
_AHEAD = 40
"""Characters after a verb within which a further quotation makes it that one's."""
_SOURCE = 25
"""Words before a quotation among which its source is looked for."""
_CLOSING, _DASHES = " \"”“»«'’.،,", ("-", "–", "—")
"""What may stand between a quotation and the dash behind it, and the dashes."""
_BETWEEN = 8
"""Characters between two quotations of one verb: `"…" و"…"`."""


@dataclass(slots=True)
class Walk:
    """One paragraph's verbs and marks."""

    reading: Reading
    block: Block
    paragraph: Paragraph
    quoted: tuple[Quoted, ...]
    below: Speaker | None
    """Whom the line under the paragraph names."""
    last: tuple[int, Said] | None = None
    """End of the quotation before in this paragraph, and who said it."""
    doubtful: Cue | None = None
    """The last verb of which it is not certain who is its subject."""

    script: Script = field(init=False)
    """The paragraph's words and verbs."""

    def __post_init__(self) -> None:
        self.script = self.paragraph.script

    def run(self) -> None:
        """Note the paragraph's quotations, and who spoke last."""
        taken, cues = 0, self.script.cues
        for quoted in self.quoted:
            taken = self._hear(taken, quoted.start if quoted.opened else quoted.end)
            whole = quoted if quoted.opened else self._opened(quoted)
            if whole is not None and whole.start < whole.end:
                self._take(whole)
            while taken < len(cues) and self.script.place(cues[taken]) < quoted.end:
                taken += 1
        self._hear(taken, len(self.script.tokens.folded.text))

    def _hear(self, taken: int, until: int) -> int:
        """Let each verb before a place say who speaks; return the number of verbs taken."""
        cues = self.script.cues
        while taken < len(cues) and self.script.place(cues[taken]) < until:
            self._listen(cues[taken])
            taken += 1
        return taken

    def _listen(self, cue: Cue) -> None:
        subject, reading = self.paragraph.subject(cue), self.reading
        outer = self._outer(cue) if self._names_nobody(cue) else None
        if outer and (outer is self.doubtful or self._of_either(cue, subject)):
            self.doubtful = cue
            return
        if outer and self._is_of_outer(cue):
            subject = None
        if subject and (self._doubtful(cue, subject) or (cue.verb.needs and not subject.id)):
            self.doubtful = cue
        elif subject:
            quoted_by = reading.speaker if self._quotes(cue, subject) else NOBODY
            reading.speaker, reading.quoted_by = subject, quoted_by
        elif subject is None and not self._goes_on(cue):
            reading.speaker = NOBODY

    def _names_nobody(self, cue: Cue) -> bool:
        """Whether a verb goes on with its sentence and has no name behind it: `مضيفا`, `وقال:`."""
        joined = cue.skip > 0 and self.script.tokens.words[cue.word][0] == "و"
        if cue.verb.participle or not joined:
            return cue.verb.participle
        first, last = self.paragraph.phrase(cue.word + 1)
        return first == last

    def _outer(self, cue: Cue) -> Cue | None:
        """The verb of saying before one in its sentence, behind which another clause is told."""
        outer = self.script.last_cue(self._first_word(cue), cue.word)
        if outer is None:
            return None
        between = self.script.tokens.words[outer.word + 1 : cue.word]
        told = any(word in words("that") or says(word) for word in between)
        return outer if told or outer.verb.quotes else None

    def _is_of_outer(self, cue: Cue) -> bool:
        """Whether a verb agrees with who says the clause before it: `قال الوزير إن السفير سافر، مضيفا`."""
        return self.reading.speaker.agreement in (None, cue.verb.agreement)

    def _of_either(self, cue: Cue, subject: Speaker | None) -> bool:
        """Whether a verb may be of a person whom a body or another tells of."""
        if not self._is_of_outer(cue) or not subject:
            return False
        last, is_person = self.reading.speaker, self.paragraph.cast.is_person
        return is_person(subject) and last.id is not None and not is_person(last)

    def _doubtful(self, cue: Cue, subject: Speaker) -> bool:
        """Whether the words may be another's than the subject's."""
        if cue.verb.transitive and not self.paragraph.has_subject_before(cue):
            return not self._certain(cue, subject)
        return not cue.verb.quotes and self._reported(cue, subject)

    def _reported(self, cue: Cue, subject: Speaker) -> bool:
        """Whether one person tells what another one said: `قال ترامب إن بوتين أكد له أن "…"`."""
        outer = self.script.last_cue(self._first_word(cue), cue.word)
        if outer is None or cue.skip or cue.verb.participle or not self._of_two(subject):
            return False
        return self.paragraph.in_clause(outer.word + 1, cue.word)

    def _quotes(self, cue: Cue, subject: Speaker) -> bool:
        """Whether who spoke last quotes another person: `نقل ترامب عن بوتين قوله`."""
        return cue.verb.quotes and self._of_two(subject)

    def _of_two(self, subject: Speaker) -> bool:
        """Whether a subject and who spoke last are two persons."""
        last, is_person = self.reading.speaker, self.paragraph.cast.is_person
        return subject.id != last.id and is_person(subject) and is_person(last)

    def _goes_on(self, cue: Cue) -> bool:
        """Whether a verb that names nobody can only be of who spoke last."""
        quoted_by, last = self.reading.quoted_by, self.reading.speaker
        if quoted_by.id and quoted_by.agreement in (None, cue.verb.agreement):
            return False
        if last.agreement not in (None, cue.verb.agreement):
            return False
        opener = self.paragraph.opener(self._first_word(cue), cue.word)
        return opener in (None, last.id)

    def _first_word(self, cue: Cue) -> int:
        """The first word of a verb's sentence."""
        return self.script.word_at(self._sentence_start(self.script.place(cue)))

    def _certain(self, cue: Cue, subject: Speaker) -> bool:
        """Whether the name after a transitive verb is the speaker's: he speaks already, or it opens."""
        if subject.id is None or self.paragraph.may_be_told(cue):
            return False
        place = self.script.place(cue)
        opens = place == self._sentence_start(place)
        return opens or subject.id == self.reading.speaker.id or self.paragraph.is_of_name_behind(cue)

    def _take(self, quoted: Quoted) -> None:
        cue = self._cue_before(quoted)
        place = Place.of(self.paragraph, quoted, cue)
        said = self._said(quoted, cue, place)
        if not quoted.marked and not (said and said.speaker.id):
            return
        kind = judge(place, supported=said is not None, sure=said is not None and said.sure)
        if kind is None:
            self.reading.terms.add(place.content)
        elif kind == "quotation" or place.content not in self.reading.terms:
            said = said or Said(NOBODY, None)
            self.last = (quoted.end, said)
            self.reading.add(self.block, quoted, self.script, said, fragment=kind == "fragment")

    def _said(self, quoted: Quoted, cue: Cue | None, place: Place) -> Said | None:
        """Who says a quotation, by the noun or verb before it, its neighbours or the line below."""
        told = words_of(self.paragraph, place.first, place.last)
        if told:
            return Said(told, None, sure=True)
        if cue is not None:
            return Said(NOBODY if cue is self.doubtful else self.reading.speaker, self.script.written(cue))
        if self.last and self._joined(self.last[0], quoted.start):
            return self.last[1]
        return self._said_by_source(quoted) or self._said_after(quoted) or self._said_around(quoted)

    def _said_by_source(self, quoted: Quoted) -> Said | None:
        """Who says it by a source named before it in its sentence: `وبحسب الوكالة، فإن "…"`."""
        floor = max(self._sentence_start(quoted.start), self.last[0] if self.last else 0)
        last = self.script.word_at(quoted.start)
        for index in range(max(self.script.word_at(floor), last - _SOURCE), last):
            word = self.script.tokens.words[index]
            if not words("sources_before").isdisjoint((word, word[1:])):
                source = self.paragraph.source(index + 1)
                return Said(source, None) if source else None
        return None

    def _said_after(self, quoted: Quoted) -> Said | None:
        """Who says it by what follows: a verb, or a source."""
        after = self._cue_after(quoted)
        if after is not None:
            speaker = self.paragraph.subject(after) or self.reading.speaker
            agrees = speaker.agreement in (None, after.verb.agreement)
            sure = self._opens_sentence(quoted) and self._is_parted(quoted, after)
            return Said(speaker if agrees else NOBODY, self.script.written(after), sure)
        source = self._source_after(quoted) or self._signed_after(quoted)
        return Said(source, None) if source else None

    def _opens_sentence(self, quoted: Quoted) -> bool:
        """Whether nothing of its sentence stands before a quotation."""
        return self.script.word_at(self._sentence_start(quoted.start)) == self.script.word_at(quoted.start)

    def _is_parted(self, quoted: Quoted, cue: Cue) -> bool:
        """Whether a comma parts a quotation from the verb behind it, which its subject follows."""
        between = self.script.tokens.folded.text[quoted.end + 1 : self.script.place(cue)]
        first, last = self.paragraph.phrase(cue.word + 1)
        return any(mark in between for mark in "،,") and first < last

    def _said_around(self, quoted: Quoted) -> Said | None:
        """Who says what begins a paragraph: the line below, or the paragraph before, left open."""
        if self.script.word_at(quoted.start) > 0:
            return None
        if self.below:
            return Said(self.below, None)
        return Said(self.reading.speaker, None, sure=True) if self.reading.left_open else None

    def _joined(self, end: int, start: int) -> bool:
        between = self.script.tokens.folded.text[end:start]
        return len(between) <= _BETWEEN and not any(mark in between for mark in ":؟!\n")

    def _cue_before(self, quoted: Quoted) -> Cue | None:
        """The last verb before a quotation in its sentence, after the quotation before it."""
        floor = self._sentence_start(quoted.start)
        floor = max(floor, self.last[0]) if self.last else floor
        return self.script.last_cue(self.script.word_at(floor), self.script.word_at(quoted.start))

    def _cue_after(self, quoted: Quoted) -> Cue | None:
        first = self.script.word_at(quoted.end)
        cue = self.script.first_cue(first, first + _POSTPOSED)
        if cue is None or cue.verb.participle or not self._follows(quoted, self.script.place(cue)):
            return None
        place = self.script.place(cue)
        following = bisect_right(self.quoted, place, key=lambda other: other.start)
        near = following < len(self.quoted) and self.quoted[following].start < place + _AHEAD
        return None if near and not self._is_anothers(cue, self.quoted[following]) else cue

    def _is_anothers(self, cue: Cue, following: Quoted) -> bool:
        """Whether another verb brings in the quotation that follows a verb."""
        return self.script.first_cue(cue.word + 1, self.script.word_at(following.start)) is not None

    def _source_after(self, quoted: Quoted) -> Speaker | None:
        """Whom the words right after a quotation name as its source: `"…"، بحسب الصحيفة`."""
        tokens, first = self.script.tokens, self.script.word_at(quoted.end)
        for index in range(first, min(first + 2, len(tokens.words))):
            if tokens.words[index] in words("sources") and self._follows(quoted, tokens.starts[index]):
                return self.paragraph.source(index + 1)
        return None

    def _signed_after(self, quoted: Quoted) -> Speaker | None:
        """Whom a line names behind a quotation and a dash, with nothing else: `"…" - الرئيس`."""
        tokens, first = self.script.tokens, self.script.word_at(quoted.end)
        dashed = 0 < first < len(tokens.words) and gap(tokens, first).strip(_CLOSING) in _DASHES
        _, last = self.paragraph.phrase(first, apart=True)
        whole = self._opens_sentence(quoted) and last == len(tokens.words)
        return self.paragraph.source(first, apart=True) if dashed and whole else None

    def _follows(self, quoted: Quoted, place: int) -> bool:
        """Whether a place follows a quotation in its own sentence."""
        between = self.script.tokens.folded.text[quoted.end + 1 : place]
        return not any(mark in between for mark in ".!؟?\n")

    def _sentence_start(self, place: int) -> int:
        """Start of the sentence at a place; both are folded offsets in the paragraph."""
        original = self.block.span.start + self.script.span_of(place, place).start
        start = self.reading.starts[self.reading.sentence_at(original)] - self.block.span.start
        return self.script.folded(max(0, start))

    def _opened(self, quoted: Quoted) -> Quoted | None:
        """A quotation whose opening mark is missing: from the word that brings it in."""
        if self.reading.left_open and quoted.start == 0:
            return quoted
        tokens = self.script.tokens
        floor = max(quoted.start, self._sentence_start(quoted.end))
        last = self.script.word_at(quoted.end)
        cue = self.script.last_cue(self.script.word_at(floor), last)
        for index in range(cue.word + 1, last) if cue else ():
            brought = tokens.words[index] in words("that")
            if brought or ":" in gap(tokens, index):
                start = tokens.ends[index] if brought else tokens.starts[index]
                text = tokens.folded.text[start : quoted.end]
                return Quoted(quoted.end - len(text.lstrip(" :،")), quoted.end, opened=False)
        return None


def hear(reading: Reading, block: Block) -> None:
    """Let the verbs of a paragraph without quotation marks say who speaks."""
    Walk(reading, block, reading.paragraph(block), (), None).run()
