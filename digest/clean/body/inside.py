"""Fourth pass, within the body: paragraphs, subheads, and what a page put between them. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from digest.clean.body.again import TURNS, is_between_points, taking_turns, values_rule
from digest.clean.body.asked import is_remark
from digest.clean.body.contents import ITEM, mark_contents
from digest.clean.body.further import begins_another, is_dated
from digest.clean.body.lines import as_text, is_between_verses, is_short, is_verse
from digest.clean.body.named import NAMED
from digest.clean.body.pressed import ABOVE_BUTTON, is_above_button
from digest.clean.body.proseless import UNSTOPPED
from digest.clean.body.pulled import note_pulled
from digest.clean.body.subheads import (
    among_titles,
    heads_on,
    heads_table,
    is_picture,
    is_subhead,
    is_subhead_after,
    stands_as_subhead,
    strange_rule,
)
from digest.clean.body.subjects import Above
from digest.clean.body.tail import mark_section
from digest.clean.prose import (
    MEDIUM,
    WEAK,
    StemsOf,
    addresses,
    goes_on,
    grade,
    is_notice,
    shared,
    stems,
)
from digest.clean.rows import Row
from digest.model import BODY, HEADLINE, SUBHEAD, LineKind

_AHEAD = 12
"""Rows that are looked at beyond one, so that time stays linear."""
_ONLY_ABOVE = frozenset(
    {LineKind.DATELINE, LineKind.LABEL, LineKind.BYLINE, LineKind.SOURCE, LineKind.STATED_DATE}
)
_LISTED = _ONLY_ABOVE | {LineKind.PRAYER_TIMES, LineKind.WEATHER, LineKind.FURNITURE}
_ELSEWHERE = (LineKind.TICKER, LineKind.RELATED, LineKind.COOKIES)
"""Kinds whose lines may be headlines, and are no subheads."""


def classify_inside(units: Sequence[Row], first: int, last: int, gaps: Sequence[tuple[int, int]] = ()) -> int:
    """Mark every row from `first` to `last`; returns the body's last row, nearer if another begins.

    `gaps` are the (first, last) rows of each section inside the body that is none of it.
    """
    beyond = dict(gaps)
    mark_contents(units, first, last)
    note_pulled(units, first, last)
    page = _look(units, first, last)
    index = first
    while index <= last:
        row = units[index]
        if index in beyond:
            mark_section(units, index, beyond[index] + 1)
            index = beyond[index] + 1
            continue
        if row.opens and row.kind is not None:
            resumed = _after_list(units, index, last, page.above)
            if resumed is None:
                return _last_kept(units, first, index - 1)
            index = resumed
            continue
        if row.kind is not None:
            _decide_again(units, index, first, last, page.above)
        elif index > first and _is_anothers(units, index, last, page.above):
            row.begins = True
            return _last_kept(units, first, index - 1)
        elif index > first and not (row.tabular or row.written) and is_picture(units, index, last):
            row.mark(LineKind.CAPTION, "caption.inside")
        else:
            _decide(units, index, first, last, page)
        index += 1
    return last


class _Page(NamedTuple):
    """What the rows are compared with."""

    times: Counter[str]
    """How often the page has a line."""
    turns: frozenset[str]
    """The lines that head like parts of the text by turns."""
    unstopped: bool
    """Whether the body's paragraphs have no words of content."""
    told: StemsOf
    """Words of all the body's paragraphs."""
    above: Above
    """What has been told above the row that is looked at."""


def _look(units: Sequence[Row], first: int, last: int) -> _Page:
    """What a body from `first` to `last` and its page are, before any row of it is decided."""
    times = Counter([row.core for row in units if row.rule != ITEM])
    prose = [row for row in units[first : last + 1] if grade(row) >= WEAK]
    above = Above(row for row in units if row.kind is HEADLINE)
    turns = taking_turns(units, first, last)
    return _Page(times, turns, not any(map(stems, prose)), StemsOf(lambda: prose), above)


