"""Tells lines of a page's own top, which could be read as titles, from the headline below them. Pure."""

from __future__ import annotations

from collections.abc import Callable

from digest.clean.fields.fieldwords import describes_outlet, field_words, is_label
from digest.clean.fields.outlets import founding, is_outlet, publishing
from digest.clean.head.facts import Head
from digest.clean.phrases import phrases
from digest.clean.prose import shared
from digest.clean.rows import CREDITS, DATES
from digest.model import LineKind

_OF_TITLE, _LONGEST, _TOP, _MENU = 4, 8, 3, 3
"""Words of a title, lines of a ticker, first rows of a page, lines of a menu."""


def is_of_ticker(head: Head, index: int, is_headed: Callable[[int], bool]) -> bool:
    """Whether a row is one of several titles of other news, below which the headline stands.

    The body has no word of one of them; a label heads them, such as `عاجل`, or a section's name parts them
    from the headline. `is_headed` tells of a row whether credits of its own stand below it.
    """
    low, high = _run(head, index)
    if high - low >= _LONGEST:
        return False
    labelled = low > head.low and is_label(head.units[low - 1].text)
    parted = high + 1 < head.first and _is_section(head, high)
    title = high + 1 if parted else high - 1
    titles = range(low, min(high, title))
    if not (labelled or parted) or index not in titles:
        return False
    others = (place for place in titles if place != index)
    return any(shared(head.units[place], head.body) == 0 for place in others) and is_headed(title)


def _run(head: Head, index: int) -> tuple[int, int]:
    """The first of the titles' lines about a row that nothing parts, and what is behind the last."""
    low = high = index
    while index - low < _LONGEST and head.count(low - 1) >= _OF_TITLE:
        low -= 1
    while high - index < _LONGEST and head.count(high) >= _OF_TITLE:
        high += 1
    return low, high


def _is_section(head: Head, index: int) -> bool:
    row = head.units[index]
    return row.kind is LineKind.NAVIGATION and not row.bullet


def is_of_site(head: Head, index: int) -> bool:
    """Whether a row at a page's top names its site: the menu below has a link to its first page.

    A longer line below that menu is the headline: the body tells it, and the row stands nowhere again.
    """
    row = head.units[index]
    if index >= _TOP or len(row.words) > _OF_NAME or head.cores.count(row.core) > 1:
        return False
    home = _home_below(head, index)
    if home is None or sum(_is_section(head, place) for place in range(home, home + _ITEMS)) < _MENU:
        return False
    least = max(_OF_TITLE, len(row.words) - 1)
    titles = (place for place in range(home, head.first) if head.count(place) > least)
    return any(shared(head.units[place], head.body) >= _TOLD for place in titles)


def is_welcome(head: Head, index: int) -> bool:
    """Whether a row at a page's top welcomes readers, and a longer one below it is told by the body."""
    row = head.units[index]
    if index >= _TOP or row.words[0] not in field_words().greetings:
        return False
    titles = (place for place in range(index + 1, head.first) if head.count(place) > len(row.words))
    return any(shared(head.units[place], head.body) >= _TOLD for place in titles)


def _home_below(head: Head, index: int) -> int | None:
    """The row of the link to a site's first page, where a day and some words at most stand above it."""
    for place in range(index + 1, min(index + _ABOVE_MENU, head.first)):
        row = head.units[place]
        if row.kind is LineKind.NAVIGATION and phrases().names_home(row.words):
            return place
        if len(row.words) > _OF_NAME and row.kind is None:
            return None
    return None


_OF_NAME, _ABOVE_MENU, _ITEMS, _TOLD = 5, 5, 6, 0.5
"""Words of a site's name, rows above its menu, that menu's first rows; a share of a headline's words."""


def is_imprint(head: Head, index: int) -> bool:
    """Whether a row says who publishes the paper that the line above it names, and a menu stands below it."""
    if not 0 < index < _TOP or index + _MENU >= head.first:
        return False
    above, row, below = head.units[index - 1], head.units[index], head.units[index + 1 : index + 1 + _MENU]
    named = is_outlet(above.text) or above.kind is LineKind.SOURCE
    menu = [other for other in below if other.kind is LineKind.NAVIGATION]
    if not (named and below[0] in menu and len(menu) > 1 and head.cores.count(row.core) == 1):
        return False
    return _publishes(row.words)


def is_above_menu(head: Head, index: int) -> bool:
    """Whether a menu parts a row that is none of the page's first from a title's line below it.

    A known section is among the menu's lines, and no date or credit of the row's own.
    """
    lines = known = 0
    for place in range(index + 1, head.first) if index >= _TOP else ():
        count, kind = head.count(place), head.units[place].kind
        if count > _OF_TITLE:
            return lines >= _MENU and known > 0
        if kind in DATES or kind in CREDITS:
            return False
        lines += 0 <= count <= _OF_MENU or kind is LineKind.NAVIGATION
        known += kind is LineKind.NAVIGATION
    return False


_OF_MENU = 3
"""Words of a menu's line."""


def _publishes(words: tuple[str, ...]) -> bool:
    """Whether words say what an outlet is or who has it: `تصدر عن دار …`, `يومية سياسية مستقلة`."""
    if words[0] in founding():
        return not _BEHIND.isdisjoint(words[1:2])
    told = words[0] in publishing() and not founding().isdisjoint(words[1:])
    return told or describes_outlet(words)


_BEHIND = frozenset(("عن", "عام", "سنه", "منذ", "في"))
"""Words behind a verb of founding that tell by whom, since when or where."""
