"""What stands round a page's text: its language's settings, words, switch, and small repairs of the HTML.

Pure, and knows no MkDocs: `Overlay` reads through to whatever configuration it is laid over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from digest.render.engine import words_for
from digest.render.links import article_path, parallel_path, relative_url
from digest.wording.strings import LANGUAGES, Language, direction, has_words, say

_PARALLEL = parallel_path("").removesuffix(".md")
_HTML_TAG = re.compile(r'<html lang="([^"]*)" class="no-js">')
_TOGGLE = re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off"')
_SEARCH = 'data-md-component="search" role="dialog"'


class Overlay:
    """A read-only view of settings with some of them changed; the settings themselves stay as they are."""

    def __init__(self, base: Any, **changes: Any) -> None:
        self._base = base
        self._changes = changes

    def __getattr__(self, name: str) -> Any:
        if name in self._changes:
            return self._changes[name]
        return getattr(self._base, name)

    def __getitem__(self, name: str) -> Any:
        return self._changes[name] if name in self._changes else self._base[name]


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The way to this page in a language."""

    language: Language
    name: str
    direction: str
    words: str
    """What the link does, in the language it leads to."""
    href: str
    current: bool


def language_links(path: str, paths: Collection[str]) -> tuple[LanguageLink, ...]:
    """The page at `path` in each language, or that language's home where it is not among `paths`.

    From the side-by-side view of an article the way leads to the article.
    """
    current, _, rest = path.partition("/")
    if current not in LANGUAGES:
        return ()
    if rest.startswith(_PARALLEL):
        rest = article_path(rest.removeprefix(_PARALLEL).removesuffix(".md"))
    return tuple(
        LanguageLink(
            language,
            say("language.self", language),
            direction(language),
            say("site.switch", language),
            relative_url(path, same if (same := f"{language}/{rest}") in paths else f"{language}/index.md"),
            language == current,
        )
        for language in LANGUAGES
    )


def page_words(language: Language) -> Callable[..., Markup]:
    """`say(key, **values)` for the templates round a page."""
    return words_for(language)


def translated_palette(palette: Iterable[Any], language: Language) -> list[Any]:
    """The colour schemes with their switch's name in a language: names in the settings are keys of words."""
    return [_with_name(scheme, language) for scheme in palette]


def _with_name(scheme: Any, language: Language) -> Any:
    toggle = scheme.get("toggle") or {}
    if not has_words(toggle.get("name", "")):
        return scheme
    return {**scheme, "toggle": {**toggle, "name": say(toggle["name"], language)}}


def mend_html(html: str, language: Language) -> str:
    """Repair what Material's base template leaves out or invalid, where no template block reaches.

    `dir` on `<html>`, no `autocomplete` on check boxes, a name for the search dialog.
    """
    html = _HTML_TAG.sub(rf'<html lang="\1" dir="{direction(language)}" class="no-js">', html, count=1)
    html = _TOGGLE.sub(r"\1", html)
    return html.replace(_SEARCH, f'{_SEARCH} aria-label="{say("site.search", language)}"', 1)
