"""A line's tokens by their places, and a figure among them. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from digest.figures.tokens import Token
from digest.figures.units import Unit
from digest.model import Bound


class Phrase(NamedTuple):
    """The tokens [first, end) without the letters attached in front."""

    first: int
    end: int
    skip: int = 0


class Found(NamedTuple):
    """A figure by its tokens [first, end)."""

    value: float | None
    unit: Unit
    rate: str
    first: int
    number_end: int
    end: int
    skip: int = 0
    """Attached letters before it."""
    measures: Phrase | None = None
    """What it measures."""
    high: float | None = None
    """The upper value of a range, whose lower one `value` is."""

    bound: Bound | None = None
    """How the text qualifies the value."""

    told_from: int | None = None
    """The token before which stands what it measures, where that is not its first one."""

    @property
    def unit_id(self) -> str:
        """The unit with its rate: `m3/year`."""
        return f"{self.unit.id}/{self.rate}" if self.rate else self.unit.id


@dataclass(frozen=True, slots=True)
class Row:
    """A folded line with its tokens (`numbers.read_tokens`)."""

    text: str
    tokens: list[Token]
    dated: frozenset[int] = frozenset()
    """The numbers, by place, that stand in dates."""

    def word(self, at: int) -> str:
        """The word at a place; empty where there is none."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) and self.tokens[at].kind == "word" else ""

    def spaced(self, at: int, before: int) -> bool:
        """Whether nothing but white space stands between two tokens."""
        if not 0 <= before < len(self.tokens) or not 0 <= at < len(self.tokens):
            return False
        return not self.text[self.tokens[before].end : self.tokens[at].start].strip()

    def follows(self, at: int) -> bool:
        """Whether a token is a word with nothing but white space before it."""
        return bool(self.word(at)) and self.spaced(at, at - 1)
