"""Article or digest, and a language, in; Markdown pages with front matter out. Pure: no file is touched.

`shown` holds the values that pages show, `views` makes them; `article`, `parallel`, `lists`, `entities` and
`stubs` make pages of it through the templates; `escape` is the one place where a text becomes Markdown or
HTML.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from digest.model import Article, Digest
from digest.render.article import article_page
from digest.render.desk import Desk
from digest.render.engine import Output, PageSource, forget_pieces
from digest.render.escape import printed_meta, shortened, visible
from digest.render.facts import Fingerprints
from digest.render.index import DigestIndex
from digest.render.links import page_url
from digest.render.sections import FRONT, count_sections, outline, section_of, section_of_unit
from digest.render.stubs import fill_markers
from digest.render.units import Unit, changes, changes_of_related, make_unit, units
from digest.render.views import Site
from digest.wording.strings import LANGUAGES, Language

__all__ = [
    "FRONT",
    "Desk",
    "Fingerprints",
    "Output",
    "PageSource",
    "Site",
    "Unit",
    "changes",
    "changes_of_related",
    "count_sections",
    "fill_markers",
    "forget_pieces",
    "language_of",
    "make_unit",
    "outline",
    "page_url",
    "printed_meta",
    "render_article",
    "render_pages",
    "render_sources",
    "section_of",
    "section_of_unit",
    "shortened",
    "sites_of",
    "units",
    "visible",
]


def sites_of(
    digest: Digest, desk: Desk | None = None, earlier: DigestIndex | None = None
) -> dict[Language, Site]:
    """The digest seen in each language; an `earlier` index of it tells what it found out."""
    index = DigestIndex(digest)
    if earlier is not None:
        index.learn(earlier)
    return {language: Site(language, index, desk or Desk()) for language in LANGUAGES}


def render_article(article: Article, digest: Digest, language: Language) -> str:
    """The Markdown page of one article, front matter included."""
    return article_page(sites_of(digest)[language], article)[1].text


def render_pages(
    digest: Digest, hand_written: Mapping[str, str] | None = None, *, desk: Desk | None = None
) -> Iterator[tuple[str, str]]:
    """Every page of the tree: its path (`ar/articles/slug.md`) and its text.

    `hand_written` are the pages that people wrote, by path; they come with their markers filled, and win
    over a generated page of the same path. `desk` is what the editors' pages know of the project.
    """
    written = dict(hand_written or {})
    sites = sites_of(digest, desk)
    for path, text in written.items():
        site = sites[language_of(path)]
        yield path, fill_markers(site, path, text)
    for site in sites.values():
        for path, source in render_sources(site):
            if path not in written:
                yield path, source.text


def language_of(path: str) -> Language:
    """The language of a page, by its folder; the articles' own for pages outside of both."""
    return "en" if path.startswith("en/") else "ar"


def render_sources(site: Site) -> Iterator[tuple[str, Output]]:
    """Every page and file of a language that is made of the digest."""
    waiting = [*units(site)][::-1]
    while waiting:
        made = make_unit({site.language: site}, waiting.pop())
        yield from made.outputs
        waiting += made.units[::-1]
