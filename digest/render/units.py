"""The units that a site's pages are made in: each is made of what it reads, and of nothing else. Pure.

A unit is a language, a kind and a key. Units of years lie within the unit of the page that leads to them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, cast

from digest.ledger import Made
from digest.model import EntityKind
from digest.render.article import article_page
from digest.render.engine import Output, Page, PlainFile
from digest.render.entities import has_more, index_pages, subject_page, subject_part, subjects
from digest.render.facts import listings, tables
from digest.render.links import FOLDERS, original_path
from digest.render.lists import (
    archive_page,
    archive_part,
    editors_page,
    has_older_events,
    tags_page,
    timeline_page,
    timeline_part,
)
from digest.render.notes import Fact, Table, changed_facts, changed_listing
from digest.render.parallel import parallel_pages
from digest.render.translations import translations_page
from digest.render.views import DESK, Site
from digest.wording.strings import Language

Unit = tuple[str, ...]
"""Language, kind, and what tells the units of a kind apart."""

_STORIES = ("naming", "source", "events", "said")
"""Tables that the pages of a subject's years are made of."""


def units(site: Site) -> Iterator[Unit]:
    """The outermost units of a language."""
    language = site.language
    yield from ((language, "article", article.id) for article in site.digest.articles)
    if language == "ar":
        yield from ((language, "original", article.id) for article in site.digest.articles)
    yield from ((language, "subject", id_) for id_ in subjects(site))
    yield from ((language, "names", str(kind)) for kind in FOLDERS)
    yield from ((language, kind) for kind in ("archive", "timeline", "tags", "editors", "translations"))


def make_unit(sites: Mapping[Language, Site], unit: Unit) -> Made[Unit, Output]:
    """The pages of a unit, with what they read."""
    language, kind, *key = unit
    site = sites[language]  # type: ignore[index]  # because a unit's first word is its language
    with site.index.notes.taken() as facts:
        pages = tuple(_MAKERS[kind](site, *key))
        parts = _parts(site, kind, key)
    return Made(pages, facts, tuple((language, f"{kind}-part", *key, name) for name in parts))


def changes(old: Site, new: Site) -> set[Fact]:
    """What pages may have read of a digest that is another in a later one; `Notes.hurried` may end it."""
    before, after = old.index, new.index
    found = set[Fact]()
    for earlier, later in zip(listings(before), listings(after), strict=True):
        found.update(changed_listing(earlier, later))
    for old_table, new_table in zip(tables(before), tables(after), strict=True):
        found.update(changed_facts(old_table, new_table))
    if (old.desk.memories, old.desk.strays) != (new.desk.memories, new.desk.strays):
        found.add(DESK)
    for id_ in {str(key) for name, key in found if name in _STORIES and isinstance(key, str)}:
        found.update(changed_facts(before.stories(id_), after.stories(id_)))
    return found


def changes_of_related(old: Site, new: Site) -> set[Fact]:
    """The same of related articles alone."""
    before, after = (cast(Table[str, Any], site.index.noted.related) for site in (old, new))
    return set(changed_facts(before, after))


def _article(site: Site, id_: str) -> Iterator[Page]:
    article = site.index.articles[id_]
    yield article_page(site, article)
    yield from parallel_pages(site, article)


def _original(site: Site, id_: str) -> Iterator[tuple[str, PlainFile]]:
    """The seed as it was read."""
    article = site.index.articles[id_]
    yield original_path(article.slug), PlainFile(article.seed.text)


def _names(site: Site, kind: str) -> Iterator[Page]:
    yield from index_pages(site, EntityKind(kind))


def _one(make: Callable[..., Page]) -> Callable[..., Iterator[Page]]:
    """What makes a single page, as what makes some."""

    def pages(site: Site, *key: str) -> Iterator[Page]:
        yield make(site, *key)

    return pages


_MAKERS: dict[str, Callable[..., Iterator[tuple[str, Output]]]] = {
    "article": _article,
    "original": _original,
    "subject": _one(subject_page),
    "subject-part": _one(subject_part),
    "names": _names,
    "archive": _one(archive_page),
    "archive-part": _one(archive_part),
    "timeline": _one(timeline_page),
    "timeline-part": _one(timeline_part),
    "tags": _one(tags_page),
    "editors": _one(editors_page),
    "translations": _one(translations_page),
}


def _parts(site: Site, kind: str, key: list[str]) -> tuple[str, ...]:
    """The names of the pages of years that a unit leads to."""
    if kind == "archive":
        return site.index.archive.names()
    if kind == "timeline" and has_older_events(site):
        return site.index.timeline.names()
    if kind == "subject" and has_more(site, key[0]):
        return site.index.stories(key[0]).names()
    return ()
