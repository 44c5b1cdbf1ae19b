"""Every file of the site that is for programs, with its path. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from digest.formats.addresses import Addresses, beside_article
from digest.formats.citations import citation_files
from digest.formats.feeds import feed_files
from digest.formats.guide import guide_file
from digest.formats.jsontext import json_text
from digest.formats.timelines import timeline_file
from digest.record import digest_record
from digest.render import Site
from digest.wording.strings import LANGUAGES, Language

_SCHEMAS = Path(__file__).parent.parent / "schema"


def machine_files(sites: Mapping[Language, Site], addresses: Addresses) -> Iterator[tuple[str, str]]:
    """(path in the site, text) of each file; the Markdown of pages is not among them."""
    for language in LANGUAGES:
        yield from feed_files(sites[language], addresses)
        yield timeline_file(sites[language], addresses)
    yield guide_file(sites, addresses)
    yield from _records(sites["ar"])
    for name in ("article.json", "digest.json"):
        yield f"schema/{name}", (_SCHEMAS / name).read_text("utf-8")


def _records(site: Site) -> Iterator[tuple[str, str]]:
    """The whole digest as JSON, and each article with the citation of its original."""
    data = digest_record(site.digest)
    yield "digest.json", json_text({"$schema": "schema/digest.json", **data})
    for article, record in zip(site.digest.articles, data["articles"], strict=True):
        yield beside_article(article.slug, "article.json"), json_text(record)
        yield from citation_files(site, article)
