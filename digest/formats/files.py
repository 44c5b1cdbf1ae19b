"""Every file of the site that is for programs, in the units that they are made in. Pure.

As with pages (`digest.render.units`), a unit is made of the facts that it reads alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from digest.formats.addresses import Addresses
from digest.formats.feeds import archive_file, archives, feed_files
from digest.formats.guide import guide_file
from digest.formats.records import index_record, own_files, year_record
from digest.formats.timelines import latest_timeline, year_timeline
from digest.ledger import Made
from digest.model import EntityKind
from digest.render import Site, Unit
from digest.wording.strings import LANGUAGES, Language

File = tuple[str, str]
"""Path in the site, and text."""

_SCHEMAS = Path(__file__).parent.parent / "schema"


@dataclass(frozen=True)
class Machine:
    """The files for programs of a digest in all its languages."""

    sites: Mapping[Language, Site]
    addresses: Addresses

    def units(self) -> Iterator[Unit]:
        """The units there are; those of years lie within them."""
        yield from (("ar", kind) for kind in ("guide", "digest", "schemas"))
        yield from (("ar", "record", article.id) for article in self.sites["ar"].digest.articles)
        for language in LANGUAGES:
            yield from ((language, kind) for kind in ("feeds", "timeline"))
            topics = self.sites[language].index.entries[EntityKind.TOPIC]
            yield from ((language, "feeds", entry.id) for entry in topics)

    def make(self, unit: Unit) -> Made[Unit, str]:
        """The files of a unit, with what they read."""
        language, kind, *key = unit
        site = self.sites[language]  # type: ignore[index]  # because a unit's first word is its language
        with site.index.notes.taken() as facts:
            files = tuple(self._makers[kind](site, *key))
            years = _years(site, kind) if not key else ()
        return Made(files, facts, tuple((language, f"{kind}-year", name) for name in years))

    @property
    def _makers(self) -> dict[str, Callable[..., Iterable[File]]]:
        addresses = self.addresses
        return {
            "guide": lambda _: [guide_file(self.sites, addresses)],
            "schemas": lambda _: _schemas(),
            "digest": lambda site: [index_record(site)],
            "digest-year": lambda site, name: [year_record(site, name)],
            "record": own_files,
            "feeds": lambda site, *topic: feed_files(site, addresses, *topic),
            "feeds-year": lambda site, name: [archive_file(site, addresses, name)],
            "timeline": lambda site: [latest_timeline(site, addresses)],
            "timeline-year": lambda site, name: [year_timeline(site, addresses, name)],
        }


def machine_files(sites: Mapping[Language, Site], addresses: Addresses) -> Iterator[File]:
    """Every file; the Markdown of pages is not among them."""
    machine = Machine(sites, addresses)
    waiting = [*machine.units()][::-1]
    while waiting:
        made = machine.make(waiting.pop())
        yield from made.outputs
        waiting += made.units[::-1]


def _schemas() -> Iterator[File]:
    for name in ("article.json", "digest.json"):
        yield f"schema/{name}", (_SCHEMAS / name).read_text("utf-8")


def _years(site: Site, kind: str) -> tuple[str, ...]:
    """The years whose files a unit leads to."""
    if kind == "digest":
        return site.index.records.names()
    if kind == "feeds":
        return archives(site)
    return site.index.timeline.names() if kind == "timeline" else ()
