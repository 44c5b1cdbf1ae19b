"""Splits text into sentences, with the offsets of each.

A sentence ends at a stop with its closing marks, before white space, before an Arabic word set without the
space, or at a line end; and behind a quotation that a colon brought in, where a verb of saying begins anew
without any mark between. Abbreviations, initials, names of letters, decimals and list numbers keep their stop
(`rules/sentences.yml`). May use the text, rules and model layers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from digest.model import BODY, Document, Sentence, Span
from digest.rules import default_rules
from digest.text import as_row, fold, single_spaced

_WORD_BEFORE = 24
"""Longest stretch, in characters, looked at for the word before a stop."""

_LONGEST = 5_000
"""Characters after which a sentence ends in any case: what reads one takes time with its length squared."""


@dataclass(frozen=True, slots=True)
class _Splitter:
    stop: re.Pattern[str]
    abbreviations: frozenset[str]
    eras: frozenset[str]
    longest: int
    """Characters of the longest of both."""


def split_sentences(text: str) -> tuple[Span, ...]:
    """Split a text; the sentences are spans into it, without outer white space, in order.

    A line end is a boundary, and so is a blank in a run of thousands of characters without a stop; a piece
    without any letter or digit joins the sentence before it.
    """
    return tuple([Span(start, end) for start, end in _sentences(text)])


def split_document(document: Document) -> tuple[Sentence, ...]:
    """Split what a document's paragraphs tell, in reading order; a subhead or caption is one sentence.

    So is a row of a table, a stroke between its cells.
    """
    sentences: list[Sentence] = []
    for number, (paragraph, (start, end)) in enumerate(zip(document.paragraphs, document.told, strict=True)):
        if paragraph.cells:
            row = as_row(document.text[a:b] for a, b in paragraph.cells)
            place = paragraph.span
            sentences.append(Sentence(len(sentences), number, paragraph.kind, place, row))
            continue
        text = document.text[start:end]
        found = _sentences(text) if paragraph.kind is BODY else [_trimmed(text, 0, len(text))]
        plain = single_spaced(text) is text  # and so is each of its sentences
        for first, last in found:
            if first < last:
                shown = text[first:last] if plain else single_spaced(text[first:last])
                place = Span(start + first, start + last)
                sentences.append(Sentence(len(sentences), number, paragraph.kind, place, shown))
    return tuple(sentences)


def _sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence."""
    found: list[tuple[int, int]] = []
    parted = _parted(text) if ":" in text and _BROUGHT_IN.search(text) else _pieces(text)
    for piece in parted if len(text) <= _LONGEST else _bounded(text, parted):
        start, end = _trimmed(text, *piece)
        if start == end:
            continue
        if found and not _has_word(text, start, end):
            first, last = found[-1]
            if end - first <= _LONGEST and "\n" not in text[last:start]:
                found[-1] = (first, end)
                continue
        found.append((start, end))
    return found


def past_marks(text: str, end: int) -> int:
    """Move the end of a span past the tashkeel and tatweel of its last letter."""
    while end < len(text) and (unicodedata.combining(text[end]) or text[end] == _TATWEEL):
        end += 1
    return end


