"""Tells from the name in `by:` whether a person or a program translated; reads `rules/translators.yml`."""

from __future__ import annotations

import re
from functools import cache

from digest.rules import default_rules
from digest.text import fold


def is_program(by: str) -> bool:
    """Whether a translator's name says that it is a program: `NAME (language model)`."""
    return _program_words().search(fold(by).casefold()) is not None


@cache
def _program_words() -> re.Pattern[str]:
    words = default_rules().table("translators")["program_words"]
    return re.compile(rf"\b(?:{'|'.join(re.escape(fold(word).casefold()) for word in words)})\b")
