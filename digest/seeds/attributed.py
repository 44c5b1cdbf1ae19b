"""The day that attributes of a page's elements state for its article: RDFa, microdata, `data-date`.

Works on a parsed tree, reads only. Standard library only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from digest.seeds.stated import day_of

_NAMING = ("property", "itemprop")
_NAMES = frozenset(
    {
        *("dc:date", "dc:created", "dc:issued", "dcterms:date", "dcterms:created", "dcterms:issued"),
        *("schema:datepublished", "schema:datecreated", "datepublished", "datecreated"),
        *("article:published_time", "og:published_time"),
    }
)
"""What a property is called that is the day of publication."""
_DATA = ("data-published", "data-publish-date", "data-date", "data-datetime")
_SHOWING = ("time", "span", "abbr", "small", "div", "p")
"""Elements that show a day."""
_FULL = len("2024-05-12")
_LONGEST = 60
"""Characters of what such an element shows."""


def attributed_day(tree: Any) -> str | None:
    """The EDTF day that properties state: the only one, else a head's, or the first behind the headline."""
    return _chosen(tree, _property_day)


def noted_day(tree: Any) -> str | None:
    """The EDTF day that an element behind the headline notes beside the words that it shows."""
    return next(_days(tree, _data_day, behind=True), None)


def _chosen(tree: Any, read: Callable[[Any], str | None]) -> str | None:
    days = list(_days(tree, read))
    if len(set(days)) <= 1:
        return next(iter(days), None)
    head = tree.find(".//head")
    heads = _days(head, read) if head is not None else iter(())
    return next(heads, None) or next(_days(tree, read, behind=True), None)


def _days(tree: Any, read: Callable[[Any], str | None], *, behind: bool = False) -> Iterator[str]:
    """The days of elements in document order; `behind`: only of those behind the first main heading."""
    headed = not behind
    for node in tree.iter():
        headed = headed or node.tag == "h1"
        if headed and (day := read(node)):
            yield day


def _property_day(node: Any) -> str | None:
    named = next((value for key in _NAMING if (value := node.get(key))), "")
    if not named or _NAMES.isdisjoint(named.lower().split()):
        return None
    return _whole(node.get("content") or node.get("datetime"))


def _data_day(node: Any) -> str | None:
    stated = next((value for key in _DATA if (value := node.get(key))), None)
    if stated is None or node.tag not in _SHOWING:
        return None
    return _whole(stated) if 0 < len("".join(node.itertext()).strip()) <= _LONGEST else None


def _whole(value: str | None) -> str | None:
    """The day of a stamp; None where it gives a month or a year alone."""
    day = day_of(value)
    return day if day and len(day) == _FULL else None