def _bounded(text: str, pieces: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pieces, each that no sentence is as long as parted at blanks."""
    for start, end in pieces:
        at = start
        while end - at > _LONGEST:
            blank = text.rfind(" ", at + _LONGEST // 2, at + _LONGEST)
            cut = blank + 1 or at + _LONGEST
            yield at, cut
            at = cut
        yield at, end


def _parted(text: str) -> Iterator[tuple[int, int]]:
    """The pieces, parted behind quotations too."""
    for first, end in _pieces(text):
        start = first
        for match in _BROUGHT_IN.finditer(text, first, end):
            if match["next"] in _openers() and len(match["said"].split()) >= _SAID:
                yield start, match.end("said") + 1
                start = match.end("said") + 1
        yield start, end


_SAID = 4
"""Words that a quotation has at least; fewer may be a title."""
_BROUGHT_IN = re.compile(r':\s?["“«](?P<said>[^"“”«»:\n]+)["”»] (?P<next>\w+)')


@cache
def _openers() -> frozenset[str]:
    """Finite verbs of saying: behind a quotation that has its own, one begins another sentence.

    A participle (in ا, ة or ين) goes on with the sentence of before. Unfolded, or `هنأ` would be `هنا`.
    """
    verbs = (verb for verb in default_rules().table("cues")["verbs"] if not verb.keys() & _UNSURE)
    forms = (form for verb in verbs for key in _AGREEMENTS for form in verb.get(key, ()))
    finite = (form for form in forms if not form.endswith(("ا", "ة", "ين")))
    return frozenset((*finite, *default_rules().table("sentences")["impersonal"]))


_AGREEMENTS = ("masculine", "feminine", "plural")
_UNSURE = frozenset(("needs", "named_after"))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    quotes = _QuoteCounter(text)
    for match in _splitter().stop.finditer(text):
        if match["stops"] is not None and _keeps_stop(text, match, start):
            continue
        end = match.end()
        if match["straight"] and end < len(text) and text[end].isalpha() and not quotes.open_at(match):
            end = match.start("straight")
        yield start, end
        start = end
    yield start, len(text)


class _QuoteCounter:
    """Whether a straight quotation mark closes: an odd number of them stands before it in its line."""

    def __init__(self, text: str) -> None:
        self._text, self._at, self._count = text, 0, 0

    def open_at(self, match: re.Match[str]) -> bool:
        """Whether a quotation is open just before the match; matches are asked for in text order."""
        at = match.start()
        line = self._text.rfind("\n", self._at, at)
        if line >= 0:
            self._at, self._count = line, 0
        self._count += self._text.count('"', self._at, at)
        self._at = at
        return self._count % 2 == 1


def _keeps_stop(text: str, match: re.Match[str], start: int) -> bool:
    """Whether the stop belongs to an abbreviation, an initial or a list number and ends nothing."""
    at = match.start()
    if text[at] != "." or match.end("stops") > at + 1 or _is_behind_word(text, at):
        return False
    backwards = _WORD.match(text[max(start, at - _WORD_BEFORE) : at][::-1])
    if backwards is None:
        return False
    word, before = backwards[0][::-1], at - backwards.end()
    if word.isdecimal():
        return len(word) <= 2 and not text[start:before].strip()
    after = _word_at(text, at + 1)
    if after and between_letters(word, after):
        return True
    rules = _splitter()
    if word in rules.eras and text[max(start, at - _WORD_BEFORE) : before].rstrip()[-1:].isdecimal():
        return False
    return word in rules.abbreviations or len(word.strip(_TATWEEL)) == 1


def _is_behind_word(text: str, at: int) -> bool:
    """Whether a stop stands before a blank and behind a word too long for any that has its own: most do."""
    if text[at + 1 : at + 2] not in _BLANKS:
        return False
    end = text[max(0, at - _splitter().longest - 1) : at]
    return end.isalpha() and len(end) > _splitter().longest and _TATWEEL not in end


_BLANKS = ("", " ", "\n")
_TATWEEL = "ـ"


def between_letters(before: str, after: str) -> bool:
    """Whether a stop between two words, without a space, parts names of letters: `بي.بي.سي`."""
    names, led = _letters()
    return fold(after) in names and led.fullmatch(fold(before)) is not None


@cache
def _letters() -> tuple[frozenset[str], re.Pattern[str]]:
    """The names of letters, and the form of one with particles attached."""
    names = sorted(map(fold, default_rules().table("sentences")["letters"]))
    return frozenset(names), re.compile(rf"[وف]?(?:[بلك]?(?:ال)?|لل)(?:{'|'.join(names)})")


def _word_at(text: str, at: int) -> str:
    if text[at : at + 1] in " \n":
        return ""  # as behind nearly any stop
    found = _WORD.match(text, at, at + _WORD_BEFORE)
    return found[0] if found else ""


_WORD = re.compile(r"[\w\u064b-\u0652\u0670]+")


@cache
def _splitter() -> _Splitter:
    table = default_rules().table("sentences")
    stops, closing, either = (re.escape(table[key]) for key in ("stops", "closing", "either"))
    closing_only = closing.replace('"', "")
    # It begins with one set of characters, so that the search leaps from one of them to the next.
    stop = re.compile(
        rf"[{stops}\n](?:(?<=\n)|(?P<stops>[{stops}]*)"
        rf"(?:[{closing_only}]|[{either}](?!\w)|\[\d{{1,3}}\])*+"
        rf'(?P<straight>"?)[{closing_only}{stops}]*+'
        rf"(?:[ \u00a0](?:[{closing_only}]|[\"{either}](?!\w))(?:[{stops}]|(?!\S)))?"
        r"(?=\s|\Z|[\"“«‘]?[\u0620-\u064a\u0671-\u06d3]{2}))"
    )
    kept = (*table["abbreviations"], *table["eras"])
    return _Splitter(stop, frozenset(table["abbreviations"]), frozenset(table["eras"]), max(map(len, kept)))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A piece without the white space at its ends; nothing of it where it is no more than that."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _has_word(text: str, start: int, end: int) -> bool:
    return text[start].isalnum() or any(map(str.isalnum, text[start:end]))
