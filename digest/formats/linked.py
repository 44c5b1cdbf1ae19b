"""An article's page as schema.org describes it, for JSON-LD. Pure: plain data out.

`datePublished` has the precision that is known and is left out where that is less than a year.
Source: https://schema.org/NewsArticle.
"""

from __future__ import annotations

from typing import Any

from digest.formats.addresses import Addresses, written_url
from digest.formats.when import certain
from digest.model import Article, Entity, EntityKind, SegmentState
from digest.record import enters_english, original_address, original_language
from digest.render import Site
from digest.render.english import translation_status
from digest.render.escape import visible
from digest.render.links import article_path, entity_path
from digest.translate import ORIGINAL
from digest.wording.strings import LANGUAGES, say

Data = dict[str, Any]
_TYPES = {
    EntityKind.PERSON: "Person",
    EntityKind.PLACE: "Place",
    EntityKind.ORGANISATION: "Organization",
    EntityKind.OUTLET: "NewsMediaOrganization",
    EntityKind.EVENT: "Event",
}


def news_article(site: Site, article: Article, addresses: Addresses, path: str) -> Data:
    """The JSON-LD of an article's page at `path`."""
    page = f"{site.language}/{article_path(article.slug)}"
    url = addresses.to(path, page)
    headline, deck = site.headline(article), article.extract.deck
    summary = [visible(site.sentence(article, index).text) for index in article.findings.summary]
    return _given(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "@id": url,
            "url": url,
            "mainEntityOfPage": url,
            "headline": visible(headline.text),
            "alternativeHeadline": visible(site.shown(article, "deck", deck.text).text) if deck else None,
            "abstract": " ".join(summary),
            "inLanguage": original_language(article) if _as_it_is(article) else site.language,
            "datePublished": certain(article.findings.publication.edtf),
            "author": _author(article),
            "sourceOrganization": _organisation(site, article),
            "publisher": {
                "@type": "Organization",
                "name": say("site.name", site.language),
                "url": addresses.to(path, f"{site.language}/index.md"),
            },
            "isBasedOn": written_url(original_address(article)),
            **_translation(site, article, addresses, path),
            "about": [
                {"@type": "Thing", **_named(site, addresses, path, topic.id)}
                for topic in article.findings.topics
                if site.tag(topic.id)
            ],
            "mentions": [
                _mention(site, addresses, path, entity)
                for entity in article.findings.entities
                if entity.known and site.tag(entity.id)
            ],
            "isAccessibleForFree": True,
        }
    )


def _given(data: Data) -> Data:
    return {key: value for key, value in data.items() if value not in (None, "", [])}


def _author(article: Article) -> Data | None:
    byline = article.extract.byline
    return {"@type": "Person", "name": visible(byline.text)} if byline else None


def _organisation(site: Site, article: Article) -> Data | None:
    source = site.source(article)
    return {"@type": "NewsMediaOrganization", "name": visible(source.label)} if source else None


def _translation(site: Site, article: Article, addresses: Addresses, path: str) -> Data:
    """How the page and its counterpart in the other language belong together."""
    if _as_it_is(article):
        return {}
    (other,) = (language for language in LANGUAGES if language != site.language)
    counterpart = {"@id": addresses.to(path, f"{other}/{article_path(article.slug)}")}
    if site.language == "ar":
        return {"workTranslation": counterpart} if enters_english(article) else {}
    human = {
        item.by: None
        for item in article.translations
        if item.by and item.by != ORIGINAL and item.state is SegmentState.HUMAN
    }
    return {
        "translationOfWork": counterpart,
        "translator": [{"@type": "Person", "name": visible(name)} for name in human],
    }


def _as_it_is(article: Article) -> bool:
    """Whether both pages show the original, which has no Arabic: neither is a translation."""
    return translation_status(article).untranslated


def _named(site: Site, addresses: Addresses, path: str, id_: str) -> Data:
    """Name, the name in the other language, and page of a topic or entity."""
    entry = site.digest.vocabulary[id_]
    names = [entry.ar, entry.en] if site.language == "ar" or not entry.en else [entry.en, entry.ar]
    url = addresses.to(path, f"{site.language}/{entity_path(entry.kind, id_)}")
    return _given({"name": names[0], "alternateName": names[1], "url": url})


def _mention(site: Site, addresses: Addresses, path: str, entity: Entity) -> Data:
    kind = site.digest.vocabulary[entity.id].kind
    return {"@type": _TYPES.get(kind, "Thing"), **_named(site, addresses, path, entity.id)}
