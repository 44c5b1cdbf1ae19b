"""Finds the boxes that a page puts between two paragraphs of one text: what stands below one decides. Pure.

A list of links, a form, a counter of comments or a line of rights ends an article only where nothing of it
follows. Called before the body is looked for, which then lies across these boxes (`Row.boxed`). Linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile

from digest.clean.body.asked import is_remark
from digest.clean.body.strangers import (
    Above,
    are_of_readers,
    describes,
    follows,
    is_below_links,
    is_credited,
    is_link,
    is_other,
    is_paragraph,
    is_titled,
    leads_on,
    run_from,
)
from digest.clean.body.subheads import is_subhead_after
from digest.clean.body.subjects import opens_as_wires_do
from digest.clean.body.teasers import below_teasers, teaser_between
from digest.clean.prose import STRONG, addresses, announces, goes_on, grade, is_notice, tells
from digest.clean.rows import LISTS, Row, is_numbered
from digest.clean.signs.posts import POST
from digest.model import LineKind

_OF_READERS = frozenset({LineKind.COMMENTS, LineKind.LOGIN, LineKind.COOKIES})
_FORMS = frozenset({LineKind.FORM, LineKind.LOGIN})
_PICTURES = frozenset({LineKind.CAPTION, LineKind.CREDIT})
_OF_WORDS = frozenset({LineKind.COOKIES, LineKind.FORM, LineKind.COMMENTS})
"""Kinds that words anywhere in a line tell: a sentence of them may be the article's."""
_HEAD = 4
"""Rows above the first paragraph of a page that may be its headline."""
_POLL = "poll.heading"
_SHAPES = frozenset({"shape.no-words", "shape.number"})
"""Rules of rows that tables and lists have, too."""
_LONGEST_BOX, _BACK = 40, 12
"""Rows of a box; rows above it whose form is looked at."""
_LABELLED = re.compile(r"[^:\n\d]{2,30}:(?:\s|$)")
_LONGEST_POINT = 90


def mark_between(units: Sequence[Row]) -> None:
    """Note on the rows of each box between two paragraphs of a text that they are (`Row.boxed`).

    A heading below which another article stands, or teasers, ends the text (`Row.over`).
    """
    places = [index for index, row in enumerate(units) if is_paragraph(row)]
    if not places or places[-1] - places[0] < len(places):
        return  # nothing stands between the paragraphs
    above, whole = Above(), Above()
    furnished, index = False, places[0]
    while index <= places[-1]:
        told = is_paragraph(units[index])
        if units[index].over:
            above, furnished = Above(), False
        elif not told:
            furnished = furnished or _furnishes(units[index])
        elif beyond := _beyond_teasers(units, index, whole):
            index = beyond
        elif above.rows and furnished:
            below = _bridge(units, index, above)
            if below is None:
                above = Above()
            else:
                index, told = below, is_paragraph(units[below])
        if told:
            above.add(index, units[index])
            if not whole.rows:
                whole.words.add(*units[max(0, index - _HEAD) : index])
            whole.add(index, units[index])
            furnished = False
        index += 1


def boxes_between(units: Sequence[Row], first: int, last: int) -> Iterator[tuple[int, int]]:
    """The (first, last) rows of each box noted between two rows."""
    start = None
    for index in range(first, last + 1):
        if units[index].boxed:
            start = index if start is None else start
        elif start is not None:
            yield start, index - 1
            start = None


def _beyond_teasers(units: Sequence[Row], index: int, above: Above) -> int | None:
    """Note titles with a sentence each, the first at a row; where the text goes on, None where none are."""
    beyond = None
    if above.last == index - 1:
        return None  # as nearly always: no title stands between
    while above.rows and (found := teaser_between(units, index, above)):
        first, beyond = found
        # Lines of the text's own, a subhead, may stand between its next paragraph and the page's lines.
        end = next((place for place in range(index + 1, beyond) if units[place].kind is None), beyond)
        _note(units[first:end])
        for row in units[first:end] if units[first].kind is None else ():
            if row.kind is None:
                row.mark(LineKind.RELATED, "related.item")
        above.last, index = index, beyond
    return beyond


def _note(box: Sequence[Row]) -> None:
    for row in box:
        row.boxed = row.kind is not LineKind.CAPTION


def _furnishes(row: Row) -> bool:
    """Whether a row is a page's own wherever it stands."""
    told = row.stops and row.kind in _OF_WORDS
    return row.kind is not None and not (row.soft or row.boxed or told or row.rule in _SHAPES)


