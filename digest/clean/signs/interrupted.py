"""Takes out the box that a page puts inside one list, table or poem of a text, between its lines. Pure.

The lines of such a run say little by themselves, and are told by those beside them: without the box they are
read as if it had never stood there. Called before rows are compared with their neighbours. Linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

from digest.clean.prose import (
    MEDIUM,
    addresses,
    announces,
    goes_on,
    grade,
    is_notice,
    joint_stems,
    shared,
)
from digest.clean.rows import LISTS, Row, is_numbered
from digest.model import LineKind

_BARE = frozenset({LineKind.ADVERTISEMENT, LineKind.CREDIT, LineKind.DEAD_EMBED, LineKind.CAPTION})
"""Kinds of boxes that stand in a text's midst, and hardly below it."""
_BOXES = _BARE | {
    *(LineKind.RELATED, LineKind.MOST_READ, LineKind.TICKER, LineKind.SHARE, LineKind.FORM),
    *(LineKind.COPY_LINK, LineKind.APP_CONTROL, LineKind.LOGIN, LineKind.SOURCE),
}
_FORMS = frozenset({LineKind.FORM, LineKind.LOGIN})
_FIGURE = "shape.number"
_OF_CELLS = (_FIGURE, "navigation.sections")
"""Rules of what the cells of tables may be taken for."""
_LONGEST_LINE, _LONGEST, _MOST_ITEMS = 90, 40, 8
"""Characters of a line of a run, lines of a run on one side of a box, titles in a box."""
_FEWEST_BELOW, _FEWEST, _WORDS = 2, 3, 2
"""Lines of a run without marks below a box, and on both sides together; words of each."""
_LIKE, _AS_LONG = 2.0, 1.3
"""How long the longest line below a box is beside that above it, of several lines and of one."""
_NEAR, _OF_TEXT = 12, 0.1
"""Rows above a run whose words are looked at; the share of a paragraph's content words that they have."""
_LABELLED = re.compile(r"[^:\n\d]{2,30}:\s*\S")
_NUMBER = re.compile(r"\d{1,3}")
_PLAIN, _LABEL, _NUMBERS, _TABLE = "plain", "label", "number", "table"


class _Run(NamedTuple):
    """The lines right above a box: their form, themselves, the text above them."""

    form: str
    lines: Sequence[Row]
    text: Sequence[Row]


class _Below(NamedTuple):
    """The lines of a run's form below a box, and what stands behind them."""

    lines: Sequence[Row]
    behind: Sequence[Row]


