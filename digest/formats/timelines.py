"""The timeline across the digest for TimelineJS, in a language: the latest events, and a file a year. Pure.

TimelineJS reads every text as HTML, so that each is escaped; a text in the other language says so.
Source: https://timeline.knightlab.com/docs/json-format.html.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from markupsafe import Markup, escape

from digest.formats.addresses import Addresses, timeline_path
from digest.formats.jsontext import json_text
from digest.model import Event, TimelineEntry
from digest.render import Site
from digest.render.escape import visible
from digest.render.links import anchor, article_path
from digest.render.parts import Part
from digest.render.shown import Shown
from digest.render.years import part_label
from digest.timeline import timelinejs
from digest.wording.dates import date_in_words
from digest.wording.strings import say

LATEST = 100
"""How many events `timeline.json` holds; those of every year are in files of their own."""


def latest_timeline(site: Site, addresses: Addresses) -> tuple[str, str]:
    """Path and text of a language's timeline: the latest events, and where each year's are."""
    parts, path = tuple(site.index.timeline.values()), timeline_path(site.language)
    words = say("page.timeline", site.language)
    latest = _timeline(site, addresses, path, site.digest.timeline[-LATEST:], words)
    return path, json_text({**latest, "_mujaz": {"about": _ABOUT, "years": _years(site, addresses, parts)}})


def year_timeline(site: Site, addresses: Addresses, name: str) -> tuple[str, str]:
    """Path and text of the timeline of a year, or of a part of one."""
    part, path = site.index.timeline[name], timeline_path(site.language, name)
    title = f"{say('page.timeline', site.language)}, {part_label(site, part)}"
    return path, json_text(_timeline(site, addresses, path, part.items, title))


_ABOUT = "The latest events; the files of years hold all of them"


def _years(site: Site, addresses: Addresses, parts: Sequence[Part[TimelineEntry]]) -> list[dict[str, Any]]:
    path = timeline_path(site.language)
    return [
        {
            "year": part.year,
            "part": part.number,
            "url": addresses.file(path, timeline_path(site.language, part.name)),
            "events": len(part.items),
        }
        for part in parts
    ]


def _timeline(
    site: Site, addresses: Addresses, path: str, entries: Sequence[TimelineEntry], words: str
) -> dict[str, Any]:
    articles = site.index.articles

    @cache
    def title(id_: str) -> str:
        return _html(site.headline(articles[id_]), site.language)

    def text(id_: str, event: Event) -> str:
        article = articles[id_]
        page = f"{site.language}/{article_path(article.slug)}"
        shown = site.sentence(article, event.sentence)
        told = _html(shown, site.language)
        link = Markup('<a href="{}">{}</a>').format(
            addresses.to(path, page, anchor(event.sentence)), say("article.text", site.language)
        )
        return f"<p>{told}</p>{_said(shown)}<p>{link}</p>"

    @cache
    def group(id_: str) -> str | None:
        source = site.source(articles[id_])
        return str(escape(visible(source.label))) if source else None

    return timelinejs(
        entries,
        headline=lambda id_, _: title(id_),
        text=text,
        display=cache(lambda edtf: str(escape(date_in_words(edtf, site.language)))),
        group=group,
        more=lambda id_, event: _translated(site.sentence(articles[id_], event.sentence)),
        title=str(escape(f"{say('site.name', site.language)} – {words}")),
    )


def _said(shown: Shown) -> str:
    """What a reader is to know of a translated text: that a machine made it, what its translator says."""
    words = [say("translation.state-machine", "en")] if shown.machine else []
    words += [say("translation.note", "en").format(note=visible(shown.note))] if shown.note else []
    return "".join(f"<p>{escape(item)}</p>" for item in words)


def _translated(shown: Shown) -> dict[str, Any]:
    """The state of a translated text, for programs."""
    if shown.state == "original":
        return {}
    return {"_mujaz": {"state": shown.state, "note": shown.note}}


def _html(shown: Shown, language: str) -> str:
    if shown.language == language:
        return str(escape(visible(shown.text)))
    span = Markup('<span lang="{}" dir="{}">{}</span>')
    return str(span.format(shown.language, shown.direction, visible(shown.text)))
