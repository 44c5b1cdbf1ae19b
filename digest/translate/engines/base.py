"""What every engine is: one sentence in, its English out. Imports only the errors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from digest.errors import TranslationError

Glossary = Sequence[tuple[str, str]]
"""Arabic names of the sentence with their English."""

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


class Engine(Protocol):
    """Translates one sentence at a time: several at once lose sentences."""

    @property
    def id(self) -> str:
        """What `by` says of its work, e.g. `ct2:opus-mt-ar-en`."""

    def translate(self, ar: str, glossary: Glossary = ()) -> str | None:
        """The English, or None where the engine has none. Raises EngineError."""


class EngineError(TranslationError):
    """An engine that failed.

    `fatal` where the next sentence would fail like this one; `tired` where it took many attempts to say so.
    """

    def __init__(
        self,
        message: str,
        *,
        fatal: bool = False,
        tired: bool = False,
        file: str | None = None,
        line: int | None = None,
    ) -> None:
        super().__init__(message, file=file, line=line)
        self.fatal = fatal
        self.tired = tired


def prepare(ar: str) -> str:
    """Arabic-Indic digits as 0-9: engines misread them (٠٢٣٠ became 2030)."""
    return ar.translate(_DIGITS)
