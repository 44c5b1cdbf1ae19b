"""Files for programs, each read back by an independent parser; hostile texts; dates that are not days."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from io import StringIO
from typing import Any

import feedparser
import jsonschema_rs
import pytest
import rispy
from citeproc.source.json import CiteProcJSON
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html
from pybtex.database import parse_string

from digest.formats import Addresses, certain, content_policy, head_of, machine_files, whole_day
from digest.formats.addresses import written_url
from digest.formats.citations import Reference, bibtex, csl_json, ris
from digest.formats.feeds import MOST
from digest.formats.jsontext import json_text, script_json
from digest.model import (
    Article,
    Basis,
    Correction,
    Digest,
    EntityKind,
    Field,
    Publication,
    Segment,
    SegmentState,
    Translation,
    VocabularyEntry,
)
from digest.pipeline import build_digest
from digest.render import sites_of
from tests.conftest import ROOT
from tests.made import article

SITE = "https://example.org/news/"
HOSTILE = (
    "</script><script>alert(1)</script> & \"q\" 's' ]]> {b} }}{{ \\x $m$ % # _ ^ ~ @x{y} "
    "\u202eevil\u202c \u2028\u2029 \x00\x08 ER  - \n TY  - BOOK ${x} [l](u)"
)
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": {"type": "string", "format": "uri"},
        "feed_url": {"type": "string", "format": "uri"},
        "description": {"type": "string"},
        "language": {"enum": ["ar", "en"]},
        "authors": {"$ref": "#/$defs/authors"},
        "items": {
            "type": "array",
            "maxItems": MOST,
            "items": {
                "type": "object",
                "required": ["id", "url", "content_text"],
                "properties": {
                    "id": {"type": "string", "minLength": 1},
                    "url": {"type": "string", "format": "uri"},
                    "external_url": {"type": "string", "format": "uri"},
                    "title": {"type": "string", "minLength": 1},
                    "content_text": {"type": "string", "minLength": 1},
                    "date_published": {"type": "string", "format": "date-time"},
                    "authors": {"$ref": "#/$defs/authors"},
                    "tags": {"type": "array", "items": {"type": "string", "minLength": 1}},
                    "language": {"enum": ["ar", "en"]},
                },
                "patternProperties": {"^_[a-zA-Z]+$": {"type": "object"}},
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
    "$defs": {
        "authors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["name"],
                "additionalProperties": False,
                "properties": {"name": {"type": "string", "minLength": 1}},
            },
        }
    },
}
SLIDE_DATE = {
    "type": "object",
    "required": ["year"],
    "properties": {
        "year": {"type": "integer"},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
    },
    "dependentRequired": {"day": ["month"]},
    "additionalProperties": False,
}
TIMELINEJS = {
    "type": "object",
    "required": ["events"],
    "properties": {
        "scale": {"enum": ["human", "cosmological"]},
        "title": {"type": "object"},
        "events": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["start_date", "text", "unique_id"],
                "properties": {
                    "start_date": SLIDE_DATE,
                    "end_date": SLIDE_DATE,
                    "display_date": {"type": "string"},
                    "unique_id": {"type": "string", "minLength": 1},
                    "group": {"type": "string"},
                    "text": {
                        "type": "object",
                        "required": ["headline", "text"],
                        "additionalProperties": False,
                        "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
                    },
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}


@cache
def own_digest() -> Digest:
    return build_digest(ROOT)


def files(digest: Digest, site: str = SITE) -> dict[str, str]:
    return dict(machine_files(sites_of(digest), Addresses(site)))


@pytest.fixture(scope="module")
def own() -> dict[str, str]:
    return files(own_digest())


def named(made: Article, *, headline: str, url: str | None = None) -> Article:
    """An article with a headline and an address of its original."""
    extract = replace(
        made.extract,
        headline=Field(headline, "test"),
        byline=Field(HOSTILE, "test"),
        source=Field(HOSTILE, "test"),
    )
    return replace(made, extract=extract, correction=Correction(made.id, "x.yml", url=url))


def made_digest(*articles: Article, **vocabulary: VocabularyEntry) -> Digest:
    return Digest(articles, (), {}, vocabulary)


def hostile_digest() -> Digest:
    made = article("hostile", [HOSTILE], topics=["energy"], published="2022-02")
    made = replace(made, findings=replace(made.findings, summary=(0,)))
    topic = VocabularyEntry("energy", EntityKind.TOPIC, HOSTILE, None)
    return made_digest(named(made, headline=HOSTILE, url="https://x.example/{a}\\b c?<d>"), energy=topic)


def in_english(made: Article, state: SegmentState) -> Article:
    """The article with its headline (it has no summary) in English of a state."""
    segment = Segment("0" * 12, made.extract.headline.text, "headline")
    return replace(made, translations=(Translation(segment, f"English of {made.id}", state),))


def of(own: dict[str, str], end: str) -> Iterator[tuple[str, str]]:
    found = [(path, text) for path, text in own.items() if path.endswith(end)]
    assert found
    yield from found


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
    assert not re.search("[<>&\u2028\u2029\u202a-\u202e]", str(head.linked))
    page = html.fromstring(
        f'<html><head><script type="application/ld+json">{head.linked}</script></head></html>'
    )
    (script,) = page.iter("script")
    assert json.loads(script.text)["headline"].startswith("</script><script>alert(1)")


@given(st.text())
def test_json_survives_its_escapes(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    assert json.loads(json_text([text])) == [text]
    assert json.loads(str(script_json([text]))) == [text]


@settings(max_examples=60)
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
    singles = [json.loads(text) for _, text in of(own, "/article.json") if "published" in text[:20000]]
    for path, text in of(own, "/article.json"):
        if path.startswith("ar/"):
            one.validate(json.loads(text))
    assert [item["id"] for item in data["articles"]] == [item.id for item in own_digest().articles]
    assert all(item in singles for item in data["articles"])
    del data["articles"][0]["published"]
    assert not whole.is_valid(data)


def test_the_timeline_keeps_timelinejs_rules(own: dict[str, str]) -> None:
    validator = jsonschema_rs.Draft202012Validator(TIMELINEJS)
    for _, text in of(own, "timeline.json"):
        data = json.loads(text)
        validator.validate(data)
        assert len(data["events"]) == len(own_digest().timeline)
        for event in data["events"]:
            for words in event["text"].values():
                tree = html.fragment_fromstring(words, create_parent=True)
                assert {node.tag for node in tree.iter()} <= {"div", "p", "a", "span"}
            dates = [event["start_date"], event.get("end_date", event["start_date"])]
            first, last = (date(day["year"], day.get("month", 1), day.get("day", 1)) for day in dates)
            assert first <= last


# citations


def reference(edtf: str | None, basis: Basis = Basis.STATED) -> Reference:
    return Reference(
        "a-b", "عنوان {خبر}", "ماهر الزياتي", "الميادين", edtf, basis, "https://x.example/a_b?c=%20"
    )


@pytest.mark.parametrize(
    ("edtf", "year", "month", "slashed", "date_parts"),
    [
        ("2022-02-04", "2022", "February", "2022/02/04/", [[2022, 2, 4]]),
        ("2022-02", "2022", "February", "2022/02//", [[2022, 2]]),
        ("[2022-02-04,2022-02-11]", "2022", "February", "2022/02//", [[2022, 2]]),
        ("2022-21", "2022", None, "2022///", [[2022]]),
        ("2021/2022", None, None, None, [[2021], [2022]]),
        (None, None, None, None, None),
    ],
)
def test_citations_have_the_date_that_is_known(
    edtf: str | None, year: str | None, month: str | None, slashed: str | None, date_parts: list[Any] | None
) -> None:
    cited = reference(edtf)
    entry = parse_string(bibtex(cited), "bibtex").entries["a-b"]
    assert (entry.fields.get("year"), entry.fields.get("month")) == (year, month)
    (record,) = rispy.loads(ris(cited))
    assert (record.get("year"), record.get("date")) == (year, slashed)
    (item,) = json.loads(csl_json(cited))
    assert item.get("issued", {}).get("date-parts") == date_parts


def test_citations_say_who_where_and_how_the_date_is_known() -> None:
    cited = reference("2022-02-04", Basis.INFERRED)
    entry = parse_string(bibtex(cited), "bibtex").entries["a-b"]
    assert entry.fields["title"] == r"{عنوان \textbraceleft{}خبر\textbraceright{}}"
    assert [str(person) for person in entry.persons["author"]] == ["{ماهر الزياتي}"]
    assert entry.fields["journal"] == "الميادين"
    assert entry.fields["url"] == cited.url
    (record,) = rispy.loads(ris(cited))
    assert (record["title"], record["authors"]) == (cited.title, [cited.author])
    assert (record["secondary_title"], record["language"]) == ("الميادين", "ar")
    assert record["notes"] == ["date of publication inferred from the text: 2022-02-04 (EDTF)"]
    parsed = CiteProcJSON(json.loads(csl_json(cited)))["a-b"]
    assert parsed.type == "article-newspaper"
    assert (str(parsed["title"]), str(parsed["container_title"])) == (cited.title, "الميادين")
    assert parsed["issued"].year == 2022


def test_every_article_has_its_citations(own: dict[str, str]) -> None:
    for made in own_digest().articles:
        folder = f"ar/articles/{made.slug}"
        assert list(parse_string(own[f"{folder}/original.bib"], "bibtex").entries) == [made.slug]
        (record,) = rispy.load(StringIO(own[f"{folder}/original.ris"]))
        assert record["title"] == made.extract.headline.text
        assert CiteProcJSON(json.loads(own[f"{folder}/original.csl.json"]))


# heads


def test_json_ld_describes_the_article() -> None:
    made = article("a", ["خبر قصير."], topics=["energy"], published="2022-02")
    made = named(made, headline="عنوان", url="https://x.example/1")
    topic = VocabularyEntry("energy", EntityKind.TOPIC, "طاقة", "energy")
    digest = made_digest(in_english(made, SegmentState.HUMAN), energy=topic)
    head = head_of(sites_of(digest)["en"], "en/articles/a.md", Addresses(SITE), digest.articles[0])
    data = json.loads(str(head.linked))
    assert (data["@type"], data["inLanguage"], data["headline"]) == ("NewsArticle", "en", "English of a")
    assert (data["datePublished"], data["isBasedOn"]) == ("2022-02", "https://x.example/1")
    assert data["translationOfWork"]["@id"] == f"{SITE}ar/articles/a/"
    assert data["publisher"]["name"] == "Mujaz"
    assert data["about"][0]["name"] == "energy"
    properties = dict(head.properties)
    assert properties["og:url"] == f"{SITE}en/articles/a/"
    assert properties["article:published_time"] == "2022-02"


def test_a_topic_page_leads_to_its_own_feed_first() -> None:
    site = sites_of(own_digest())["en"]
    topic = site.index.entries[EntityKind.TOPIC][0].id
    head = head_of(site, f"en/topics/{topic}.md", Addresses(SITE))
    assert [link.href for link in head.links] == [
        "feed.xml",
        "feed.json",
        "../../feed.xml",
        "../../feed.json",
    ]
    assert head.linked is None
    assert head.properties == ()


# the small parts


@pytest.mark.parametrize(
    ("edtf", "known"),
    [
        (None, None),
        ("2022-02-04", "2022-02-04"),
        ("2022-02-04~", None),
        ("2022-02-03/2022-02-05", "2022-02"),
        ("2022", "2022"),
        ("../2022", None),
        ("197X", None),
    ],
)
def test_certain(edtf: str | None, known: str | None) -> None:
    assert certain(edtf) == known
    assert whole_day(edtf) == (known if known and len(known) == 10 else None)


@pytest.mark.parametrize(
    ("stated", "written"),
    [
        (None, None),
        ("javascript:alert(1)", None),
        ("https://", None),
        ("https://x.example/خبر", "https://x.example/%D8%AE%D8%A8%D8%B1"),
        ("http://x.example/%D8%AE?a=1&b=2#c", "http://x.example/%D8%AE?a=1&b=2#c"),
    ],
)
def test_written_url(stated: str | None, written: str | None) -> None:
    assert written_url(stated) == written


def test_the_policy_allows_inline_scripts_only_while_serving() -> None:
    directives = dict(part.split(" ", 1) for part in content_policy().split("; "))
    assert "unsafe-inline" not in content_policy()
    assert directives["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert "'unsafe-inline'" in content_policy(serving=True)


def test_without_an_address_links_are_relative() -> None:
    digest = made_digest(article("a", ["خبر قصير."]))
    written = files(digest, "")
    assert json.loads(written["ar/feed.json"])["items"][0]["url"] == "articles/a/"
    assert "](ar/articles/a/article.md)" in written["llms.txt"]


def test_llms_txt_lists_what_there_is(own: dict[str, str]) -> None:
    text = own["llms.txt"]
    assert text.startswith("# Mujaz")
    assert re.match(r"# .+\n\n> .+\n", text)
    targets = [link.removeprefix(SITE) for link in re.findall(r"\]\(([^)]+)\)", text)]
    beside = [target for target in targets if target.endswith("/article.md")]
    assert len(beside) >= len(own_digest().articles)
    missing = set(targets) - set(own) - set(beside) - {"sitemap.xml", "ar/archive/", "en/archive/"}
    assert not missing


def test_the_same_digest_gives_the_same_bytes(own: dict[str, str]) -> None:
    assert files(own_digest()) == own


def test_publications_of_all_bases_are_cited() -> None:
    for basis in Basis:
        made = article("a", ["خبر قصير."])
        publication = Publication(None if basis is Basis.UNKNOWN else "2022-02", basis)
        made = replace(made, findings=replace(made.findings, publication=publication))
        assert len(rispy.loads(files(made_digest(made))["ar/articles/a/original.ris"])) == 1
