"""The pages of names, topics and sources: an index of each kind, and a page each. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from babel import Locale

from digest.model import EntityKind, VocabularyEntry
from digest.render.charts import Chart, company_chart, months_chart, people_chart
from digest.render.engine import Page, plain_words, render_page
from digest.render.links import FOLDERS, entity_path
from digest.render.lists import moments_by_year
from digest.render.views import Site


def entity_pages(site: Site) -> Iterator[Page]:
    """Every page of one language that is about a name, a topic or a source."""
    for kind, folder in FOLDERS.items():
        entries = site.index.entries[kind]
        yield _index(site, kind, folder, entries)
        for entry in entries:
            yield _entry_page(site, entry)
    for id_ in site.index.from_source:
        if id_ not in site.digest.vocabulary:
            yield _unknown_source(site, id_)


def _index(site: Site, kind: EntityKind, folder: str, entries: tuple[VocabularyEntry, ...]) -> Page:
    path = f"{site.language}/{folder}/index.md"
    title = plain_words(f"page.{folder}", site.language)
    head = {
        "title": title,
        "description": plain_words(f"lead.{folder}", site.language),
        "hide": ["navigation", "toc"],
        "kind": folder,
    }
    tags = [tag for entry in entries if (tag := site.tag(entry.id))]
    chart = people_chart(site) if kind is EntityKind.PERSON else None
    stated = _unknown_sources(site) if kind is EntityKind.OUTLET else []
    return path, render_page(
        "entities.md",
        path,
        site.language,
        head,
        title=title,
        folder=folder,
        tags=tags,
        stated=stated,
        chart=chart,
    )


def _unknown_sources(site: Site) -> list[tuple[str, str, int]]:
    """(name, path, number of articles) of the sources that the vocabulary lacks."""
    return [
        (_stated_name(site, id_), f"sources/{id_}.md", len(articles))
        for id_, articles in site.index.from_source.items()
        if id_ not in site.digest.vocabulary
    ]


def _entry_page(site: Site, entry: VocabularyEntry) -> Page:
    english = site.language == "en"
    name, other = (entry.en or entry.ar, entry.ar) if english else (entry.ar, entry.en)
    name = name[:1].upper() + name[1:]
    foreign = english and not entry.en
    context = {
        "name": name,
        "name_language": "ar" if foreign else site.language,
        "other": None if foreign else other,
        "description": entry.en_description if english else entry.ar_description,
        "country": _country(site, entry.country),
        "broader": [tag for id_ in entry.broader if (tag := site.tag(id_))],
        "variants": site.index.variants(entry.id),
        "topic": entry.kind is EntityKind.TOPIC,
    }
    return _page(site, entry.id, entity_path(entry.kind, entry.id), entry.kind, context)


def _unknown_source(site: Site, id_: str) -> Page:
    context: dict[str, Any] = {
        "name": _stated_name(site, id_),
        "name_language": "ar",
        "other": None,
        "description": None,
        "country": None,
        "broader": [],
        "variants": (),
        "topic": False,
    }
    return _page(site, id_, f"sources/{id_}.md", EntityKind.OUTLET, context)


def _page(site: Site, id_: str, path: str, kind: EntityKind, context: dict[str, Any]) -> Page:
    path = f"{site.language}/{path}"
    head = {
        "title": context["name"],
        "description": context["description"],
        "hide": ["navigation", "toc"],
        "kind": str(kind),
    }
    return path, render_page(
        "entity.md",
        path,
        site.language,
        head,
        folder=FOLDERS[kind],
        cards=[site.card(article) for article in site.index.naming.get(id_, ())],
        published=[site.card(article) for article in site.index.from_source.get(id_, ())],
        groups=moments_by_year(site, site.index.events_with.get(id_, ())),
        quotes=[site.quote(*item) for item in site.index.quotations_by.get(id_, ()) if not item[1].fragment],
        months=_months(site, id_),
        beside=company_chart(site, id_) if kind is not EntityKind.TOPIC else None,
        company=[tag for other, _ in site.index.appears_with(id_) if (tag := site.tag(other))],
        **context,
    )


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
