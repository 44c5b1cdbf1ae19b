"""The numbers that an Arabic and an English text state, in digits and in words, as values. Pure.

Words come from `rules/numbers.yml` (Arabic) and `rules/translation.yml` (English, scales of both).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from digest.rules import default_rules
from digest.text import fold

_SEPARATORS = str.maketrans({"٬": ",", "٫": ".", "،": " ", "’": "'"})
_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_CLITICS = re.compile("(?:[وف]?[بلك]?(?:ال|لل)|[وفبلك]{1,2})")
_NO_TOKENS = re.compile(r"\d{1,2}:\d{2}(?: ?[ap]\.?m\b)?|\b\d{1,2} ?[ap]\.?m\b|\b\d+0s\b", re.IGNORECASE)
_LONGEST_RUN = 4
_SPAN = re.compile(
    r"(?<![\d.,/–-])(?P<year>(?:1[5-9]|20)\d\d)(?P<mark>\s?[-–/]\s?)(?P<short>\d\d)(?![\d/–-]|[.,:]\d)"
)
"""A year with the last two digits of another behind a hyphen, a dash or a stroke."""
_CENTURY, _LONGEST_SPAN = 100, 60


@dataclass(frozen=True, slots=True)
class Numbers:
    """The values stated in one text."""

    digits: frozenset[float]
    """Written in digits, a scale word after them (million) multiplied in."""
    words: frozenset[float]
    """Every value that the number words may stand for, alone and joined."""

    @property
    def all(self) -> frozenset[float]:
        """Digits and words."""
        return self.digits | self.words


@dataclass(frozen=True, slots=True)
class _Language:
    words: Mapping[str, float]
    scales: Mapping[str, float]
    joiner: Callable[[str], bool]
    """Whether a word may stand between two number words of one number."""
    bare: Callable[[str], Sequence[str]]
    """The forms under which a token may stand in the tables."""


def arabic_numbers(text: str) -> Numbers:
    """The values of an Arabic text; spelling and digits are folded first."""
    return _numbers(with_full_years(fold(text)).translate(_SEPARATORS), _arabic())


def with_full_years(text: str) -> str:
    """`text` with the second year of each span of two in full: `2025-26` as `2025-2026`."""
    return _SPAN.sub(_full_span, text)


def _full_span(match: re.Match[str]) -> str:
    year, short = int(match["year"]), int(match["short"])
    full = year - year % _CENTURY + short + (_CENTURY if short < year % _CENTURY else 0)
    within = year < full <= year + _LONGEST_SPAN
    return f"{match['year']}{match['mark']}{full}" if within else match[0]


@lru_cache(maxsize=64)
def english_numbers(text: str) -> Numbers:
    """The values of an English text; times of day and decades (1990s) are left out."""
    plain = with_full_years(text).translate(_SEPARATORS).lower()
    return _numbers(_NO_TOKENS.sub(" ", plain), _english())


def place_of_number(text: str, value: float) -> int | None:
    """Where an English text first states a value, in digits or words; None where it does not."""
    plain = text.translate(_SEPARATORS).lower()
    matches, language = list(_TOKEN.finditer(plain)), _english()
    tokens = [match[0] for match in matches]
    for index, match in enumerate(matches):
        if value in _stated(tokens, index, language):
            return match.start()
    return None


def _stated(tokens: Sequence[str], index: int, language: _Language) -> list[float]:
    """The values that begin at a token, a scale word after them (million) multiplied in."""
    if "0" <= tokens[index][0] <= "9":
        return [_value(tokens[index]) * (_scale(tokens, index + 1, language) or 1.0)]
    own = _lookup(tokens[index], language.scales, language)
    return [*([own] if own is not None else []), *_run(tokens, index, language)]


def spelled_out(text: str) -> frozenset[float]:
    """The values from three up that English number words state: those a translation must not invent.

    Only whole numbers as they stand (twenty-five is not five), and nothing as vague as hundreds.
    """
    tokens = _TOKEN.findall(text.lower())
    language = _english()
    values: set[float] = set()
    index = 0
    while index < len(tokens):
        run = _run(tokens, index, language) if language.words.get(tokens[index], 100) < 100 else []
        values.update(run[-1:])
        index += max(1, len(run))
    return frozenset(value for value in values if value >= 3)


def _numbers(text: str, language: _Language) -> Numbers:
    tokens = _TOKEN.findall(text)
    digits: set[float] = set()
    words: set[float] = set()
    for index, token in enumerate(tokens):
        into = digits if "0" <= token[0] <= "9" else words
        into.update(_stated(tokens, index, language))
    return Numbers(frozenset(digits), frozenset(words))


def _run(tokens: Sequence[str], start: int, language: _Language) -> list[float]:
    """The values of the number words that begin at a token, taken one, two or more together, longest last.

    A scale word after them is multiplied in, as a further value.
    """
    values: list[float] = []
    total: float = 0
    index = start
    while index < len(tokens) and index - start < _LONGEST_RUN:
        if index > start and language.joiner(tokens[index]):
            index += 1
            continue
        value = _lookup(tokens[index], language.words, language)
        if value is None:
            break
        total = total * value if value == 100 and 0 < total < 10 else total + value
        values.append(total)
        scale = _scale(tokens, index + 1, language)
        if scale:
            values.append(total * scale)
        index += 1
    return values


def _scale(tokens: Sequence[str], index: int, language: _Language) -> float | None:
    return _lookup(tokens[index], language.scales, language) if index < len(tokens) else None


def _lookup(token: str, table: Mapping[str, float], language: _Language) -> float | None:
    return next((table[form] for form in language.bare(token) if form in table), None)


def _value(token: str) -> float:
    if _GROUPED.fullmatch(token):
        return float(token.replace(",", ""))
    whole, *rest = token.replace(",", ".").split(".")
    return float(f"{whole}.{rest[0]}") if len(rest) == 1 else float(whole)


@cache
def _arabic() -> _Language:
    rules = default_rules()
    numbers, scales = rules.table("numbers"), rules.table("translation")["scales"]["ar"]
    ordinals = {key: value for key, value in numbers["ordinals"].items() if int(key) > 0}
    teens = {"10": numbers["teens"]}
    words = _table(ordinals) | _table(teens) | _table(numbers["cardinals"])
    for unit, stems in numbers["hundred_stems"].items():
        hundreds = [stem + hundred for stem in stems for hundred in numbers["hundred_words"]]
        words |= _table({str(int(unit) * 100): hundreds})
    return _Language(words, _table(scales), lambda _: False, _bare_arabic)


@cache
def _english() -> _Language:
    table = default_rules().table("translation")
    words = _table(table["numbers"])
    return _Language(words, _table(table["scales"]["en"]), lambda word: word == "and", lambda token: (token,))


def _table(numbered: Mapping[str, Sequence[str]]) -> dict[str, float]:
    return {fold(word): float(key) for key, words in numbered.items() for word in words}


@lru_cache(maxsize=1 << 14)
def _bare_arabic(token: str) -> tuple[str, ...]:
    """The token, and the token without attached particles and article."""
    match: Any = _CLITICS.match(token)
    if match is None:
        return (token,)
    rest = token[match.end() :]
    less = token[1:] if token[0] in "وفبلك" else token
    return (token, less, rest, rest.removeprefix("ال"))
