"""Reads an editor's corrections of one article (`content/corrections/ID.yml`).

Uses causes, edtf, text, yamlfile and model.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from digest.causes import caused
from digest.edtf import is_valid
from digest.errors import CorrectionError
from digest.model import KEPT_KINDS, Correction, LineKind
from digest.text import texts_without_hidden, without_hidden
from digest.yamlfile import YamlFile, decode_text, load_bytes, parse_yaml
from digest.yamlschema import validate

_TEXT = {"type": "string", "minLength": 1, "maxLength": 5_000}
_MOST = 2_000
"""Lines and tags in a file."""
_TEXTS = {"type": "array", "items": _TEXT, "uniqueItems": True, "maxItems": _MOST}
_LINE = {"type": "string", "minLength": 1}
_SHOWN = ("title", "source", "byline")
_DATES = {"day": "2022-02-24", "month": "2022-02", "year": "2022"}
"""What a date is written like."""


def _lines(kinds: list[str]) -> dict[str, Any]:
    """A line's text, or its text with the kind that it is."""
    entry = {
        "type": "object",
        "additionalProperties": False,
        "required": ["line"],
        "properties": {"line": _LINE, "as": {"enum": kinds}},
    }
    return {"type": "array", "items": {"anyOf": [_LINE, entry]}, "maxItems": _MOST}


SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "title": _TEXT,
        "published": {
            "type": "object",
            "additionalProperties": False,
            "required": ["date", "reason"],
            "properties": {"date": _TEXT, "reason": _TEXT},
        },
        "source": _TEXT,
        "url": {"type": "string", "pattern": "^https?://", "maxLength": 5_000},
        "byline": _TEXT,
        "slug": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 80},
        "keep": _lines([kind.value for kind in LineKind if kind in KEPT_KINDS]),
        "drop": _lines([kind.value for kind in LineKind if kind not in KEPT_KINDS]),
        "tags": {
            "type": "object",
            "additionalProperties": False,
            "properties": {"add": _TEXTS, "remove": _TEXTS},
        },
    },
}
"""JSON Schema of a file of corrections."""


def read_correction(path: Path, *, name: str | None = None) -> Correction:
    """Read one file; the article's identifier is its stem. Raises CorrectionError with file and line."""
    name = name or path.name
    return parse_correction(load_correction(path, name=name), path.stem, name=name)


def load_correction(path: Path, *, name: str) -> bytes:
    """The bytes of a file; `name` is what messages call it. Raises CorrectionError."""
    return load_bytes(path, name, error=CorrectionError)


def parse_correction(raw: bytes, article: str, *, name: str) -> Correction:
    """The correction of an article in the bytes of its file. Raises CorrectionError with file and line."""
    text = decode_text(raw, name, error=CorrectionError)
    # A title may be a year: every value here is a text, though YAML has numbers.
    document = parse_yaml(text, name, error=CorrectionError, textual=True)
    if document.data is None:
        raise caused(CorrectionError, "correction-empty", file=document.file)
    validate(document, SCHEMA, error=CorrectionError)
    data, hidden = texts_without_hidden(document.data)
    published = data.get("published", {})
    stated = _date(document, published)
    _check_shown(document)
    tags = data.get("tags", {})
    return Correction(
        article=article,
        file=document.file,
        title=data.get("title"),
        published=stated,
        published_reason=published.get("reason"),
        source=data.get("source"),
        url=data.get("url"),
        byline=data.get("byline"),
        slug=data.get("slug"),
        keep=_entries(data.get("keep", ()), LineKind.BODY),
        drop=_entries(data.get("drop", ()), LineKind.FURNITURE),
        tags_add=tuple(tags.get("add", ())),
        tags_remove=tuple(tags.get("remove", ())),
        hidden=tuple(".".join(map(str, place)) for place in hidden),
        places={".".join(map(str, place)): line for place, line in document.lines.items()},
    )


def _date(document: YamlFile, published: dict[str, Any]) -> str | None:
    value: str | None = published["date"] if published else None
    if value is not None and not is_valid(value):
        line = document.line(("published", "date"))
        named = {"where": "published.date", "date": value} | _DATES
        raise caused(CorrectionError, "correction-date", file=document.file, line=line, **named)
    return value


def _check_shown(document: YamlFile) -> None:
    for key in _SHOWN:
        if key in document.data and not any(map(str.isalnum, without_hidden(document.data[key]))):
            line = document.line((key,))
            raise caused(CorrectionError, "correction-unseen", file=document.file, line=line, where=key)


def _entries(items: Any, usual: LineKind) -> tuple[tuple[str, LineKind], ...]:
    return tuple(
        (item, usual) if isinstance(item, str) else (item["line"], LineKind(item.get("as", usual)))
        for item in items
    )
