"""Digests and rules for the tests of the formats: hostile texts, JSON Feed and TimelineJS as schemas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import feedparser

from digest.formats import Addresses, machine_files
from digest.formats.feeds import MOST
from digest.model import (
    Article,
    Correction,
    Digest,
    EntityKind,
    Field,
    Segment,
    SegmentState,
    Translation,
    VocabularyEntry,
)
from digest.render import sites_of
from tests.made import article
from tests.own import own_digest

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
                "patternProperties": {"^_[a-z]+$": {"type": "object"}},
                "additionalProperties": False,
            },
        },
    },
    "patternProperties": {"^_[a-z]+$": {"type": "object"}},
    "additionalProperties": False,
}


@cache
def own_files() -> dict[str, str]:
    return files(own_digest())


def files(digest: Digest, site: str = SITE) -> dict[str, str]:
    return dict(machine_files(sites_of(digest), Addresses(site)))


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


def check_atom(text: str) -> Any:
    """A feed as an independent parser reads it, which has nothing to say against it."""
    parsed = feedparser.parse(text.encode())
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    for item in (parsed.feed, *parsed.entries):
        assert item.id
        assert item.title
        assert item.updated_parsed
    return parsed
