"""When Python looks for waste: not where all is new and in use, not while somebody waits."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Inside, nobody looks for waste: for work that makes none, or that somebody waits for."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def spare_what_stands() -> None:
    """Do not look through what there is by now: of ten thousand articles it takes seconds."""
    gc.collect()
    gc.freeze()
    gc.collect()  # of nothing, by which it knows that there is little to look through from now on
