"""Finds the label beside a headline that is a section's or a kind's name: `ثقافة وفنون`, `تقرير`. Pure.

Called by `around`. One such line alone is the article's label; several are a menu or a path of sections.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from digest.clean.fields.fieldwords import field_words, is_agency, is_label, is_place
from digest.clean.phrases import phrases
from digest.clean.rows import Row
from digest.model import LineKind
from digest.rules import default_rules
from digest.text import fold, without_vowels

_SECTIONS = "navigation.sections"
_LONGEST, _NEAR = 3, 3
"""Words of a section's name; rows below the headline in which it stands."""


def mark_section(units: Sequence[Row], headline: int, first: int) -> None:
    """Mark the section's name that stands alone right above the headline, or between it and the body."""
    above = headline - 1
    if above >= 0 and _is_section(units[above]) and _stands_alone(units, above):
        units[above].mark(LineKind.LABEL, "label.section")
    menu = [index for index in range(headline + 1, first) if units[index].kind is LineKind.NAVIGATION]
    if len(menu) == 1 and menu[0] - headline <= _NEAR and _is_section(units[menu[0]]):
        units[menu[0]].mark(LineKind.LABEL, "label.section")


def mark_linked(page: Sequence[Row]) -> None:
    """Mark the link to a section that stands alone right above a web page's headline, or right below it.

    `page` are all of its lines, with their kinds.
    """
    at = next((index for index, row in enumerate(page) if row.kind is LineKind.HEADLINE), None)
    if at is None or any(row.kind is LineKind.LABEL for row in page):
        return
    for index, beyond in ((at - 1, at - 2), (at + 1, at + 2)):
        if _is_link(page, index) and not _is_link(page, beyond) and _names_section(page[index]):
            page[index].mark(LineKind.LABEL, "label.section")
            return


def _is_link(page: Sequence[Row], index: int) -> bool:
    return 0 <= index < len(page) and page[index].rule == "markup.menu"


def _stands_alone(units: Sequence[Row], index: int) -> bool:
    """Whether no menu stands right above a row, or a wider gap parts it from the menu."""
    if not index or units[index - 1].kind is not LineKind.NAVIGATION:
        return True
    if index < 2 or units[index - 2].kind is not LineKind.NAVIGATION:
        return False
    gap = units[index].line - units[index - 1].line
    return gap > units[index - 1].line - units[index - 2].line


def _is_section(row: Row) -> bool:
    return row.rule == _SECTIONS and _names_section(row)


def _names_section(row: Row) -> bool:
    """Whether a row's words are one section's name or a label, and no place's or outlet's."""
    rule, words = phrases().find(row), row.words
    plain = not (row.bullet or row.latin) and without_vowels(row.text).text.strip().replace(" ", "").isalpha()
    if rule is None or rule.id != _SECTIONS or not plain:
        return False
    if not 1 <= len(words) <= _LONGEST or not _no_labels().isdisjoint(words):
        return False
    # Several words are one name if they are tied: `ثقافة وفنون`, `شؤون محلية`.
    tied = len(words) == 1 or any(word.startswith("و") or word.endswith("يه") for word in words[1:])
    named = is_place(row.text) or (is_agency(row.text) and row.core not in field_words().columns)
    return is_label(row.text) or (tied and not named)


@cache
def _no_labels() -> frozenset[str]:
    """Folded words of menus that name no section: `الرئيسية`, `المزيد`."""
    return frozenset(map(fold, default_rules().table("fields")["menu_words"]))
