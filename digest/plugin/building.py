"""One build of the site: the digest, the files that MkDocs is handed, and what round it is written.

What a full build makes of units, updates make of those units that changed (see `live`).
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Generator, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from digest.batch import announce
from digest.files import own_folders, remove_empty, remove_others, write_changed
from digest.formats import Addresses, Machine, sitemap_files
from digest.ledger import Ledger
from digest.model import Digest
from digest.pipeline import Project
from digest.plugin.background import UNHURRIED, Pace
from digest.plugin.config import DigestConfig, edit_address, options_of, root_of
from digest.plugin.inputs import Inputs
from digest.plugin.keeping import Keeper
from digest.plugin.pages import GeneratedFile, GeneratedPage, Press, Shown, shown_of
from digest.plugin.section import Section
from digest.plugin.stamps import content_stamp, shell_stamp
from digest.plugin.standing import StandingSite
from digest.plugin.surroundings import Surroundings
from digest.plugin.texts import Texts
from digest.plugin.watching import stamps_in
from digest.press import Converter
from digest.render import (
    Desk,
    Fingerprints,
    Output,
    Site,
    Unit,
    fill_markers,
    forget_pieces,
    language_of,
    make_unit,
    sites_of,
    units,
)
from digest.render.notes import Fact
from digest.search import Bundle
from digest.wording.strings import Language

log = logging.getLogger("mkdocs.plugins.digest")


class Build:
    """The state of a build. Raises DigestError where the project cannot be read at all."""

    around: Surroundings | None = None
    """What stands round pages, once MkDocs has its menu."""
    env: Environment | None = None
    """What templates are rendered by, once MkDocs has it."""
    written: dict[str, tuple[Page, frozenset[Fact]]]
    """Each page that a person wrote, with what its markers read."""
    outside: set[str]
    """Paths of pages that are made in other builds."""
    _maps: frozenset[str] = frozenset()
    """Paths of the maps of the site that are there."""

    def __init__(
        self,
        config: MkDocsConfig,
        settings: DigestConfig,
        cache: Path,
        *,
        serving: bool = False,
        standing: StandingSite | None = None,
    ) -> None:
        self.config = config
        self.root = root_of(config)
        self.fast, self.serving = settings.fast, serving
        self.cache = cache
        self.section = Section(settings.section)
        self.pages = self.section.folder(self.cache) / "pages"
        own_folders(self.pages.parent, self.pages.name)
        self.inputs = Inputs.of(config)
        self.stamps = self.inputs.stamps()
        """The files that it is made from, as they were when it began, or were looked at last."""
        options = options_of(settings)
        self.project = Project(self.root, options, self.cache)
        self.ledger = Ledger[Unit, Output]()
        self.machine = Ledger[Unit, str]()
        self.search = Bundle(Path(config.site_dir) / "pagefind", keep=serving)
        self.addresses = Addresses(config.site_url or "")
        converter = Converter(config.markdown_extensions, config.mdx_configs)
        self.texts = Texts(self.pages, self._made_again)
        self.press = Press(self.texts, converter, self.ledger.note)
        self.files = Files([])
        self.sites: Mapping[Language, Site] = {}
        self.written = {}
        self.outside = set()
        self.take(self.project.read(progress=announce(log)))
        self.section.check(self.digest)
        self.keeper = self._keeper(repr(options), standing) if self.fast and standing else None
        self.texts.keeper = self.keeper
        self.shown: dict[str, Shown | None] = self.keeper.shown if self.keeper else {}
        """What templates need of each page."""
        self._placed: list[tuple[File, InclusionLevel]] = []
        """Pages that MkDocs does not have to write, and what they are beside that."""

    def _keeper(self, options: str, standing: StandingSite) -> Keeper:
        stamp = content_stamp(self.config, options, self.project.vocabulary.fingerprint)
        folder = self.section.folder(self.cache) / ("served" if self.serving else "built")
        return Keeper(folder, stamp, standing, self.pages, Fingerprints(self.sites["ar"]))

    def take(self, digest: Digest) -> None:
        """Make a digest the one that is shown."""
        earlier = self.sites["ar"].index if self.sites else None
        self.digest = digest
        self.sites = sites_of(digest, self._desk(), earlier)

    def _desk(self) -> Desk:
        written = frozenset(self.project.memories.by_article)
        return Desk(partial(edit_address, self.config), written, self.project.strays)

    def made(
        self, changed: Collection[Fact] = (), pace: Pace = UNHURRIED
    ) -> Generator[tuple[str, Output | None], None, None]:
        """The files of the units that are new or have read what changed; None for a file that is gone.

        Raises HurriedError.
        """
        wanted = filter(self._owns, (unit for site in self.sites.values() for unit in units(site)))
        return self.ledger.refresh(pace.of(wanted), changed, partial(make_unit, self.sites))

    def _owns(self, unit: Unit) -> bool:
        return self.section.owns(self.sites, unit)

    def add_to(self, files: Files) -> None:
        """Hand MkDocs every file; a page that a person wrote wins over one of its path."""
        self.files = files
        self._make()
        for path in self.ledger.paths:
            if path not in files.src_uris:
                self.hand(path, self.shown[path])
        remove_others(self.pages, self.ledger.paths)
        if not self.section.whole:
            self._add_outside()
        self.list_pages()

    def _make(self) -> None:
        """Make the text of pages, but for those that an earlier build left as they are to be."""
        changed = set[Fact]()
        if self.keeper:
            lost = self.keeper.lost_texts()
            changed = self.keeper.restore("units", self.ledger, lost)
        for path, output in self.made(changed):
            self.texts.fresh.add(path)
            if output is not None:
                self.texts.put(path, output)
                self.shown[path] = shown_of(output)
        forget_pieces()

    def _made_again(self, path: str) -> Output:
        """What the unit of a path makes."""
        return dict(make_unit(self.sites, self.ledger.unit_of(path)).outputs)[path]

    def _add_outside(self) -> None:
        """Hand MkDocs the pages of other sections that it has to know."""
        for path, output in self.section.outside(self.sites, self.config.nav):
            if path not in self.files.src_uris:
                self.hand(path, shown_of(output))
                self.outside.add(path)

    def leave_out(self) -> None:
        """Keep MkDocs from writing what is in other sections, and what is there already."""
        if not self.section.whole:
            self.section.leave_out(self.config, self.files, set(self.ledger.paths), self.outside)
        if self.keeper and self.around:
            coming = {file.dest_uri for file in self.files}
            self.keeper.begin_site(shell_stamp(self.config, self.around.nav), coming)
            # What other plugins do to pages is theirs to know.
            if len(self.config.plugins) == 1:
                self.press.keeper = self.keeper
                self._have_pages()

    def _have_pages(self) -> None:
        """Keep MkDocs from making the pages that are as an earlier build left them."""
        site = Path(self.config.site_dir)
        for file in self.files:
            if file.generated_by and file.src_uri in self.shown and self._has(file, site):
                self._placed.append((file, file.inclusion))
                file.inclusion = InclusionLevel.EXCLUDED

    def _has(self, file: File, site: Path) -> bool:
        assert self.keeper
        if file.src_uri in self.texts.fresh or file.inclusion is InclusionLevel.EXCLUDED:
            return False
        if isinstance(file.page, GeneratedPage):
            return self.press.place(file.page, site)
        return self.keeper.stands(file.dest_uri)

    def hand(self, path: str, shown: Shown | None) -> File:
        """A generated file, handed to MkDocs."""
        file = GeneratedFile(path, self.config, self.texts)
        self.files.append(file)
        if self.fast and shown is not None:
            alone = len(self.config.plugins) == 1
            GeneratedPage(file, self.config, shown if alone else dict(shown), self.press)
        return file

    def list_pages(self) -> None:
        """Note which pages there are."""
        self.paths = frozenset(self.files.src_uris)
        if self.around:
            self.surround(self.around.nav)

    def listed(self) -> frozenset[str]:
        """The pages that search engines may list."""
        pages = (file.page for file in self.files)
        return frozenset(page.file.src_uri for page in pages if page and page.meta.get("robots") != "noindex")

    def surround(self, nav: Navigation) -> None:
        """Let pages stand in a menu."""
        self.around = Surroundings(self.config, nav, self.sites, self.paths)
        self.press.surroundings = self.around

    def fill(self, page: Page, markdown: str) -> str:
        """A hand-written page with its markers filled."""
        path = page.file.src_uri
        site = self.sites[language_of(path)]
        with site.index.notes.taken() as facts:
            filled = fill_markers(site, path, markdown)
        self.written[path] = page, frozenset(facts)
        return filled

    def write_machine_files(self, changed: Collection[Fact] = (), pace: Pace = UNHURRIED) -> None:
        """Write the files for programs that are new or have read what changed. Raises HurriedError."""
        machine, out = Machine(self.sites, self.addresses), Path(self.config.site_dir)
        wanted = pace.of(filter(self._owns, machine.units()))
        with closing(self.machine.refresh(wanted, changed, machine.make)) as made:
            for path, text in pace.of(made):
                if text is None:
                    (out / path).unlink(missing_ok=True)
                    # The page may have gone before it.
                    remove_empty(out, (out / path).parent)
                else:
                    write_changed(out / path, text)
                    if self.keeper:
                        self.keeper.put(path, text.encode())

    def write_maps(self, listed: frozenset[str], pace: Pace = UNHURRIED) -> None:
        """Write what search engines read. Raises HurriedError."""
        out = Path(self.config.site_dir)
        maps = set[str]()
        for path, text in pace.of(sitemap_files(self.sites["ar"], listed, self.addresses)):
            write_changed(out / path, text)
            maps.add(path)
        for stale in self._maps - maps:
            (out / stale).unlink(missing_ok=True)
        self._maps = frozenset(maps)

    def finish(self) -> None:
        """Write what is not a page of MkDocs's."""
        for file, level in self._placed:
            file.inclusion = level
        self.write_machine_files(self._have_machine_files())
        lookups = self._have_lookups() if self.section.front else ("", [])
        for path in self.ledger.paths:
            self.texts.write_beside(path, Path(self.config.site_dir))
        self.ledger.settle()
        if not self.serving:
            self.sites["ar"].index.notes.forget()
        if self.keeper:
            self.keeper.save(lookups, units=self.ledger, machine=self.machine)
            # What follows while it is served is not what is left.
            self.keeper = self.texts.keeper = self.press.keeper = None

    def _have_machine_files(self) -> set[Fact]:
        """Have the files for programs as an earlier build left them; the facts that have changed since."""
        if not self.keeper:
            return set()
        keeper, out = self.keeper, Path(self.config.site_dir)
        return keeper.restore("machine", self.machine, lambda path: not keeper.place(path, out))

    def _have_lookups(self) -> tuple[str, list[str]]:
        """Have what is for searching: what it is made of, and its paths."""
        listed, out = self.listed(), Path(self.config.site_dir)
        key = self.keeper.key_of_lookups(listed) if self.keeper else ""
        paths = self.keeper.standing_lookups(key) if self.keeper else []
        if paths:
            self._maps = frozenset(path for path in paths if "/" not in path)
        else:
            self.write_maps(listed)
            self.search.write(self.sites)
            paths = [*sorted(self._maps), *(f"pagefind/{path}" for path in stamps_in(out / "pagefind"))]
        return key, paths
