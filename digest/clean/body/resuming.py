"""Third pass: takes the body up again below what a page put inside it, keeps what closes it. Pure, linear.

The stretch with the most prose ends where furniture outweighs prose. What goes on from it is the article's
all the same: a paragraph of its words below a list or a form, a last one without a stop, a list it announces.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from digest.clean.body.boxes import goes_on_below, is_of_readers
from digest.clean.body.elements import is_behind
from digest.clean.body.extent import is_far, stretch_end
from digest.clean.body.headed import lists_below
from digest.clean.body.lines import is_quotation, speaker_of
from digest.clean.body.listed import list_to
from digest.clean.body.others import article_from, next_text
from digest.clean.body.subheads import is_subhead_after
from digest.clean.body.subjects import Words, opens_as_wires_do, part_of
from digest.clean.fields.fieldwords import is_name
from digest.clean.prose import (
    MEDIUM,
    STRONG,
    continues,
    goes_on,
    grade,
    is_notice,
    joint_stems,
    reads_like_a_sentence,
    shared,
    stems,
)
from digest.clean.rows import Row
from digest.clean.signs.marked import NO_WORDS
from digest.model import LineKind

_WIDEST_GAP = 25
"""Rows without the body's words after which it is over."""
_OF_READERS = frozenset({LineKind.COMMENTS, LineKind.LOGIN, LineKind.COOKIES})
"""Sections in which prose has the article's words and is not its own."""
_MUCH, _ALIKE, _SOMEWHAT, _HARDLY = 0.4, 0.25, 0.1, 0.05
"""Shares of a paragraph's content words that the body has."""
_TOGETHER, _UNCONNECTED = 0.08, 0.16
"""Shares of the content words of some paragraphs together that the body has where they go on from it.

The second, where none of them begins as one that goes on from another does.
"""
_SUBJECT, _OFTEN, _OFTEN_APART = 4, 0.1, 0.25
"""Words that the body comes back to, from so many on; the shares of them that such paragraphs have."""
_ENOUGH, _NEAR = 2, 8
"""Paragraphs with stops that are judged together, and the rows in which they stand."""
_LONG = 60
"""Characters of a line that is no link."""


@dataclass(slots=True)
class _Told:
    """The body as far as it is known: its last row, its words, the gaps in it."""

    last: int
    below: int
    """The row below, a headline told again aside."""
    words: Words
    stopped: bool
    """Whether its paragraphs end with stops."""
    rows: Sequence[Row]
    """The rows of its stretch."""
    gaps: list[tuple[int, int]] = field(default_factory=list)

    def reach(self, last: int) -> int:
        """Take the body on to a row; returns the row below."""
        self.last, self.below = last, last + 1
        return self.below


def resume(units: Sequence[Row], first: int, last: int) -> tuple[int, tuple[tuple[int, int], ...]]:
    """The body's last row, and the (first, last) rows of each section of other things inside it.

    `first` and `last` are the rows of its stretch, none of them decided yet.
    """
    told = _told(units, first, last)
    heading: int | None = None
    index = last + 1
    while index < len(units) and index - told.last <= _WIDEST_GAP and not units[index].over:
        row = units[index]
        if index == told.below and _parts_nothing(row, told):
            told.below = index = index + 1
        elif row.kind is not None:
            heading = index if heading is None and (row.opens or row.finishes) else heading
            index += 1
        elif (
            heading is None
            and index == told.below
            and (end := lists_below(units, index) or list_to(units, index, told.last, told.words.all))
        ):
            index = told.reach(end)
        elif heading is None and _is_in_element(units, index, told):
            told.words.add(row)
            index = told.reach(index)
        elif _is_own(units, index, heading, told):
            if heading is not None:
                told.gaps.append((heading, _gap_end(units, heading, index)))
            told.words.add(row)
            index, heading = told.reach(index), None
        elif heading is not None and _goes_on_together(units, index, told):
            told.gaps.append((heading, _gap_end(units, heading, index)))
            end = stretch_end(units, index)
            told.words.add(*units[index : end + 1])
            index, heading = told.reach(end), None
        elif _is_article(units, index, heading, told):
            break
        else:
            index += 1
    return told.last, tuple(told.gaps)


def _parts_nothing(row: Row, told: _Told) -> bool:
    """Whether a row below the body is the headline again, or marks such as stand inside it, too."""
    return row.kind is LineKind.HEADLINE_REPEATED or (
        row.rule == NO_WORDS and any(other.rule == NO_WORDS for other in told.rows[-_NEAR:])
    )


def _told(units: Sequence[Row], first: int, last: int) -> _Told:
    rows = units[first : last + 1]
    prose = [row for row in rows if row.kind is None and grade(row)]
    return _Told(last, last + 1, Words(prose), any(row.stops for row in prose), rows)


def _is_own(units: Sequence[Row], index: int, heading: int | None, told: _Told) -> bool:
    """Whether a row below the body is a paragraph of it."""
    row = units[index]
    if row.latin or is_notice(row) or is_behind(row, units[told.last]):
        return False
    if heading is None and index == told.below:
        return _closes(row, told)
    unstopped = row.size >= _LONG and not told.stopped and continues(row)
    if grade(row) < MEDIUM and not (row.stops and goes_on(row)) and not unstopped:
        return False
    alike = shared(row, told.words.all)
    between = units[told.last + 1 : index]
    if _are_of_readers(between):
        theirs = any(map(is_of_readers, (*between, row)))
        own = goes_on(row) and alike >= (_SOMEWHAT if row.stops else _ALIKE)
        return not theirs and (own or _is_below_box(units, index, told))
    below = _is_below_box(units, index, told)
    if goes_on(row) or below:
        return below or unstopped or alike >= (_HARDLY if row.stops else _SOMEWHAT)
    return alike >= (_ALIKE if heading is None else _MUCH) and not _below_title(units, index, told)


