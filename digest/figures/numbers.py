"""Reads a number at a place of a sentence, in digits or words, with its scale words.

Pure: folded tokens in, values out. Number words are `rules/numbers.yml`, scale words `rules/units.yml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from digest.figures.units import fractions, scales
from digest.rules import default_rules
from digest.text import fold

_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:[,٬]\d{3})+(?![\d])(?:[.٫]\d+)?|\d+(?:[.٫,]\d+)*)|(?P<word>[^\W\d_]+)|(?P<sign>[%٪$€£¥])"
)
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}\Z")
_MAX_DIGITS = 18
_STEPS = 12
"""Words that one number has at most."""


@dataclass(frozen=True, slots=True)
class Token:
    """A number, a word or a sign of a folded text."""

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the tokens [first, end) it is written with."""

    value: float
    first: int
    end: int
    digits: bool
    """Whether it is written in digits."""
    scaled: bool
    """Whether a scale word of a million or more, or a thousand, belongs to it."""


def read_tokens(folded: str) -> list[Token]:
    """The numbers, words and signs of a folded text, in order."""
    return [
        Token(match.lastgroup or "", match[0], match.start(), match.end())
        for match in _TOKEN.finditer(folded)
    ]


def number_at(tokens: list[Token], at: int) -> Number | None:
    """The number that begins at a token, None where there is none."""
    total, group, scale = 0.0, None, 1.0
    position, written = at, False
    for _ in range(_STEPS):
        term = _term(tokens, position, first=position == at)
        if term is None:
            break
        kind, value, after, joined = term
        if kind == "scale" and (group is not None or not joined or position == at):
            total, group, scale = _scaled(total, group, value, position == at)
        elif kind == "fraction" and joined:
            total, group = (total + value * scale, group) if group is None else (total, group + value)
        elif group is None and (position == at or joined) and not (kind == "fraction" and position > at):
            group = value
        elif group is not None and joined and kind == "word" and _adds(group, value):
            group += value
        elif group is not None and not joined and value == 100 and 2 < group < 10:
            group *= 100
        else:
            break
        written = written or kind == "digits"
        position = after
    if position == at:
        return None
    return Number(total + (group or 0.0), at, position, written, scale > 1)


def value_of(digits: str) -> float | None:
    """The value of digits with their separators; None for what is no number: `1.2.3`."""
    if len(digits) > _MAX_DIGITS:
        return None
    if _GROUPED.match(digits):
        return float(digits.replace(".", ""))
    plain = re.sub(r"(?<=\d)[,٬](?=\d{3}(?:\D|\Z))", "", digits)
    plain = re.sub(r"[٫,]", ".", plain)
    try:
        return float(plain)
    except ValueError:
        return None


def _scaled(total: float, group: float | None, value: float, first: bool) -> tuple[float, None, float]:
    if group is not None:
        return total + group * value, None, value
    if first or total == 0:
        return value, None, value
    return total * value, None, value


def _adds(group: float, value: float) -> bool:
    """Whether a word joined by و goes on with a number: hundreds and units, units and tens."""
    return (
        (group >= 100 and group % 100 == 0 and value < 100)
        or (group < 10 and 20 <= value < 100)
        or (group > 100 and 0 < group % 100 < 10 and 20 <= value < 100)
    )


def _term(tokens: list[Token], at: int, *, first: bool) -> tuple[str, float, int, bool] | None:
    """(kind, value, the token after, whether و joins it) of one part of a number."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token.kind == "number":
        value = value_of(token.text)
        return None if value is None else ("digits", value, at + 1, False)
    if token.kind != "word":
        return None
    if not first and token.text == "و" and at + 1 < len(tokens) and tokens[at + 1].start == token.end:
        inner = _term(tokens, at + 1, first=False)
        return None if inner is None else (inner[0], inner[1], inner[2], True)
    for word, joined in ((token.text, False), (token.text[1:], True)):
        if joined and not (token.text[0] == "و" or (first and token.text[0] in "فبلك")):
            break
        known = _word_value(word)
        if known:
            return known[0], known[1], at + 1, joined and not first
    return None


def _word_value(word: str) -> tuple[str, float] | None:
    for kind, values in (("scale", scales()), ("fraction", fractions()), ("word", _cardinals())):
        if word in values:
            return kind, values[word]
    return None


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