def _bridge(units: Sequence[Row], index: int, above: Above) -> int | None:
    """Note the box above a paragraph; the row where the text goes on, None where it does not."""
    first = next(place for place in range(above.last + 1, index) if _furnishes(units[place]))
    box = units[first:index]
    opened = any(row.opens or row.finishes for row in box)
    below = below_teasers(units, first, index, above) if opened else index
    if below < len(units) and _goes_on(units, first, below, above, teased=below > index):
        _note(units[first : below if below > index else _end(units, first, index)])
        return below
    if below > index or (opened and is_other(box, run_from(units, index), above)):
        units[first].over = units[first].finishes = True
    return None


def _goes_on(units: Sequence[Row], first: int, index: int, above: Above, *, teased: bool) -> bool:
    """Whether the text goes on at a paragraph below a box. `teased`: the box ends with teasers."""
    box, run, lead = units[first:index], run_from(units, index), units[index]
    alone = len(run) == 1
    if len(box) > _LONGEST_BOX or _is_of_site(units, index, alone=alone):
        return False
    titles = box[-1:] if teased else box
    if is_credited(titles) or is_titled(titles, run, above) or _is_between_parts(units, first, box, above):
        return False
    opened = any(row.opens or row.finishes for row in box)
    if opened and (
        leads_on(units, index, above) or not (teased or follows(run, above) or is_below_links(box, run))
    ):
        return False
    if _opens_comments(box):
        return not are_of_readers(units, first, index, above)
    if not teased and any(map(_lists, box)) and not any(map(is_link, box)):
        return False
    return not (opened and alone) or grade(lead) == STRONG or goes_on(lead)


def _is_of_site(units: Sequence[Row], index: int, *, alone: bool) -> bool:
    """Whether a paragraph is a notice or a wire's opening; whether one that is `alone` is no sentence."""
    lead = units[index]
    if is_notice(lead) or addresses(lead) or opens_as_wires_do(lead):
        return True
    return alone and (not lead.stops or _is_of_form(units, index) or describes(lead))


def _is_of_form(units: Sequence[Row], index: int) -> bool:
    """Whether a paragraph stands between two lines of forms: it says what they are for."""
    beside = units[index - 1 : index + 2 : 2]
    return len(beside) > 1 and all(row.kind in _FORMS for row in beside) and not tells(units[index])


def _is_between_parts(units: Sequence[Row], first: int, box: Sequence[Row], above: Above) -> bool:
    """Whether rows part a deck from the text below a picture, or are of a list that the text announces."""
    opened = any(row.opens or row.finishes for row in box)
    announced = announces(units[first - 1]) and not opened and box[0].rule != POST
    return announced or (above.rows == 1 and any(row.kind in _PICTURES for row in box))


def _opens_comments(box: Sequence[Row]) -> bool:
    """Whether a box opens a section of readers; the button of a newsletter's form does not."""
    form = any(row.rule.startswith("form.newsletter") for row in box)
    kinds = _OF_READERS - {LineKind.LOGIN} if form else _OF_READERS
    return any(row.kind in kinds and row.rule not in _SHAPES for row in box)


def _lists(row: Row) -> bool:
    """Whether the lines below a heading are its own, links or the answers of a poll."""
    return row.opens and (row.kind in LISTS or row.rule == _POLL)


def _end(units: Sequence[Row], first: int, index: int) -> int:
    """The row below a box: the paragraph, or what above it is the text's own."""
    known = [place for place in range(first, index) if units[place].kind is not None]
    opened = next((place for place in known if _lists(units[place])), None)
    if opened is None:
        return known[-1] + 1
    items = [place for place in range(opened + 1, index) if units[place].kind is None]
    if items[-1:] == [index - 1] and is_subhead_after(units, items):
        return index - 1
    # What stands above the text, its headline with a colon, is no form of its lines.
    told = dropwhile(lambda row: not is_paragraph(row), units[max(0, first - _BACK) : first])
    forms = {_form(row) for row in told if row.kind is None} - {""}
    while items and items[-1] == index - 1 and _form(units[index - 1]) in forms:
        index = items.pop()
    return index - 1 if items[-1:] == [index - 1] and is_remark(units, first, items) else index


def _form(row: Row) -> str:
    """What a line that is no sentence looks like: a question, a point with its number, mark or label."""
    if row.size > _LONGEST_POINT or row.ends:
        asked = row.size <= _LONGEST_POINT and row.text.endswith("؟")
        return "question" if asked else ""
    if is_numbered(row):
        return "number"
    labelled = "label" if _LABELLED.match(row.text) else ""
    return "mark" if row.bullet else labelled
