"""Second pass, above the body: headline, deck, label, captions, navigation. Pure.

The headline is the row that shares most words with the body, is repeated, stands near it and is followed by a
date, a name or a row of buttons.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.clean.around import CREDITS, mark_rest
from digest.clean.candidates import NEAR, is_possible
from digest.clean.decks import first_below, is_text
from digest.clean.fieldwords import is_name, is_place, is_term
from digest.clean.outlets import is_outlet
from digest.clean.prose import shared, stems
from digest.clean.rows import Row, make_row
from digest.model import LineKind, Span

_REACH = 60
"""Rows above the body that may be the headline."""
_ENOUGH = 2.0
_BESIDE = frozenset(
    {
        LineKind.STATED_DATE,
        LineKind.BYLINE,
        LineKind.DATELINE,
        LineKind.SOURCE,
        LineKind.SHARE,
        LineKind.CLOCK,
    }
)
_BEFORE_TITLE = re.compile(r"\s*([^/|:–—-]{2,30}?)\s?(?:/|\||\s[-–—])\s")
SITE_MARKS = (" - ", " | ", " – ", " — ", " :: ", " » ", " > ", " / ")


def classify_head(
    units: Sequence[Row],
    first: int,
    last: int,
    title: str | None = None,
    outlets: frozenset[str] = frozenset(),
) -> int:
    """Mark every row above the body; `first` and `last` are the body's. Returns where the body now begins.

    `title` is the title that the page's markup states; `outlets` are known names (`outlet_keys`).
    """
    rows = units[first : last + 1]
    body = frozenset[str]().union(*(stems(row) for row in rows if len(rows) == 1 or is_text(row)))
    headline = _titled(units, first, title) if title else None
    if headline is None:
        headline = _headline(units, first, last, body)
    first = max(first, headline + 1) if headline is not None else first
    while first < last and units[first].kind is not None:
        first += 1
    if headline is not None:
        units[headline].mark(LineKind.HEADLINE, "headline.best")
        _repeats(units, headline)
        first = first_below(units, headline, first, last)
    mark_rest(units, headline, first, body, outlets)
    if headline is None and _is_one_word(units, first):
        units[0].mark(LineKind.HEADLINE, "headline.one-word")
    elif headline is None and _is_alone(units, first):
        units[0].mark(LineKind.HEADLINE, "headline.alone")
    return first


def _is_alone(units: Sequence[Row], first: int) -> bool:
    """Whether the page opens with some words that say what it is about and that nothing stands beside.

    Nothing but credits and times stands between them and the body.
    """
    if first == 0 or units[0].rule != "position.above-headline":
        return False
    title, between = units[0], units[1:first]
    plain = not (title.latin or title.bullet or title.stops) and not title.text.endswith(_NO_END)
    timed = all(row.kind in _BESIDE or row.rule == "shape.number" for row in between)
    return plain and timed and _FEW <= len(title.words) <= _MOST_WORDS and not _is_named(title.text)


def _is_named(text: str) -> bool:
    return is_outlet(text) or is_place(text) or is_term(text) or is_name(text)


def _is_one_word(units: Sequence[Row], first: int) -> bool:
    """Whether the page opens with a word that nothing but a headline would be.

    Nothing but credits stands between it and the body; it is known for no section, site, place, label or
    name, and no other line is that word or ends with it, as a line of rights ends with the site's name.
    """
    if first == 0 or units[0].rule != "position.above-headline":
        return False
    word, below = units[0], units[1:]
    named = _is_named(word.text) or word.text.endswith(_NO_END)
    return (
        len(word.words) == 1
        and word.core.isalpha()
        and not (word.latin or word.bullet or named)
        and all(row.kind in _BESIDE for row in units[1:first])
        and not any(row.words[-1:] == word.words for row in below)
    )


_NO_END = (":", "،", "/", "-", "–", "|", ">", "»")
"""Marks behind a word that something belongs to."""


def _headline(units: Sequence[Row], first: int, last: int, body: frozenset[str]) -> int | None:
    candidates = [
        (_score(units, index, first, body), -index)
        for index in range(max(0, first - _REACH), min(first + 3, last))
        if is_possible(units, index, first)
    ]
    score, place = max(candidates, default=(0.0, 0))
    if score < _ENOUGH:
        return _with_picture(units, first, body)
    above = _above_credits(units, -place, first)
    if above is not None:
        return above
    return _first_of_several(units, -place, body, {-index for value, index in candidates if value >= _ENOUGH})


def _above_credits(units: Sequence[Row], best: int, first: int) -> int | None:
    """The page's first line, where nothing but its date, its writer and buttons part it from the best one.

    Then the best is the description of a picture, or a deck.
    """
    between = units[1:best]
    dated = any(row.kind is LineKind.STATED_DATE for row in between)
    if not dated or best >= first or any(row.kind not in _PARTING for row in between):
        return None
    title = units[0]
    plain = is_possible(units, 0, first) and not _is_named(title.text)
    return 0 if plain and len(title.words) >= _FEWEST_ABOVE else None


_PARTING = _BESIDE | {LineKind.COPY_LINK, LineKind.APP_CONTROL, LineKind.READING_TIME, LineKind.COMMENTS}
_FEWEST_ABOVE = 5
"""Words of a headline above a date; of fewer are the mottos of papers."""


def _with_picture(units: Sequence[Row], first: int, body: frozenset[str]) -> int | None:
    """A headline that ends as captions do (`… (صور)`): the first line, nothing but credits below it."""
    if not first or units[0].rule != "caption.signed" or units[0].stops or len(units[0].words) > _MOST_WORDS:
        return None
    alone = all(row.kind in _BESIDE for row in units[1:first])
    return 0 if alone and shared(units[0], body) >= _OF_BODY else None


_MOST_WORDS, _OF_BODY = 20, 0.4
"""Words of such a headline, and the share of its content words that the body has."""


def _first_of_several(units: Sequence[Row], best: int, body: frozenset[str], good: set[int]) -> int:
    """The topmost of the good candidates close above the best: below a headline stand captions and decks."""
    if len(units[best].words) <= _FEW:
        # A caption or a tag beside the headline, in a part of its words.
        beside = [i for i in range(max(0, best - 3), best + 4) if i in good and _holds(units[i], units[best])]
        best = beside[0] if beside else _below_name(units, best, good)
    plain = [i for i in range(best + 1, min(best + 7, len(units))) if _is_plainer(units[i], units[best])]
    best = plain[0] if plain else best
    core = units[best].core
    for index in range(max(0, best - 6), best):
        between = {row.kind for row in units[index + 1 : best]}
        if core in units[index].core or LineKind.NAVIGATION in between:
            continue
        if index in good and len(stems(units[index])) >= 4 and shared(units[index], body) >= 0.45:
            return index
    return best


def _below_name(units: Sequence[Row], best: int, good: set[int]) -> int:
    """The line below a page's first, where that is a name that the text has as it stands: the site's."""
    below = [index for index in (best + 1, best + 2) if index in good and len(units[index].words) > _FEW + 1]
    name = f" {units[best].core} "
    named = best == 0 and any(name in f" {row.core} " for row in units[best + 3 :])
    return below[0] if below and named else best


_FEW = 3
"""Words of a line that is more likely a tag than a headline."""


def _holds(row: Row, part: Row) -> bool:
    return len(row.words) > len(part.words) + 2 and part.core in row.core


def _titled(units: Sequence[Row], first: int, title: str) -> int | None:
    """The row above the body that is the title that the markup states: the topmost near it, else the last."""
    stated = make_row(title)
    found = [
        index
        for index in range(min(first + 1, len(units)))
        if units[index].core and (units[index].core == stated.core or _is_same(units[index], stated))
    ]
    near = [index for index in found if first - index <= NEAR]
    return near[0] if near else found[-1] if found else None


def _is_plainer(row: Row, other: Row) -> bool:
    """Whether a row is another without the site's name."""
    return len(row.core) < len(other.core) and _is_same(row, other)


