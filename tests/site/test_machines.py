"""What the built site offers programs, and what its pages may not do: links, site map, security policy."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import feedparser
import pytest
from lxml import etree, html
from playwright.sync_api import Browser, Page

from tests.site.kinds import addresses
from tests.site.project import build, copy_project
from tests.site.watching import watched

LANGUAGES = ("ar", "en")
SITE_MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
DATA_TYPES = ("application/json", "application/ld+json")


def pages(site: Path) -> Iterator[tuple[str, html.HtmlElement]]:
    """(address from the root, parsed HTML) of every page."""
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix().removesuffix("index.html"), html.parse(str(path)).getroot()


def file_at(site: Path, address: str) -> Path:
    """The file that a server gives for an address from the root."""
    path = site / urlsplit(address).path.lstrip("/")
    return path / "index.html" if path.is_dir() else path


# what stands in pages


def test_no_page_has_a_script_or_style_of_its_own(built_site: Path) -> None:
    for address, page in pages(built_site):
        for script in page.iter("script"):
            assert script.get("src") or script.get("type") in DATA_TYPES, (address, script.text)
        assert not page.xpath("//style | //@style"), address
        assert not [name for name in page.xpath("//@*") if name.attrname.startswith("on")], address


def test_every_page_has_the_policies_first(built_site: Path) -> None:
    for address, page in pages(built_site):
        (policy,) = page.xpath("//head/meta[@http-equiv='Content-Security-Policy']")
        assert page.find("head").index(policy) == 0, address
        directives = dict(part.split(" ", 1) for part in policy.get("content").split("; "))
        assert "'unsafe-inline'" not in policy.get("content")
        assert directives["object-src"] == "'none'"
        assert directives["base-uri"] == directives["form-action"] == directives["connect-src"] == "'self'"
        (referrer,) = page.xpath("//head/meta[@name='referrer']/@content")
        assert referrer == "strict-origin-when-cross-origin"
        raw = etree.tostring(page.find("head"), encoding="unicode")
        assert raw.index("charset=") < 1024, address


def test_linked_formats_are_there(built_site: Path) -> None:
    seen = set()
    for address, page in pages(built_site):
        for link in page.xpath("//link[@rel='alternate']") + page.xpath("//a[@type]"):
            target = file_at(built_site, urljoin(f"/{address}", link.get("href")))
            assert target.is_file(), (address, link.get("href"))
            seen.add(link.get("type"))
    assert {"text/markdown", "application/json", "application/atom+xml", "application/feed+json"} <= seen
    assert {"application/x-bibtex", "application/x-research-info-systems"} <= seen


@pytest.mark.parametrize("language", LANGUAGES)
def test_articles_describe_themselves(built_site: Path, language: str) -> None:
    for path in sorted(built_site.glob(f"{language}/articles/*/index.html")):
        page = html.parse(str(path)).getroot()
        (script,) = page.xpath("//head/script[@type='application/ld+json']")
        data = json.loads(script.text)
        (canonical,) = page.xpath("//link[@rel='canonical']/@href")
        assert (data["@type"], data["inLanguage"], data["url"]) == ("NewsArticle", language, canonical)
        assert data["headline"] == " ".join(page.xpath("string(//h1)").removesuffix("¶").split())
        properties = {meta.get("property"): meta.get("content") for meta in page.xpath("//meta[@property]")}
        assert properties["og:type"] == "article"
        assert properties["og:url"] == canonical
        assert (path.parent / "article.md").read_text("utf-8").startswith("---\n")


# the site map and the feeds


def site_map(site: Path) -> dict[str, etree._Element]:
    """What the files that the index names say of each address."""
    index = etree.parse(str(site / "sitemap.xml"))
    root = next(iter(sorted(index.xpath("//s:loc/text()", namespaces=SITE_MAP)))).rpartition("/")[0]
    found = {}
    for name in index.xpath("/s:sitemapindex/s:sitemap/s:loc/text()", namespaces=SITE_MAP):
        tree = etree.parse(str(file_at(site, name.removeprefix(root))))
        found.update({url.findtext("s:loc", namespaces=SITE_MAP): url for url in tree.getroot()})
    return found


def test_the_site_map_pairs_the_languages(built_site: Path) -> None:
    listed = {
        location: {link.get("hreflang"): link.get("href") for link in url.findall("x:link", SITE_MAP)}
        for location, url in site_map(built_site).items()
    }
    root = next(iter(sorted(listed, key=len)))
    for location, links in listed.items():
        assert file_at(built_site, location.removeprefix(root)).is_file(), location
        if location == root:
            continue
        assert links[location.removeprefix(root).partition("/")[0]] == location
        assert links.get("x-default") == links.get("ar")
        assert all(listed[other] == links for other in links.values()), location
    assert sum(set(links) == {"ar", "en", "x-default"} for links in listed.values()) > 20


def test_the_site_map_has_every_page_that_may_be_found(built_site: Path) -> None:
    listed = site_map(built_site)
    root = next(iter(sorted(listed, key=len)))
    for address, page in pages(built_site):
        hidden = address == "404.html" or page.xpath("//meta[@name='robots'][@content='noindex']")
        assert (root + address in listed) != bool(hidden), address


def test_the_site_map_has_days_of_publication_only(built_site: Path) -> None:
    assert not (built_site / "sitemap.xml.gz").exists()
    known = {
        item["published"]["edtf"] for item in json.loads((built_site / "digest.json").read_text())["articles"]
    }
    days = [
        day
        for url in site_map(built_site).values()
        for day in url.xpath("s:lastmod/text()", namespaces=SITE_MAP)
    ]
    assert days
    assert set(days) <= known


@pytest.mark.parametrize("language", LANGUAGES)
def test_feeds_lead_to_pages_of_their_language(built_site: Path, language: str) -> None:
    feeds = [*built_site.glob(f"{language}/feed.xml"), *built_site.glob(f"{language}/topics/*/feed.xml")]
    assert len(feeds) > 5
    for path in feeds:
        feed = feedparser.parse(path.read_bytes())
        assert not feed.bozo
        for entry in feed.entries:
            page = file_at(built_site, urlsplit(entry.link).path)
            assert html.parse(str(page)).getroot().get("lang") == language


# in the browser


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that notes every violation of its policy, error, failed answer and request elsewhere."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(
        "addEventListener('securitypolicyviolation',"
        " e => console.error('policy', e.violatedDirective, e.blockedURI))"
    )
    faults = watched(page, address)
    yield page
    context.close()
    assert not faults


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_breaks_its_policy(page: Page, address: str, built_site: Path, language: str) -> None:
    for path in addresses(built_site, language).values():
        page.goto(address + path)
        page.wait_for_load_state("networkidle")
        assert page.locator("html").get_attribute("class") == "js", path


def test_the_choice_of_colours_lasts(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(address + "/ar/timeline/")
    scheme = page.locator("body")
    assert scheme.get_attribute("data-md-color-scheme") == "default"
    page.locator("label[for='__palette_1']").click()
    assert scheme.get_attribute("data-md-color-scheme") == "slate"
    page.goto(address + "/en/")
    assert scheme.get_attribute("data-md-color-scheme") == "slate"


@pytest.mark.parametrize(("language", "query"), [("ar", "بوتين"), ("en", "Putin")])
def test_search_works_under_the_policy(page: Page, address: str, language: str, query: str) -> None:
    page.goto(f"{address}/{language}/search/?q={query}")
    page.locator("main a[href*='/articles/']").first.wait_for(timeout=15000)


def test_the_policy_stops_a_script_in_the_page(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + "/ar/")
    page.evaluate(
        """() => {
          const script = document.createElement('script')
          script.textContent = 'window.ran = true'
          document.body.append(script)
        }"""
    )
    assert page.evaluate("window.ran") is None
    context.close()


# without an address


def test_a_site_without_an_address_is_built_all_the_same(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    settings = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(re.sub(r"(?m)^site_url:.*\n", "", settings), "utf-8")
    run = build(project)
    assert run.returncode == 0, run.stdout
    feed = json.loads((project / "site" / "ar" / "feed.json").read_text("utf-8"))
    assert file_at(project / "site", urljoin("/ar/feed.json", feed["items"][0]["url"])).is_file()
