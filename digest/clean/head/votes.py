"""What speaks for a row above the body as the headline, and what against it. Pure.

Each vote is of 0 to 1, and its weight is in `rules/headlines.yml`; called by `chosen`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.clean.fields.fieldwords import is_name, is_place, is_term
from digest.clean.fields.outlets import is_outlet
from digest.clean.head.bylined import is_below_writer
from digest.clean.head.clocks import OF_READERS
from digest.clean.head.facts import BUTTONS, INSIDE, Head, heads_told
from digest.clean.head.signed import (
    is_below_columns,
    is_of_writer,
    is_signed_below,
    opens_signed,
    opens_with_writer,
    signs_for_outlet,
)
from digest.clean.head.tops import is_above_menu, is_imprint, is_of_site, is_of_ticker, is_welcome
from digest.clean.phrases import phrases
from digest.clean.prose import opens_with_function_word, reads_like_a_sentence, shared, stems
from digest.clean.rows import CREDITS, DATES, LISTS, TEXT, Row
from digest.model import LineKind

_OF_MENU, _SHORT, _MANY = 3, 4, 16
"""Words of a menu's line, of a short title, and of a long one."""
NEAR, _BELOW, _LIST = 8, 12, 7
"""Rows in which a part of a title stands, in which credits do, and of a list below its heading."""
_ENOUGH_STEMS = 4
_LONGEST_NAME = 7
"""Words of a name with what binds its parts and stands before it."""


_PATH = re.compile(r"[/|>›»][^/|>›»]+[/|>›»]")
"""Marks between the names of sections above a page's own."""


def votes(head: Head, index: int) -> dict[str, float]:
    """The votes on a row that are not nought, by name."""
    found = (*_on_length(head, index), *_on_words(head, index), *_on_place(head, index))
    return {name: float(value) for name, value in found if value}


def _on_length(head: Head, index: int) -> Iterator[tuple[str, float]]:
    count = len(head.units[index].words)
    yield "two_words", count < _OF_MENU
    yield "four_words", count == _SHORT
    yield "five_words", _SHORT < count <= _SHORT + 2
    yield "many_words", count > _MANY
    if count > _SHORT:
        yield "longer", _follows_short(head, index)
        yield "below_longer", _is_below_told(head, index)


def _follows_short(head: Head, index: int) -> bool:
    """Whether a title's line stands below no plain row, one as short as a menu's, or other news, or twice."""
    if len(head.units[index].words) <= _SHORT:
        return False
    above = head.count(head.beside(index, -1))
    return above <= _OF_MENU or head.is_doubled(index) or heads_told(head, index)


def _is_below_told(head: Head, index: int) -> bool:
    """Whether a title's line stands right above a row, below short ones, and the body has words of it.

    A line of figures is no title's.
    """
    place = head.beside(index, -1)
    if heads_told(head, index) or not (head.is_plain(place) and _follows_short(head, place)):
        return False
    above = head.units[place]
    return shared(above, head.body) > 0 and _figures(above.words) < _OF_FIGURES


_OF_FIGURES = 0.5


def _on_words(head: Head, index: int) -> Iterator[tuple[str, float]]:
    row = head.units[index]
    # A headline tells half of its words again; who tells all of them, a deck or a caption, tells no more.
    yield "told", min(1.0, 2 * shared(row, head.body) * min(1.0, len(stems(row)) / _ENOUGH_STEMS))
    yield "sentence", len(row.words) > _OF_MENU and reads_like_a_sentence(row)
    yield "clause", opens_with_function_word(row)
    yield "question", row.ends and not row.stops
    yield "colon", ":" in row.text
    yield "mark", row.bullet
    yield "path", bool(_PATH.search(row.text))
    yield "figures", _figures(row.words)
    yield "soft", (row.kind is not None) * (2 if _is_of_page(row, head.body) else 1)
    named = len(row.words) <= _SHORT and (is_named(row.text) or _signs_above_date(head, index))
    named = named or (len(row.words) <= _LONGEST_NAME and is_name(row.text))
    yield "named", named or is_of_writer(head, index)
    yield "repeated", len(row.words) > _OF_MENU and head.cores.count(row.core) > 1
    yield "doubled", head.is_doubled(index)
    if len(row.words) >= _OF_MENU:
        near = range(max(head.low, index - NEAR), min(head.first, index + NEAR + 1))
        titles = [head.units[place] for place in near if head.count(place) >= _OF_MENU]
        yield "holds", any(_holds(row, other) for other in titles)
        yield "held", any(_holds(other, row) for other in titles)


