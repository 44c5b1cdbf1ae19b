"""Writes what changed of a served site: what MkDocs does with a page in a build, for some pages alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import get_context
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from digest.files import remove_empty, write_changed
from digest.plugin.building import Build
from digest.plugin.pages import GeneratedPage, shown_of
from digest.render import Output, PageSource


def taken(build: Build, outputs: Iterable[tuple[str, Output | None]]) -> list[Page]:
    """Keep what units made; the pages to be written. Files that are no pages are written here."""
    made = [(path, output) for path, output in outputs if _take(build, path, output)]
    build.list_pages()
    pages = list[Page]()
    for path, output in made:
        file = build.files.get_file_from_path(path)
        shown = shown_of(output) if output else None
        if file and shown and isinstance(file.page, GeneratedPage):
            file.page.take(shown)
            pages.append(file.page)
    return pages


def _take(build: Build, path: str, output: Output | None) -> bool:
    """Keep what a unit made; whether it is a page that a reader sees."""
    file = build.files.get_file_from_path(path)
    if output is None:
        _remove(build, path, file)
        return False
    build.texts.put(path, output)
    build.texts.write_beside(path, Path(build.config.site_dir))
    if file is None:
        file = build.hand(path, shown_of(output))
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
    # Files for programs may still be in the folder; it goes with the last of them.
    remove_empty(Path(build.config.site_dir), target.parent)


def write_pages(build: Build, pages: Iterable[Page]) -> None:
    """Write pages."""
    for page in pages:
        _write_page(build, page)


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
    with _current(page):
        template = build.env.get_template(page.meta.get("template", "main.html"))
        context = get_context(nav, [], config, page)
        context = config.plugins.on_page_context(context, page=page, config=config, nav=nav)
        html = config.plugins.on_post_page(template.render(context), page=page, config=config)
    write_file(html.encode("utf-8", errors="xmlcharrefreplace"), page.file.abs_dest_path)


@contextmanager
def _current(page: Page) -> Iterator[None]:
    """Inside, menus show the page as the one that is read; whoever waits may end its making anywhere."""
    page.active = True
    try:
        yield
    finally:
        page.active = False
