"""The MkDocs plugin: builds the digest and hands MkDocs its pages. The only package that imports MkDocs.

Events stand in the order in which MkDocs fires them; each calls one helper. Generated pages are written
under `.cache/digest/pages` (or where `cachefolder` finds room), never into a folder that MkDocs watches.
`config` is what mkdocs.yml may set, `settings` reads that for the command line, `building` is the state of a
build, `section` which part of the site it makes, `texts` the text of its pages, `pages` the quick way to
HTML, `surroundings` what stands round a page's text. `keeping` is what a build leaves for the next one,
`standing` the site as it was left, `stamps` what has to be the same for that; `reporting` says what is wrong;
`live`, `watching` and `writing` keep a served site up to date, `port` is where it is served.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from digest.errors import DigestError
from digest.files import Lock, make_room, own_folders
from digest.formats import content_policy
from digest.plugin.building import Build
from digest.plugin.cachefolder import CacheFolder
from digest.plugin.config import (
    DigestConfig,
    changers_of_pages,
    faults_of,
    kept_out,
    root_of,
    unread_folders,
)
from digest.plugin.inputs import others_than_docs
from digest.plugin.live import LiveSite
from digest.plugin.pages import GeneratedPage, use_shells
from digest.plugin.port import tell_of_port, try_address
from digest.plugin.reporting import doubts_of, report, report_doubts
from digest.plugin.section import Section
from digest.plugin.standing import StandingSite
from digest.plugin.watching import Coming, Pulse, watch_at_once
from digest.render import language_of, printed_meta
from digest.render.chrome import mend_html, page_words
from digest.wording.strings import direction

_log = logging.getLogger("mkdocs.plugins.digest")
_UNUSED = (
    *("assets/javascripts/lunr/", "assets/javascripts/workers/", "assets/javascripts/bundle."),
    "sitemap.xml",
)
"""The theme's own search, script and map of the site: the site has others."""


