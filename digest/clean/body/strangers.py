"""Tells what stands below a box and is not of the text above it: another article, readers' words.

Pure; called by `bridging` and `teasers`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from digest.clean.body.boxes import ORDERS
from digest.clean.body.lines import speaker_of
from digest.clean.body.subjects import Words, opens_as_wires_do, part_of
from digest.clean.fields.fieldwords import is_name
from digest.clean.fields.outlets import publishing
from digest.clean.prose import MEDIUM, STRONG, goes_on, grade, is_readers, joint_stems, shared, stems, tells
from digest.clean.rows import CREDITS, DATES, Row
from digest.model import LineKind

AHEAD = 8
"""Rows that are looked at beyond one, so that time stays linear."""
BESIDE_TITLE = CREDITS | {LineKind.STATED_DATE, LineKind.HEADLINE}
"""What stands with an article's title."""
_FEWEST_WORDS, _WORDS_OF_TITLE = 3, 5
"""Words of a paragraph with a stop or of a link; words of a title that is no subhead."""
_OF_TITLE, _MORE = 0.2, 0.1
"""The share of a title's content words in its paragraphs; how much more that is than in the text above."""
_OF_OTHERS = 0.1
"""The share of another article's content words that the text above has, at most."""
_OF_LEAD, _MORE_OF_LEAD = 0.3, 0.2
_SUBJECT, _OFTEN, _HARDLY, _MUCH = 4, 0.25, 0.06, 0.2
_LITTLE, _OF_EACH_OTHER = 0.04, 0.1
"""Shares of content words, where the text above comes back to `_SUBJECT` words, and where it does not."""
_AS_LONG, _LONG = 0.6, 100
"""How long paragraphs are beside those above, and in characters, that no readers wrote."""
_LONGEST_NAME = 4


class Above:
    """The text above a box: its words, the place of its last row, the length of its paragraphs."""

    def __init__(self) -> None:
        self.words = Words()
        self.last, self.rows, self._size = 0, 0, 0
        self.titled = 0
        """How many paragraphs had a line above them that may be another article's title."""

    def add(self, index: int, row: Row) -> None:
        """Take in a paragraph."""
        self.words.add(row)
        self.last, self.rows, self._size = index, self.rows + 1, self._size + row.size

    @property
    def length(self) -> float:
        """Characters of a paragraph on the average."""
        return self._size / max(1, self.rows)


def is_paragraph(row: Row) -> bool:
    """Whether a row is text, be it short: links to other articles have no stops."""
    if row.kind is not None or row.latin:
        return False
    return grade(row) >= MEDIUM or (row.stops and len(row.words) >= _FEWEST_WORDS)


def is_link(row: Row) -> bool:
    """Whether a row may be the title of another article."""
    return row.kind is None and not is_paragraph(row) and len(row.words) >= _FEWEST_WORDS


def run_from(units: Sequence[Row], index: int) -> list[Row]:
    """The paragraphs from a row to the next heading, of those near by."""
    near = takewhile(lambda row: not (row.opens or row.finishes), units[index : index + AHEAD])
    return [row for row in near if is_paragraph(row)]


def is_titled(box: Sequence[Row], run: Sequence[Row], above: Above) -> bool:
    """Whether the last link of a box is the title of the paragraphs below it, by its words.

    Of several links right below a heading it is one of the list, whatever its words.
    """
    if (
        box[0].kind is LineKind.RELATED
        and box[0].opens
        and len(box) > _MOST_LINKS
        and all(map(is_link, box[1:]))
    ):
        return False
    title = next(
        (row for row in reversed(box) if row.kind is None and len(stems(row)) >= _FEWEST_WORDS), None
    )
    if title is None or title.leads:
        return False
    return shared(title, joint_stems(run[:2])) >= max(_OF_TITLE, shared(title, above.words.all) + _MORE)


def is_other(box: Sequence[Row], run: Sequence[Row], above: Above) -> bool:
    """Whether surely another article stands below a box: with its title, and little of the text's words."""
    unlike = part_of(joint_stems(run), above.words.all) < _OF_OTHERS and not goes_on(run[0])
    return unlike and is_titled(box, run, above)


