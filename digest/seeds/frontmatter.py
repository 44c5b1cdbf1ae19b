"""Front matter of a Markdown page or text file: what it states, and the text below. Uses causes, yamlfile."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any

from digest.causes import caused
from digest.errors import SeedError
from digest.model import SeedMetadata
from digest.seeds.markdown import without_marks
from digest.seeds.stated import day_of
from digest.yamlfile import parse_yaml

_TOML = re.compile(r"\+{3}[ \t]*\n(.*?)^\+{3}[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_FENCE = re.compile(r"-{3}[ \t]*\n(.*?)^-{3}[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_OPENINGS = ("---", "+++", "\ufeff")
"""What a text with front matter begins with."""
NOTHING = SeedMetadata()
"""What a page states that says nothing of itself."""
_KEY = re.compile(r"\w{1,40}:[ \t]+")
_MARKS = tuple("\"'[{|>&*!%@`#-")
"""What begins a value that is more than plain words to YAML."""
_LINK = re.compile(
    r"\[\[([^\[\]|]{1,200})(?:\|([^\[\]|]{1,200}))?\]\]|\[([^\[\]]{1,200})\]\([^()\s]{1,500}\)"
)
"""`[[name]]`, `[[note|name]]`, `[name](address)`."""
_ADDRESS = re.compile(r"<?https?://")
_LONGEST_TOML = 20_000
"""Characters of a front matter in TOML: reading a key takes the square of its parts."""
_VALUE, _ITEMS = 1_000, 50
"""Characters of a value, and values of a list, that are read: as many as of a page's head."""
_KEYS: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "description": ("description", "summary", "excerpt"),
    "author": ("author", "byline", "authors", "by", "writer", "author_name"),
    "site": ("source", "site", "publisher", "outlet", "site_name", "sitename"),
    "url": ("url", "link", "canonical", "source_url"),
    "language": ("lang", "language"),
}
_DATES = (
    *("date", "published", "publish_date", "date_published", "pubdate", "pub_date", "datepublished"),
    *("published_at", "published_on", "published_time", "published_date", "publication_date"),
)
_KNOWN = frozenset(_DATES).union(*_KEYS.values())
_SHORT = 80
"""Characters of a key, and of a value, that nothing is made of."""


def read_front_matter(text: str, name: str) -> tuple[str, SeedMetadata]:
    """A Markdown page's text without front matter and marks, and the metadata stated. Raises SeedError."""
    blank, rest, stated = _parted(text, name)
    return blank + without_marks(rest), stated


def take_front_matter(text: str, name: str) -> tuple[str, SeedMetadata]:
    """The same of a text file, whose marks stay; what stands between two rules may be its text."""
    if not text.startswith(_OPENINGS):
        return text, NOTHING
    try:
        blank, rest, stated = _parted(text, name)
    except SeedError:
        return text, NOTHING
    told = replace(stated, contributed=False, unused=()) != NOTHING
    return (blank + rest, stated) if told else (text, NOTHING)


