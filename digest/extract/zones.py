"""Tells whether a day that a page shows is that of the moment which its markup states, in some zone. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from digest.text import fold

_CLOCK = re.compile(r"(?<![\d:])(\d{1,2}):(\d{2})(?!\d)(?::\d{2})?\s?([^\W\d_]*)")
_BEHIND, _AHEAD = timedelta(hours=-12), timedelta(hours=14)
"""How far clocks on earth are from Greenwich's at most."""
_STEP = timedelta(minutes=30)
"""By what zones differ."""
_HALF = 12
"""Hours of half a day."""
_EARLY, _LATE = (
    frozenset({"ص", "صباحا", "am", "فجرا"}),
    frozenset({"م", "مساء", "pm", "ظهرا", "عصرا", "ليلا"}),
)
"""Folded words behind an hour that say which half of a day it is of."""


def is_same_moment(moment: str, day: str, shown: str) -> bool:
    """Whether a shown line, whose date is `day`, has the very moment of a stamp by the clocks of some zone.

    A day alone may be the moment's only where the stamp says of which zone it is.
    """
    at = datetime.fromisoformat(moment)
    stated = at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    clock = _CLOCK.search(fold(shown).lower())
    if clock is None:
        wanted = date.fromisoformat(day)
        return at.tzinfo is not None and (stated + _BEHIND).date() <= wanted <= (stated + _AHEAD).date()
    away = (datetime.combine(date.fromisoformat(day), hour, UTC) - stated for hour in _hours(clock))
    return any(_BEHIND <= zone <= _AHEAD and not zone % _STEP for zone in away)


def _hours(clock: re.Match[str]) -> Iterator[time]:
    """The times of day that a clock may show: two where nothing says which half of the day it is."""
    hour, minute = int(clock[1]), int(clock[2])
    if minute >= _MINUTES:
        return
    if hour < _DAY and clock[3] not in _LATE and not (hour == _HALF and clock[3] in _EARLY):
        yield time(hour, minute)
    if hour <= _HALF and clock[3] not in _EARLY:
        yield time(hour % _HALF + _HALF, minute)
    if hour == _HALF and clock[3] not in _LATE:
        yield time(0, minute)


_MINUTES, _DAY = 60, 24
