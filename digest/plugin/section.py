"""What one build makes of the site: all of it, or the sections that `section` in mkdocs.yml names.

Such a build reads the whole digest and none of the other sections' output. Of their pages it knows what its
own ones say of them: the titles of those in the menu and, in the section `front`, the paths of all. Those
are handed to MkDocs as any others, and left out before it writes.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel

from digest.errors import DigestError
from digest.model import Digest
from digest.plugin.config import DigestConfig
from digest.render import (
    FRONT,
    Output,
    Site,
    Unit,
    count_sections,
    make_unit,
    outline,
    section_of_unit,
    units,
)
from digest.wording.strings import Language

_NAME = re.compile(rf"[0-9]{{1,9}}(?:-bc)?|undated|{FRONT}")


class Section:
    """The sections of one build. Raises DigestError for names that none can have."""

    def __init__(self, setting: object = "") -> None:
        self.names = frozenset(str(setting).replace(",", " ").split())
        for name in sorted(self.names):
            if not _NAME.fullmatch(name):
                raise DigestError(f"section in mkdocs.yml: {name!r} is no year, undated or {FRONT}")

    @property
    def whole(self) -> bool:
        """Whether the build makes everything."""
        return not self.names

    @property
    def front(self) -> bool:
        """Whether the build makes what crosses articles, and publishes what people wrote."""
        return self.whole or FRONT in self.names

    def folder(self, cache: Path) -> Path:
        """Where the build keeps its pages: builds of other sections may run at the same time."""
        return cache if self.whole else cache / "sections" / "_".join(sorted(self.names))

    def prepare(self, config: MkDocsConfig, settings: DigestConfig) -> None:
        """Let MkDocs build a section. Raises DigestError where it cannot be."""
        if self.whole:
            return
        if not settings.fast or config.nav is None:
            raise DigestError("section in mkdocs.yml needs a nav there, and fast: true")
        if not self.front:
            links = config.validation.links
            # What people wrote is published, and its links are checked, in the section `front`.
            links.not_found = links.absolute_links = links.unrecognized_links = links.anchors = logging.DEBUG

    def check(self, digest: Digest) -> None:
        """Raises DigestError for a section that a digest does not have."""
        there = [*count_sections(digest), FRONT]
        missing = sorted(self.names.difference(there))
        if missing:
            raise DigestError(
                f"section in mkdocs.yml: no article is of {', '.join(missing)}; there are: {', '.join(there)}"
            )

    def owns(self, sites: Mapping[Language, Site], unit: Unit) -> bool:
        """Whether the build makes a unit that lies within no other."""
        return self.whole or section_of_unit(sites, unit) in self.names

    def outside(self, sites: Mapping[Language, Site], nav: Any) -> Iterator[tuple[str, Output]]:
        """The pages of other sections that the build has to know."""
        in_menu = {PurePosixPath(path).stem for path in _paths(nav)}
        for site in sites.values():
            for unit in units(site):
                if self.owns(sites, unit):
                    continue
                if _may_be_in_menu(site, unit, in_menu):
                    yield from make_unit(sites, unit).outputs
                elif self.front:
                    yield from outline(site, unit)

    def leave_out(
        self, config: MkDocsConfig, files: Files, own: Collection[str], others: Collection[str]
    ) -> None:
        """Keep MkDocs from writing what is in other sections: `own` and `others` are paths of the digest."""
        for file in files:
            if file.src_uri in others or not (self.front or (file.generated_by and file.src_uri in own)):
                file.inclusion = InclusionLevel.EXCLUDED
        if not self.front:
            config.theme.static_templates.clear()
            config.extra_templates = []


def _paths(nav: Any) -> Iterator[str]:
    """Every path or address in the `nav` of mkdocs.yml."""
    if isinstance(nav, str):
        yield nav
    for item in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _paths(item)


def _may_be_in_menu(site: Site, unit: Unit, stems: Collection[str]) -> bool:
    """Whether one of a unit's pages may be in a menu that has files named `stems`."""
    _, kind, *key = unit
    if kind == "article":
        return site.index.articles[key[0]].slug in stems
    return key[0] in stems if kind == "subject" else kind != "original"
