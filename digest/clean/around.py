"""What is left above the body: site name, label, navigation over the headline; names and captions under it.

Pure; called by the second pass (`head`).
"""

from __future__ import annotations

from collections.abc import Sequence

from digest.clean.credits import credit_kind, read_credit, without_account
from digest.clean.fieldwords import field_words, is_agency, is_label, is_name, is_place, is_term, names_outlet
from digest.clean.prose import shared, stems
from digest.clean.rows import Row
from digest.model import LineKind

CREDITS = frozenset({LineKind.BYLINE, LineKind.SOURCE, LineKind.DATELINE})


def mark_rest(units: Sequence[Row], headline: int | None, first: int, body: frozenset[str]) -> None:
    """What is left above the body: labels, names, captions below the headline; navigation above it."""
    split = first if headline is None else headline
    masthead = bool(split) and _opens_with_name(units, split, first, known=headline is None or split == 1)
    if masthead:
        units[0].mark(LineKind.SOURCE, "source.masthead")
    for index in range(int(masthead), split):
        _above_headline(units, index, headline, split - index)
    for index in range(first - 1, split - 1, -1):
        if units[index].core in field_words().desks:
            units[index].mark(LineKind.BYLINE, "byline.desk")
        elif units[index].kind is None:
            _below_headline(units, index, first, body)
    if any(_states_day(row) for row in units[split:first]):
        for row in units[:split]:
            if row.kind is LineKind.STATED_DATE:
                row.mark(LineKind.CLOCK, "clock.above-headline")


def _above_headline(units: Sequence[Row], index: int, headline: int | None, away: int) -> None:
    """Mark a row `away` rows above the headline, or above the body where there is none."""
    row = units[index]
    if away <= 2 and is_label(row.text):
        row.mark(LineKind.LABEL, "label.above-headline")
    elif row.kind is None or (row.kind in CREDITS and (away > 3 or row.rule.endswith(".alone"))):
        row.mark(LineKind.NAVIGATION, "position.above-headline")
    elif row.kind is LineKind.CAPTION and headline is not None:
        row.mark(LineKind.FURNITURE, "position.above-headline")
    elif row.kind is LineKind.STATED_DATE and headline is not None and away > 4:
        row.mark(LineKind.CLOCK, "clock.above-headline")


def _opens_with_name(units: Sequence[Row], split: int, first: int, *, known: bool) -> bool:
    """Whether the page's first line, above the headline, is the site's name."""
    row, below = units[0], units[split + 1 : first + 1]
    again = any(other.core == row.core or other.core.startswith(f"{row.core} ") for other in below)
    return not is_label(row.text) and _is_site_name(row, known=known, again=again)


def _is_site_name(row: Row, *, known: bool, again: bool) -> bool:
    """Whether a page's first line is its own name: short, and no section's, place's or label's.

    `known`: only what is known for a name will do, as no headline stands below it, or right below it.
    `again`: the article's own lines name it too.
    """
    if row.ends or row.text.endswith(":") or all(word.isdigit() for word in row.words):
        return False
    if row.kind in CREDITS:
        parts = read_credit(row.text)
        return bool(parts) and parts[0].role == "source" and not any(p.role == "dateline" for p in parts)
    if len(row.words) <= _LONGEST_OUTLET and names_outlet(row.words) and row.rule in _UNDECIDED:
        return True
    if row.kind is LineKind.NAVIGATION:
        return again and is_agency(row.text)
    if len(row.words) > _LONGEST_SITE_NAME or row.rule not in _UNDECIDED or is_place(row.text):
        return False
    return again or row.latin or not (known or is_term(row.text) or is_name(row.text))


_LONGEST_SITE_NAME, _LONGEST_OUTLET = 3, 6
"""Words of a page's name, and of one that says what it is: `البوابة العربية للأخبار التقنية`."""
_UNDECIDED = ("", "shape.foreign", "navigation.sections")


def _states_day(row: Row) -> bool:
    return row.kind is LineKind.STATED_DATE and any(map(str.isdigit, row.core))


def _below_headline(units: Sequence[Row], index: int, first: int, body: frozenset[str]) -> None:
    row = units[index]
    if _is_masthead(units, index, first):
        row.mark(LineKind.SOURCE, "source.masthead")
    elif _is_signed(row) or (is_name(row.text) and not stems(row) <= body):
        row.mark(LineKind.BYLINE, "byline.name")
    elif _touches(units, index, first) and (parts := read_credit(row.text, placed=True)):
        row.mark(credit_kind(parts), parts[0].rule)
    elif _touches(units, index, first) and _may_be_name(row, body):
        row.mark(LineKind.BYLINE, "byline.alone")
    elif units[index - 1].rule == "clock.line" and shared(row, stems(units[index + 1])) >= 0.3:
        row.mark(LineKind.SUBHEAD, "subhead.timed")
    elif row.size >= 60 and units[first].core.startswith(row.core):
        row.mark(LineKind.DECK, "deck.told-again")
    elif row.size >= 15 and len(row.words) >= 3:
        row.mark(LineKind.CAPTION, "caption.between")
    else:
        row.mark(LineKind.FURNITURE, "position.below-headline")


def _is_signed(row: Row) -> bool:
    """Whether a row is some words with an account in a network after them: a writer's."""
    plain = without_account(row.text)
    return plain != row.text and 2 <= len(plain.split()) <= 4


def _is_masthead(units: Sequence[Row], index: int, first: int) -> bool:
    """Whether a row repeats the page's first line, or is a name with a colon right above the body."""
    row = units[index]
    if not 1 <= len(row.words) <= 4 or row.ends:
        return False
    announced = index == first - 1 and len(row.words) <= 2 and row.text.rstrip().endswith(":")
    return announced or (index > 1 and row.core in (units[0].core, units[1].core))


def _touches(units: Sequence[Row], index: int, first: int) -> bool:
    """Whether only credits and the like stand between a row and the body, or the headline."""
    below = all(row.kind is not None for row in units[index + 1 : first])
    return below and units[index].line <= units[first].line


def _may_be_name(row: Row, body: frozenset[str]) -> bool:
    """Two or three words that the body lacks, no article before them: a writer's name that no list knows."""
    plain = row.text.strip(" *.").replace(" ", "").isalpha()
    return (
        plain
        and 2 <= len(row.words) <= 3
        and max(map(len, row.words)) > 2
        and not row.core.startswith("ال")
        and stems(row).isdisjoint(body)
    )
