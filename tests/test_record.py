"""Articles as data: they fit their schema, and every span is where it says."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema_rs
import pytest

import digest
from digest.model import Digest
from digest.record import article_record, digest_record, enters_english, readable_english
from tests.own import own_digest

SCHEMA = json.loads((Path(digest.__file__).parent / "schema" / "article.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def five() -> Digest:
    return own_digest()


def test_every_article_fits_the_schema(five: Digest) -> None:
    validator = jsonschema_rs.validator_for(SCHEMA)
    for article in five.articles:
        record = article_record(article, five)
        assert [(fault.instance_path, fault.message) for fault in validator.iter_errors(record)] == []


def test_the_schema_refuses_an_unknown_key(five: Digest) -> None:
    record = article_record(five.articles[0], five) | {"headlin": "x"}
    assert list(jsonschema_rs.validator_for(SCHEMA).iter_errors(record))


def test_spans_point_at_what_they_stand_for(five: Digest) -> None:
    for article in five.articles:
        record, text = article_record(article, five), article.document.text
        for item in (*record["text"], *record["summary"], *record["quotations"]):
            start, end = item["span"]
            assert " ".join(text[start:end].split()) == item["ar"]
        for entity in record["entities"]:
            for start, end in entity["mentions"]:
                assert text[start:end].strip()


def test_the_record_survives_json(five: Digest) -> None:
    data = digest_record(five)
    assert json.loads(json.dumps(data, ensure_ascii=False)) == data
    assert [item["id"] for item in data["articles"]] == [article.id for article in five.articles]
    assert len(data["timeline"]) == len(five.timeline)


def test_all_five_are_in_reviewed_english(five: Digest) -> None:
    for article in five.articles:
        assert enters_english(article)
        assert all(readable_english(item) for item in article.translations)
