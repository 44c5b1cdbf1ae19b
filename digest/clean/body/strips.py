"""Tells what a page says of itself above its menu, in a sentence or a few, from an article. Pure, linear.

A strip tells readers whose site it is, or what it keeps of them, on each of its pages. The article stands
below the menu: its title is the stated one, or its paragraphs tell that again, or its credits stand between.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from digest.clean.fields.outlets import is_outlet
from digest.clean.prose import MEDIUM, STRONG, grade, joint_stems, shared
from digest.clean.rows import Row, make_row
from digest.model import LineKind

_TOP, _NEAR = 10, 30
"""Rows in which a strip begins, and rows below it in which the article does."""
_MOST, _LONGEST = 3, 450
"""Sentences of a strip, and their characters."""
_FEWEST_OF_MENU, _LONGEST_OF_MENU = 3, 3
"""Lines of a menu, and words of one."""
_FEWEST_WORDS, _FEWEST = 4, 2
"""Words of a title, and paragraphs below it."""
_TOLD, _STRANGE = 0.4, 0.2
"""The share of a title's words that its text has, and of a strip's words that the article has at most."""
_AHEAD = 6
"""Paragraphs of the article that are looked at."""
_FIELDS = frozenset({LineKind.STATED_DATE, LineKind.BYLINE, LineKind.DATELINE})


def mark_strip(units: Sequence[Row], title: str | None) -> None:
    """Mark the sentences above a page's menu that are none of the article below it, and their labels.

    `title` is the article's title that the markup states.
    """
    strip = _sentences(units)
    if not strip:
        return
    end = strip[-1] + 1
    stated = "" if title is None else make_row(title).core
    menu = _menu_below(units, end)
    below = None if menu is None else _article_below(units, menu, stated)
    if below is None:
        return
    told = [units[index] for index in strip]
    if not _has_own_title(units[:end], told, stated) and _is_strange(told, units[below:]):
        for row in (*told, *_labels(units, strip)):
            row.mark(LineKind.FURNITURE, "strip.above-menu")


def _labels(units: Sequence[Row], strip: Sequence[int]) -> list[Row]:
    """The short lines above and between a strip's sentences that have words of theirs; no site's name."""
    words = joint_stems(units[index] for index in strip)
    below = "\n".join(row.core for row in units[strip[-1] + 1 :] if row.size <= _LONGEST)
    lines = (row for row in units[: strip[-1]] if row.kind is None and row.core not in below)
    return [row for row in lines if shared(row, words) > 0 and not is_outlet(row.text)]


def _sentences(units: Sequence[Row]) -> list[int]:
    """The sentences with which a page begins, short lines above and between them; none where credits are."""
    found = list[int]()
    for index, row in enumerate(units):
        if row.kind in _FIELDS or index >= _TOP + len(found) or len(found) > _MOST:
            break
        if _is_prose(row):
            found.append(index)
        elif found and (row.kind is LineKind.NAVIGATION or row.apart):
            break
    size = sum(units[index].size for index in found)
    return found if len(found) <= _MOST and size <= _LONGEST else []


def _is_prose(row: Row) -> bool:
    return row.kind is None and grade(row) >= MEDIUM


def _menu_below(units: Sequence[Row], start: int) -> int | None:
    """The row below the menu that follows; None where prose or nothing of a menu does."""
    run, known = 0, False
    for index in range(start, min(start + _NEAR, len(units))):
        row = units[index]
        if row.apart and row.line - units[index - 1].line > _FEWEST_OF_MENU:
            # Lines that the markup says are of a menu or links stand here.
            return index
        if _is_prose(row):
            return None
        if not row.words or len(row.words) > _LONGEST_OF_MENU or row.kind in _FIELDS:
            if run >= _FEWEST_OF_MENU and known:
                return index
            run, known = 0, False
        else:
            run, known = run + 1, known or row.kind is LineKind.NAVIGATION
    return None


def _article_below(units: Sequence[Row], start: int, stated: str) -> int | None:
    """The title's line above several paragraphs: the one stated, told again or credited; None for none."""
    for index in range(start, min(start + _NEAR, len(units))):
        row = units[index]
        if _is_prose(row):
            return None
        if row.kind is None and len(row.words) >= _FEWEST_WORDS and not row.stops:
            told = _paragraphs(units[index + 1 : index + 1 + _NEAR])
            titled = row.core in stated or _is_credited(units, index)
            if len(told) >= _FEWEST and (titled or shared(row, joint_stems(told)) >= _TOLD):
                return index
    return None


def _is_credited(units: Sequence[Row], title: int) -> bool:
    """Whether nothing but credits and the day stands between a line and a paragraph below it."""
    index = title + 1
    while index < len(units) and units[index].kind in _FIELDS:
        index += 1
    return title + 1 < index < len(units) and _is_prose(units[index])


def _paragraphs(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row.kind is None and grade(row) == STRONG][:_AHEAD]


def _has_own_title(above: Sequence[Row], strip: Sequence[Row], stated: str) -> bool:
    """Whether a line above some sentences is their title: the one that is stated, or they tell it again."""
    told = joint_stems(strip)
    titles = [
        row for row in above if row.kind is None and len(row.words) >= _FEWEST_WORDS and row not in strip
    ]
    return any(row.core in stated or shared(row, told) >= _TOLD for row in titles)


def _is_strange(strip: Sequence[Row], below: Sequence[Row]) -> bool:
    """Whether an article is longer than a strip and has next to nothing of its words."""
    article = _paragraphs(below[: _NEAR + 1])
    longer = sum(row.size for row in article) > sum(row.size for row in strip)
    words = joint_stems(article)
    return longer and all(shared(row, words) <= _STRANGE for row in strip)
