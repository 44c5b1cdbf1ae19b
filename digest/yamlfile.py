"""Strict, safe YAML with the line of every value; the only module that imports `yaml`.

Refused with file and line: duplicate keys, aliases and anchors (an alias bomb cannot be built),
tags, keys that are not text, nesting deeper than `MAX_DEPTH`, files over `MAX_BYTES`. Dates stay text:
`2022-02-04` is an EDTF string here, never a `datetime`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema_rs
import yaml

from digest.errors import DigestError

MAX_BYTES = 10_000_000
MAX_DEPTH = 20
_STANDARD = "tag:yaml.org,2002:"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

Path_ = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class YamlFile:
    """Parsed YAML and where each value stands."""

    file: str
    data: Any
    lines: dict[Path_, int]
    """1-based line of the value at each path of keys and indexes."""

    def line(self, path: Path_) -> int | None:
        """Line of the value at `path`, or of its nearest parent."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)


def read_yaml(path: Path, *, name: str | None = None, error: type[DigestError] = DigestError) -> YamlFile:
    """Read and parse a file; `name` is what messages call it. Raises `error`."""
    name = name or path.name
    try:
        if path.stat().st_size > MAX_BYTES:
            raise error(f"the file is over {MAX_BYTES // 1_000_000} MB; split it", file=name)
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as cause:
        raise error(f"cannot be read as UTF-8 text: {cause}", file=name) from cause
    return parse_yaml(text, name, error=error)


def parse_yaml(text: str, name: str, *, error: type[DigestError] = DigestError) -> YamlFile:
    """Parse a YAML text. Raises `error` with file and line; `data` is None for an empty text."""
    try:
        _refuse_aliases(text, name, error)
        root = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as cause:
        raise error(_explain(cause), file=name, line=_line_of(cause)) from cause
    except (RecursionError, ValueError) as cause:
        raise error(f"not valid YAML: {cause}", file=name) from cause
    lines: dict[Path_, int] = {}
    data = None if root is None else _build(root, (), lines, name, error)
    return YamlFile(name, data, lines)


def validate(document: YamlFile, schema: dict[str, Any], *, error: type[DigestError] = DigestError) -> None:
    """Check a parsed file against a JSON Schema; raises `error` for the first fault by line."""
    faults = [
        (document.line(tuple(fault.instance_path)) or 1, tuple(fault.instance_path), fault.message)
        for fault in jsonschema_rs.validator_for(schema).iter_errors(document.data)
    ]
    if faults:
        line, path, message = min(faults, key=lambda fault: (fault[0], fault[2]))
        where = ".".join(map(str, path))
        raise error(f"{where}: {message}" if where else message, file=document.file, line=line)


def dump_yaml(data: Any) -> str:
    """Write YAML canonically: keys in the order given, Unicode as it is, no wrapping."""
    text: str = yaml.dump(
        data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=2**31 - 1, default_flow_style=False
    )
    return text


def _refuse_aliases(text: str, name: str, error: type[DigestError]) -> None:
    depth = 0
    events: Iterator[Any] = yaml.parse(text, Loader=_Loader)
    for event in events:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise error(
                "anchors and aliases (& and *) are not used here; write the value out or quote it",
                file=name,
                line=event.start_mark.line + 1,
            )
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise error("nested too deeply", file=name, line=event.start_mark.line + 1)


def _build(node: Any, path: Path_, lines: dict[Path_, int], name: str, error: type[DigestError]) -> Any:
    line = lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, name, line, error)
    if node.tag not in (f"{_STANDARD}map", f"{_STANDARD}seq"):
        raise error(f"the tag {node.tag} is not allowed", file=name, line=line)
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, (*path, index), lines, name, error) for index, item in enumerate(node.value)]
    mapping: dict[str, Any] = {}
    for key, value in _pairs(node, name, error):
        if key in mapping:
            raise error(f"the key {key!r} stands twice", file=name, line=value.start_mark.line + 1)
        mapping[key] = _build(value, (*path, key), lines, name, error)
    return mapping


def _pairs(node: Any, name: str, error: type[DigestError]) -> Iterator[tuple[str, Any]]:
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise error("a key must be a plain word", file=name, line=key.start_mark.line + 1)
        yield key.value, value


def _scalar(node: Any, name: str, line: int, error: type[DigestError]) -> Any:
    kind = node.tag.removeprefix(_STANDARD)
    if kind in ("str", "timestamp"):
        return node.value
    try:
        if kind == "null":
            return None
        if kind == "bool":
            return node.value.lower() in ("yes", "true", "on")
        if kind == "int":
            return int(node.value)
        if kind == "float":
            return float(node.value)
    except ValueError:
        return node.value
    raise error(f"the tag {node.tag} is not allowed", file=name, line=line)


def _explain(cause: yaml.YAMLError) -> str:
    problem = getattr(cause, "problem", None) or str(cause)
    mark = getattr(cause, "problem_mark", None)
    return f"not valid YAML: {problem}" + (f" (column {mark.column + 1})" if mark else "")


def _line_of(cause: yaml.YAMLError) -> int | None:
    mark = getattr(cause, "problem_mark", None)
    return None if mark is None else mark.line + 1
