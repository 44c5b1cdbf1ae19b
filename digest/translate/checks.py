"""Checks of an Arabic text and its English, as pure functions.

An error keeps a machine's output out; a warning shows until somebody mends or accepts it for exactly that
pair; an info is for who asks. Rules and levels were calibrated on some two thousand human translations, but
for three that rest on this digest's own pairs (a thin or slim `length`, a word twice running, `unfinished`)
and `cells`, which follows from what a row is. May use the rules; names and dates are handed in.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from digest.model import BETWEEN_CELLS, TemporalExpression, VocabularyEntry
from digest.rules import default_rules
from digest.text import UNSAFE, cells_of_row, fold, printable, single_spaced
from digest.translate.facts import missing_dates, missing_names
from digest.translate.numerals import arabic_numbers, english_numbers, spelled_out

CHECKS = (
    "empty",
    "arabic-left",
    "length",
    "repetition",
    "artefact",
    "numbers",
    "dates",
    "names",
    "cells",
    "unfinished",
    "negation",
    "sentences",
    "quotes",
)
"""Every check, in the order in which findings come."""

SHORT, THIN, LONG = 0.55, 0.85, 2.2
"""Characters of English for one of Arabic: under the first an error, outside the others a warning."""
SLIM = 1.0
"""Under this a warning as well where quotation marks, sentences or a negation are missing besides."""
USUAL = 1.15
"""The same in the middle of what people write."""
LONG_ENOUGH = 40
"""Characters of Arabic from which its length says something."""

_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]+")
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+[0-9]*);")
_WORDS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\s\w]", re.UNICODE)
_CLOSERS = "\"'”’“»«)]} \u200f\u200e"
_STOPS = ".!?؟…"
_QUOTES = re.compile(r"[\"“”„«»]")
_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u2060\ufeff]")
"""Marks without width that engines leave: soft hyphens, direction marks, word joiners."""
_SENTENCE_END = re.compile(r"(?<![.!?؟…])[.!?؟…]++(?=[\"'”’»)\]]*(?:\s|$))")


class Level(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found."""

    check: str
    """One of `CHECKS`."""
    level: Level
    message: str


def check_pair(
    ar: str,
    en: str,
    *,
    names: Iterable[VocabularyEntry] = (),
    dates: Iterable[TemporalExpression] = (),
) -> tuple[Finding, ...]:
    """Everything that is wrong with a pair, in the order of `CHECKS`.

    `names` are the vocabulary's entries that the Arabic mentions, `dates` its temporal expressions.
    """
    if not en.strip():
        return (Finding("empty", Level.ERROR, "there is no English"),)
    found: list[Finding | None] = [check(ar, en) for check in _TEXT_CHECKS]
    found += [_listed("dates", missing_dates(dates, en)), _listed("names", missing_names(names, en))]
    return tuple(sorted((item for item in found if item), key=lambda item: CHECKS.index(item.check)))


def open_findings(findings: Iterable[Finding], accepted: Sequence[str]) -> tuple[Finding, ...]:
    """What still asks for a hand: errors always, warnings that nobody accepted."""
    return tuple(
        item
        for item in findings
        if item.level is Level.ERROR or (item.level is Level.WARNING and item.check not in accepted)
    )


def has_error(findings: Iterable[Finding]) -> bool:
    """Whether a machine's output with these findings is kept out."""
    return any(item.level is Level.ERROR for item in findings)


def mend(en: str) -> str:
    """A machine's output with its HTML entities unescaped, white space single and no unseen marks."""
    return single_spaced(_UNSEEN.sub("", html.unescape(en) if _ENTITY.search(en) else en))


def _arabic_left(_: str, en: str) -> Finding | None:
    left = _ARABIC.findall(en)
    return (
        Finding("arabic-left", Level.ERROR, f"Arabic in the English: {' '.join(left[:3])}") if left else None
    )


def _length(ar: str, en: str) -> Finding | None:
    if len(ar) < LONG_ENOUGH:
        return None
    ratio = len(en) / len(ar)
    said = f"{ratio:.2f} characters of English for one of Arabic"
    if ratio < SHORT:
        return Finding("length", Level.ERROR, f"{said}: something is missing")
    slim = ratio < SLIM and any(check(ar, en) for check in (_negation, _sentences, _quotes))
    if ratio < THIN or slim:
        return Finding("length", Level.WARNING, f"{said}: is something missing?")
    return Finding("length", Level.WARNING, f"{said}: is something added?") if ratio > LONG else None


def _repetition(_: str, en: str) -> Finding | None:
    tokens = [word.lower() for word in _WORDS.findall(en)]
    return _running(tokens) or _loop([token for token in tokens if token[0].isalnum()])


def _loop(words: list[str]) -> Finding | None:
    """Several words three times running, whatever marks stand between them."""
    for size in range(2, 5):
        for start in range(len(words) - 3 * size + 1):
            piece = words[start : start + size]
            if words[start + size : start + 3 * size] == piece * 2 and len(set(piece)) > 1:
                return Finding("repetition", Level.ERROR, f"“{' '.join(piece)}” stands three times running")
    return None


