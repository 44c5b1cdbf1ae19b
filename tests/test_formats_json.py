"""The digest as JSON and as TimelineJS: valid by the published schemas, and whole over its files."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from operator import itemgetter

import jsonschema_rs
import pytest
from lxml import html

from digest.model import Event, EventTime, Grain, Span, TimelineEntry
from digest.record import digest_record
from digest.render.listed import TELLINGS
from tests.formats import SITE, TIMELINEJS, files, made_digest, own_files
from tests.made import article
from tests.own import own_digest


@pytest.fixture(scope="module")
def own() -> dict[str, str]:
    return own_files()


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
