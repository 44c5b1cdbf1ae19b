"""The digest's pages inside MkDocs: they take the quick way to HTML.

`GeneratedPage` is handed to MkDocs in place of its own page: it reads no front matter and renders nothing
until its template is rendered. Then `Press` makes its content and puts it into a shell that pages of its
kind share.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from digest.formats import Head
from digest.plugin.keeping import Keeper
from digest.plugin.marking import HEADING, Asked, Marked, field_of, marked_page, use_true_addresses
from digest.plugin.surroundings import Surroundings
from digest.plugin.texts import Texts
from digest.press import Content, Converter, Shell, mark
from digest.render import Output, PageSource
from digest.render.chrome import mend_html
from digest.render.notes import Fact

Render = Callable[[Any], str]
Shown = dict[str, Any]
"""What templates use of a page's front matter, as plain values."""
_SHOWN = ("title", "description", "date", "kind", "robots", "hide", "lang", "dir")


def shown_of(output: Output) -> Shown | None:
    """What templates need of a page; None for a file that is no page."""
    if not isinstance(output, PageSource):
        return None
    head = output.head
    shown = {
        key: str(head[key]) if isinstance(head[key], str) else head[key] for key in _SHOWN if key in head
    }
    return {**shown, "article": {"id": head["article"]["id"]}} if "article" in head else shown


class GeneratedFile(File):
    """A file of the digest. Its places on the disk are put together when they are asked for."""

    def __init__(self, path: str, config: MkDocsConfig, texts: Texts) -> None:
        super().__init__(path, None, config.site_dir, config.use_directory_urls)
        self.src_uri = path  # the same text, not one that equals it
        self.generated_by = "digest"
        self._texts = texts

    @property
    def abs_src_path(self) -> str:
        """Where it is written as the tree has it."""
        return str(self._texts.folder / self.src_uri)

    @property
    def abs_dest_path(self) -> str:
        """Where it is in the site."""
        return str(Path(self.dest_dir, self.dest_uri))

    def copy_file(self, dirty: bool = False) -> None:
        """Copy a file that is no page into the site: as it was made, whatever became of it since."""
        self._texts.read(self.src_uri)
        super().copy_file(dirty)


class GeneratedPage(Page):
    """A page of the digest; its Markdown waits in a file."""

    press: Press

    def __init__(self, file: File, config: MkDocsConfig, shown: Shown, press: Press) -> None:
        super().__init__(shown["title"], file, config)
        self.edit_url = None
        self.press = press
        self.take(shown)

    def take(self, shown: Shown) -> None:
        """Show this front matter to the templates, as it is: whoever else may change it is given a copy."""
        self.title = shown["title"]
        self.meta = shown

    def read_source(self, *_: Any) -> None:
        """Nothing: what the templates need is known, and the text is read when it is due."""
        self.markdown = ""

    def render(self, *_: Any) -> None:
        """Nothing yet: contents of ten thousand pages would not fit into memory together."""
        self.content = ""


class ShellTemplate(Template):
    """A template of the theme that renders generated pages through their press."""

    def render(self, *args: Any, **named: Any) -> str:
        """The page; every other context as ever."""
        context = dict(*args, **named)
        page = context.get("page")
        if isinstance(page, GeneratedPage):
            return page.press.page(page, context, super().render)
        return super().render(context)


def use_shells(env: Environment) -> None:
    """Let the templates of an environment render generated pages the quick way."""
    env.template_class = ShellTemplate
    use_true_addresses(env)


