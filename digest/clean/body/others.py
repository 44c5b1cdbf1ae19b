"""Further articles below a text: where each begins and ends. Pure; called by `tail` and `resuming`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from digest.clean.fields.credits import read_credit
from digest.clean.fields.fieldwords import is_name
from digest.clean.prose import MEDIUM, STRONG, grade, is_notice, shared, stems
from digest.clean.rows import CREDITS, DATES, Row
from digest.model import LineKind

_NEVER_ARTICLES = frozenset({LineKind.COMMENTS, LineKind.FORM, LineKind.COOKIES, LineKind.LOGIN})


def find_others(units: Sequence[Row], start: int) -> list[tuple[int, int]]:
    """Further articles: a title and at least two paragraphs of one subject, outside comments and forms.

    One paragraph is enough where a day stands between, no heading above, and nothing else below is dated so.
    """
    found = []
    section: LineKind | None = None
    index = start
    dated = dated_titles(units, start)
    while index < len(units):
        row = units[index]
        if row.opens:
            section = row.kind
        elif row.kind is None and section not in _NEVER_ARTICLES and (end := article_from(units, index)):
            found.append((index, end))
            index = end
        elif row.begins and section is None and row.kind is None:
            place, index = index, _text_to(units, index)
            found.append((place, index))
        elif section is None and dated == [index] and _is_brief(units, index):
            found.append((index, index + 2))
            index += 2
        index += 1
    return found


def _text_to(units: Sequence[Row], index: int) -> int:
    """The last row of a text that begins at a row, whatever lines it is made of.

    It goes on up to what ends an article, or to the title of the next one.
    """
    end, misses = index, 0
    for place in range(index + 1, len(units)):
        row = units[place]
        if row.opens or row.finishes or misses > _MISSES:
            break
        told = row.kind is None and (row.ends or grade(row) >= MEDIUM)
        if not told and row.kind is None and end > index and article_from(units, place):
            break
        end, misses = (place, 0) if told else (end, misses + 1)
    return end


_MISSES = 4
"""Lines of an article that are no sentences, one below the other."""


def _is_brief(units: Sequence[Row], index: int) -> bool:
    """Whether a title, and a day below it, have a paragraph of the title's words right below them."""
    title, lead = units[index], units[index + 2] if index + 2 < len(units) else None
    if lead is None or lead.kind is not None or title.size > _LONGEST_TITLE:
        return False
    told = lead.stops and grade(lead) == STRONG and not is_notice(lead)
    return told and shared(title, stems(lead)) >= _OF_TITLE


_LONGEST_TITLE, _OF_TITLE = 190, 0.4
"""Characters of a title; the share of its words in a paragraph that is alone below it."""


def article_from(units: Sequence[Row], index: int) -> int | None:
    """The last row of an article that begins at `index` with its title; None if none does."""
    title = units[index]
    if title.size > _LONGEST_TITLE or len(title.words) < 3 or title.stops:
        return None
    lead = _lead_below(units, index)
    if lead is None:
        return None
    if any(row.opens for row in units[index + 1 : lead]):
        return None
    paragraphs, end, misses = 0, lead, 0
    for place in range(lead, len(units)):
        row = units[place]
        if row.opens or row.finishes:
            break
        if row.kind is None and grade(row) >= MEDIUM and not is_notice(row):
            if misses and place > lead and _is_headed(units, end, place):
                break
            paragraphs, end, misses = paragraphs + 1, place, 0
        else:
            misses += 1
            if misses > _MISSES:
                break
    enough = paragraphs >= 2 or (
        paragraphs == 1 and shared(title, stems(units[lead])) >= _OF_TITLE and units[lead].size > 250
    )
    return end if enough else None


def _lead_below(units: Sequence[Row], index: int) -> int | None:
    """The first paragraph below a title, which a line that says who wrote may part from it."""
    lead = next_text(units, index)
    if lead is None or _leads(units[lead]):
        return lead
    below = next_text(units, lead)
    signed = below is not None and _leads(units[below]) and _names_writer(units[lead])
    return below if signed else None


def _leads(row: Row) -> bool:
    """Whether a row is a paragraph that an article may open with."""
    return row.size >= _SHORTEST_LEAD and grade(row) >= STRONG


_SHORTEST_LEAD = 80


def _is_headed(units: Sequence[Row], above: int, lead: int) -> bool:
    """Whether a paragraph has a title of its own: of its words, or with a date or a writer below it."""
    between = units[above + 1 : lead]
    dated = any(row.kind in DATES for row in between)
    titled = dated and any(row.kind is None and len(row.words) >= _TITLE and not row.ends for row in between)
    return titled or _is_title_of(units, lead - 1, lead) or (len(between) > 1 and _is_signed(units, lead))


def _is_signed(units: Sequence[Row], lead: int) -> bool:
    """Whether a title, and a line that says who wrote, stand right above a paragraph."""
    title, credit = units[lead - 2], units[lead - 1]
    if title.kind is not None or len(title.words) < _TITLE or title.stops or credit.ends:
        return False
    return credit.kind in CREDITS or (credit.kind is None and _names_writer(credit))


def _names_writer(row: Row) -> bool:
    """Whether a line between a title and a paragraph says who wrote."""
    return not row.ends and (is_name(row.text) or bool(read_credit(row.text, placed=True)))


_TITLE = 3
"""Words of a title."""


def _is_title_of(units: Sequence[Row], index: int, lead: int) -> bool:
    row = units[index]
    return (
        row.kind is None and len(row.words) >= 5 and not row.stops and shared(row, stems(units[lead])) >= 0.5
    )


def next_text(units: Sequence[Row], index: int) -> int | None:
    """The next row that is not furniture, at most four rows on."""
    for place in range(index + 1, min(index + 5, len(units))):
        if units[place].kind is None:
            return place
    return None


def dated_titles(units: Sequence[Row], start: int) -> list[int]:
    """The rows from `start` on that may be titles, a day right below each."""
    return [
        place
        for place, (title, day) in enumerate(pairwise(units[start:]), start)
        if day.rule == "date.line" and title.kind is None and len(title.words) >= _TITLE and not title.ends
    ]
