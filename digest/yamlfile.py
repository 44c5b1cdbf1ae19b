"""Strict, safe YAML with the line of every value; the only module that imports `yaml`.

Refused with file and line: duplicate keys, aliases and anchors (an alias bomb cannot be built),
tags, directives, keys that are not text, nesting deeper than `MAX_DEPTH`, files over `MAX_BYTES` or
`MAX_VALUES`. Dates stay text: `2022-02-04` is an EDTF string here, never a `datetime`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from digest.errors import DigestError
from digest.files import read_regular
from digest.yamlfault import fault, line_of_fault, parser_fault

MAX_BYTES = 10_000_000
MAX_DEPTH = 20
MAX_VALUES = 200_000
"""Values of a file, lists and mappings among them; each takes about a kilobyte until the file is read."""
_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HASH = re.compile(r"(?<!\S)#")
_PERCENT = re.compile("(?:^|(?<=[\n\r\x85\u2028\u2029]))%")
"""What a directive begins with, if it is no text that goes on at the edge."""
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
    return parse_yaml(read_text(path, name, error=error), name, error=error)


def read_text(path: Path, name: str, *, error: type[DigestError] = DigestError) -> str:
    """The text of a file of at most `MAX_BYTES` of UTF-8. Raises `error`."""
    return decode_text(load_bytes(path, name, error=error), name, error=error)


def load_bytes(path: Path, name: str, *, error: type[DigestError] = DigestError) -> bytes:
    """The bytes of a file, as many as are read of one. Raises `error`."""
    try:
        return read_regular(path, MAX_BYTES + 1)
    except OSError as cause:
        reason = cause.strerror or str(cause)
        raise fault(error, "yaml-unread", file=name, reason=reason) from cause


def decode_text(data: bytes, name: str, *, error: type[DigestError] = DigestError) -> str:
    """The text in at most `MAX_BYTES` bytes of UTF-8. Raises `error`."""
    try:
        # Quicker by far than the codec `utf-8-sig`.
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as cause:
        line = data.count(b"\n", 0, cause.start) + 1
        named = {"encoding": "UTF-8", "reason": cause.reason}
        raise fault(error, "yaml-encoding", file=name, line=line, **named) from cause
    if len(data) > MAX_BYTES:
        raise fault(error, "yaml-large", file=name, most=MAX_BYTES // 1_000_000)
    return text


def parse_yaml(
    text: str, name: str, *, error: type[DigestError] = DigestError, textual: bool = False
) -> YamlFile:
    """Parse a YAML text, numbers in a `textual` one as text; `data` is None without any. Raises `error`."""
    odd = _NOT_YAML.search(text)
    if odd:
        line = text.count("\n", 0, odd.start()) + 1
        raise fault(error, "yaml-character", file=name, line=line, sign=f"U+{ord(odd[0]):04X}")
    _refuse_directives(text, name, error)
    events: Iterator[Any] = yaml.parse(text, Loader=_Loader)
    builder = _Builder(events, name, error, textual=textual)
    try:
        data = builder.document()
    except yaml.YAMLError as cause:
        raise parser_fault(error, cause, file=name) from cause
    except ValueError as cause:
        raise fault(error, "yaml-syntax", file=name, problem=str(cause)) from cause
    return YamlFile(name, data, builder.lines)


def _refuse_directives(text: str, name: str, error: type[DigestError]) -> None:
    """Refuse lines like `%TAG`, each of which the parser holds against all before it."""
    # Which they are, it says itself: it stops at the first of a name that no directive has.
    probe = _PERCENT.sub("%-", text)
    if probe == text:
        return
    try:
        for _ in yaml.parse(probe, Loader=_Loader):
            pass
    except yaml.YAMLError as cause:
        if "directive" in f"{getattr(cause, 'context', '')} {getattr(cause, 'problem', '')}":
            line = line_of_fault(cause)
            raise fault(error, "yaml-directive", file=name, line=line, mark="%") from cause


def comments(text: str) -> list[tuple[int, str]]:
    """The comments of a valid YAML text, each with its 1-based line."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.ScalarEvent):
            first, last = _mark(event.start_mark), _mark(event.end_mark)
            for line in range(first[0], last[0] + 1):
                begin = first[1] if line == first[0] else 0
                end = last[1] if line == last[0] else sys.maxsize
                spans.setdefault(line, []).append((begin, end))
    found = ((number, _comment(line, spans.get(number, ()))) for number, line in enumerate(_lines(text)))
    return [(number + 1, said) for number, said in found if said is not None]


def _mark(mark: Any) -> tuple[int, int]:
    return mark.line, mark.column


def _lines(text: str) -> list[str]:
    return re.split("\r\n|[\r\n\x85\u2028\u2029]", text)


def _comment(line: str, scalars: Iterable[tuple[int, int]]) -> str | None:
    """The comment on a line in which scalars take up some columns; None without one."""
    for mark in _HASH.finditer(line):
        if not any(begin <= mark.start() < end for begin, end in scalars):
            return line[mark.end() :].removeprefix(" ").rstrip()
    return None


