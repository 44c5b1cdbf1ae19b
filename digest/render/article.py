"""The page of one article. Pure: an article, its digest and a language in, Markdown with front matter out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from digest.edtf import is_valid, sort_key
from digest.leftout import LeftOut, left_out
from digest.model import (
    Article,
    EntityKind,
    Evidence,
    Field,
    Quotation,
    Related,
)
from digest.record import article_record, original_address
from digest.render.body import body
from digest.render.charts import figure_charts
from digest.render.engine import Page, plain_words, render_page
from digest.render.english import translation_status
from digest.render.escape import shortened, visible
from digest.render.figures import figure_views
from digest.render.grounds import grounds
from digest.render.links import anchor, article_path, original_path
from digest.render.quoted import english_words
from digest.render.shown import Gloss, Moment, Part, Quote, Shown, Tag
from digest.render.tabled import with_groups
from digest.render.views import Site
from digest.wording.dates import weekday_name
from digest.wording.repairs import repair_words

_WEEKDAYS = tuple(weekday_name(day, "en") for day in range(7))


def article_page(site: Site, article: Article) -> Page:
    """Path and text of an article's page."""
    path = f"{site.language}/{article_path(article.slug)}"
    return path, render_page(
        "article.md", path, site.language, _head(site, article), **_context(site, article)
    )


def _head(site: Site, article: Article) -> dict[str, Any]:
    lead = site.lead(article)
    return {
        "title": site.title(article),
        "description": shortened(lead) if lead else None,
        "date": article.findings.publication.edtf,
        "tags": [visible(tag.label) for tag in site.tags(article)],
        "hide": ["navigation"],
        "kind": "article",
        "robots": None if may_be_found(site, article) else "noindex",
        "search": None if may_be_found(site, article) else {"exclude": True},
        "article": article_record(article, site.digest),
    }


def may_be_found(site: Site, article: Article) -> bool:
    """Whether search engines may list the page: not one whose English no person wrote or reviewed."""
    return site.enters(article)


def _context(site: Site, article: Article) -> dict[str, Any]:
    extract, findings = article.extract, article.findings
    return {
        "article": article,
        "headline": site.headline(article),
        "label": site.shown(article, "label", extract.label.text) if extract.label else None,
        "deck": site.shown(article, "deck", extract.deck.text) if extract.deck else None,
        "heads": [site.shown(article, name, text) for name, text in _heads(article)],
        "credits": (_byline(site, article), site.source(article), _dateline(site, article)),
        "date": site.published(article),
        "evidence": _evidence(site, article),
        "status": translation_status(article),
        "summary": [_summary(site, article, index) for index in findings.summary],
        "moments": _moments(site, article),
        "figures": figure_views(site, article),
        "charts": figure_charts(site, article),
        "speakers": tuple(_speakers(site, article)),
        "blocks": tuple(with_groups(body(site, article))),
        "tags": tuple(_tags_by_kind(site, article)),
        "grounds": grounds(site, article),
        "related": [_related(site, article, item) for item in site.digest.related.get(article.id, ())],
        "left_out": list(_left_out(site, article)),
        "embedded": [(item, site.beside(article, item.headline or "")) for item in article.document.embedded],
        "repairs": list(map(repair_words, article.seed.repairs)),
        "citation": _citation(site, article),
        "original": original_path(article.slug),
        "url": original_address(article),
    }


def _byline(site: Site, article: Article) -> Shown | None:
    return site.credit(article, article.extract.byline, article.findings.byline)


def _dateline(site: Site, article: Article) -> Shown | None:
    return site.credit(article, article.extract.dateline, article.findings.dateline)


def _summary(site: Site, article: Article, index: int) -> tuple[int, Shown, Gloss | None]:
    """A sentence of the summary with its index, and the facts in it where it is not translated."""
    text = site.sentence(article, index)
    return index, text, site.gloss(article, index) if text.untranslated else None


def _heads(article: Article) -> Iterator[tuple[str, str]]:
    """The names and texts of the fields that stand above the text and are translated."""
    for name in ("label", "headline", "deck"):
        field: Field | None = getattr(article.extract, name)
        if field is not None:
            yield name, field.text


def _moments(site: Site, article: Article) -> list[Moment]:
    """The article's events in the order of time, those of one time in the order of the text."""
    events = sorted(article.findings.events, key=lambda event: sort_key(event.edtf))
    return [site.own_moment(article, event) for event in events]


@dataclass(frozen=True, slots=True)
class Reason:
    """A piece of evidence for a date, in words."""

    keys: tuple[str, ...]
    """Keys of the words for its rule, the most exact first."""
    words: str | None
    """What it says of the date, in the page's language, where there are words for it."""
    text: Shown | None
    """Where the article says so; None for what an editor says elsewhere."""
    outside: bool


def _left_out(site: Site, article: Article) -> Iterator[tuple[LeftOut, Shown]]:
    for part in left_out(article.document, article.extract):
        yield part, site.beside(article, article.seed.text[part.span.start : part.span.end])


