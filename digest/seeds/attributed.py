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
# The parser's own search: walking every element of every page would be slow.
_PROPERTIES = ".//h1|.//*[@property or @itemprop]"
_OF_HEAD = ".//head//*[@property or @itemprop]"
_NOTED = ".//h1|.//*[" + " or ".join(f"@{key}" for key in _DATA) + "]"
_SHOWING = ("time", "span", "abbr", "small", "div", "p")
"""Elements that show a day."""
_FULL = len("2024-05-12")
_LONGEST = 60
"""Characters of what such an element shows."""


def attributed_day(tree: Any) -> str | None:
    """The EDTF day that properties state: the only one, else a head's, or the first behind the headline."""
    days = list(_days(tree, _PROPERTIES, _property_day))
    if len({day for day, _ in days}) <= 1:
        return next((day for day, _ in days), None)
    heads = _days(tree, _OF_HEAD, _property_day)
    behind = (day for day, headed in days if headed)
    return next((day for day, _ in heads), None) or next(behind, None)


def noted_day(tree: Any) -> str | None:
    """The EDTF day that an element behind the headline notes beside the words that it shows."""
    return next((day for day, headed in _days(tree, _NOTED, _data_day) if headed), None)


def _days(tree: Any, path: str, read: Callable[[Any], str | None]) -> Iterator[tuple[str, bool]]:
    """The days of the elements of a path, and whether each stands behind the first main heading."""
    headed = False
    for node in tree.xpath(path):
        headed = headed or node.tag == "h1"
        if day := read(node):
            yield day, headed


def _property_day(node: Any) -> str | None:
    named = next((value for key in _NAMING if (value := node.get(key))), "")
    if _NAMES.isdisjoint(named.lower().split()):
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