def _score(units: Sequence[Row], index: int, first: int, body: frozenset[str]) -> float:
    row = units[index]
    value = 4 * shared(row, body) * min(1.0, len(stems(row)) / 4)
    value += 1.0 if 25 <= row.size <= 130 else 0.0
    value += _as_topmost(units, index, first, body)
    # A word or three that stand in other lines too are the site's name, or of the article's own words.
    value += 1.5 if len(row.words) > 3 and _is_repeated(units, index, first) else 0.0
    following = [other for other in units[index + 1 : index + NEAR] if not other.bullet][:3]
    value += 0.8 if any(next_.kind in _BESIDE for next_ in following) else 0.0
    value -= 0.08 * max(0, first - index)
    value -= 1.5 if index and units[index - 1].kind is LineKind.CAPTION else 0.0
    return value - (0.5 if row.bullet else 0.0)


def _as_topmost(units: Sequence[Row], index: int, first: int, body: frozenset[str]) -> float:
    """What it adds to a row's score that only names of sections and the like stand above it."""
    row = units[index]
    if row.kind is not None or not all(_is_of_menu(above, body) for above in units[:index]):
        return 0.0
    told = shared(row, body) > 0
    if told and first - index <= 4 and not row.text.endswith(":"):
        return 1.8
    if index == 0 and first == 1:
        return 1.1
    return 0.7 if told or all(above.kind is not None for above in units[:index]) else 0.0


def _is_of_menu(row: Row, body: frozenset[str]) -> bool:
    """Whether a row above the headline is furniture, or has no word of the body, as names of sections."""
    return row.kind is not None or shared(row, body) == 0


def _is_repeated(units: Sequence[Row], index: int, first: int) -> bool:
    core = units[index].core
    return any(
        place != index and core in units[place].core and units[place].size <= 300
        for place in range(max(0, first - _REACH), min(len(units), first + 3))
    )


def _repeats(units: Sequence[Row], headline: int) -> None:
    """The same headline elsewhere, with a site's name before or after it perhaps."""
    for index, row in enumerate(units):
        if index != headline and row.size <= 300 and _is_same(row, units[headline]):
            row.mark(LineKind.HEADLINE_REPEATED, "headline.repeated")
            row.opens = row.finishes = False


def _is_same(row: Row, headline: Row) -> bool:
    if row.core == headline.core:
        return True
    short, long = sorted((row, headline), key=lambda one: len(one.words))
    extra = len(long.words) - len(short.words)
    return (
        (row.kind is None or row.kind in CREDITS)
        and len(short.words) >= 4
        and extra <= 8
        and short.core in long.core
        and (
            any(mark in long.text for mark in SITE_MARKS)
            or (":" in long.text and long.core.endswith(short.core))
        )
    )


def outlet_before(text: str) -> Span | None:
    """The outlet before a headline: `صدى الضفة/ …`."""
    match = _BEFORE_TITLE.match(text)
    return Span(*match.span(1)) if match and is_outlet(match[1]) else None
