"""Holds what was read from YAML against a JSON Schema: what is wrong is said with its line.

Uses yamlfile.
"""

from __future__ import annotations

from typing import Any

import jsonschema_rs

from digest.errors import DigestError
from digest.yamlfile import Path_, YamlFile

_UNKNOWN_KEY = jsonschema_rs.ValidationErrorKind.AdditionalProperties
_OTHER_WORD = jsonschema_rs.ValidationErrorKind.Enum


def validate(document: YamlFile, schema: dict[str, Any], *, error: type[DigestError] = DigestError) -> None:
    """Check a parsed file against a JSON Schema; raises `error` for the first fault by line."""
    found = jsonschema_rs.validator_for(schema).iter_errors(document.data)
    faults = [_fault(_nearest(item), document, schema) for item in found]
    if faults:
        line, path, message = min(faults, key=lambda fault: (fault[0], fault[2]))
        where = ".".join(map(str, path))
        raise error(f"{where}: {message}" if where else message, file=document.file, line=line)


def _nearest(fault: jsonschema_rs.ValidationError) -> jsonschema_rs.ValidationError:
    """Where a value may have several shapes, the fault inside a mapping: an unknown key, a wrong word."""
    if not isinstance(fault.kind, jsonschema_rs.ValidationErrorKind.AnyOf):
        return fault
    inside = [item for shape in fault.kind.context for item in shape]
    found = (item for kind in (_UNKNOWN_KEY, _OTHER_WORD) for item in inside if isinstance(item.kind, kind))
    return next(found, fault)


def _fault(
    fault: jsonschema_rs.ValidationError, document: YamlFile, schema: dict[str, Any]
) -> tuple[int, Path_, str]:
    """Line, path and what is wrong there, with all that may stand there where it is one of a few things."""
    path, kind = tuple(fault.instance_path), fault.kind
    message, place = str(fault.message), path
    if isinstance(kind, _UNKNOWN_KEY):
        key = min(kind.unexpected, key=lambda key: document.line((*path, key)) or 0)
        shape: Any = schema
        for step in fault.schema_path[:-1]:
            shape = shape[step]
        message = f"the key {key!r} is not known; there are {', '.join(shape.get('properties', ()))}"
        place = (*path, key)
    elif isinstance(kind, _OTHER_WORD):
        message = f"{fault.instance!r} is not one of: {', '.join(map(str, kind.options))}"
    return document.line(place) or 1, path, message
