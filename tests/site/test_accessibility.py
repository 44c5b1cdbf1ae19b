"""Whether everybody can use the pages: axe-core, the keyboard, fingers, magnification, no JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.site.kinds import LANGUAGES, addresses
from tests.site.watching import RULES, WIDER

LOOKED_AT = ("home", "article", "timeline", "topic", "person", "people", "search", "404")
AXE = Axe().axe_script


def looked_at(site: Path, language: str) -> list[str]:
    """The pages that the tests below look at; the page of missing pages once, with the Arabic ones."""
    found = addresses(site, language)
    kinds = [kind for kind in LOOKED_AT if kind in found and (kind != "404" or language == "ar")]
    return [found[kind] for kind in kinds]


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page 360 px wide that is touched."""
    context = browser.new_context(viewport={"width": 360, "height": 780}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(browser: Browser, address: str, built_site: Path, language: str) -> None:
    """Each page in each colour scheme at each width; set by hand, for loading it four times takes longer."""
    context = browser.new_context(reduced_motion="reduce", color_scheme="light")
    page = context.new_page()
    found = list[str]()
    for path in looked_at(built_site, language):
        page.goto(address + path)
        page.evaluate(AXE)
        for width, scheme in product((360, 1280), ("default", "slate")):
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate("scheme => document.body.dataset.mdColorScheme = scheme", scheme)
            answer = page.evaluate("options => axe.run(document, options)", RULES)
            found += [
                f"{path} {width} {scheme}: {item['id']} ({item['help']}): {node['html'][:200]}"
                for item in answer["violations"]
                for node in item["nodes"][:3]
            ]
    context.close()
    assert not found, "\n".join(found)


FOCUSED = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const box = e.getBoundingClientRect(), style = getComputedStyle(e);
  return {
    what: e.outerHTML.slice(0, 160), top: box.top, height: box.height,
    outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
    number: [...document.querySelectorAll("*")].indexOf(e),
  };
}"""
REACHABLE = """() => {
  const all = [...document.querySelectorAll("*")];
  return all.filter(e => e.matches("a[href], button, summary, input:not([type=hidden], [type=radio])")
    && e.tabIndex >= 0 && e.checkVisibility({visibilityProperty: true, opacityProperty: true})
    && e.getClientRects().length)
    .map(e => [all.indexOf(e), e.outerHTML.slice(0, 160)]);
}"""


@pytest.mark.parametrize("kind", ["home", "article"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keyboard_reaches_everything_and_focus_is_seen(
    browser: Browser, address: str, built_site: Path, language: str, kind: str
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + addresses(built_site, language)[kind])
    wanted = {int(number): what for number, what in page.evaluate(REACHABLE)}
    seen = set[int]()
    for _ in range(len(wanted) + 10):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None or focused["number"] in seen:
            break
        seen.add(focused["number"])
        if focused["number"] in wanted:
            assert focused["outline"], f"no focus to be seen on {focused['what']}"
            assert -focused["height"] < focused["top"] < 900, f"out of sight: {focused['what']}"
    context.close()
    missed = [what for number, what in wanted.items() if number not in seen]
    assert not missed, "\n".join(missed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keyboard_operates_folds_and_colours(
    browser: Browser, address: str, built_site: Path, language: str
) -> None:
    context = browser.new_context(reduced_motion="reduce", color_scheme="light")
    page = context.new_page()
    page.goto(address + addresses(built_site, language)["article"])
    fold = page.locator("details > summary").first
    fold.focus()
    page.keyboard.press("Enter")
    assert fold.evaluate("e => e.parentElement.open")
    before = page.locator("body").get_attribute("data-md-color-scheme")
    page.locator("form[data-md-component=palette] input").first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function(f"document.body.dataset.mdColorScheme !== '{before}'")
    page.goto(address + f"/{language}/timeline/")
    assert page.locator("body").get_attribute("data-md-color-scheme") != before
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_stop_skips_to_the_content(
    browser: Browser, address: str, built_site: Path, language: str
) -> None:
    page = browser.new_page()
    page.goto(address + addresses(built_site, language)["article"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate(
        "document.getElementById(decodeURIComponent(location.hash.slice(1))).closest('main') !== null"
    )
    page.close()


def test_nothing_moves_for_those_who_asked(browser: Browser, address: str, built_site: Path) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    for path in looked_at(built_site, "ar"):
        page.goto(address + path)
        moving = page.evaluate(
            "[...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);"
            "return [s.transitionDuration, s.animationDuration].some("
            "d => d.split(',').some(x => parseFloat(x) > 0.01)) || s.scrollBehavior === 'smooth'; }).length"
        )
        assert moving == 0, path
    context.close()


@pytest.mark.parametrize("width", [320, 640])
def test_nothing_is_wider_than_the_window(
    browser: Browser, address: str, built_site: Path, width: int
) -> None:
    """640 px are a window of 1280 px at 200 %; 320 px are one at 400 %."""
    page = browser.new_page(viewport={"width": width, "height": 500})
    for language in LANGUAGES:
        for kind, path in addresses(built_site, language).items():
            page.goto(address + path)
            assert page.evaluate(WIDER) == [], f"{kind} in {language}"
    page.close()


SMALL = """() => [...document.querySelectorAll("a[href], button, summary, label, input, select")]
.filter(e => {
  const box = e.getBoundingClientRect(), style = getComputedStyle(e);
  const hidden = !box.width || !e.checkVisibility({visibilityProperty: true, opacityProperty: true})
    || box.right <= 0 || box.left >= innerWidth || e.closest(".md-skip, .md-overlay")
    || (e.matches("label") && e.control && e.control.checkVisibility({opacityProperty: true})
      && e.control.getBoundingClientRect().height >= 43.5);
  const inline = style.display === "inline" && [...e.parentElement.childNodes].some(
    n => n !== e && n.textContent.trim() && !(n.matches && n.matches("a, button")));
  return !hidden && !inline && e.type !== "checkbox" && e.type !== "radio" && !e.closest("svg")
    && (box.width < 43.5 || box.height < 43.5);
}).map(e => { const b = e.getBoundingClientRect();
  return `${Math.round(b.width)}x${Math.round(b.height)} ${e.outerHTML.slice(0, 140)}`; })"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_fingers_have_room(phone: Page, address: str, built_site: Path, language: str) -> None:
    """44 x 44 px for whatever is not a word in a running text."""
    found = list[str]()
    for path in addresses(built_site, language).values():
        phone.goto(address + path)
        found += [f"{path}: {item}" for item in phone.evaluate(SMALL)]
    assert not found, f"{len(found)}:\n" + "\n".join(found[:20])


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_can_be_read_and_followed_without_javascript(
    browser: Browser, address: str, built_site: Path, language: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    targets = set[str]()
    for kind, path in addresses(built_site, language).items():
        page.goto(address + path)
        assert page.locator("h1").first.is_visible()
        if kind != "search":
            assert len(page.locator("main").inner_text()) > 60, path
        hrefs = page.locator("a[href]").evaluate_all("links => links.map(link => link.href)")
        targets |= {href.partition("#")[0] for href in hrefs if href.startswith(address)}
    missing = [target for target in sorted(targets) if context.request.head(target).status != 200]
    context.close()
    assert not missing