def _evidence(site: Site, article: Article) -> dict[str, Any]:
    publication = article.findings.publication
    return {
        "reasons": [_reason(site, article, item) for item in publication.evidence],
        "text_only": site.date(publication.text_only) if publication.text_only else None,
        "reason": publication.reason,
        "settle": publication.settle_rule,
        "contradictions": [
            (_reason(site, article, item.evidence), site.date(item.given).words if item.given else None)
            for item in publication.contradictions
        ],
    }


def _reason(site: Site, article: Article, evidence: Evidence) -> Reason:
    text = site.beside(article, evidence.text) if evidence.span else None
    return Reason(_rule_keys(evidence.rule), _constraint(site, evidence), text, evidence.outside)


def _rule_keys(rule: str) -> tuple[str, ...]:
    return f"published.{rule}", f"published.{rule.partition('.')[0]}", "published.other"


def _constraint(site: Site, evidence: Evidence) -> str | None:
    """What a piece of evidence says of the date, in words of the page's language."""
    said = evidence.constraint
    if is_valid(said):
        return site.date(said).words
    weekday = said.removeprefix("a ")
    if weekday in _WEEKDAYS:
        day = weekday_name(_WEEKDAYS.index(weekday), site.language)
        return plain_words("date.weekday", site.language, day=day)
    return said if site.language == "en" and said.isascii() and said else None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is quoted, and what they say."""

    tag: Tag | None
    text: str | None
    """The speaker as the article names them, where the vocabulary does not know them."""
    quotes: tuple[Quote, ...]
    parts: tuple[Part, ...]
    """Sentences that take up a few words of theirs."""


def _speakers(site: Site, article: Article) -> Iterator[Speaker]:
    """The quotations by speaker, in the order in which speakers first speak.

    A few words count only where it is certain who says them, and by which verb.
    """
    shown = [item for item in article.findings.quotations if not item.fragment or (item.speaker and item.cue)]
    keys = list(dict.fromkeys(map(_speaker_key, shown)))
    shown.sort(key=lambda item: keys.index(_speaker_key(item)))
    for _, group in groupby(shown, key=_speaker_key):
        items = tuple(group)
        tag = site.tag(items[0].speaker) if items[0].speaker else None
        whole = (item for item in items if not item.fragment)
        quotes = tuple(dict.fromkeys(site.quote(article, item) for item in whole))
        parts = tuple(_parts(site, article, [item for item in items if item.fragment]))
        yield Speaker(tag, _name(article, items[0].speaker) or items[0].speaker_text, quotes, parts)


def _speaker_key(quotation: Quotation) -> str:
    return quotation.speaker or quotation.speaker_text or ""


def _parts(site: Site, article: Article, quotations: Sequence[Quotation]) -> Iterator[Part]:
    """The sentences that a few words each stand in, with the words."""
    for index, group in groupby(quotations, key=lambda item: item.sentence):
        text = site.sentence(article, index)
        gloss = site.gloss(article, index) if text.untranslated else None
        found = [_words_of(article, text, item) for item in group]
        yield Part(text, tuple(filter(None, found)), anchor(index), gloss)


def _words_of(article: Article, text: Shown, quotation: Quotation) -> str | None:
    if text.original or text.untranslated:
        return quotation.text
    words, exact = english_words(article, quotation, [text.text])
    return words if exact else None


def _name(article: Article, id_: str | None) -> str | None:
    return next((entity.ar for entity in article.findings.entities if entity.id == id_), None)


def _tags_by_kind(site: Site, article: Article) -> Iterator[tuple[str, tuple[Tag, ...]]]:
    tags = site.tags(article)
    order = (EntityKind.TOPIC, EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION)
    for kind in (*order, EntityKind.OUTLET, EntityKind.EVENT):
        members = tuple(tag for tag in tags if tag.kind == kind)
        if members:
            yield str(kind), members


def _related(site: Site, article: Article, item: Related) -> dict[str, Any]:
    other = site.index.articles[item.article]
    shared = [tag for id_ in item.shared if (tag := site.tag(id_))]
    story = _same_story(article, other) if item.same_story else None
    return {"card": site.card(other), "shared": shared, "same_story": story}


def _same_story(article: Article, other: Article) -> str:
    """The words for a story told twice: elsewhere, where both say by whom they are and no one is of both."""
    mine, others = set(article.findings.outlets), set(other.findings.outlets)
    elsewhere = mine and others and mine.isdisjoint(others)
    return "article.same-story-elsewhere" if elsewhere else "article.same-story"


def _citation(site: Site, article: Article) -> list[tuple[str, str]]:
    """How to cite the original: its headline, source, byline and date, each with its language."""
    headline, source, byline = site.headline(article), site.source(article), _byline(site, article)
    unstated = (plain_words("article.outlet-unknown", site.language), site.language)
    return [
        (headline.text, headline.language),
        (source.label, source.language) if source else unstated,
        *([(byline.text, byline.language)] if byline else []),
        (site.published(article).words, site.language),
    ]
