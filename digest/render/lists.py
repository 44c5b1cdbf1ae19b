"""The pages that list articles and events: archive, timeline, tags, the editors' page. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from digest.edtf import bounds
from digest.model import Article, TimelineEntry
from digest.render.engine import Page, plain_words, render_page
from digest.render.index import by_month
from digest.render.links import FOLDERS
from digest.render.views import Card, Moment, Site


def list_pages(site: Site) -> Iterator[Page]:
    """Every page of one language that lists articles or events."""
    yield from _archive(site)
    yield _list_page(site, "timeline", "timeline.md", groups=moments_by_year(site, site.digest.timeline))
    yield _list_page(site, "tags", "tags.md", groups=_all_tags(site))
    yield _editors(site)


def _list_page(site: Site, name: str, path: str, **context: Any) -> Page:
    path = f"{site.language}/{path}"
    title = plain_words(f"page.{name}", site.language)
    return path, render_page(
        f"{name}.md", path, site.language, _head(site, title, name), title=title, **context
    )


def _head(site: Site, title: str, name: str) -> dict[str, Any]:
    return {
        "title": title,
        "description": plain_words(f"lead.{name}", site.language),
        "hide": ["navigation", "toc"],
        "kind": name,
    }


def _archive(site: Site) -> Iterator[Page]:
    """The newest articles and all years on one page; each year on a page of its own."""
    months = by_month(site.digest.articles)
    years = sorted({month[0] for month in months if month}, reverse=True)
    counts = {
        year: sum(len(months[month]) for month in months if month and month[0] == year) for year in years
    }
    undated = _cards(site, months.get(None, ()))
    newest = [_year(site, year, months) for year in years[:3]]
    path = "archive/index.md"
    yield _list_page(site, "archive", path, years=newest, older=years[3:], counts=counts, undated=undated)
    for year in years:
        yield _year_page(site, year, _year(site, year, months))


def _year(site: Site, year: int, months: dict[tuple[int, int] | None, tuple[Article, ...]]) -> dict[str, Any]:
    inside = sorted((month for month in months if month and month[0] == year), reverse=True)
    named = [
        (month[1], site.date(f"{year:04}-{month[1]:02}") if month[1] else None, _cards(site, months[month]))
        for month in inside
    ]
    return {"year": year, "months": named}


def _year_page(site: Site, year: int, content: dict[str, Any]) -> Page:
    path = f"{site.language}/archive/{year}.md"
    title = plain_words("page.archive-year", site.language, year=year)
    head = _head(site, title, "archive")
    return path, render_page("archive-year.md", path, site.language, head, title=title, content=content)


def _cards(site: Site, articles: Iterable[Article]) -> tuple[Card, ...]:
    return tuple(site.card(article) for article in articles)


def moments_by_year(
    site: Site, entries: Iterable[TimelineEntry]
) -> tuple[tuple[str, tuple[Moment, ...]], ...]:
    """Events of the timeline under the year (or the century, for what no year holds) they begin in."""
    groups = groupby(entries, key=lambda entry: _year_of(site, entry.edtf))
    return tuple((year, tuple(site.moment(entry) for entry in group)) for year, group in groups)


def _year_of(site: Site, edtf: str) -> str:
    first, last = bounds(edtf)
    known = first or last
    return f"{known.year}" if known else plain_words("date.undated", site.language)


def _all_tags(site: Site) -> list[tuple[str, str, list[Any]]]:
    return [
        (f"page.{FOLDERS[kind]}", f"{FOLDERS[kind]}/index.md", tags)
        for kind in FOLDERS
        if (tags := [tag for entry in site.index.entries[kind] if (tag := site.tag(entry.id)) and tag.count])
    ]


def _editors(site: Site) -> Page:
    articles = site.digest.articles
    return _list_page(
        site,
        "editors",
        "editors.md",
        errors=site.digest.errors,
        undated=[site.card(article) for article in articles if not _is_day(article)],
        candidates=site.index.candidates,
        warnings=[warning for article in articles for warning in article.warnings],
    )


def _is_day(article: Article) -> bool:
    edtf = article.findings.publication.edtf
    first, last = bounds(edtf) if edtf else (None, None)
    return first is not None and first == last
