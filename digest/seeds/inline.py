"""What stands in a line of text, and where neighbours of that kind are shown apart.

What sets neighbours apart is mostly a style that a saved page does not hold: here what they are and what
holds them tells. A word that markup cuts (`<b>` on its first letter) stays one. Reads a parsed tree. Pure.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

_INLINE = frozenset(
    [
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em"),
        *("font", "i", "ins", "kbd", "label", "mark", "nobr", "output", "q", "rp", "rt", "ruby", "s"),
        *("samp", "slot", "small", "span", "strike", "strong", "sub", "sup", "time", "tspan", "tt", "u"),
        *("var", "wbr"),
    ]
)
_SET_APART = frozenset(["a", "abbr", "cite", "label", "span", "time"])
"""Elements that pages lay out side by side; others only make letters look different."""
_OF_LETTERS = frozenset(["style", "lang", "dir", "xml:lang"])
"""Attributes that word processors give to the pieces of a line, of a word too."""
_LAID_OUT = frozenset(
    [
        *("a", "address", "article", "aside", "button", "dd", "div", "dt", "figcaption", "footer", "header"),
        *("li", "main", "nav", "ol", "section", "span", "td", "th", "ul"),
    ]
)
"""What may hold such neighbours; in a paragraph they are its text."""
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_CREDIT = re.compile(
    "(?:^|[-_ ])(?:author|byline|date(?:created|modified|published)?|posted|published|time)(?:$|[-_ ])",
    re.IGNORECASE,
)
_LONGEST_CREDITS, _FIRST = 200, 16
"""Characters of a row of credits; elements of it that are looked at."""
LINE, BLANK = "\n", " "


def is_inline(tag: str) -> bool:
    """Whether an element stands in a line of text; so do those of word processors (`o:p`)."""
    return tag in _INLINE or ":" in tag


class Neighbours:
    """Tells what parts an element from the one before it; remembers what holds several."""

    def __init__(self) -> None:
        self._rows: dict[Any, str] = {}

    def parted(self, node: Any, tag: str) -> str:
        """What stands between an element in a line and what comes before: `LINE`, `BLANK` or nothing."""
        if tag == "i" and node.get("class") and not (len(node) or node.text):
            return BLANK
        before = node.getprevious() if tag in _SET_APART else None
        if before is None or before.tag not in _SET_APART:
            return ""
        holder = node.getparent()
        row = self._rows.get(holder)
        if row is None:
            row = self._rows[holder] = _row(holder)
        if before.tail and (row != _CREDITS or before.tail.strip()):
            return ""
        if row == _CREDITS and (_is_cue(before) or _binds(node)):
            return BLANK
        if row:
            return "" if _is_of_letters(before) and _is_of_letters(node) else LINE
        return BLANK if _are_two(before, node, holder) else ""


def _is_cue(node: Any) -> bool:
    """Whether an element is a word before a name: `by`."""
    words = "".join(islice(node.itertext(), _FIRST)).split()
    return len(words) == 1 and not any(map(str.isdigit, words[0]))


def _binds(node: Any) -> bool:
    """Whether an element is what stands between two names."""
    return "".join(islice(node.itertext(), _FIRST)).strip() in _BINDING


_BINDING = frozenset({"و", "،", ",", "&", "and"})
_CREDITS, _SIDE_BY_SIDE = "credits", "side by side"


def _row(holder: Any) -> str:
    """What an element's neighbours make of it: a row of credits, others side by side, or a line of text."""
    text = any(above.tag in _OF_TEXT for above in islice(holder.iterancestors(), _HEIGHT))
    if holder.tag not in _LAID_OUT or text or (holder.text or "").strip():
        return ""
    if any((child.tail or "").strip() for child in holder):
        return ""
    if _is_of_credits(holder):
        return _CREDITS
    return "" if any(map(_is_of_sentence, holder)) else _SIDE_BY_SIDE


_OF_TEXT, _HEIGHT = _HEADINGS | {"p"}, 4
"""Elements that hold lines of text; how far above an element they are looked for."""


def _is_of_sentence(node: Any) -> bool:
    """Whether an element holds a part of a sentence, by its length or the marks at its ends."""
    text = "".join(islice(node.itertext(), _FIRST)).strip() if node.tag == "span" else ""
    return len(text) > _LONGEST_LABEL or text.startswith(_MARKS) or text.endswith(_MARKS)


_LONGEST_LABEL, _MARKS = 60, tuple(".،؛:؟!»")


def _is_of_credits(holder: Any) -> bool:
    """Whether a date or a writer, as the markup says, stands among a few words."""
    named = any(map(_names_credit, islice(holder.iter(), _FIRST)))
    return named and sum(map(len, islice(holder.itertext(), 4 * _FIRST))) <= _LONGEST_CREDITS


def _names_credit(node: Any) -> bool:
    said = " ".join(node.get(name) or "" for name in ("class", "itemprop", "rel"))
    return node.tag == "time" or (bool(said.strip()) and _CREDIT.search(said) is not None)


def _is_of_letters(node: Any) -> bool:
    """Whether an element says nothing but how its letters look."""
    return node.tag == "span" and bool(node.attrib) and _OF_LETTERS.issuperset(node.attrib)


def _are_two(before: Any, node: Any, holder: Any) -> bool:
    """Whether neighbours in a line of text are two: links to two places, parts of a heading."""
    if before.tag == node.tag == "a":
        return bool(before.get("href") != node.get("href"))
    named = before.get("class") and before.get("class") != node.get("class")
    return bool(named) and holder.tag in _HEADINGS
