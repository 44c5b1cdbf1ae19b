"""Who wrote a page by its markup, where that is one word: an account, an agency, a name as it stands.

The library takes no lone word of a `meta` element, and writes accounts as if they were names (`site_admin`).
Standard library only.
"""

from __future__ import annotations

from typing import Any

_KEYS = ("name", "property")
_AUTHOR = frozenset({"author", "article:author", "dc.creator", "dcterms.creator"})
_METAS = ".//head//meta[@content]"
_LONGEST = 40
"""Characters of such a word."""


def author_of(stated: str | None, tree: Any, markup: str) -> str | None:
    """The author that a page states; `stated` is what a library makes of it.

    A lone word is taken as the markup has it; one of linked data that has other letters there is an account.
    """
    lone = next(filter(None, map(_lone_author, tree.xpath(_METAS))), None)
    if lone is not None:
        return lone
    if stated is None or len(stated.split()) > 1 or not stated.isascii():
        return stated
    return stated if f'"{stated}"' in markup else None


def _lone_author(meta: Any) -> str | None:
    """The one word that an element states for the author; an address is none."""
    named = next((value for key in _KEYS if (value := meta.get(key))), "")
    word = meta.get("content").strip()
    plain = 1 < len(word) <= _LONGEST and not any(mark in word for mark in " \t\n/:@")
    return word if named.lower() in _AUTHOR and plain else None
