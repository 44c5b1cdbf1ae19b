"""The site map as an index of files: the protocol's structure, pairs of languages, what changes with what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from lxml import etree

from digest.formats import Addresses, sitemap_files
from digest.formats import sitemap as module
from digest.render import sites_of
from tests.formats import SITE, made_digest
from tests.made import article

SPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
ARTICLES = (
    article("a", ["خبر."], published="2022-02-04"),
    article("b", ["خبر."], published="2021-02"),
    article("c", ["خبر."]),
)
PAGES = frozenset(
    f"{language}/{name}.md"
    for language in ("ar", "en")
    for name in ("index", "timeline", "timeline/2022", "people/index", "people/x", "articles/a", "articles/b")
) | {"index.md", "ar/articles/c.md"}


def written(pages: Iterable[str] = PAGES, site: str = SITE) -> dict[str, str]:
    digest = made_digest(*ARTICLES)
    return dict(sitemap_files(sites_of(digest)["ar"], frozenset(pages), Addresses(site)))


def urls(text: str) -> dict[str, dict[str, str]]:
    """The addresses of a file, each with its alternates."""
    root = etree.fromstring(text.encode())
    assert root.tag == f"{{{SPACES['s']}}}urlset"
    found = {}
    for url in root:
        assert url[0].tag.endswith("}loc")
        assert {child.tag.rpartition("}")[2] for child in url} <= {"loc", "lastmod", "link"}
        links = {link.get("hreflang"): link.get("href") for link in url.findall("x:link", SPACES)}
        found[url.findtext("s:loc", namespaces=SPACES)] = links
    return found


def test_the_index_names_every_file_and_every_page_is_in_one() -> None:
    files = written()
    root = etree.fromstring(files["sitemap.xml"].encode())
    assert root.tag == f"{{{SPACES['s']}}}sitemapindex"
    named = [item.findtext("s:loc", namespaces=SPACES).removeprefix(SITE) for item in root]
    assert sorted(named) == sorted(set(files) - {"sitemap.xml"})
    assert all("/" not in name for name in named)  # a file may name only what lies below its own folder
    listed = [url for name in named for url in urls(files[name])]
    assert len(listed) == len(set(listed)) == len(PAGES)
    assert f"{SITE}en/timeline/2022/" in listed


def test_pages_are_together_by_language_folder_and_year() -> None:
    assert set(urls(written()["sitemap-ar-articles-2022.xml"])) == {f"{SITE}ar/articles/a/"}
    assert {name.removeprefix("sitemap-").removesuffix(".xml") for name in written()} == {
        "sitemap",
        "root",
        *(f"{language}-{name}" for language in ("ar", "en") for name in ("pages", "people", "timeline")),
        *(
            "ar-articles-2022",
            "ar-articles-2021",
            "ar-articles-undated",
            "en-articles-2022",
            "en-articles-2021",
        ),
    }


def test_addresses_in_both_languages_point_to_each_other() -> None:
    files = written()
    listed = {
        url: links
        for name, text in files.items()
        if name != "sitemap.xml"
        for url, links in urls(text).items()
    }
    both = {"ar": f"{SITE}ar/people/x/", "en": f"{SITE}en/people/x/", "x-default": f"{SITE}ar/people/x/"}
    assert listed[both["ar"]] == listed[both["en"]] == both
    assert set(listed[f"{SITE}ar/articles/c/"]) == {"ar", "x-default"}
    assert listed[SITE] == {}


def test_days_of_publication_are_the_only_times() -> None:
    text = "".join(written().values())
    assert text.count("<lastmod>2022-02-04</lastmod>") == text.count("<lastmod>") == 2


def test_a_new_article_changes_its_own_files_alone() -> None:
    before, after = (
        written(PAGES - {"ar/articles/a.md", "en/articles/a.md"} | {"ar/articles/a.md"}),
        written(),
    )
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {"sitemap.xml", "sitemap-ar-articles-2022.xml", "sitemap-en-articles-2022.xml"}


def test_long_files_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 2)
    files = written({f"ar/people/{n}.md" for n in range(5)})
    assert [len(urls(files[f"sitemap-ar-people{end}.xml"])) for end in ("", "-2", "-3")] == [2, 2, 1]


def test_addresses_are_written_as_the_protocol_wants() -> None:
    made = replace(ARTICLES[0], slug="خبر&<")
    pages = frozenset({f"ar/articles/{made.slug}.md"})
    files = dict(sitemap_files(sites_of(made_digest(made))["ar"], pages, Addresses(SITE)))
    assert list(urls(files["sitemap-ar-articles-2022.xml"])) == [
        f"{SITE}ar/articles/%D8%AE%D8%A8%D8%B1%26%3C/"
    ]


def test_without_an_address_there_is_no_site_map() -> None:
    assert not written(site="")
