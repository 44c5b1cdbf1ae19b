"""Bounds of what hostile input may take, on a machine of any load."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncounted() -> Iterator[None]:
    """Nobody counts the lines that run inside: it takes as long again."""
    tracing = sys.gettrace()
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(tracing)


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """What is inside takes fewer seconds of CPU."""
    with uncounted():
        begin = time.process_time()
        yield
        spent = time.process_time() - begin
    assert spent < seconds
