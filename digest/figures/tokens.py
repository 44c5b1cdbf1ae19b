"""Cuts a folded line into numbers, words and signs, and reads digits with their separators. Pure."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import NamedTuple

_TOKEN = re.compile(
    r"([\u0621-\u064a]++[^\W\d_]*|[^\W\d_]+"  # Arabic letters are told the soonest
    r"|\d{1,3}(?:[,٬،]\d{3})+(?!\d)(?:[.٫]\d+)?|\d+(?:[.٫,]\d+)*|[%٪$€£¥|])"
)
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}\Z")
_THOUSANDS, _POINTS = re.compile(r"(?<=\d)[,٬،](?=\d{3}(?:\D|\Z))"), re.compile(r"[٫,]")
_KINDS = {**dict.fromkeys("%٪$€£¥", "sign"), "|": "border"}
_MAX_DIGITS = 18


class Token(NamedTuple):
    """A number, a word, a sign, or the border of a cell (`|`) of a folded text."""

    kind: str
    text: str
    start: int
    end: int


def read_tokens(folded: str) -> list[Token]:
    """The numbers, words, signs and borders of a folded text, in order."""
    pieces = _TOKEN.split(folded)
    edges = tuple(accumulate(map(len, pieces)))
    return list(map(Token, map(_kind, pieces[1::2]), pieces[1::2], edges[::2], edges[1::2]))


def _kind(token: str) -> str:
    if token[0].isdecimal():
        return "number"
    return _KINDS.get(token, "word")


def value_of(digits: str) -> float | None:
    """The value of digits with their separators; None for what is no number: `1.2.3`."""
    if len(digits) > _MAX_DIGITS:
        return None
    if _GROUPED.match(digits):
        return float(digits.replace(".", ""))
    try:
        return float(_POINTS.sub(".", _THOUSANDS.sub("", digits)))
    except ValueError:
        return None
