"""The timeline in the format of TimelineJS. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from digest import edtf
from digest.model import Event, TimelineEntry


def timelinejs(
    entries: Sequence[TimelineEntry],
    *,
    headline: Callable[[str, Event], str],
    text: Callable[[str, Event], str],
    display: Callable[[str], str],
    group: Callable[[str], str | None] = lambda _: None,
    more: Callable[[str, Event], dict[str, Any]] = lambda *_: {},
    title: str | None = None,
) -> dict[str, Any]:
    """The timeline in TimelineJS's documented JSON: partial dates leave month and day out.

    `headline` and `text` are asked for each entry's best telling (article id, event), `display` for the words
    of an EDTF value, `group` for the source of an article, `more` for what
    else an event is to say. An entry without a beginning is placed at its end.
    """
    events = [_slide(entry, headline, text, display, group) | more(*entry.tellings[0]) for entry in entries]
    exported: dict[str, Any] = {"scale": "human", "events": events}
    if title is not None:
        exported["title"] = {"text": {"headline": title}}
    return exported


def _slide(
    entry: TimelineEntry,
    headline: Callable[[str, Event], str],
    text: Callable[[str, Event], str],
    display: Callable[[str], str],
    group: Callable[[str], str | None],
) -> dict[str, Any]:
    article, event = entry.tellings[0]
    slide: dict[str, Any] = {
        **_slide_dates(entry.edtf),
        "display_date": display(entry.edtf),
        "text": {"headline": headline(article, event), "text": text(article, event)},
        "unique_id": f"{article}-s{event.sentence + 1}-{event.span.start}",
    }
    source = group(article)
    return slide if source is None else {**slide, "group": source}


def _slide_dates(value: str) -> dict[str, Any]:
    first, last = edtf.bounds(value)
    begin, end = _ends(edtf.without_marks(value))
    dates: dict[str, Any] = {"start_date": _partial(begin, first or last)}
    if end is not None and first is not None and last is not None:
        dates["end_date"] = _partial(end, last)
    return dates


def _ends(value: str) -> tuple[str, str | None]:
    """The finest values that begin and end it; None where the beginning says it all."""
    inner = value.strip("[]{}")
    for joint in ("/", "..", ","):
        if joint in inner.strip("."):
            parts = [part for part in inner.split(joint) if part.strip(".")]
            return (parts[0], parts[-1]) if len(parts) > 1 else (parts[0], None)
    return inner, inner if "X" in inner or (len(inner) == 7 and int(inner[5:]) > 12) else None


def _partial(value: str, day: date | None) -> dict[str, int]:
    if day is None:
        return {"year": int(value[:5])}
    parts = {"year": day.year}
    if len(value) >= 7 and "X" not in value:
        parts["month"] = day.month
    if len(value) == 10:
        parts["day"] = day.day
    return parts
