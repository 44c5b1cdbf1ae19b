"""Finds where the article's text begins and ends: the stretch of rows with the most prose. Pure, linear.

Prose raises a stretch's score, furniture lowers it (a maximum-sum segment); a line that ends articles parts
stretches, and of those that hold an article's worth of text the first is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest.clean.body.elements import bounds_in_element
from digest.clean.body.headed import lists_alone, mark_lists
from digest.clean.body.listed import listed
from digest.clean.body.proseless import Stretch, find_proseless, is_sentence
from digest.clean.body.stanzas import find_poem, mark_poem
from digest.clean.prose import (
    NONE,
    STRONG,
    WEAK,
    announces,
    goes_on,
    grade,
    is_notice,
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
_FIRST_ENOUGH = 0.25
"""A first stretch with this share of the best one's score is the article; what follows is another."""


def find_body(units: Sequence[Row]) -> Stretch | None:
    """The stretch of the article's own text, lists with headings above its prose marked; None for none."""
    found = _find(units)
    if found is None:
        return None
    first = mark_lists(units, found.first)
    first -= first > 0 and units[first - 1].names
    return Stretch(first, found.last, found.score)


def _find(units: Sequence[Row]) -> Stretch | None:
    """The stretch whose first and last row are prose, or the text of a page without any."""
    found = _prose(units)
    if any(map(_is_paragraph, units)) or lists_alone(units):
        return found or find_proseless(units)
    verses, found = find_poem(units), found or find_proseless(units)
    if not verses or (found and found.last - found.first >= verses[-1] - verses[0]):
        return found
    mark_poem(units, verses)
    return Stretch(verses[0], verses[-1], 0)


def _prose(units: Sequence[Row]) -> Stretch | None:
    """The first stretch of prose that is not much weaker than the best one."""
    found = [
        best
        for first, end in _sections(units)
        if (best := _best(units, first, end)) and _tells(units, best.first, best.last)
    ]
    if not found:
        return None
    most = max(stretch.score for stretch in found)
    chosen = next(stretch for stretch in found if stretch.score >= _FIRST_ENOUGH * most)
    bounds = bounds_in_element(units, chosen.first, chosen.last)
    return _without_strangers(units, Stretch(*bounds, chosen.score))


def _tells(units: Sequence[Row], first: int, last: int) -> bool:
    """Whether a stretch holds more than a sentence that announces something, or what it announces."""
    told = any(_is_prose(row) and not announces(row) for row in units[first : last + 1])
    return told or any(row.kind is None and not row.latin for row in units[last + 1 : last + 2])


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
    return _SENTENCE if is_sentence(row) else _SHORT


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
    """Maximum-sum stretches of a section (Kadane), trimmed to prose.

    One ends where its sum is used up, or the text is known to be over.
    """
    best: Stretch | None = None
    total, start = 0.0, first
    free = _closed(units, first, end) | listed(units, first, end)
    free.update([index for index in range(first, end) if _is_given(units, index)])
    for index in range(first, end):
        if total <= 0 or units[index].over:
            if best:
                yield best
            best, total, start = None, 0.0, index
        value = 0.0 if index in free else gain(units[index])
        total += value
        if value > 0 and (best is None or total > best.score):
            best = Stretch(start, index, total)
    if best:
        yield best


def _is_given(units: Sequence[Row], index: int) -> bool:
    """Whether a row tells nothing of an end: a table's, or what an author's Markdown has in its place."""
    row = units[index]
    line = row.rule == _LINE and units[index - 1].tabular
    return row.tabular or line or (row.written and row.kind is None and gain(row) < 0)


_LINE = "shape.no-words"
"""Such a one is below a table's head."""


def _closed(units: Sequence[Row], first: int, end: int) -> set[int]:
    """The rows of boxes, and from a heading to the line that ends its section: the article goes on below."""
    closed = {index for index, row in enumerate(units[first:end], first) if row.boxed}
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
        if shared(last, others) > (0.15 if notice or is_far(units[prose[-2]], last) else 0):
            break
        prose.pop()
    if not prose:
        return stretch
    if len(prose) > 1 and _is_description(units[prose[0]], units[prose[1]]):
        prose.pop(0)
    return Stretch(prose[0], prose[-1], stretch.score)


def _is_apart(units: Sequence[Row], above: int, below: int) -> bool:
    """Whether furniture stands between two rows."""
    beside = units[below].apart and (not units[below].own or is_far(units[above], units[below]))
    timed = sum(row.rule == _TIME for row in units[max(0, below - _NEAR) : below]) >= _TIMES
    between = units[above + 1 : below]
    parting = (row for row in between if row.kind is not None and not row.boxed)
    return beside or any(not (timed and row.rule == _TIME) for row in parting)


def is_far(above: Row, row: Row) -> bool:
    """Whether many links and the like part a paragraph from the one above, from which it does not go on."""
    return row.apart and row.line - above.line > _FAR and not goes_on(row)


_FAR = 12
"""Lines of such links."""
_TIME, _TIMES, _NEAR = "clock.line", 2, 12
"""Times above the posts of a live page, and the rows in which some stand."""


def _is_description(row: Row, below: Row) -> bool:
    """Whether the first row is a picture's description that is long enough to pass for prose."""
    return row.size < 160 and grade(row) == WEAK and below.ends and grade(below) == STRONG


def _is_prose(row: Row) -> bool:
    return row.kind is None and (grade(row) > NONE or is_sentence(row))
