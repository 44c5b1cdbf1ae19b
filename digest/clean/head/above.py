"""Second pass, above the body: headline, deck, label, captions, navigation. Pure.

The headline is the title that the markup states, or the row for which most speaks (`chosen`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.clean.fields.fieldwords import is_name
from digest.clean.fields.labels import label_before
from digest.clean.fields.outlets import is_outlet
from digest.clean.fields.unlisted import is_like_name
from digest.clean.head.around import mark_rest
from digest.clean.head.broken import STATED, first_line, is_in_two_lines, mark_second_line
from digest.clean.head.candidates import NEAR
from digest.clean.head.chosen import best_row
from digest.clean.head.dashed import BESIDE, dashed_title
from digest.clean.head.decks import first_below, is_text
from digest.clean.head.pictured import WITH_PICTURE, mark_pictured, with_picture
from digest.clean.head.signed import is_role
from digest.clean.head.titles import Known
from digest.clean.head.votes import is_named
from digest.clean.phrases import phrases
from digest.clean.prose import joint_stems
from digest.clean.rows import CREDITS, TEXT, Row, make_row
from digest.model import LineKind, Span

_BEFORE_TITLE = re.compile(r"\s*([^/|:–—-]{2,30}?)\s?(?:/|\||\s[-–—])\s")
SITE_MARKS = (" - ", " | ", " – ", " — ", " :: ", " » ", " > ", " / ")


def classify_head(units: Sequence[Row], first: int, last: int, known: Known) -> int:
    """Mark every row above the body; `first` and `last` are the body's. Returns where the body now begins."""
    title = known.title
    rows = units[first : last + 1]
    body = joint_stems(row for row in rows if len(rows) == 1 or row.kind in TEXT or is_text(row))
    headline, rule = (_titled(units, first, title) if title else None), STATED
    if headline is None:
        headline, rule = _headline(units, first, last, body)
    if rule != STATED and known.given and _opens(units, headline, first):
        headline, first = None, 0
    if headline is not None and rule != STATED:
        headline = first_line(units, headline, body)
    first = max(first, headline + 1) if headline is not None else first
    while first < last and not (units[first].kind is None or units[first].kind in TEXT):
        first += 1
    if headline is not None:
        units[headline].mark(LineKind.HEADLINE, rule)
        _repeats(units, headline)
        mark_second_line(units, headline, first, body)
        first = first_below(units, headline, first, last)
    mark_rest(units, headline, first, last, body, known.outlets, stated=title is not None)
    if headline is None and _is_one_word(units, first):
        units[0].mark(LineKind.HEADLINE, "headline.one-word")
        for row in filter(_signs, units[1:first]):
            row.mark(LineKind.BYLINE, "byline.name")
    elif headline is None and (alone := _lines_alone(units, first)):
        for row in units[:alone]:
            row.mark(LineKind.HEADLINE, "headline.alone")
    return first


def _opens(units: Sequence[Row], headline: int | None, first: int) -> bool:
    """Whether a page without its title opens with sentences too short for a paragraph, as questions are."""
    return headline in (None, 0) and all(row.kind is None and row.ends for row in units[:first])


def _lines_alone(units: Sequence[Row], first: int) -> int:
    """How many lines open the page with some words that say what it is about and that nothing stands beside.

    Nothing but credits and times stands between them and the body.
    """
    if first == 0 or not _is_left(units[0]):
        return 0
    lines = 1 + (first > 1 and is_in_two_lines(units[0], units[1]))
    title, between = units[0], units[lines:first]
    plain = not (title.latin or title.bullet or title.stops) and not title.text.endswith(_NO_END)
    timed = all(row.kind in BESIDE or row.rule == "shape.number" for row in between)
    told = _FEW <= len(title.words) <= _MOST_WORDS and not is_named(title.text)
    return lines if plain and timed and told else 0


def _is_one_word(units: Sequence[Row], first: int) -> bool:
    """Whether the page opens with a word that nothing but a headline would be.

    Nothing but credits and a person's name stand between it and the body; it is known for no section, site,
    place, label or name, and no other line is that word or ends with it, as a line of rights ends with the
    site's name.
    """
    if first == 0 or not _is_left(units[0]):
        return False
    word, below = units[0], units[1:]
    named = is_named(word.text) or word.text.endswith(_NO_END)
    return (
        len(word.words) == 1
        and word.core.isalpha()
        and not (word.latin or word.bullet or named)
        and all(
            row.kind in BESIDE or _signs(row) or (_is_left(row) and is_role(row)) for row in units[1:first]
        )
        and not any(row.words[-1:] == word.words for row in below)
    )


