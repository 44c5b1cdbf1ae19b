"""Finds the poem of a page without paragraphs: short lines that tell, in stanzas, one of a word among them.

A wider gap parts stanzas from one another, and from the poem's title and what a page has below it. Linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from digest.clean.fields.fieldwords import is_name
from digest.clean.fields.unlisted import is_like_name
from digest.clean.prose import goes_on, is_function_word
from digest.clean.rows import Row
from digest.model import LineKind

_LONGEST, _WORDS, _FEWEST, _LEAST = 60, 9, 6, 60
"""Characters and words of a verse, verses and characters of a poem."""
_OF_GAPS = 4
"""The part of the gaps between verses that are surely within stanzas, be these couplets."""
_TELLING = 0.3
"""The share of verses that tell."""
_VOWELLED = 0.5
"""The share of verses with vowels, where a poem has them."""
_HEAD = 3
"""Rows of a title in a line or two and a poet's name above verses."""
_SHAPES = ("shape.number", "shape.no-words")
"""Rules of what may stand between stanzas."""
_VOWELS = re.compile("[\u064b-\u0650\u0652]")
_CREDITS = (LineKind.BYLINE, LineKind.SOURCE, LineKind.STATED_DATE)
Stanza = list[int]


def find_poem(units: Sequence[Row]) -> Stanza:
    """The rows of the first poem's verses; none where a page has none."""
    for run in _runs(units):
        stanzas = _without_tail(units, _without_head(units, _stanzas(units, run)))
        verses = [index for stanza in stanzas for index in stanza]
        if _is_poem([units[index] for index in verses]):
            return verses
    return []


def mark_poem(units: Sequence[Row], verses: Stanza) -> None:
    """Mark a poem's verses."""
    for index in verses:
        units[index].mark(LineKind.BODY, "body.verse")
        units[index].opens = units[index].finishes = units[index].soft = False


def _runs(units: Sequence[Row]) -> Iterator[Stanza]:
    """Rows of short lines of words, one below the other; what may stand between stanzas parts none."""
    run: Stanza = []
    for index, row in enumerate(units):
        if _may_be_verse(row) or _is_inside(units, index, run):
            run.append(index)
        elif row.rule not in _SHAPES:
            if len(run) >= _FEWEST:
                yield run
            run = []
    if len(run) >= _FEWEST:
        yield run


def _is_inside(units: Sequence[Row], index: int, run: Stanza) -> bool:
    """Whether a line stands between two verses of a stanza, whatever its words are known for; names sign."""
    if len(run) <= _HEAD or run[-1] != index - 1 or index + 1 == len(units):
        return False
    row, above, below = units[index], units[index - 1], units[index + 1]
    if row.opens or row.kind in _CREDITS:
        return False
    return above.line + 1 == row.line == below.line - 1 and row.size <= _LONGEST and _may_be_verse(below)


def _may_be_verse(row: Row) -> bool:
    plain = row.kind is None and bool(row.words) and not (row.latin or row.tabular or row.bullet)
    return plain and row.size <= _LONGEST and len(row.words) <= _WORDS and not row.core[:1].isdigit()


def _stanzas(units: Sequence[Row], run: Stanza) -> list[Stanza]:
    """Verses parted where the gap between two is wider than most are within stanzas."""
    gaps = [units[below].line - units[above].line for above, below in pairwise(run)]
    narrow = sorted(gaps)[len(gaps) // _OF_GAPS]
    stanzas = [run[:1]]
    for index, gap in zip(run[1:], gaps, strict=True):
        if gap > narrow:
            stanzas.append([])
        stanzas[-1].append(index)
    return stanzas


def _without_head(units: Sequence[Row], stanzas: list[Stanza]) -> list[Stanza]:
    """Stanzas without the title and the name of who wrote them, which stand above or with the first."""
    top = stanzas[0]
    if top[0] and units[top[0] - 1].kind in _CREDITS and len(top) > 1:
        return stanzas
    named = next((place for place in top[1:_HEAD] if _is_name(units[place], last=place == top[-1])), None)
    if named is not None:
        rest = top[top.index(named) + 1 :]
        return [rest, *stanzas[1:]] if rest else stanzas[1:]
    if len(top) == 1:
        return stanzas[1:]
    # A page's first line is its title, be that the first verse.
    return stanzas if top[0] else [top[1:], *stanzas[1:]]


def _is_name(row: Row, *, last: bool) -> bool:
    """Whether a row is a person's name: one that no list knows, `last` of its block alone."""
    return not _tells(row) and (is_name(row.text) or (last and is_like_name(row)))


def _without_tail(units: Sequence[Row], stanzas: list[Stanza]) -> list[Stanza]:
    """Stanzas without what a page has below them: lines of which none tells, or has vowels as verses have."""
    vowelled = _has_vowels([units[index] for stanza in stanzas for index in stanza])
    while len(stanzas) > 1:
        rows = [units[index] for index in stanzas[-1]]
        if any(map(_tells, rows)) and (_has_vowels(rows) or not vowelled):
            break
        stanzas = stanzas[:-1]
    return stanzas


def _has_vowels(rows: Sequence[Row]) -> bool:
    return sum(_VOWELS.search(row.text) is not None for row in rows) >= _VOWELLED * len(rows)


def _is_poem(verses: Sequence[Row]) -> bool:
    enough = len(verses) >= _FEWEST and sum(row.size for row in verses) >= _LEAST
    return enough and sum(map(_tells, verses)) >= _TELLING * len(verses)


def _tells(row: Row) -> bool:
    """Whether a line has a word that ties sentences together, a sentence's mark, or vowels."""
    marked = row.ends or row.text.endswith(("،", "…", "..")) or goes_on(row)
    return marked or any(map(is_function_word, row.words)) or _VOWELS.search(row.text) is not None
