"""What was mended in a page when it was read stands on its article's page, in both languages."""

from __future__ import annotations

import codecs
import json
import re

import pytest
from lxml import html

from digest.errors import RulesError
from digest.model import Article, Digest
from digest.pipeline import build_article
from digest.render import render_article
from digest.rules import default_rules
from digest.seeds import repairs, seed_from_bytes
from digest.vocabulary import Vocabulary
from digest.wording.repairs import repair_words
from digest.wording.strings import LANGUAGES, Language, say
from tests.pages import BODY, HEADLINE

TEXT = "\n".join((HEADLINE, *BODY))
LINKED = json.dumps({"@type": "NewsArticle", "articleBody": "\n".join(BODY)})
SPACED = TEXT.replace("الوزير", "الو\u200bزير").replace("المعرض", "المعـــرض").replace("من", "م\u202bن")
PAGES = {
    "bom": ("a.txt", codecs.BOM_UTF8 + TEXT.encode()),
    "utf-16": ("a.txt", TEXT.encode("utf-16")),
    "no-bom": ("a.txt", TEXT.encode("utf-16-le")),
    "half": ("a.txt", TEXT.encode("utf-16-le") + b"a"),
    "cp1256": ("a.txt", TEXT.encode("cp1256")),
    "lost": ("a.txt", TEXT.encode() + b"\xff\xfe"),
    "mojibake": ("a.txt", TEXT.encode().decode("cp1252", "replace").encode()),
    "hidden": ("a.txt", SPACED.encode()),
    "ends": ("a.txt", TEXT.replace("\n", "\r").encode()),
    "tags": ("a.txt", TEXT.replace("الوزير", "<b>الوزير</b>").encode()),
    "html": ("a.txt", f"<html><body><h1>{HEADLINE}</h1><p>{'<p>'.join(BODY)}".encode()),
    "linked": ("a.html", f"<h1>{HEADLINE}</h1><script type='application/ld+json'>{LINKED}</script>".encode()),
}


def mended(article: Article, language: Language) -> list[str]:
    text = render_article(article, Digest((article,), (), {}, {}), language)
    page = html.fromstring(f"<div>{text.partition(chr(10) + '---' + chr(10))[2]}</div>")
    folds = page.find_class("digest-left-out")
    fold = next((one for one in folds if one[0].text_content() == say("article.repaired", language)), None)
    return [] if fold is None else [item.text_content() for item in fold.iter("li")]


@pytest.mark.parametrize("case", PAGES)
def test_what_was_mended_stands_on_the_page_in_its_language(case: str) -> None:
    name, data = PAGES[case]
    article = build_article(seed_from_bytes(data, name), Vocabulary({}))
    assert article.seed.repairs
    assert mended(article, "en") == list(article.seed.repairs)
    said = mended(article, "ar")
    assert len(said) == len(article.seed.repairs)
    assert all(re.match("[\u0621-\u064a]", line) for line in said)


def test_a_page_that_needed_nothing_says_nothing() -> None:
    article = build_article(seed_from_bytes(TEXT.encode(), "a.txt"), Vocabulary({}))
    assert [mended(article, language) for language in LANGUAGES] == [[], []]


def test_every_step_of_mending_has_words_and_every_words_tell_themselves() -> None:
    for _, note in repairs.STEPS:
        assert repair_words(note)[1] == {}
    for key, words in default_rules().table("strings").items():
        if key.startswith("repair."):
            assert (
                repair_words(words["en"].replace("{encoding}", "cp1256").replace("{count}", "12"))[0] == key
            )
    with pytest.raises(RulesError, match="no words"):
        repair_words("something else was done")
