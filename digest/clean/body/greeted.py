"""What stands above an article's title and is none of it: a greeting, sentences to readers, a note. Pure.

Such a sentence would be taken for the text, and the article below it for another one.
"""

from __future__ import annotations

from collections.abc import Sequence

from digest.clean.body.others import article_from, next_text
from digest.clean.fields.fieldwords import field_words
from digest.clean.prose import shared, stems
from digest.clean.rows import Row
from digest.model import LineKind

_TOP, _LONGEST, _LONGEST_GREETING = 6, 200, 6
"""Rows that open a page so; characters of one; words of a greeting."""


def mark_note(units: Sequence[Row]) -> None:
    """Mark the first sentences of a page that stand above the title of an article and tell of something else.

    Nothing else may stand above that title, which could be their own.
    """
    opening = [index for index, row in enumerate(units[:_TOP]) if not (row.kind or _is_greeting(row))]
    title = next((index for index in opening if not units[index].ends), 0)
    notes = [units[index] for index in opening if index < title]
    short = 0 < len(notes) <= _MOST_NOTES and all(row.size <= _LONGEST for row in notes)
    if short and article_from(units, title) is not None and _is_told_below(units, title, notes):
        for row in units[:title]:
            if row.kind is None:
                row.mark(LineKind.FURNITURE, "position.above-title")


_MOST_NOTES, _OF_TITLE = 2, 0.4
"""Sentences of a note; the share of a title's words that the first paragraph has."""


def _is_told_below(units: Sequence[Row], title: int, notes: Sequence[Row]) -> bool:
    """Whether what is below a title tells of it, and the notes above hardly do; that of a page is one."""
    row, lead = units[title], next_text(units, title)
    if row.level == 1 or lead is None:
        return lead is not None
    told = shared(row, stems(units[lead]))
    return told >= _OF_TITLE and all(2 * shared(row, stems(note)) <= told for note in notes)


def _is_greeting(row: Row) -> bool:
    """Whether a row is some words with a comma behind them, or those of a greeting: `صباح الخير،`."""
    if not 1 <= len(row.words) <= _LONGEST_GREETING or row.stops:
        return False
    return row.text.endswith(("،", ",")) or row.words[0] in field_words().greetings
