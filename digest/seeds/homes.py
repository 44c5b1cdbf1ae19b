"""Finds the elements of a page that hold the article: by the text in paragraphs of their own.

Works on a parsed tree, reads only. Pure, linear.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Any, NamedTuple

_BLOCKS = frozenset({"article", "main", "section", "div", "td"})
_OF_OTHERS = re.compile(r"(?:^|[\s_-])(?:author|bio|about|relat|promo|teaser)")
"""Names of elements that tell of the writer or of other articles."""
_LONG = 60
"""Characters of a paragraph in an element of the article's class."""
_FEWEST, _LEAST = 2, 120
"""Paragraphs, and characters of them outside of links, that an article's element holds."""


class Homes(NamedTuple):
    """Where a page holds its article."""

    first: Any
    """The element with most text in paragraphs of its own; None where there is none."""
    others: frozenset[Any] = frozenset()
    """Elements that may hold more of it: with several paragraphs, or of the first one's class."""


def homes_of(tree: Any) -> Homes:
    """The first of the elements whose own paragraphs hold most text, and those in which it may go on.

    Only elements inside the page's body: all that a page shows stands in that one.
    """
    found: dict[Any, list[int]] = {}
    for paragraph in tree.iter("p"):
        above = _holder(paragraph)
        if above is not None and above.tag in _BLOCKS:
            found.setdefault(above, []).append(_size(paragraph))
    sizes = {home: sum(own) for home, own in found.items() if len(own) >= _FEWEST}
    best = max(sizes, key=sizes.__getitem__, default=None)
    if best is None or sizes[best] < _LEAST:
        return Homes(None)
    article, name = _article(best), best.get("class")
    others = (
        node
        for node, own in found.items()
        if (name and node.get("class") == name and max(own) >= _LONG)
        or (sizes.get(node, 0) >= _LEAST and not _OF_OTHERS.search((node.get("class") or "").lower()))
    )
    others = (node for node in others if node is not best and _article(node) is article)
    apart = frozenset(best.itersiblings()) if _parted(best) else frozenset()
    small = _OF_REST * sizes[best]
    return Homes(best, frozenset(node for node in others if node not in apart or sum(found[node]) >= small))


def _parted(best: Any) -> bool:
    """Whether an element of several paragraphs has a box with a heading of its own right below it."""
    below = next((node for node in best.itersiblings() if isinstance(node.tag, str)), None)
    if below is None or below.tag not in _BLOCKS or below.get("class") == best.get("class"):
        return False
    first = next((node for node in islice(below.iterdescendants(), _TOP) if (node.text or "").strip()), None)
    return first is not None and first.tag in _HEADINGS


_TOP, _OF_REST = 4, 0.25
"""Elements of a box that are looked at; the share of an article's characters from which on it goes on."""
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


def _article(node: Any) -> Any:
    """The closest `article` that holds an element, or is it; None where none does."""
    return node if node.tag == "article" else next(node.iterancestors("article"), None)


def _holder(paragraph: Any) -> Any:
    """What holds a paragraph, elements around it alone aside."""
    above = paragraph.getparent()
    for _ in range(_AROUND):
        if above is None or above.tag != "div" or len(above) > 1 or (above.text or "").strip():
            break
        above = above.getparent()
    return above


_AROUND = 3
"""Elements around a paragraph alone, as programs that build pages put there."""


def _size(paragraph: Any) -> int:
    """Characters of a paragraph that no link holds; what is nested deeper is not looked at."""
    own = len((paragraph.text or "").strip())
    for child in paragraph:
        own += len((child.tail or "").strip())
        own += 0 if child.tag == "a" else len((child.text or "").strip())
    return own
