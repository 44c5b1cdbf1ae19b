"""The descriptions of pictures on a page that holds little else: a gallery, whose text they are. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from digest.clean.rows import Row
from digest.model import LineKind

_FEWEST, _LEAST = 3, 40
"""Descriptions of a gallery; characters of one."""
_MOST = 0.5
"""The share that descriptions have of their characters and of those that nothing is known of."""
_KINDS = frozenset({LineKind.CAPTION, LineKind.CREDIT})


def gallery_of(units: Sequence[Row]) -> list[int]:
    """The rows that describe a gallery's pictures; none where the page is none."""
    found = [index for index, row in enumerate(units) if row.kind in _KINDS and row.size >= _LEAST]
    described = sum(units[index].size for index in found)
    others = sum(row.size for row in units if row.kind is None)
    return found if len(found) >= _FEWEST and described >= _MOST * (described + others) else []
