"""Finds the element of a page that holds the article: the one with most text in paragraphs of its own.

Works on a parsed tree, reads only. Pure, linear.
"""

from __future__ import annotations

from typing import Any

_BLOCKS = frozenset({"article", "main", "section", "div", "td"})
_FEWEST, _LEAST = 2, 120
"""Paragraphs, and characters of them outside of links, that an article's element holds."""


def home_of(tree: Any) -> Any:
    """The first of the elements whose own paragraphs hold most text; None where there is none.

    Only an element inside the page's body: all that a page shows stands in that one.
    """
    found: dict[Any, list[int]] = {}
    for paragraph in tree.iter("p"):
        above = _holder(paragraph)
        if above is not None and above.tag in _BLOCKS:
            found.setdefault(above, []).append(_size(paragraph))
    homes = {home: sum(sizes) for home, sizes in found.items() if len(sizes) >= _FEWEST}
    best = max(homes, key=homes.__getitem__, default=None)
    return best if best is not None and homes[best] >= _LEAST else None


def _holder(paragraph: Any) -> Any:
    """What holds a paragraph, an element around it alone aside."""
    above = paragraph.getparent()
    alone = above is not None and above.tag == "div" and len(above) == 1 and not (above.text or "").strip()
    return above.getparent() if alone else above


def _size(paragraph: Any) -> int:
    """Characters of a paragraph that no link holds; what is nested deeper is not looked at."""
    own = len((paragraph.text or "").strip())
    for child in paragraph:
        own += len((child.tail or "").strip())
        own += 0 if child.tag == "a" else len((child.text or "").strip())
    return own
