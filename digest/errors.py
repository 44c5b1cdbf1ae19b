"""The package's exceptions: each says what is wrong, in which file and line, and how to mend it.

Imports nothing of the package.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

T = TypeVar("T")

_SIDE = 400
"""Characters of a message that are kept on each side of what is left out."""
_LEFT_OUT = " … "
_BEFORE, _BEHIND = ("where",), ("column", "advice")
"""Values that have words of their own, `with-` and the name, before or behind those of any cause."""


class DigestError(Exception):
    """Base of every error the package raises on purpose.

    `message` says in English what is wrong and how to mend it; `file` and `line` say where. `code` and
    `values`, where it has them, are for saying the same in another language. What it quotes of a file may be
    as long as the file: the middle of a long message or value is left out.
    """

    def __init__(
        self,
        message: str,
        *,
        file: str | None = None,
        line: int | None = None,
        code: str = "",
        values: Mapping[str, str] | None = None,
    ) -> None:
        message = _shortened(message)
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line
        self.code = code
        self.values = {name: _shortened(value) for name, value in (values or {}).items()}

    def __str__(self) -> str:
        """`file:line: message`, with what is known of the place."""
        place = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        return f"{place}: {self.message}" if place else self.message

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle with all it carries, so that the error survives a trip between processes."""
        return _rebuild, (type(self), self.message, self.file, self.line, self.code, self.values)


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


def caused_by(
    kind: Callable[..., T],
    words: Callable[[str], str],
    code: str,
    /,
    *,
    file: str,
    line: int | None = None,
    **values: str | int,
) -> T:
    """An error of a kind, with the message that its English `words`, by code, and some values make."""
    texts = {name: _on_a_line(value) for name, value in values.items()}
    message = worded(words, code, texts).format_map(texts)
    return kind(message=message, file=file, line=line, code=code, values=texts)


def worded(words: Callable[[str], str], code: str, values: Mapping[str, str]) -> str:
    """The words of a cause, with `{name}` for each value; `words` gives those of a code in one language."""
    before, behind = (
        [words(f"with-{name}") for name in names if name in values] for names in (_BEFORE, _BEHIND)
    )
    return "".join((*before, words(code), *behind))


def _on_a_line(value: str | int) -> str:
    return f"{value:,}" if isinstance(value, int) else " ".join(_shortened(value).split())


def _shortened(message: str) -> str:
    if len(message) <= 2 * _SIDE + len(_LEFT_OUT):
        return message
    return f"{message[:_SIDE]}{_LEFT_OUT}{message[-_SIDE:]}"


def _rebuild(
    kind: type[DigestError],
    message: str,
    file: str | None,
    line: int | None,
    code: str,
    values: Mapping[str, str],
) -> DigestError:
    return kind(message, file=file, line=line, code=code, values=values)
