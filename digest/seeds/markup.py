"""HTML to text and metadata, through trafilatura. The only module that parses HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.errors import SeedError
from digest.model import SeedMetadata
from digest.seeds.stated import day_of

_TAG = re.compile(r"<(?:!doctype html|html|head|body|meta|div|p|script|table|span|a)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """An HTML page as text, with what its head states."""

    text: str
    metadata: SeedMetadata


def looks_like_html(text: str) -> bool:
    """Whether a text file holds a page's markup: a document's opening, or many tags."""
    head = text[:2000].lstrip("\ufeff \t\r\n").lower()
    if head.startswith(("<!doctype html", "<html")):
        return True
    return len(_TAG.findall(text[:20_000])) >= 10


def read_html(markup: str, name: str) -> Page:
    """The main text of a page, headline first, and its metadata. Raises SeedError when there is none."""
    # Imported here: it costs half a second, and most seeds are plain text.
    import trafilatura  # noqa: PLC0415
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415

    tree = trafilatura.load_html(markup)
    if tree is None:
        raise SeedError("is not HTML that can be parsed; save the page again", file=f"seeds/{name}")
    head = extract_metadata(tree)
    text = trafilatura.extract(tree, include_comments=False, include_tables=False, favor_recall=True, fast=False)
    metadata = SeedMetadata(
        title=head.title or None,
        description=head.description or None,
        author=head.author or None,
        site=head.sitename or None,
        published=day_of(head.date),
        url=head.url or None,
        language=head.language or None,
    )
    return Page(text or "", metadata)
