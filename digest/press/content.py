"""The text of a generated page from Markdown to HTML, by Python-Markdown with the project's extensions.

Most of such a page is blocks of HTML that the templates made, each without a blank line: they are taken as
they are, where Python-Markdown would parse them twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from digest.render.links import relative_url, resolved

_OPENING = re.compile(r"<([a-z][a-z0-9]*)[ >]")
_BEFORE_HTML_BLOCKS, _LAST = 21, 0
"""Priorities among Python-Markdown's own steps."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a page's Markdown became."""

    html: str
    toc: tuple[dict[str, Any], ...]
    """Its headings, as the extension `toc` gives them: `name` (HTML), `id`, `level`, `children`."""


class Converter:
    """Converts pages one after the other; `extensions` and `settings` as Python-Markdown takes them."""

    def __init__(self, extensions: Sequence[Any], settings: Mapping[str, Any] | None = None) -> None:
        self._markdown = markdown.Markdown(
            extensions=list(extensions), extension_configs=dict(settings or {})
        )
        self._links = _PageLinks(self._markdown)
        self._markdown.preprocessors.register(_WholeBlocks(self._markdown), "digest", _BEFORE_HTML_BLOCKS)
        self._markdown.treeprocessors.register(self._links, "digest", _LAST)

    def convert(self, path: str, text: str) -> Content:
        """The content of the page at `path` (`ar/timeline.md`), its Markdown without front matter."""
        self._markdown.reset()
        self._links.path = path
        html = self._markdown.convert(text)
        return Content(html, tuple(getattr(self._markdown, "toc_tokens", ())))


class _WholeBlocks(Preprocessor):
    """Takes each block of HTML out of the Markdown; what it holds is finished."""

    def run(self, lines: list[str]) -> list[str]:
        return [line for block in "\n".join(lines).split("\n\n") for line in (*self._taken(block), "")]

    def _taken(self, block: str) -> Iterator[str]:
        opening = _OPENING.match(block)
        if opening and self.md.is_block_level(opening[1]):
            yield self.md.htmlStash.store(block)
        else:
            yield from block.split("\n")


class _PageLinks(Treeprocessor):
    """Turns links to Markdown files into links to the pages that they become."""

    path = ""

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            target = urlsplit(link.get("href", ""))
            if target.path.endswith(".md") and not target.netloc:
                href = relative_url(self.path, resolved(self.path, target.path), target.fragment)
                link.set("href", href)
