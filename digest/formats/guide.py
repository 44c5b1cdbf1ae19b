"""`llms.txt`: what language models and other programs find here, as Markdown. Pure.

Source: https://llmstxt.org.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from digest.formats.addresses import Addresses, beside_article, feed_path, timeline_path
from digest.formats.feeds import plain_shown
from digest.formats.templating import Verbatim, render
from digest.model import Article
from digest.record import enters_english
from digest.render import Site
from digest.render.english import translation_status
from digest.render.escape import plain_text
from digest.wording.dates import date_in_words
from digest.wording.strings import LANGUAGES, Language

PATH = "llms.txt"
MOST = 50
"""How many articles it lists; `digest.json` names the files that have all."""


def guide_file(sites: Mapping[Language, Site], addresses: Addresses) -> tuple[str, str]:
    """Path and text of the guide."""
    english = sites["en"]
    articles = english.digest.articles
    return PATH, render(
        "llms.txt",
        articles=[_article(sites, addresses, article) for article in articles[:MOST]],
        count=len(articles),
        page=lambda target: Verbatim(addresses.to(PATH, target)),
        file=lambda target: Verbatim(addresses.file(PATH, target)),
        feeds=[feed_path(language, form) for language in LANGUAGES for form in ("xml", "json")],
        timelines=[timeline_path(language) for language in LANGUAGES],
    )


def _article(sites: Mapping[Language, Site], addresses: Addresses, article: Article) -> dict[str, Any]:
    language: Language = "en" if enters_english(article) else "ar"
    site, edtf = sites[language], article.findings.publication.edtf
    source = site.source(article)
    return {
        "title": plain_shown(site.headline(article), language),
        "url": Verbatim(addresses.file(PATH, beside_article(article.slug, "article.md", language))),
        "date": date_in_words(edtf, "en") if edtf else "undated",
        "source": plain_text(source.label, source.language) if source else None,
        "original": Verbatim(addresses.file(PATH, beside_article(article.slug, "article.md", "ar"))),
        "translated": language == "en" and not translation_status(article).untranslated,
    }