def lift_boxes(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """The rows without the boxes inside runs of short lines, and the rows of those boxes, marked."""
    if not any(_may_begin(above, row) for above, row in pairwise(rows)):
        return rows, []
    kept, lifted = rows[:1], list[Row]()
    index = 1
    while index < len(rows):
        end = _box_to(rows, index, kept) if _may_begin(kept[-1], rows[index]) else index
        if end == index:
            kept.append(rows[index])
        else:
            _mark(rows[index:end])
            lifted += rows[index:end]
        index = max(end, index + 1)
    return kept, lifted


def _may_begin(above: Row, row: Row) -> bool:
    """Whether a row may be the first of a box inside a run whose line is above it."""
    return _is_of_box(row) and _is_line(above)


def _is_of_box(row: Row) -> bool:
    """Whether a row may be of a box: an outlet's name only in brackets, as below a picture."""
    return row.kind in _BOXES and (row.kind is not LineKind.SOURCE or row.text.startswith("("))


def _is_line(row: Row) -> bool:
    """Whether a row may be a line of a run, a figure or a word that pages have in menus, too."""
    plain = row.kind is None or row.rule in _OF_CELLS
    plain = plain and row.size <= _LONGEST_LINE and bool(row.words)
    return plain and not (row.stops or row.latin or announces(row))


def _form(row: Row) -> str:
    if row.tabular:
        return _TABLE
    if is_numbered(row):
        return _NUMBERS
    if row.bullet:
        return row.text[0]
    return _LABEL if _LABELLED.match(row.text) else _PLAIN


def _is_of(row: Row, form: str) -> bool:
    """Whether a line may be of a run of a form: among plain ones some have a colon."""
    return _form(row) in ((_PLAIN, _LABEL) if form == _PLAIN else (form,))


def _box_to(rows: Sequence[Row], index: int, kept: Sequence[Row]) -> int:
    """The row below a box that begins at one, where the run above goes on below it; `index` where not."""
    run = _run_above(kept)
    if run is None:
        return index
    box = list(takewhile(_is_of_box, rows[index : index + _LONGEST]))
    end = index + len(box)
    closed = _closed_at(rows, end)
    if closed or not any(row.opens and row.kind in LISTS for row in box):
        place = closed or end
        below = _below(rows, place, run.form)
        return place if _goes_on(below, run, bare=all(row.kind in _BARE for row in box)) else index
    for place in range(end + 1, min(end + _MOST_ITEMS, len(rows) - 1) + 1):
        below = _below(rows, place, run.form)
        if _tells(rows[place - 1]):
            break
        if _are_parted(rows[index:place], len(box), run, below) and _goes_on(below, run, bare=False):
            return place
    return index


def _run_above(kept: Sequence[Row]) -> _Run | None:
    """The run that ends with the last of the rows, below a paragraph; None where there is none."""
    lines = list(takewhile(_is_line, islice(reversed(kept), _LONGEST)))[::-1]
    text = kept[: len(kept) - len(lines)][-_NEAR:]
    if not text or not _tells(text[-1]):
        return None
    form = _form(lines[-1])
    if form == _LABEL and not all(_is_of(line, form) for line in lines):
        form = _PLAIN
    # What stands above the first line may say what a list or a table is of.
    asked = lines if form == _PLAIN else lines[1:]
    return _Run(form, lines, text) if all(_is_of(line, form) for line in asked) else None


def _tells(row: Row) -> bool:
    return row.kind is None and not row.latin and (grade(row) >= MEDIUM or announces(row))


def _closed_at(rows: Sequence[Row], end: int) -> int:
    """The row below one that says that a box ends, or below a form's last field; 0 where none is near."""
    near = rows[end : end + _MOST_ITEMS]
    closing = next((place for place, row in enumerate(near, start=end) if row.closes), None)
    if closing is not None:
        return closing + 1
    # A line between two of a form says what readers fill it in for.
    asked = rows[end - 1].kind is LineKind.FORM and any(row.kind in _FORMS for row in near[1:2])
    return end + 2 if asked else 0


def _below(rows: Sequence[Row], place: int, form: str) -> _Below:
    """The lines of a form from a row on; bare boxes may stand between them."""
    lines, end = list[Row](), place
    while end < min(len(rows), place + _LONGEST):
        row = rows[end]
        if _is_line(row) and _is_of(row, form):
            lines.append(row)
        elif row.kind not in _BARE:
            break
        end += 1
    return _Below(lines, rows[end : end + 2])


def _are_parted(box: Sequence[Row], heading: int, run: _Run, below: _Below) -> bool:
    """Whether the titles of a box, behind the rows of its heading, are plainly none of the lines of a run."""
    titles, lines = box[heading:], below.lines
    if not lines:
        return False
    if run.form == _NUMBERS:
        return _number(lines[0]) == _number(run.lines[-1]) + 1
    if run.form == _PLAIN:
        # Lengths tell titles from verses too seldom; blank lines around what has none inside do.
        block = all(row.line - above.line == 1 for above, row in pairwise(box))
        return block and box[0].line - run.lines[-1].line > 1 and lines[0].line - box[-1].line > 1
    if any(_is_of(row, run.form) for row in titles):
        return False
    longest, sizes = max(row.size for row in run.lines), [row.size for row in lines]
    # Some titles have a colon, too, and are longer than what has a label.
    alone = sizes[0] <= _AS_LONG * longest and any(map(_tells, below.behind[:1]))
    return run.form != _LABEL or (max(sizes) <= _LIKE * longest and (len(sizes) > 1 or alone))


def _number(row: Row) -> int:
    found = _NUMBER.match(row.text)
    return int(found[0]) if found else 0


def _goes_on(below: _Below, run: _Run, *, bare: bool) -> bool:
    """Whether a run goes on below a box: a paragraph of the text stands behind it, or nothing ended it."""
    lines = below.lines
    if not lines or (run.form == _PLAIN and not _are_enough(lines, run.lines)):
        return False
    if any(_is_of_text(row, run) for row in _behind(below, run.form)):
        return True
    if run.form == _NUMBERS:
        return _number(lines[0]) == _number(run.lines[-1]) + 1
    return bare and _is_alike(lines, run)


def _is_alike(below: Sequence[Row], run: _Run) -> bool:
    """Whether lines below which no text follows go on from a run: by their form, if no longer than it."""
    longest = max(row.size for row in run.lines)
    formed = run.form != _PLAIN and all(row.size <= _AS_LONG * longest for row in below)
    return formed or run.form == _TABLE


def _are_enough(below: Sequence[Row], above: Sequence[Row]) -> bool:
    """Whether lines without marks go on from others: one alone may be a subhead, one of a word a tag."""
    if any(row.kind is not None for row in below) and not _have_figures(below):
        return False
    words = min(len(row.words) for row in below) >= min(_WORDS, *(len(row.words) for row in above))
    alike = words and _have_figures(above) == _have_figures(below)
    return alike and len(below) >= _FEWEST_BELOW and len(below) + len(above) >= _FEWEST


def _have_figures(lines: Sequence[Row]) -> bool:
    return any(row.rule == _FIGURE for row in lines)


def _behind(below: _Below, form: str) -> Sequence[Row]:
    """What may be the paragraph behind a run: behind one with marks, a subhead may stand above it."""
    headed = form != _PLAIN and any(map(_is_line, below.behind[:1]))
    return below.behind[1:] if headed else below.behind[:1]


def _is_of_text(row: Row, run: _Run) -> bool:
    """Whether a row is a paragraph that goes on from the text above a run, or has words of it."""
    if not _tells(row) or is_notice(row) or addresses(row):
        return False
    return goes_on(row) or shared(row, joint_stems(run.text)) >= _OF_TEXT


def _mark(box: Sequence[Row]) -> None:
    """Say of each row of a box what it is: titles are as their heading is, a source is not the article's."""
    heading = box[0]
    for row in box:
        if row.kind is None and heading.kind is not None:
            row.mark(heading.kind, f"{heading.rule.split('.', maxsplit=1)[0]}.item")
        elif row.kind is LineKind.SOURCE:
            row.mark(LineKind.FURNITURE, "position.inside")
        heading = row if row.opens else heading
        row.cuts.clear()
