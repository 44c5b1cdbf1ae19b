"""Reads the line of small pieces around a date below a headline, whatever parts them. Pure.

`تحقيق 14/9/2021 324`, `هيئة التحرير 30 ديسمبر 2024`: where a page's marks between section, writer, date and
counts got lost, or are those of the date itself. Called by `credits`, for lines that stand where credits do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from digest.clean.fields.datelines import is_of_dates, read_stamp
from digest.clean.fields.desks import is_desk
from digest.clean.fields.fieldwords import field_words, is_account, is_name, is_term
from digest.clean.fields.parts import Part, shifted, trim
from digest.clean.phrases import phrases
from digest.clean.prose import is_function_word
from digest.clean.rows import make_row, words_of
from digest.model import LineKind, Span

_WORD = re.compile(r"\S+")
_OF_DATE = 6
"""Words in which a date is whole, with a second name of the month of two words and the mark before it."""
_MOST = 18
"""Words of such a line."""
_SIGNS = re.compile(r"\s*(?:[|•·،,]|(?<=\s)[/–—-](?=\s|$)|^[/–—-](?=\s))\s*")
_FIGURES = re.compile(r"[\d/.:,،|•·()+–—-]+")
_COUNT = re.compile(r"\d[\d.,]*\s*(?:[^\W\d_]+\s?){0,2}|(?:[^\W\d_]+\s?){1,3}:\s*\d[\d.,]*")
"""`0 تعليق`, `5 دقائق قراءة`, `عدد القراءات: 12`."""
_SHORT, _SECTION = 2, 3
"""Words of a section's name that no list knows; of one that a list knows, or that a time of day is beside."""


def read_metas(text: str, credit: Callable[[str], tuple[Part, ...]]) -> tuple[Part, ...]:
    """The date and the credits of a line that has nothing but a date and small pieces around it.

    `credit` reads a piece that is more than a name.
    """
    words = [match.span() for match in _WORD.finditer(text)]
    if not _FEWEST <= len(words) <= _MOST or not any(map(str.isdigit, text)):
        return ()
    date = _date_in(text, words)
    if date is None:
        return ()
    stamp = read_stamp(text[date.start : date.end])
    found = [Part("date", date, "date.placed")]
    told = is_function_word(words_of(text[date.start : date.end])[0])
    for span in (*_pieces(text, 0, date.start), *_pieces(text, date.end, len(text))):
        parts = _piece(text, span, credit, clocked=stamp is not None and stamp.clock)
        if not parts or (told and parts[0].role == "label" and span.end < date.start):
            # `متظاهرون في 12 مايو 2024`: what happened that day.
            return ()
        found += parts
    return tuple(sorted(found, key=lambda part: part.span.start)) if len(found) > 1 else ()


_FEWEST = 2


def _date_in(text: str, words: Sequence[tuple[int, int]]) -> Span | None:
    """The first whole date, with all that is of dates on both sides; None where there is none."""
    for size in range(1, _OF_DATE + 1):
        for first in range(len(words) - size + 1):
            last = first + size - 1
            if _day(text, words[first][0], words[last][1]):
                return _grown(text, words, first, last)
    return None


def _grown(text: str, words: Sequence[tuple[int, int]], first: int, last: int) -> Span:
    """A date with the words on both sides that are of dates and leave it the same day."""
    day = _day(text, words[first][0], words[last][1])
    while (
        first
        and _is_of_date(text, words[first - 1])
        and _day(text, words[first - 1][0], words[last][1]) == day
    ):
        first -= 1
    while (
        last + 1 < len(words)
        and _is_of_date(text, words[last + 1])
        and _day(text, words[first][0], words[last + 1][1]) == day
    ):
        last += 1
    return trim(text, words[first][0], words[last][1])


def _day(text: str, start: int, end: int) -> str | None:
    stamp = read_stamp(text[start:end])
    return stamp.edtf if stamp else None


def _is_of_date(text: str, span: tuple[int, int]) -> bool:
    word = text[span[0] : span[1]]
    return _FIGURES.fullmatch(word) is not None or is_of_dates(word.strip("،,:()"))


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """What marks part in a stretch of text, without what is empty."""
    place = start
    for match in _SIGNS.finditer(text, start, end):
        yield from _whole(text, place, match.start())
        place = match.end()
    yield from _whole(text, place, end)


def _whole(text: str, start: int, end: int) -> Iterator[Span]:
    span = trim(text, start, end)
    if span.length:
        yield span


def _piece(
    text: str, span: Span, credit: Callable[[str], tuple[Part, ...]], *, clocked: bool
) -> tuple[Part, ...]:
    """What a piece beside a date is; nothing where it may be words of a sentence."""
    piece = text[span.start : span.end]
    if is_desk(piece) or is_name(piece):
        return (Part("byline", span, "byline.placed"),)
    if parts := credit(piece):
        return tuple(replace(part, rule=f"{part.role}.placed") for part in shifted(parts, span.start))
    label = is_term(piece) or is_account(piece) or _COUNT.fullmatch(piece) or _is_section(piece, clocked)
    return (Part("label", span, "date.placed"),) if label else ()


def _is_section(piece: str, clocked: bool) -> bool:
    """Whether some plain words are a section's name, or may be."""
    row = make_row(piece)
    if not 1 <= len(row.words) <= _SECTION or not piece.replace(" ", "").isalpha():
        return False
    if any(_is_of_sentence(word) for word in row.words):
        return False
    rule = phrases().find(row)
    known = rule is not None and rule.kind is LineKind.NAVIGATION
    return len(row.words) <= _SHORT or clocked or known


def _is_of_sentence(word: str) -> bool:
    """Whether a word ties words together or tells of a picture, as none of a section's name does."""
    known = field_words()
    return is_function_word(word) or word.startswith("لل") or word in known.credits or word in known.pictured
