"""From a name or topic to every sentence about it, and from an article's topics to what they rest on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from lxml import html

from digest.model import (
    Article,
    Digest,
    Entity,
    EntityKind,
    Field,
    Segment,
    SegmentState,
    Span,
    TopicScore,
    Translation,
    VocabularyEntry,
)
from digest.render import Site, render_pages, sites_of
from digest.render.entities import ARTICLES
from digest.render.passages import entry_in_brief, entry_with_passages
from digest.render.places import pack_places, unpack_places
from digest.text import segment_id
from digest.wording.strings import LANGUAGES, Language
from tests.made import article, document, names

PERSON, TOPIC, BROAD = "ali", "energy", "economy"
BODY = [
    "وصل علي سالم إلى الميناء صباحا.",
    "لم تعلق الحكومة على النفط.",
    "قال علي سالم إن النفط وفير.",
    "وأضاف علي سالم أن الغاز قليل.",
    "ثم غادر علي سالم وبقي الغاز.",
]
NAMING = (0, 2, 3, 4)
VOCABULARY = {
    PERSON: VocabularyEntry(PERSON, EntityKind.PERSON, "علي سالم", "Ali Salem"),
    TOPIC: VocabularyEntry(TOPIC, EntityKind.TOPIC, "الطاقة", "energy", broader=(BROAD,)),
    BROAD: VocabularyEntry(BROAD, EntityKind.TOPIC, "الاقتصاد", "economy"),
}


def told(number: int = 0, english: Sequence[tuple[int, str, SegmentState]] = ()) -> Article:
    """An article that names a person in four sentences; words in four are evidence for its topic."""
    made = article(f"n{number:03}", BODY, topics=[TOPIC], published=f"2020-01-{number % 28 + 1:02}")
    entities: tuple[Entity, ...] = tuple(names(document(*BODY), {PERSON: ["علي سالم"]}))
    evidence = [
        found.span() for word in ("النفط", "الغاز") for found in re.finditer(word, made.document.text)
    ]
    topics = (
        TopicScore(TOPIC, 3.0, tuple(Span(*span) for span in sorted(evidence))),
        TopicScore(BROAD, 1.5, (), TOPIC),
    )
    translations = tuple(
        Translation(Segment(segment_id(BODY[index]), BODY[index], "body", index), en, state)
        for index, en, state in english
    )
    findings = replace(made.findings, entities=entities, topics=topics, summary=(0,))
    extract = replace(made.extract, headline=Field(f"خبر {number}", "test"))
    return replace(made, findings=findings, translations=translations, extract=extract)


def site_of(articles: Sequence[Article], language: Language) -> Site:
    return sites_of(Digest(tuple(articles), (), {}, VOCABULARY))[language]


def pages(articles: Sequence[Article]) -> dict[str, html.HtmlElement]:
    """The body of every page, by its path."""
    texts = dict(render_pages(Digest(tuple(articles), (), {}, VOCABULARY)))
    return {path: html.fromstring(f"<div>{_body(text)}</div>") for path, text in texts.items()}


def _body(text: str) -> str:
    return text.removeprefix("---\n").split("\n---\n", 1)[-1]


def places(element: html.HtmlElement, slug: str) -> list[int]:
    """The sentences of an article that a page links by their numbers."""
    links = element.xpath(f".//a[@class='digest-place'][contains(@href, '/{slug}/#s')]/@href")
    return sorted(int(link.rpartition("#s")[2]) - 1 for link in links)


def linked(element: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """(what a reader sees, what a screen reader says) of each link to a sentence."""
    for link in element.xpath(".//a[@class='digest-place']"):
        yield link.text_content(), link.get("aria-label")


def test_sentences_are_those_that_hold_a_mention_or_a_word_of_evidence() -> None:
    one = told()
    tags = (PERSON, TOPIC, BROAD, "unknown")
    packed = pack_places(one, tags)
    found = [unpack_places(packed, number) for number in range(len(tags))]
    assert found == [NAMING, (1, 2, 3, 4), (1, 2, 3, 4), ()]


def test_words_of_the_headline_are_in_no_sentence() -> None:
    one = told()
    findings = replace(one.findings, sentences=one.findings.sentences[1:])
    above = pack_places(replace(one, findings=findings), [PERSON])
    assert unpack_places(above, 0) == (1, 2, 3)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("folder", "id_"), [("people", PERSON), ("topics", TOPIC), ("topics", BROAD)])
def test_an_own_page_leads_to_every_sentence(language: Language, folder: str, id_: str) -> None:
    page = pages([told()])[f"{language}/{folder}/{id_}.md"]
    assert places(page, "n000") == [*(NAMING if id_ == PERSON else (1, 2, 3, 4))]
    for shown, label in linked(page):
        assert label.endswith(f"{shown}")


def test_the_first_sentences_stand_there_but_for_the_one_the_card_shows() -> None:
    entry = entry_with_passages(site_of([told()], "ar"), told(), PERSON)
    assert entry.card.lead is not None
    assert entry.card.lead.text == BODY[0]
    assert [item.text.text for item in entry.passages] == [BODY[2], BODY[3]]
    assert entry.places == ("s1", "s5")


def test_an_english_page_says_how_each_sentence_is_translated() -> None:
    one = told(english=[(2, "Ali Salem said there was oil.", SegmentState.MACHINE)])
    page = pages([one])["en/people/ali.md"]
    machine, missing = page.xpath(".//ul[@class='digest-passages']/li")
    assert "Ali Salem said there was oil." in machine.text_content()
    assert machine.find_class("digest-badge--machine")
    (arabic,) = missing.xpath(".//span[@lang='ar']")
    assert (arabic.get("dir"), arabic.text_content()) == ("rtl", BODY[3])
    assert missing.find_class("digest-badge--missing")


def test_pages_of_years_lead_to_every_sentence_of_every_article() -> None:
    many = [told(number) for number in range(ARTICLES + 3)]
    found = pages(many)
    own = found["ar/people/ali.md"]
    whole = found["ar/people/ali/all.md"]
    assert sum(bool(places(own, item.slug)) for item in many) == ARTICLES
    assert all(places(whole, item.slug) == [*NAMING] for item in many)
    assert not whole.find_class("digest-passages")


def test_links_count_for_the_room_of_a_page() -> None:
    site = site_of([told()], "ar")
    assert entry_in_brief(site, told(), PERSON).places == ("s1", "s3", "s4", "s5")
    longer = "وقال علي سالم هذا. " * 400
    many = [named_often(number, longer) for number in range(ARTICLES + 12)]
    site = site_of(many, "en")
    assert len(site.index.stories(PERSON)) > 1
    assert entry_in_brief(site, many[0], PERSON).more == "360 sentences"
    texts = dict(render_pages(Digest(tuple(many), (), {}, VOCABULARY)))
    assert max(len(text.encode()) for path, text in texts.items() if "/people/ali" in path) < 270_000


def named_often(number: int, body: str) -> Article:
    made = article(f"n{number:03}", ["خبر قصير.", body], published=f"2020-01-{number % 28 + 1:02}")
    entities: tuple[Entity, ...] = tuple(names(made.document, {PERSON: ["علي سالم"]}))
    return replace(made, findings=replace(made.findings, entities=entities))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_article_says_what_its_topics_rest_on(language: Language) -> None:
    page = pages([told()])[f"{language}/articles/n000.md"]
    (grounds,) = page.find_class("digest-grounds")
    energy, economy = grounds.findall("div")
    terms = [item.text_content() for item in energy.iter("li")]
    assert terms == ["النفط 2 3", "الغاز 4 5"]
    assert [item.get("lang") for item in energy.xpath(".//li/*[1]")] == [
        "ar" if language == "en" else None
    ] * 2
    assert [link.get("href") for link in energy.iter("a")] == ["#s2", "#s3", "#s4", "#s5"]
    said = {"ar": "لأنه يشمل موضوع «الطاقة»", "en": "Because it takes in the topic “Energy”"}
    assert [item.text_content() for item in economy.iter("p")] == [said[language]]


def test_a_topic_of_an_editors_says_so() -> None:
    one = told()
    by_hand = replace(one, findings=replace(one.findings, topics=(TopicScore(TOPIC, 1.0, ()),)))
    (grounds,) = pages([by_hand])["en/articles/n000.md"].find_class("digest-grounds")
    assert "Added by an editor" in grounds.text_content()


def test_what_an_earlier_index_found_of_the_same_articles_is_taken_over() -> None:
    first, second = told(1), told(2)
    before = sites_of(Digest((first, second), (), {}, VOCABULARY))["ar"].index
    assert before.places(first, PERSON) == NAMING
    changed = replace(second, findings=replace(second.findings, entities=()))
    after = sites_of(Digest((first, changed), (), {}, VOCABULARY), earlier=before)["ar"].index
    assert after.places(first, PERSON) == NAMING
    assert after.places(changed, PERSON) == ()
