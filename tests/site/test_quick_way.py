"""Each shortcut beside what it stands for: pages by MkDocs, shells by the theme, the words of the search.

One project has it all: the seeds, made articles of several on a day and none at all, HTML, titles that would
be more than text, articles without English, a page that a person wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from mkdocs.commands.build import build as build_here
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.toc import get_toc

from digest.model import Article
from digest.pipeline import build_digest
from digest.plugin.marking import Marked
from digest.plugin.pages import Press
from digest.render import Site, sites_of
from digest.render.chrome import mend_html
from digest.search import search_records, search_words
from digest.search.records import END, JOIN, names_of
from tests.bench.archive import archive
from tests.hostile.made import BODY
from tests.site.kinds import LANGUAGES
from tests.site.project import build, copy_project

TITLES = (
    'الوزير <script>alert(1)</script> & "يعلن" اتفاقا',
    "# عنوان *مائل* [رابط](x.md) `رمز` | عمود {: .a #b }",
    "{{ config }} {% raw %} &amp; &#1608; <!-- --> $1 \\1",
    "عنوان يحمل C++ وعبارة English words في وسطه",
)
HTML = """<!doctype html><title>الوزير يعلن اتفاقا جديدا في القاهرة</title>
<meta property="article:published_time" content="2022-02-05T10:00:00Z"><body><article>
<h1>الوزير يعلن اتفاقا جديدا في القاهرة</h1>
<p>قال الوزير في القاهرة إن حجم التبادل بلغ 25 مليون دولار خلال العام الماضي بعد توقيع الاتفاق.</p>
<h2>تفاصيل الاتفاق الجديد</h2>
<p>وأضاف الوزير في القاهرة أن حجم التبادل بلغ 25 مليون دولار خلال العام الماضي بحسب البيان.</p></article>"""
UNDATED = """الوزير يعلن اتفاقا جديدا في القاهرة

قال الوزير في القاهرة إن حجم التبادل سيزيد بعد توقيع الاتفاق، وإن الوفود ستلتقي لبحث جدول تنفيذه.
"""
DATED = "---\ntitle: '{}'\ndate: 2024-03-05\n---\n\n{}"

ADDED = ("digest-place", "headerlink", "digest-gloss", "digest-note")
"""What a page says beside an article's own words: links to places, what a translator says."""


@dataclass
class Pair:
    """A project built both ways."""

    quick: Path
    stock: Path
    project: Path
    shells: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Of each page its shell as it was filled, and what the theme renders of the same page."""


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """The project; the quick build is here, where each page is rendered the slow way beside it."""
    project = rich_project(tmp_path_factory.mktemp("rich") / "project")
    pair = Pair(project.with_name("quick"), project / "site", project)
    with pytest.MonkeyPatch.context() as patch:
        watch_shells(patch, pair.shells)
        dict(MkDocsConfig._schema)["plugins"].plugin_cache.clear()
        build_here(load_config(config_file=str(project / "mkdocs.yml"), site_dir=str(pair.quick)))
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("  - digest\n", "  - digest: {fast: false}\n"))
    run = build(project)
    assert run.returncode == 0, run.stdout
    return pair


def rich_project(folder: Path) -> Path:
    """Some of everything."""
    project = copy_project(folder)
    seeds = project / "seeds"
    for name, text in archive(15):
        (seeds / name).write_text(text, "utf-8")
    for number, title in enumerate(TITLES):
        one_day = DATED.format(title.replace("'", "''"), BODY.format(number=number).partition("\n\n")[2])
        (seeds / f"title-{number}.md").write_text(one_day, "utf-8")
    (seeds / "page.html").write_text(HTML, "utf-8")
    (seeds / "undated.txt").write_text(UNDATED, "utf-8")
    by_hand = "# مزيد\n\n[ا](articles/page.md) [ب](people/index.md)\n\n" + "- *بند*\n" * 3
    (project / "content" / "ar" / "more.md").write_text(by_hand, "utf-8")
    return project


def watch_shells(patch: pytest.MonkeyPatch, shells: dict[str, tuple[str, str]]) -> None:
    """Render each page also as the theme does, with nothing marked."""
    make = Press.page

    def page(self: Press, page: Any, context: dict[str, Any], render: Any) -> str:
        path, around = page.file.src_uri, self.surroundings
        assert around
        content = self.converter.convert(path, self._body(path))
        whole = Marked(page, content=content.html, toc=get_toc(deepcopy(list(content.toc))))
        stock = around.dress(
            {**context, "page": whole}, page.meta["lang"], around.languages(path), around.head(page)
        )
        rendered = mend_html(render(stock), page.meta["lang"])
        shells[path] = make(self, page, context, render), rendered
        return shells[path][0]

    patch.setattr(Press, "page", page)


def test_the_quick_way_gives_what_mkdocs_gives(pair: Pair) -> None:
    """The same files; of pages the same but for white space round blocks."""
    slow = {path.relative_to(pair.stock) for path in pair.stock.rglob("*") if path.is_file()}
    assert slow == {path.relative_to(pair.quick) for path in pair.quick.rglob("*") if path.is_file()}
    assert len([path for path in slow if "articles" in path.parts and path.suffix == ".html"]) > 50
    for path in slow:
        quick, stock = (folder / path for folder in (pair.quick, pair.stock))
        if path.suffix == ".html":
            assert without_space(quick) == without_space(stock), path
        elif path.suffix != ".gz":
            assert quick.read_bytes() == stock.read_bytes(), path


_BLOCKS = "address|article|aside|blockquote|d[dlt]|div|figure|h[1-6]|li|ol|p|section|table|ul"


def without_space(page: Path) -> str:
    """The HTML of a page, white space single, and none beside a block's tag."""
    text = re.sub(r"\s+", " ", page.read_text("utf-8"))
    return re.sub(rf" ?(</?(?:{_BLOCKS})\b[^>]*>) ?", r"\1", text)