def _is_left(row: Row) -> bool:
    """Whether nothing is known of a row above the body but its place."""
    return row.rule == "position.above-headline"


def _signs(row: Row) -> bool:
    """Whether such a row is a person's name."""
    return _is_left(row) and (is_name(row.text) or is_like_name(row))


_NO_END = (":", "،", "/", "-", "–", "|", ">", "»")
"""Marks behind a word that something belongs to."""


def _headline(units: Sequence[Row], first: int, last: int, body: frozenset[str]) -> tuple[int | None, str]:
    """The row that is the headline, and its rule."""
    mark_pictured(units, first)
    best = best_row(units, first, last, body)
    if best is None and first == 1 and units[0].kind is None and units[1].kind in TEXT:
        # Above verses and lists any words are their title.
        return 0, "headline.alone"
    if best is None:
        alone = with_picture(units, first, body)
        return (dashed_title(units, first), "headline.dashed") if alone is None else (alone, WITH_PICTURE)
    below = range(best.index + 1, min(best.index + 7, len(units)))
    plain = (index for index in below if _is_plainer(units[index], units[best.index]))
    return next(plain, best.index), best.rule


_FEW, _MOST_WORDS = 3, 20
"""Words of a headline at a page's top."""


def _titled(units: Sequence[Row], first: int, title: str) -> int | None:
    """The row above the body that is the title that the markup states: the topmost near it, else the last.

    One in the very words goes before one that has more before them, as a path of sections has.
    """
    stated = make_row(title)
    found = [
        index
        for index in range(min(first + 1, len(units)))
        if units[index].core and (units[index].core == stated.core or _is_same(units[index], stated))
    ]
    near = [index for index in found if first - index <= NEAR]
    if not near:
        return found[-1] if found else None
    top = units[near[0]]
    behind = len(top.core) > len(stated.core) and top.core.endswith(stated.core)
    plain = (index for index in near if units[index].core == stated.core)
    return next(plain, near[0]) if behind else near[0]


def _is_plainer(row: Row, other: Row) -> bool:
    """Whether a row is another without the site's name."""
    return len(row.core) < len(other.core) and _is_same(row, other)


def _repeats(units: Sequence[Row], headline: int) -> None:
    """The same headline elsewhere, with a site's name before or after it perhaps."""
    for index, row in enumerate(units):
        if index == headline or row.kind in TEXT:
            continue
        if row.size <= 300 and _is_same(row, units[headline]):
            row.mark(LineKind.HEADLINE_REPEATED, "headline.repeated")
            row.opens = row.finishes = False


def _is_same(row: Row, headline: Row) -> bool:
    if row.core == headline.core:
        return True
    if not (row.kind is None or row.kind in CREDITS):
        return False
    near = abs(row.size - headline.size) <= _SIGNED
    if near and (":" in row.text) != (":" in headline.text) and _is_named_twice(row.text, headline.text):
        return True
    short, long = (headline, row) if len(row.words) > len(headline.words) else (row, headline)
    return (
        len(short.words) >= 4
        and len(long.words) - len(short.words) <= 8
        and short.core in long.core
        and (
            any(mark in long.text for mark in SITE_MARKS)
            or (":" in long.text and long.core.endswith(short.core))
            or (label_before(long.text) is not None and long.core.endswith(short.core))
            or (long.core.endswith(short.core) and phrases().names_home(long.words[:2]))
            or (long.text.endswith(")") and long.core.startswith(short.core))
        )
    )


def _is_named_twice(one: str, other: str) -> bool:
    """Whether of two titles alike one has a name and a colon before it, the other that name behind a mark."""
    named, marked = (one, other) if ":" in one else (other, one)
    name, _, title = map(str.strip, named.partition(":"))
    head = marked.strip().removesuffix(name) if len(name.split()) <= _LONGEST_NAME else ""
    return head.rstrip(_SIGNS) == title and head.endswith(SITE_MARKS)


_LONGEST_NAME = 3
"""Words of an outlet's name before a title."""
_SIGNS = "".join(SITE_MARKS)
_SIGNED = 4
"""Characters by which a title with a name and a mark differs in length from one with it and a colon."""


def outlet_before(text: str) -> Span | None:
    """The outlet before a headline: `صدى الضفة/ …`."""
    match = _BEFORE_TITLE.match(text)
    return Span(*match.span(1)) if match and is_outlet(match[1]) else None
