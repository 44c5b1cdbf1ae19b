"""Temporal expressions of Arabic text and their EDTF values.

`find_dates` is the way in. `lexicon` and `tokens` read words, `numbers`, `periods`, `points`, `phrases` and
`grammar` read expressions into `when` values, `calendars`, `shifts`, `resolve` and `reference` place them.
"""

from __future__ import annotations

from digest.dates.find import find_dates

__all__ = ["find_dates"]
