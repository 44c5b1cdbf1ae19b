"""What is round a page's text: rendered once for all pages of a kind, with marks where pages differ. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Letters of Unicode's private use: no template has them. A page's own text is never looked at."""
_MARK = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")


def mark(name: str) -> str:
    """What stands for the field `name` while a shell is rendered."""
    return f"{_OPEN}{name}{_CLOSE}"


class Shell:
    """A rendered page whose fields are marks."""

    def __init__(self, html: str) -> None:
        self._parts = _MARK.split(html)
        """Text and names of fields in turn."""

    def fill(self, fields: Mapping[str, str]) -> str:
        """The page with its fields in their places. Raises KeyError for a field that is not given."""
        parts = self._parts.copy()
        parts[1::2] = [fields[name] for name in parts[1::2]]
        return "".join(parts)
