"""The built site in a real browser, as its readers use it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from time import sleep
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.site.kinds import addresses
from tests.site.watching import ARABIC_OUTSIDE

DIRECTIONS = {"ar": "rtl", "en": "ltr"}
OTHER = {"ar": "en", "en": "ar"}
PAGES = ("", "archive/", "timeline/", "topics/", "people/", "places/", "organisations/", "tags/", "about/")


def articles(site: Path, language: str) -> list[str]:
    """Addresses of a language's articles, from the root of the site."""
    return sorted(
        f"/{language}/articles/{path.parent.name}/" for path in site.glob(f"{language}/articles/*/index.html")
    )


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_says_its_language_and_direction(
    page: Page, address: str, built_site: Path, language: str
) -> None:
    for path in [f"/{language}/{name}" for name in PAGES] + articles(built_site, language):
        page.goto(address + path)
        root = page.locator("html")
        assert (root.get_attribute("lang"), root.get_attribute("dir")) == (language, DIRECTIONS[language])
        assert page.locator("body").evaluate("e => getComputedStyle(e).direction") == DIRECTIONS[language]
        assert page.locator("h1").count() == 1


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_switch_leads_to_the_same_page(page: Page, address: str, built_site: Path, language: str) -> None:
    other = OTHER[language]
    for path in [f"/{language}/{name}" for name in PAGES] + articles(built_site, language)[:1]:
        page.goto(address + path)
        page.locator(f"header a[hreflang={other}]").click()
        assert urlsplit(page.url).path == path.replace(f"/{language}/", f"/{other}/", 1)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_from_an_article_to_a_topic_and_back(
    page: Page, address: str, built_site: Path, language: str
) -> None:
    path = articles(built_site, language)[0]
    page.goto(address + path)
    page.locator("main a[href*='/topics/']").first.click()
    assert f"/{language}/topics/" in page.url
    back = page.locator(f"main a[href*='{path.split('/')[-2]}/']")
    back.first.click()
    assert urlsplit(page.url).path == path


@pytest.mark.parametrize("language", ["ar", "en"])
def test_from_the_tag_index_to_a_tag_and_its_articles(page: Page, address: str, language: str) -> None:
    page.goto(f"{address}/{language}/tags/")
    page.locator("main a.digest-tag").first.click()
    assert urlsplit(page.url).path != f"/{language}/tags/"
    page.locator("main a[href*='/articles/']").first.wait_for()
    page.go_back()
    assert urlsplit(page.url).path == f"/{language}/tags/"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_timeline_links_lead_to_the_sentence(page: Page, address: str, language: str) -> None:
    page.goto(f"{address}/{language}/timeline/")
    links = page.locator("main a[href*='/articles/'][href*='#s']")
    assert links.count() > 5
    for target in links.evaluate_all("links => links.slice(0, 5).map(link => link.href)"):
        page.goto(target)
        sentence = page.locator(f"#{urlsplit(target).fragment}")
        assert sentence.count() == 1
        assert len(sentence.inner_text()) > 10


def test_the_root_leads_to_both_languages(page: Page, address: str) -> None:
    page.goto(address + "/")
    links = page.locator("main a[hreflang], main a[lang]").evaluate_all("links => links.map(a => a.pathname)")
    assert {"/ar/", "/en/"} <= set(links)


def test_no_arabic_in_english_pages_but_marked_as_such(page: Page, address: str, built_site: Path) -> None:
    for path in [f"/en/{name}" for name in PAGES] + articles(built_site, "en"):
        page.goto(address + path)
        assert page.evaluate(ARABIC_OUTSIDE) == [], path


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_is_wider_than_the_screen(
    page: Page, address: str, built_site: Path, language: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for path in [f"/{language}/{name}" for name in PAGES] + articles(built_site, language):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize(("wanted", "scheme"), [("light", "default"), ("dark", "slate")])
def test_colours_are_the_devices_until_a_reader_chooses(
    browser: Browser, address: str, wanted: Literal["light", "dark"], scheme: str
) -> None:
    context = browser.new_context(color_scheme=wanted)
    page = context.new_page()
    body = page.locator("body")
    for path in ("/", "/404.html", "/ar/"):
        page.goto(address + path)
        assert body.get_attribute("data-md-color-scheme") == scheme
    page.locator("[data-md-component=palette] label:visible").click()
    chosen = body.get_attribute("data-md-color-scheme")
    assert chosen != scheme
    page.goto(f"{address}/en/timeline/")
    assert body.get_attribute("data-md-color-scheme") == chosen
    context.close()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_contents_follow_the_reader(page: Page, address: str, built_site: Path, language: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 700})
    page.goto(address + articles(built_site, language)[0])
    active = page.locator(".md-nav--secondary a[aria-current=location]")
    link = page.locator(".md-nav--secondary a[href^='#']").nth(2)
    link.click()
    expect(active).to_have_attribute("href", link.get_attribute("href") or "")
    box = active.bounding_box()
    assert box
    assert 0 <= box["y"] < 700


