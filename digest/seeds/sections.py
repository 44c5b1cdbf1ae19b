"""Tells by an element's names (`class`, `id`) that it holds what readers wrote. Reads a parsed tree. Pure."""

from __future__ import annotations

import re
from typing import Any

COMMENTS = "markup.comments"
"""The rule of what stands in such an element."""
_HOLDERS = frozenset({"div", "section", "aside", "ul", "ol"})
_NAMES = frozenset(
    {
        *("comments", "comment", "commentlist", "respond", "replies", "disqus"),
        *("commentarea", "commentsarea", "commentslist", "commentbody", "commentrespond", "commentswrap"),
        *("commentssection", "commentsection", "commentscontainer", "commentswrapper", "disqusthread"),
        *("commentsblock", "commentsbox", "commentbox", "readercomments", "usercomments", "fbcomments"),
    }
)
_MARK = re.compile("[-_]")
_LONGEST = 200
"""Characters of such names that are read."""


def part_of_readers(node: Any, tag: str) -> str:
    """The rule of an element that is named as one of comments; empty for any other."""
    if tag not in _HOLDERS:
        return ""
    names = f"{node.get('class') or ''} {node.get('id') or ''}"[:_LONGEST].lower()
    return COMMENTS if not _NAMES.isdisjoint(_MARK.sub("", names).split()) else ""


def above(node: Any) -> frozenset[Any]:
    """The elements that hold an element; none where there is no element."""
    return frozenset() if node is None else frozenset(node.iterancestors())
