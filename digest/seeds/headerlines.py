"""What the readers of a text file's header share: what they find, and how its lines are looked at. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digest.model import SeedMetadata
from digest.text import fold

_ARABIC, _END = re.compile("[\u0621-\u064a]"), re.compile("[.!?؟۔…][\"”»’'›)\\]\\s]*$")
_LABELLED = re.compile(r"\s*[^\W\d_]{2,20}(?:\s[^\W\d_]{2,20})?\s?:\s\S.{0,80}$")
_TAIL = 12
"""Characters at a line's end that tell how it ends."""


@dataclass(frozen=True, slots=True)
class Found:
    """A header: what it states, and where its lines are."""

    stated: SeedMetadata
    places: Mapping[int, tuple[int, int] | None]
    """The header's lines; of one with a text behind its key where that key and that text begin in it."""


def first_written(lines: Sequence[str], start: int, most: int) -> int:
    """The first line that is not blank, of the next ones; else where they end."""
    end = min(start + most, len(lines))
    return next((place for place in range(start, end) if lines[place].strip()), end)


def is_sentence(said: str) -> bool:
    """Whether a value is words in Arabic that end as a sentence does."""
    return _END.search(said[-_TAIL:]) is not None and _ARABIC.search(said) is not None


def is_labelled(line: str) -> bool:
    """Whether a word or two stand before what a short line says, of whatever language."""
    return _LABELLED.match(line) is not None


def plain(words: str) -> str:
    """Words as those of the rules are compared with."""
    return " ".join(fold(words).lower().split())
