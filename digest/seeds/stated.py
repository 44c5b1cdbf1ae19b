"""Dates as machines write them, to EDTF days. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice

_OF_CHANGE = re.compile("modified|updated", re.IGNORECASE)
_REACH = 80
"""Characters on both sides of a stamp that say whose it is."""
_ISO = re.compile(r"\s*(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?![\d])")
_STAMP = re.compile(
    r"(?<!\d)(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?(?![\d:])"
)
_MOST = 400
"""Stamps of a page that are looked at."""


def day_of(value: str | None) -> str | None:
    """The EDTF day (or month, or year) that an ISO-like stamp begins with; None where there is none."""
    match = _ISO.match(value or "")
    if match is None or not "1900" <= match[1] <= "2199":
        return None
    year, month, day = match.groups()
    if month is None:
        return year
    try:
        whole = date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    return whole.isoformat() if day else whole.isoformat()[:7]


def is_of_change(day: str, markup: str) -> bool:
    """Whether all stamps of a page that begin with a day are of a change: `modified_time`, `dateModified`."""
    places = [match.span() for match in re.finditer(re.escape(day), markup)]
    return bool(places) and all(_is_of_change(markup, start, end) for start, end in places)


def _is_of_change(markup: str, start: int, end: int) -> bool:
    """Whether the element or the value of linked data that has a stamp is named as one of a change."""
    before = re.split("[<,{]", markup[max(0, start - _REACH) : start])[-1]
    behind = re.split("[>,}]", markup[end : end + _REACH])[0]
    return _OF_CHANGE.search(before + behind) is not None


def moment_of(day: str, markup: str) -> str | None:
    """The first stamp of a page on a day, unless it is of a change: `2024-05-12T22:10Z`."""
    found = (stamp for stamp in _stamps(markup) if stamp[1] == day)
    places = (
        (moment, start, end) for moment, _, start, end in found if not _is_of_change(markup, start, end)
    )
    return next((moment for moment, _, _ in places), None)


def local_moment(moment: str, markup: str) -> str:
    """The same moment as another stamp of the page has it in a zone that is not Greenwich's, if one does."""
    at = datetime.fromisoformat(moment)
    if at.tzinfo is None or at.utcoffset():
        return moment
    others = ((other, datetime.fromisoformat(other)) for other, *_ in _stamps(markup))
    return next((other for other, time in others if time.utcoffset() and time == at), moment)


def _stamps(markup: str) -> Iterator[tuple[str, str, int, int]]:
    """The stamps of a page that have a time: as ISO 8601, their day, and where each begins and ends."""
    for match in islice(_STAMP.finditer(markup), _MOST):
        moment = f"{match[1]}T{match[2]}{match[3] or ''}"
        try:
            datetime.fromisoformat(moment)
        except ValueError:
            continue
        yield moment, match[1], match.start(), match.end()
