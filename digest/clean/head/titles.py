"""Tells the title of an article that a page's markup states from a section's name, or the outlet's. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digest.clean.fields.outlets import is_outlet
from digest.clean.phrases import phrases
from digest.clean.rows import Row, make_row
from digest.model import LineKind


class Known(NamedTuple):
    """What is known of a page beside its text."""

    title: str | None = None
    """The article's, as the markup or a person states it."""
    given: bool = False
    """Whether a person states it, in Arabic."""
    site: str | None = None
    """The outlet's name that the markup states."""
    outlets: frozenset[str] = frozenset()
    """Names of outlets known beside those of the rules (`outlet_keys`)."""


_LONGEST = 3
"""Words of a section's name."""
_FEWEST_OF_MENU = 3
"""Rows of a menu; fewer are a path of sections, whose last name may be the article's."""
_SECTIONS = frozenset({LineKind.NAVIGATION, LineKind.TICKER, LineKind.MOST_READ, LineKind.RELATED})


def article_title(title: str | None, menu: Sequence[Row] = ()) -> str | None:
    """The title, unless it is the outlet's name, a section's, or one of those in the page's menu."""
    if title is None or is_outlet(title):
        return None
    row = make_row(title)
    if len(row.words) > _LONGEST:
        return title
    rule = phrases().find(row)
    listed = len(menu) >= _FEWEST_OF_MENU and any(other.core == row.core for other in menu[:-1])
    return None if listed or (rule is not None and rule.kind in _SECTIONS) else title
