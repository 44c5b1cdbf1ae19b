"""Words of time that names are made of too, where a period follows: `فجر الخميس`, `ربيع 2021`, `ختام أيار`.

Pure; the words are data: `relative_dates.yml`, `months.yml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain

from digest.names.tokens import stems
from digest.rules import default_rules
from digest.text import fold

_YEARS = range(1000, 2200)


@cache
def parts_of_periods() -> frozenset[str]:
    """Folded words for the beginning, the middle or the end of a period."""
    return _words(*default_rules().table("relative_dates")["parts"].values())


def tells_when(words: Sequence[str], at: int) -> bool:
    """Whether a folded word is a part of a period, or of a day, or a season, and its period follows."""
    if at + 1 >= len(words) or not any(stem in _time_words() for _, stem in stems(words[at])):
        return False
    period = words[at + 1]
    return period in _periods() or (period.isascii() and period.isdigit() and int(period) in _YEARS)


@cache
def _time_words() -> frozenset[str]:
    table = default_rules().table("relative_dates")
    return parts_of_periods() | _words(table["day_parts"], *table["seasons"].values())


@cache
def _periods() -> frozenset[str]:
    """The first words of months that are no names, and days of the week and units with the article."""
    table, months = default_rules().table("relative_dates"), default_rules().table("months")
    named = _words(*months["gregorian"].values(), *months["hijri"].values()) - _words(months["weak"])
    units = (unit["one"] for unit in table["units"].values())
    timed = _words(*units, *table["weekdays"].values())
    return frozenset((*named, *(f"ال{word}" for word in timed)))


def _words(*lists: Sequence[str]) -> frozenset[str]:
    """The first word of each item of some lists, folded."""
    return frozenset(fold(item).split()[0] for item in chain(*lists))
