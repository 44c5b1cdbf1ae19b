"""Finds boxes beside an article's text: lists of links with their headings, dates and teasers, and forms.

A box of links is made of links, as no paragraph is. Works on a parsed tree, reads only. Linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Any

_BOXES = frozenset({"div", "section", "aside", "ul", "ol"})
_OF_OTHERS, _TITLE = re.compile(r"(?:^|[\s_-])relat(?:ed\w*|ives?)"), 90
"""Names of a box of other articles whose links a saved page has lost; characters of a title in it."""
_LINKED, _HINTED = 0.6, 0.3
"""The share of a box's characters in links; of one whose element says it stands beside the text."""
_PARAGRAPH = 140
"""Characters of a text outside of links that no box of links holds."""
_LONGEST_FORM, _LONGEST_NAMES = 300, 200
"""Characters of a form; those of an element's names that are read."""
_PLACES, _INSIDE = 8, 60
"""Places of links, and elements of a box, that are looked at."""
_UNSEEN = frozenset({"script", "style", "noscript", "template"})
_WRITTEN = frozenset({"email", "text", "tel"})
_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:relat\w*|recommend\w*|promo\w*|most-read|read-?more|see-?also|tags?|taxonomy|keywords?)"
)
_ASKING = re.compile(r"(?:^|[\s_-])(?:donat\w*|subscri\w*|newsletter\w*|member\w*|cta)(?=$|[\s_-])")
"""Names of a box that asks readers to pay, or to write down an address, by a link."""
_ROLES = frozenset({"complementary", "region"})


@dataclass(slots=True)
class _Sizes:
    """What an element holds: characters, those in links, those of its longest text outside of them."""

    all: int = 0
    linked: int = 0
    longest: int = 0
    past: frozenset[str] = frozenset()
    """Where in the page its links lead, some of them."""
    button: bool = False
    asks: bool = False
    """Whether it holds a field to write in, a button of an element beside the text, a link to pay."""

    def add(self, other: _Sizes) -> None:
        """Take in what a child holds."""
        self.all += other.all
        self.linked += other.linked
        self.longest = max(self.longest, other.longest)
        self.button = self.button or other.button
        self.asks = self.asks or other.asks
        if other.past and len(self.past) < _PLACES:
            self.past |= other.past

    def add_text(self, text: str | None) -> None:
        """Take in a text that stands right in the element."""
        size = len((text or "").strip())
        self.all += size
        self.longest = max(self.longest, size)


def boxes_of(tree: Any) -> tuple[tuple[Any, ...], frozenset[Any]]:
    """The boxes of links in a page, in the order of their ends, and those that ask readers for something."""
    from lxml import etree  # noqa: PLC0415 (most seeds are plain text)

    linked, asking, sizes = list[Any](), set[Any](), dict[Any, _Sizes]()
    for _, node in etree.iterwalk(tree, events=("end",)):
        own = sizes[node] = _sizes(node, sizes)
        if node.tag in _BOXES:
            if own.asks and own.longest < _PARAGRAPH and own.all <= _LONGEST_FORM:
                asking.add(node)
            elif _is_box(node, own):
                linked.append(node)
    return tuple(linked), frozenset(asking)


def _sizes(node: Any, sizes: dict[Any, _Sizes]) -> _Sizes:
    """What an element holds, by what its children do, which are taken out."""
    own = _Sizes()
    if isinstance(node.tag, str) and node.tag not in _UNSEEN:
        own.add_text(node.text)
        for child in node:
            own.add(sizes.pop(child))
            own.add_text(child.tail)
    if node.tag == "a":
        own.linked, own.longest = own.all, 0
        mark, place = (node.get("href") or "")[:1], (node.get("href") or "")[1:_LONGEST_NAMES]
        own.past = frozenset({place}) if mark == "#" and place else frozenset()
    elif node.tag == "input":
        own.asks = (node.get("type") or "text") in _WRITTEN
    elif node.tag == "button":
        own.button = True
    elif node.tag in ("section", "div", "aside") and own.button and not own.asks:
        own.asks = _is_region(node)
    if own.linked and node.tag in _BOXES and not own.asks and own.all <= _LONGEST_FORM:
        own.asks = _ASKING.search(_names(node)) is not None and _ends_with_link(node)
    return own


def _ends_with_link(node: Any) -> bool:
    """Whether the last thing in an element is a link that stands alone."""
    for _ in range(_PLACES):
        if not len(node) or (node[-1].tail or "").strip():
            return False
        node = node[-1]
        if node.tag == "a" or (node.text or "").strip():
            return bool(node.tag == "a")
    return False


def _is_region(node: Any) -> bool:
    return node.tag == "aside" or node.get("role") in _ROLES


def _is_box(node: Any, own: _Sizes) -> bool:
    if own.longest >= _PARAGRAPH:
        return False
    if not own.linked:
        return (
            own.all <= _LONGEST_FORM and own.longest < _TITLE and _OF_OTHERS.search(_names(node)) is not None
        )
    share = _HINTED if _stands_beside(node) else _LINKED
    return own.linked >= share * own.all or (bool(own.past) and _leads_past(node, own.past))


def _leads_past(node: Any, places: frozenset[str]) -> bool:
    """Whether a link in an element leads to its own end: readers may pass it over."""
    return any(last.get("id") in places for last in islice(node.iterdescendants(), _INSIDE))


def _stands_beside(node: Any) -> bool:
    return _is_region(node) or _BESIDE.search(_names(node)) is not None


def _names(node: Any) -> str:
    return f"{node.get('class') or ''} {node.get('id') or ''}"[:_LONGEST_NAMES].lower()
