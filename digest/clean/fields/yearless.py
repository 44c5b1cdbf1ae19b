"""Tells lines that hold a day without a year, of which no date can be made: `الثلاثاء 5 مارس`. Pure."""

from __future__ import annotations

from digest.clean.fields.datelines import read_stamp

_LONGEST = 60
_ANY_YEAR = 2000
"""A year that has every day."""


def lacks_year(text: str) -> bool:
    """Whether a line would be a date with any year behind it."""
    dated = len(text) <= _LONGEST and any(map(str.isdecimal, text))
    stamp = read_stamp(f"{text} {_ANY_YEAR}") if dated else None
    return stamp is not None and bool(stamp.edtf or stamp.hijri)
