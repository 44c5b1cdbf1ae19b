"""Two numbers with one unit: the ends of a range (`بين 70 و75 دولارا`), or what became what.

Pure. What leads from one number to the other tells, and a verb of change before them: `from 9 to 10 million`
is a range after `it lies` and a change after `it rose`. The words are `rules/units.yml`.
"""

from __future__ import annotations

from enum import Enum

from digest.figures.numbers import Number, number_at, times
from digest.figures.row import Row
from digest.figures.units import word_set

_DASHES = frozenset(("-", "–", "—", "−"))
_REACH = 8
"""Words before the numbers among which a verb of change stands."""


class Pair(Enum):
    """What two numbers are."""

    RANGE = "range"
    CHANGE = "change"


def upper_number(row: Row, low: Number, end: int) -> Number | None:
    """The number that `low`, whose words or unit end before a token, leads on to; None for none."""
    at = _led_to(row, low, end)
    high = number_at(row.tokens, at) if at is not None else None
    if high is None or high.fraction:
        return None
    return None if row.word(high.first - 1) in word_set("range_or") and not _next_to(low, high) else high


def _next_to(low: Number, high: Number) -> bool:
    """Whether one number follows the other, in its scale: `4 أو 5 ملايين`."""
    return high.value - (lower_value(low, high) or 0.0) == high.scale


def lower_value(low: Number, high: Number) -> float | None:
    """The value of the lower end, which may share the scale of the upper one; None where it is not lower."""
    shared = high.scale if high.scaled and not low.scaled else 1.0
    if shared > 1 and low.value >= high.value / shared:
        return None  # `من 900 إلى 1.2 مليار`
    value = times(low.value, shared)
    return value if 0 < value < high.value else None


def _falls(row: Row, low: Number, high: Number) -> bool:
    """Whether `من` and `إلى` lead down from one number to another: what became what, never a range."""
    led = row.word(low.first - 1) == "من" and row.word(high.first - 1) in word_set("range_to")
    return led and high.value < low.value and low.scaled <= high.scaled


def kind_of(row: Row, low: Number, high: Number) -> Pair | None:
    """What two numbers are; None where they may be either: `ارتفع العدد 10 إلى 25 قتيلا`."""
    if lower_value(low, high) is None:
        return Pair.CHANGE if _falls(row, low, high) else None
    before = row.word(low.first - 1)
    if before in word_set("range_between") or not _changes(row, low.first - 1):
        return Pair.RANGE
    if row.word(high.first - 1) not in word_set("range_to"):
        return Pair.RANGE
    if before == "من":
        return Pair.CHANGE
    return Pair.RANGE if before.startswith("ب") and before in word_set("about") else None


def _changes(row: Row, last: int) -> bool:
    """Whether a verb or noun of change stands in the clause that ends with a word."""
    for at in range(last, max(-1, last - _REACH), -1):
        word = row.word(at)
        if not word or not row.spaced(at + 1, at):
            return False
        known = word_set("changes") | word_set("changing")
        if word in known or word[1:] in known or word.removeprefix("ال") in known:
            return True
    return False


def _led_to(row: Row, low: Number, end: int) -> int | None:
    """The token of the number that another leads to; `end` is the token after the other or after its unit."""
    if end >= len(row.tokens):
        return None
    gap = row.text[row.tokens[end - 1].end : row.tokens[end].start].strip()
    if gap in _DASHES:
        right_behind = end == low.end or row.tokens[end - 1].kind == "sign"
        return end if low.digits and right_behind and row.tokens[end].kind == "number" else None
    if gap:
        return None
    before = row.word(low.first - 1)
    leads_to = row.word(end) in word_set("range_to")
    if leads_to or row.word(end) in word_set("range_or"):
        # `تراجع 3 دولارات إلى 75 دولارا` tells by how much, and then to what.
        return end + 1 if end == low.end or (leads_to and before == "من") else None
    if before not in word_set("range_between") or not row.word(end).startswith("و"):
        return None
    return end + 1 if row.word(end) == "و" else end
