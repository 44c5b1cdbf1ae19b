"""Says how far a long reading is, where there is no terminal for a bar."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

_EVERY = 10.0
"""Seconds between two lines."""


def announce(log: logging.Logger, *, every: float = _EVERY) -> Callable[[int, int], None]:
    """A callback for progress that logs a line every so many seconds, and none where all is done sooner."""
    last = time.monotonic()

    def progress(done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last >= every:
            last = time.monotonic()
            log.info("Read %s of %s seeds", f"{done:,}", f"{total:,}")

    return progress
