"""Tells the subheads of a text from links, points of lists and titles that stand in its midst. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from digest.clean.body.lines import is_said
from digest.clean.body.subjects import Words
from digest.clean.fields.datelines import read_stamp
from digest.clean.fields.fieldwords import is_agency
from digest.clean.fields.outlets import is_outlet
from digest.clean.fields.pictures import is_described
from digest.clean.prose import MEDIUM, WEAK, announces, grade, shared, stems
from digest.clean.rows import Row
from digest.model import LineKind
from digest.text import without_vowels

_LONGEST_SUBHEAD, _MOST_WORDS = 90, 14


def is_subhead(units: Sequence[Row], index: int, last: int) -> bool:
    """Whether a row that nothing else is known of may head the paragraphs below it."""
    row = units[index]
    long = row.size > _LONGEST_SUBHEAD or not 0 < len(row.words) <= _MOST_WORDS
    if long or (row.bullet and not _is_marked_alone(units, index, last)):
        return False
    if without_vowels(row.text.split()[-1]).text in _OPEN_ENDS or not any(map(str.isalpha, row.core)):
        return False
    if index < last and units[index + 1].opens:
        return _heads_below_list(units, index, last)
    below = [
        other for other in units[index + 1 : min(index + 9, last + 1)] if other.kind in (None, LineKind.BODY)
    ]
    if below and below[0].pointed and not row.pointed:
        return True
    if not below or (len(below) > 2 and all(other.size < 50 and not other.ends for other in below[:2])):
        return False
    return any(grade(other) >= MEDIUM or other.size > 50 for other in below)


def _heads_below_list(units: Sequence[Row], index: int, last: int) -> bool:
    """Whether a row above a list of links heads the paragraph below the list, which tells of it."""
    return shared(units[index], _told_below(units, index, last)) > 0


def _told_below(units: Sequence[Row], index: int, last: int) -> AbstractSet[str]:
    """The content words of the next paragraph below a row."""
    near = units[index + 1 : min(index + _AHEAD, last + 1)]
    told = (row for row in near if row.kind in (None, LineKind.BODY) and grade(row) >= MEDIUM)
    return next(map(stems, told), frozenset())


def _is_marked_alone(units: Sequence[Row], index: int, last: int) -> bool:
    """Whether a few words with a mark before them stand alone between two paragraphs: no point of a list."""
    if not 0 < index < last or len(units[index].words) > _WORDS_OF_MARKED:
        return False
    beside = (units[index - 1], units[index + 1])
    return all(grade(row) >= MEDIUM and not row.pointed for row in beside)


_WORDS_OF_MARKED = 5


_OPEN_ENDS = frozenset(("في", "من", "إلى", "عن", "على", "مع", "و"))
"""Words that no heading ends with."""


def heads_table(units: Sequence[Row], index: int, first: int, last: int) -> bool:
    """Whether some words alone between a paragraph of the body and a table name what the table holds."""
    if not first < index < last or not units[index + 1].tabular:
        return False
    row, above = units[index], units[index - 1]
    plain = not (row.tabular or row.ends or row.latin or row.pointed) and row.size <= _LONGEST_SUBHEAD
    return plain and len(row.words) > 1 and above.kind is LineKind.BODY and grade(above) >= MEDIUM


def stands_as_subhead(units: Sequence[Row], index: int, first: int, last: int, told: Words) -> bool:
    """Whether a row that reads like a section's name stands alone between two paragraphs, or above a list.

    `told`: what has been told above it. What pages show beside any article is told of, too.
    """
    numbers = sum(word[0].isdigit() for word in units[index].words)
    if not first < index < last or len(units[index].words) < 2 or numbers > 1:
        return False
    above, below = units[index - 1], units[index + 1]
    return (
        above.kind is LineKind.BODY
        and (below.opens or (below.kind is None and grade(below) >= MEDIUM))
        and is_subhead(units, index, last)
        and not (_is_of_any_page(units, index, first, last) and _is_untold(units, index, last, told))
    )


def _is_of_any_page(units: Sequence[Row], index: int, first: int, last: int) -> bool:
    """Whether a row is the weather's, times of prayer, a menu, or the one outlet's name near by."""
    row = units[index]
    if row.kind is LineKind.SOURCE:
        near = units[max(first, index - _AHEAD) : min(index + _AHEAD, last) + 1]
        return sum(other.size <= row.size * 2 and is_outlet(other.text) for other in near) == 1
    return row.kind in _OF_ANY or (row.kind is LineKind.NAVIGATION and len(row.words) >= _OF_MENU)


_OF_ANY = (LineKind.WEATHER, LineKind.PRAYER_TIMES)
_OF_MENU = 4
"""Sections' names that are a menu rather than the heading of a part."""


