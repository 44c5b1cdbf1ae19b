"""Shortens what a page's head states, before the libraries read it: their patterns take the square of it.

Works on the tree in place. Standard library only.
"""

from __future__ import annotations

import json
from typing import Any

_VALUE = 1_000
"""Characters of a title, of an attribute and of a text of linked data that are read."""
_DATA = 60_000
"""Characters of linked data, so shortened, that are read in all."""
_BROKEN = 4_000
"""Characters of them that need not be JSON: the libraries guess at what they hold."""


def shorten_head(tree: Any) -> None:
    """Cut titles, metadata and linked data of a page to what a head has room for."""
    for node in tree.iter("title"):
        node.text = (node.text or "")[:_VALUE]
    for node in tree.iter("meta", "link", "time", "a", "abbr"):
        for name, value in node.attrib.items():
            if len(value) > _VALUE:
                node.set(name, value[:_VALUE])
    _shorten_data([node for node in tree.iter("script") if "json" in (node.get("type") or "")])


def _shorten_data(scripts: list[Any]) -> None:
    left, broken = _DATA, _BROKEN
    for script in scripts:
        text, whole = _shortened(script.text or "")
        if len(text) > min(left, left if whole else broken):
            text = ""
        left -= len(text)
        broken -= 0 if whole else len(text)
        script.text = text


def _shortened(text: str) -> tuple[str, bool]:
    """A script of linked data with its long texts cut, and whether it is JSON at all."""
    try:
        data = json.loads(text, strict=False)
        return (json.dumps(_cut(data), ensure_ascii=False) if len(text) > _VALUE else text), True
    except (ValueError, RecursionError):
        return text, False


def _cut(data: Any) -> Any:
    if isinstance(data, str):
        return data[:_VALUE]
    if isinstance(data, list):
        return [_cut(item) for item in data]
    if isinstance(data, dict):
        return {key[:_VALUE]: _cut(value) for key, value in data.items()}
    return data
