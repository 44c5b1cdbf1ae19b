"""The digest as JSON: the newest in `digest.json`, all of it in files of years, and each article. Pure.

A file of a year holds the articles that were published and the events that were in it; a long year is cut
into numbered files, counted from its beginning (see `digest.render.parts`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from digest.formats.addresses import beside_article
from digest.formats.citations import citation_files
from digest.formats.jsontext import json_text
from digest.model import Article, TimelineEntry
from digest.record import article_record, entry_record
from digest.render import Site
from digest.render.index import date_of
from digest.render.parts import Part, parts_by_year

Dated = Article | TimelineEntry

NEWEST, LATEST = 50, 100
"""How many articles and events `digest.json` holds."""
MOST = 400_000
"""About how many characters of articles a file of a year holds; as JSON they take some 8 bytes each."""
_EVENT = 30
"""What an event counts for beside them."""


def record_files(site: Site) -> Iterator[tuple[str, str]]:
    """The digest's files, and each article's with the citation of its original."""
    digest = site.digest
    articles = sorted(digest.articles, key=lambda article: article.id)
    items: list[Dated] = [*articles, *digest.timeline]
    parts = parts_by_year(items, date_of, _size, MOST)
    yield "digest.json", json_text(_newest(site, parts))
    for part in parts:
        records = {
            article.id: article_record(article, digest)
            for article in part.items
            if isinstance(article, Article)
        }
        yield _path(part), json_text(_year(part, list(records.values())))
        for article in (item for item in part.items if isinstance(item, Article)):
            yield beside_article(article.slug, "article.json"), json_text(records[article.id])
            yield from citation_files(site, article)


def _newest(site: Site, parts: tuple[Part[Dated], ...]) -> dict[str, Any]:
    digest = site.digest
    return {
        "$schema": "schema/digest.json",
        "total": {"articles": len(digest.articles), "events": len(digest.timeline)},
        "years": [{"file": _path(part), **_what(part)} for part in parts],
        "articles": [article_record(article, digest) for article in digest.articles[:NEWEST]],
        "timeline": [entry_record(entry) for entry in digest.timeline[-LATEST:]],
    }


def _year(part: Part[Dated], records: list[dict[str, Any]]) -> dict[str, Any]:
    entries = [entry_record(item) for item in part.items if isinstance(item, TimelineEntry)]
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


def _size(item: Dated) -> int:
    return len(item.seed.text) if isinstance(item, Article) else _EVENT * (1 + len(item.tellings))
