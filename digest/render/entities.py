"""The pages of names, topics and sources: an index of each kind, and pages of each. Pure.

An entity's own page shows what is newest; where there is more, pages of years (see `parts`) hold all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from babel import Locale

from digest.model import Article, EntityKind, TimelineEntry, VocabularyEntry
from digest.render.charts import Chart, company_chart, months_chart, people_chart
from digest.render.engine import Page, plain_words, render_page
from digest.render.links import FOLDERS, entity_path
from digest.render.listed import Story
from digest.render.notes import Table
from digest.render.parts import ALL, Part, numbered_lists
from digest.render.passages import entry_in_brief, entry_with_passages
from digest.render.shown import Tag
from digest.render.views import Site
from digest.render.years import PageLink, around, part_label, part_path, year_links
from digest.text import capital
from digest.wording.counts import count_in_words

NAMES = 300
"""How many names a page of an index has."""
ARTICLES, EVENTS, QUOTATIONS, VARIANTS = 18, 20, 12, 40
"""How much an entity's own page shows."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What pages are about: an entry of the vocabulary, or a source that it lacks."""

    id: str
    kind: EntityKind
    path: str
    """Of its own page, from its language's folder."""
    name: str
    language: str
    entry: VocabularyEntry | None = None

    @property
    def folder(self) -> str:
        """Of its pages of years."""
        return self.path.removesuffix(".md")


def subjects(site: Site) -> Iterator[str]:
    """The ids of every name, topic and source that has pages."""
    for entries in site.index.entries.values():
        yield from (entry.id for entry in entries)
    yield from (id_ for id_ in site.index.from_source if id_ not in site.digest.vocabulary)


def index_pages(site: Site, kind: EntityKind) -> Iterator[Page]:
    """The names of a kind, those in most articles first, on as many pages as they need."""
    folder = FOLDERS[kind]
    tags = site.counted(site.index.entries[kind])
    if kind is EntityKind.OUTLET:
        tags += _unknown_sources(site)
    lists = numbered_lists(tags, NAMES)
    paths = [f"{folder}/index.md", *(f"{folder}/index/{number}.md" for number in range(2, len(lists) + 1))]
    for number, names in enumerate(lists, start=1):
        chart = people_chart(site) if kind is EntityKind.PERSON and number == 1 else None
        yield _index(site, folder, number, paths, names, chart)


def _index(
    site: Site, folder: str, number: int, paths: Sequence[str], tags: Sequence[Tag], chart: Chart | None
) -> Page:
    path = f"{site.language}/{paths[number - 1]}"
    title = plain_words(f"page.{folder}", site.language)
    if number > 1:
        title = plain_words("list.page", site.language, label=title, n=number)
    head = {
        "title": title,
        "description": plain_words(f"lead.{folder}", site.language),
        "hide": ["navigation", "toc"],
        "kind": folder,
    }
    context = {"title": title, "folder": folder, "tags": tags, "chart": chart}
    return path, render_page("entities.md", path, site.language, head, pages=paths, number=number, **context)


def _unknown_sources(site: Site) -> list[Tag]:
    """The sources that the vocabulary lacks, those of most articles first."""
    unknown = [
        (-len(articles), id_)
        for id_, articles in site.index.from_source.items()
        if id_ not in site.digest.vocabulary
    ]
    return [
        Tag(id_, str(EntityKind.OUTLET), _stated_name(site, id_), "ar", f"sources/{id_}.md", -count)
        for count, id_ in sorted(unknown)
    ]


def _subject(site: Site, id_: str) -> Subject:
    entry = site.digest.vocabulary.get(id_)
    if entry is None:
        return Subject(id_, EntityKind.OUTLET, f"sources/{id_}.md", _stated_name(site, id_), "ar")
    english = entry.en if site.language == "en" else None
    name = capital(english or entry.ar)
    language = "en" if english else "ar"
    return Subject(entry.id, entry.kind, entity_path(entry.kind, entry.id), name, language, entry)


def subject_page(site: Site, id_: str) -> Page:
    """An entity's own page."""
    parts = tuple(site.index.stories(id_).values()) if has_more(site, id_) else ()
    return _own_page(site, _subject(site, id_), parts)


def subject_part(site: Site, id_: str, name: str) -> Page:
    """One of the pages that an entity's years are on."""
    return _part_page(site, _subject(site, id_), site.index.stories(id_), name)


def has_more(site: Site, id_: str) -> bool:
    """Whether there is more about an entity than its own page shows: its years have pages then."""
    index = site.index
    return (
        max(len(index.naming.get(id_, ())), len(index.from_source.get(id_, ()))) > ARTICLES
        or len(index.events_with.get(id_, ())) > EVENTS
        or len(index.said_by(id_)) > QUOTATIONS
    )


