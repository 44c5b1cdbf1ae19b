"""What the search finds, in a real browser: labelled queries, the words marked, the same from every index."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from digest.render import sites_of
from digest.search import search_words
from digest.search.index import Index
from digest.search.records import search_entries
from tests.own import own_digest
from tests.site.project import serve_folder
from tests.site.searching import ARABIC, ENGLISH, SEEDS, answered, ask, finder
from tests.site.watching import watched


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


def test_an_index_in_parts_finds_the_same(browser: Browser, built_site: Path, tmp_path: Path) -> None:
    site = shutil.copytree(built_site, tmp_path / "site")
    entries = search_entries(sites_of(own_digest())["ar"])
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


def test_no_second_engine_is_on_the_site(built_site: Path) -> None:
    assert not (built_site / "search").exists()
    assert not list(built_site.rglob("lunr*"))
    assert not list(built_site.rglob("workers"))
    assert not list(built_site.rglob("pagefind-ui*"))


def test_the_tables_are_the_rules_own(built_site: Path) -> None:
    table = json.loads((built_site / "pagefind" / "words.json").read_text("utf-8"))
    assert table["map"]["أ"] == "ا"
    assert table["article"] == "ال"
