"""Dates of publication for formats that know only year, month and day. Pure.

A precision that is not known is never filled in; only Atom's `updated`, which must be a moment, is a bound.
"""

from __future__ import annotations

from digest.edtf import bounds
from digest.model import Article, EventTime

_MARKS = "~?%"
_NO_DATE = "1970-01-01T00:00:00Z"


def certain(edtf: str | None) -> str | None:
    """The finest of day, month and year that all of a value lies in (`2022-02-04`, `2022-02`, `2022`).

    None where it is marked approximate or uncertain, open, or spans years.
    """
    if not edtf or any(mark in edtf for mark in _MARKS):
        return None
    first, last = bounds(edtf)
    if first is None or last is None or first.year != last.year:
        return None
    if first == last:
        return first.isoformat()
    return f"{first.year:04}-{first.month:02}" if first.month == last.month else f"{first.year:04}"


def whole_day(edtf: str | None) -> str | None:
    """The day of a value that is exactly one, else None."""
    known = certain(edtf)
    return known if known and len(known) == 10 else None


def parts(known: str) -> list[int]:
    """Year, month and day as far as a value of `certain` has them."""
    return [int(part) for part in known.split("-")]


def moment(day: str) -> str:
    """A day as RFC 3339 has it: its first moment."""
    return f"{day}T00:00:00Z"


def updated(article: Article) -> str:
    """The moment that Atom demands of an entry: the first that an article can be of.

    The first day of its date, else of the latest event that it tells as past, else the beginning of 1970:
    the day of a build would make every build another.
    """
    dates = [article.findings.publication.edtf] if article.findings.publication.edtf else []
    past = (event.edtf for event in article.findings.events if event.time is EventTime.PAST)
    for values in (dates, past):
        days = [first for value in values if (first := bounds(value)[0])]
        if days:
            return moment(max(days).isoformat())
    return _NO_DATE
