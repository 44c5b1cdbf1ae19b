"""Goes through an article paragraph by paragraph, keeping in mind who spoke last.

Pure; what a paragraph holds is found by `walk`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from digest.model import Document, Entity, LineKind, Quotation, Sentence
from digest.model import Paragraph as Block
from digest.names import Tokens
from digest.names.tokens import tokenise
from digest.speech.cast import NOBODY, Cast, Speaker
from digest.speech.kinds import is_first_person
from digest.speech.marks import Quoted, mark_places, pair_marks
from digest.speech.phrases import ENDS_PHRASE, breaks, says
from digest.speech.reading import Reading, Said
from digest.speech.spoken import may_speak, spoken
from digest.speech.walk import Walk, hear
from digest.text import single_spaced

_LONGEST_ATTRIBUTION = 80
"""Characters of a line that names a speaker and does nothing else."""
_OF_MARKUP = "markup."
"""How the rules of lines begin that an HTML page sets around its article."""
_SIGNED = "quote.signed"
"""The rule of a line that says whose the words above it are, known or not."""


def find_quotations(
    document: Document, words: Tokens, sentences: Sequence[Sentence], entities: Sequence[Entity]
) -> tuple[Quotation, ...]:
    """Find the quotations of an article, in text order.

    `words` are the document's (`digest.names.read_words`).
    `Quotation.span` covers the words without their marks; one that runs over paragraphs is one quotation a
    paragraph. `speaker` is an entity's id, None where it is not certain.
    """
    cast, starts = Cast(document, words, entities), [item.span.start for item in sentences]
    reading = Reading(document, words, cast, starts, [line.number for line in document.lines], hear)
    marks = mark_places(document.text)
    for block, speaker in zip(document.paragraphs, _signatures(reading), strict=True):
        if block.quoted:
            _take_whole(reading, block, speaker)
        elif block.kind is LineKind.BODY:
            _read_paragraph(reading, block, marks)
    return tuple(reading.found)


def _signatures(reading: Reading) -> list[Speaker | None]:
    """Who signs the block quotation that each paragraph is of, which the last line of it tells."""
    speakers: list[Speaker | None] = []
    for block in reversed(reading.document.paragraphs):
        if block.signs:
            line = reading.document.text[block.span.start : block.span.end].strip(_EDGES)
            name, *_ = _COMMA.split(line)
            whole = _attribution(line, reading.cast) or _attribution(name, reading.cast)
            speakers.append(Speaker(whole.id if whole else None, single_spaced(line)))
        else:
            speakers.append(speakers[-1] if block.quoted and speakers else None)
    return speakers[::-1]


_EDGES, _QUOTES = " -–—―•*|()", ' "“”«»„'
_COMMA = re.compile("[،,(]")


def _take_whole(reading: Reading, block: Block, speaker: Speaker | None) -> None:
    """Note a paragraph of a block quotation, which somebody else says as a whole."""
    first, last = reading.words.words_in(block.span)
    if block.signs or first == last:
        return
    script = reading.paragraph(block).script
    text = script.tokens.folded.text
    inside = Quoted(len(text) - len(text.lstrip(_QUOTES)), len(text.rstrip(_QUOTES)))
    reading.add(block, inside, script, Said(speaker or NOBODY, None))
    reading.left_open = False


def _read_paragraph(reading: Reading, block: Block, marks: list[int]) -> None:
    """Read a paragraph; `marks` are the places of the article's quotation marks."""
    below = _speaker_below(reading, block)
    marked = bool(marks) and bisect_left(marks, block.span.start) < bisect_left(marks, block.span.end)
    if not (below or marked or may_speak(reading, block)):
        reading.unheard.append(block)
        reading.left_open = False
        return
    first, last = reading.words.words_in(block.span)
    if first == last:
        return
    paragraph = reading.paragraph(block)
    script, tokens = paragraph.script, paragraph.tokens
    quoted = pair_marks(tokens.folded.text, script.introduces) if marked else ()
    quoted = quoted or tuple(spoken(reading, block, paragraph))
    if not quoted and not script.cues and below and is_first_person(tokens.words):
        whole = Quoted(0, len(tokens.folded.text.rstrip()))
        reading.add(block, whole, script, Said(below, None))
        return
    Walk(reading, block, paragraph, quoted, below).run()
    reading.left_open = bool(quoted) and not quoted[-1].closed


def _speaker_below(reading: Reading, block: Block) -> Speaker | None:
    """The speaker that a line right under a paragraph names."""
    lines = reading.document.lines
    index = bisect_right(reading.lines, max(block.lines, default=0))
    if index >= len(lines) or lines[index].kind in (LineKind.HEADLINE, LineKind.SUBHEAD, LineKind.BYLINE):
        return None
    if lines[index].rule.startswith(_OF_MARKUP):
        return None
    span = lines[index].span
    if span.length > _LONGEST_ATTRIBUTION:
        return None
    text = reading.document.seed.text[span.start : span.end]
    signed = Speaker(None, single_spaced(text)) if lines[index].rule == _SIGNED else None
    return _attribution(text, reading.cast) or signed


def _attribution(line: str, cast: Cast) -> Speaker | None:
    """The person whom a line names and does nothing else: it stands under somebody's words."""
    text = line.strip(" -–—•*|")
    tokens = tokenise(text)
    if not 1 <= len(tokens.words) <= 8 or ENDS_PHRASE.search(text.replace("،", "")):
        return None
    if any(says(word) or breaks(word) for word in tokens.words):
        return None
    found = cast.resolve(text)
    return Speaker(found, single_spaced(text)) if found else None
