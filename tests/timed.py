"""What work takes, and bounds of it that hold on a machine of any speed and load.

Seconds are the CPU's, and nobody counts the lines that run: coverage takes as long again.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_REFERENCE = 0.017
"""Seconds that `_work` takes on the machine of docs/benchmarks.md, which all bounds are written for."""
_TEXT = " ".join(f"كلمة{number % 977}" for number in range(4_000))


def seconds(work: Callable[[], object]) -> float:
    """How long something takes."""
    with _uncounted():
        begin = time.process_time()
        work()
        return time.process_time() - begin


def in_time(spent: float, bound: float) -> bool:
    """Whether something took less than its bound; a slower machine has as much more time."""
    return spent < bound or spent < bound * slowness()


def in_proportion(took: Callable[[int], float], small: int, large: int, spare: float = 0.3) -> bool:
    """Whether the time of work grows in line with its size, and not with the size's square.

    `took` gives the seconds that a size takes, `spare` are seconds granted to the large one. Machines have
    faster and slower moments: the large size is measured between two small ones, and up to five times.
    """
    most = 2.5 * large / small
    for _ in range(5):
        before, spent, after = took(small), took(large), took(small)
        if spent < most * (before + after) / 2 + spare:
            return True
    return False


@contextmanager
def within(bound: float) -> Iterator[None]:
    """What is inside stays below its bound."""
    with _uncounted():
        begin = time.process_time()
        yield
        spent = time.process_time() - begin
        assert in_time(spent, bound), f"{spent:.2f} s of CPU"


def slowness() -> float:
    """How many times as long this machine takes just now as the one that bounds are written for."""
    return statistics.median(seconds(_work) for _ in range(5)) / _REFERENCE


def _work() -> None:
    """Work of the kind that Mujaz does: finds words, looks them up, sorts them."""
    for _ in range(20):
        counts: dict[str, int] = {}
        for word in re.findall(r"\w+", _TEXT):
            counts[word] = counts.get(word, 0) + len(word)
        sorted(counts)


@contextmanager
def _uncounted() -> Iterator[None]:
    tracing = sys.gettrace()
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(tracing)