def _signs_above_date(head: Head, index: int) -> bool:
    """Whether a row signs for an outlet, a title's line above it and a date right below it."""
    below = head.units[index + 1].kind if index + 1 < head.first else None
    return below in DATES and head.count(index - 1) > _SHORT and signs_for_outlet(head.units[index])


def _is_of_page(row: Row, body: frozenset[str]) -> bool:
    """Whether a row is what pages show beside any article, and the body has none of its words."""
    return row.kind in (LineKind.PRAYER_TIMES, LineKind.WEATHER) and shared(row, body) == 0


def _figures(words: Sequence[str]) -> float:
    """How much a row is one of figures, as those of markets: a first one aside, which titles have, too."""
    share = sum(word[0].isdigit() for word in words[1:]) / len(words)
    return min(1.0, share * (4 if len(words) <= _FEW_WITH_FIGURE else 2))


_FEW_WITH_FIGURE = 6


def is_named(text: str) -> bool:
    """Whether a text is a known name of an outlet, place or person, or a label."""
    return is_outlet(text) or is_place(text) or is_term(text) or is_name(text)


def _holds(row: Row, part: Row) -> bool:
    """Whether a row has the words of another, shorter one, and is no path of sections down to it."""
    longer = _OF_MENU <= len(part.words) < len(row.words) <= 2 * len(part.words)
    return longer and part.core in row.core and not any(mark in row.text for mark in "/|>›»")


def _on_place(head: Head, index: int) -> Iterator[tuple[str, float]]:
    above = head.units[index - 1] if index else None
    below = _kinds_below(head, index)
    opens = opens_signed(head, index)
    signed = opens or is_signed_below(head, index)
    # Below a title and its deck, writer and date are of both: they speak for the lower line but once.
    once = signed or not below.isdisjoint(CREDITS)
    yield "date_below", not below.isdisjoint(DATES) and not (once and _is_below_told(head, index))
    yield "in_column", opens or (signed and is_below_columns(head, index))
    yield "writer_below", signed or not below.isdisjoint(CREDITS)
    yield "buttons_below", not below.isdisjoint(BUTTONS)
    yield "credits_near", _has_credits_near(head, index)
    yield "below_writer", is_below_writer(head, index)
    yield "date_above", above is not None and above.kind in DATES
    yield "below_path", above is not None and len(above.words) > 1 and phrases().names_home(above.words)
    yield "below_credits", _is_below_credits(head, index)
    yield "of_flash", _is_of_flash(head, index)
    yield "one_between", index < head.first and _plain_below(head, index) == 1
    yield "inside", index >= head.first
    yield "inside_untold", index >= head.first and shared(head.units[index], head.body) == 0
    yield "above_list", _is_above_list(head, index)
    yield "above_menu", is_above_menu(head, index)
    yield "of_ticker", is_of_ticker(head, index, lambda place: _is_headed(head, place))
    yield "imprint", is_imprint(head, index) or is_of_site(head, index) or is_welcome(head, index)
    listed = _is_listed(head, index) and not _is_signed_first(head, index)
    yield "listed", listed
    signed = signed or _is_credited_below(head, index)
    up, down = _is_alike(head, index, -1), _is_alike(head, index, 1) and not signed
    if len(head.units[index].words) <= _OF_MENU:
        yield "menu", (up + down) / 2
    else:
        yield "title_above", up
        # One below a headline that heads the rest is its deck.
        heads = _follows_short(head, index) and not listed
        yield "title_below", down and (_is_alike(head, index + 1, 1) or not heads)


def _is_credited_below(head: Head, index: int) -> bool:
    """Whether what stands right below a row ends with a colon, and is of credits or right above the body."""
    below = head.units[index + 1 : min(index + 2, head.first)]
    last = index + 2 == head.first
    return any(row.text.endswith(":") and (last or row.kind in CREDITS) for row in below)