def _own_page(site: Site, subject: Subject, parts: Sequence[Part[Story]]) -> Page:
    index, id_ = site.index, subject.id
    naming, published = index.naming.get(id_, ()), index.from_source.get(id_, ())
    events, said = index.events_with.get(id_, ()), index.said_by(id_)
    beside = company_chart(site, id_) if subject.kind is not EntityKind.TOPIC else None
    context = {
        "entries": [entry_with_passages(site, article, id_) for article in naming[:ARTICLES]],
        "published": [site.card(article) for article in published[:ARTICLES]],
        "moments": [site.moment(entry) for entry in events[-EVENTS:]],
        "quotes": [site.quote(*item) for item in said[:QUOTATIONS]],
        "all": {
            "entries": _count(site, "article", len(naming), ARTICLES),
            "published": _count(site, "article", len(published), ARTICLES),
            "moments": _count(site, "event", len(events), EVENTS),
            "quotes": _count(site, "quotation", len(said), QUOTATIONS),
        },
        "years": _ways(site, subject, parts),
        "chart": _months(site, id_),
        "beside": beside,
        "company": [tag for other, _ in index.appears_with(id_) if (tag := site.tag(other))],
        "whole": part_path(subject.folder, parts[0]) if parts and parts[0].name == ALL else None,
    }
    return _page(
        site, subject, f"{site.language}/{subject.path}", "entity.md", **_facts(site, subject), **context
    )


def _count(site: Site, noun: str, number: int, shown: int) -> str:
    """How many there are, where they are more than the page shows."""
    return count_in_words(number, noun, site.language) if number > shown else ""


def _ways(site: Site, subject: Subject, parts: Sequence[Part[Story]]) -> tuple[PageLink, ...]:
    return () if parts and parts[0].name == ALL else year_links(site, parts, subject.folder)


def _facts(site: Site, subject: Subject) -> dict[str, Any]:
    """What the vocabulary knows of it, in the page's language."""
    entry, english = subject.entry, site.language == "en"
    if entry is None:
        nothing = dict.fromkeys(("other", "description", "country"))
        return {**nothing, "broader": [], "variants": (), "topic": False}
    return {
        "other": _other_name(site, subject, entry),
        "description": entry.en_description if english else entry.ar_description,
        "country": _country(site, entry.country),
        "broader": [tag for id_ in entry.broader if (tag := site.tag(id_))],
        "variants": site.index.variants(entry.id)[:VARIANTS],
        "topic": entry.kind is EntityKind.TOPIC,
    }


def _other_name(site: Site, subject: Subject, entry: VocabularyEntry) -> str | None:
    """Its name in the language that the page is not in; none where the page has no name in its own."""
    if subject.language != site.language:
        return None
    return entry.ar if site.language == "en" else entry.en and capital(entry.en)


def _part_page(site: Site, subject: Subject, parts: Table[str, Part[Story]], name: str) -> Page:
    part, id_ = parts[name], subject.id
    articles = [item for item in part.items if isinstance(item, Article)]
    context = {
        "own": subject.path,
        "label": part_label(site, part),
        "entries": [
            entry_in_brief(site, article, id_) for article in articles if id_ in site.index.tags_of(article)
        ],
        "published": [site.card(article) for article in articles if id_ in site.index.source_ids(article)],
        "moments": [site.moment(item) for item in part.items if isinstance(item, TimelineEntry)],
        "quotes": [site.quote(*item) for item in part.items if isinstance(item, tuple)],
        "around": around(site, parts, name, subject.folder),
    }
    path = f"{site.language}/{part_path(subject.folder, part)}"
    return _page(site, subject, path, "entity-year.md", **context)


def _page(site: Site, subject: Subject, path: str, template: str, **context: Any) -> Page:
    own = path == f"{site.language}/{subject.path}"
    head = {
        "title": subject.name if own else f"{subject.name}: {context['label']}",
        "description": context.get("description"),
        "hide": ["navigation", "toc"],
        "kind": str(subject.kind) if own else "year",
    }
    names = {"name": subject.name, "name_language": subject.language, "folder": FOLDERS[subject.kind]}
    return path, render_page(template, path, site.language, head, **names, **context)


def _months(site: Site, id_: str) -> Chart | None:
    index = site.index
    articles = {item.id: item for item in (*index.naming.get(id_, ()), *index.from_source.get(id_, ()))}
    return months_chart(site, articles.values(), index.events_with.get(id_, ()))


def _stated_name(site: Site, id_: str) -> str:
    source = site.index.from_source[id_][0].extract.source
    return source.text if source else id_


def _country(site: Site, code: str | None) -> str | None:
    name: str | None = Locale(site.language).territories.get(code) if code else None
    return name
