"""The search in a real browser, through its own page and box: what it finds, how it is worked."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from digest.pipeline import build_digest
from digest.render import sites_of
from digest.search import search_words
from digest.search.index import Index
from digest.search.records import search_entries
from tests.site.project import serve_folder

SEEDS = {
    "xi": "putin-xi-energy-trade-environment",
    "valdai": "putin-ready-to-deepen-cooperation-with-china",
    "beijing": "putin-in-beijing-ties-a-model",
    "harbin": "putin-energy-alliance-with-china",
    "military": "russia-china-military-technical-cooperation",
}
ALL = "xi valdai beijing harbin military"

# Which articles a reader who knows the five expects; an article counts when it has the word in any form.
ARABIC = {
    # clitics
    "وبالطاقة": "xi valdai beijing harbin",
    "للنفط": "beijing harbin",
    "بالعقوبات": "harbin",
    "فالسيادة": "valdai beijing",
    "ولهاربين": "harbin",
    "بالدولار": "harbin military",
    "للصادرات": "harbin",
    "وبموسكو": "xi beijing harbin",
    "كالصيدلة": "xi",
    "بوتين وشي": ALL,
    "علاقاتها بالصين": ALL,
    # hamza and its seats
    "اوكرانيا": "harbin",
    "الإستراتيجية": "valdai beijing harbin military",
    "المسئولين": "harbin",
    "الامن": "valdai beijing harbin military",
    "مؤتمر": "xi valdai military",
    # ta marbuta
    "الصداقه": "xi",
    "جائحه": "valdai",
    "الجيوسياسيه": "military",
    "الاولمبيه": "beijing",
    "الجزيره": "harbin",
    # alef maqsura
    "الذكري": "xi valdai harbin",
    "الكبري": "harbin military",
    "الروسى": ALL,
    # tashkeel
    "مُبَاحَثَات": "beijing",
    "عُقُوبَاتٌ": "harbin",
    "الحِزْبُ الشُّيُوعِيّ": "military",
    # tatweel
    "روســـاتوم": "xi",
    "الصـيـدلـة": "xi",
    # digits
    "٢٠٢٢": "beijing harbin military",
    "۲۵": "military",
    "الـ٧٥": "valdai harbin",
    "كوفيد ١٩": "valdai",
    "2019": "valdai",
    # names in English
    "Putin": ALL,
    "Xi Jinping": ALL,
    "Peskov": "beijing",
    "Rosatom": "xi",
    "NATO": "beijing",
    "Harbin": "harbin",
    "Valdai": "valdai",
    "Xinhua": "beijing",
    "Amur": "xi",
    "ukraine": "harbin",
    # what was left out of a page is not found
    "زيلينسكي": "",
    "كورسك": "",
}
ENGLISH = {
    "Putin": ALL,
    "energy": "xi valdai beijing harbin",
    "Olympics": "beijing",
    "sanction": "harbin",
    "aviation": "valdai",
    "pharmaceuticals": "xi",
    "communist": "military",
    "Harbin": "harbin",
    "RUSSIA'S": ALL,
    "customs": "harbin",
    "countries": ALL,
    # Arabic names on English pages
    "بوتين": ALL,
    "وهاربين": "harbin",
    "لروساتوم": "xi",
    "الناتو": "beijing",
}


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that fails the test on an error, a broken request, or one that leaves the site."""
    context = browser.new_context()
    page = context.new_page()
    faults = watched(page, address)
    yield page
    context.close()
    assert not faults


