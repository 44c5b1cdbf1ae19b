"""Atom and JSON Feed for a language and for each of its topics. Pure.

A language's feed holds what exists in it: an article enters the English ones when a person wrote or reviewed
its headline and summary. A language's Atom feed leads to archives that hold all, each to the one before: of
a year or a part of one, and before all others of what has no date. Sources: RFC 4287; RFC 5005;
https://www.jsonfeed.org/version/1.1/.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from digest.formats.addresses import Addresses, archive_path, beside_article, feed_path, written_url
from digest.formats.jsontext import json_text
from digest.formats.templating import render
from digest.formats.when import certain, moment, updated, whole_day
from digest.model import Article, EntityKind
from digest.record import original_address
from digest.render import Site
from digest.render.escape import plain_text
from digest.render.links import article_path
from digest.render.notes import Table
from digest.render.parts import UNDATED, Part
from digest.render.shown import Shown, Tag
from digest.render.years import part_label
from digest.wording.strings import Language, direction, say

MOST = 50
"""How many articles a feed holds, the newest."""


@dataclass(frozen=True, slots=True)
class Item:
    """An article as a feed holds it."""

    id: str
    page: str
    """Path of its page."""
    markdown: str
    """Path of its Markdown."""
    original: str | None
    title: str
    summary: tuple[str, ...]
    author: str | None
    source: str | None
    published: str | None
    """RFC 3339, where the day is known."""
    issued: str | None
    """Year or year and month, where that is what is known."""
    updated: str
    edtf: str | None
    basis: str
    topics: tuple[tuple[str, str], ...]
    """(id, name)."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed before it is written in a format."""

    id: str
    language: Language
    title: str
    description: str
    name: str
    home: str
    """Path of the page whose feed it is."""
    items: tuple[Item, ...]
    archive: bool = False
    """Whether it holds what was in a time; else the newest."""
    links: tuple[tuple[str, str], ...] = ()
    """Other documents of the same feed, by their relation (RFC 5005)."""

    @property
    def updated(self) -> str:
        """When the newest of its items is of."""
        return max((item.updated for item in self.items), default="1970-01-01T00:00:00Z")


def feed_files(site: Site, addresses: Addresses, topic: str | None = None) -> Iterator[tuple[str, str]]:
    """(path, text) of a language's own feed, or of a topic's, in both formats."""
    named = site.index.naming.get(topic, ()) if topic else site.digest.articles
    own = filter(site.enters, named)
    items = tuple(_item(site, article) for article in islice(own, MOST))
    feed = _feed(site.language, site.tag(topic) if topic else None, items)
    if topic is None:
        feed = replace(feed, links=tuple(_archive_links(site.language, archives(site), None)))
    for form, write in (("xml", _atom), ("json", _json_feed)):
        path = feed_path(site.language, form, topic)
        yield path, write(feed, path, addresses)


def archives(site: Site) -> tuple[str, ...]:
    """The names of the archives of a language's feed, the earliest first."""
    names = _archived(site).names()
    undated = [name for name in names if name.startswith(UNDATED)]
    return (*undated, *names[: len(names) - len(undated)])


def archive_file(site: Site, addresses: Addresses, name: str) -> tuple[str, str]:
    """Path and text of an archive of a language's feed, the newest of its articles first."""
    part, path = _archived(site)[name], archive_path(site.language, name)
    feed = _feed(site.language, None, tuple(_item(site, article) for article in reversed(part.items)))
    title = f"{feed.title} – {part_label(site, part)}"
    links = tuple(_archive_links(site.language, archives(site), name))
    return path, _atom(replace(feed, title=title, archive=True, links=links), path, addresses)


def _archived(site: Site) -> Table[str, Part[Article]]:
    return site.index.feeds if site.language == "ar" else site.index.english_feeds


