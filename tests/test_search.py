"""Folding and stemming for the search, the records of articles, and the index's bytes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.render import Site, sites_of, visible
from digest.search import Bundle, search_records, search_table, search_words, write_bundle
from digest.search.index import Index
from digest.search.records import END, JOIN, filter_word, filters_of, search_choices, search_entries
from digest.wording.strings import Language
from tests.made import entries_of
from tests.own import own_digest

NOUNS = (
    "وزير",
    "لجنة",
    "بلد",
    "كتاب",
    "فريق",
    "بكين",
    "طاقة",
    "اتفاق",
    "سفارة",
    "مصنع",
    "رئيس",
    "هيئة",
    "جامعة",
)
BEFORE = ("و", "ف", "ب", "ك", "ل", "ال", "وال", "بال", "كال", "فال", "وبال", "ول", "فب", "وك")


@pytest.fixture(scope="module")
def sites() -> dict[Language, Site]:
    return sites_of(own_digest())


@pytest.mark.parametrize("clitic", BEFORE)
@pytest.mark.parametrize("noun", NOUNS)
def test_a_word_has_one_stem_whatever_stands_before_it(noun: str, clitic: str) -> None:
    assert search_words(clitic + noun) == search_words(noun)


@pytest.mark.parametrize(
    "forms",
    [
        "طاقة طاقتها طاقتهم الطاقات طاقه بطاقته",
        "مسؤول مسئول المسؤولين والمسئولون مسؤوليهم",
        "أبناء أبناؤه أبنائهم ابناءها",
        "للغة اللغة لغة",
        "وشي شي لشي",
        "عقدًا عقد عقدا وعقدهم",
        "القوى القوي",
        "رئيس رَئِيسٌ رئـيس الرييس",
        "فلسطين الفلسطيني للفلسطينيين",
        "country countries Country's",
        "Erdoğan erdogan",
        "٢٠٢٢ 2022 ۲۰۲۲ الـ2022",
    ],
)
def test_forms_of_one_word(forms: str) -> None:
    assert len(set(search_words(forms))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("لجنة", "جنة"), ("وكالة", "آلة"), ("كامل", "أمل"), ("فيصل", "يصل"), ("بلد", "ولد"), ("class", "clas")],
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert search_words(one) != search_words(other)


@given(st.text())
@settings(deadline=None)  # because the first text waits for the rules
def test_any_text_has_words_without_what_the_index_uses(text: str) -> None:
    for word in search_words(text.replace(END, " ").replace(JOIN, " ")):
        assert word
        assert not {END, JOIN, " "} & set(word)


def test_hostile_text_takes_linear_time() -> None:
    assert search_words("وبكل" * 250_000)
    assert len(search_words("لل " * 300_000)) == 300_000
    assert search_words("ات" * 100_000)


def test_the_table_is_folded() -> None:
    table = search_table()
    for name in ("endings", "short", "whole", "left_out"):
        assert all(search_table()["map"].get(c, c) == c for word in table[name] for c in word)


def test_records_show_their_own_language(sites: dict[Language, Site]) -> None:
    for language, site in sites.items():
        records = tuple(search_records(site))
        assert len(records) == len(site.digest.articles)
        assert all(record.url.startswith(f"{language}/articles/") for record in records)
        assert [record.shown["title"] for record in records] == [
            visible(site.headline(article).text) for article in site.digest.articles
        ]
        assert all(record.shown["date"] for record in records)


def test_filters_offer_what_articles_have(sites: dict[Language, Site]) -> None:
    site = sites["ar"]
    having = [set(filters_of(site, article)) for article in site.digest.articles]
    for name, choices in search_choices(site).items():
        assert choices, name
        for choice in choices:
            assert sum((name, choice.id) in each for each in having) == choice.count


def test_the_english_search_finds_what_has_entered_english(
    sites: dict[Language, Site], tmp_path: Path
) -> None:
    digest = sites["ar"].digest
    first, *others = (replace(article, translations=()) for article in digest.articles)
    mixed = sites_of(replace(digest, articles=(first, *digest.articles[1:]), timeline=()))
    assert len(tuple(search_records(mixed["ar"]))) == 5
    found = [record.url for record in search_records(mixed["en"])]
    assert len(found) == 4
    assert f"en/articles/{first.slug}/" not in found
    assert [(choice.id, choice.count) for choice in search_choices(mixed["en"])["person"]][:1] == [
        ("vladimir-putin", 4)
    ]
    none = sites_of(replace(digest, articles=(first, *others), timeline=()))
    assert not tuple(search_records(none["en"]))
    write_bundle(tmp_path, none)
    assert (tmp_path / "en" / "pagefind.js").exists(), "an index of nothing answers, too"


def test_a_filters_word_is_no_word_of_a_text() -> None:
    word = filter_word("topic", "energy-and-resource")
    assert search_words(word.replace(JOIN, " ").replace(END, "")) != (word,)
    assert word.startswith(JOIN)
    assert word.endswith(END)


def files_of(folder: Path) -> dict[str, bytes]:
    """The path and bytes of every file."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.*")}


