"""A few quoted words on an article's page: in their sentence, where it is certain who says them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from lxml import html

from digest.model import (
    Article,
    Digest,
    EntityKind,
    Quotation,
    Segment,
    SegmentState,
    Span,
    Translation,
    VocabularyEntry,
)
from digest.render import render_article
from digest.render.escape import html_marking
from digest.text import segment_id
from tests.made import article, names

SENTENCE = 'قال علي سالم إن السوق "متوازنة وتتسم بالهدوء" وإن الاتفاق "قريب جدا".'
BODY = ["وصل علي سالم إلى الميناء.", SENTENCE]
FEW = ("متوازنة وتتسم بالهدوء", "قريب جدا")
VOCABULARY = {"ali": VocabularyEntry("ali", EntityKind.PERSON, "علي سالم", "Ali Salem")}


def quoting(speaker: str | None, cue: str | None = "قال", english: str | None = None) -> Article:
    made = article("one", BODY)
    text = made.document.text
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in FEW]
    quotations = tuple(
        Quotation(span, words, speaker, None, cue, 1, fragment=True)
        for span, words in zip(spans, FEW, strict=True)
    )
    entities = tuple(names(made.document, {"ali": ["علي سالم"]}))
    findings = replace(made.findings, quotations=quotations, entities=entities)
    segment = Segment(segment_id(SENTENCE), SENTENCE, "body", 1)
    translations = (Translation(segment, english, SegmentState.MACHINE),) if english else ()
    return replace(made, findings=findings, translations=translations)


def speakers(made: Article, language: str) -> Sequence[html.HtmlElement]:
    text = render_article(made, Digest((made,), (), {}, VOCABULARY), language)  # type: ignore[arg-type]
    page = html.fromstring(f"<div>{text.partition(chr(10) + '---' + chr(10))[2]}</div>")
    return page.find_class("digest-speaker")


def marked(element: html.HtmlElement) -> list[str]:
    return [item.text_content() for item in element.find_class("digest-when")]


def test_they_stand_once_in_their_sentence_under_who_says_them() -> None:
    (speaker,) = speakers(quoting("ali"), "ar")
    assert speaker.find_class("digest-speaker__name")[0].text_content() == "علي سالم"
    (sentence,) = speaker.find_class("digest-part")
    assert sentence.text_content() == SENTENCE
    assert marked(sentence) == list(FEW)
    assert speaker.xpath(".//a[@href='#s2']")


@pytest.mark.parametrize(("speaker", "cue"), [(None, "قال"), ("ali", None)])
def test_they_stand_nowhere_where_it_is_not_certain_who_says_them(
    speaker: str | None, cue: str | None
) -> None:
    assert not speakers(quoting(speaker, cue), "ar")


def test_in_english_the_words_of_the_translation_stand_out() -> None:
    english = "Ali Salem said the market was “balanced and fairly calm” and a deal “very near”."
    (speaker,) = speakers(quoting("ali", english=english), "en")
    (sentence,) = speaker.find_class("digest-part")
    assert sentence.text_content() == english
    assert marked(sentence) == ["balanced and fairly calm", "very near"]
    assert speaker.find_class("digest-badge--machine")


def test_what_is_not_translated_is_arabic_and_marked_so() -> None:
    (speaker,) = speakers(quoting("ali"), "en")
    (sentence,) = speaker.find_class("digest-part")
    assert (sentence.get("lang"), sentence.get("dir")) == ("ar", "rtl")
    assert speaker.find_class("digest-badge--missing")


def test_several_words_are_marked_in_their_order() -> None:
    shown = html_marking("a <b> c b", ["b", "c", "x", "b"], "en")
    assert (
        shown
        == 'a &lt;<b class="digest-when">b</b>&gt; <b class="digest-when">c</b> <b class="digest-when">b</b>'
    )
