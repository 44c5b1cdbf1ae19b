"""The timeline across the digest for TimelineJS, in a language. Pure.

TimelineJS reads every text as HTML, so that each is escaped; a text in the other language says so.
Source: https://timeline.knightlab.com/docs/json-format.html.
"""

from __future__ import annotations

from functools import cache

from markupsafe import Markup, escape

from digest.formats.addresses import Addresses, timeline_path
from digest.formats.jsontext import json_text
from digest.model import Event
from digest.render import Site
from digest.render.escape import visible
from digest.render.links import anchor, article_path
from digest.render.views import Shown
from digest.timeline import timelinejs
from digest.wording.dates import date_in_words
from digest.wording.strings import say


def timeline_file(site: Site, addresses: Addresses) -> tuple[str, str]:
    """Path and text of a language's timeline."""
    path, articles = timeline_path(site.language), site.index.articles

    @cache
    def title(id_: str) -> str:
        return _html(site.headline(articles[id_]), site.language)

    def text(id_: str, event: Event) -> str:
        article = articles[id_]
        page = f"{site.language}/{article_path(article.slug)}"
        told = _html(site.sentence(article, event.sentence), site.language)
        link = Markup('<a href="{}">{}</a>').format(
            addresses.to(path, page, anchor(event.sentence)), say("article.text", site.language)
        )
        return f"<p>{told}</p><p>{link}</p>"

    @cache
    def group(id_: str) -> str | None:
        source = site.source(articles[id_])
        return str(escape(visible(source.label))) if source else None

    data = timelinejs(
        site.digest.timeline,
        headline=lambda id_, _: title(id_),
        text=text,
        display=cache(lambda edtf: str(escape(date_in_words(edtf, site.language)))),
        group=group,
        title=str(escape(f"{say('site.name', site.language)} – {say('page.timeline', site.language)}")),
    )
    return path, json_text(data)


def _html(shown: Shown, language: str) -> str:
    if shown.language == language:
        return str(escape(visible(shown.text)))
    span = Markup('<span lang="{}" dir="{}">{}</span>')
    return str(span.format(shown.language, shown.direction, visible(shown.text)))
