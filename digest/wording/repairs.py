"""What was mended in a page when it was read, in either language. Pure.

A seed's notes are the English words of `rules/strings.yml`, under `repair.`: those tell which note it is.
"""

from __future__ import annotations

import re
from functools import cache

from digest.errors import RulesError
from digest.rules import default_rules

_PREFIX = "repair."


def repair_words(note: str) -> tuple[str, dict[str, str]]:
    """The key of a note's words, and the values in them. Raises RulesError for a note without words."""
    for key, pattern in _patterns():
        if match := pattern.fullmatch(note):
            return key, match.groupdict()
    raise RulesError(f"there are no words for {note!r}", file="digest/rules/strings.yml")


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    strings = default_rules().table("strings")
    notes = ((key, words["en"]) for key, words in strings.items() if key.startswith(_PREFIX))
    return tuple((key, re.compile(_PLACE.sub(r"(?P<\1>\\S+)", re.escape(note)))) for key, note in notes)


_PLACE = re.compile(r"\\\{(\w+)\\\}")
"""What stands for a value, as `re.escape` writes it."""
