"""Tells a second article's headline inside a stretch of prose from a subhead. Pure; called by `inside`."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile
from typing import NamedTuple

from digest.clean.body.subjects import Words, opens_as_wires_do, part_of
from digest.clean.fields.datelines import read_stamp
from digest.clean.fields.parts import split
from digest.clean.prose import MEDIUM, STRONG, WEAK, goes_on, grade, joint_stems, shared, stems
from digest.clean.rows import Row, is_numbered
from digest.model import LineKind

_AHEAD = 12
"""Rows that are looked at beyond one, so that time stays linear."""
_LONGEST_TITLE, _FEWEST_WORDS, _WORDS_OF_BARE = 150, 4, 5
"""Characters and words of a headline; words of one without credits."""
_LONGEST_QUESTION = 90
"""Characters of a headline that asks something, with a comma in it."""
_MOST_CREDITS, _LONGEST_CREDIT = 2, 110
"""Lines between a headline and its lead, and characters of one."""


class _Bounds(NamedTuple):
    """When a row without credits is another article's headline: shares of content words, 0 to 1."""

    words: int
    """Its words, at least."""
    paragraphs: int
    """Paragraphs below it in one run, at least."""
    own: float
    """Of the row's words in the first two of them, at least."""
    apart: float
    """By how much that is more than the share that the text above has."""
    others: float
    """Of the row's words in the text above, at most."""
    lead: float
    """Of the first paragraph's words in the text above, at most."""
    joint: float
    """Of all the paragraphs' words in the text above, at most."""


_BOUNDS = (
    _Bounds(words=5, paragraphs=2, own=0.25, apart=0.2, others=0.25, lead=0.2, joint=0.15),
    _Bounds(words=5, paragraphs=2, own=0.4, apart=0.3, others=0.15, lead=0.25, joint=0.2),
    _Bounds(words=6, paragraphs=4, own=0.0, apart=0.0, others=0.05, lead=0.12, joint=0.06),
)
_DOUBTED = _Bounds(words=8, paragraphs=3, own=0.0, apart=-1.0, others=0.15, lead=0.12, joint=0.08)
"""When it may be one: longer than subheads are, though the paragraphs below do not tell its words."""
_APART = _Bounds(words=5, paragraphs=2, own=0.15, apart=0.0, others=0.2, lead=0.08, joint=0.06)
"""The same of one whose paragraphs, with short lines between them perhaps, tell some of its words."""
_OF_TEASER, _STRANGE_FEED = 0.4, 0.08
"""The shares of a headline's words in its one paragraph, and of their words in the text above."""
_PAIR, _SEVERAL, _MANY, _SUBJECT = 2, 3, 5, 5
"""Paragraphs, and words that the text above comes back to, by which one is told to be of another subject."""
_OF_LEAD = 0.2
"""The share of the words of a paragraph below a dated heading that the text above has at most."""
_OF_TITLE = 0.35
"""The share of a title's words that the text above has at most."""
_LITTLE = (0.15, 0.15, 0.12, 0.2)
"""Shares: of what each text comes back to in the other; of all words below, and of the lead's, above."""
_NOT_MUCH = 2.5
"""How often as much it is that leaves a doubt."""
_CREDITS = (LineKind.STATED_DATE, LineKind.BYLINE, LineKind.DATELINE)
_CLOSING = (LineKind.SOURCE, LineKind.BYLINE, LineKind.KEYWORDS, LineKind.STATED_DATE)


def begins_another(units: Sequence[Row], index: int, last: int, above: Words) -> bool:
    """Whether a row is a second article's headline: credits below it, a rule above it, or another subject."""
    row = units[index]
    if not _may_be_title(row) or _is_of_series(units, index):
        return False
    place, credited = _lead_below(units, index, last)
    if place is None or row.own is LineKind.SUBHEAD:
        # The markup says that it is none, but a day below it is an article's.
        return place is not None and is_dated(units, index) and _is_strange(row, units[place], above)
    rows = units[place : min(place + _AHEAD, last + 1)]
    if not goes_on(row):
        row.doubtful = row.doubtful or _is_doubted(row, rows, above.all)
    if goes_on(row) or goes_on(units[place]) or _is_above_title(units, index, place):
        return False
    return _heads_another(units, index, rows, above, credited=credited)


