"""Shares in words: `ثلاثة أرباع السكان`, in per cent. Pure."""

from __future__ import annotations

from digest.figures.numbers import Number
from digest.figures.row import Found, Phrase, Row
from digest.figures.units import units, word_set


def share(row: Row, number: Number) -> Found | None:
    """The share that a half or a quarter is of what stands behind it, with that."""
    if not number.fraction or row.word(number.end) not in word_set("shared"):
        return None
    what = Phrase(number.end, _end(row, number.end))
    return Found(100 * number.value, units()["%"], "", number.first, number.end, what.end, number.skip, what)


def _end(row: Row, first: int) -> int:
    """The token after what a share is of: a word, what it is of (`سكان غزة`), what describes it."""
    at = first + 1
    if not row.word(first).startswith("ال") and row.follows(at):
        at += 1
    while row.follows(at) and row.word(at).startswith("ال"):
        at += 1
    return at
