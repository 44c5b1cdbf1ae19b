"""Reads a number at a place of a sentence, in digits or words, with its scale words.

Pure: folded tokens in, values out. Number words are `rules/numbers.yml`, scale words `rules/units.yml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from digest.figures.tokens import Token, value_of
from digest.figures.units import fractions, scales
from digest.rules import default_rules
from digest.text import fold

_STEPS = 12
"""Words that one number has at most."""


class Number(NamedTuple):
    """A number and the tokens [first, end) it is written with."""

    value: float
    first: int
    end: int
    digits: bool
    """Whether it is written in digits."""
    scale: float
    """What its last scale word multiplies by; 1 without one."""
    fraction: bool
    """Whether it is no more than `نصف` or `ربع`."""
    skip: int
    """Attached letters at its start."""

    @property
    def scaled(self) -> bool:
        """Whether a scale word belongs to it."""
        return self.scale > 1


def number_at(tokens: list[Token], at: int) -> Number | None:
    """The number that begins at a token, None where there is none."""
    sum_ = _Sum()
    position, skip, closed = at, 0, at
    for _ in range(_STEPS):
        term = _term(tokens, position, first=position == at)
        if term is not None and sum_.repeats(term):
            position = closed
            sum_.group = None
            break
        if term is None or not sum_.take(term):
            break
        skip = skip or (term.skip if position == at else 0)
        position = term.after
        closed = position if term.kind == "scale" else closed
    if position == at:
        return None
    return Number(sum_.value, at, position, sum_.digits, sum_.scale, sum_.plain_fraction, skip)


class _Term(NamedTuple):
    """One word or run of digits of a number."""

    kind: str
    """`digits`, `word`, `fraction` or `scale`."""
    value: float
    alone: float | None
    """A scale word's value without a number before it."""
    after: int
    joined: bool
    """Whether و joins it to what is before."""
    skip: int = 0
    """Attached letters at its start."""
    either: bool = False
    """Whether a scale word is one or two of it: `مليونا`."""
    definite: bool = False
    """Whether a scale word has the article, and so only says what a part is of: `ونصف المليون`."""


@dataclass(slots=True)
class _Sum:
    """A number while it is read: what its scale words closed, and the group being read."""

    total: float = 0.0
    group: float | None = None
    scale: float = 1.0
    part: float = 0.0
    """A half or quarter behind a scale word, of which it is one: `مليار ونصف`, `مليار ونصف مليار`."""
    either: float = 0.0
    """What is too much if the first word, which may be one or two of a scale, is one."""
    started: bool = False
    digits: bool = False
    plain_fraction: bool = False
    """Whether it is a fraction with nothing before or after it: `نصف`."""

    @property
    def value(self) -> float:
        """The number read so far."""
        return self.total + (self.group or 0.0) + self.part * self.scale

    def repeats(self, term: _Term) -> bool:
        """Whether a scale word is no smaller than the one before: `3 ملايين و5 ملايين` are two numbers."""
        again = term.kind == "scale" and 1 < self.scale <= term.value
        return again and (self.group is not None or term.joined) and not self._is_whole(term)

    def _is_whole(self, term: _Term) -> bool:
        """Whether a scale word is of thousands and hundreds in words: `ألفين وثلاثمئة مليون`."""
        hundreds = self.group is not None and self.group >= 100 and not self.digits
        return hundreds and self.scale == 1000 < term.value and not term.joined

    def take(self, term: _Term) -> bool:
        """Add a term; False where it does not go on with the number."""
        first, self.started = not self.started, True
        if term.definite and not (self.part or self.plain_fraction):
            return False
        if term.joined and self.either:
            self.total, self.either = self.total - self.either, 0.0
        if term.kind == "scale":
            taken = self._scaled(term, first)
        elif term.kind == "fraction" and not first:
            taken = term.joined and self._add(term.value)
        elif self.group is None:
            taken = first or term.joined
            self.group = term.value if taken else None
        elif term.kind == "word" and (term.joined or term.value in (10, 100)):
            taken = self._joined(term)
        else:
            taken = False
        self.digits = self.digits or (taken and term.kind == "digits")
        self.plain_fraction = (first and term.kind == "fraction") or (self.plain_fraction and not taken)
        return taken

    def _scaled(self, term: _Term, first: bool) -> bool:
        if self.part:
            return self._of_scale(term)
        if self._is_whole(term):
            self.total, self.group = (self.total + (self.group or 0.0)) * term.value, None
        elif self.group is not None:
            self.total, self.group = self.total + times(self.group, term.value), None
        elif first:
            if term.alone is None:
                return False
            self.total, self.either = term.alone, term.value if term.either else 0.0
        elif term.joined:
            self.total += term.value if term.either else term.alone or 0.0
        else:
            self.total *= term.value
        self.scale = term.value
        return True

    def _of_scale(self, term: _Term) -> bool:
        """A scale word says what a half is of: `مليار ونصف مليار`, but not of more than that."""
        if term.joined or term.value > self.scale:
            return False
        self.total, self.part = self.total + self.part * term.value, 0.0
        return True

    def _add(self, fraction: float) -> bool:
        if self.group is None:
            self.part += fraction
        else:
            self.group += fraction
        return True

    def _joined(self, term: _Term) -> bool:
        """A word goes on with a group: `خمسة وعشرون`, `ستة عشر`, `ثلاث مئة`, `مئة وخمسون`."""
        group, value = self.group or 0.0, term.value
        if not term.joined:
            fits = group < 10 and group > 2
            self.group = (group + 10 if value == 10 else group * 100) if fits else group
            return fits
        units, hundreds = group % 100, group >= 100
        fits = (units == 0 and hundreds and value < 100) or (0 < units < 10 and 20 <= value < 100)
        self.group = group + value if fits else group
        return fits


