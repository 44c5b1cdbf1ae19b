"""The pages that list articles and events: archive, timeline, tags, the editors' page. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, TypeVar

from digest.edtf import bounds, year_of
from digest.model import Article, EntityKind, FileError, SeedWarning, TimelineEntry
from digest.render.candidates import entries_by_kind
from digest.render.engine import Page, plain_words, render_page
from digest.render.links import FOLDERS
from digest.render.listed import Story
from digest.render.notes import Table
from digest.render.parts import Part, fitting
from digest.render.shown import Moment
from digest.render.views import Site
from digest.render.years import (
    PageLink,
    around,
    month_links,
    part_path,
    sections,
    year_links,
    year_words,
)
from digest.wording.counts import count_in_words
from digest.wording.warnings import warning_in_words

T = TypeVar("T", bound=Story)
U = TypeVar("U")

NEWEST, LATEST, TAGS, ROWS = 18, 60, 100, 200
"""Articles on the archive's first page, events on the timeline's, names of a kind among the tags, rows of a
table for editors."""
TABLE = 45_000
"""About how many bytes of rows a table for editors has: a page has up to four."""
_YEARS_BY_MONTH = 25
"""How many years the archive's first page shows with their months."""


def archive_page(site: Site) -> Page:
    """The newest articles with a list of years and months."""
    newest = [site.card(article) for article in site.digest.articles[:NEWEST]]
    years = tuple(_years_and_months(site, tuple(site.index.archive.values())))
    return _list_page(site, "archive", "archive/index.md", newest=newest, years=years)


def archive_part(site: Site, name: str) -> Page:
    """One of the pages that the archive's years are on."""
    return _year_page(site, "archive", site.index.archive, name, site.card)


def _years_and_months(
    site: Site, parts: Sequence[Part[Article]]
) -> Iterator[tuple[PageLink, tuple[PageLink, ...]]]:
    of_year: dict[int | None, list[Part[Article]]] = {}
    for part in parts:
        of_year.setdefault(part.year, []).append(part)
    for number, year in enumerate(sorted(of_year, key=_newest_first)):
        (link,) = year_links(site, of_year[year], "archive")
        with_months = year is not None and number < _YEARS_BY_MONTH
        yield link, month_links(site, of_year[year], "archive") if with_months else ()


def _newest_first(year: int | None) -> tuple[bool, int]:
    return year is None, -(year or 0)


def timeline_page(site: Site) -> Page:
    """The latest events; where there are more, links to the years."""
    groups = moments_by_year(site, site.digest.timeline[-LATEST:])
    parts = tuple(site.index.timeline.values()) if has_older_events(site) else ()
    years = year_links(site, parts, "timeline")
    return _list_page(site, "timeline", "timeline.md", groups=groups, years=years)


def has_older_events(site: Site) -> bool:
    """Whether the years of the timeline have pages of their own."""
    return len(site.digest.timeline) > LATEST


def timeline_part(site: Site, name: str) -> Page:
    """One of the pages that the timeline's years are on."""
    return _year_page(site, "timeline", site.index.timeline, name, site.moment)


def tags_page(site: Site) -> Page:
    """The names and topics of every kind that are in most articles."""
    return _list_page(site, "tags", "tags.md", groups=_all_tags(site))


def moments_by_year(
    site: Site, entries: Iterable[TimelineEntry]
) -> tuple[tuple[str, tuple[Moment, ...]], ...]:
    """Events of the timeline under the year they begin in."""
    groups = groupby(entries, key=lambda entry: year_of(entry.edtf))
    return tuple(
        (year_words(site, year), tuple(site.moment(entry) for entry in group)) for year, group in groups
    )


def _list_page(site: Site, name: str, path: str, **context: Any) -> Page:
    path = f"{site.language}/{path}"
    title = plain_words(f"page.{name}", site.language)
    head = {
        "title": title,
        "description": plain_words(f"lead.{name}", site.language),
        "hide": ["navigation", "toc"],
        "kind": name,
    }
    return path, render_page(f"{name}.md", path, site.language, head, title=title, **context)


def _year_page(
    site: Site, name: str, parts: Table[str, Part[T]], place: str, view: Callable[[T], object]
) -> Page:
    part = parts[place]
    path = f"{site.language}/{part_path(name, part)}"
    key = f"page.{name}-year" if part.year is not None else f"page.{name}-undated"
    title = plain_words(key, site.language, year=year_words(site, part.year))
    if part.number > 1:
        title = plain_words("list.part", site.language, label=title, n=part.number)
    head = {"title": title, "hide": ["navigation", "toc"], "kind": "year"}
    context = {
        "title": title,
        "list": name,
        "months": sections(site, part, view),
        "around": around(site, parts, place, name),
    }
    return path, render_page("year.md", path, site.language, head, **context)


def _all_tags(site: Site) -> list[tuple[str, str, list[Any], str]]:
    """(words' key, path of the whole list, the most present, how many there are where that is more)."""
    groups = list[tuple[str, str, list[Any], str]]()
    for kind, folder in FOLDERS.items():
        tags = [tag for tag in site.counted(site.index.entries[kind]) if tag.count]
        noun = "topic" if kind is EntityKind.TOPIC else "name"
        more = count_in_words(len(tags), noun, site.language) if len(tags) > TAGS else ""
        if tags:
            groups.append((f"page.{folder}", f"{folder}/index.md", tags[:TAGS], more))
    return groups


def editors_page(site: Site) -> Page:
    """What editors are to know: files that cannot be read, dates that are not sure, unknown names."""
    articles = site.digest.articles
    tables: dict[str, Sequence[Any]] = {
        "errors": (*site.digest.errors, *site.desk.strays),
        "undated": [article for article in articles if not _is_day(article)],
        "candidates": site.index.candidates,
        "warnings": [warning for article in articles for warning in article.warnings],
    }
    shown: dict[str, Sequence[Any]] = {name: table_rows(rows) for name, rows in tables.items()}
    more = {name: len(rows) - len(shown[name]) for name, rows in tables.items()}
    shown["undated"] = [site.card(article) for article in shown["undated"]]
    entries = entries_by_kind(shown["candidates"])
    return _list_page(site, "editors", "editors.md", **shown, more=more, entries=entries)


def table_rows(rows: Sequence[U]) -> tuple[U, ...]:
    """The first rows of a table for editors, as many as it has room for."""
    return fitting(rows[:ROWS], _row_size, TABLE)


def _row_size(row: object) -> int:
    """About how many bytes a row of a table takes."""
    if isinstance(row, SeedWarning):
        return 200 + len(row.file) + len(warning_in_words(row))
    return 200 + len(row.file) + len(row.message) if isinstance(row, FileError) else 200


def _is_day(article: Article) -> bool:
    edtf = article.findings.publication.edtf
    first, last = bounds(edtf) if edtf else (None, None)
    return first is not None and first == last
