"""The words of lines that hold a date, folded, from `rules/datelines.yml` and `rules/months.yml`. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from digest.rules import default_rules
from digest.text import fold

Names = dict[tuple[str, ...], int]
"""Months by the words of their names."""


@dataclass(frozen=True, slots=True)
class DateWords:
    """What such lines are made of."""

    months: Names
    hijri: Names
    weekdays: frozenset[str]
    week: tuple[str, ...]
    """Monday first, without the article."""
    published: frozenset[str]
    """Labels of a publication's date."""
    published_in: frozenset[str]
    """Those behind which a page says where it stands: `نشر في …`."""
    updated: frozenset[str]
    """Labels of a later change's."""
    now: frozenset[str]
    """What says that the time is that of reading."""
    openings: tuple[tuple[str, ...], ...]
    """What opens a line that says so."""
    issue: frozenset[str]
    """What numbers a paper's issue."""
    linking: frozenset[str]
    """What stands between day, month and year: `11 من مارس`."""
    known: frozenset[str]
    """All of them, and what may stand beside a date."""


@cache
def date_words() -> DateWords:
    """The words, folded once a process."""
    data = default_rules().table("datelines")
    names = default_rules().table("months")
    months, hijri = _names(names["gregorian"]) | _names(data["months"]), _names(names["hijri"])
    keys = ("weekdays", "published", "published_in", "updated", "now", "issue", "linking", "fillers")
    groups = {key: frozenset(_folded(data[key])) for key in keys}
    return DateWords(
        months=months,
        hijri=hijri,
        weekdays=groups["weekdays"],
        week=tuple(_folded(data["week"])),
        published=groups["published"] | groups["published_in"],
        published_in=groups["published_in"],
        updated=groups["updated"],
        now=groups["now"],
        openings=tuple(tuple(opening.split()) for opening in _folded(data["now_openings"])),
        issue=groups["issue"],
        linking=groups["linking"],
        known=frozenset(word for name in (*months, *hijri) for word in name).union(*groups.values()),
    )


def _names(months: dict[str, list[str]]) -> Names:
    return {
        tuple(fold(name).lower().split()): int(number) for number, names in months.items() for name in names
    }


def _folded(words: list[str]) -> list[str]:
    return [fold(word).lower() for word in words]
