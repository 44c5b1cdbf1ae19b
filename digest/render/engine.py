"""Turns views into pages: the Jinja environment, the words and links that templates use, front matter. Pure.

Templates escape everything by default. A page template is Markdown; its HTML blocks pass through `compact`,
so that no dialect ends a block early at a blank line or takes indentation for code.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from digest.causes import cause_words, in_arabic
from digest.model import FileError, SeedWarning
from digest.render.escape import (
    front_matter,
    html_file_name,
    html_free,
    html_in_language,
    html_marking,
    html_text,
    html_words,
    markdown_text,
    printed_meta,
)
from digest.render.links import FOLDERS
from digest.render.pieces import Pieces, link_to, rendering
from digest.wording.strings import LANGUAGES, Language, direction, has_words, say
from digest.wording.warnings import warning_key

_BLANK_LINES = re.compile(r"\n{3,}")
_SAID = 1 << 12
"""How many sayings of the site are kept, with the values in them."""


_FROM_LEFT, _BY_OTHERS = frozenset({"place", "advice", "quoted"}), frozenset({"problem", "reason", "types"})
"""What the words of a cause name that runs from left to right, and what another program says."""


@dataclass(frozen=True, slots=True)
class PageSource:
    """A page in Markdown."""

    head: dict[str, Any]
    """What its front matter holds."""
    body: str

    @property
    def text(self) -> str:
        """The whole file: front matter, then the Markdown."""
        return f"{front_matter(self.head)}\n{self.body}\n"


@dataclass(frozen=True, slots=True)
class PlainFile:
    """A file of the tree that is no page."""

    text: str


Page = tuple[str, PageSource]
"""A page with its path in the tree (`ar/timeline.md`)."""
Output = PageSource | PlainFile


def render_page(
    template: str, path: str, language: Language, head: dict[str, Any], **context: Any
) -> PageSource:
    """The page at `path` (`ar/timeline.md`): front matter from `head`, then the template's Markdown.

    Title, description and tags are written as HTML; `article` holds the same as plain data.
    """
    data = {"title": "", "lang": language, "dir": direction(language), **_given(head), **printed_meta(head)}
    return PageSource(data, render_block(template, path, language, **context))


def render_block(template: str, path: str, language: Language, **context: Any) -> str:
    """The Markdown of a template for the page at `path`, without front matter."""
    with rendering(path):
        text = _environment(language).get_template(template).render(**context)
    return _BLANK_LINES.sub("\n\n", text).strip()


def plain_words(key: str, language: Language, **values: object) -> str:
    """The words of a key with values put in, as plain text."""
    return say(key, language).format_map({name: str(value) for name, value in values.items()})


def _words_of(language: Language, key: str, **values: object) -> str:
    return plain_words(key, language, **values)


def _warned(language: Language, warning: SeedWarning) -> Markup:
    """A warning as HTML in a page's language; what it names may be in the other."""
    values = {name: html_free(value, language) for name, value in warning.values.items()}
    return html_words(say(warning_key(warning), language), language).format_map(values)


def _caused(language: Language, error: FileError) -> Markup:
    """Why a file cannot be used, as HTML in a page's language; in English where there are no other words."""
    if language == "en" or not error.code:
        return html_in_language(error.message, "en", language)
    values = {name: _named(name, value) for name, value in error.values.items()}
    return html_words(cause_words(error.code, error.values, language), language).format_map(values)


def _named(name: str, value: str) -> Markup:
    """What the Arabic words of a cause name."""
    if name in _BY_OTHERS:
        value = in_arabic(value)
    if name not in _FROM_LEFT:
        return html_free(value, "ar")
    return Markup('<bdi dir="ltr">{}</bdi>').format(html_file_name(value))


def _given(head: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in head.items() if key != "title" and value not in (None, (), [])}


@cache
def words_for(language: Language) -> Callable[..., Markup]:
    """`say(*keys, **values)` for templates: the words of the first key that has any.

    They are HTML; each value is escaped and isolated.
    """

    @lru_cache(_SAID, typed=True)  # by type: a text and its Markup are equal
    def words(*keys: str, **values: object) -> Markup:
        key = next(filter(has_words, keys), keys[-1])
        isolated = {name: Markup("<bdi>{}</bdi>").format(value) for name, value in values.items()}
        return escape(say(key, language)).format_map(isolated)

    return words


def _compact(html: str) -> Markup:
    # As plain text: a Markup would make every line another one.
    lines = map(str.strip, str(html).split("\n"))
    return Markup("\n".join(line for line in lines if line))  # noqa: S704 - what a template escaped already


def forget_pieces() -> None:
    """Let go of what pages had in common, when all are made; it would be made again."""
    for language in LANGUAGES:
        pieces = _environment(language).globals["kept"]
        assert isinstance(pieces, Pieces)
        pieces.forget()


@cache
def _environment(language: Language) -> Environment:
    """What templates use besides what they are given: a language's words, and links from the page."""
    environment = Environment(
        loader=PackageLoader("digest.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters |= {"compact": _compact, "text": html_text, "md": markdown_text}
    environment.filters |= {"in_language": html_in_language, "free": html_free, "marking": html_marking}
    environment.filters["file_name"] = html_file_name
    environment.globals |= {"folders": FOLDERS, "language": language, "direction": direction(language)}
    environment.globals |= {"say": words_for(language), "words": partial(_words_of, language)}
    environment.globals |= {"to": link_to, "kept": Pieces()}
    environment.globals |= {"warned": partial(_warned, language), "caused": partial(_caused, language)}
    return environment
