"""Where the body begins below a headline: the deck above it, a first paragraph that a box parts from it.

Also which line between them is a deck without a stop. Pure; called by the second pass (`head`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from digest.clean.fields.everyday import is_verb
from digest.clean.fields.fieldwords import field_words
from digest.clean.prose import STRONG, goes_on, grade, shared, stems
from digest.clean.rows import Row
from digest.model import LineKind
from digest.rules import default_rules
from digest.text import fold, without_vowels

_LONG_LINE = 60
"""Characters of a paragraph on a page that has no stops."""
_FEWEST_TRIPLES = 4
_BOXES = frozenset({LineKind.FORM, LineKind.LOGIN, LineKind.RELATED, LineKind.ADVERTISEMENT, LineKind.SHARE})


def first_below(units: Sequence[Row], headline: int, first: int, last: int) -> int:
    """The body's first row, the deck above it marked; `first` and `last` are its stretch."""
    first = _first_asked(units, headline, _lead_without_stop(units, headline, first, last))
    return _deck(units, headline, first, last)


def _first_asked(units: Sequence[Row], headline: int, first: int) -> int:
    """Where the body begins if it is a dialogue: with the question right above its first answer."""
    above, below = units[first - 1], units[first : first + _NEAR]
    spoken = above.kind is None and above.ends and above.bullet and any(row.bullet for row in below)
    return first - 1 if spoken and first - 1 > headline else first


_NEAR = 3


def _lead_without_stop(units: Sequence[Row], headline: int, first: int, last: int) -> int:
    """Where the body begins on a page whose paragraphs have no stops: a long line right above is of them."""
    above = units[first - 1]
    long = first - 1 > headline and above.kind is None and above.size >= _LONG_LINE and not above.latin
    return first - 1 if long and not any(row.stops for row in units[first - 1 : last + 1]) else first


def _deck(units: Sequence[Row], headline: int, first: int, last: int) -> int:
    """A paragraph under the headline that is set apart from the body, or told again in it, is the deck."""
    for index, row in enumerate(units[headline + 1 : first], start=headline + 1):
        if row.kind is None and row.size >= 50 and (row.ends or row.size >= 110):
            if _is_lead(units, index, first):
                return index
            row.mark(LineKind.DECK, "deck.above-body")
            return first
    if first >= last or grade(units[first]) == 0:
        return first
    following = next((index for index in range(first + 1, last + 1) if is_text(units[index])), None)
    if following is None:
        return first
    between_kinds = {units[index].kind for index in range(first + 1, following)}
    apart = not between_kinds.isdisjoint(_OF_HEAD) and not _is_whole(units, first, following)
    if apart or _is_told_again(units, first, last, 0.3 if LineKind.CAPTION in between_kinds else 0.8):
        units[first].mark(LineKind.DECK, "deck.apart" if apart else "deck.told-again")
        return following
    return first


_OF_HEAD = (LineKind.STATED_DATE, LineKind.BYLINE, LineKind.DATELINE)


def _is_whole(units: Sequence[Row], first: int, following: int) -> bool:
    """Whether a paragraph is an article's text rather than a deck: by its length, by a title below."""
    lead, next_lead = units[first], units[following]
    if lead.size > _LONGEST_DECK:
        return True
    titles = (row for row in units[first + 1 : following] if row.kind is None and len(row.words) > 2)
    return any(shared(row, stems(next_lead)) >= _OF_TITLE > shared(row, stems(lead)) for row in titles)


_LONGEST_DECK, _OF_TITLE = 450, 0.2
"""Characters of a deck; share of a title's content words that its article's first paragraph has."""


def _is_lead(units: Sequence[Row], index: int, first: int) -> bool:
    """Whether a paragraph is the body's own, parted from the next by a list of other articles or a form."""
    row, between = units[index], units[index + 1 : first]
    if not (row.stops and grade(row) == STRONG):
        return False
    parted = any(other.opens or other.kind in _BOXES for other in between)
    return _are_cells(between) or (parted and goes_on(units[first]))


def _are_cells(rows: Sequence[Row]) -> bool:
    """Whether some rows are a table's, a cell a line: short, and figures a third of them at least."""
    figures = sum(row.core[:1].isdigit() for row in rows)
    short = all(len(row.words) <= _LONGEST_CELL and not row.ends for row in rows)
    return len(rows) >= _FEWEST_CELLS and short and figures * 3 >= len(rows)


