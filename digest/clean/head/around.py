"""What is left above the body: site name, label, navigation over the headline; names and captions under it.

Pure; called by the second pass (`head`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.clean.fields.credits import UNKNOWN, credit_kind, drop_unknown, read_credit
from digest.clean.fields.desks import is_desk
from digest.clean.fields.fieldwords import is_label, is_name, is_place
from digest.clean.fields.imprints import ACCOUNT
from digest.clean.fields.outlets import is_outlet, own_names
from digest.clean.fields.yearless import lacks_year
from digest.clean.head.broken import STATED
from digest.clean.head.clocks import YEARLESS, drop_clocks
from digest.clean.head.columnist import columnist, writer_below
from digest.clean.head.dashed import drop_second, is_of_picture
from digest.clean.head.decks import is_deck_heading, is_deck_line
from digest.clean.head.labelled import mark_section
from digest.clean.head.masthead import find_masthead
from digest.clean.head.signed import may_be_name, signs_below
from digest.clean.phrases import phrases
from digest.clean.prose import MEDIUM, grade, opens_with_function_word, shared, stems
from digest.clean.rows import CREDITS, Row, make_row
from digest.clean.signs.timed import FEWEST, TITLED
from digest.model import LineKind
from digest.text import without_vowels

_LONGEST_TICKER, _LONGEST_LIST = 12, 6


def mark_rest(
    units: Sequence[Row],
    headline: int | None,
    first: int,
    last: int,
    body: frozenset[str],
    outlets: frozenset[str],
    *,
    stated: bool,
) -> None:
    """What is left above the body: labels, names, captions below the headline; navigation above it.

    `stated`: the page's markup states a title.
    """
    split = first if headline is None else headline
    _mark_ticker(units, headline, first)
    own = own_names(units, first, split, outlets)
    known = headline is None or split == 1
    masthead = find_masthead(units, split, first, own, known=known, stated=stated)
    if masthead is not None:
        units[masthead].mark(LineKind.SOURCE, "source.masthead")
    for index in range(split):
        if index != masthead:
            _above_headline(units, index, headline, split - index)
    for index in range(first - 1, split - 1, -1):
        if is_desk(units[index].text):
            units[index].mark(LineKind.BYLINE, "byline.desk")
        elif units[index].core in own and index != headline:
            units[index].mark(LineKind.SOURCE, "source.masthead")
        elif index > split and is_of_picture(units[index], body):
            units[index].mark(LineKind.CAPTION, "caption.between")
        elif units[index].kind is None or _is_taken_for_section(units, index, split):
            _below_headline(units, index, first, body)
    drop_clocks(units, headline, first, last)
    drop_unknown(units[split:first])
    drop_second(units[split:first])
    if headline is not None:
        _sign_column(units, headline, first, body)


def _sign_column(units: Sequence[Row], headline: int, first: int, body: frozenset[str]) -> None:
    """Mark the label beside the headline, and the writer of a column above or below it."""
    if (above := columnist(units, headline, first, body)) is not None:
        units[above].mark(LineKind.BYLINE, "byline.above-headline")
    mark_section(units, headline, first)
    if (below := writer_below(units, headline, first, body)) is not None:
        units[below].mark(LineKind.BYLINE, "byline.of-column")


def _mark_ticker(units: Sequence[Row], headline: int | None, first: int) -> None:
    """The lines right below a ticker's heading are its own, down to a wider gap, a sentence, the headline."""
    heading = first
    for index in range(first):
        row = units[index]
        if row.opens:
            heading = index if row.kind is LineKind.TICKER else first
        elif index > heading:
            gap = units[heading + 1].line - units[heading].line
            apart = row.line - units[index - 1].line > gap or index - heading > _LONGEST_TICKER
            if apart or index == headline or row.ends:
                heading = first
            elif row.kind is None:
                row.mark(LineKind.TICKER, "ticker.item")


def _is_taken_for_section(units: Sequence[Row], index: int, split: int) -> bool:
    """Whether an outlet's name is made of words of sections: in marks by a place, beside a name or date."""
    row = units[index]
    if row.rule == "navigation.sections" and "«" in row.text and read_credit(row.text, placed=True):
        return True
    if row.rule != "navigation.sections" or not is_outlet(row.text):
        return False
    beside = {row.kind for row in units[max(split + 1, index - 1) : index + 2]}
    return not beside.isdisjoint((LineKind.BYLINE, LineKind.STATED_DATE))


