"""Every file of the site that is for programs, with its path. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from digest.formats.addresses import Addresses
from digest.formats.feeds import feed_files
from digest.formats.guide import guide_file
from digest.formats.records import record_files
from digest.formats.timelines import timeline_files
from digest.render import Site
from digest.wording.strings import LANGUAGES, Language

_SCHEMAS = Path(__file__).parent.parent / "schema"


def machine_files(sites: Mapping[Language, Site], addresses: Addresses) -> Iterator[tuple[str, str]]:
    """(path in the site, text) of each file; the Markdown of pages is not among them."""
    for language in LANGUAGES:
        yield from feed_files(sites[language], addresses)
        yield from timeline_files(sites[language], addresses)
    yield guide_file(sites, addresses)
    yield from record_files(sites["ar"])
    for name in ("article.json", "digest.json"):
        yield f"schema/{name}", (_SCHEMAS / name).read_text("utf-8")
