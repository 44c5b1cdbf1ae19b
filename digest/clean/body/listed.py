"""Lists of the article: announced by a colon, between paragraphs, or with marks below the last one. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from digest.clean.fields.fieldwords import is_name
from digest.clean.phrases import phrases
from digest.clean.prose import MEDIUM, announces, goes_on, grade, joint_stems
from digest.clean.rows import Row, make_row
from digest.clean.tables import first_cell
from digest.model import LineKind

_LONGEST, _LONGEST_ITEM, _MOST_WORDS = 40, 60, 9
"""Points of a list, characters and words of one."""
_FEWEST = 3
_FEWEST_WORDS, _WORDS_OF_TITLE = 2.0, 6.0
"""Words of a point on the average: of fewer are tags, of more the titles of other articles."""
_ALIKE = 0.1
"""Share of the content words of points, be they ever so long, that the body has."""
_OF_PAGES = 0.5
"""The share of a table's lines that are about what pages show beside articles."""
_NUMBERED = re.compile(r"\d{1,2}\s*[-–—.)]")


def listed(units: Sequence[Row], first: int, end: int) -> set[int]:
    """The rows of lists between two rows of text: they speak neither for an article nor against it."""
    found: set[int] = set()
    index = first
    while index < end:
        stop = index
        while stop < min(end, index + _LONGEST) and _is_point(units[stop]):
            stop += 1
        if index < stop < end and index > first and _is_list(units, index, stop):
            found.update(range(index, stop))
        index = max(stop, index + 1)
    return found


def _is_list(units: Sequence[Row], first: int, stop: int) -> bool:
    """Whether rows are a list by what stands above and below them."""
    above, below = units[first - 1], units[stop]
    announced = above.kind is None and announces(above)
    between = grade(above) >= MEDIUM and below.kind is None and grade(below) >= MEDIUM and goes_on(below)
    return announced or (stop - first >= _FEWEST and above.kind is None and between)


def _is_point(row: Row) -> bool:
    if row.size >= _LONGEST_ITEM or row.kind is not None or row.ends or row.latin:
        return False
    return 1 <= len(row.words) <= _MOST_WORDS and not announces(row)


def list_to(units: Sequence[Row], index: int, last: int, told: AbstractSet[str]) -> int | None:
    """Mark a list right below the body; returns its last row.

    `last`: the body's last row; `told`: its content words.
    """
    return (
        table_to(units, index, told, announced=announces(units[last]))
        or _announced_to(units, index, last)
        or pointed_to(units, index, told)
        or labelled_to(units, index)
        or parallel_to(units, index)
        or verses_to(units, index)
    )


def _announced_to(units: Sequence[Row], index: int, last: int) -> int | None:
    """Mark a list below the body that a colon announces, in the last row or here; returns its last row."""
    own = announces(units[index])
    if not (own or announces(units[last])):
        return None
    end = first = index + 1 if own else index
    while end < min(len(units), first + _LONGEST) and _is_announced(units, end, units[first]):
        if goes_on(units[end]) and units[end].stops and not units[first].stops:
            # A paragraph behind the list.
            break
        end += 1
    if end == first:
        return None
    for row in units[first:end]:
        row.mark(LineKind.BODY, "body.announced")
    return end - 1


def _is_announced(units: Sequence[Row], index: int, first: Row) -> bool:
    """Whether a row is of the list that begins at another."""
    row, below = units[index], units[index + 1 : index + 2]
    plain = row.kind is None and not row.latin
    # Below a sentence, a line without a stop is of the list where it heads another.
    ends = row.ends or not first.ends or any(other.ends or announces(other) for other in below)
    alike = row.pointed == first.pointed and ends
    return plain and (alike or row.size >= _LONGEST_ITEM or announces(row))


def pointed_to(units: Sequence[Row], index: int, told: AbstractSet[str]) -> int | None:
    """Mark a list with a mark or number before each point, right below the body; returns its last row.

    `told`: the content words of the body. Long points that have none of them are other articles' titles.
    """
    end = index
    while end < min(len(units), index + _LONGEST) and _is_marked(units[end]):
        end += 1
    rows = units[index:end]
    if len(rows) < _FEWEST:
        return None
    words = sum(len(row.words) for row in rows) / len(rows)
    joint = joint_stems(rows)
    if not _FEWEST_WORDS < words <= _WORDS_OF_TITLE and len(joint & told) <= _ALIKE * len(joint):
        return None
    for row in rows:
        row.mark(LineKind.BODY, "body.list")
    return end - 1