def _above_headline(units: Sequence[Row], index: int, headline: int | None, away: int) -> None:
    """Mark a row `away` rows above the headline, or above the body where there is none."""
    row = units[index]
    if away <= 2 and is_label(row.text):
        row.mark(LineKind.LABEL, "label.above-headline")
    elif row.kind is None and headline is not None and _opens(index, away) and (dated := _dated(row)):
        row.mark(LineKind.STATED_DATE, dated)
    elif row.rule == ACCOUNT:
        return
    elif row.kind is None or (
        row.kind in CREDITS and (away > 3 or row.rule.endswith(".alone") or _lists_sections(row))
    ):
        row.mark(LineKind.NAVIGATION, "position.above-headline")
    elif row.kind is LineKind.CAPTION and headline is not None:
        row.mark(LineKind.FURNITURE, "position.above-headline")


def _opens(index: int, away: int) -> bool:
    """Whether a row stands right above the headline, or opens the page with one line between them."""
    return away == 1 or (away == _PAIR and index == 0)


def _dated(row: Row) -> str | None:
    """The rule of a section's or a place's name with a date behind it, be the name ever so strange."""
    parts = read_credit(row.text, placed=True) if any(map(str.isdigit, row.core)) else ()
    if parts and credit_kind(parts) is LineKind.STATED_DATE:
        return parts[0].rule
    placed = [part.role for part in parts] == ["source", "date"] and parts[0].span.length <= _LONGEST_PLACE
    return parts[1].rule if placed else None


_LONGEST_PLACE = 20
"""Characters of a place's name that no list knows."""


def _lists_sections(row: Row) -> bool:
    """Whether several pieces with strokes between them are a menu: sections' names are among them."""
    pieces = row.text.split("|")
    rules = (phrases().find(make_row(piece.strip())) for piece in pieces if len(pieces) > _PAIR)
    return sum(rule is not None and rule.kind is LineKind.NAVIGATION for rule in rules) >= _PAIR


_PAIR = 2


def _below_headline(units: Sequence[Row], index: int, first: int, body: frozenset[str]) -> None:
    row = units[index]
    if _is_masthead(units, index, first):
        row.mark(LineKind.SOURCE, "source.masthead")
    elif is_outlet(row.text) and not row.ends:
        row.mark(LineKind.SOURCE, "source.named")
    elif is_place(row.text) and _touches(units, index, first):
        row.mark(LineKind.DATELINE, "dateline.alone")
    elif signs_below(units, index) or (is_name(row.text) and not stems(row) <= body):
        row.mark(LineKind.BYLINE, "byline.name")
    elif _touches(units, index, first) and (parts := read_credit(row.text, placed=True)):
        row.mark(credit_kind(parts), parts[0].rule)
    elif _touches(units, index, first) and may_be_name(row, body):
        row.mark(LineKind.BYLINE, UNKNOWN)
    elif _heads_post(units, index):
        row.mark(LineKind.SUBHEAD, TITLED)
    elif row.bullet and not row.ends and _is_below_headline(units, index):
        row.mark(LineKind.DECK, "deck.points")
    elif row.size >= 60 and units[first].core.startswith(row.core):
        row.mark(LineKind.DECK, "deck.told-again")
    else:
        row.mark(*_unnamed(units, index, first, body))


def _is_below_headline(units: Sequence[Row], index: int) -> bool:
    """Whether nothing but rows with a mark stands between a row and the headline."""
    while index and units[index].bullet and units[index].kind is not LineKind.HEADLINE:
        index -= 1
    return units[index].kind is LineKind.HEADLINE


def _heads_post(units: Sequence[Row], index: int) -> bool:
    """Whether a row is the title of a live page's first post: below a time as others have.

    It has words of its post, or another one of the times has a title and a paragraph below it, too.
    """
    if units[index - 1].rule != _TIME:
        return False
    times = [row for row in range(index, min(len(units), index + _POSTS)) if units[row].rule == _TIME]
    alike = shared(units[index], stems(units[index + 1])) >= _TOLD
    titled = _is_titled_post(units, index - 1) and any(_is_titled_post(units, time) for time in times)
    return len(times) >= FEWEST and (alike or titled)


