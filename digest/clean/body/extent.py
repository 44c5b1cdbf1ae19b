"""Finds where the article's text begins and ends: the stretch of rows with the most prose. Pure, linear.

Prose raises a stretch's score, furniture lowers it (a maximum-sum segment); a line that ends articles parts
stretches, and of those that hold an article's worth of text the first is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from digest.clean.body.elements import bounds_in_element
from digest.clean.body.listed import listed
from digest.clean.prose import (
    NONE,
    STRONG,
    WEAK,
    announces,
    grade,
    is_notice,
    reads_like_a_sentence,
    shared,
    stems,
)
from digest.clean.rows import Row

_FURNITURE = -0.8
_SHORT = -0.6
_HEADING = -1.5
_SENTENCE = 0.4
"""A sentence too short for a paragraph, as briefs have them."""
_FIRST_OF_SECTION = 0.5
_LONGEST_SECTION = 15
"""Rows of a section inside an article that has a heading and an end."""
_MOST_STRANGERS = 4
_VERSE_LEAST, _BRIEF_LEAST, _FEWEST_WORDS = 200, 40, 3
"""Characters of verses, and of briefs; words of a sentence."""
_FIRST_ENOUGH = 0.25
"""A first stretch with this share of the best one's score is the article; what follows is another."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows [first, last] with their score."""

    first: int
    last: int
    score: float


def find_body(units: Sequence[Row]) -> Stretch | None:
    """The stretch of the article's own text, its first and last row prose; None where there is no prose."""
    found = [
        best
        for first, end in _sections(units)
        if (best := _best(units, first, end)) and _tells(units, best.first, best.last)
    ]
    if not found:
        return _brief(units) or _verse(units) or _unstopped(units) or _flash(units)
    most = max(stretch.score for stretch in found)
    chosen = next(stretch for stretch in found if stretch.score >= _FIRST_ENOUGH * most)
    bounds = bounds_in_element(units, chosen.first, chosen.last)
    return _without_strangers(units, Stretch(*bounds, chosen.score))


def _tells(units: Sequence[Row], first: int, last: int) -> bool:
    """Whether a stretch holds more than a sentence that announces something, or what it announces."""
    told = any(_is_prose(row) and not announces(row) for row in units[first : last + 1])
    return told or any(row.kind is None and not row.latin for row in units[last + 1 : last + 2])


def _brief(units: Sequence[Row]) -> Stretch | None:
    """The first run of short sentences with stops, on a page without longer ones."""
    first = 0
    for index in range(len(units) + 1):
        if index < len(units) and units[index].kind is None and _is_sentence(units[index]):
            continue
        size = sum(row.size for row in units[first:index])
        if size >= _BRIEF_LEAST:
            return Stretch(first, index - 1, size)
        first = index + 1
    return None


def _flash(units: Sequence[Row]) -> Stretch | None:
    """The one sentence of a page that holds a headline with its words, and little else."""
    plain = [index for index, row in enumerate(units) if row.kind is None or row.soft]
    told = [index for index in plain if _is_sentence(units[index])]
    if len(units) > _FEW_ROWS or len(told) != 1 or not told[0]:
        return None
    own = stems(units[told[0]])
    titled = any(shared(units[index], own) >= _OF_TITLE for index in plain if index < told[0])
    return Stretch(told[0], told[0], 0) if titled else None


_FEW_ROWS = 8
_OF_TITLE = 0.4
"""Share of a headline's content words that a flash has."""


def _is_sentence(row: Row) -> bool:
    return row.stops and len(row.words) >= _FEWEST_WORDS and not row.latin and not is_notice(row)


def _verse(units: Sequence[Row]) -> Stretch | None:
    """The longest run of short lines of words, on a page without prose: a poem, a list of results.

    A first line that a wider gap parts from the others is their title.
    """
    found = _longest(units, _is_verse)
    if found is None or found.first or found.last < _FEWEST_VERSES:
        return found
    gaps = [below.line - row.line for row, below in pairwise(units[: found.last + 1])]
    titled = gaps[0] > min(gaps[1:])
    return Stretch(found.first + titled, found.last, found.score)


_FEWEST_VERSES = 4


def _unstopped(units: Sequence[Row]) -> Stretch | None:
    """The longest run of sentences without stops, on a page without others, which share words."""
    found = _longest(units, _is_unstopped)
    if found is None:
        return None
    rows = units[found.first : found.last + 1]
    told = set(stems(rows[0]))
    alike = 0
    for row in rows[1:]:
        alike += not told.isdisjoint(stems(row))
        told |= stems(row)
    return found if len(rows) > _FEWEST_UNSTOPPED and alike >= _MOST_ALIKE * (len(rows) - 1) else None


_FEWEST_UNSTOPPED, _MOST_ALIKE = 2, 0.75
"""Such sentences, and the share of them that have a word of those above: titles of many articles do not."""


def _is_unstopped(row: Row) -> bool:
    return row.size >= UNSTOPPED and reads_like_a_sentence(row) and not is_notice(row)


UNSTOPPED = 40
"""Characters of a paragraph on a page that has no stops."""


def _longest(units: Sequence[Row], fits: Callable[[Row], bool]) -> Stretch | None:
    """The longest run of rows that fit and that nothing else is known of."""
    best: Stretch | None = None
    first = 0
    for index in range(len(units) + 1):
        if index < len(units) and units[index].kind is None and not units[index].latin and fits(units[index]):
            continue
        size = sum(row.size for row in units[first:index])
        if size >= _VERSE_LEAST and (best is None or size > best.score):
            best = Stretch(first, index - 1, size)
        first = index + 1
    return best