def watched(page: Page, address: str) -> list[str]:
    """What goes wrong on a page from now on; the list grows."""
    faults: list[str] = []
    page.on("console", lambda m: faults.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda r: faults.append(r.url) if not r.url.startswith((address, "data:")) else None)
    page.on("response", lambda r: faults.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    return faults


def finder(page: Page) -> Locator:
    return page.locator("[data-digest-finder]")


def answered(page: Page) -> None:
    """Wait until the search page shows its answer."""
    expect(finder(page).get_by_role("status")).not_to_be_empty()
    expect(page.locator("[data-digest-finder]:not([aria-busy])")).to_have_count(1)


def ask(page: Page, query: str) -> list[str]:
    """The slugs that the search page finds for a query, in its order."""
    finder(page).get_by_role("searchbox").fill(query)
    page.keyboard.press("Enter")
    answered(page)
    links = page.locator(".digest-finder__results a").evaluate_all("links => links.map(a => a.pathname)")
    return [path.split("/")[-2] for path in links]


@pytest.mark.parametrize(("language", "queries"), [("ar", ARABIC), ("en", ENGLISH)])
def test_labelled_queries(page: Page, address: str, language: str, queries: dict[str, str]) -> None:
    page.goto(f"{address}/{language}/search/")
    answered(page)
    missed, precisions, wrong = {}, [], {}
    for query, names in queries.items():
        wanted, found = {SEEDS[name] for name in names.split()}, set(ask(page, query))
        if wanted - found:
            missed[query] = wanted - found
        if found - wanted:
            wrong[query] = found - wanted
        precisions.append(len(found & wanted) / len(found) if found else 1.0)
    assert not missed
    print(f"{language}: {len(queries)} queries, precision {sum(precisions) / len(precisions):.3f}", wrong)
    assert sum(precisions) / len(precisions) >= 0.95, wrong


def test_python_and_javascript_agree_on_every_word(page: Page, address: str, built_site: Path) -> None:
    files = [*built_site.glob("originals/*.txt"), *built_site.glob("en/articles/*/article.md")]
    files += sorted((Path(__file__).parents[2] / "content" / "vocabulary").glob("*.yml"))
    texts = {word for file in files for word in file.read_text("utf-8").split()}
    texts |= {
        "Erdoğan’s",
        "ﷲ ﻻ",
        "الـ٧٥٪",
        "I\u0307zmir ΣΑΣ",
        "٣٫٥ x²",
        "لاجئون\u200f",
        "१२ क",
        "ab_c's",
        "ۀ ە",
        "لا",
    }
    words = sorted(texts)
    page.goto(f"{address}/ar/search/")
    theirs = page.evaluate(
        """async ([root, texts]) => {
            const { makeWords } = await import(root + "/assets/javascripts/search-words.js");
            const table = await (await fetch(root + "/pagefind/words.json")).json();
            const { words } = makeWords(table);
            return texts.map(words);
        }""",
        [address, words],
    )
    differ = {
        word: (ours, got)
        for word, got in zip(words, theirs, strict=True)
        if (ours := list(search_words(word))) != got
    }
    assert len(words) > 5000
    assert not differ


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_result_shows_headline_date_source_and_lead_with_the_words_marked(
    page: Page, address: str, language: str
) -> None:
    query = {"ar": "لشركات", "en": "company"}[language]
    page.goto(f"{address}/{language}/search/?q={query}")
    answered(page)
    result = page.locator(".digest-finder__results > li", has=page.locator(f"a[href*='{SEEDS['beijing']}']"))
    assert result.locator(".digest-result__title").inner_text()
    expect(result.locator("time")).to_have_attribute("datetime", "2022-02-04")
    assert result.locator(".digest-result__source").inner_text()
    lead = result.locator(".digest-result__lead")
    assert len(lead.inner_text()) > 40
    marked = lead.locator("mark").all_inner_texts()
    assert marked
    assert all(set(search_words(word)) & set(search_words(query)) for word in marked)


def test_only_whole_words_are_found_unless_there_are_none(page: Page, address: str) -> None:
    page.goto(f"{address}/ar/search/")
    answered(page)
    assert ask(page, "سيلوا") == [SEEDS["harbin"]]
    expect(finder(page).get_by_role("status")).to_contain_text("تبدأ بها")
    assert ask(page, "زقزوقستان") == []
    expect(finder(page).get_by_role("status")).to_contain_text("لا نتائج")


def test_filters_and_order_stand_in_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}/en/search/?q=Putin")
    answered(page)
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
    select = page.get_by_label(name)
    expect(select.locator("option").nth(1)).to_be_attached()
    options = select.locator("option").evaluate_all("all => all.slice(1, 9).map(o => [o.value, o.label])")
    for value, label in options:
        select.select_option(value)
        count = int(re.search(r"\((\d+)\)$", label)[1])  # type: ignore[index]
        expect(page.locator(".digest-finder__results a")).to_have_count(count)


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


def test_an_index_in_parts_finds_the_same(
    browser: Browser, built_site: Path, root: Path, tmp_path: Path
) -> None:
    site = shutil.copytree(built_site, tmp_path / "site")
    entries = search_entries(sites_of(build_digest(root))["ar"])
    said = site / "pagefind" / "ar.json"
    parts = Index(site / "pagefind" / "ar", most=2).write(entries)
    said.write_text(json.dumps({**json.loads(said.read_text("utf-8")), "parts": parts}), "utf-8")
    with serve_folder(site) as where:
        page = browser.new_context().new_page()
        faults = watched(page, where)
        page.goto(f"{where}/ar/search/")
        for query, expected in ARABIC.items():
            assert set(ask(page, query)) == {SEEDS[name] for name in expected.split()}, query
        finder(page).get_by_role("searchbox").fill("بوتين")
        finder(page).locator("[name=sort]").select_option("newest")
        answered(page)
        dates = page.locator(".digest-finder__results time").evaluate_all("all => all.map(t => t.dateTime)")
        assert dates == sorted(dates, reverse=True)
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


def test_no_second_engine_is_on_the_site(built_site: Path) -> None:
    assert not (built_site / "search").exists()
    assert not list(built_site.rglob("lunr*"))
    assert not list(built_site.rglob("workers"))
    assert not list(built_site.rglob("pagefind-ui*"))


def test_the_tables_are_the_rules_own(built_site: Path) -> None:
    table = json.loads((built_site / "pagefind" / "words.json").read_text("utf-8"))
    assert table["map"]["أ"] == "ا"
    assert table["article"] == "ال"