def labelled_to(units: Sequence[Row], index: int) -> int | None:
    """Mark lines of a label and its value right below the body, or a heading and such; returns the last row.

    Numbers as long as telephones' are of who publishes the page, labels such as rates have are of its boxes.
    """
    end = first = index if _is_labelled(units[index]) else index + 1
    while end < min(len(units), index + _LONGEST) and _is_labelled(units[end]):
        end += 1
    rows = units[first:end]
    headed = first > index
    if len(rows) < _FEWEST_LABELLED + (not headed) or (not headed and are_beside(rows)):
        return None
    if any(_TELEPHONE.search(row.text) for row in units[index:end]):
        return None
    return _mark_below(units, index, first, end)


def parallel_to(units: Sequence[Row], index: int) -> int | None:
    """Mark lines that begin alike, or names, right below the body or a heading; returns the last row."""
    for first in (index, index + 1):
        end = first
        while end < min(len(units), first + _LONGEST) and _is_point(units[end]):
            end += 1
        rows = units[first:end]
        alike = len(rows) >= _FEWEST and len({row.words[0] for row in rows}) == 1 and len(rows[0].words) > 1
        named = first > index and len(rows) >= _FEWEST and all(is_name(row.text) for row in rows)
        if alike or named:
            return _mark_below(units, index, first, end)
    return None


def verses_to(units: Sequence[Row], index: int) -> int | None:
    """Mark verses right below the body, lines of a length without figures or marks; returns the last row."""
    end = index
    while end < min(len(units), index + _LONGEST) and _is_verse(units[end]):
        end += 1
    rows = units[index:end]
    if len(rows) < _FEWEST_VERSES or max(row.size for row in rows) > _LIKE * min(row.size for row in rows):
        return None
    for row in rows:
        row.mark(LineKind.BODY, "body.verse")
    return end - 1


def _is_verse(row: Row) -> bool:
    plain = row.kind is None and not (row.ends or row.latin or row.bullet) and row.size < _LONGEST_VERSE
    return plain and len(row.words) > _FEWEST and not _UNLIKE_VERSE.search(row.text)


_UNLIKE_VERSE = re.compile(r"[\d:؟«\"“|/()]|\.\.|…")
_FEWEST_VERSES, _LONGEST_VERSE, _LIKE = 4, 45, 1.6


def _mark_below(units: Sequence[Row], index: int, first: int, end: int) -> int | None:
    """Mark a list, and the row above it where that is its heading; None where it is none."""
    title = units[index]
    if first > index:
        if not _is_point(title) or len(title.words) < _WORDS_OF_HEADING or title.bullet:
            return None
        title.mark(LineKind.SUBHEAD, "subhead.before-paragraph")
    for row in units[first:end]:
        row.mark(LineKind.BODY, "body.list")
    return end - 1


def are_beside(rows: Sequence[Row]) -> bool:
    """Whether the labels of most lines are what pages show beside articles: rates, temperatures, a menu."""
    labels = (make_row(row.text.partition(":")[0]) for row in rows)
    return sum(phrases().find(label) is not None for label in labels) >= _OF_PAGES * len(rows)


def _is_labelled(row: Row) -> bool:
    plain = row.kind in _CREDITS and not row.latin and row.size <= _LONGEST_LABELLED
    return plain and not row.stops and _LABELLED.match(row.text) is not None


_LABELLED = re.compile(r"[^:\n\d]{2,30}:\s*\S")
_TELEPHONE = re.compile(r"\d{6}|\d[ -]\d{3}[ -]?\d{3}|@")
_FEWEST_LABELLED, _LONGEST_LABELLED, _WORDS_OF_HEADING = 2, 120, 2
_CREDITS = (None, LineKind.DATELINE, LineKind.STATED_DATE)
"""What lines with a label that is a place or a day may have been taken for."""


def table_to(units: Sequence[Row], index: int, told: AbstractSet[str], *, announced: bool) -> int | None:
    """Mark a table right below the body; returns its last row.

    It is none of the article where it is made of what pages show beside any, such as rates, unless the body
    announces it or has its words.
    """
    if not units[index].tabular or units[index - 1].tabular:
        # One that was refused is not weighed again from its midst.
        return None
    end = index
    while end < len(units) and (units[end].tabular or (end > index and not units[end].words)):
        end += 1
    rows = [row for row in units[index:end] if row.tabular]
    joint = joint_stems(rows)
    beside = sum(phrases().find(make_row(first_cell(row.text))) is not None for row in rows)
    own = announced or len(joint & told) > _ALIKE * len(joint)
    if not (own or beside < _OF_PAGES * len(rows)):
        return None
    for row in rows:
        row.mark(LineKind.BODY, "body.table")
    return end - 1


def _is_marked(row: Row) -> bool:
    plain = row.kind is None and not row.latin and bool(row.words)
    return plain and (row.bullet or _NUMBERED.match(row.text) is not None)