def _is_untold(units: Sequence[Row], index: int, last: int, told: Words) -> bool:
    """Whether neither what is above a row nor the paragraph below it has any of its words."""
    return not any(shared(units[index], words) for words in (told.all, _told_below(units, index, last)))


def is_picture(units: Sequence[Row], index: int, last: int) -> bool:
    """Whether a row inside a text describes a picture: by its words, or between paragraphs by its agency."""
    row = units[index]
    if is_described(row):
        return True
    if row.ends or row.bullet or row.size > _LONGEST_SUBHEAD or not (owned := _OWNED.match(row.text)):
        return False
    told, owner = owned.groups()
    if len(told.split()) < _OF_PICTURE or not is_agency(owner):
        return False
    beside = (units[index - 1], *units[index + 1 : min(index + 2, last + 1)])
    return len(beside) > 1 and all(grade(other) >= MEDIUM and not other.pointed for other in beside)


_OWNED = re.compile(r"([^-–—/|:]+)\s[-–—/]\s([^-–—/|:]+)$")
"""What is to be seen, and whose picture it is."""
_OF_PICTURE = 3
"""Words of a picture's description."""


def among_titles(units: Sequence[Row], index: int, first: int, last: int) -> bool:
    """Whether titles stand one below the other, unannounced: a subhead stands alone above its paragraph."""
    if not _is_title(units[index]):
        return False
    run = [index]
    for step in (-1, 1):
        place = index + step
        while first <= place <= last and abs(place - index) <= _AHEAD and _is_title(units[place]):
            run.append(place)
            place += step
    announced = min(run) > first and units[min(run) - 1].text.rstrip().endswith((":", "،"))
    long = sum(len(units[place].words) >= 5 for place in run)
    return len(run) >= 2 and long >= 1 and not announced


def _is_title(row: Row) -> bool:
    plain = row.kind is None or row.rule == "related.run-of-titles"
    plain = plain and row.size <= 150 and not (row.ends or row.latin or row.pointed)
    return plain and grade(row) < WEAK and not (row.pulled or is_said(row) or announces(row))


_AHEAD = 12
"""Rows that are looked at beyond one, so that time stays linear."""


def is_subhead_after(units: Sequence[Row], items: Sequence[int]) -> bool:
    """Whether the last row below a heading is no item but a subhead: much shorter than those above it.

    Or the markup has it as a heading of the article's own, below a list of links.
    """
    if items and units[items[-1]].own is LineKind.SUBHEAD and _is_parted(units, items[-1]):
        return True
    if len(items) < 2:
        return False
    last = len(units[items[-1]].words)
    return last <= 4 and all(len(units[item].words) >= max(5, last + 2) for item in items[:-1])


def heads_on(units: Sequence[Row], items: Sequence[int], index: int) -> bool:
    """Whether a name right above where the body goes on below a list heads it, as the row tells of it."""
    name = units[index - 1]
    heads = name.soft and is_subhead_after(units, (*items, index - 1))
    return heads and shared(name, stems(units[index])) > 0


def _is_parted(units: Sequence[Row], index: int) -> bool:
    """Whether lines that the markup sets apart, such as links, stood right above a row."""
    return units[index].line > units[index - 1].line + 1


def _is_strange(row: Row, prose: AbstractSet[str]) -> bool:
    """Whether a subhead shares no word with the body's paragraphs."""
    return not row.own and len(stems(row)) > _OF_SUBHEAD and shared(row, prose) == 0


def strange_rule(units: Sequence[Row], index: int, first: int, prose: AbstractSet[str]) -> str | None:
    """The rule by which a subhead is another article's title; None where it is none.

    `first`: the body's first row; `prose`: the content words of its paragraphs.
    """
    if _is_dated_teaser(units, index, first):
        return "related.dated"
    return "related.stranger" if _is_strange(units[index], prose) else None


def _is_dated_teaser(units: Sequence[Row], index: int, first: int) -> bool:
    """Whether a subhead stands right below the one date near by, and the row below has none of its words.

    `first`: the body's first row. Where dates stand above several, they are of a timeline or a live page.
    """
    row, below = units[index], units[index + 1 : index + 2]
    if row.own or len(row.words) < _WORDS_OF_TITLE:
        return False
    if not _is_date(units[index - 1]) or any(shared(row, stems(other)) > 0 for other in below):
        return False
    near = (*units[max(first, index - _NEAR) : index - 1], *units[index + 1 : index + _NEAR])
    return not any(map(_is_date, near))


_WORDS_OF_TITLE, _NEAR = 5, 8
"""Words of another article's title; rows in which a second date stands."""


def _is_date(row: Row) -> bool:
    dated = row.kind is not LineKind.BODY and any(map(str.isdigit, row.core[:2]))
    stamp = read_stamp(row.text) if dated else None
    return stamp is not None and bool(stamp.edtf or stamp.hijri)


_OF_SUBHEAD = 5
"""Content words that a subhead has at most whose words the paragraphs lack."""
