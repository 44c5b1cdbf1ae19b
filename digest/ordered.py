"""Lists that are kept in order while a few of their items change. Pure."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Collection
from typing import Any, TypeVar

T = TypeVar("T")

_FEW = 64
"""Changes that are made one by one; for more, the whole is sorted anew."""


def edit_ordered(
    held: list[T], gone: Collection[T], new: Collection[T], key: Callable[[T], Any] = lambda item: item
) -> None:
    """Take items out of an ordered list and put others in; no two have the same key."""
    if len(gone) + len(new) > _FEW:
        lost = set(map(key, gone))
        held[:] = sorted([*(item for item in held if key(item) not in lost), *new], key=key)
        return
    for item in gone:
        del held[bisect_left(held, key(item), key=key)]
    for item in new:
        insort(held, item, key=key)