def is_below_links(box: Sequence[Row], run: Sequence[Row]) -> bool:
    """Whether a last paragraph stands below a link or two that have none of its words: it is no teaser."""
    items = [row for row in box if not (row.opens or row.finishes)]
    links = box[0].kind is LineKind.RELATED and all(map(is_link, items))
    if not (links and 1 <= len(items) <= _MOST_LINKS and len(run) == 1 and grade(run[0]) == STRONG):
        return False
    return len(stems(run[0])) >= _WORDS_OF_CLOSE and not any(shared(row, stems(run[0])) for row in items)


_MOST_LINKS, _WORDS_OF_CLOSE = 2, 8


def is_credited(box: Sequence[Row]) -> bool:
    """Whether one date or writer stands in a box: an article's; several are those of links."""
    return sum(row.kind in BESIDE_TITLE for row in box) == 1


def leads_on(units: Sequence[Row], index: int, above: Above) -> bool:
    """Whether another title with its paragraph follows the paragraph at a row."""
    for place in range(index + 1, min(index + AHEAD, len(units) - 1)):
        row, below = units[place], units[place + 1]
        if row.opens or row.finishes:
            return False
        title = is_paragraph(below) and is_link(row) and len(row.words) >= _WORDS_OF_TITLE and not row.ends
        least = max(_OF_LEAD, shared(row, above.words.all) + _MORE_OF_LEAD) if title else 1.0
        if title and shared(row, stems(below)) >= least:
            return True
    return False


def follows(run: Sequence[Row], above: Above) -> bool:
    """Whether paragraphs together go on from the text above: one begins so, or they are of its subject."""
    return (any(map(goes_on, run)) or _is_of_subject(run, above)) and not any(map(opens_as_wires_do, run))


def _is_of_subject(run: Sequence[Row], above: Above) -> bool:
    joint, often = joint_stems(run), above.words.often
    alike = part_of(joint, above.words.all)
    if len(often) >= _SUBJECT:
        return alike >= _MUCH or (alike >= _HARDLY and part_of(often, joint) >= _OFTEN)
    return alike >= _LITTLE or any(
        shared(row, stems(other)) >= _OF_EACH_OTHER for other, row in pairwise(run)
    )


def describes(row: Row) -> bool:
    """Whether a paragraph says what an outlet is: `صحيفة يومية …`."""
    return bool(row.words) and row.words[0] in publishing()


def are_of_readers(units: Sequence[Row], first: int, index: int, above: Above) -> bool:
    """Whether readers wrote what stands from a row on, below a heading of comments at `first`.

    Not where paragraphs are as long as the text's, under no name and no time.
    """
    near, run = units[first : index + AHEAD], run_from(units, index)
    plain = [row for row in near if row.kind is None]
    if any(map(is_readers, plain)) or any(row.kind in DATES for row in near) or speaker_of(units[index]):
        return True
    box = units[first:index]
    if _are_signed(near) or any(row.rule in ORDERS for row in box):
        return True
    if any(is_link(row) and len(row.words) >= _WORDS_OF_TITLE for row in box):
        return True
    if sum(row.size for row in run) < _AS_LONG * above.length * len(run):
        return True
    told = shared(run[0], above.words.all) >= _LITTLE or run[0].size >= _LONG
    return not (tells(run[0]) or (len(run) > 1 and told))


def _are_signed(rows: Sequence[Row]) -> bool:
    """Whether names stand above paragraphs, or one that is surely a name among them."""
    names = sum(_may_be_name(row) and is_paragraph(below) for row, below in pairwise(rows))
    return names > 1 or any(row.kind is None and not row.ends and is_name(row.text) for row in rows)


def _may_be_name(row: Row) -> bool:
    plain = row.kind is None and not row.ends
    return plain and sum(not word.isdigit() for word in row.words) <= _LONGEST_NAME
