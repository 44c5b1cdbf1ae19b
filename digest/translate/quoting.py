"""Parses a memory's YAML; says how to quote a text that is read otherwise than its writer meant."""

from __future__ import annotations

import re

from digest.causes import caused
from digest.errors import TranslationError
from digest.translate.canonical import scalar
from digest.yamlfault import fault
from digest.yamlfile import YamlFile, comments, parse_yaml

_KEY = re.compile(r"""\s*(?:- +)?['"]?[^\s:]+['"]?:(?:\s|$)""")
_TEXT = re.compile(r"\s*(?:- +)?(ar|en|by|note|was):(?:\s+(.*))?")
"""A line with a text that people write, and the text."""


def parse_texts(file: str, name: str) -> YamlFile:
    """A file as YAML, each of its texts whole.

    Raises TranslationError, with how to quote the text where one is at fault.
    """
    try:
        document = parse_yaml(file, name, error=TranslationError)
    except TranslationError as cause:
        advice = _advice(file, cause.line)
        raise fault(
            TranslationError, cause.code, file=name, line=cause.line, **cause.values, **advice
        ) from None
    if cut := _cut_off(file):
        raise caused(TranslationError, "memory-cut", file=name, line=cut[0], mark="#", quoted=cut[1])
    return document


def _advice(file: str, line: int | None) -> dict[str, str]:
    """How to write the text in a line (1-based) that is no YAML, if one begins there."""
    lines = file.split("\n")
    found = _text(lines[line - 1]) if line and line <= len(lines) else None
    return {"advice": _quoted(found)} if found else {}


def _cut_off(file: str) -> tuple[int, str] | None:
    """The line of a text of a valid file that a comment ends, with what it is to be; None without one."""
    after = {line for line, _ in comments(file)} if "#" in file else set()
    text: re.Match[str] | None = None
    for number, line in enumerate(file.split("\n") if after else (), start=1):
        text = _text(line) if _KEY.match(line) else text
        whole = text is None or (text[2] or "").startswith(("'", '"', "|", ">"))
        if number in after and not whole and not line.lstrip().startswith("#"):
            return number, _quoted(text)
    return None


def _text(line: str) -> re.Match[str] | None:
    return _TEXT.fullmatch(line.rstrip("\r"))


def _quoted(line: re.Match[str] | None) -> str:
    """What a line of `_TEXT` is to be, in quotes."""
    key, text = (line[1], (line[2] or "").strip()) if line else ("en", "")
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1].replace("''", "'")
    return f"{key}: {scalar(text)}"