def _is_verse(row: Row) -> bool:
    return 2 <= len(row.words) <= 9 and row.size <= 60 and not row.latin


def gain(row: Row) -> float:
    """What a row adds to the score of a stretch."""
    if row.kind is not None:
        return _HEADING if row.opens or row.finishes else _FURNITURE
    match grade(row):
        case 3:
            return 1.5 + min(row.size, 600) / 150
        case 2:
            return 1.0
        case 1:
            return 0.6
    return _SENTENCE if _is_sentence(row) else _SHORT


def stretch_end(units: Sequence[Row], first: int) -> int:
    """The last row of the stretch of prose that begins at a row."""
    end = next((place for place in range(first, len(units)) if units[place].finishes), len(units))
    found = next(_stretches(units, first, end), None)
    return first if found is None else found.last


def _sections(units: Sequence[Row]) -> list[tuple[int, int]]:
    """The page parted at the lines that end an article, where prose stands before them."""
    sections = []
    first = 0
    prose = 0
    closed = _closed(units, 0, len(units))
    for index, row in enumerate(units):
        if row.finishes and prose and index not in closed:
            sections.append((first, index))
            first, prose = index + 1, 0
        elif row.kind is None and grade(row) >= WEAK:
            prose += 1
    return [*sections, (first, len(units))]


def _best(units: Sequence[Row], first: int, end: int) -> Stretch | None:
    """The first stretch of a section that is not much weaker than its strongest one."""
    found = list(_stretches(units, first, end))
    if not found:
        return None
    most = max(stretch.score for stretch in found)
    return next(stretch for stretch in found if stretch.score >= _FIRST_OF_SECTION * most)


def _stretches(units: Sequence[Row], first: int, end: int) -> Iterator[Stretch]:
    """Maximum-sum stretches of a section (Kadane), trimmed to prose; one ends where its sum is used up."""
    best: Stretch | None = None
    total, start = 0.0, first
    free = _closed(units, first, end) | listed(units, first, end)
    free.update(index for index in range(first, end) if units[index].tabular)
    for index in range(first, end):
        if total <= 0:
            if best:
                yield best
            best, total, start = None, 0.0, index
        value = 0.0 if index in free else gain(units[index])
        total += value
        if value > 0 and (best is None or total > best.score):
            best = Stretch(start, index, total)
    if best:
        yield best


def _closed(units: Sequence[Row], first: int, end: int) -> set[int]:
    """The rows of boxes, and from a heading to the line that ends its section: the article goes on below."""
    closed = {index for index in range(first, end) if units[index].boxed}
    opened: int | None = None
    for index in range(first, end):
        row = units[index]
        if row.closes:
            if opened is not None:
                closed.update(range(opened, index + 1))
            opened = None
        elif row.opens and opened is None and not row.boxed:
            opened = index
        elif opened is not None and (index - opened > _LONGEST_SECTION or _goes_on(units, opened, index)):
            opened = None
    return closed


def _goes_on(units: Sequence[Row], opened: int, index: int) -> bool:
    """Whether a second paragraph stands below a heading: its section is over, or was never one."""
    return _is_paragraph(units[index]) and any(map(_is_paragraph, units[opened + 1 : index]))


def _is_paragraph(row: Row) -> bool:
    return row.kind is None and row.ends and grade(row) == STRONG


def _without_strangers(units: Sequence[Row], stretch: Stretch) -> Stretch:
    """Without closing paragraphs that share no word with the rest and are a notice, or stand below furniture.

    One right below the others is the article's, whatever it speaks of.
    """
    prose = [index for index in range(stretch.first, stretch.last + 1) if _is_prose(units[index])]
    for _ in range(min(_MOST_STRANGERS, len(prose) - 3)):
        last = units[prose[-1]]
        notice = is_notice(last)
        if len(stems(last)) < 5 or last.core.startswith("و"):
            break
        if not (notice or _is_apart(units, prose[-2], prose[-1])):
            break
        others = frozenset().union(*(stems(units[index]) for index in prose[:-1]))
        if shared(last, others) > (0.15 if notice else 0):
            break
        prose.pop()
    if not prose:
        return stretch
    if len(prose) > 1 and _is_description(units[prose[0]], units[prose[1]]):
        prose.pop(0)
    return Stretch(prose[0], prose[-1], stretch.score)


def _is_apart(units: Sequence[Row], above: int, below: int) -> bool:
    """Whether furniture stands between two rows."""
    beside = units[below].apart and not units[below].own
    timed = sum(row.rule == _TIME for row in units[max(0, below - _NEAR) : below]) >= _TIMES
    between = units[above + 1 : below]
    parting = (row for row in between if row.kind is not None and not row.boxed)
    return beside or any(not (timed and row.rule == _TIME) for row in parting)


_TIME, _TIMES, _NEAR = "clock.line", 2, 12
"""Times above the posts of a live page, and the rows in which some stand."""


def _is_description(row: Row, below: Row) -> bool:
    """Whether the first row is a picture's description that is long enough to pass for prose."""
    return row.size < 160 and grade(row) == WEAK and below.ends and grade(below) == STRONG


def _is_prose(row: Row) -> bool:
    return row.kind is None and (grade(row) > NONE or _is_sentence(row))
