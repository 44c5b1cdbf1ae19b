"""Tells editors' initials below or behind a story (`ز.ح/ ر.س`), and a name with one (`نسرين.ب`). Pure."""

from __future__ import annotations

import re

from digest.clean.fields.fieldwords import is_agency
from digest.text import without_vowels

_ONE = "[\u0621-\u063a\u0641-\u064a]{1,2}\u0640?"
_WRITER = rf"{_ONE}(?:[ ._]{{1,2}}{_ONE}){{0,3}}\.?"
_WRITERS = rf"{_WRITER}(?:\s{{0,2}}[/،,-]\s{{0,2}}{_WRITER}){{1,3}}"
_LETTER = "[\u0621-\u063a\u0641-\u064a]"
_BESIDE = r"[\s\u0640_*()\[\]–—-]{0,40}"
_END = r"\(\s?([^\W\d_]{2,12})\s?\)\s{0,3}"
"""What says in brackets that a story is over: `(النهاية)`."""
_STOPPED, _SPACES = rf"{_ONE}(?:\.\s?{_ONE}){{1,3}}\.?", rf"{_LETTER}(?: {_LETTER}){{1,3}}"
_ALONE = re.compile(rf"{_BESIDE}(?:{_END})?(?:{_WRITERS}|{_STOPPED}|{_SPACES}){_BESIDE}")
_STROKED = rf"(?:\s{{0,2}}/\s{{0,2}}{_WRITER})"
_BEHIND = re.compile(
    rf"(?<=[.!؟»\"”])(?:\s{{1,3}}{_BESIDE}{_WRITER}{_STROKED}{{1,3}}|\s{{0,3}}{_END}{_WRITER}{_STROKED}{{0,3}})"
    r"\s*$"
)
_NAMED = re.compile(rf"[\s*_]{{0,5}}[\u0621-\u063a\u0641-\u064a]{{3,12}}\s?\.\s?{_ONE}\.?[\s*_]{{0,5}}")
"""A name, a stop and an initial or two letters."""
_SPACED = re.compile(rf"\W{{0,4}}{_LETTER}\W")
_LONGEST = 60
"""Characters of a line or an end that holds nothing else."""


def is_initials(text: str) -> bool:
    """Whether a line is nothing but initials, and none an agency's.

    Stops or strokes are between them, or nothing but blanks and each is of one letter: `س ص`.
    """
    if len(text) > _LONGEST or not (any(mark in text for mark in "./") or _SPACED.match(text)):
        return False
    plain = without_vowels(text).text
    found = _ALONE.fullmatch(plain)
    return found is not None and not (is_agency(plain) or (found[1] and is_agency(found[1])))


def is_initialed(text: str) -> bool:
    """Whether a line is a name and an initial, a stop between them: `نسرين.ب`."""
    return len(text) <= _LONGEST and _NAMED.fullmatch(without_vowels(text).text) is not None


def initials_behind(text: str) -> tuple[int, int] | None:
    """Where initials with a stroke, or with what says that all is over, stand behind the last sentence."""
    end = text[-_LONGEST:]
    found = _BEHIND.search(text, max(0, len(text) - _LONGEST)) if "/" in end or "(" in end else None
    return found.span() if found and not (found[1] and is_agency(found[1])) else None
