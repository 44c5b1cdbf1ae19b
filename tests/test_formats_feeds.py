"""Feeds in Atom and JSON: read back by an independent parser, whole, in their order, with their archives."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import feedparser
import jsonschema_rs
import pytest
from lxml import etree

from digest.model import EntityKind, Field, SegmentState
from digest.render import sites_of
from digest.render.listed import FED
from tests.formats import JSON_FEED, SITE, check_atom, files, in_english, made_digest, of, own_files
from tests.made import article
from tests.own import own_digest


@pytest.fixture(scope="module")
def own() -> dict[str, str]:
    return own_files()


def test_atom_feeds_are_read_by_feedparser(own: dict[str, str]) -> None:
    for path, text in of(own, "/feed.xml"):
        parsed = check_atom(text)
        language = path[:2]
        assert etree.fromstring(text.encode()).get("{http://www.w3.org/XML/1998/namespace}lang") == language
        links = {(link["rel"], link.get("type")): link["href"] for link in parsed.feed.links}
        assert links["self", "application/atom+xml"] == SITE + path
        ids = [entry.id for entry in parsed.entries]
        assert len(ids) == len(set(ids))
        for entry in parsed.entries:
            assert entry.link.startswith(f"{SITE}{language}/articles/")
            assert entry.summary


def test_each_language_and_topic_has_its_feeds(own: dict[str, str]) -> None:
    site = sites_of(own_digest())["ar"]
    topics = [entry.id for entry in site.index.entries[EntityKind.TOPIC]]
    assert topics
    for language in ("ar", "en"):
        for form in ("xml", "json"):
            assert f"{language}/feed.{form}" in own
            assert all(f"{language}/topics/{topic}/feed.{form}" in own for topic in topics)
    for topic in topics:
        items = json.loads(own[f"ar/topics/{topic}/feed.json"])["items"]
        assert len(items) == len(site.index.naming.get(topic, ()))


def test_json_feeds_keep_the_rules(own: dict[str, str]) -> None:
    validator = jsonschema_rs.Draft202012Validator(JSON_FEED, validate_formats=True)
    for path, text in of(own, "/feed.json"):
        validator.validate(json.loads(text))
        atom = feedparser.parse(own[path.replace(".json", ".xml")].encode())
        assert [item["url"] for item in json.loads(text)["items"]] == [entry.link for entry in atom.entries]


def test_english_feeds_hold_what_people_wrote_or_reviewed() -> None:
    states = [SegmentState.HUMAN, SegmentState.REVIEWED, SegmentState.MACHINE, SegmentState.STALE]
    digest = made_digest(*(in_english(article(state.value, ["خبر قصير."]), state) for state in states))
    written = files(digest)
    english = json.loads(written["en/feed.json"])["items"]
    assert [item["title"] for item in english] == ["English of human", "English of reviewed"]
    assert len(json.loads(written["ar/feed.json"])["items"]) == 4


def test_a_feed_holds_the_newest_fifty() -> None:
    digest = made_digest(*(article(f"a{n:03}", ["خبر قصير."]) for n in range(60)))
    items = json.loads(files(digest)["ar/feed.json"])["items"]
    assert [item["url"] for item in items] == [f"{SITE}ar/articles/a{n:03}/" for n in range(50)]
    assert files(digest)["llms.txt"].count("/article.md)") == 50


def walk(written: dict[str, str], path: str) -> list[tuple[str, Any]]:
    """A feed and its archives, from the newest, each led to by the one before."""
    found: list[tuple[str, Any]] = []
    relations = {"self": SITE + path}
    while True:
        parsed = check_atom(written[path])
        own = {link["rel"]: link["href"] for link in parsed.feed.links}
        tree = etree.fromstring(written[path].encode())
        archive = tree.find("{http://purl.org/syndication/history/1.0}archive")
        assert (archive is not None) == bool(found)
        assert own.items() >= relations.items()
        assert ("current" in own, "next-archive" in own) == (bool(found), len(found) > 1)
        found.append((path, parsed))
        if "prev-archive" not in own:
            return found
        relations = {"current": found[0][1].feed.links[0]["href"], "self": own["prev-archive"]}
        relations |= {"next-archive": own["self"]} if len(found) > 1 else {}
        path = own["prev-archive"].removeprefix(SITE)


def test_archives_lead_back_to_every_article(own: dict[str, str]) -> None:
    days = ["2019-05-02", "2021", None, "2019-03", "-0300", "2021-12-31"]
    articles = [article(f"a{n:03}", ["خبر قصير."], published=days[n % 6]) for n in range(90)]
    english = [
        in_english(article(f"e{n}", ["خبر قصير."], published="2020"), SegmentState.HUMAN) for n in (1, 2)
    ]
    written = files(made_digest(*articles, *english))
    current, *arabic = walk(written, "ar/feed.xml")
    names = [path.removeprefix("ar/feed/").removesuffix(".xml") for path, _ in arabic]
    assert names == ["2021", "2020", "2019", "301-bc", "undated"]
    assert len({parsed.feed.id for _, parsed in (current, *arabic)}) == 1
    assert len({parsed.feed.title for _, parsed in (current, *arabic)}) == 6
    held = [entry.id for _, parsed in arabic for entry in parsed.entries]
    assert len(held) == len(set(held)) == 92
    (_, newest), *archives = walk(written, "en/feed.xml")
    assert [path for path, _ in archives] == ["en/feed/2020.xml"]
    assert [entry.link for entry in archives[0][1].entries] == [entry.link for entry in newest.entries]
    assert "prev-archive" not in written["ar/feed.json"]
    (_, feed), *real = walk(own, "ar/feed.xml")
    assert [entry.id for _, archive in real for entry in archive.entries] == [
        entry.id for entry in feed.entries
    ]
    assert len(real) > 1
    assert not [path for path in own if re.search("topics/.*/feed/", path)]


def test_a_long_archive_is_cut_from_its_beginning() -> None:
    digest = made_digest(*(article(f"a{n:03}", ["خبر."], published="2022-02-04") for n in range(FED + 1)))
    before = files(digest)
    assert [path for path, _ in walk(before, "ar/feed.xml")] == [
        "ar/feed.xml",
        "ar/feed/2022-2.xml",
        "ar/feed/2022.xml",
    ]
    later = article("later", ["خبر."], published="2022-12-04")
    after = files(replace(digest, articles=(later, *digest.articles)))
    changed = {path for path, text in after.items() if before.get(path) != text and "/feed" in path}
    assert changed == {"ar/feed.xml", "ar/feed.json", "ar/feed/2022-2.xml"}


@pytest.mark.parametrize(
    ("edtf", "published", "issued"),
    [
        ("2022-02-04", "2022-02-04T00:00:00Z", None),
        ("2022-02", None, "2022-02"),
        ("2022-21", None, "2022"),
        ("2022~", None, None),
        (None, None, None),
    ],
)
def test_feeds_fill_in_no_precision(edtf: str | None, published: str | None, issued: str | None) -> None:
    written = files(made_digest(article("a", ["خبر قصير."], published=edtf)))
    entry = etree.fromstring(written["ar/feed.xml"].encode()).find("{*}entry")
    assert entry is not None
    assert entry.findtext("{http://www.w3.org/2005/Atom}published") == published
    assert entry.findtext("{http://purl.org/dc/terms/}issued") == issued
    (item,) = json.loads(written["ar/feed.json"])["items"]
    assert item.get("date_published") == published
    assert item["_mujaz"]["published"] == edtf


def test_identifiers_outlive_a_move() -> None:
    made = article("a", ["خبر قصير."])
    here = json.loads(files(made_digest(made))["ar/feed.json"])["items"][0]
    there = files(made_digest(replace(made, slug="b")), "https://other.example/")
    assert json.loads(there["ar/feed.json"])["items"][0]["id"] == here["id"]


def test_mixed_directions_are_isolated() -> None:
    made = article("a", ["خبر قصير."])
    made = replace(made, extract=replace(made.extract, headline=Field("ارتفاع 25% في C++ اليوم", "test")))
    title = json.loads(files(made_digest(made))["ar/feed.json"])["items"][0]["title"]
    assert title == "ارتفاع \u206825%\u2069 في \u2068C++\u2069 اليوم"
