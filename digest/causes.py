"""Why a file cannot be used, in either language; makes the errors that can be said so.

The words are those of `rules/strings.yml`, under `cause.` and the code of the cause; the English ones are the
message. What lies below the rules has its messages from `yamlfault`, the same words under the same codes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import TypeVar

from digest.errors import DigestError, caused_by, worded
from digest.model import FileError
from digest.rules import default_rules

T = TypeVar("T")


def caused(
    kind: Callable[..., T], code: str, /, *, file: str, line: int | None = None, **values: str | int
) -> T:
    """An error of a kind (a `FileError`, too) by the code of its cause and the values that its words name.

    The value `place` is a file, `where` a key in one and `column` a place in the line; `advice` is what a
    line is to be.
    """
    return caused_by(kind, partial(_say, "en"), code, file=file, line=line, **values)


def cause_words(code: str, values: Mapping[str, str], language: str) -> str:
    """The words of a cause, with `{name}` for each value."""
    return worded(partial(_say, language), code, values)


def in_arabic(said: str) -> str:
    """What a parser or the system says of a file in English, in Arabic where that is known."""
    return _sayings().get(said, said)


def file_error(error: DigestError, file: str) -> FileError:
    """An error as the list of errors holds it; `file` is the one it concerns where it names none."""
    return FileError(error.file or file, error.message, error.line, error.code, error.values)


@cache
def _sayings() -> dict[str, str]:
    strings: dict[str, dict[str, str]] = default_rules().table("strings")
    return {words["en"]: words["ar"] for key, words in strings.items() if key.startswith("said.")}


def _say(language: str, code: str) -> str:
    words: str = default_rules().table("strings")[f"cause.{code}"][language]
    return words
