"""Tells editors' initials below or behind a story (`ز.ح/ ر.س`), and a name with one (`نسرين.ب`). Pure."""

from __future__ import annotations

import re

from digest.clean.fields.fieldwords import is_agency
from digest.text import without_vowels

_ONE = "[\u0621-\u063a\u0641-\u064a]{1,2}\u0640?"
_WRITER = rf"{_ONE}(?:[ ._]{{1,2}}{_ONE}){{0,3}}\.?"
_WRITERS = rf"{_WRITER}(?:\s{{0,2}}[/،,-]\s{{0,2}}{_WRITER}){{1,3}}"
_BESIDE = r"[\s\u0640_*()\[\]–—-]{0,40}"
_ALONE = re.compile(rf"{_BESIDE}(?:{_WRITERS}|{_ONE}(?:\.\s?{_ONE}){{1,3}}\.?){_BESIDE}")
_BEHIND = re.compile(rf"(?<=[.!؟»\"”])\s{{1,3}}{_BESIDE}{_WRITER}(?:\s{{0,2}}/\s{{0,2}}{_WRITER}){{1,3}}\s*$")
_NAMED = re.compile(rf"[\s*_]{{0,5}}[\u0621-\u063a\u0641-\u064a]{{3,12}}\s?\.\s?{_ONE}\.?[\s*_]{{0,5}}")
"""A name, a stop and an initial or two letters."""
_LONGEST = 60
"""Characters of a line or an end that holds nothing else."""


def is_initials(text: str) -> bool:
    """Whether a line is nothing but initials with stops or strokes between them, and none an agency's."""
    if len(text) > _LONGEST or not any(mark in text for mark in "./"):
        return False
    plain = without_vowels(text).text
    return _ALONE.fullmatch(plain) is not None and not is_agency(plain)


def is_initialed(text: str) -> bool:
    """Whether a line is a name and an initial, a stop between them: `نسرين.ب`."""
    return len(text) <= _LONGEST and _NAMED.fullmatch(without_vowels(text).text) is not None


def initials_behind(text: str) -> tuple[int, int] | None:
    """Where initials with a stroke between them stand behind a text's last sentence; None where none do."""
    start = max(0, len(text) - _LONGEST)
    found = _BEHIND.search(text, start) if "/" in text[start:] else None
    return found.span() if found else None
