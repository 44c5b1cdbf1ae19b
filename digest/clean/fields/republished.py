"""Reads in which paper an article was published, and when: `نشر بجريدة الضفة يوم 12 مايو 2024`. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.clean.fields.datelines import is_of_dates, read_stamp
from digest.clean.fields.datewords import date_words
from digest.clean.fields.fieldwords import is_term
from digest.clean.fields.outlets import is_outlet, names_kind
from digest.clean.fields.parts import Part, trim
from digest.model import Span
from digest.text import fold

_WORD = re.compile(r"\S+")
_OPENING, _LONGEST = 2, 5
"""Words before the verb, and of a paper's name."""
_THIS = ("هذا", "هذه")
_IN, _WHERE = "ب", ("في", "على", "عبر")
"""What stands before a paper's name: a letter of its word, or a word."""
_MARKS, _EDGE = '«"“', '.:،,()[]«»"“”-–—'
PUBLISHED = "date.published"
"""The rule of such a date, which is the article's wherever it stands."""


def read_published(text: str, words: Sequence[str]) -> tuple[Part, ...]:
    """The paper and the date of a line that says no more than where an article was published.

    `words` are the text's folded ones.
    """
    if date_words().published_in.isdisjoint(words[: _OPENING + 1]) or not any(map(str.isdigit, text)):
        return ()
    spans = [match.span() for match in _WORD.finditer(text)]
    start = _paper_at(text, spans)
    begin = next((at for at, _ in spans if start is not None and at > start and _is_date(text[at:])), None)
    if start is None or begin is None:
        return ()
    name = _trimmed(text, start, begin)
    if len(text[name.start : name.end].split()) > _LONGEST or not _is_paper(text, name):
        return ()
    date = trim(text, begin, len(text))
    return (Part("source", name, "source.published"), Part("date", date, PUBLISHED))


def _paper_at(text: str, spans: Sequence[tuple[int, int]]) -> int | None:
    """Where the paper's name begins behind a verb of publishing, `في` or `ب` before it."""
    words = [fold(text[start:end]).strip(_EDGE) for start, end in spans]
    opening = enumerate(words[: _OPENING + 1])
    verb = next((place for place, word in opening if word in date_words().published_in), None)
    if verb is None or not all(is_of_dates(word) or is_term(word) for word in words[:verb]):
        return None
    place = _behind_article(words, verb + 1)
    if place + 1 >= len(words):
        return None
    if words[place].startswith(_IN) and names_kind(words[place][1:]):
        return spans[place][0] + 1
    return spans[place + 1][0] if words[place] in _WHERE else None


def _behind_article(words: Sequence[str], place: int) -> int:
    """The place of the word behind what was published, where that is this article: `هذا المقال`, `المقال`."""
    if words[place : place + 1] and words[place] in _THIS:
        return place + 2
    named = words[place : place + 1] and is_term(words[place].removeprefix("ال"))
    return place + 1 if named and words[place].startswith("ال") else place


def _trimmed(text: str, start: int, end: int) -> Span:
    """A name with the mark that closes what it opens inside: `مجلة «الضفة»`."""
    name = trim(text, start, end)
    closing = text[name.end : name.end + 1] in tuple('»”"')
    opened = any(mark in text[name.start : name.end] for mark in _MARKS)
    return Span(name.start, name.end + 1) if closing and opened else name


def _is_date(text: str) -> bool:
    """Whether a text is a day with nothing but words of dates beside it."""
    stamp = read_stamp(text.rstrip(_EDGE)) if len(text) <= _LONGEST_DATE else None
    if stamp is None or stamp.edtf is None:
        return False
    # `اليوم` is the end of a paper's name.
    words = re.findall(r"[^\W\d_]+", text)
    return all(map(is_of_dates, words)) and not (words and fold(words[0]) in date_words().now)


_LONGEST_DATE = 60
"""Characters of a date with the number of an issue."""


def _is_paper(text: str, name: Span) -> bool:
    """Whether a name is an outlet's: it opens as such do, or stands in quotation marks."""
    piece = text[name.start : name.end]
    opened, _, rest = piece.partition(" ")
    quoted = text[max(name.start - 1, 0)] in _MARKS
    return quoted or (bool(rest) if names_kind(fold(opened)) else is_outlet(piece))