def _is_below_box(units: Sequence[Row], index: int, told: _Told) -> bool:
    """Whether a paragraph stands below a box of a few lines, no title of its own above it."""
    below = goes_on_below(units[told.last + 1 : index], units[index])
    return below and not _below_title(units, index, told)


def _are_of_readers(rows: Sequence[Row]) -> bool:
    """Whether some of the rows open a section of readers; a button of a newsletter's form is none."""
    form = any(row.rule.startswith("form.newsletter") for row in rows)
    kinds = _OF_READERS - {LineKind.LOGIN} if form else _OF_READERS
    return any(row.kind in kinds and row.rule != "shape.number" for row in rows)


def _is_in_element(units: Sequence[Row], index: int, told: _Told) -> bool:
    """Whether a row stands in the element that holds the body; a subhead, above such a row."""
    row, above = units[index], units[told.last]
    if not (row.own and above.own) or row.latin or is_notice(row) or is_far(above, row):
        return False
    below = next((other for other in units[index + 1 : index + 3] if other.kind is None), None)
    heads = below is not None and below.own is LineKind.BODY
    return heads if row.own is LineKind.SUBHEAD else heads or not is_name(row.text)


def _goes_on_together(units: Sequence[Row], index: int, told: _Told) -> bool:
    """Whether the body goes on at a row, by the words of the paragraphs that begin there taken together."""
    run = _paragraphs_from(units, index)
    if sum(row.stops for row in run) < _ENOUGH or run[0] is not units[index]:
        return False
    if is_behind(run[0], units[told.last]) or any(is_notice(row) or opens_as_wires_do(row) for row in run):
        return False
    between = units[told.last + 1 : index]
    readers = [row for row in between if row.kind in _OF_READERS and row.rule != "shape.number"]
    if readers:
        theirs = any(map(is_of_readers, (*between, *run)))
        # Below a counter alone, several long paragraphs are hardly what readers wrote.
        counted = all(any(map(str.isdigit, row.core)) for row in readers)
        formal = counted and sum(row.stops and grade(row) == STRONG for row in run) > _ENOUGH
        if theirs or not (formal or any(map(goes_on, run))):
            return False
    joint = joint_stems(run)
    # Leads of other articles, one below the other, go on from nothing.
    connected = any(map(goes_on, run))
    least = _TOGETHER if connected else _UNCONNECTED
    below = next((row for row in units[index + 1 : index + _NEAR] if row.kind is None), None)
    if not connected and run[1] is not below:
        return False
    often = told.words.often
    if len(often) >= _SUBJECT and part_of(often, joint) < (_OFTEN if connected else _OFTEN_APART):
        return False
    return len(joint & told.words.all) >= least * len(joint) and not _below_title(units, index, told)


def _paragraphs_from(units: Sequence[Row], index: int) -> list[Row]:
    """The paragraphs from a row to the next heading, of those near by."""
    run = []
    for row in units[index : index + _NEAR]:
        if row.opens or row.finishes:
            break
        if row.kind is None and (grade(row) >= MEDIUM or (row.stops and goes_on(row))):
            run.append(row)
    return run


def _below_title(units: Sequence[Row], index: int, told: _Told) -> bool:
    """Whether the row above is a title with the row's own words: then both are another article's."""
    title = units[index - 1]
    of_title = shared(title, stems(units[index]))
    return title.kind is None and of_title > max(_ALIKE, shared(title, told.words.all))


def _is_article(units: Sequence[Row], index: int, heading: int | None, told: _Told) -> bool:
    """Whether another article begins at a row: not where what follows goes on from this one."""
    lead = next_text(units, index)
    if lead is None:
        return False
    alike = shared(units[lead], told.words.all) >= _HARDLY
    if (alike and goes_on(units[lead])) or _is_below_box(units, lead, told):
        return False
    if heading is not None and _goes_on_together(units, lead, told):
        return False
    return article_from(units, index) is not None


def _gap_end(units: Sequence[Row], heading: int, resumed: int) -> int:
    """The last row of a section above the row where the body goes on; a subhead of that row is none of it."""
    items = [index for index in range(heading, resumed) if units[index].kind is None]
    subhead = items[-1:] == [resumed - 1] and is_subhead_after(units, items)
    return resumed - (2 if subhead else 1)


def _closes(row: Row, told: _Told) -> bool:
    """Whether a row right below the body is its last paragraph: one without a stop may be another's title."""
    alike = shared(row, told.words.all)
    # Titles that ask are short of breath.
    asked = (row.ends and (goes_on(row) or "،" in row.text)) or is_quotation(row)
    if asked or continues(row) or (row.ends and (_speaks_again(row, told) or _is_dashed(row, told))):
        return True
    if row.stops:
        beside = row.apart and (not row.own or is_far(told.rows[-1], row))
        # Below what the markup has as the article's own, two words are more often another element's.
        outside = told.rows[-1].own is not None and not row.own and not goes_on(row)
        return alike >= _SOMEWHAT if beside else len(row.words) >= (3 if outside else 2)
    sentence = reads_like_a_sentence(row) and row.size >= 45
    return sentence and alike >= _ALIKE and ("،" in row.text or not told.stopped)


def _speaks_again(row: Row, told: _Told) -> bool:
    """Whether who speaks in a row, as its first words say, speaks in the body, too."""
    speaker = speaker_of(row)
    return bool(speaker) and any(speaker_of(other) == speaker for other in told.rows[-_NEAR:])


def _is_dashed(row: Row, told: _Told) -> bool:
    """Whether a row begins with a mark, as lines of a dialogue in the body do."""
    return row.bullet and any(other.bullet and other.ends for other in told.rows[-_NEAR:])