def _decide(units: Sequence[Row], index: int, first: int, last: int, page: _Page) -> None:
    """A row of which nothing is known by itself."""
    row = units[index]
    if sure := _written(row) or (_UNSTOPPED if page.unstopped and row.size >= UNSTOPPED else None):
        row.mark(*sure)
    elif is_above_button(units, index, first, last, page.above.told):
        row.mark(LineKind.RELATED, ABOVE_BUTTON)
    else:
        _mark(units, index, first, last, page)
    if row.kind is SUBHEAD and (rule := strange_rule(units, index, first, page.told())):
        row.mark(LineKind.RELATED, rule)
    page.above.add(row)


def _is_anothers(units: Sequence[Row], index: int, last: int, above: Above) -> bool:
    """Whether another article begins with a row below the body's first."""
    row = units[index]
    held = row.written or row.leads or (row.own and units[index - 1].own)
    dated = held and not row.written and (row.leads or row.own is LineKind.SUBHEAD) and is_dated(units, index)
    return not (row.tabular or (held and not dated)) and begins_another(units, index, last, above.told)


def _decide_again(units: Sequence[Row], index: int, first: int, last: int, above: Above) -> None:
    """A row that was known by itself, where its place inside the body says more."""
    row = units[index]
    if row.closes:
        _close_unopened(units, index, first)
    elif row.kind in _ONLY_ABOVE and index > first and (written := _written(row)):
        row.mark(*written)
    elif row.kind is LineKind.BYLINE and is_between_verses(units, index, first, last):
        row.mark(LineKind.BODY, "body.verse")
    elif row.kind in _ONLY_ABOVE and index > first and is_picture(units, index, last):
        row.mark(LineKind.CAPTION, "caption.inside")
    elif row.soft and row.kind not in _ELSEWHERE and stands_as_subhead(units, index, first, last, above.told):
        row.mark(*_SUBHEAD)
    elif row.kind in _LISTED and (valued := values_rule(units, index, first, last)):
        row.mark(*valued)
    elif row.kind in _LISTED and is_between_points(units, index, first, last):
        row.mark(LineKind.BODY, "body.list")
    elif row.kind in _NOTICES and _tells_on(units, index, first, above):
        row.mark(LineKind.BODY, "body.prose")
    elif row.kind in _ONLY_ABOVE and index > first:
        row.mark(LineKind.FURNITURE, "position.inside")


def _tells_on(units: Sequence[Row], index: int, first: int, told: Above) -> bool:
    """Whether a sentence with words of notices stands right below a paragraph, and the body has its words."""
    row, above = units[index], units[index - 1]
    own = index > first and above.kind is LineKind.BODY and shared(row, told.told.all) >= _OF_ABOVE
    return own and row.stops and not (row.opens or row.latin or addresses(row) or is_notice(row))


_NOTICES, _OF_ABOVE = (LineKind.COOKIES, LineKind.FORM, LineKind.COMMENTS), 0.3
"""Kinds that words anywhere in a line tell; the share of such a line's content words."""


def _after_list(units: Sequence[Row], heading: int, last: int, above: Above) -> int | None:
    """Mark a list of other articles inside the body; where the body goes on, or None if it does not."""
    kind, rule = units[heading].kind, units[heading].rule
    assert kind is not None
    items: list[int] = []
    beside: list[int] = []  # credits among them
    for index in range(heading + 1, last + 1):
        row = units[index]
        if row.closes:
            _mark_items(units, (*items, *beside), kind, rule)
            return index + 1
        text = grade(row) >= MEDIUM or (row.stops and goes_on(row))
        if row.kind is None and text and not _closes_later(units, index, last):
            if len(items) == 1 and _is_other_article(units, items[0], index, last, above):
                return None
            own = is_subhead_after(units, items) or is_remark(units, heading, items)
            resumed = items.pop() if items[-1:] == [index - 1] and own else index
            if beside[-1:] == [index - 1] and heads_on(units, items, index):
                units[beside.pop()].mark(*_SUBHEAD)
            _mark_items(units, (*items, *beside), kind, rule)
            return resumed
        if row.kind is None:
            items.append(index)
        elif row.kind in _ONLY_ABOVE and not row.rule.endswith(".cue"):
            beside.append(index)
    return None


def _mark_items(units: Sequence[Row], items: Sequence[int], kind: LineKind, rule: str) -> None:
    for item in items:
        units[item].mark(kind, f"{rule.split('.', maxsplit=1)[0]}.item")


