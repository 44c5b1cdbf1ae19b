"""The MkDocs plugin: builds the digest and hands MkDocs its pages. The only package that imports MkDocs.

Events stand in the order in which MkDocs fires them; each calls one helper. Generated pages are written
under `.cache/digest/pages`, never into a folder that MkDocs watches. `config` is what mkdocs.yml may set,
`pages` the quick way to HTML, `surroundings` what stands round a page's text.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from digest.batch import announce
from digest.errors import DigestError
from digest.files import Lock, remove_others, write_changed
from digest.formats import Addresses, content_policy, machine_files, sitemap_files
from digest.model import Digest, FileError
from digest.pipeline import Options, Project
from digest.plugin.config import DigestConfig
from digest.plugin.pages import GeneratedPage, Press, use_shells
from digest.plugin.surroundings import Surroundings
from digest.press import Converter, KeptContents
from digest.render import (
    Site,
    desk_of,
    fill_markers,
    language_of,
    originals,
    printed_meta,
    render_sources,
    sites_of,
)
from digest.render.chrome import mend_html
from digest.search import write_bundle
from digest.seeds import Limits
from digest.store import fingerprint, program_fingerprint
from digest.text import printable
from digest.wording.strings import Language, direction

log = logging.getLogger("mkdocs.plugins.digest")

_OTHER_ENGINE = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
"""The theme's own search: the site has another."""


