"""The site map: an index, and files of a language and folder each, articles by year. Pure.

Every file stands at the root of the site: it may name only what lies below its own folder. What is in one
depends on nothing but its own pages and whether they exist in the other language.
Sources: https://www.sitemaps.org/protocol.html; hreflang as in https://www.w3.org/1999/xhtml.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from digest.formats.addresses import Addresses
from digest.formats.templating import render
from digest.formats.when import whole_day
from digest.model import Article
from digest.render import Site, section_of
from digest.render.links import article_path
from digest.render.parts import numbered_lists
from digest.wording.strings import LANGUAGES

INDEX = "sitemap.xml"
MOST = 10_000
"""How many addresses a file has; the protocol allows 50,000 and 50 MB."""


@dataclass(frozen=True, slots=True)
class Location:
    """A page as the site map names it."""

    url: str
    day: str | None
    """Of its publication, where that is known."""
    alternates: tuple[tuple[str, str], ...]
    """(language, address) in the languages it is in, then the default."""


def sitemap_files(site: Site, pages: Set[str], addresses: Addresses) -> Iterator[tuple[str, str]]:
    """(path, text) of the index and its files; none where the site has no address.

    `pages` are the paths (`ar/people/x.md`) of what search engines may list.
    """
    if not addresses.site:
        return
    articles = {article_path(article.slug): article for article in site.digest.articles}
    names = list[str]()
    for shard, paths in sorted(_shards(pages, articles).items()):
        for number, piece in enumerate(numbered_lists(sorted(paths), MOST), start=1):
            names.append(f"sitemap-{shard}.xml" if number == 1 else f"sitemap-{shard}-{number}.xml")
            each = site.index.notes.checked(piece)
            locations = [_location(path, pages, articles, addresses) for path in each]
            yield names[-1], render("sitemap.xml", locations=locations)
    yield INDEX, render("sitemap-index.xml", urls=[addresses.file(INDEX, name) for name in names])


def _shards(pages: Iterable[str], articles: Mapping[str, Article]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for path in pages:
        found[_shard(path, articles)].append(path)
    return found


def _shard(path: str, articles: Mapping[str, Article]) -> str:
    language, _, rest = path.partition("/")
    if language not in LANGUAGES:
        return "root"
    folder = rest.partition("/")[0] if "/" in rest else "pages"
    article = articles.get(rest)
    if article is None:
        return f"{language}-{folder}"
    return f"{language}-{folder}-{section_of(article)}"


def _location(path: str, pages: Set[str], articles: Mapping[str, Article], addresses: Addresses) -> Location:
    language, _, rest = path.partition("/")
    article = articles.get(rest) if language in LANGUAGES else None
    return Location(
        url=addresses.to(INDEX, path),
        day=whole_day(article.findings.publication.edtf) if article else None,
        alternates=tuple(_alternates(rest, pages, addresses)) if language in LANGUAGES else (),
    )


def _alternates(rest: str, pages: Set[str], addresses: Addresses) -> Iterator[tuple[str, str]]:
    """A page's addresses in the languages it is in; the Arabic one is the default."""
    found = [language for language in LANGUAGES if f"{language}/{rest}" in pages]
    for language in found:
        yield language, addresses.to(INDEX, f"{language}/{rest}")
    if "ar" in found:
        yield "x-default", addresses.to(INDEX, f"ar/{rest}")
