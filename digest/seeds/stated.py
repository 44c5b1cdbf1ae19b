"""Dates as machines write them, to EDTF days. Pure."""

from __future__ import annotations

import re
from datetime import date

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