def test_a_filled_shell_is_what_the_theme_renders(pair: Pair) -> None:
    assert len(pair.shells) > 100
    for path, (filled, rendered) in pair.shells.items():
        assert filled == rendered, path


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_has_the_words_of_the_page_as_mkdocs_renders_it(pair: Pair, language: str) -> None:
    site = sites_of(build_digest(pair.project))[language]  # type: ignore[index]  # because it is one of them
    found = {record.url: record for record in search_records(site)}
    for article in filter(site.enters, site.digest.articles):
        url = f"{language}/articles/{article.slug}/"
        page = html.fromstring((pair.stock / url / "index.html").read_text("utf-8"))
        words = {word.removesuffix(END) for word in found.pop(url).content.split() if JOIN not in word}
        shown = stems(*texts(page, "headline", "digest-summary", "digest-sentence", "digest-subhead"))
        assert len(shown) > 5
        assert shown <= words, url
        more = stems(*texts(page, "digest-deck", "digest-label"), *names(site, article))
        assert words <= shown | more, url
    assert not found


def stems(*texts: str) -> set[str]:
    """The words of some texts as the search compares them."""
    return {word for text in texts for word in search_words(text)}


def texts(page: html.HtmlElement, *places: str) -> Iterator[str]:
    """What a reader sees at some places (id or class) of an article's page, but for `ADDED`."""
    for place in places:
        for element in page.xpath(f"//*[@id='{place}']") or page.find_class(place):
            own = deepcopy(element)
            for name in ADDED:
                for added in own.find_class(name):
                    added.drop_tree()
            yield own.text_content()


def names(site: Site, article: Article) -> Iterator[str]:
    """The names that an article is tagged with or comes from, and its credits as the seed has them."""
    extract = article.extract
    yield from (part.text for part in (extract.byline, extract.source, extract.dateline) if part)
    for id_ in (*site.index.tags_of(article), *site.index.source_ids(article)):
        if id_ in site.digest.vocabulary:
            yield from names_of(site.digest.vocabulary[id_])


def test_templates_of_ones_own_may_ask_for_anything(tmp_path: Path) -> None:
    """Each page shows its own date, address, letters, also where pages share a shell otherwise."""
    project = copy_project(tmp_path / "project")
    main = project / "overrides" / "main.html"
    asked = "{{ page.meta.date }} {{ page.url }} {{ page.title | upper }} {{ page.title | length }}"
    block = f"{{% block announce %}}{{% if page %}}{asked}{{% endif %}}{{% endblock %}}"
    main.write_text(main.read_text("utf-8") + block, "utf-8")
    pages = []
    for way in ("true", "false"):
        settings = project / "mkdocs.yml"
        text = re.sub(r"  - digest\b.*\n", f"  - digest: {{fast: {way}}}\n", settings.read_text("utf-8"))
        settings.write_text(text, "utf-8")
        run = build(project)
        assert run.returncode == 0, run.stdout
        pages.append({path: without_space(path) for path in (project / "site").rglob("*.html")})
    assert pages[0] == pages[1]
    shown = [text for path, text in pages[0].items() if "/en/people/" in path.as_posix()]
    own = [re.search(r">(en/people/[^ <]*) [A-Z]", text) for text in shown]
    assert len({found[1] for found in own if found}) == len(shown) > 3
