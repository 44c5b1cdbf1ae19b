"""Bounds of what hostile input may take, on a machine of any load."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """What is inside takes fewer seconds of CPU; no lines are counted meanwhile, which takes as long again."""
    tracing = sys.gettrace()
    sys.settrace(None)
    begin = time.process_time()
    try:
        yield
        spent = time.process_time() - begin
    finally:
        sys.settrace(tracing)
    assert spent < seconds
