"""What stands around a date: whether a sentence looks ahead, whether it is part of a name or only a measure.

Bounded look-behind over the token list. May use the lexicon.
"""

from __future__ import annotations

from functools import cache

from digest.dates.lexicon import word_set
from digest.dates.tokens import Tokens
from digest.dates.when import Edge, Expression, Range, When
from digest.rules import default_rules
from digest.text import Memo, fold

_LOOK_BACK, _LOOK_AHEAD = 25, 6
_STOPS = frozenset(".!?؟\n؛")


def looks_ahead(t: Tokens, first: int, after: int, *, back: int = _LOOK_BACK) -> bool:
    """Whether the sentence up to the expression, or its beginning after it, speaks of what is to come.

    `back`: how many tokens before the expression are asked at most.
    """
    begin = first
    while begin > 0 and first - begin < back and t.words[begin - 1] not in _STOPS:
        begin -= 1
    if any(map(_FUTURE.__getitem__, t.words[begin:first])):
        return True
    if _FUTURE[t.words[after]]:
        return True
    if first - begin > 2:
        return False
    for word in t.words[after : after + _LOOK_AHEAD]:
        if word in _STOPS:
            break
        if _FUTURE[word]:
            return True
    return False


def is_after_something(t: Tokens, first: int, after: int, said: When) -> bool:
    """Whether `بعد ثلاثة أيام` counts from what a long sentence tells of, not from the day of speaking.

    A short phrase, a sentence that looks ahead and `من الآن` count from the day of speaking.
    """
    ahead = bool(said.offsets) and said.base is None and said.offsets[0][0] > 0
    if not ahead or "now" in t.entries[after - 1].words:
        return False
    around = _within_sentence(t, first, -1) + _within_sentence(t, after - 1, 1)
    return around >= _LONG_SENTENCE and not looks_ahead(t, first, after)


_LONG_SENTENCE = 9
"""Words around an offset from which on a sentence tells of more than the offset."""


def _within_sentence(t: Tokens, at: int, step: int) -> int:
    """How many words stand between a token and the end of its sentence, counted up to a long sentence."""
    number, place = 0, at + step
    while 0 <= place < len(t.words) - 2 and t.words[place] not in _STOPS and number < _LONG_SENTENCE:
        number += t.words[place].isalpha()
        place += step
    return number


def part_of_name(t: Tokens, first: int, said: Expression) -> bool:
    """Whether the word before makes the date a name: `ثورة يوليو`, `صلاة الجمعة`, `مدينة 6 أكتوبر`."""
    if first == 0 or not isinstance(said, When) or t.words[first - 1] not in _name_words():
        return False
    unplaced = said.year is None and said.year_shift is None and said.way is None
    if said.day_shift is not None:
        return said.weekday is None and said.month is None and t.words[first] in ("اليوم", "الغد", "الامس")
    return unplaced and (said.month is not None or said.weekday is not None)


def is_compared(t: Tokens, first: int) -> bool:
    """Whether something is only measured by a date: `مقارنة بعام 2023`, `الفترة نفسها من العام الماضي`.

    Such a period that opens its sentence is the time of what the sentence tells.
    """
    at = _same_period(t, first)
    if at is not None and at > 2 and not any(word in _STOPS for word in t.words[at - 2 : at]):
        return True
    for at in range(first - 1, max(-1, first - 1 - _COMPARED), -1):
        if t.words[at] in _CLAUSE_STOPS:
            break
        if t.words[at] in word_set("compared", forms="any") and _is_measured_by(t.words[at + 1]):
            return True
    return False


_COMPARED = 6
"""Most words between what brings in a comparison and the date: `مقارنة مع مليوني طن في مارس 2023`."""
_CLAUSE_STOPS = _STOPS | {"،", ",", ":"}


def _is_measured_by(word: str) -> bool:
    return word in word_set("compared_with") or (word.startswith("ب") and word not in word_set("between"))


def _same_period(t: Tokens, first: int) -> int | None:
    """Where `الفترة نفسها من`, `نفس الفترة من` before a date begins."""
    last = first - 1 - (t.words[first - 1] in ("من", "في", "خلال"))
    if last < 1:
        return None
    period = word_set("same_periods", forms="any")
    like = t.words[last] in word_set("same") or t.words[last] in word_set("alike")
    called = t.words[last] in period and t.words[last - 1] in word_set("same_before", forms="any")
    return last - 1 if called or (like and t.words[last - 1] in period) else None


def says_direction(said: When | Range | Edge) -> bool:
    """Whether the words themselves say which of several dates is meant, so that the tense is not asked."""
    if isinstance(said, Edge):
        return says_direction(said.when)
    if isinstance(said, Range):
        return says_direction(said.first) and says_direction(said.last)
    if said.base is not None:
        return says_direction(said.base)
    return said.way is not None or said.year is not None or said.day_shift is not None or bool(said.offsets)


def _is_future(word: str) -> bool:
    core = word[1:] if word[:1] in ("و", "ف") else word
    if core in word_set("future"):
        return True
    return len(core) >= 5 and core.startswith(_prefixes()) and core not in word_set("not_future", forms="any")


_FUTURE = Memo(_is_future)
"""Whether each folded word speaks of what is to come."""


@cache
def _prefixes() -> tuple[str, ...]:
    return tuple(fold(word) for word in default_rules().table("relative_dates")["future_prefixes"])


@cache
def _name_words() -> frozenset[str]:
    words = word_set("names_before")
    return words | {clitic + word for word in words for clitic in ("و", "ب", "ل", "ف")}