def _is_titled_post(units: Sequence[Row], time: int) -> bool:
    """Whether a row is a time, with a title's line and a paragraph right below it."""
    if units[time].rule != _TIME or time + 2 >= len(units):
        return False
    title, text = units[time + 1 : time + 3]
    return title.kind is None and not (title.ends or title.latin) and grade(text) >= MEDIUM


_POSTS = 100
"""Rows in which a live page's next posts stand."""
_TIME = "clock.line"


def _unnamed(units: Sequence[Row], index: int, first: int, body: frozenset[str]) -> tuple[LineKind, str]:
    """What a row below the headline is that names nobody, by its neighbours or else by its length."""
    row = units[index]
    if lacks_year(row.text):
        return LineKind.STATED_DATE, YEARLESS
    if shared(row, body) >= _TOLD and _is_second_line(units, index):
        return LineKind.HEADLINE, units[index - 1].rule
    if heading := _heading_above(units, index):
        return heading.kind or LineKind.RELATED, f"{heading.rule.split('.', maxsplit=1)[0]}.item"
    if is_deck_line(units, index) or is_deck_heading(units, index, first):
        return LineKind.DECK, "deck.line"
    return _by_length(row)


def _by_length(row: Row) -> tuple[LineKind, str]:
    """What a row below the headline is that nothing else speaks of, an author's Markdown aside."""
    if row.written and row.own is LineKind.SUBHEAD:
        return LineKind.SUBHEAD, "subhead.markup"
    if row.size >= _SHORTEST_CAPTION and len(row.words) >= _FEWEST_OF_CAPTION:
        return LineKind.CAPTION, "caption.between"
    return LineKind.FURNITURE, "position.below-headline"


_TOLD = 0.3
"""The share of content words that the body tells of a headline's second line."""
_SHORTEST_CAPTION, _FEWEST_OF_CAPTION = 15, 3
"""Characters and words of a caption."""


def _is_second_line(units: Sequence[Row], index: int) -> bool:
    """Whether a row is the rest of a headline: right below it, with a blank line behind, or going on."""
    row, above = units[index], units[index - 1]
    if above.kind is not LineKind.HEADLINE or row.line != above.line + 1 or above.ends or row.bullet:
        return False
    if above.rule == STATED or row.level != above.level:
        return False
    if _PATH.match(without_vowels(row.text).text):
        return False
    apart = units[index + 1].line - row.line > 1 and len(above.words) + len(row.words) <= _MOST_WORDS
    if row.size > above.size + _LONGER:
        # A line is cut where it is full: what is longer than the first one is a deck.
        return False
    return len(row.words) > 1 and not row.ends and (apart or opens_with_function_word(row))


_PATH = re.compile(r"[^\W\d_]+ [/|>»] [^\W\d_]+$")
"""Two sections' names: `عام / تهنئة`."""
_LONGER, _MOST_WORDS = 10, 17
"""Characters that a headline's second line may have more than the first; words of both."""


def _heading_above(units: Sequence[Row], index: int) -> Row | None:
    """The heading of a list of other articles whose item a row below the headline is."""
    for row in reversed(units[max(0, index - _LONGEST_LIST) : index]):
        if row.opens and row.kind in (LineKind.RELATED, LineKind.MOST_READ):
            return row
        if row.kind is not None:
            return None
    return None


def _is_masthead(units: Sequence[Row], index: int, first: int) -> bool:
    """Whether a row repeats the page's first line, or is a name with a colon right above the body."""
    row = units[index]
    if not 1 <= len(row.words) <= 4 or row.ends:
        return False
    announced = index == first - 1 and len(row.words) <= 2 and row.text.rstrip().endswith(_ANNOUNCING)
    if announced and is_place(row.text):
        return False
    return announced or (index > 1 and row.core in (units[0].core, units[1].core))


_ANNOUNCING = (":", " -", "/", "/-", "–")
"""Marks behind a name right above the text: `خبرني -`, `المستقلة/-`."""


def _touches(units: Sequence[Row], index: int, first: int) -> bool:
    """Whether only credits and the like stand between a row and the body, or the headline."""
    below = all(row.kind is not None for row in units[index + 1 : first])
    return below and units[index].line <= units[first].line
