"""The one form in which a translation memory is written, and a quick reader of exactly that form. Pure.

The form is plain YAML: fixed key order, texts in single quotes, one line each. The quick reader takes it
line by line (some ten times as fast as a YAML parser) and gives up, saying so, on anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from digest.yamlfile import MAX_VALUES

KEYS = ("id", "ar", "en", "state", "by", "note", "accept", "seal", "was")
"""Keys of a segment in the order in which they are written."""
LISTS = ("segments", "retired")
LONGEST = 20_000
"""Characters that a text of a segment may have; the longest sentence is a quarter of that."""
COMMENTS, END_COMMENTS = "#", "# end"
"""Where a reading holds lines of comment: those above the whole or an entry, and those below everything."""

Located = tuple[dict[str, Any], dict[str, int]]
"""A mapping and the 1-based line of each of its values; `-` is the line where it begins."""

_ODD = re.compile("[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_TOP = re.compile(r"([a-z]+):(?: (.+))?")
_ITEM = re.compile(r"(- |  )([a-z]+): (.+)")
_QUOTED = re.compile(r"'([^']*(?:''[^']*)*)'")
_DOUBLE = re.compile(r'"([^"\\]*)"')
_FLOW = re.compile(r"\[([a-z][a-z-]*(?:, [a-z][a-z-]*)*)?\]")
_NUMBER = re.compile(
    r"[-+]?(?:0b[01_]+|0x[0-9a-f_]+|0o?[0-7_]+|[0-9][0-9_.]*(?:e[-+]?[0-9]+)?)|[0-9]{4}-[0-9]+-[0-9]+.*",
    re.IGNORECASE,
)
_BARE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_LETTER = re.compile(r"[A-Za-z\u0621-\u064a]")
_RESERVED = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})


def scalar(text: str) -> str:
    """A text as a YAML scalar on one line: in single quotes, or escaped where it must be."""
    if not _ODD.search(text) and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    escaped = "".join(_escape(character) for character in text)
    return f'"{escaped}"'


def word(text: str) -> str:
    """An identifier as a YAML scalar: bare where every YAML reader takes it for text."""
    return text if _BARE.fullmatch(text) and not _is_special(text) else scalar(text)


def render(
    article: str,
    lists: Mapping[str, Iterable[Mapping[str, Any]]],
    head: Iterable[str] = (),
    foot: Iterable[str] = (),
) -> str:
    """A memory as text, with its lines of comment above and below everything.

    Mappings hold `KEYS`. Those without a value are left out; `en` never, `by` not where it waits with `en`.
    """
    lines = [*_comment_lines(head), f"article: {word(article)}"]
    for name in LISTS:
        items = list(lists.get(name, ()))
        if items or name == "segments":
            lines.append(f"{name}:" if items else f"{name}: []")
        for item in items:
            lines += _item_lines(item)
    return "\n".join((*lines, *_comment_lines(foot))) + "\n"


def scan(text: str) -> Located | None:
    """Read a memory in canonical form (or near it); None where the text is anything else."""
    if _ODD.search(text) or text.count("\n") > MAX_VALUES:
        return None
    data: dict[str, Any] = {}
    places: dict[str, int] = {}
    items: list[Located] | None = None
    comments: list[str] = []
    for number, line in enumerate(text.removesuffix("\n").split("\n"), start=1):
        if line.startswith("#"):
            comments.append(line[1:].removeprefix(" ").rstrip())
            continue
        match = _ITEM.fullmatch(line)
        if match and items is not None:
            if not _take(match, items, number, begin=match[1] == "- "):
                return None
            items[-1][0].setdefault(COMMENTS, []).extend(comments)
            comments = []
            continue
        top = _TOP.fullmatch(line)
        if top is None or top[1] in data:
            return None
        name, value = top[1], top[2]
        if not places:
            data[COMMENTS], comments = comments, []
        places[name] = number
        if name in LISTS and (value is None or value == "[]"):
            items = data[name] = []
        else:
            items = None
            data[name] = _value(value) if value else None
            if data[name] is None:
                return None
    data[END_COMMENTS] = comments
    return (data, places) if all(data[name] for name in places if name not in LISTS) else None


def _take(match: re.Match[str], items: list[Located], number: int, *, begin: bool) -> bool:
    """Add a line's value to the last mapping; whether that could be done."""
    if begin:
        items.append(({}, {"-": number}))
    elif not items:
        return False
    mapping, places = items[-1]
    key, value = match[2], _value(match[3])
    if value is None or key in mapping:
        return False
    mapping[key] = value
    places[key] = number
    return True


def _value(source: str) -> str | list[str] | None:
    """The value that a canonical scalar or list of words stands for; None where it may be something else."""
    first = source[0]
    if first == "'":
        match = _QUOTED.fullmatch(source)
        return match[1].replace("''", "'") if match else None
    if first == '"':
        match = _DOUBLE.fullmatch(source)
        return match[1] if match else None
    if first == "[":
        match = _FLOW.fullmatch(source)
        words = match[1].split(", ") if match and match[1] else []
        return words if match and not any(_is_special(item) or not item for item in words) else None
    plain = _LETTER.match(first) and ": " not in source and " #" not in source and source[-1] not in ": "
    return source if (plain or _BARE.fullmatch(source)) and not _is_special(source) else None


def _is_special(text: str) -> bool:
    """Whether a bare scalar would be read as something else than text."""
    return text.lower() in _RESERVED or _NUMBER.fullmatch(text) is not None


def _item_lines(item: Mapping[str, Any]) -> list[str]:
    lines = _comment_lines(item.get("comments", ()))
    waits = ("en",) if item.get("en") else ("en", "by")
    for key in KEYS:
        value = item.get(key)
        if value or key in waits:
            dash = "  " if key != KEYS[0] else "- "
            lines.append(f"{dash}{key}: {_written(key, value)}")
    return lines


def _comment_lines(lines: Iterable[str]) -> list[str]:
    return [f"# {line}".rstrip() for line in lines]


def _written(key: str, value: Any) -> str:
    if key == "accept":
        return "[" + ", ".join(value) + "]"
    if key in ("id", "state", "by", "seal") and value:
        return word(value)
    return scalar(value or "")


def _escape(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if character == "\n" or _ODD.match(character):
        code = ord(character)
        return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    return character
