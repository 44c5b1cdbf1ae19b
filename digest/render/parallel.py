"""The page that shows an article in both languages side by side: one page for both. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from digest.model import Article, Field
from digest.render.body import body
from digest.render.engine import Page, plain_words, render_page
from digest.render.english import translation_status
from digest.render.links import parallel_path
from digest.render.shown import Gloss, Shown
from digest.render.views import Site

_HEADS = ("label", "headline", "deck")


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence as the English page shows it, and its Arabic."""

    id: str
    """Its anchor, the same as on the article's pages."""
    shown: Shown
    arabic: str


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph, heading or caption in both languages."""

    kind: str
    pairs: tuple[Pair, ...]
    gloss: Gloss | None = None
    """The facts of those of its sentences that are not translated."""

    @property
    def element(self) -> str:
        """The element of its English: the headline is the heading of the page."""
        return {"headline": "h1", "subhead": "h2"}.get(self.kind, "p")


def parallel_pages(site: Site, article: Article) -> Iterator[Page]:
    """An article's page; none in Arabic, or where nothing is translated or in need of it."""
    if has_parallel(site, article):
        yield _page(site, article)


def has_parallel(site: Site, article: Article) -> bool:
    """Whether an article has such a page."""
    status = translation_status(article)
    return site.language == "en" and status.done > 0 and not status.untranslated


def _page(site: Site, article: Article) -> Page:
    path = f"{site.language}/{parallel_path(article.slug)}"
    headline = site.title(article)
    head = {
        "title": plain_words("parallel.title", site.language, headline=headline),
        "hide": ["navigation", "toc"],
        "kind": "parallel",
        # It says again what two other pages say.
        "robots": "noindex",
        "search": {"exclude": True},
    }
    context = {
        "article": article,
        "status": translation_status(article),
        "rows": tuple(_rows(site, article)),
    }
    return path, render_page("parallel.md", path, site.language, head, **context)


def _rows(site: Site, article: Article) -> Iterator[Row]:
    for name in _HEADS:
        field: Field | None = getattr(article.extract, name)
        if field is not None:
            yield Row(name, (_pair(name, site.shown(article, name, field.text)),))
    for block in body(site, article):
        unread = tuple(item.index for item in block.sentences if item.shown.untranslated)
        pairs = tuple(_pair(item.anchor, item.shown) for item in block.sentences)
        yield Row(str(block.kind), pairs, site.gloss(article, *unread) if unread else None)


def _pair(id_: str, shown: Shown) -> Pair:
    return Pair(id_, shown, shown.arabic or shown.text)
