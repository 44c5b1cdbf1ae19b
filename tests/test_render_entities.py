"""What the page of a name or a topic says of it, in the language of the page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from digest.model import Digest, EntityKind
from digest.render import render_pages, sites_of
from digest.vocabulary import load_vocabulary
from digest.wording.strings import LANGUAGES
from digest.yamlfile import parse_yaml
from tests.archives import made, names
from tests.made import article

FOLDER = Path(__file__).parent.parent / "content" / "vocabulary"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topics_page_says_what_the_topic_is(language: str) -> None:
    entries = load_vocabulary(FOLDER).entries
    topics = {id_: entry for id_, entry in entries.items() if entry.kind is EntityKind.TOPIC}
    told = article("a", ["خبر", "قال المسؤول إن الاتفاق سيدخل حيز التنفيذ."], topics=list(topics))
    pages = dict(render_pages(Digest((told,), (), {}, entries)))
    for id_, entry in topics.items():
        head, body = pages[f"{language}/topics/{id_}.md"].removeprefix("---\n").split("\n---\n", 1)
        (deck,) = html.fromstring(f"<div>{body}</div>").find_class("digest-deck")
        expected = entry.en_description if language == "en" else entry.ar_description
        assert deck.text_content() == expected
        assert html.fromstring(parse_yaml(head, "page").data["description"]).text_content() == expected


def test_an_outlet_counts_the_articles_that_come_from_it() -> None:
    """Each once, whether it is named in them or not."""
    named, vocabulary = made(1, "2024-05-17", names()), names()
    silent = replace(named, findings=replace(named.findings, entities=()), id="n0002", slug="n0002")
    index = sites_of(Digest((named, silent), (), {}, vocabulary))["ar"].index
    assert index.counts["a-outlet"] == 2