def _archive_links(language: Language, names: Sequence[str], name: str | None) -> Iterator[tuple[str, str]]:
    """What an archive leads to; None stands for the feed itself, which comes after all archives."""
    place = len(names) if name is None else names.index(name)
    if name is not None:
        yield "current", feed_path(language, "xml")
    if place > 0:
        yield "prev-archive", archive_path(language, names[place - 1])
    if place + 1 < len(names):
        yield "next-archive", archive_path(language, names[place + 1])


def _feed(language: Language, topic: Tag | None, items: tuple[Item, ...]) -> Feed:
    return Feed(
        id=_permanent("feed", language, topic.id if topic else ""),
        language=language,
        title=feed_title(topic, language),
        description=say("site.description", language),
        name=say("site.name", language),
        home=f"{language}/{topic.path if topic else 'index.md'}",
        items=items,
    )


def feed_title(topic: Tag | None, language: Language) -> str:
    """A feed's title: the site's name, with the topic's after it."""
    name = say("site.name", language)
    if topic is None:
        return name
    label = plain_text(topic.label, topic.language)
    return f"{name} – {label if topic.language == language else isolated(label)}"


def isolated(text: str) -> str:
    """A text of the other direction inside another."""
    return f"\u2068{text}\u2069"


def _permanent(*names: str) -> str:
    """An identifier that stays when the site moves or an address is corrected."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, '/'.join(('mujaz', *names)))}"


def _item(site: Site, article: Article) -> Item:
    publication = article.findings.publication
    day, known = whole_day(publication.edtf), certain(publication.edtf)
    byline = site.credit(article, article.extract.byline, article.findings.byline)
    source = site.source(article)
    return Item(
        id=_permanent("article", site.language, article.id),
        page=f"{site.language}/{article_path(article.slug)}",
        markdown=beside_article(article.slug, "article.md", site.language),
        original=written_url(original_address(article)),
        title=plain_shown(site.headline(article), site.language),
        summary=tuple(
            plain_shown(site.sentence(article, index), site.language) for index in article.findings.summary
        ),
        author=plain_text(byline.text, byline.language) if byline else None,
        source=plain_text(source.label, source.language) if source else None,
        published=moment(day) if day else None,
        issued=None if day else known,
        updated=updated(article),
        edtf=publication.edtf,
        basis=str(publication.basis),
        topics=tuple(
            (tag.id, plain_text(tag.label, tag.language))
            for tag in site.tags(article)
            if tag.kind == EntityKind.TOPIC
        ),
    )


def plain_shown(shown: Shown, language: Language) -> str:
    """What a page of `language` shows of a text, without markup; of another direction, it keeps its order."""
    text = plain_text(shown.text, shown.language)
    return text if shown.direction == direction(language) else isolated(text)


def _atom(feed: Feed, path: str, addresses: Addresses) -> str:
    to, file = partial(addresses.to, path), partial(addresses.file, path)
    return render("atom.xml", feed=feed, path=path, to=to, file=file)


def _json_feed(feed: Feed, path: str, addresses: Addresses) -> str:
    data: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": addresses.to(path, feed.home),
        "feed_url": addresses.file(path, path),
        "description": feed.description,
        "language": feed.language,
        "authors": [{"name": feed.name}],
        "items": [_json_item(item, feed.language, addresses.to(path, item.page)) for item in feed.items],
    }
    return json_text(data)


def _json_item(item: Item, language: Language, url: str) -> dict[str, Any]:
    authors = [{"name": name} for name in dict.fromkeys((item.author, item.source)) if name]
    given = {
        "external_url": item.original,
        "date_published": item.published,
        "authors": authors,
        "tags": [name for _, name in item.topics],
    }
    return {
        "id": item.id,
        "url": url,
        "title": item.title,
        "content_text": "\n\n".join(item.summary) or item.title,
        "language": language,
        **{key: value for key, value in given.items() if value},
        "_mujaz": {
            "about": "Date of publication in EDTF (ISO 8601-2) and how it is known",
            "published": item.edtf,
            "basis": item.basis,
        },
    }
