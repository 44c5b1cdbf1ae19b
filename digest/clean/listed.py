"""Lists of the article: announced by a colon, between paragraphs, or with marks below the last one. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

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
    """Mark a heading and lines of a label and its value right below the body; returns the last row of them.

    Numbers as long as telephones' are of who publishes the page.
    """
    title, end = units[index], index + 1
    while end < min(len(units), index + _LONGEST) and _is_labelled(units[end]):
        end += 1
    plain = _is_point(title) and len(title.words) > 1 and not (title.bullet or _is_labelled(title))
    if (
        not plain
        or end - index <= _FEWEST_LABELLED
        or any(_TELEPHONE.search(row.text) for row in units[index:end])
    ):
        return None
    title.mark(LineKind.SUBHEAD, "subhead.before-paragraph")
    for row in units[index + 1 : end]:
        row.mark(LineKind.BODY, "body.list")
    return end - 1


def _is_labelled(row: Row) -> bool:
    plain = row.kind is None and not row.latin and row.size <= _LONGEST_ITEM
    return plain and _LABELLED.match(row.text) is not None


_LABELLED = re.compile(r"[^:\n\d]{2,30}:\s*\S")
_TELEPHONE = re.compile(r"\d{6}|\d[ -]\d{3}[ -]?\d{3}|@")
_FEWEST_LABELLED = 2


def table_to(units: Sequence[Row], index: int, told: AbstractSet[str], *, announced: bool) -> int | None:
    """Mark a table right below the body; returns its last row.

    It is none of the article where it is made of what pages show beside any, such as rates, unless the body
    announces it or has its words.
    """
    end = index
    while end < len(units) and (units[end].tabular or (end > index and not units[end].words)):
        end += 1
    rows = [row for row in units[index:end] if row.tabular]
    joint = joint_stems(rows)
    beside = sum(phrases().find(make_row(first_cell(row.text))) is not None for row in rows)
    own = announced or len(joint & told) > _ALIKE * len(joint)
    if not rows or not (own or beside < _OF_PAGES * len(rows)):
        return None
    for row in rows:
        row.mark(LineKind.BODY, "body.table")
    return end - 1


def _is_marked(row: Row) -> bool:
    plain = row.kind is None and not row.latin and bool(row.words)
    return plain and (row.bullet or _NUMBERED.match(row.text) is not None)
