"""What whoever reads many seeds has in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from digest.batch.pages import Outcome, Workshop

Engine = Callable[[Sequence[Path], Workshop], Iterator[Outcome]]
"""Gives what is found in each seed, in order; raises EngineLostError where it cannot go on."""


class EngineLostError(Exception):
    """Whoever read the seeds is gone; the message says who and why. What it gave so far is good."""
