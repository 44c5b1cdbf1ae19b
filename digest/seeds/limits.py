"""How large a seed may be. Values only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes over which a seed is refused; defaults are a hundred times those of a long article."""

    file_bytes: int = 5_000_000
    line_characters: int = 1_000_000
    lines: int = 20_000
