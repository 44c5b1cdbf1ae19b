"""The sentences of an article with their date expressions, read once. May use the dates layer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from digest import edtf
from digest.dates.context import looks_ahead
from digest.dates.find import read
from digest.dates.reference import place
from digest.dates.tense import Tense, tense_of
from digest.dates.tokens import Tokens
from digest.dates.when import Edge, Expression, Range, When
from digest.model import Evidence, Span

_MOST = 1_000
"""Date expressions of an article that are weighed; what they prove, further ones would not change."""
_REACH = 100_000
"""Characters of an article that are read for them."""
_CLOSE = 5
"""Tokens before a date within which a sign of the future is about it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence: its offset in the seed's text, and its text."""

    start: int
    text: str


@dataclass(slots=True)
class Said:
    """A date expression of a sentence, read and, where it is absolute, placed."""

    piece: Piece
    tokens: Tokens
    first: int
    after: int
    what: Expression
    future: bool
    """Whether its sentence speaks of what is to come."""
    soon: bool
    """Whether a sign of that stands close before it."""
    value: str | None = None

    @property
    def tense(self) -> Tense:
        """What its verb says of it."""
        return tense_of(self.tokens, self.first, self.after)

    @property
    def span(self) -> Span:
        """Where it stands in the seed's text."""
        inside = self.tokens.span(self.first, self.after)
        return Span(self.piece.start + inside.start, self.piece.start + inside.end)

    @property
    def text(self) -> str:
        """The words."""
        inside = self.tokens.span(self.first, self.after)
        return self.piece.text[inside.start : inside.end]

    def evidence(self, rule: str, constraint: str) -> Evidence:
        """Evidence that rests on this expression."""
        return Evidence(rule, constraint, span=self.span, text=self.text)


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence that has been read."""

    piece: Piece
    tokens: Tokens
    said: tuple[Said, ...]

    @property
    def folded(self) -> str:
        """Its text, folded; the tokens' offsets are offsets of it."""
        return self.tokens.folded.text


def read_pieces(pieces: Sequence[Piece]) -> list[Told]:
    """The sentences with their date expressions, up to the last of `_MOST` or of `_REACH` characters."""
    told: list[Told] = []
    left = _MOST
    for piece in pieces:
        told.append(_read_piece(piece, left))
        left -= len(told[-1].said)
        if not left or piece.start - pieces[0].start > _REACH:
            break
    return told


def _read_piece(piece: Piece, most: int) -> Told:
    tokens, readings = read(piece.text)
    found: list[Said] = []
    for first, after, what in readings[:most]:
        future = looks_ahead(tokens, first, after)
        soon = future and looks_ahead(tokens, first, after, back=_CLOSE)
        said = Said(piece, tokens, first, after, what, future, soon)
        if isinstance(what, When | Range | Edge):
            value = place(what, (), future=future)
            said.value = None if value.outside or not _reckoned(value.edtf) else value.edtf
        found.append(said)
    return Told(piece, tokens, tuple(found))


def _reckoned(value: str | None) -> bool:
    """Whether a date leaves room for the days around it: the calendar ends with the year 9999."""
    days = edtf.bounds(value) if value else ()
    return all(day is None or date.min.year < day.year < date.max.year for day in days)
