"""Tells tags with more attributes than anyone writes.

Parsers' time grows with the square of a tag's attributes, their memory with the number of all.
What opens a tag, and what stands inside a script, a comment or a value, only the parser can tell; it is asked
about the few places that look like such a tag. Pure.
"""

from __future__ import annotations

import re

MOST = 250
IN_ALL = 150_000
"""Attributes of a page; its tree takes about a kilobyte for each."""
_OPENING = re.compile("<[a-zA-Z]")
_ATTRIBUTE = (
    "[ \t\n\r\f/]*+[^ \t\n\r\f/>][^ \t\n\r\f/>=]*+"
    r"""(?:[ \t\n\r\f]*+=[ \t\n\r\f]*+(?:"[^"]*+"?+|'[^']*+'?+|[^ \t\n\r\f>]*+))?+"""
)
_SOME = re.compile(f"[^ \t\n\r\f/>]*+(?:{_ATTRIBUTE}){{0,{MOST}}}+")
_EACH = re.compile(_ATTRIBUTE)
_NAME = re.compile("[^ \t\n\r\f/>]*+")
_MANY = re.compile(f"[^ \t\n\r\f/>]*+(?:{_ATTRIBUTE}){{{MOST}}}")
_END = re.compile("</|-->")
"""What ends a script or a comment."""
_WORK = 20
"""How often, on the average, a page's characters are looked at; markup does with less than two."""
_QUESTIONS = 20
_PROBE = "mujaz-probe"


def has_too_many(markup: str) -> bool:
    """Whether a tag of a page has more than `MOST` attributes, or all of them more than `IN_ALL`."""
    place, left, questions = 0, _WORK * len(markup), _QUESTIONS
    counted, room = 0, IN_ALL
    while opening := _OPENING.search(markup, place):
        place = opening.end()
        found = _SOME.match(markup, place)
        left -= found.end() - place if found else 0
        if found and opening.start() >= counted:
            counted = found.end()
            room -= _number(markup, place, counted)
        if left < 0 or room < 0 or not questions:
            return True
        if found and found.end() - place >= 2 * MOST and _MANY.match(markup, place):
            questions -= 1
            if not _is_text(markup[: opening.start()]):
                return True
            end = _END.search(markup, place)
            place = end.end() if end else len(markup)
    return False


def _number(markup: str, place: int, end: int) -> int:
    """How many attributes a tag has, whose name begins at `place`."""
    name = _NAME.match(markup, place, end)
    return sum(1 for _ in _EACH.finditer(markup, name.end() if name else place, end))


def _is_text(before: str) -> bool:
    """Whether what follows this beginning of a page is no markup: a tag that stands there is none."""
    from lxml import etree  # noqa: PLC0415 (few pages ask for it)

    page = f"<html>{before}<{_PROBE}>'\"></{_PROBE}>"
    tree = etree.fromstring(page.encode("utf-8", "replace"), etree.HTMLParser(encoding="utf-8"))
    is_tag = tree is None or tree.find(f".//{_PROBE}") is not None
    return not is_tag and _PROBE in etree.tostring(tree.getroottree(), encoding="unicode")