_FEWEST_CELLS, _LONGEST_CELL = 4, 8
"""Rows of such a table, and the words of one, as of its heading."""


def is_text(row: Row) -> bool:
    """Whether a row is long enough for a paragraph."""
    return row.kind is None and (grade(row) > 0 or row.size >= 60)


def _is_told_again(units: Sequence[Row], first: int, last: int, least: float) -> bool:
    """Whether so great a share of a row's runs of three words occurs again below it."""
    own = set(_triples(units[first]))
    if len(own) < _FEWEST_TRIPLES:
        return False
    below = [row for row in units[first + 1 : last + 1] if row.kind is None]
    told = frozenset(units[first].words)
    words = set[str]().union(*(told.intersection(row.words) for row in below))
    if sum(map(words.issuperset, own)) / len(own) < least:
        return False  # as nearly always: the words alone are not there
    again = set[tuple[str, str, str]]().union(*(own.intersection(_triples(row)) for row in below))
    return len(again) / len(own) >= least


def _triples(row: Row) -> Iterator[tuple[str, str, str]]:
    words = row.words
    return zip(words, words[1:], words[2:], strict=False)


def is_deck_line(units: Sequence[Row], index: int) -> bool:
    """Whether a line without a stop between headline and body is the deck, rather than a picture's caption.

    It tells something: it has a verb, says who says what, asks, or is long; below credits, where captions
    stand, it has one of the first and is long. A credit behind it, or how captions begin, speaks against it.
    """
    row = units[index]
    if row.size < _SHORTEST_SAID or row.bullet or not row.words:
        return False
    if row.text.rstrip(_CLOSING).endswith(_ASKS):
        return not _is_credited(row)
    if row.words[0] in _caption_openers():
        return False
    direct = units[index - 1].kind in _ABOVE_DECK
    speaks = len(row.words) >= _FEWEST_SAID and _SAYS.match(without_vowels(row.text).text) is not None
    long = direct and row.size >= _LONG_DECK
    if not (speaks or long or row.size >= (_SHORTEST_DECK if direct else _LONG_LINE)) or _is_credited(row):
        return False
    return speaks or long or any(is_verb(word.removeprefix("و")) for word in row.words)


_ASKS, _CLOSING = ("؟", "?"), '»"”) '
"""Marks of a question, and those behind them."""


def is_deck_heading(units: Sequence[Row], index: int, first: int) -> bool:
    """Whether a row is a heading right below the headline's, of a lower level, and no heading of the text."""
    row, above, below = units[index], units[index - 1], units[index + 1]
    apart = index + 1 < first or below.line > row.line + 1
    return apart and above.kind is LineKind.HEADLINE and 0 < above.level < row.level and not row.written


_ABOVE_DECK = frozenset({LineKind.HEADLINE, LineKind.HEADLINE_REPEATED, LineKind.LABEL, LineKind.NAVIGATION})
"""Kinds of the lines right above a deck."""
_SAYS = re.compile(r"[^\W\d_]+(?:\s[^\W\d_]+){0,4}\s?:\s(?=\S)")
"""Who says what follows: `وزير الثقافة: …`."""
_FEWEST_SAID, _SHORTEST_SAID = 5, 25
"""Words and characters of who says what."""
_SHORTEST_DECK, _LONG_DECK = 40, 55
"""Characters of a deck right below the headline that has a verb, and of one whatever its words."""
_CREDIT = re.compile(r"(?:\)|[-–—/]\s?[^\s-][^-–—/]{1,30}|\.\.\s?[^\s.]{1,15}(?:\s[^\s.]{1,15}){0,2})\s*$")
"""What ends a caption: somebody in brackets, behind a dash, or three words at most behind two stops."""
_REACH = 40
"""Characters of a line's end that hold it."""


def _is_credited(row: Row) -> bool:
    """Whether a row ends with a credit or has a picture's words."""
    signed = _CREDIT.search(row.text, max(0, row.size - _REACH)) is not None
    return signed or not field_words().credits.isdisjoint(row.words)


@cache
def _caption_openers() -> frozenset[str]:
    """Folded words with which captions begin: `جانب من …`."""
    return frozenset(map(fold, default_rules().table("fields")["caption_openers"]))
