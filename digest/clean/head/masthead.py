"""Finds the site's own name above the headline. Pure; called by `around`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from digest.clean.fields.credits import read_credit
from digest.clean.fields.fieldwords import (
    describes_outlet,
    field_words,
    is_agency,
    is_label,
    is_name,
    is_place,
    is_term,
    may_be_of_day,
    names_outlet,
)
from digest.clean.fields.outlets import heads_menu, is_outlet, without_kind
from digest.clean.phrases import phrases
from digest.clean.rows import CREDITS, Row
from digest.model import LineKind

_BARS = frozenset({LineKind.APP_CONTROL, LineKind.LOGIN, LineKind.COOKIES, LineKind.ADVERTISEMENT})
"""Kinds of what may stand above a site's own name."""


def find_masthead(
    units: Sequence[Row], split: int, first: int, own: frozenset[str], *, known: bool, stated: bool
) -> int | None:
    """The row above the headline that names the site: the first, or one made like a name, or in `own`.

    `split` is the headline's row and `first` the body's; `own` are the cores of the names that hold the
    page's rights; `known`: the first row must be known for a name, as no headline stands below it, or right
    below it.
    """
    if not split:
        return None
    top = next((index for index, row in enumerate(units[:split]) if row.kind not in _BARS), split)
    # A word alone above a stated title is a section's.
    if top + 1 < split and _is_state(units[top]) and units[top + 1].rule in _UNDECIDED:
        top += 1
    known = known or (stated and len(units[min(top, split - 1)].words) == 1) or _is_in_bar(units, top, split)
    if top <= _TOP and top < split and _opens_with_name(units, top, split, first, known=known):
        held = (index for index in range(top, min(split, top + _TOP)) if units[index].core in own)
        holder = next(held, top)
        # Who holds the rights is surer than a first line that no list knows.
        return holder if holder == top or not is_agency(units[top].text) else top
    named = (index for index in range(split) if _is_named(units, index, split, own))
    return next(named, None)


def _is_in_bar(units: Sequence[Row], top: int, split: int) -> bool:
    """Whether a row is an item between a button and further ones: as close to them, and no home link there.

    Below a link that skips all such the site's name stands.
    """
    if not 0 < top < split - _FEWEST_BELOW or units[top - 1].rule == _SKIP:
        return False
    rows = units[top - 1 : top + _FEWEST_BELOW + 1]
    close = all(below.line - above.line == 1 for above, below in pairwise(rows))
    items = all(row.kind in (None, LineKind.NAVIGATION) for row in rows[1:])
    return close and items and not any(phrases().names_home(row.words) for row in rows)


_FEWEST_BELOW, _SKIP = 2, "app-control.skip"
"""Items below one; the rule of links such as `تجاوز إلى المحتوى`."""


def _is_state(row: Row) -> bool:
    """Whether a row is a state's name, as stands above a ministry's: `الجمهورية التونسية`."""
    return len(row.words) > 1 and row.words[0] in field_words().states and not is_outlet(row.text)


def _is_named(units: Sequence[Row], index: int, split: int, own: frozenset[str]) -> bool:
    """Whether a row holds the page's rights, is made like a name near headline or top, or stands twice."""
    row = units[index]
    if row.core in own:
        return True
    if may_be_of_day(row.text) or row.ends or row.latin or len(row.words) < _FEWEST_REPEATED:
        return False
    if index <= _TOP and row.rule in _UNDECIDED and units[index + 1].core == row.core:
        return True
    near = index <= _TOP or split - index <= _TOP
    made = near and row.rule in ("", "source.alone") and is_outlet(row.text)
    sure = row.core in field_words().agencies or _is_named_bare(row, units[:split])
    return made and (sure or not _is_of_menu(units, index, split))


_TOP, _FEWEST_REPEATED = 3, 2
"""Rows of a page's top, where its name stands as a picture's text and as a line; the words of such a name."""


def _is_named_bare(row: Row, above: Sequence[Row]) -> bool:
    """Whether another row is a name without its word for what it is: `عمان` beside `جريدة عمان`."""
    bare = without_kind(row.text)
    return bare != row.words and any(other.words == bare for other in above)


def _is_of_menu(units: Sequence[Row], index: int, split: int) -> bool:
    """Whether a row stands among sections' names, as close to them: `أخبار الدار`, or ends them before a gap.

    A site's own name stands apart from them, above all of them or above the link to its first page.
    """
    above, below = units[max(0, index - _BESIDE) : index + 1], units[index : min(split, index + _BESIDE + 1)]
    if index == 0 or any(phrases().names_home(row.words) for row in below[1:]):
        return False
    gap, behind = (units[place].line - units[place - 1].line for place in (index, index + 1))
    listed = [any(row.rule == _SECTIONS for row in rows) for rows in (above, below)]
    return listed[0] and (behind > gap if len(below) == 1 else behind == gap and listed[1])


_SECTIONS = "navigation.sections"
_BESIDE = 3
"""Rows above and below an item of a menu among which another one is."""


def _opens_with_name(units: Sequence[Row], top: int, split: int, first: int, *, known: bool) -> bool:
    """Whether the page's first line, above the headline, is the site's name; bars of buttons aside."""
    row, below = units[top], units[split + 1 : first + 1]
    again = any(other.core == row.core or other.core.startswith(f"{row.core} ") for other in below)
    again = again or _is_quoted(row, units[first:])
    return not is_label(row.text) and _is_site_name(
        row, known=known, again=again, top=top == 0 and heads_menu(units)
    )


def _is_quoted(row: Row, text: Sequence[Row]) -> bool:
    """Whether the text has a name of some words in quotation marks, as a site's own that it was told to."""
    forms = (f"«{row.text}»", f'"{row.text}"', f"”{row.text}“")
    return len(row.words) >= _FEWEST_REPEATED and any(form in other.text for other in text for form in forms)


def _is_site_name(row: Row, *, known: bool, again: bool, top: bool) -> bool:
    """Whether a page's first line is its own name: short, and no section's, place's or label's.

    `known`: only what is known for a name will do, as no headline stands below it, or right below it.
    `again`: the article's own lines name it too. `top`: it is the first of all, above a menu's lines.
    """
    numbers = all(word.isdigit() for word in row.words)
    other = row.core in field_words().not_outlets or describes_outlet(row.words)
    path = len(row.words) > 1 and phrases().names_home(row.words)
    if row.ends or row.text.endswith((":", "،", ",")) or numbers or other or path or may_be_of_day(row.text):
        return False
    if row.kind in CREDITS:
        parts = read_credit(row.text)
        return bool(parts) and parts[0].role == "source" and not any(p.role == "dateline" for p in parts)
    if len(row.words) <= _LONGEST_OUTLET and names_outlet(row.words) and row.rule in _UNDECIDED:
        return True
    if row.kind is LineKind.NAVIGATION:
        return (again or top) and is_agency(row.text)
    if len(row.words) > _LONGEST_SITE_NAME or row.rule not in _UNDECIDED or is_place(row.text):
        return False
    return again or row.latin or not (known or is_term(row.text) or is_name(row.text))


_LONGEST_SITE_NAME, _LONGEST_OUTLET = 3, 6
"""Words of a page's name, and of one that says what it is: `البوابة العربية للأخبار التقنية`."""
_UNDECIDED = ("", "shape.foreign", _SECTIONS)
