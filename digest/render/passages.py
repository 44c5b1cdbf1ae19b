"""An article on the page of a name or topic: its card, and the sentences that speak of it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from digest.model import Article
from digest.render.escape import shortened
from digest.render.links import anchor, article_path
from digest.render.listed import LINKS
from digest.render.shown import Entry, Passage
from digest.render.views import Site
from digest.wording.counts import count_in_words

_SHOWN, _ROOM = 2, 400
"""Sentences of an article that are shown, and characters of each; the others are linked."""


def entry_with_passages(site: Site, article: Article, id_: str) -> Entry:
    """An article with the first sentences that speak of a name or topic, but for the one its card shows."""
    lead = article.findings.summary[:1]
    shown = [index for index in site.index.places(article, id_) if index not in lead][:_SHOWN]
    return _entry(site, article, id_, shown)


def entry_in_brief(site: Site, article: Article, id_: str) -> Entry:
    """An article with links alone to the sentences that speak of a name or topic."""
    return _entry(site, article, id_, ())


def _entry(site: Site, article: Article, id_: str, shown: Sequence[int]) -> Entry:
    others = [index for index in site.index.places(article, id_) if index not in shown]
    more = count_in_words(len(others) - LINKS, "sentence", site.language) if len(others) > LINKS else ""
    passages = tuple(_passage(site, article, index) for index in shown)
    return Entry(site.card(article), passages, tuple(map(anchor, others[:LINKS])), more)


def _passage(site: Site, article: Article, index: int) -> Passage:
    """A sentence with its place."""
    text = site.sentence(article, index)
    gloss = site.gloss(article, index) if text.untranslated else None
    text = replace(text, text=shortened(text.text, _ROOM))
    return Passage(article_path(article.slug), anchor(index), text, gloss)
