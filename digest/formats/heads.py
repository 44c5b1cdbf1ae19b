"""What stands in a page's head for programs: links to feeds and files, Open Graph, JSON-LD. Pure.

Sources: https://ogp.me, https://schema.org/NewsArticle.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from digest.formats.addresses import Addresses, beside_article, feed_path, relative_file
from digest.formats.citations import NAMES
from digest.formats.feeds import feed_title
from digest.formats.jsontext import script_json
from digest.formats.linked import news_article
from digest.formats.templating import render
from digest.formats.when import certain
from digest.model import Article, EntityKind
from digest.render import Site
from digest.render.escape import plain_text, shortened
from digest.render.links import article_path
from digest.wording.strings import Language, say

_LOCALES = {"ar": "ar_AR", "en": "en_GB"}


@dataclass(frozen=True, slots=True)
class Link:
    """A link to the page in another format, or to a feed."""

    type: str
    href: str
    format: str
    """What the format is called."""
    feed: str = ""
    """The title of a feed."""

    @property
    def title(self) -> str:
        """What the link is called in a page's head."""
        return f"{self.feed} ({self.format})" if self.feed else self.format


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says to programs, as HTML."""

    html: str
    """For the page's head: links to its other formats and feeds, Open Graph, JSON-LD."""
    foot: str
    """For the foot of its text: the same links for people."""


def head_of(site: Site, path: str, addresses: Addresses, article: Article | None = None) -> Head:
    """The head of the page at `path` (`ar/topics/energy.md`), `article` where it is one's own page."""
    feeds = tuple(_feeds(site, path))
    if article is None:
        own = feeds[:2] if len(feeds) > 2 or path == f"{site.language}/index.md" else ()
        return Head(_html_of(feeds), _foot(site, ("site.feeds", own)))
    markdown = Link("text/markdown", _beside(path, article, "article.md", site.language), "Markdown")
    data = Link("application/json", _beside(path, article, "article.json"), "JSON")
    citations = tuple(_citations(path, article))
    return Head(
        render(
            "head.html",
            links=(markdown, data, *feeds),
            properties=tuple(_open_graph(site, article, addresses, path)),
            linked=script_json(news_article(site, article, addresses, path)),
        ),
        _foot(site, ("article.cite-formats", citations), ("article.formats", (markdown, data))),
    )


@lru_cache(maxsize=1 << 8)
def _html_of(links: tuple[Link, ...]) -> str:
    return render("head.html", links=links, properties=(), linked=None)


def _foot(site: Site, *lines: tuple[str, Sequence[Link]]) -> str:
    return _foot_of(tuple((say(key, site.language), tuple(files)) for key, files in lines))


@lru_cache(maxsize=1 << 8)
def _foot_of(lines: tuple[tuple[str, tuple[Link, ...]], ...]) -> str:
    return render("foot.html", lines=lines)


def _beside(path: str, article: Article, name: str, language: Language = "ar") -> str:
    return relative_file(path, beside_article(article.slug, name, language))


def _citations(path: str, article: Article) -> Iterator[Link]:
    types = (
        "application/x-bibtex",
        "application/x-research-info-systems",
        "application/vnd.citationstyles.csl+json",
    )
    for type_, (title, name) in zip(types, NAMES.items(), strict=True):
        yield Link(type_, _beside(path, article, name), title)


def _feeds(site: Site, path: str) -> Iterator[Link]:
    """The language's feeds; on a topic's page its own before them."""
    folder, _, name = path.removesuffix(".md").rpartition("/")
    tag = site.tag(name) if folder == f"{site.language}/topics" else None
    topics = [tag] if tag and tag.kind == EntityKind.TOPIC else []
    for topic in (*topics, None):
        for form, type_, words in (
            ("xml", "application/atom+xml", "Atom"),
            ("json", "application/feed+json", "JSON Feed"),
        ):
            href = relative_file(path, feed_path(site.language, form, topic.id if topic else None))
            yield Link(type_, href, words, feed_title(topic, site.language))


def _open_graph(site: Site, article: Article, addresses: Addresses, path: str) -> Iterator[tuple[str, str]]:
    yield "og:type", "article"
    yield "og:title", plain_text(site.title(article), site.language)
    lead = site.lead(article)
    if lead:
        yield "og:description", plain_text(shortened(lead), site.language)
    if addresses.site:
        yield "og:url", addresses.to(path, f"{site.language}/{article_path(article.slug)}")
    yield "og:site_name", say("site.name", site.language)
    yield "og:locale", _LOCALES[site.language]
    published = certain(article.findings.publication.edtf)
    if published:
        yield "article:published_time", published
    for tag in site.tags(article):
        if tag.kind == EntityKind.TOPIC:
            yield "article:tag", plain_text(tag.label, tag.language)
