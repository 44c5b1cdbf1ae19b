"""The text of a generated page from Markdown to HTML, by Python-Markdown with the project's extensions.

Most of such a page is blocks of HTML that the templates made, each without a blank line: they are taken as
they are, where Python-Markdown would parse them twice. Where everything else is headings, and sentences in
spans, they are converted a block at a time, and a heading that many pages have once for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions.toc import nest_toc_tokens
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from digest.render.links import relative_url, resolved

_OPENING = re.compile(r"<([a-z][a-z0-9]*)[ >]")
_HEADING = re.compile(r"#{1,6} [^\[\n]+")
_SENTENCES = re.compile(
    r"(?=<span)(?:<(?:span|bdi)(?: [a-z-]+=\"[^\"<>&\n]*\")*>|</(?:span|bdi)>|&#[0-9]+;"
    r"|[^!\"#$&'()*+\-/:<=>@\[\\\]^_`{|}~\t\n\x02\x03])+"
)
"""A line of tags, character references, and text in which nothing means anything in Markdown."""
_LEAVING_BLOCKS_ALONE = frozenset({"attr_list", "fenced_code", "tables", "toc"})
"""The extensions that make of a heading or of such a line what they make of it alone."""
_BEFORE_HTML_BLOCKS, _LAST = 21, 0
"""Priorities among Python-Markdown's own steps."""
_HEADINGS = 10_000
"""How many headings are kept; then all are converted anew."""

_Heading = tuple[str, dict[str, Any]]
"""Its HTML, and what the extension `toc` says of it."""


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
        self._by_blocks = _LEAVING_BLOCKS_ALONE.issuperset(extensions)
        self._headings: dict[str, _Heading | None] = {}

    def convert(self, path: str, text: str) -> Content:
        """The content of the page at `path` (`ar/timeline.md`), its Markdown without front matter."""
        return (self._quickly(text) if self._by_blocks else None) or self._whole(path, text)

    def _whole(self, path: str, text: str) -> Content:
        self._markdown.reset()
        self._links.path = path
        html = self._markdown.convert(text)
        return Content(html, tuple(getattr(self._markdown, "toc_tokens", ())))

    def _quickly(self, text: str) -> Content | None:
        """A page converted a block at a time; None where that could be another page."""
        made, found = list[str](), list[dict[str, Any]]()
        for block in filter(None, text.split("\n\n")):
            if _is_html(self._markdown, block):
                made.append(block)
            elif _SENTENCES.fullmatch(block):
                made.append(f"<p>{block}</p>")
            elif _HEADING.fullmatch(block) and (heading := self._heading(block)):
                made.append(heading[0])
                found.append({**heading[1]})
            else:
                return None
        if len({heading["id"] for heading in found}) < len(found):
            return None  # the page would tell them apart
        nested: Any = nest_toc_tokens(cast(Any, found))
        return Content("\n".join(made), tuple(nested))

    def _heading(self, block: str) -> _Heading | None:
        """A heading by itself; None where it is no heading, or not listed."""
        if block not in self._headings:
            if len(self._headings) >= _HEADINGS:
                self._headings.clear()
            content = self._whole("", block)
            listed = len(content.toc) == 1 and content.html.startswith("<h")
            self._headings[block] = (content.html, content.toc[0]) if listed else None
        return self._headings[block]


def _is_html(converter: markdown.Markdown, block: str) -> bool:
    opening = _OPENING.match(block)
    return opening is not None and converter.is_block_level(opening[1])


class _WholeBlocks(Preprocessor):
    """Takes each block of HTML out of the Markdown; what it holds is finished."""

    def run(self, lines: list[str]) -> list[str]:
        return [line for block in "\n".join(lines).split("\n\n") for line in (*self._taken(block), "")]

    def _taken(self, block: str) -> Iterator[str]:
        if _is_html(self.md, block):
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
