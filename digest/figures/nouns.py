"""The noun that a text itself counts by, where a unit has several: `أسرة` and `عائلة`. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from digest.figures.units import Unit, oblique
from digest.text import fold

_ATTACHED = ("", "ال", "لل")
"""What may be written before a noun that is counted: `15 من الأسر`."""


def as_counted(unit: Unit, text: str) -> Unit:
    """A unit by the noun that a figure's text has for it; as it is where the text has none of the others."""
    words = fold(text).split()
    noun = next((noun for noun in unit.nouns if any(_is_in(form, words) for form in _forms(noun))), None)
    return replace(unit, ar=(noun[0], noun[1], noun[2], noun[3])) if noun else unit


def _forms(noun: Sequence[str]) -> Iterator[list[str]]:
    for form in (*noun, oblique(noun[1])):
        yield fold(form).split()


def _is_in(form: Sequence[str], words: Sequence[str]) -> bool:
    """Whether words stand side by side among others, with the article or without."""
    length = len(form)
    return any(
        all(
            word in [attached + part for attached in _ATTACHED]
            for part, word in zip(form, words[at : at + length], strict=True)
        )
        for at in range(len(words) - length + 1)
    )