class DigestPlugin(BasePlugin[DigestConfig]):  # type: ignore[no-untyped-call]  # because of the same
    """Turns `seeds/` into pages in both languages."""

    def __init__(self) -> None:
        self._sites: Mapping[Language, Site] = {}
        self._paths: Collection[str] = ()
        self._lock = Lock()
        self._listed: frozenset[str] = frozenset()
        self._serving = False
        self._press: Press | None = None
        self._project: Project | None = None
        self._around: Surroundings | None = None

    def on_startup(self, *, command: str, **_: Any) -> None:
        """Note whether `mkdocs serve` runs: its pages carry a script of its own."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Refuse settings that cannot work."""
        if self.config.summary_sentences < 1:
            raise PluginError("digest: summary_sentences in mkdocs.yml must be 1 or more")
        small = [name for name, value in self.config.limits.items() if value < 1]
        if small:
            raise PluginError(f"digest: limits in mkdocs.yml must be 1 or more: {', '.join(small)}")
        return config

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Rebuild when a seed changes; `content/` is watched by MkDocs itself."""
        seeds = _root(config) / "seeds"
        if seeds.is_dir():
            server.watch(str(seeds))
        return server

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Wait for another build of this project: both would write the same folders."""
        try:
            self._lock.acquire(_root(config) / self.config.cache / "lock")
        except DigestError as error:
            raise PluginError(str(error)) from error

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Build the digest and add its pages; a page that a person wrote wins over a generated one."""
        try:
            self._project = Project(_root(config), self._options(), _root(config) / self.config.cache)
            digest = self._project.read(progress=announce(log))
            desk = desk_of(digest, self._project.memories, partial(_edit_address, config))
            self._sites = sites_of(digest, desk)
            generated = self._generated_files(digest, files, config)
        except DigestError as error:
            raise PluginError(str(error)) from error
        _report(digest.errors)
        _report(desk.orphans, logging.WARNING)
        for file in [file for file in files if file.src_uri.startswith(_OTHER_ENGINE)]:
            files.remove(file)
        for file in generated:
            files.append(file)
        self._paths = frozenset(files.src_uris)
        return files

    def _generated_files(self, digest: Digest, files: Files, config: MkDocsConfig) -> list[File]:
        """The digest's pages as MkDocs's files, each kept in the cache; what is gone is removed."""
        folder, press = self._pages(config), self._new_press(config)
        made, paths = list[File](), list[str]()
        for path, source in (page for site in self._sites.values() for page in render_sources(site)):
            paths.append(path)
            press.put(path, source)
            if path not in files.src_uris:
                made.append(File.generated(config, path, abs_src_path=str(folder / path)))
                if self.config.fast:
                    GeneratedPage(made[-1], config, source, press)
        for path, text in originals(digest):
            paths.append(path)
            write_changed(folder / path, text)
            made.append(File.generated(config, path, abs_src_path=str(folder / path)))
        remove_others(folder, paths)
        self._press = press
        return made

    def _new_press(self, config: MkDocsConfig) -> Press:
        folder, settings = self._pages(config), config.mdx_configs
        stamp = fingerprint(program_fingerprint(), repr(config.markdown_extensions), repr(settings))
        kept = KeptContents(folder.with_name("contents"), stamp)
        return Press(folder, Converter(config.markdown_extensions, settings), kept)

    def _options(self) -> Options:
        return Options(self.config.summary_sentences, Limits(**self.config.limits))

    def _pages(self, config: MkDocsConfig) -> Path:
        return _root(config) / self.config.cache / "pages"

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, **_: Any) -> Navigation:
        """Keep the menu: every page is shown its own language's part of it."""
        self._around = Surroundings(config, nav, self._sites, self._paths)
        if self._press:
            self._press.surroundings = self._around
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, **_: Any) -> str:
        """Fill the markers of hand-written pages; escape the metadata that templates print as it is."""
        path = page.file.src_uri
        page.meta.setdefault("lang", language_of(path))
        page.meta.setdefault("dir", direction(page.meta["lang"]))
        if page.file.generated_by:
            return markdown
        page.meta.update(printed_meta(page.meta))
        return fill_markers(self._sites[language_of(path)], path, markdown)

    def on_env(self, env: Environment, *, files: Files, **_: Any) -> Environment:
        """Give every template the Content-Security-Policy; let generated pages be rendered in shells."""
        self._listed = frozenset(file.src_uri for file in files if _is_listed(file.page))
        env.globals["content_policy"] = content_policy(serving=self._serving)
        use_shells(env)
        return env

    def on_page_context(self, context: Any, *, page: Page, **_: Any) -> Any:
        """Show the page its own language's menu, names and switch; for a generated page its press does."""
        assert self._around is not None
        if isinstance(page, GeneratedPage):
            return context
        around, path = self._around, page.file.src_uri
        return around.dress(context, page.meta["lang"], around.languages(path), around.head(page))

    def on_post_page(self, output: str, *, page: Page, **_: Any) -> str:
        """Mend what no template block reaches."""
        return output if isinstance(page, GeneratedPage) else mend_html(output, page.meta["lang"])

    def on_post_template(self, output_content: str, *, template_name: str, **_: Any) -> str:
        """The same for the page of missing pages."""
        return mend_html(output_content, "ar") if template_name == "404.html" else output_content

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put every article's Markdown beside its HTML, and write the search and the files for programs."""
        out = Path(config.site_dir)
        addresses = Addresses(config.site_url or "")
        for path, text in machine_files(self._sites, addresses):
            write_changed(out / path, text)
        for path, text in sitemap_files(self._sites["ar"], self._listed, addresses):
            write_changed(out / path, text)
        try:
            write_bundle(out / "pagefind", self._sites)
        except DigestError as error:
            raise PluginError(str(error)) from error
        pages = self._pages(config)
        for path in sorted(path for path in self._paths if "/articles/" in path):
            source, target = pages / path, out / path
            if source.is_file():
                write_changed(target.with_suffix("") / "article.md", source.read_text("utf-8"))
        if self._press:
            self._press.kept.tidy()
        self._lock.release()

    def on_build_error(self, *, error: Exception, **_: Any) -> None:
        """Let the next build begin; say in a line what could not be written."""
        self._lock.release()
        if isinstance(error, DigestError | OSError):
            raise PluginError(f"digest: {error}") from error


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent


def _is_listed(page: Page | None) -> bool:
    """Whether search engines may list a page."""
    return page is not None and page.meta.get("robots") != "noindex"


def _report(errors: Collection[FileError], level: int = logging.ERROR) -> None:
    for error in errors:
        place = error.file if error.line is None else f"{error.file}:{error.line}"
        log.log(level, printable(f"{place}: {error.message}".replace("\n", " ")))


def _edit_address(config: MkDocsConfig, path: str) -> str | None:
    """Where a file of `content/` can be edited, as `repo_url` and `edit_uri` of mkdocs.yml say."""
    file = File(path, config.docs_dir, config.site_dir, use_directory_urls=False)
    return Page(None, file, config).edit_url
