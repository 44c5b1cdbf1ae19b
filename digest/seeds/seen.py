"""What of a page a browser shows: which elements it hides with all that is in them, which words of others.

Works on the nodes of a parsed tree, reads only. Pure.
"""

from __future__ import annotations

import re
from typing import Any

NEVER_SHOWN = frozenset(["script", "style", "noscript", "template"])
"""Elements of which a browser shows nothing, not even a place."""
_UNSEEN = NEVER_SHOWN | {"iframe", "canvas", "audio", "video", "datalist", "head"}
_VOID = frozenset(["embed", "source", "track", "wbr", "param", "keygen", "bgsound", "input", "area", "img"])
"""Elements that hold nothing. The parser does not know all of them and puts what follows into them."""
_UNDRAWN = frozenset(["title", "desc", "metadata", "defs", "symbol", "clippath", "mask", "marker", "pattern"])
"""Elements of a drawing that are not shown where they stand."""
DRAWING = "svg"
WRITING = frozenset(["text", "foreignobject"])
"""Elements of a drawing whose words are seen."""
_ENDING = re.compile(
    "big|blockquote|body|br|center|code|d[dlt]|div|em|embed|h[1-6r]|img|li|menu|nobr|[bipsu]|[ou]l|pre|ruby|small"
    "|span|str(?:ong|ike)|su[bp]|table|tt|var"
)
"""Elements of a page that end a drawing that has not been closed."""
_BUTTONS = frozenset(["submit", "button", "reset"])
_NO_DECLARATION = re.compile(r"""/\*.*?(?:\*/|\Z)|"[^"]*+"?|'[^']*+'?|\([^()]*+\)?""", re.DOTALL)


def is_unseen(node: Any, tag: str, *, drawing: bool) -> bool:
    """Comments, scripts, and what the page does not show; `drawing`: inside of one."""
    if not tag or tag in _UNSEEN or (drawing and tag in _UNDRAWN):
        return True
    return tag not in _VOID and (node.get("hidden") is not None or _is_not_displayed(node.get("style") or ""))


def ends_drawing(tag: str) -> bool:
    """Whether an element cannot stand in a drawing: a browser closes the drawing before it."""
    return _ENDING.fullmatch(tag) is not None


def words_of_button(node: Any) -> str:
    """What stands on an `input` that is a button; empty where it is none."""
    is_button = (node.get("type") or "").strip().lower() in _BUTTONS
    return node.get("value") or "" if is_button else ""


def _is_not_displayed(style: str) -> bool:
    """Whether declarations say `display: none`: the last that is important decides, else the last."""
    if "display" not in style.lower():
        return False
    said: dict[bool, str] = {}
    for declaration in _NO_DECLARATION.sub("", style).lower().split(";"):
        name, _, value = declaration.partition(":")
        if name.strip() == "display":
            value, mark, _ = value.partition("!")
            said[bool(mark)] = value.strip()
    return said.get(True, said.get(False)) == "none"
