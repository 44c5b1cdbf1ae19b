"""Temporal expressions of Arabic text and their EDTF values.

`find_dates` is the way in, `find_article_dates` for the sentences of an article. `lexicon` and `tokens` read
words, `numbers`, `periods`, `points`, `phrases` and `grammar` read expressions into `when` values,
`calendars`, `shifts`, `resolve` and `reference` place them.
"""

from __future__ import annotations

from digest.dates.find import find_article_dates, find_dates

__all__ = ["find_article_dates", "find_dates"]
