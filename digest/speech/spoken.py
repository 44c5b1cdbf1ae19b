"""Words said behind a colon without quotation marks: `وأوضحت الوزيرة منى الشاذلي: سنفتح باب التسجيل`.

Pure. Only a verb of saying that takes nothing but words brings them in, with its subject, and perhaps those
spoken to, right before the colon; they go to the end of their sentence. Behind إن they are told, not said.
"""

from __future__ import annotations

from collections.abc import Iterator

from digest.model import Paragraph as Block
from digest.speech.cues import Cue, addressed, gap, words
from digest.speech.marks import Quoted
from digest.speech.reading import Reading
from digest.speech.speakers import Paragraph

_FEWEST = 4
"""Words of such a quotation at least."""


def has_colon(text: str, block: Block) -> bool:
    """Whether a paragraph of a text has a colon before a space."""
    return text.find(": ", block.span.start, block.span.end) >= 0


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
    if not (cue.verb.outright or cue.verb.continues) or cue.verb.needs or cue.verb.participle:
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
