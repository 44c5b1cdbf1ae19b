"""Fingerprints of what decides what pages look like, beside the digest: the program, mkdocs.yml, the theme.

They are the same in every process; what cannot be told apart for certain has another one each time.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from enum import Enum
from functools import partial
from importlib.util import find_spec
from pathlib import Path, PurePath
from types import ModuleType
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from digest.store import fingerprint, package_fingerprint

_EDITED = ("repo_url", "edit_uri", "edit_uri_template", "docs_dir", "site_url", "use_directory_urls")
"""Settings of mkdocs.yml that are in the Markdown of pages, and in files for programs."""
_ELSEWHERE = (
    *("plugins", "theme"),
    *("site_dir", "exclude_docs", "draft_docs", "not_in_nav", "strict", "watch"),
)
"""Settings that are looked at on their own, and those that no page shows."""
_DEPTH = 12


def content_stamp(config: MkDocsConfig, *parts: str) -> str:
    """Stands for what decides the text of pages and files for programs; `parts` are what else does."""
    settings = steady([config.get(name) for name in _EDITED])
    return fingerprint(package_fingerprint(), settings, *parts)


def shell_stamp(config: MkDocsConfig, nav: Navigation, *parts: str) -> str:
    """Stands for what decides what is round the text of pages."""
    theme = config.theme
    look = [theme.name, theme.dirs, sorted(theme.static_templates), dict(theme)]
    settings = {name: value for name, value in config.items() if name not in _ELSEWHERE}
    plugins = [[name, dict(getattr(plugin, "config", {}))] for name, plugin in config.plugins.items()]
    code = [_source(name) for name in config.markdown_extensions]
    texts = (steady(value) for value in (settings, look, plugins, code, list(_outline(nav.items))))
    # The theme's own files come with its version.
    files = _contents(theme.custom_dir) if theme.custom_dir else ()
    return fingerprint(*texts, *files, *parts)


def steady(value: Any, depth: int = 0) -> str:
    """A value in words that are the same in every process."""
    if depth > _DEPTH:
        return _never()
    if value is None or isinstance(value, str | bytes | int | float | PurePath | Enum):
        return repr(value)
    if isinstance(value, ModuleType):
        return f"{value.__name__}({_source(value)})"
    if hasattr(value, "__qualname__"):
        module = getattr(value, "__module__", None) or ""
        return f"{module}.{value.__qualname__}({_source(module)})"
    parts = [steady(part, depth + 1) for part in _parts(value)]
    return f"{type(value).__qualname__}({', '.join(sorted(parts) if _is_set(value) else parts)})"


def _source(module: ModuleType | str) -> str:
    """What the file of a module says; nothing for one without, or for the short name of an extension."""
    with suppress(ImportError, OSError, ValueError):
        spec = None if isinstance(module, ModuleType) else find_spec(module.partition(":")[0])
        place = spec.origin if spec else getattr(module, "__file__", None)
        return fingerprint(Path(place).read_bytes()) if place and place.endswith(".py") else ""
    return ""


def _parts(value: Any) -> Iterator[Any]:
    """What a value consists of; itself where that cannot be known."""
    if isinstance(value, Mapping):
        yield from (part for pair in value.items() for part in pair)
    elif isinstance(value, list | tuple) or _is_set(value):
        yield from value
    elif isinstance(value, partial):
        yield from (value.func, value.args, value.keywords)
    else:
        yield from vars(value).items() if hasattr(value, "__dict__") else [value]


def _is_set(value: Any) -> bool:
    return isinstance(value, set | frozenset)


def _outline(items: Iterable[Any]) -> Iterator[list[Any]]:
    """What menus say."""
    for item in items:
        if isinstance(item, Page):
            meta = {} if item.file.generated_by else item.meta
            yield [item.title, item.url, meta]
        else:
            yield [type(item), item.title, getattr(item, "url", None), [*_outline(item.children or ())]]


def _contents(folder: str) -> Iterator[str | bytes]:
    for path in sorted(path for path in Path(folder).rglob("*") if path.is_file()):
        yield path.relative_to(folder).as_posix()
        yield path.read_bytes()


def _never() -> str:
    return os.urandom(16).hex()
