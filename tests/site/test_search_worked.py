"""How the search is worked: filters, keys, the box of every page, without scripts, in a folder."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.project import serve_folder
from tests.site.searching import answered, finder, narrowed
from tests.site.watching import watched


def test_filters_and_order_stand_in_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}/en/search/?q=Putin")
    answered(page)
    narrowed(page)
    page.get_by_label("Place").select_option("harbin")
    answered(page)
    expect(page.locator(".digest-finder__results a")).to_have_count(1)
    assert parse_qs(urlsplit(page.url).query) == {"q": ["Putin"], "place": ["harbin"]}
    page.reload()
    answered(page)
    expect(page.get_by_label("Place")).to_have_value("harbin")
    expect(page.locator(".digest-finder__results a")).to_have_count(1)
    page.get_by_role("button", name="Clear the filters").click()
    expect(page.locator(".digest-finder__results a")).to_have_count(5)
    page.get_by_label("Order").select_option("newest")
    answered(page)
    dates = page.locator(".digest-finder__results time").evaluate_all("all => all.map(t => t.dateTime)")
    assert len(dates) > 3
    assert dates == sorted(dates, reverse=True)


@pytest.mark.parametrize("name", ["Topic", "Person", "Place", "Source", "Year"])
def test_every_value_a_filter_offers_finds_as_many_as_it_says(page: Page, address: str, name: str) -> None:
    page.goto(f"{address}/en/search/")
    answered(page)
    narrowed(page)
    select = page.get_by_label(name)
    expect(select.locator("option").nth(1)).to_be_attached()
    options = select.locator("option").evaluate_all("all => all.slice(1, 9).map(o => [o.value, o.label])")
    for value, label in options:
        select.select_option(value)
        count = int(re.search(r"\((\d+)\)$", label)[1])  # type: ignore[index]
        expect(page.locator(".digest-finder__results a")).to_have_count(count)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_filters_offer_comes_when_they_are_opened(page: Page, address: str, language: str) -> None:
    """By key; an address that states a filter has them open."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/{language}/search/?q=Putin")
    answered(page)
    place = page.locator("select[name=place]")
    expect(place).to_be_hidden()
    assert not any("choices" in url for url in asked)
    page.get_by_role("searchbox").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(place.locator("option").nth(1)).to_be_attached()
    expect(place).to_be_visible()
    page.goto(f"{address}/{language}/search/?place=harbin")
    expect(place).to_be_visible()
    expect(place.locator("option:checked")).to_have_text(re.compile(r"\((\d+)\)$"))
    assert sum("choices" in url for url in asked) == 2


def test_filters_that_cannot_be_loaded_say_so_and_may_be_opened_again(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/*-choices.json", lambda route: route.abort())
    page.goto(f"{address}/en/search/?q=Putin")
    answered(page)
    finder(page).locator("summary").click()
    expect(finder(page).get_by_role("status")).to_have_text("The search could not be loaded. Try again.")
    expect(page.get_by_label("Place")).to_be_hidden()
    page.unroute("**/*-choices.json")
    narrowed(page)
    context.close()


def test_the_box_is_worked_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(f"{address}/ar/")
    page.keyboard.press("/")
    box = page.get_by_role("combobox")
    expect(box).to_be_focused()
    page.keyboard.insert_text("بوتين")
    options = page.get_by_role("option")
    expect(options).to_have_count(5)
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", options.nth(1).get_attribute("id") or "")
    page.keyboard.press("Escape")
    expect(options).to_have_count(0)
    expect(box).to_have_value("بوتين")
    page.keyboard.press("ArrowDown")
    expect(options).to_have_count(5)
    page.keyboard.press("ArrowUp")
    target = options.nth(4).get_attribute("href") or ""
    page.keyboard.press("Enter")
    page.wait_for_url(target)


def test_enter_in_the_box_leads_to_the_search_page(page: Page, address: str) -> None:
    page.goto(f"{address}/en/")
    page.get_by_role("combobox").fill("sanctions")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search/?q=sanctions")
    answered(page)
    assert page.locator(".digest-finder__results a").count() == 1
    page.get_by_role("searchbox").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".digest-finder__results a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("searchbox")).to_be_focused()


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("path", ["/404.html", "/"])
@pytest.mark.parametrize(("language", "button"), [("ar", "ابحث"), ("en", "Search")])
def test_pages_of_neither_language_have_a_box_of_each(
    browser: Browser, address: str, language: str, button: str, path: str, script: bool
) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    faults = watched(page, address)
    page.goto(address + path)
    expect(page.get_by_role("searchbox")).to_have_count(2)
    form = page.locator(f"section[lang={language}]").get_by_role("search")
    form.get_by_role("searchbox").fill("Putin")
    page.keyboard.press("Tab")
    expect(form.get_by_role("button", name=button, exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{language}/search/?q=Putin")
    if script:
        answered(page)
        expect(page.locator(".digest-finder__results a")).to_have_count(5)
    context.close()
    assert not faults


def test_the_site_may_live_in_a_folder(browser: Browser, built_site: Path, tmp_path: Path) -> None:
    shutil.copytree(built_site, tmp_path / "news" / "digest")
    with serve_folder(tmp_path) as where:
        page = browser.new_context().new_page()
        faults = watched(page, where)
        page.goto(f"{where}/news/digest/ar/search/?q=بوتين")
        answered(page)
        page.locator(".digest-finder__results a").first.click()
        assert page.url.startswith(f"{where}/news/digest/ar/articles/")
        page.get_by_role("combobox").fill("الصين")
        expect(page.get_by_role("option").first).to_be_visible()
        page.context.close()
    assert not faults


@pytest.mark.parametrize("language", ["ar", "en"])
def test_without_javascript_the_search_page_says_so(browser: Browser, address: str, language: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{language}/")
    page.get_by_role("searchbox").fill("x")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{language}/search/?q=x")
    expect(page.locator("main")).to_contain_text({"ar": "جافاسكريبت", "en": "JavaScript"}[language])
    expect(finder(page)).to_be_hidden()
    context.close()