@dataclass(eq=False)
class Press:
    """Makes the HTML of generated pages."""

    texts: Texts
    """Their Markdown."""
    converter: Converter
    note: Callable[[str, Collection[Fact]], None]
    """Is told the path of a page, and the facts that are read for what is round its text."""
    keeper: Keeper | None = None
    """Keeps the HTML, where it is to be kept."""
    surroundings: Surroundings | None = None
    _shells: dict[tuple[Any, ...], Shell | None] = field(default_factory=dict)

    def page(self, page: GeneratedPage, context: dict[str, Any], render: Render) -> str:
        """The HTML of a page; `render` makes it of a context the slow way."""
        assert self.surroundings is not None
        path, around = page.file.src_uri, self.surroundings
        content = self.converter.convert(path, self._body(path))
        languages = around.languages(path)
        with around.sites["ar"].index.notes.taken() as facts:
            head = around.head(page)
        self.note(path, facts)
        switch = next((link.href for link in languages if not link.current), "")
        fields = {"switch": switch, "head": head.html, "foot": head.foot, **_fields(page, content)}
        one, key = _Rendering(page, content, context, around, render), _shape(page, content)
        if key not in self._shells:
            self._shells[key] = one.shell(fields)
        shell = self._shells[key]
        html = shell.fill(fields) if shell else one.whole(head)
        if self.keeper:
            self.keeper.put_page(
                page.file.dest_uri, repr(languages), html.encode("utf-8", "xmlcharrefreplace")
            )
        return html

    def place(self, page: GeneratedPage, site: Path) -> bool:
        """Write a page as it was kept, into the folder of the site; False where it has to be made."""
        assert self.surroundings is not None
        languages = self.surroundings.languages(page.file.src_uri)
        return bool(self.keeper and self.keeper.place_page(page.file.dest_uri, repr(languages), site))

    def _body(self, path: str) -> str:
        text = self.texts.read(path).decode()
        return text[text.index("\n---\n", 3) + 5 :].strip("\n")


@dataclass(frozen=True)
class _Rendering:
    """One page, and what it takes to render its template."""

    page: GeneratedPage
    content: Content
    context: dict[str, Any]
    around: Surroundings
    render: Render

    def shell(self, fields: Collection[str]) -> Shell | None:
        """The shell of all pages of its shape; None where their template asks for more than one has."""
        asked = Asked()
        languages = [
            link if link.current else Marked(link, href=field_of("switch", asked))
            for link in self.around.languages(self.page.file.src_uri)
        ]
        head = Head(mark("head"), mark("foot"))
        shell = Shell(self._rendered(marked_page(self.page, self.content, asked), languages, head))
        return None if asked.more or not shell.takes(fields) else shell

    def whole(self, head: Head) -> str:
        """The page by itself, with nothing marked."""
        toc = get_toc(cast(Any, deepcopy(self.content.toc)))
        page = Marked(self.page, content=self.content.html, toc=toc)
        return self._rendered(page, self.around.languages(self.page.file.src_uri), head)

    def _rendered(self, page: Any, languages: Any, head: Head) -> str:
        language = self.page.meta["lang"]
        context = self.around.dress(self.context.copy(), language, languages, head)
        return mend_html(self.render({**context, "page": page}), language)


def _shape(page: GeneratedPage, content: Content) -> tuple[Any, ...]:
    """What decides what a page's shell looks like: pages that agree in it differ in their fields only."""
    meta, url = page.meta, page.url
    place = (url.count("/"), *url.split("/")[:2])
    menu = url if page.parent is not None else None
    given = (bool(page.meta.get("description")), bool(page.canonical_url), HEADING in content.html)
    neighbours = tuple(other and other.url for other in (page.previous_page, page.next_page))
    hidden = tuple(meta.get("hide", ()))
    return (place, menu, meta["lang"], meta.get("kind"), meta.get("robots"), hidden, given, neighbours) + (
        tuple(_levels(content.toc)) if "toc" not in hidden else (bool(content.toc),)
    )


def _levels(toc: Sequence[dict[str, Any]], depth: int = 0) -> Iterator[int]:
    for item in toc:
        yield depth
        yield from _levels(item["children"], depth + 1)


def _fields(page: GeneratedPage, content: Content) -> dict[str, str]:
    fields = {
        "title": page.meta["title"],
        "description": page.meta.get("description", ""),
        "canonical": page.canonical_url or "",
        "content": content.html,
        f"content{HEADING}": content.html,
    }
    for number, item in enumerate(_items(content.toc)):
        # Its template says it once more, inside an attribute.
        fields[f"name {number}"] = item["name"].replace('"', "&quot;")
        fields[f"id {number}"] = item["id"]
    return fields


def _items(toc: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for item in toc:
        yield item
        yield from _items(item["children"])