def _close_unopened(units: Sequence[Row], index: int, first: int) -> None:
    """A section's end without its heading: the few rows above it that are no paragraphs belong to it."""
    for place in range(index - 1, max(first, index - 5), -1):
        row = units[place]
        if row.kind is LineKind.BODY and row.rule == "body.prose" and row.ends:
            return
        row.mark(LineKind.RELATED, "related.item")


def _closes_later(units: Sequence[Row], index: int, last: int) -> bool:
    return any(row.closes for row in units[index + 1 : min(index + 8, last + 1)])


def _is_other_article(units: Sequence[Row], title: int, lead: int, last: int, above: Above) -> bool:
    """Whether one title under a heading opens an article of its own rather than being a link."""
    paragraphs = [
        row for row in units[lead : min(lead + _AHEAD, last + 1)] if row.kind is None and grade(row) >= MEDIUM
    ]
    if len(paragraphs) < 2 or goes_on(units[lead]) or units[title].leads:
        return False
    of_title = shared(units[title], stems(units[lead]))
    return of_title >= 0.3 and shared(units[lead], above.told.all) < 0.6


def _mark(units: Sequence[Row], index: int, first: int, last: int, page: _Page) -> None:
    row = units[index]
    if (
        grade(row) >= WEAK
        or (row.ends and (row.size >= 12 or goes_on(row) or (row.stops and len(row.words) > 1)))
        or row.text.rstrip().endswith((":", "،"))
    ):
        row.mark(BODY, "body.prose")
    elif row.own:
        row.mark(*(_HEADING if row.own is LineKind.SUBHEAD and index < last else _TEXT))
    elif page.times[row.core] > 1 and (again := _told_again(units, index, first, last, page)):
        row.mark(*again)
    elif heads_table(units, index, first, last):
        row.mark(LineKind.SUBHEAD, "subhead.before-table")
    elif rule := as_text(units, index, first, last):
        row.mark(LineKind.BODY, rule)
    elif quoted := _quoted(units, index, first):
        row.mark(LineKind.PULL_QUOTE, quoted)
    else:
        row.mark(*_short(units, index, first, last))


def _short(units: Sequence[Row], index: int, first: int, last: int) -> tuple[LineKind, str]:
    """What a line is that is neither a sentence nor the article's text by its form."""
    if among_titles(units, index, first, last):
        return LineKind.RELATED, "related.run-of-titles"
    if valued := values_rule(units, index, first, last):
        return valued
    if is_subhead(units, index, last):
        return _SUBHEAD
    if units[index].size >= _LONG:
        return LineKind.BODY, "body.long"
    return LineKind.FURNITURE, "position.inside"


_LONG = 60


def _told_again(
    units: Sequence[Row], index: int, first: int, last: int, page: _Page
) -> tuple[LineKind, str] | None:
    """What a line is that the page has more than once; None where that says nothing of it."""
    row = units[index]
    if row.core in page.turns:
        return LineKind.SUBHEAD, TURNS
    if row.tabular or is_verse(units, index, first, last):
        return None
    repeated = _SIGNED if page.above.has_words(row) else (LineKind.FURNITURE, "repeated")
    return values_rule(units, index, first, last) or repeated


def _quoted(units: Sequence[Row], index: int, first: int) -> str | None:
    """The rule by which a row is words that a page sets large, or who said them."""
    if index > first and units[index - 1].rule == "body.quotation" and is_short(units[index]):
        return "quote.signed"
    return "quote.told-again" if units[index].pulled else None


def _written(row: Row) -> tuple[LineKind, str] | None:
    """What its author's Markdown says that a row is, or other rows like it."""
    if not row.written:
        return NAMED if row.names else None
    return _HEADING if row.own is LineKind.SUBHEAD else _TEXT


_HEADING, _TEXT = (LineKind.SUBHEAD, "subhead.markup"), (LineKind.BODY, "body.markup")
_SUBHEAD = (LineKind.SUBHEAD, "subhead.before-paragraph")
_UNSTOPPED, _SIGNED = (LineKind.BODY, "body.unstopped"), (LineKind.PULL_QUOTE, "quote.attribution")


def _last_kept(units: Sequence[Row], first: int, index: int) -> int:
    while index > first and units[index].kind is not LineKind.BODY:
        index -= 1
    return index