class DigestPlugin(BasePlugin[DigestConfig]):  # type: ignore[no-untyped-call]  # because MkDocs leaves it untyped
    """Turns `seeds/` into pages in both languages."""

    def __init__(self) -> None:
        self._lock, self._cache = Lock(), CacheFolder()
        self._build: Build | None = None
        self._serving = self._dirty = self._tried = False
        self._standing: StandingSite | None = None
        self._live: LiveSite | None = None
        self._pulse: Pulse | None = None
        self._section = Section()

    def on_startup(self, *, command: str, dirty: bool, **_: Any) -> None:
        """Note whether `mkdocs serve` runs, whose pages carry a script of its own, and how."""
        self._serving, self._dirty = command == "serve", dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Refuse settings that cannot work; leave the map of the site to the files for programs."""
        if self._serving and not self._tried:
            try_address(*config.dev_addr)
            self._tried = True
        for fault in faults_of(config, self.config):
            raise PluginError(f"digest: {fault}")
        for folder in unread_folders(config):
            _log.warning("%s is not read: it has to stand in content/", folder)
        others = changers_of_pages(config, self) if self.config.fast else ()
        if others:
            _log.info("%s may change pages: each goes through all of MkDocs, as without `fast`", others[0])
            self.config.fast = False
        try:
            self._section = Section(self.config.section)
            self._section.prepare(config, self.config)
        except DigestError as error:
            raise PluginError(f"digest: {error}") from error
        config.theme.static_templates.discard("sitemap.xml")
        return config

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None], **_: Any
    ) -> LiveReloadServer:
        """Follow what is written, seeds too; `content/` is watched by MkDocs itself."""
        tell_of_port(server)
        others = others_than_docs(config)
        for place in others:
            if place != config.config_file_path:  # MkDocs watches that
                server.watch(place)
        watched = [config.docs_dir, *config.theme.dirs, *others]
        if self.config.fast and self._section.whole:
            self._follow(server, watched, builder, root_of(config) / "seeds")
        elif (seeds := root_of(config) / "seeds").is_dir():
            server.watch(str(seeds))
        return server

    def _follow(
        self, server: LiveReloadServer, watched: Iterable[str], builder: Callable[[], None], folder: Path
    ) -> None:
        """Let a server bring the site up to date by what changed, the seeds' folder being watched too."""
        pulse, seeds = Pulse(), Coming(server, folder)
        live = LiveSite(lambda: self._build, builder, self._lock, pulse.beat, seeds.renew)

        def told(paths: frozenset[Path]) -> None:
            live.hurry()
            seeds.note(paths)

        self._pulse, self._live = pulse, live
        server.builder = live
        watch_at_once(server, watched, pulse, told)
        seeds.begin()

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Wait for another build of the same: both would write the same folders. Save the site as it is."""
        try:
            cache, inside = self._open_cache(config), self._section.folder(Path())
            own_folders(cache, (inside / "site").as_posix())
            self._lock.acquire(make_room(cache, (inside / "lock").as_posix()))
            self._standing = None
            if self.config.fast and self._cache.lasts:
                self._standing = StandingSite(Path(config.site_dir), cache / inside / "site")
                if not self._dirty:
                    self._standing.put_aside()
        except DigestError as error:
            raise PluginError(str(error)) from error

    def _open_cache(self, config: MkDocsConfig) -> Path:
        part = self._section.folder(Path()).as_posix()
        self._cache.open(root_of(config) / self.config.cache, part)
        return self._cache.path

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Build the digest and add its pages; a page that a person wrote wins over a generated one."""
        for file in [file for file in files if file.src_uri.startswith(_UNUSED)]:
            files.remove(file)
        self._build = None
        if self._standing:
            self._standing.give_back()
        try:
            build = Build(
                config, self.config, self._cache.path, serving=self._serving, standing=self._standing
            )
            build.add_to(files)
        except DigestError as error:
            raise PluginError(str(error)) from error
        report(build.digest.errors)
        report_doubts(doubts_of(build.digest.articles), strict=config.strict)
        # Not a warning: a seed that was deleted does not stop a strict build.
        report((*build.project.vocabulary.notes, *build.sites["ar"].desk.strays), logging.INFO)
        self._build = build
        count = len(build.digest.articles)
        if self._section.whole and count >= self.config.sections_from:
            _log.info("%d articles: `digest sections` lists the sections to build them in, apart", count)
        return files

    def on_nav(self, nav: Navigation, *, files: Files, **_: Any) -> Navigation:
        """Keep the menu: every page is shown its own language's part of it."""
        assert self._build
        self._build.surround(nav)
        if lost := kept_out(files, serving=self._serving):
            _log.warning("mkdocs.yml keeps %d pages out that others lead to: %s", len(lost), lost[0])
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, **_: Any) -> str:
        """Fill the markers of hand-written pages; escape the metadata that templates print as it is."""
        assert self._build
        path = page.file.src_uri
        page.meta.setdefault("lang", language_of(path))
        page.meta.setdefault("dir", direction(page.meta["lang"]))
        if page.file.generated_by:
            return markdown
        page.meta.update(printed_meta(page.meta))
        return self._build.fill(page, markdown)

    def on_env(self, env: Environment, **_: Any) -> Environment:
        """Give every template the Content-Security-Policy; let generated pages be rendered in shells."""
        assert self._build
        env.globals["content_policy"] = content_policy(serving=self._serving)
        env.globals["words_of"] = page_words
        use_shells(env)
        self._build.env = env
        self._build.leave_out()
        return env

    def on_template_context(self, context: Any, *, template_name: str, **_: Any) -> Any:
        """Name the buttons of the page of missing pages, which no page's language decides."""
        assert self._build
        assert self._build.around
        if template_name == "404.html":
            context["config"] = self._build.around.named("ar")
        return context

    def on_page_context(self, context: Any, *, page: Page, **_: Any) -> Any:
        """Show the page its own language's menu, names and switch; for a generated page its press does."""
        assert self._build
        assert self._build.around
        if isinstance(page, GeneratedPage):
            return context
        around, path = self._build.around, page.file.src_uri
        return around.dress(context, page.meta["lang"], around.languages(path), around.head(page))

    def on_post_page(self, output: str, *, page: Page, **_: Any) -> str:
        """Mend what no template block reaches."""
        return output if isinstance(page, GeneratedPage) else mend_html(output, page.meta["lang"])

    def on_post_template(self, output_content: str, *, template_name: str, **_: Any) -> str:
        """The same for the page of missing pages."""
        return mend_html(output_content, "ar") if template_name == "404.html" else output_content

    def on_post_build(self, **_: Any) -> None:
        """Put every article's Markdown beside its HTML, and write the search and the files for programs."""
        assert self._build
        try:
            self._build.finish()
        except DigestError as error:
            raise PluginError(str(error)) from error
        self._lock.release()

    def on_shutdown(self, **_: Any) -> None:
        """End what is being made, whose folder MkDocs removes now; remove what was kept for this process."""
        if self._live:
            self._live.close()
        if self._pulse:
            self._pulse.stop()
        self._cache.close()

    def on_build_error(self, *, error: Exception, **_: Any) -> None:
        """Let the next build begin; say in a line what could not be written."""
        self._build = None
        if self._standing:
            self._standing.give_back()
        self._lock.release()
        if isinstance(error, DigestError | OSError):
            raise PluginError(f"digest: {_said(error)}") from error


def _said(error: DigestError | OSError) -> str:
    """A fault in words: of what the system refused, the file that was to be written, and why."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename2 or error.filename}: {error.strerror}"
    return str(error)
