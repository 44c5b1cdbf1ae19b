"""Quotations on English pages: the quoted words alone, where it is certain which they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from digest.model import Article, Quotation, Segment, SegmentState, Sentence, Span, Translation
from digest.render import Site
from digest.render.quoted import english_words, sentences_of
from digest.text import segment_id
from tests.made import article as made_article
from tests.untranslated import english_side, sixth


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return english_side(tmp_path_factory.mktemp("english"))


def test_the_five_articles_quotations_are_the_quoted_words(site: Site) -> None:
    shown = 0
    for article in site.digest.articles:
        for quotation in article.findings.quotations if article.id != "sixth" else ():
            quote = site.quote(article, quotation)
            text = quote.text
            assert (text.language, quote.exact) == ("en", True)
            assert text.arabic == quotation.text
            assert not re.search("[“”]", text.text)
            assert not re.match(r"(?:\w+ ){0,4}(?:said|added|stressed|noted)\b", text.text), text.text
            assert 0.5 < len(text.text) / len(quotation.text) < 2.2, text.text
            shown += 1
    assert shown == 35
    waiting = [site.quote(sixth(site), quotation) for quotation in sixth(site).findings.quotations]
    assert [quote.text.untranslated for quote in waiting] == [True, True]
    assert waiting[0].gloss
    assert waiting[0].gloss.dates == ("May 2026",)


def _quoted(arabic: Sequence[str], quotations: Sequence[str]) -> tuple[Article, list[Quotation]]:
    made = made_article("made", [" ".join(arabic)])
    text = made.document.text
    sentences = tuple(
        Sentence(
            index,
            0,
            made.findings.sentences[0].kind,
            Span(text.index(item), text.index(item) + len(item)),
            item,
        )
        for index, item in enumerate(arabic)
    )
    found = []
    for words in quotations:
        span = Span(text.index(words), text.index(words) + len(words))
        first = next(item.index for item in sentences if item.span.overlaps(span))
        found.append(Quotation(span, words, None, None, None, first))
    findings = replace(made.findings, sentences=sentences, quotations=tuple(found))
    return replace(made, findings=findings), found


FIRST, SECOND = "سنواصل العمل معا من أجل السلام في المنطقة", "لن نتراجع عن موقفنا أبدا مهما كان الثمن"
GO_ON, NEVER = (
    "We will keep on working for peace in the region",
    "We will never step back at all, come what may",
)


@pytest.mark.parametrize(
    ("arabic", "quotations", "english", "words"),
    [
        ([f'قال: "{FIRST}".'], [FIRST], [f"He said: “{GO_ON}.”"],
         [f"{GO_ON}."]),
        ([f'قال: "{FIRST}"، مضيفا: "{SECOND}".'], [FIRST, SECOND],
         [f"“{GO_ON},” he said, adding: “{NEVER}.”"],
         [f"{GO_ON}", f"{NEVER}."]),
        ([f'قال لـ"الوطن": "{FIRST}".'], [FIRST],
         [f"He told “Al-Watan”: “{GO_ON}.”"],
         [f"{GO_ON}."]),
        ([f'قال: "{FIRST}.', f'{SECOND}".'], [f"{FIRST}. {SECOND}"],
         [f"He said: “{GO_ON}.", f"{NEVER}.”"],
         [f"{GO_ON}. {NEVER}."]),
        ([f'قال: "{FIRST}".'], [FIRST], ["He said they would keep working together for peace in the region."],
         ["He said they would keep working together for peace in the region."]),
        ([f'قال: "{FIRST}".'], [FIRST], ["He said they would “keep on” for peace in the region."],
         ["He said they would “keep on” for peace in the region."]),
        ([FIRST], [FIRST], [f"“{GO_ON}"],
         [f"{GO_ON}"]),
    ],
    ids=["one", "two", "a name in marks", "over two sentences", "no marks", "too little in marks", "whole"],
)  # fmt: skip
def test_the_marked_passage_that_corresponds(
    arabic: list[str], quotations: list[str], english: list[str], words: list[str]
) -> None:
    article, found = _quoted(arabic, quotations)
    told = [[english[index] for index in sentences_of(article, item)] for item in found]
    given = [english_words(article, item, said) for item, said in zip(found, told, strict=True)]
    # What is not the words alone is the sentences that report them, marks and all.
    assert given == [(text, text.strip("“”") == text and text not in english) for text in words]


def test_a_quotation_is_english_where_all_its_sentences_are(site: Site) -> None:
    article, (quotation,) = _quoted([f'قال: "{FIRST}.', f'{SECOND}".'], [f"{FIRST}. {SECOND}"])
    texts = [item.text for item in article.findings.sentences]
    english = ["He said: “We go on.", "We stay.”"]

    def translated(*states: SegmentState) -> Article:
        return replace(article, translations=tuple(
            Translation(Segment(segment_id(ar), ar, "body", index), en, state)
            for index, (ar, en, state) in enumerate(zip(texts, english, states, strict=True))
        ))  # fmt: skip

    half = site.quote(translated(SegmentState.HUMAN, SegmentState.MISSING), quotation).text
    assert (half.language, half.text, half.untranslated) == ("ar", quotation.text, True)
    whole = site.quote(translated(SegmentState.HUMAN, SegmentState.MACHINE), quotation).text
    assert (whole.language, whole.state) == ("en", "machine")