def _heads_another(
    units: Sequence[Row], index: int, rows: Sequence[Row], above: Words, *, credited: bool
) -> bool:
    """Whether a row is a headline of what stands below it: `rows`, from a paragraph on."""
    row, lead = units[index], rows[0]
    below = [other for other in rows if other.kind is None]
    if len(row.words) < _FEWEST_WORDS:
        _doubt(row, below, above)
        return False
    if opens_as_wires_do(lead):
        return True
    ruled = units[index - 1].rule == "shape.no-words"
    if credited or ruled or units[index - 1].kind in _CLOSING:
        return shared(row, stems(lead)) >= 0.2 or shared(lead, above.all) < 0.3
    return _is_of_other_things(row, below, above.all) or _is_about_others(row, below, above)


def _is_doubted(row: Row, below: Sequence[Row], above: AbstractSet[str]) -> bool:
    """Whether a line has hardly a word of the text above, nor have the paragraphs below, which tell it.

    Short lines between them, as of a poem or a list, change nothing.
    """
    told = [other for other in below if other.kind is None and grade(other) >= WEAK]
    if len(told) < _APART.paragraphs or row.bullet or is_numbered(row):
        return False
    own, others = shared(row, joint_stems(told[:2])), shared(row, above)
    joint, lead = part_of(joint_stems(told), above), shared(told[0], above)
    return (
        len(row.words) >= _APART.words
        and own >= _APART.own
        and others <= _APART.others
        and lead <= _APART.lead
        and joint <= _APART.joint
    )


def _is_point(row: Row, below: Sequence[Row]) -> bool:
    """Whether a row has a number, and another one in the text below it has one, too."""
    return is_numbered(row) and any(map(is_numbered, below))


def _heads_section(rows: Sequence[Row]) -> bool:
    """Whether the first of some rows is a few words with a paragraph right below it."""
    if len(rows) < _PAIR:
        return False
    heading, text = rows[:_PAIR]
    plain = 0 < len(heading.words) < _FEWEST_WORDS and not (heading.ends or heading.latin)
    return plain and grade(text) >= MEDIUM


def is_dated(units: Sequence[Row], index: int) -> bool:
    """Whether a day stands below a row, a credit between them at most, as below an article's headline."""
    below = takewhile(lambda row: row.kind in _CREDITS, units[index + 1 : index + 1 + _MOST_CREDITS])
    stamps = (read_stamp(row.text) for row in below if row.kind is LineKind.STATED_DATE)
    return any(stamp is not None and stamp.edtf is not None for stamp in stamps)


def _is_strange(row: Row, lead: Row, above: Words) -> bool:
    """Whether a row and the paragraph below it have little of the text above."""
    return shared(row, above.all) <= _OF_TITLE and shared(lead, above.all) <= _OF_LEAD and not goes_on(lead)


def _may_be_title(row: Row) -> bool:
    if grade(row) == STRONG or row.stops or row.text.endswith(":"):
        return False
    # A long question with a comma in it is one that a text asks, and goes on about.
    asked = row.ends and "،" in row.text and row.size > _LONGEST_QUESTION
    return len(row.words) > 1 and row.size <= _LONGEST_TITLE and not asked


def _is_of_series(units: Sequence[Row], index: int) -> bool:
    """Whether a row is the title of a live page's post, below a time, or one of several questions."""
    timed = units[index - 1].rule == _TIME
    if not timed and not _is_question(units[index]):
        return False
    near = (*units[max(0, index - _AHEAD) : index - 1], *units[index + 1 : index + _AHEAD])
    return any(row.rule == _TIME for row in near) if timed else any(map(_is_question, near))


_TIME = "clock.line"


def _is_question(row: Row) -> bool:
    plain = row.kind in (None, LineKind.BODY, LineKind.SUBHEAD)
    return plain and row.size <= _LONGEST_CREDIT and row.text.rstrip().endswith("؟")


