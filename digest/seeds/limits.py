"""How large a seed may be, and how much may be found in it. Values only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes over which a seed is refused, and numbers of findings after which the rest is left out.

    The defaults are some forty times what a long article has, and more.
    """

    file_bytes: int = 5_000_000
    characters: int = 400_000
    """Of the text, without markup."""
    line_characters: int = 400_000
    lines: int = 20_000
    names: int = 2_000
    """Names of different bearers."""
    dates: int = 2_000
