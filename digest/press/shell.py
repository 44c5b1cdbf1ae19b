"""What is round a page's text: rendered once for all pages of a kind, with marks where pages differ. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Letters of Unicode's private use: no template has them. A page's own text is never looked at."""
_MARK = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")


def mark(name: str) -> str:
    """What stands for the field `name` while a shell is rendered."""
    return f"{_OPEN}{name}{_CLOSE}"


_STRAY = re.compile(r"[\ue000\ue001]|\\ue00[01]|%ee%80%8[01]|&#(?:5734[45]|xe00[01]);", re.IGNORECASE)
"""What is left of a mark that was cut, or written in another way: for a script, an address, as an entity."""


class Shell:
    """A rendered page whose fields are marks."""

    def __init__(self, html: str) -> None:
        self._parts = _MARK.split(html)
        """Text and names of fields in turn."""

    def takes(self, fields: Collection[str]) -> bool:
        """Whether all its marks are those of fields, and came through the template as they were."""
        texts, names = self._parts[::2], self._parts[1::2]
        return set(names) <= set(fields) and not any(map(_STRAY.search, texts))

    def fill(self, fields: Mapping[str, str]) -> str:
        """The page with its fields in their places. Raises KeyError for a field that is not given."""
        parts = self._parts.copy()
        parts[1::2] = [fields[name] for name in parts[1::2]]
        return "".join(parts)
