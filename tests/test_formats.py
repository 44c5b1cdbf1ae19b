"""Feeds, JSON and the timeline, each read back by an independent parser; hostile texts."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from operator import itemgetter
from typing import Any

import feedparser
import jsonschema_rs
import pytest
import rispy
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html
from pybtex.database import parse_string

from digest.formats import Addresses, head_of
from digest.formats.citations import Reference, bibtex, ris
from digest.formats.jsontext import json_text, script_json
from digest.model import (
    Basis,
    EntityKind,
    Event,
    EventTime,
    Field,
    Grain,
    SegmentState,
    Span,
    TimelineEntry,
)
from digest.record import digest_record
from digest.render import sites_of
from digest.render.listed import FED, TELLINGS
from digest.text import without_deceiving
from tests.formats import (
    JSON_FEED,
    SITE,
    TIMELINEJS,
    files,
    hostile_digest,
    in_english,
    made_digest,
    of,
    own_digest,
)
from tests.made import article


@pytest.fixture(scope="module")
def own() -> dict[str, str]:
    return files(own_digest())


# feeds


def check_atom(text: str) -> Any:
    parsed = feedparser.parse(text.encode())
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    for item in (parsed.feed, *parsed.entries):
        assert item.id
        assert item.title
        assert item.updated_parsed
    return parsed


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


# hostile texts


def test_no_text_breaks_out_of_its_format() -> None:
    written = files(hostile_digest())
    for path, text in written.items():
        assert not re.search("[\u202a-\u202e]", text), path
        if path.endswith(".json"):
            json.loads(text)
        elif path.endswith(".xml"):
            parsed = check_atom(text)
            assert len(parsed.entries) == (1 if path.startswith("ar/") else 0)
    (entry,) = parse_string(written["ar/articles/hostile/original.bib"], "bibtex").entries.values()
    assert set(entry.fields) <= {"title", "journal", "date", "year", "month", "url", "note", "langid"}
    (record,) = rispy.loads(written["ar/articles/hostile/original.ris"])
    assert record["type_of_reference"] == "NEWS"
    assert record["title"].startswith("</script>")
    assert record["urls"] == ["https://x.example/%7Ba%7D%5Cb%20c?%3Cd%3E"]


def test_json_ld_cannot_leave_its_script() -> None:
    digest = hostile_digest()
    head = head_of(sites_of(digest)["ar"], "ar/articles/hostile.md", Addresses(SITE), digest.articles[0])
    page = html.fromstring(f"<html><head>{head.html}</head></html>")
    (script,) = page.iter("script")
    assert not re.search("[<>&\u2028\u2029\u202a-\u202e]", script.text)
    assert json.loads(script.text)["headline"].startswith("</script><script>alert(1)")


@given(st.text())
def test_json_survives_its_escapes(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    for written in (json_text([text]), str(script_json([text]))):
        [read] = json.loads(written)
        assert without_deceiving(read) == without_deceiving(text)
        assert without_deceiving(written) == written


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1))
def test_any_title_is_one_bibtex_and_one_ris_record(title: str) -> None:
    cited = Reference("k", title, title, title, "2022", Basis.STATED, None)
    assert len(parse_string(bibtex(cited), "bibtex").entries) == 1
    assert len(rispy.loads(ris(cited))) == 1


# JSON


def test_records_validate_against_the_published_schemas(own: dict[str, str]) -> None:
    article_schema, digest_schema = (json.loads(own[f"schema/{name}.json"]) for name in ("article", "digest"))
    one = jsonschema_rs.Draft202012Validator(article_schema)
    registry = jsonschema_rs.Registry([("https://example.org/schema/article.json", article_schema)])
    whole = jsonschema_rs.Draft202012Validator(
        {"$id": "https://example.org/schema/digest.json", **digest_schema}, registry=registry
    )
    data = json.loads(own["digest.json"])
    whole.validate(data)
    for path, text in own.items():
        if path.startswith("ar/") and path.endswith("/article.json"):
            one.validate(json.loads(text))
        if path.startswith("digest/"):
            whole.validate(json.loads(text))
    assert [item["id"] for item in data["articles"]] == [item.id for item in own_digest().articles]
    for item in data["articles"]:
        assert json.loads(own[f"ar/articles/{item['slug']}/article.json"]) == item
    del data["articles"][0]["published"]
    assert not whole.is_valid(data)


def test_an_event_that_many_tell_takes_no_more_room() -> None:
    articles = [article(f"a{number:03}", ["خبر."], published="2022-02-04") for number in range(60)]
    told = Event("2022-02-03", Grain.DAY, 0, Span(0, 3), EventTime.PAST)
    few, many = (
        TimelineEntry("2022-02-03", tuple((made.id, told) for made in articles[:number]))
        for number in (TELLINGS, 60)
    )
    written = files(replace(made_digest(*articles), timeline=(few, many)))
    for path in ("digest.json", "digest/2022.json"):
        short, long = json.loads(written[path])["timeline"]
        assert [entry["count"] for entry in (short, long)] == [TELLINGS, 60]
        assert short["tellings"] == long["tellings"]
        assert [telling["article"] for telling in long["tellings"]] == [
            made.id for made in articles[:TELLINGS]
        ]
    exported = digest_record(replace(made_digest(*articles), timeline=(few, many)))
    assert [len(entry["tellings"]) for entry in exported["timeline"]] == [TELLINGS, 60]


def _time(entry: TimelineEntry) -> str:
    return entry.edtf


def test_the_files_of_years_hold_everything_that_the_export_does() -> None:
    days = [f"{2019 + number // 30}-{number % 12 + 1:02}" for number in range(90)]
    articles = [article(f"a{n:03}", ["خبر قصير."], published=day) for n, day in enumerate(days)]
    told = Event("1999", Grain.YEAR, 0, Span(0, 3), EventTime.PAST)
    entries = [TimelineEntry(day, ((made.id, told),)) for day, made in zip(days, articles, strict=True)]
    digest = replace(
        made_digest(*articles, article("b", ["خبر."])), timeline=tuple(sorted(entries, key=_time))
    )
    written = files(digest)
    newest = json.loads(written["digest.json"])
    exported = digest_record(digest)
    assert newest["total"] == {"articles": 91, "events": len(digest.timeline)}
    assert newest["articles"] == exported["articles"][:50]
    years = [(json.loads(written[item["file"]]), item) for item in newest["years"]]
    for data, item in years:
        assert (data["year"], data["part"]) == (item["year"], item["part"])
        assert (len(data["articles"]), len(data["timeline"])) == (item["articles"], item["events"])
        dates = [record["published"]["edtf"] for record in data["articles"]]
        assert {edtf and int(edtf[:4]) for edtf in dates} <= {data["year"]}
    held = [record for data, _ in years for record in data["articles"]]
    assert sorted(held, key=itemgetter("id")) == sorted(exported["articles"], key=itemgetter("id"))
    assert [entry for data, _ in years for entry in data["timeline"]] == exported["timeline"]


def test_a_long_year_takes_several_files() -> None:
    long = "خبر طويل. " * 4_000
    digest = made_digest(*(article(f"a{n:02}", [long], published="2022-02-04") for n in range(5)))
    written = files(digest)
    years = json.loads(written["digest.json"])["years"]
    assert [item["file"] for item in years] == [
        f"digest/{name}.json" for name in ("2022", "2022-2", "2022-3")
    ]
    assert sum(item["articles"] for item in years) == 5
    more = files(replace(digest, articles=(*digest.articles, article("b", [long], published="2022-12-04"))))
    assert [path for path in written if path.startswith("digest/2") and more[path] != written[path]] == [
        "digest/2022-3.json"
    ]


def test_the_timeline_keeps_timelinejs_rules(own: dict[str, str]) -> None:
    validator = jsonschema_rs.Draft202012Validator(TIMELINEJS)
    texts = [text for path, text in own.items() if path.removeprefix("en/").startswith("timeline")]
    assert len(texts) > 4
    for text in texts:
        data = json.loads(text)
        validator.validate(data)
        for event in data["events"]:
            for words in event["text"].values():
                tree = html.fragment_fromstring(words, create_parent=True)
                assert {node.tag for node in tree.iter()} <= {"div", "p", "a", "span"}
            dates = [event["start_date"], event.get("end_date", event["start_date"])]
            first, last = (date(day["year"], day.get("month", 1), day.get("day", 1)) for day in dates)
            assert first <= last


def test_the_timeline_holds_the_latest_and_names_the_files_of_all() -> None:
    entries = [replace(own_digest().timeline[0], edtf=f"{1900 + n}-02") for n in range(120)]
    digest = replace(own_digest(), timeline=tuple(entries))
    for site in (SITE, ""):
        written = files(digest, site)
        for language, root in (("ar", ""), ("en", "en/")):
            data = json.loads(written[f"{root}timeline.json"])
            assert [event["start_date"]["year"] for event in data["events"]] == list(range(1920, 2020))
            years = data["_mujaz"]["years"]
            assert len(years) == 120
            for item in years:
                path = item["url"].removeprefix(SITE) if site else root + item["url"]
                assert len(json.loads(written[path])["events"]) == item["events"] == 1, language