def _is_below_credits(head: Head, index: int) -> bool:
    """Whether a date and the like, a name perhaps, stand right above a row, and a title's line above them."""
    place = index - 1
    dated = named = barred = False
    while place >= head.low and _is_of_credits(head, place, named=named):
        dated = dated or head.units[place].kind in DATES
        named = named or head.is_plain(place)
        barred = barred or head.units[place].kind in OF_READERS
        place -= 1
    if not (dated and place >= head.low and head.count(place) > _SHORT):
        return False
    # A bar for readers below a ticker's line and a date: they are all of the page's top.
    return not (barred and head.units[place].kind is LineKind.TICKER)


def _is_of_credits(head: Head, place: int, *, named: bool) -> bool:
    """Whether a row may stand between a headline and what it heads; `named`: a name stands there already."""
    if _is_of_menu(head.units[place]):
        return False
    if head.units[place].kind in CREDITS and head.is_plain(place):
        return not named
    return not head.is_plain(place) or (head.count(place) <= _OF_MENU and not named)


def _is_of_menu(row: Row) -> bool:
    """Whether a row is a menu's with a mark before it, above which no headline of what is below stands."""
    return row.bullet and row.kind is LineKind.NAVIGATION


def _is_of_flash(head: Head, index: int) -> bool:
    """Whether a row is the only unknown one above a body that has its words, on a page of a few lines."""
    told = len(head.units) <= _FLASH and index < head.first and shared(head.units[index], head.body) >= _TOLD
    return told and sum(row.kind is None for row in head.units[: head.first]) == 1


_FLASH, _TOLD = 8, 0.4
"""Lines of such a page, and the share of a headline's content words that a sentence has."""


def _kinds_below(head: Head, index: int) -> set[LineKind | None]:
    """The kinds of the rows right below one, down to a writer's or one of which nothing is known."""
    found = set[LineKind | None]()
    for place in range(index + 1, min(head.first, index + _BELOW)):
        kind = head.units[place].kind
        if _is_of_menu(head.units[place]) or (head.is_plain(place) and kind is not LineKind.BYLINE):
            break
        found.add(kind)
        if head.is_plain(place):
            break
    return found


def _is_headed(head: Head, index: int) -> bool:
    """Whether a title's line has a date, a credit or buttons of its own right below it."""
    below = _kinds_below(head, index)
    return head.count(index) > _SHORT and not below.isdisjoint(DATES | CREDITS | BUTTONS)


def _has_credits_near(head: Head, index: int) -> bool:
    rows = [row for row in head.units[index + 1 : index + _BELOW] if not row.bullet][:INSIDE]
    return any(row.kind in CREDITS or row.kind in DATES or row.kind is LineKind.SHARE for row in rows)


def _plain_below(head: Head, index: int) -> int:
    """Plain rows between a row and the body, two at most."""
    found = 0
    for place in range(index + 1, head.first):
        found += head.is_plain(place)
        if found > 1:
            break
    return found


def _is_above_list(head: Head, index: int) -> bool:
    """Whether nothing but credits and the like stands between a row and lines known to be the text's."""
    known = index < head.first < len(head.units) and head.units[head.first].kind in TEXT
    return known and not _plain_below(head, index)


def _is_alike(head: Head, index: int, step: int) -> bool:
    """Whether the row beside one is about as long, as in a menu or a list of titles."""
    own, other = len(head.units[index].words), head.count(head.beside(index, step))
    return other > 0 and max(own, other) <= 2 * max(2, min(own, other))


_POLL = "poll.heading"


def _is_signed_first(head: Head, index: int) -> bool:
    """Whether a row right below a list's heading has its writer right below: the list is above, or empty."""
    above, below = head.units[index - 1], head.units[index + 1 : min(index + 2, head.first)]
    sure = any(row.kind is LineKind.BYLINE and not row.soft for row in below)
    return above.opens and (sure or any(map(opens_with_writer, below)))


def _is_listed(head: Head, index: int) -> bool:
    """Whether a list's heading stands above a row and only plain rows between, or a poll's right above it."""
    for place in range(index - 1, max(head.low, index - _LIST) - 1, -1):
        row = head.units[place]
        if heads_told(head, place + 1):
            return False
        listing = row.opens and (row.kind in LISTS or (row.rule == _POLL and place == index - 1))
        if listing or not head.is_plain(place):
            return listing
    return False