@pytest.mark.parametrize("language", ["ar", "en"])
def test_who_turns_back_is_offered_the_way_to_the_top(
    page: Page, address: str, built_site: Path, language: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(address + articles(built_site, language)[0])
    top = page.locator(".md-top")
    expect(top).to_be_hidden()
    page.evaluate("scrollTo(0, 2500)")
    page.wait_for_timeout(100)
    page.evaluate("scrollTo(0, 2300)")
    expect(top).to_be_in_viewport()
    top.click()
    page.wait_for_function("scrollY === 0")
    expect(top).to_be_hidden()


SHIFTED = """new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => { sum += entry.value; }))
    .observe({type: "layout-shift", buffered: true});
  document.fonts.ready.then(() => setTimeout(() => done(sum), 300));
})"""


def test_an_arabic_face_that_comes_late_moves_nothing_in_english_pages(
    browser: Browser, address: str, built_site: Path
) -> None:
    found = addresses(built_site, "en")
    for kind in ("topic", "person", "place", "people", "article"):
        context = browser.new_context(viewport={"width": 412, "height": 823})
        page = context.new_page()
        faces = list[str]()
        page.route("**/*arabic*.woff2", partial(_late, faces))
        page.goto(address + found[kind])
        assert page.evaluate(SHIFTED) < 0.02, kind
        assert faces or kind not in ("topic", "person"), "nothing asked for the face"
        context.close()


def _late(faces: list[str], route: Route) -> None:
    faces.append(route.request.url)
    sleep(0.6)
    route.continue_()


@pytest.mark.parametrize("name", ["home", "article", "timeline", "topic"])
def test_arabic_pages_ask_for_their_arabic_faces_with_the_page(
    page: Page, address: str, built_site: Path, name: str
) -> None:
    page.goto(address + addresses(built_site, "ar")[name])
    page.evaluate("document.fonts.ready")
    asked = page.eval_on_selector_all("link[rel=preload][as=font]", "links => links.map(link => link.href)")
    came = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    arabic = {url for url in came if url.endswith(".woff2") and "-arabic-arabic-" in url}
    assert len(arabic) == 2
    assert arabic <= set(asked)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_an_empty_box_begins_where_its_page_does(page: Page, address: str, language: str) -> None:
    """What is typed into it begins where its own language does."""
    page.goto(f"{address}/{language}/search/")
    box = page.locator("#digest-finder-query")
    assert box.evaluate("e => getComputedStyle(e).direction") == DIRECTIONS[language]
    assert box.evaluate("e => getComputedStyle(e).unicodeBidi") == "plaintext"
    expect(box).not_to_have_attribute("dir", "auto")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_menu_shows_the_section_that_a_page_belongs_to(
    browser: Browser, address: str, built_site: Path, language: str
) -> None:
    """In sight on a phone, where the menu is wider than the window."""
    found = addresses(built_site, language)
    context = browser.new_context(viewport={"width": 360, "height": 780}, has_touch=True, is_mobile=True)
    page = context.new_page()
    for kind, section in {"person": "people", "organisation": "organisations", "about": "about"}.items():
        page.goto(address + found[kind])
        current = page.locator(".digest-sections [aria-current]")
        assert current.count() == 1
        assert current.evaluate("link => link.href") == f"{address}/{language}/{section}/"
        box = current.bounding_box()
        assert box is not None
        assert -1 <= box["x"] <= 361 - box["width"], f"{kind}: {box}"
    page.goto(address + found["article"])
    assert page.locator(".digest-sections [aria-current]").count() == 0
    context.close()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_paper_has_the_article_and_where_it_is_from(
    page: Page, address: str, built_site: Path, language: str
) -> None:
    page.goto(address + addresses(built_site, language)["article"])
    page.emulate_media(media="print")
    for shown in (".digest-wordmark", "h1", ".digest-facts time", ".digest-summary", ".digest-citation"):
        assert page.locator(shown).first.is_visible(), shown
    for hidden in (".digest-sections", ".digest-switch", ".digest-search", ".digest-footer", ".md-sidebar"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(255, 255, 255)"
