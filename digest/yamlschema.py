"""Holds what was read from YAML against a JSON Schema: what is wrong is said with its line.

Uses yamlfile.
"""

from __future__ import annotations

from typing import Any

import jsonschema_rs

from digest.errors import DigestError
from digest.yamlfault import fault
from digest.yamlfile import YamlFile

_KINDS = jsonschema_rs.ValidationErrorKind
_UNKNOWN_KEY, _OTHER_WORD, _MISSING_KEY = _KINDS.AdditionalProperties, _KINDS.Enum, _KINDS.Required
_CODES: dict[type, tuple[str, str]] = {
    _KINDS.Type: ("schema-type", "types"),
    _KINDS.Pattern: ("schema-pattern", "pattern"),
    _KINDS.MinLength: ("schema-short", "limit"),
    _KINDS.MaxLength: ("schema-long", "limit"),
    _KINDS.MaxItems: ("schema-many", "limit"),
}
"""By what is wrong with a value: the code of the cause, and what its words name."""


def validate(document: YamlFile, schema: dict[str, Any], *, error: type[DigestError] = DigestError) -> None:
    """Check a parsed file against a JSON Schema; raises `error` for the first fault by line."""
    found = jsonschema_rs.validator_for(schema).iter_errors(document.data)
    faults = [_fault(_nearest(item), document, schema) for item in found]
    if faults:
        line, code, values = min(faults, key=lambda item: (*item[:2], str(item[2])))
        raise fault(error, code, file=document.file, line=line, **values)


def _nearest(found: jsonschema_rs.ValidationError) -> jsonschema_rs.ValidationError:
    """Where a value may have several shapes, the fault inside a mapping: an unknown key, a wrong word."""
    if not isinstance(found.kind, _KINDS.AnyOf):
        return found
    inside = [item for shape in found.kind.context for item in shape]
    nearer = (item for kind in (_UNKNOWN_KEY, _OTHER_WORD) for item in inside if isinstance(item.kind, kind))
    return next(nearer, found)


def _fault(
    found: jsonschema_rs.ValidationError, document: YamlFile, schema: dict[str, Any]
) -> tuple[int, str, dict[str, str]]:
    """Line, code and what its words name: where, and what may stand there if it is one of a few things."""
    path, kind = tuple(found.instance_path), found.kind
    where = {"where": ".".join(map(str, path))} if path else {}
    line = document.line(path) or 1
    if isinstance(kind, _UNKNOWN_KEY):
        key = min(kind.unexpected, key=lambda key: document.line((*path, key)) or 0)
        keys = ", ".join(_shape(found, schema).get("properties", ()))
        return document.line((*path, key)) or 1, "schema-key", {**where, "key": key, "keys": keys}
    if isinstance(kind, _OTHER_WORD):
        words = ", ".join(map(str, kind.options))
        return line, "schema-word", {**where, "word": str(found.instance), "words": words}
    if isinstance(kind, _MISSING_KEY):
        return line, "schema-missing", {**where, "key": str(kind.property)}
    code, named = _of_value(found)
    return line, code, where | named


def _of_value(found: jsonschema_rs.ValidationError) -> tuple[str, dict[str, str]]:
    """The code of what is wrong with a value, and what its words name."""
    code, name = _CODES.get(type(found.kind), ("schema", ""))
    if not name:
        return code, {"problem": str(found.message)}
    stated: Any = getattr(found.kind, name)
    if name == "types":
        stated = next(one for one in stated if one != "null")
    return code, {name: f"{stated:,}" if isinstance(stated, int) else str(stated)}


def _shape(found: jsonschema_rs.ValidationError, schema: dict[str, Any]) -> Any:
    """The part of a schema that a mapping was held against."""
    shape: Any = schema
    for step in found.schema_path[:-1]:
        shape = shape[step]
    return shape