@dataclass(frozen=True, slots=True)
class Unfollowed:
    """A value whose tag is not followed: nothing else is known of it."""

    tag: str


Places = list[tuple[str, dict[Path_, int]]]
"""Files by name, each with the line of the value at each path."""


def loader_of_others(keys: Sequence[str]) -> tuple[type[yaml.SafeLoader], Places]:
    """A loader, as PyYAML calls it, for files of another program, and the lines that it will have seen.

    A value with a tag of that program is `Unfollowed`; aliases are followed. The lines are of what stands
    under some keys of each file, in mappings or lists of them.
    """
    places: Places = []

    class Loader(yaml.SafeLoader):
        def get_single_node(self) -> yaml.Node | None:
            node = super().get_single_node()
            part = _under(node, keys)
            places.append((str(self.name), dict(_lines_of(part, ())) if part else {}))
            return node

    Loader.add_constructor(None, lambda _, node: Unfollowed(node.tag))
    return Loader, places


def _under(node: Any, keys: Sequence[str]) -> Any:
    """The node under some keys; a list is searched for the first mapping that has the key."""
    for key in keys:
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        pairs = [pair for item in items if isinstance(item, yaml.MappingNode) for pair in item.value]
        node = next((value for name, value in pairs if name.value == key), None)
    return node


def _lines_of(node: Any, path: Path_) -> Iterator[tuple[Path_, int]]:
    yield path, node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode) and len(path) < MAX_DEPTH:
        for key, value in node.value:
            yield from _lines_of(value, (*path, str(key.value)))


def dump_yaml(data: Any) -> str:
    """Write YAML canonically: keys in the order given, Unicode as it is, no wrapping."""
    text: str = yaml.dump(
        data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=2**31 - 1, default_flow_style=False
    )
    return text


class _Builder:
    """Builds the data straight from the parser's events: much quicker than by way of a tree of nodes."""

    def __init__(self, events: Iterator[Any], name: str, error: type[DigestError], *, textual: bool) -> None:
        self.lines: dict[Path_, int] = {}
        self._events, self._name, self._error = events, name, error
        self._texts = _TEXTS | _NUMBERS if textual else _TEXTS

    def document(self) -> Any:
        """The one document of the stream; None where there is none."""
        data: Any = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._fault("yaml-documents", event, mark="---")
            elif isinstance(event, yaml.NodeEvent):
                data = self._value(event, ())
        return data

    def _value(self, event: Any, path: Path_) -> Any:
        self.lines[path] = event.start_mark.line + 1
        if len(self.lines) > MAX_VALUES:
            raise self._fault("yaml-values", event, most=MAX_VALUES)
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise self._fault("yaml-alias", event, marks="& *")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if len(path) >= MAX_DEPTH:
            raise self._fault("yaml-deep", event)
        if event.tag not in (None, "!", f"{_STANDARD}map", f"{_STANDARD}seq"):
            raise self._fault("yaml-tag", event, tag=event.tag)
        return self._list(path) if isinstance(event, yaml.SequenceStartEvent) else dict(self._pairs(path))

    def _list(self, path: Path_) -> list[Any]:
        items: list[Any] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._value(event, (*path, len(items))))
        return items

    def _pairs(self, path: Path_) -> Iterator[tuple[str, Any]]:
        seen: set[str] = set()
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                return
            if not isinstance(event, yaml.ScalarEvent) or event.anchor:
                raise self._fault("yaml-key", event)
            key, value = event.value, next(self._events)
            if key in seen:
                raise self._fault("yaml-twice", value, key=key)
            seen.add(key)
            yield key, self._value(value, (*path, key))

    def _scalar(self, event: Any) -> Any:
        tag = event.tag
        if tag is None or tag == "!":
            tag = _implicit_tag(event.value) if event.implicit[0] else f"{_STANDARD}str"
        kind = tag.removeprefix(_STANDARD)
        if kind in self._texts:
            return event.value
        if kind not in _CONVERT:
            raise self._fault("yaml-tag", event, tag=tag)
        try:
            return _CONVERT[kind](event.value)
        except ValueError:
            return event.value

    def _fault(self, code: str, event: Any, **values: str | int) -> DigestError:
        return fault(self._error, code, file=self._name, line=event.start_mark.line + 1, **values)


_TEXTS, _NUMBERS = frozenset({"str", "timestamp"}), frozenset({"int", "float"})
"""Kinds of values that are texts, and such as are where all values are."""
_CONVERT: dict[str, Callable[[str], Any]] = {
    "null": lambda _: None,
    "bool": lambda word: word.lower() in ("yes", "true", "on"),
    "int": int,
    "float": float,
}


def _implicit_tag(value: str) -> str:
    """The tag of a plain scalar, as YAML 1.1 resolves it."""
    resolvers: dict[str | None, list[tuple[str, Any]]] = _Loader.yaml_implicit_resolvers
    for tag, pattern in (*resolvers.get(value[:1], ()), *resolvers.get(None, ())):
        if pattern.match(value):
            return str(tag)
    return f"{_STANDARD}str"
