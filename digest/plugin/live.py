"""Keeps a served site up to date: what a saved file touches is made anew and written, nothing else.

The result is what a full build gives. Where a change cannot be followed (the vocabulary, mkdocs.yml, a page
that a person wrote, a theme), everything is built. The search and the site map follow in the background.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection, Iterator
from functools import partial
from pathlib import Path
from threading import Condition, Thread

from mkdocs.commands.build import get_context
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from digest.errors import DigestError
from digest.files import Lock, write_changed
from digest.model import Digest
from digest.plugin.building import Build, report
from digest.plugin.pages import GeneratedPage
from digest.plugin.watching import changed_files
from digest.render import Output, PageSource, changes, sites_of
from digest.render.notes import Fact

log = logging.getLogger("mkdocs.plugins.digest")


class LiveSite:
    """What a server calls when files were written, in the place of a full build."""

    def __init__(self, current: Callable[[], Build | None], build: Callable[[], None], lock: Lock) -> None:
        self._current = current
        self._build = build
        self._lock = lock
        self._search = _Background()

    def __call__(self) -> None:
        """Bring the site up to date."""
        build, start = self._current(), time.perf_counter()
        if build and not (changed := self._changed(build)):
            return
        count = self._followed(build, changed) if build else None
        if build is None or count is None:
            self._search.wait()
            self._build()
            return
        log.info("%d pages made anew in %.2f seconds", count, time.perf_counter() - start)
        self._search.do(partial(build.write_lookups, sites_of(build.digest), build.listed()))

    def settle(self) -> None:
        """Wait until the search is up to date."""
        self._search.wait()

    def _changed(self, build: Build) -> frozenset[Path]:
        before, build.stamps = build.stamps, build.inputs()
        return changed_files(before, build.stamps)

    def _followed(self, build: Build, changed: Collection[Path]) -> int | None:
        try:
            self._lock.acquire(build.cache / "lock")
            return _follow(build, changed)
        except (DigestError, OSError) as fault:
            log.warning("%s; everything is built anew", fault)
            return None
        finally:
            self._lock.release()


def _follow(build: Build, changed: Collection[Path]) -> int | None:
    """Update a build; how many pages were made anew, None where everything has to be."""
    if not build.fast or build.around is None or build.env is None:
        return None
    before, errors = build.sites["ar"], build.digest.errors
    digest = build.project.follow(changed)
    if digest is None:
        return None
    build.take(digest)
    facts = changes(before, build.sites["ar"])
    pages = list(_changed_pages(build, facts))
    for page in pages:
        _write_page(build, page)
    build.write_machine_files(facts)
    _report_new(digest, errors)
    return len(pages)


def _changed_pages(build: Build, facts: Collection[Fact]) -> Iterator[Page]:
    """The pages that are to be written anew; files that are no pages are written, or removed, here."""
    touched = [(path, output) for path, output in build.made(facts) if _take(build, path, output)]
    build.list_pages()
    for path, output in touched:
        file = build.files.get_file_from_path(path)
        if file and isinstance(output, PageSource) and isinstance(file.page, GeneratedPage):
            file.page.take(output)
            yield file.page
    for page, read in list(build.written.values()):
        if not read.isdisjoint(facts):
            yield page


def _take(build: Build, path: str, output: Output | None) -> bool:
    """Keep what a unit made; whether it is a page that a reader sees."""
    file = build.files.get_file_from_path(path)
    if output is None:
        _remove(build, path, file)
        return False
    build.press.put(path, output)
    build.write_beside(path)
    if file is None:
        file = build.hand(path, output)
    if not isinstance(output, PageSource):
        write_changed(Path(file.abs_dest_path), output.text)
    return isinstance(output, PageSource)


def _remove(build: Build, path: str, file: File | None) -> None:
    if file is None or not file.generated_by:
        return
    build.files.remove(file)
    target = Path(file.abs_dest_path)
    for gone in (target, target.with_name("article.md"), build.pages / path):
        gone.unlink(missing_ok=True)
    if target.name == "index.html" and not any(target.parent.iterdir()):
        target.parent.rmdir()


def _write_page(build: Build, page: Page) -> None:
    """What MkDocs does with a page in a build."""
    assert build.around
    assert build.env
    config, nav = build.config, build.around.nav
    if not isinstance(page, GeneratedPage):
        page.read_source(config)
        page.markdown = config.plugins.on_page_markdown(
            page.markdown or "", page=page, config=config, files=build.files
        )
        page.render(config, build.files)
        page.content = config.plugins.on_page_content(
            page.content or "", page=page, config=config, files=build.files
        )
    page.active = True
    template = build.env.get_template(page.meta.get("template", "main.html"))
    context = get_context(nav, [], config, page)
    context = config.plugins.on_page_context(context, page=page, config=config, nav=nav)
    html = config.plugins.on_post_page(template.render(context), page=page, config=config)
    page.active = False
    write_file(html.encode("utf-8", errors="xmlcharrefreplace"), page.file.abs_dest_path)


def _report_new(digest: Digest, known: Collection[object]) -> None:
    report([error for error in digest.errors if error not in known])


class _Background:
    """Does the newest of the jobs it is given, one at a time, beside everything else."""

    def __init__(self) -> None:
        self._job: Callable[[], None] | None = None
        self._busy = False
        self._changed = Condition()
        Thread(target=self._work, daemon=True).start()

    def do(self, job: Callable[[], None]) -> None:
        """Do a job next, in the place of one that has not begun."""
        with self._changed:
            self._job = job
            self._changed.notify_all()

    def wait(self) -> None:
        """Wait until nothing is to be done."""
        with self._changed:
            self._changed.wait_for(lambda: self._job is None and not self._busy)

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._job is not None)
                job, self._job, self._busy = self._job, None, True
            start = time.perf_counter()
            try:
                if job:
                    job()
                log.info("search index written in %.2f seconds", time.perf_counter() - start)
            except (DigestError, OSError) as fault:
                log.error(f"the search index is not up to date: {fault}")
            with self._changed:
                self._busy = False
                self._changed.notify_all()