def _is_above_title(units: Sequence[Row], index: int, lead: int) -> bool:
    """Whether a line between a row and a paragraph is its title rather than the row: the row ends a text."""
    told = stems(units[lead])
    others = (row for row in units[index + 1 : lead] if row.kind is None and len(row.words) >= _FEWEST_WORDS)
    return any(shared(other, told) > shared(units[index], told) for other in others)


def _is_about_others(row: Row, below: Sequence[Row], above: Words) -> bool:
    """Whether several paragraphs have little of what the text above comes back to, and it of theirs."""
    if row.bullet or is_numbered(row) or shared(row, above.all) > _OF_TITLE:
        return False
    doubt = _doubt(row, below, above)
    return doubt is not None and doubt <= 1 and len(_run(below)) >= _SEVERAL


def _run(below: Sequence[Row]) -> list[Row]:
    """The paragraphs that stand together."""
    return list(takewhile(lambda other: grade(other) >= WEAK, below))


def _doubt(row: Row, below: Sequence[Row], above: Words) -> float | None:
    """How much the text below a row has of what the text above comes back to: up to 1 it is of other things.

    None where there is too little of either. A row above one that has not much is noted as doubtful.
    """
    run = _run(below)
    if len(run) < _PAIR or len(above.often) < _SUBJECT:
        return None
    theirs = Words(below)
    shares = (
        part_of(above.often, theirs.all),
        part_of(theirs.often, above.all),
        part_of(theirs.all, above.all),
        shared(run[0], above.all),
    )
    doubt = max(share / most for share, most in zip(shares, _LITTLE, strict=True))
    least = _PAIR if len(row.words) >= _FEWEST_WORDS else _MANY
    row.doubtful = row.doubtful or (doubt <= _NOT_MUCH and len(run) >= least)
    return doubt


def _lead_below(units: Sequence[Row], index: int, last: int) -> tuple[int | None, bool]:
    """The first paragraph below a row, and whether credits stand between; lines like captions are skipped."""
    credited, skipped = False, 0
    for place in range(index + 1, min(index + _AHEAD, last + 1)):
        row = units[place]
        if row.kind is not None:
            credited = credited or row.kind in _CREDITS
        elif grade(row) >= MEDIUM:
            return place, credited
        elif skipped == _MOST_CREDITS or row.ends or row.size > _LONGEST_CREDIT:
            return None, credited
        else:
            skipped += 1
            credited = credited or _is_dated(row)
    return None, credited


def _is_dated(row: Row) -> bool:
    """Whether one of the pieces of a line is a date: `… - 10 …`."""
    pieces = split(row.text, 0) if any(word[0].isdigit() for word in row.words) else ()
    stamps = [read_stamp(row.text[piece.start : piece.end]) for piece in pieces]
    return any(stamp is not None and (stamp.edtf or stamp.hijri) for stamp in stamps)


def _is_of_other_things(row: Row, below: Sequence[Row], above: AbstractSet[str]) -> bool:
    """Whether a row and the paragraphs below it share words with each other and not with the text above.

    Where one paragraph alone stands below it, as in a feed, much more so than where there are several.
    """
    run = list(takewhile(lambda other: grade(other) >= WEAK, below))
    joint = joint_stems(below)
    strange = part_of(joint, above)
    of_teaser = shared(row, stems(below[0])) >= _OF_TEASER and strange <= _STRANGE_FEED
    if of_teaser and len(below) > 1 and len(row.words) > _WORDS_OF_BARE:
        # Points of one text are numbered, and its sections have headings that are shorter than headlines.
        return not (_is_point(row, below) or _heads_section(below[len(run) :]))
    if len(row.words) < _WORDS_OF_BARE or len(run) < 2 or row.bullet or is_numbered(row):
        return False
    own, others = shared(row, joint_stems(run[:2])), shared(row, above)
    lead = shared(run[0], above)

    def is_within(bounds: _Bounds) -> bool:
        return (
            len(row.words) >= bounds.words
            and len(run) >= bounds.paragraphs
            and own >= max(bounds.own, others + bounds.apart)
            and others <= bounds.others
            and lead <= bounds.lead
            and strange <= bounds.joint
        )

    row.doubtful = row.doubtful or is_within(_DOUBTED)
    return any(map(is_within, _BOUNDS))
