"""Fills the hand-written pages: `<!-- digest: latest -->` becomes the latest articles, and so on. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import filterfalse, islice
from typing import Any

from digest.edtf import day_numbers
from digest.model import EntityKind, Event, TimelineEntry
from digest.render.charts import months_chart
from digest.render.engine import render_block
from digest.render.views import Site

_MARKER = re.compile(r"<!-- digest: ([a-z-]+) -->")

LATEST, LAST_EVENTS, MOST_PRESENT = 12, 6, 16
OF_ONE = 2
"""How many of the latest events one article may tell."""
AHEAD = 31
"""How many days after the newest article an event may begin and still be among the latest; what is further
ahead is on the timeline."""


def fill_markers(site: Site, path: str, markdown: str) -> str:
    """A hand-written page with its markers replaced; an unknown marker stays as it is, as a comment."""

    def replacement(match: re.Match[str]) -> str:
        make = _BLOCKS.get(match.group(1))
        if make is None:
            return match.group()
        return render_block(f"home-{match.group(1)}.md", path, site.language, **make(site))

    return _MARKER.sub(replacement, markdown)


def _latest(site: Site) -> dict[str, Any]:
    ready = list(islice(filter(site.enters, site.digest.articles), LATEST))
    waiting = islice(filterfalse(site.enters, site.digest.articles), LATEST - len(ready))
    return {"cards": list(map(site.card, ready)), "waiting": list(map(site.card, waiting))}


def _events(site: Site) -> dict[str, Any]:
    varied = islice(_varied(_own_events(site)), LAST_EVENTS)
    return {"moments": [site.moment(entry) for entry in varied]}


def _varied(entries: Iterable[TimelineEntry]) -> Iterator[TimelineEntry]:
    """Without what one article alone would fill the list with: a few of each, of different dates."""
    dates: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        teller, _ = entry.tellings[0]
        if entry.edtf not in dates[teller] and len(dates[teller]) < OF_ONE:
            dates[teller].add(entry.edtf)
            yield entry


def _own_events(site: Site) -> Iterator[TimelineEntry]:
    """The latest events as this language's own articles tell them: in English, those that have entered it."""
    for entry in _latest_events(site):
        own = tuple(telling for telling in entry.tellings if _is_own(site, *telling))
        if own:
            yield replace(entry, tellings=own)


def _is_own(site: Site, id_: str, event: Event) -> bool:
    article = site.index.articles[id_]
    return site.enters(article) and not site.sentence(article, event.sentence).untranslated


def _latest_events(site: Site) -> Iterator[TimelineEntry]:
    """What happened or was about to happen when the newest article appeared, the latest first."""
    newest = _newest_day(site)
    if newest is None:
        return reversed(site.digest.timeline)
    return (entry for entry in reversed(site.digest.timeline) if not _is_far(entry, newest))


def _newest_day(site: Site) -> int | None:
    """The last day on which an article can have appeared (an ordinal); None where none is dated."""
    dates = (article.findings.publication.edtf for article in site.digest.articles)
    days = [day for edtf in dates if edtf for day in day_numbers(edtf) if day is not None]
    return max(days, default=None)


def _is_far(entry: TimelineEntry, newest: int) -> bool:
    """Whether an event is too far ahead to be news; a term still running is no event of its last day."""
    first, last = day_numbers(entry.edtf)
    if first is None:
        return last is not None and last > newest
    return first > newest + AHEAD


def _people(site: Site) -> dict[str, Any]:
    return {"tags": _most_present(site, EntityKind.PERSON)}


def _topics(site: Site) -> dict[str, Any]:
    return {"tags": _most_present(site, EntityKind.TOPIC)}


def _months(site: Site) -> dict[str, Any]:
    return {"chart": months_chart(site, site.digest.articles, site.digest.timeline)}


def _most_present(site: Site, kind: EntityKind) -> list[Any]:
    return site.counted(site.index.entries[kind][:MOST_PRESENT])


_BLOCKS: dict[str, Callable[[Site], dict[str, Any]]] = {
    "latest": _latest,
    "events": _events,
    "people": _people,
    "topics": _topics,
    "months": _months,
}
