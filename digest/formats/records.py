"""The digest as JSON: the newest in `digest.json`, all of it in files of years, and each article. Pure.

A file of a year holds the articles that were published and the events that were in it; a long year is cut
into numbered files, counted from its beginning (see `digest.render.parts`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from digest.formats.addresses import beside_article
from digest.formats.citations import citation_files
from digest.formats.jsontext import json_text
from digest.model import Article, TimelineEntry
from digest.record import article_record, entry_record
from digest.render import Site
from digest.render.listed import TELLINGS, Dated
from digest.render.parts import Part

NEWEST, LATEST = 50, 100
"""How many articles and events `digest.json` holds."""


def index_record(site: Site) -> tuple[str, str]:
    """The file of what is newest, which names the files of years."""
    return "digest.json", json_text(_newest(site, tuple(site.index.records.values())))


def year_record(site: Site, name: str) -> tuple[str, str]:
    """The file of a year, or of a part of one."""
    part = site.index.records[name]
    articles = [item for item in part.items if isinstance(item, Article)]
    records = [article_record(article, site.digest) for article in articles]
    return _path(part), json_text(_year(part, records))


def own_files(site: Site, id_: str) -> Iterator[tuple[str, str]]:
    """An article as JSON, with the citation of its original."""
    article = site.index.articles[id_]
    yield beside_article(article.slug, "article.json"), json_text(article_record(article, site.digest))
    yield from citation_files(site, article)


def _newest(site: Site, parts: Sequence[Part[Dated]]) -> dict[str, Any]:
    digest = site.digest
    return {
        "$schema": "schema/digest.json",
        "total": {"articles": len(digest.articles), "events": len(digest.timeline)},
        "years": [{"file": _path(part), **_what(part)} for part in parts],
        "articles": [article_record(article, digest) for article in digest.articles[:NEWEST]],
        "timeline": [entry_record(entry, TELLINGS) for entry in digest.timeline[-LATEST:]],
    }


def _year(part: Part[Dated], records: list[dict[str, Any]]) -> dict[str, Any]:
    entries = [entry_record(item, TELLINGS) for item in part.items if isinstance(item, TimelineEntry)]
    return {
        "$schema": "../schema/digest.json",
        "year": part.year,
        "part": part.number,
        "articles": records,
        "timeline": entries,
    }


def _what(part: Part[Dated]) -> dict[str, Any]:
    articles = sum(isinstance(item, Article) for item in part.items)
    events = len(part.items) - articles
    return {"year": part.year, "part": part.number, "articles": articles, "events": events}


def _path(part: Part[Dated]) -> str:
    return f"digest/{part.name}.json"
