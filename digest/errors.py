"""The package's exceptions: each says what is wrong, in which file and line, and how to mend it.

Imports nothing of the package.
"""

from __future__ import annotations

_SIDE = 400
"""Characters of a message that are kept on each side of what is left out."""
_LEFT_OUT = " … "


class DigestError(Exception):
    """Base of every error the package raises on purpose.

    `message` says what is wrong and how to mend it; `file` and `line` say where. What it quotes of a file may
    be as long as the file: the middle of a long message is left out.
    """

    def __init__(self, message: str, *, file: str | None = None, line: int | None = None) -> None:
        message = _shortened(message)
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


def _shortened(message: str) -> str:
    if len(message) <= 2 * _SIDE + len(_LEFT_OUT):
        return message
    return f"{message[:_SIDE]}{_LEFT_OUT}{message[-_SIDE:]}"


def _rebuild(kind: type[DigestError], message: str, file: str | None, line: int | None) -> DigestError:
    return kind(message, file=file, line=line)
