"""Sections of a site: parts that are built apart from each other, on machines of their own if need be. Pure.

An article's pages, its seed and its files for programs are in the section of the year in which it was
published, or in `undated`; everything else, which crosses articles, is in `front`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from digest.edtf import year_of
from digest.model import Article, Digest
from digest.render.article import may_be_found
from digest.render.engine import Output, PageSource, PlainFile
from digest.render.links import article_path, original_path, parallel_path
from digest.render.parallel import has_parallel
from digest.render.parts import UNDATED, year_name
from digest.render.units import Unit
from digest.render.views import Site
from digest.wording.strings import Language

FRONT = "front"
"""The section of what crosses articles, and of what people wrote."""
_OF_ARTICLES = ("article", "original", "record")
"""Kinds of units, those of files for programs among them, that are made of one article each."""


def section_of(article: Article) -> str:
    """The section of an article: the year of its publication (`2024`, `301-bc`), or `undated`."""
    edtf = article.findings.publication.edtf
    return year_name(year_of(edtf)) if edtf else UNDATED


def section_of_unit(sites: Mapping[Language, Site], unit: Unit) -> str:
    """The section of a unit that lies within no other."""
    language, kind, *key = unit
    if kind not in _OF_ARTICLES:
        return FRONT
    return section_of(sites[language].index.articles[key[0]])  # type: ignore[index]  # a language is its first


def count_sections(digest: Digest) -> dict[str, int]:
    """The sections that articles are in, each with their number, in the order of the articles."""
    return dict(Counter(map(section_of, digest.articles)))


def outline(site: Site, unit: Unit) -> Iterator[tuple[str, Output]]:
    """The files of an article's unit, empty: their paths, and whether search engines may list them."""
    _, kind, id_ = unit
    article = site.index.articles[id_]
    if kind == "original":
        yield original_path(article.slug), PlainFile("")
        return
    yield f"{site.language}/{article_path(article.slug)}", _blank(article, listed=may_be_found(site, article))
    if has_parallel(site, article):
        yield f"{site.language}/{parallel_path(article.slug)}", _blank(article, listed=False)


def _blank(article: Article, *, listed: bool) -> PageSource:
    return PageSource({"title": article.slug, **({} if listed else {"robots": "noindex"})}, "")
