"""What the point of `1.200` parts: thousands, as Arabic papers write them, or a fraction.

Pure. Three digits behind a point are told by what is counted or measured; where that does not tell, the
figure is none, for a thousandth of a number is worse than no number.
"""

from __future__ import annotations

import re
from functools import cache

from babel.numbers import get_currency_precision

from digest.figures.row import Found, Row
from digest.figures.tokens import value_of
from digest.figures.units import table, word_set

_THREE_DIGITS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_WHOLE = frozenset(("people", "count"))
_FINE = frozenset(("degC", "degree", "percentage-point", "%"))
"""Units that are told to the thousandth."""
_MILLS = 3
"""Decimals of a currency of a thousand parts: the Kuwaiti dinar."""


def pointed(row: Row, found: Found) -> Found | None:
    """The figure with its value as the point of its number means it; None where nothing tells."""
    tokens = row.tokens[found.first : found.number_end]
    digits = next((token.text for token in tokens if _THREE_DIGITS.fullmatch(token.text)), None)
    if digits is None or found.value is None:
        return found
    if found.high is not None:
        return None
    thousands = _parts_thousands(digits, found, row, scaled=tokens[-1].kind == "word")
    if thousands is None:
        return None
    value = value_of(digits) or 0.0
    return found._replace(value=round(found.value + 999 * value)) if thousands else found


def _parts_thousands(digits: str, found: Found, row: Row, *, scaled: bool) -> bool | None:
    if scaled:
        return None if digits.endswith("0") else False
    if found.unit.id in _FINE:
        return False
    if found.unit.kind in _WHOLE:
        return True
    if found.unit.kind == "money":
        return _money(digits, found, row)
    return True if digits.endswith("0") else None


def _money(digits: str, found: Found, row: Row) -> bool | None:
    what = range(found.measures.first, found.measures.end) if found.measures else ()
    prices = [row.word(at) for at in what]
    if not word_set("exchange").isdisjoint(prices):
        return False
    if not word_set("prices").isdisjoint(prices):
        return None
    if found.unit.id in _of_mills():
        return True if digits.endswith("000") else None
    return True


@cache
def _of_mills() -> frozenset[str]:
    """Currencies of a thousand parts, and the name that most of those sharing it have so: the dinar."""
    found: set[str] = set()
    for item in table()["currencies"]:
        mills = [code for code in item["by"].values() if get_currency_precision(code) == _MILLS]
        found.update(mills)
        if 2 * len(mills) > len(item["by"]):
            found.add(item["alone"])
    return frozenset(found)