def _parted(text: str, name: str) -> tuple[str, str, SeedMetadata]:
    """Blank lines in the place of the front matter, the text below, and what is stated. Raises SeedError."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    yaml, toml = _FENCE.match(text), _TOML.match(text)
    match = yaml or toml
    if match is None:
        return "", text, NOTHING
    # The line of dashes counts, so that an error names the file's own line.
    file = f"seeds/{name}"
    matter = "\n" + _quoted(match[1])
    data = parse_yaml(matter, file, error=SeedError, textual=True).data if yaml else _toml(match[1], file)
    if not _is_matter(data):
        return "", text, NOTHING
    fields: dict[str, Any] = data or {}
    # So that line numbers are the file's own.
    blank = "\n" * match[0].count("\n")
    return blank, text[match.end() :], stated_under({str(key).lower(): fields[key] for key in fields})


def stated_under(fields: dict[str, Any]) -> SeedMetadata:
    """What some keys, in small letters, state of a page."""
    values = {field: _first(fields, keys) for field, keys in _KEYS.items()} | _of_site(fields)
    stated = _first(fields, _DATES)
    return SeedMetadata(
        published=day_of(stated),
        stated_date=stated,
        contributed=True,
        changed=False,
        unused=tuple(_unused(fields)),
        **values,
    )


def field_of(key: str) -> str | None:
    """The field that a key, in small letters, states; None for one of which nothing is made."""
    own = next((field for field, keys in _KEYS.items() if key in keys), None)
    return "published" if key in _DATES else own


def _unused(fields: dict[str, Any]) -> Iterator[str]:
    """What is stated under other keys than those that are looked for, in short."""
    for key in islice((key for key in fields if key not in _KNOWN), _ITEMS):
        value = _first(fields, (key,))
        yield f"{key[:_SHORT]}: {value[:_SHORT]}" if value else key[:_SHORT]


def _of_site(fields: dict[str, Any]) -> dict[str, str | None]:
    """Outlet and address: what clips pages calls the address their source."""
    stated = [value for key in _KEYS["site"] if (value := _first(fields, (key,)))]
    addresses = [value for value in stated if _ADDRESS.match(value)]
    names = [value for value in stated if value not in addresses]
    url = _first(fields, _KEYS["url"])
    url = url or next(iter(addresses), None)
    return {"site": next(iter(names), None), "url": url and url.strip("<>")}


def _is_matter(data: object) -> bool:
    """Whether what stands between two rules states something of the page, rather than being its text."""
    keys = data if isinstance(data, dict) else {}
    return data is None or any(str(key).isascii() and len(str(key).split()) == 1 for key in keys)


def _toml(matter: str, file: str) -> dict[str, Any]:
    """What a front matter between lines of `+++` states, its dates as text. Raises SeedError."""
    if len(matter) > _LONGEST_TOML:
        raise caused(SeedError, "toml-long", file=file, most=_LONGEST_TOML)
    try:
        data = tomllib.loads(matter)
    except (tomllib.TOMLDecodeError, RecursionError) as cause:
        raise caused(SeedError, "toml", file=file, problem=str(cause), mark="+++") from None
    return {key: str(value) if isinstance(value, date) else value for key, value in data.items()}


def _quoted(matter: str) -> str:
    """Front matter with quotation marks around values that hold a colon: headlines do, and YAML minds."""
    return "\n".join(map(_line_quoted, matter.split("\n")))


def _line_quoted(line: str) -> str:
    key = _KEY.match(line)
    value = line[key.end() :].rstrip(" \t") if key else ""
    colon = max((value + " ").rfind(": "), value.rfind(":\t"))
    if key is None or colon < 1 or "#" in value[colon:]:
        return line
    if value.startswith(_MARKS) or value[0].isspace():
        return line
    return key[0] + "'" + value.replace("'", "''") + "'"


def _first(fields: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    """The first of some values that is a text or a number, a mapping with a name, or a list of such."""
    for key in keys:
        value = fields.get(key)
        items = _flat(value[:_ITEMS]) if isinstance(value, list) else [value]
        named = [item.get("name") if isinstance(item, dict) else item for item in items]
        texts = [str(item) for item in named if item != "" and type(item) in (str, int, float)]
        if texts:
            return "، ".join(map(_unlinked, texts))[:_VALUE]
    return None


def _flat(items: list[Any]) -> list[Any]:
    """A list without the lists that YAML makes of a link's brackets: `[[name]]`."""
    return [inner for item in items for inner in (item[:_ITEMS] if isinstance(item, list) else [item])]


def _unlinked(value: str) -> str:
    """A value without the marks of links to other notes and pages, of which the name that is shown stays."""
    return _LINK.sub(lambda link: link[3] or link[2] or link[1].rpartition("/")[2], value[:_VALUE])
