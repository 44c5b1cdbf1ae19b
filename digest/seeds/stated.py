"""Dates as machines write them, to EDTF days. Pure."""

from __future__ import annotations

import re
from datetime import date

_OF_CHANGE = re.compile("modified|updated", re.IGNORECASE)
_REACH = 80
"""Characters on both sides of a stamp that say whose it is."""
_ISO = re.compile(r"\s*(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?![\d])")


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
