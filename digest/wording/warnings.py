"""What an editor should know of a seed, in either language. Pure.

The words are those of `rules/strings.yml`, under `warning.` and the code of the warning.
"""

from __future__ import annotations

from digest.model import SeedWarning
from digest.text import single_spaced
from digest.wording.strings import Language, say


def warning_in_words(warning: SeedWarning, language: Language = "en") -> str:
    """What is wrong and how to mend it, on one line. Raises RulesError for a code without words."""
    values = {name: single_spaced(value) for name, value in warning.values.items()}
    return say(warning_key(warning), language).format_map(values)


def warning_key(warning: SeedWarning) -> str:
    """The key of a warning's words."""
    return f"warning.{warning.code}"
