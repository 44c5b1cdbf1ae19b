"""Parses a page; one whose elements stand deeper in one another than the parser reads by itself, once more.

Imports the HTML libraries when they are needed. Pure.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from digest.causes import caused
from digest.errors import SeedError
from digest.seeds.fragments import with_closed_elements

_DEEP = 250
"""Elements in one another from which on the parser may have left out what is deeper, and all that follows."""
_DEEPEST = 2_000
"""Elements in one another that a page may have."""


class Parsed(NamedTuple):
    """A page's tree, and whether it is so deep that the libraries are asked about its head alone."""

    tree: Any
    deep: bool


def parse(markup: str, name: str) -> Parsed:
    """The tree of a page called `name`. Raises SeedError where it cannot be parsed, or is too deep."""
    import trafilatura  # noqa: PLC0415 (most seeds are plain text)

    markup = with_closed_elements(markup)
    tree = trafilatura.load_html(markup)
    if tree is None:
        raise caused(SeedError, "html-broken", file=f"seeds/{name}")
    if not _reaches(_DEEP)(tree):
        return Parsed(tree, deep=False)
    tree = _whole(markup)
    if _reaches(_DEEPEST)(tree):
        raise caused(SeedError, "html-deep", file=f"seeds/{name}", most=_DEEPEST)
    return Parsed(tree, deep=True)


def _whole(markup: str) -> Any:
    """The tree without the parser's own bound."""
    from lxml import html  # noqa: PLC0415

    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    return html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)


@cache
def _reaches(depth: int) -> Any:
    """A question to a tree: whether so many elements stand in one another."""
    from lxml import etree  # noqa: PLC0415

    return etree.XPath(f"boolean({'/*' * depth})")
