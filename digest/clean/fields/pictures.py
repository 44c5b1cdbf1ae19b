"""Tells the lines about a picture: who took it, what it shows, whose it is. Pure."""

from __future__ import annotations

import re
from functools import cache

from digest.clean.fields.datelines import read_stamp
from digest.clean.fields.fieldwords import field_words, is_agency
from digest.clean.rows import Row, words_of
from digest.text import without_vowels

_LAST_PIECE = re.compile(r"\s[-–—|/]\s?|\.\s|\s*[(\[]")
_BRACKETS = re.compile(r"\(([^()]{2,30})\)[\s.*]*$")
_LONGEST_CAPTION, _LONGEST_DESCRIPTION = 250, 160


def is_photo_credit(row: Row) -> bool:
    """Whether a line is about a picture but no description of it: `تصوير: …`, `التعليق على الصورة،`."""
    words, text = row.words, row.text
    if text[0] == "©" and len(text) <= 120 and not any(map(str.isdigit, text)):
        return True
    if not words or len(text) > 120 or words[0] not in _credit_edges()[0]:
        return False
    if len(words) <= 3 and words[:1] in _photo_words():
        return True
    for length in (3, 2, 1):
        if " ".join(words[:length]) in field_words().credits:
            rest = len(words) - length
            mark = re.match(rf"(?:\W*\w+){{{length}}}\s*(\W?)", without_vowels(text).text)
            return rest == 0 or (rest <= 6 and bool(mark and mark[1] in tuple(":،,-–/|")))
    return False


def is_caption(row: Row) -> bool:
    """Whether a line describes a picture by its own words: an agency or `أرشيف` in brackets at its end."""
    text = row.text
    if not 15 <= len(text) <= _LONGEST_CAPTION:
        return False
    if ("©" in text[15:] and not any(map(str.isdigit, text))) or _is_signed_by(text[-_REACH:]):
        return True
    if ")" not in text[-40:] and row.words[-1] not in _credit_edges()[1]:
        return False
    last = words_of(_LAST_PIECE.split(text[-60:])[-1])
    credited = " ".join(last) in field_words().credits
    return credited or (text.endswith(")") and last[:1] in _photo_words()) or _is_owned(text)


def _is_owned(text: str) -> bool:
    """Whether a line ends with an agency in brackets, or with any owner there behind the picture's day."""
    brackets = _BRACKETS.search(text, max(0, len(text) - 40))
    if brackets is None or len(text) < _SHORTEST_CAPTION:
        return False
    owned = is_agency(brackets[1]) or " ".join(words_of(brackets[1])) in field_words().credits
    return owned or _ends_with_day(text[: brackets.start()].rstrip())


_SHORTEST_CAPTION = 20
"""Characters of a picture's description and an agency in brackets."""
_REACH = 60
"""Characters of a line's end that hold who took a picture."""
_TAKEN = re.compile(r"(?:\s[-–—|/]|[(\[])\s?([^\W\d_]{2,10})\s?:\s?[^\W\d_][^:()\[\]]{2,40}[)\]]?$")


def _is_signed_by(end: str) -> bool:
    """Whether a line ends with who took a picture: `… - تصوير: اسم`."""
    taken = _TAKEN.search(end) if ":" in end else None
    return taken is not None and words_of(taken[1]) in _photo_words()


def _ends_with_day(text: str) -> bool:
    """Whether a line ends with a day behind a dash."""
    _, dash, day = text.rpartition(" - ")
    stamp = read_stamp(day) if dash else None
    return stamp is not None and stamp.edtf is not None


def is_described(row: Row) -> bool:
    """Whether a line inside a text describes a picture: its day behind a dash, or words such as `في صورة`."""
    if row.ends or not 25 <= row.size <= _LONGEST_DESCRIPTION or row.bullet:
        return False
    pictured = f" {row.core} "
    return _ends_with_day(row.text) or any(f" {phrase} " in pictured for phrase in field_words().pictured)


@cache
def _credit_edges() -> tuple[frozenset[str], frozenset[str]]:
    """The first words, and the last ones, of what credits a picture."""
    phrases = [phrase.split(" ") for phrase in field_words().credits]
    return frozenset(phrase[0] for phrase in phrases), frozenset(phrase[-1] for phrase in phrases)


@cache
def _photo_words() -> frozenset[tuple[str, ...]]:
    """The single words that credit a picture, each as a row's first words."""
    return frozenset((word,) for word in field_words().credits if " " not in word)
