"""What is wrong in YAML, in English words and with the line. Uses errors.

The rules are YAML themselves, so these words stand here; `rules/strings.yml` has them in both languages.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from digest.errors import caused_by

T = TypeVar("T")

WORDS = {
    "with-where": "{where}: ",
    "with-column": " (column {column})",
    "with-advice": "; quote the text, each ' in it twice: `{advice}`",
    "yaml-unread": "cannot be read: {reason}",
    "yaml-encoding": "cannot be read as {encoding} text: {reason}; save it in that encoding",
    "yaml-large": "the file is over {most} MB; split it",
    "yaml-values": "the file holds more than {most} values; split it",
    "yaml-character": "the character {sign} is not allowed; remove it",
    "yaml-directive": (
        "directives (lines that begin with {mark}) are not used here; remove the line or quote the text"
    ),
    "yaml-documents": "a file holds one document; remove the line `{mark}`",
    "yaml-alias": "anchors and aliases ({marks}) are not used here; write the value out or quote it",
    "yaml-deep": "nested too deeply; put the value in quotes",
    "yaml-tag": "the tag {tag} is not allowed; remove it",
    "yaml-key": "a key must be a plain word; put it in quotes",
    "yaml-twice": "the key '{key}' stands twice; remove one of the two",
    "yaml-syntax": "not valid YAML: {problem}",
    "yaml-open": "not valid YAML: {problem} on line {last}, {doing} that begins here",
    "schema-key": "the key '{key}' is not known; there are {keys}",
    "schema-missing": "the key '{key}' is missing; write it",
    "schema-word": "'{word}' is not one of: {words}",
    "schema-type": "is not of the type {types}",
    "schema-pattern": "does not match {pattern}",
    "schema-short": "has fewer than {limit} characters",
    "schema-long": "has more than {limit} characters; shorten it",
    "schema-many": "has more than {limit} items; take some out",
    "schema": "{problem}",
}
"""By the code of the cause."""

_BLOCK = "block"
"""In what the parser calls lists and mappings without brackets; at fault is where they make no sense."""


def fault(
    kind: Callable[..., T], code: str, /, *, file: str, line: int | None = None, **values: str | int
) -> T:
    """An error of a kind by the code of its cause and the values that its words name."""
    return caused_by(kind, WORDS.__getitem__, code, file=file, line=line, **values)


def parser_fault(kind: Callable[..., T], cause: Exception, *, file: str) -> T:
    """An error of a kind that says what the parser found wrong, and where."""
    problem = str(getattr(cause, "problem", None) or cause)
    mark, line = getattr(cause, "problem_mark", None), line_of_fault(cause)
    if mark is None:
        return fault(kind, "yaml-syntax", file=file, line=line, problem=problem)
    if mark.line + 1 == line:
        return fault(kind, "yaml-syntax", file=file, line=line, problem=problem, column=str(mark.column + 1))
    doing, last = str(getattr(cause, "context", "")), str(mark.line + 1)
    return fault(kind, "yaml-open", file=file, line=line, problem=problem, last=last, doing=doing)


def line_of_fault(cause: Exception) -> int | None:
    """Where what is wrong is, or where what is not closed begins: a quotation mark, a bracket."""
    mark = getattr(cause, "problem_mark", None)
    if mark and _BLOCK not in (getattr(cause, "context", None) or _BLOCK):
        mark = getattr(cause, "context_mark", None) or mark
    return None if mark is None else mark.line + 1