def times(value: float, scale: float) -> float:
    """A value so many times, as decimals have it: 4.1 billion is 4,100,000,000."""
    return value * scale if value.is_integer() else float(Decimal(repr(value)) * Decimal(scale))


def _term(tokens: list[Token], at: int, *, first: bool) -> _Term | None:
    """One part of a number at a token; attached particles go with its first word."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token.kind == "number":
        value = value_of(token.text)
        return None if value is None else _Term("digits", value, None, at + 1, False)
    if not first and token.text == "و" and at + 1 < len(tokens) and tokens[at + 1].start == token.end:
        inner = _term(tokens, at + 1, first=False)
        return None if inner is None else inner._replace(joined=True)
    return (
        _fraction_of_two(tokens, at, first=first)
        or _word_term(token.text, at + 1)
        or _attached_term(token.text, at + 1, first=first)
    )


def _fraction_of_two(tokens: list[Token], at: int, *, first: bool) -> _Term | None:
    """`ثلاثة أرباع`, particles attached or not."""
    word = tokens[at].text
    for skip in (0, 1) if first and word[0] in "وفبلك" else (0,):
        if word[skip:] in _fraction_heads() and at + 1 < len(tokens):
            value = fractions().get(f"{word[skip:]} {tokens[at + 1].text}")
            if value is not None:
                return _Term("fraction", value, None, at + 2, False, skip)
    return None


def _attached_term(word: str, after: int, *, first: bool) -> _Term | None:
    """A number word with a particle attached: و within a number, any of them before it."""
    if len(word) < 3 or word[0] not in ("وفبلك" if first else "و"):
        return None
    inner = _word_term(word[1:], after)
    return None if inner is None else inner._replace(joined=not first, skip=int(first))


def _word_term(word: str, after: int) -> _Term | None:
    term = _terms().get(word)
    return None if term is None else term._replace(after=after)


@cache
def _terms() -> dict[str, _Term]:
    """The words that are part of a number, as if each stood last."""
    found: dict[str, _Term] = {}
    for word, value in _cardinals().items():
        found[word] = _Term("word", value, None, 0, False)
    for word, value in fractions().items():
        found[word] = _Term("fraction", value, None, 0, False)
    for word, scale in scales().items():
        found[f"ال{word}"] = _Term("scale", scale.after, None, 0, False, definite=True)
    for word, scale in scales().items():
        found[word] = _Term("scale", scale.after, scale.alone, 0, False, either=scale.either)
    return found


@cache
def number_starts() -> frozenset[str]:
    """The words that a number can begin with, folded, without attached particles."""
    return frozenset((*scales(), *fractions(), *_cardinals()))


@cache
def _fraction_heads() -> frozenset[str]:
    """The first words of fractions of two words: `ثلاثة أرباع`."""
    return frozenset(words.partition(" ")[0] for words in fractions() if " " in words)


@cache
def _cardinals() -> dict[str, float]:
    table = default_rules().table("numbers")
    found: dict[str, float] = {}
    for value, words in table["cardinals"].items():
        if int(value) < 1000:
            found.update((fold(word), float(value)) for word in words)
    for value, stems in table["hundred_stems"].items():
        for stem in stems:
            found.update((fold(stem + word), 100.0 * int(value)) for word in table["hundred_words"])
    found.pop(fold("ثلث"), None)  # a third
    return found