def _running(words: list[str]) -> Finding | None:
    """Up to four words and marks, two or three times running."""
    for size in range(1, 5):
        for start in range(len(words) - size + 1):
            piece = words[start : start + size]
            if not any(word[0].isalnum() for word in piece):
                continue
            if words[start + size : start + 3 * size] == piece * 2:
                return Finding("repetition", Level.ERROR, f"“{' '.join(piece)}” stands three times running")
            if words[start + size : start + 2 * size] == piece and not (size == 1 and _may_double(piece[0])):
                return Finding("repetition", Level.WARNING, f"“{' '.join(piece)}” stands twice running")
    return None


def _artefact(_: str, en: str) -> Finding | None:
    entity = next((match[0] for match in _ENTITY.finditer(en) if html.unescape(match[0]) != match[0]), None)
    left = entity or next((mark for mark in _table()["artefacts"] if mark in en), None)
    odd = None if left else UNSAFE.search(_UNSEEN.sub("", en))
    left = f"the character {printable(odd[0])}" if odd else left
    return Finding("artefact", Level.ERROR, f"{left} is left from the engine") if left else None


def _numbers(ar: str, en: str) -> Finding | None:
    theirs, ours = arabic_numbers(ar), english_numbers(en)
    lost = theirs.digits - ours.all
    # One and two hide in Arabic forms (a dual), so they prove nothing.
    added = (
        {value for value in ours.digits | spelled_out(en) if value > 2} - theirs.all - _centuries(theirs.all)
    )
    parts = [f"not in the English: {_list(lost)}"] if lost else []
    parts += [f"not in the Arabic: {_list(added)}"] if added else []
    return Finding("numbers", Level.WARNING, "; ".join(parts)) if parts else None


def _cells(ar: str, en: str) -> Finding | None:
    """What is wrong with a table's row: other cells than in Arabic, or a figure in another of them."""
    if BETWEEN_CELLS.strip() not in ar:
        return None
    theirs, ours = cells_of_row(ar), cells_of_row(en)
    if len(theirs) != len(ours):
        said = f"{len(theirs)} cells in the row, {len(ours)} in the English"
        return Finding("cells", Level.WARNING, said)
    in_all = english_numbers(en).all
    for number, (arabic, english) in enumerate(zip(theirs, ours, strict=True), start=1):
        # What is nowhere in the English the numbers' own check tells.
        moved = (arabic_numbers(arabic).digits & in_all) - english_numbers(english).all
        if moved:
            said = f"not in cell {number} of the English, but in another: {_list(moved)}"
            return Finding("cells", Level.WARNING, said)
    return None


def _unfinished(ar: str, en: str) -> Finding | None:
    if len(ar) >= LONG_ENOUGH and en[0].islower():
        return Finding("unfinished", Level.WARNING, "the English begins with a small letter")
    ends = [text.rstrip(_CLOSERS)[-1:] or " " for text in (ar, en)]
    if (
        len(ar) >= LONG_ENOUGH
        and ends[0] in _STOPS
        and ends[1] not in _STOPS
        and en.rstrip()[-1] not in _STOPS
    ):
        return Finding("unfinished", Level.WARNING, "the Arabic ends with a stop, the English does not")
    return None


def _negation(ar: str, en: str) -> Finding | None:
    table = _table()["negation"]
    tokens = set(fold(ar).split())
    said = [word for word in table["ar"] if fold(word) in tokens or "و" + fold(word) in tokens]
    words = re.findall(r"[a-z]+(?:['’]t)?", en.lower())
    denied = any(word in table["en"] or word.endswith(("'t", "’t")) for word in words)
    prefixed = any(word.startswith(tuple(table["en_prefixes"])) and len(word) > 5 for word in words)
    if said and not denied and not prefixed:
        return Finding("negation", Level.INFO, f"{said[0]} has nothing like “not” in the English")
    return None


def _sentences(ar: str, en: str) -> Finding | None:
    return _counts("sentences", len(_SENTENCE_END.findall(ar)), len(_SENTENCE_END.findall(en)))


def _quotes(ar: str, en: str) -> Finding | None:
    return _counts("quotes", len(_QUOTES.findall(ar)), len(_QUOTES.findall(en)))


def _counts(check: str, theirs: int, ours: int) -> Finding | None:
    message = f"{theirs} in the Arabic, {ours} in the English"
    return None if theirs == ours else Finding(check, Level.INFO, message)


def _listed(check: str, missing: Sequence[str]) -> Finding | None:
    message = f"not in the English: {', '.join(missing)}"
    return Finding(check, Level.WARNING, message) if missing else None


_TEXT_CHECKS: tuple[Callable[[str, str], Finding | None], ...] = (
    _arabic_left,
    _length,
    _repetition,
    _artefact,
    _numbers,
    _cells,
    _unfinished,
    _negation,
    _sentences,
    _quotes,
)


def _centuries(values: Iterable[float]) -> frozenset[float]:
    """What else a value may be called: a million is a thousand thousands."""
    return frozenset(value / scale for value in values for scale in (1e3, 1e6, 1e9) if value >= scale)


def _list(values: Iterable[float]) -> str:
    return ", ".join(map(_number, sorted(values)))


def _number(value: float) -> str:
    """A number as messages have it: without a comma where it may be a year."""
    if value % 1:
        return f"{value:,.10g}"
    return f"{value:.0f}" if value in _YEARS else f"{value:,.0f}"


_YEARS = range(1500, 2200)


def _may_double(word: str) -> bool:
    return word.isdigit() or word in _table()["doubled"]


@cache
def _table() -> Any:
    return default_rules().table("translation")
