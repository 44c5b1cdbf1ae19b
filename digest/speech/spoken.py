"""Words said behind a colon without quotation marks: `وأوضحت الوزيرة منى الشاذلي: سنفتح باب التسجيل`.

Pure. Only a verb of saying that takes nothing but words brings them in, with its subject, and perhaps those
spoken to, right before the colon; they go to the end of their sentence. Behind إن they are told, not said.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from digest.model import Paragraph as Block
from digest.model import Span
from digest.speech.cues import Cue, Verb, addressed, gap, verb_forms, words
from digest.speech.marks import Quoted
from digest.speech.reading import Reading
from digest.speech.speakers import Paragraph

_REACH = 18
"""Words before the colon among which the verb stands."""
_FEWEST = 4
"""Words of such a quotation at least."""


def may_speak(reading: Reading, block: Block) -> bool:
    """Whether a paragraph has a colon with such a verb before it."""
    text, words_, at = reading.document.text, reading.words, block.span.start - 1
    while (at := text.find(": ", at + 1, block.span.end)) >= 0:
        last, _ = words_.words_in(Span(at, at))
        if not _outright_words().isdisjoint(words_.words[max(0, last - _REACH) : last]):
            return True
    return False


@cache
def _outright_words() -> frozenset[str]:
    """The verbs that bring such words in, alone and after a conjunction."""
    forms = (form for form, verb in verb_forms().items() if _brings_in(verb))
    return frozenset(lead + form for form in forms for lead in ("", "و", "ف"))


def _brings_in(verb: Verb) -> bool:
    return (verb.outright or verb.continues) and not (verb.needs or verb.participle)


def spoken(reading: Reading, block: Block, paragraph: Paragraph) -> Iterator[Quoted]:
    """Find the words said without marks in a paragraph that has none, in order."""
    tokens, after = paragraph.tokens, 0
    for cue in paragraph.script.cues:
        first = _behind(paragraph, cue) if cue.word >= after else None
        if first is None:
            continue
        place = block.span.start + tokens.span(first, first + 1).start
        last = paragraph.script.word_at(paragraph.script.folded(_end(reading, place) - block.span.start))
        if last - first >= _FEWEST:
            yield Quoted(tokens.starts[first], tokens.ends[last - 1], marked=False)
            after = last


def _behind(paragraph: Paragraph, cue: Cue) -> int | None:
    """The word behind the colon that stands after a verb and its subject."""
    tokens = paragraph.tokens
    if not _brings_in(cue.verb):
        return None
    _, last = paragraph.phrase(cue.word + 1)
    if last < len(tokens.words) and addressed(tokens.words[last]) and gap(tokens, last) == " ":
        last += 1
    if last >= len(tokens.words) or not gap(tokens, last).startswith(": "):
        return None
    return None if tokens.words[last] in words("that") else last


def _end(reading: Reading, place: int) -> int:
    """Where the sentence at a place of the document ends."""
    following = reading.sentence_at(place) + 1
    return reading.starts[following] if following < len(reading.starts) else len(reading.document.text)
