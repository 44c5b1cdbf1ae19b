"""The package's exceptions: each says what is wrong, in which file and line, and how to mend it.

Imports nothing of the package.
"""

from __future__ import annotations


class DigestError(Exception):
    """Base of every error the package raises on purpose.

    `message` says what is wrong and how to mend it; `file` and `line` say where.
    """

    def __init__(self, message: str, *, file: str | None = None, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line

    def __str__(self) -> str:
        """`file:line: message`, with what is known of the place."""
        place = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        return f"{place}: {self.message}" if place else self.message

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle with the place, so that the error survives a trip between processes."""
        return _rebuild, (type(self), self.message, self.file, self.line)


class SeedError(DigestError):
    """A seed that cannot be read: empty, binary, too large, unreadable, or without an article."""


class RulesError(DigestError):
    """A rule file that is not valid."""


class VocabularyError(DigestError):
    """A vocabulary file that is not valid, or two entries that claim one name."""


class CorrectionError(DigestError):
    """A file of corrections that is not valid."""


class TranslationError(DigestError):
    """A translation memory that is not valid, or an engine that failed."""


def _rebuild(kind: type[DigestError], message: str, file: str | None, line: int | None) -> DigestError:
    return kind(message, file=file, line=line)
