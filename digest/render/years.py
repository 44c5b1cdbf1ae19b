"""The way through pages of a year: links to them with counts, from one to the next, their months. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from digest.model import Article, TimelineEntry
from digest.render.engine import plain_words
from digest.render.listed import Story, date_of, month_of
from digest.render.notes import Table
from digest.render.parts import ALL, Part, neighbours
from digest.render.views import Site
from digest.wording.counts import count_in_words
from digest.wording.dates import month_name

T = TypeVar("T", bound=Story)

_JOINTS = {"ar": "، ", "en": ", "}
_NO_MONTH = 0


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to a page of a year, a month or everything, with what is there."""

    label: str
    path: str
    anchor: str = ""
    total: int = 0
    words: str = ""
    """How many of what, in words."""


@dataclass(frozen=True, slots=True)
class Around:
    """The pages before and after one of a year."""

    before: PageLink | None
    after: PageLink | None


@dataclass(frozen=True, slots=True)
class Section:
    """What is of one month, or of a year without a month."""

    anchor: str
    title: str
    items: tuple[object, ...]
    """Cards or moments."""


def part_path(folder: str, part: Part[T]) -> str:
    """A part's page, from its language's folder; `folder` is that of the main page's parts."""
    return f"{folder}/{part.name}.md"


def part_label(site: Site, part: Part[T]) -> str:
    """What a part is called."""
    if part.name == ALL:
        return plain_words("list.full", site.language)
    label = year_words(site, part.year)
    return label if part.number == 1 else plain_words("list.part", site.language, label=label, n=part.number)


def year_words(site: Site, year: int | None) -> str:
    """A year in words (`2024`, `301 BC`); for None that there is no date."""
    if year is None:
        return plain_words("date.undated", site.language)
    return site.date(f"{'-' if year < 0 else ''}{abs(year):04}").words


def year_links(site: Site, parts: Sequence[Part[T]], folder: str) -> tuple[PageLink, ...]:
    """A link to the first part of each year, newest first, and to what has no date after them."""
    links = list[PageLink]()
    for year, group in groupby(parts, key=lambda part: part.year):
        same = tuple(group)
        items = [item for part in same for item in part.items]
        link = _link(site, part_label(site, same[0]), part_path(folder, same[0]), items)
        links.insert(0 if year is not None else len(links), link)
    return tuple(links)


def month_links(site: Site, parts: Sequence[Part[T]], folder: str) -> tuple[PageLink, ...]:
    """A link to each month of the parts of one year, to where it begins."""
    found: dict[int, list[T]] = {}
    places: dict[int, str] = {}
    for part in parts:
        for item in part.items:
            month = _month(item, part.year)
            found.setdefault(month, []).append(item)
            places.setdefault(month, part_path(folder, part))
    return tuple(
        _link(site, _month_name(site, month), places[month], found[month], _anchor(month))
        for month in sorted(found)
    )


def around(site: Site, parts: Table[str, Part[T]], name: str, folder: str) -> Around:
    """The ways from one part to those beside it; all that is read of those is their names."""
    index = parts.names().index(name)
    before, after = (
        PageLink(part_label(site, part), part_path(folder, part)) if part else None
        for part in neighbours(tuple(parts.data.values()), index)
    )
    return Around(before, after)


def sections(site: Site, part: Part[T], view: Callable[[T], object]) -> tuple[Section, ...]:
    """A part by months; first what is of its year without one. What has no date has no title."""
    found: dict[int, list[object]] = {}
    for item in part.items:
        found.setdefault(_month(item, part.year), []).append(view(item))
    return tuple(
        Section(_anchor(month), _month_title(site, month, part.year), tuple(found[month]))
        for month in sorted(found)
    )


def counts_in_words(site: Site, items: Iterable[Story]) -> str:
    """How many articles, events and quotations there are, those that there are."""
    kinds = [_kind(item) for item in items]
    return _JOINTS[site.language].join(
        count_in_words(kinds.count(kind), kind, site.language)
        for kind in ("article", "event", "quotation")
        if kind in kinds
    )


def _link(site: Site, label: str, path: str, items: Sequence[Story], anchor: str = "") -> PageLink:
    return PageLink(label, path, anchor, len(items), counts_in_words(site, items))


def _kind(item: Story) -> str:
    if isinstance(item, Article):
        return "article"
    return "event" if isinstance(item, TimelineEntry) else "quotation"


def _month(item: Story, year: int | None) -> int:
    known = month_of(date_of(item))
    return known[1] if known and known[0] == year else _NO_MONTH


def _anchor(month: int) -> str:
    return f"m{month:02}"


def _month_name(site: Site, month: int) -> str:
    if month == _NO_MONTH:
        return plain_words("list.no-month", site.language)
    return month_name(month, site.language)


def _month_title(site: Site, month: int, year: int | None) -> str:
    if year is None:
        return ""
    if month == _NO_MONTH:
        return _month_name(site, month)
    return site.date(f"{year:04}-{month:02}").words