def test_two_bundles_have_the_same_bytes(sites: dict[Language, Site], tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_bundle(tmp_path / name, sites)
    one, two = (files_of(tmp_path / name) for name in ("one", "two"))
    assert one == two
    assert len(list((tmp_path / "one").glob("*/results/*"))) == 2 * len(sites["ar"].digest.articles)


def test_a_bundle_that_follows_has_the_bytes_of_a_new_one(
    sites: dict[Language, Site], tmp_path: Path
) -> None:
    bundle = Bundle(tmp_path / "followed")
    bundle.write(sites)
    first = files_of(tmp_path / "followed")
    digest = sites["ar"].digest
    fewer = sites_of(replace(digest, articles=digest.articles[1:], timeline=()))
    bundle.write(fewer)
    write_bundle(tmp_path / "anew", fewer)
    assert files_of(tmp_path / "followed") == files_of(tmp_path / "anew") != first
    bundle.write(sites)
    assert files_of(tmp_path / "followed") == first


def test_an_index_of_the_same_records_is_not_written_again(
    sites: dict[Language, Site], tmp_path: Path
) -> None:
    entries = search_entries(sites["ar"])
    index = Index(tmp_path)
    index.write(entries)
    path = tmp_path / "pagefind-entry.json"
    before = path.read_text("utf-8")
    path.write_text("as somebody left it", "utf-8")
    index.write(entries)
    assert path.read_text("utf-8") == "as somebody left it"
    index.write(entries[1:])
    assert path.read_text("utf-8") != before
    index.write(entries)
    assert path.read_text("utf-8") == before


def test_an_index_in_parts(sites: dict[Language, Site], tmp_path: Path) -> None:
    entries = search_entries(sites["ar"])
    whole, parted = tmp_path / "whole", tmp_path / "parted"
    assert Index(whole).write(entries) == 1
    index = Index(parted, most=2)
    assert index.write(entries) == 3
    pages = [json.loads(path.read_text("utf-8")) for path in sorted(parted.rglob("pagefind-entry.json"))]
    counts = [part["languages"]["zxx"]["page_count"] for part in pages if part["languages"]]
    assert sum(counts) == len(entries)
    assert len(list(parted.rglob("wasm.*"))) == len(list(parted.rglob("pagefind.js"))) == 1
    assert shown(whole) == shown(parted)
    before = files_of(parted)
    assert index.write(entries[1:]) == 2
    Index(tmp_path / "anew", most=2).write(entries[1:])
    assert files_of(parted) == files_of(tmp_path / "anew") != before
    assert index.write(entries) == 3
    assert files_of(parted) == before


def test_results_of_two_parts_have_ids_of_their_own(sites: dict[Language, Site], tmp_path: Path) -> None:
    entries = search_entries(sites["ar"])
    first = Index(tmp_path / "one")._part(0, entries, set(), None)
    second = Index(tmp_path / "two")._part(0, entries, {next(iter(first.ids.values()))}, None)
    assert (first.salt, second.salt) == (0, 1)
    assert first.ids.keys() == second.ids.keys()
    assert set(first.ids.values()).isdisjoint(second.ids.values())


def shown(folder: Path) -> list[str]:
    """What results say, newest first."""
    ids = (folder / "newest.txt").read_text().split()
    return [(folder / "results" / f"{id_}.json").read_text("utf-8") for id_ in ids]


def test_a_result_that_shows_something_else_has_another_file(
    sites: dict[Language, Site], tmp_path: Path
) -> None:
    first, *others = search_records(sites["ar"])
    other = replace(first, shown={**first.shown, "lead": "أخرى"})
    for name, record in {"one": first, "two": other}.items():
        Index(tmp_path / name).write(entries_of([record, *others]))
    one, two = ((tmp_path / name / "newest.txt").read_text().split() for name in ("one", "two"))
    assert one[0] != two[0]
    assert one[1:] == two[1:]
    assert "أخرى" in (tmp_path / "two" / "results" / f"{two[0]}.json").read_text("utf-8")


def test_what_has_no_words_is_not_found(sites: dict[Language, Site], tmp_path: Path) -> None:
    first, second, *_ = search_records(sites["ar"])
    Index(tmp_path).write(entries_of([replace(first, content=""), second]))
    (id_,) = (tmp_path / "newest.txt").read_text().split()
    assert [path.stem for path in tmp_path.glob("results/*")] == [id_]


def test_a_stem_stands_in_the_index_once_and_oftener_for_the_headline(sites: dict[Language, Site]) -> None:
    site = sites["ar"]
    for article, record in zip(site.digest.articles, search_records(site), strict=True):
        words = record.content.split()
        assert len(words) < 2 * len(set(words))
        for stem in search_words(site.headline(article).text):
            assert words.count(stem + END) >= 3


@given(st.text())
@settings(deadline=None)  # because the first text waits for the rules
def test_words_are_the_same_whatever_text_they_stand_in(text: str) -> None:
    assert search_words(f"{text} {text}\nوزير") == search_words(text) * 2 + search_words("وزير")
