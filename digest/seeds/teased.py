"""Finds boxes inside an article's element that tell of one other page: its linked title and a sentence below.

Works on a parsed tree, reads only. Linear.
"""

from __future__ import annotations

from itertools import chain, islice
from typing import Any

from digest.seeds.homes import Homes
from digest.seeds.inline import is_inline

_HOLDING = frozenset(
    {
        *("div", "section", "aside", "figure", "figcaption", "blockquote", "header", "p"),
        *("h2", "h3", "h4", "h5", "h6"),
    }
)
"""Elements that are such a box, or part of one."""
_WORDS, _LONGEST = 4, 600
"""Words of a title; characters of a box."""
_TEXTS, _ELEMENTS, _UP = 60, 200, 8
"""Texts and elements of a box, and elements around a link, that are looked at."""
_LABEL, _SENTENCE = 40, 30
"""Characters above a title, at most; of a sentence below it, at least."""
_FEW, _PARAGRAPH = 3, 40
"""Paragraphs of the article's for each box, and characters of one: what is so more often is its own form."""


def teasers_of(homes: Homes) -> frozenset[Any]:
    """The boxes inside the elements that hold the article; none where the article is made of such boxes."""
    if homes.first is None:
        return frozenset()
    own, tree = homes.others | {homes.first}, homes.first.getroottree()
    boxes = (_box(link, own) for link in tree.iter("a"))
    found = frozenset(box for box in boxes if box is not None)
    told = sum(_is_told(node, own, found) for node in tree.iter("p")) if found else 0
    return found if _FEW * len(found) <= told else frozenset()


def _box(link: Any, own: frozenset[Any]) -> Any:
    """The outermost element around a link that is a box of it, in one that holds the article; else None."""
    place = link.get("href") or "#"
    if place.startswith("#") or len(_text(link).split()) < _WORDS:
        return None
    box = link if _holds_blocks(link) else None
    if box is None and not _stands_alone(link):
        return None
    whole = False
    for node in islice(link.iterancestors(), _UP):
        if node in own:
            return box
        whole = whole or not (node.tag in _HOLDING or _is_line(node)) or not _is_of_one(node, place)
        box = node if not whole and _tells(node, link) else box
    return None


def _is_told(node: Any, own: frozenset[Any], boxes: frozenset[Any]) -> bool:
    """Whether a paragraph is the article's, in no box."""
    for holder in chain((node,), islice(node.iterancestors(), _UP)):
        if holder in own:
            return _size(node) >= _PARAGRAPH
        if holder in boxes:
            return False
    return False


def _holds_blocks(link: Any) -> bool:
    """Whether a link holds a title and more: `<a><h4>…</h4><p>…</p></a>`."""
    blocks = [node for node in islice(link.iterdescendants(), _TEXTS) if node.tag in _HOLDING and _text(node)]
    return len(blocks) > 1 and _size(link) <= _LONGEST and link.find(".//h1") is None


def _stands_alone(link: Any) -> bool:
    """Whether a line ends with a link: a block or a line break follows, or the end of a block."""
    node = link
    for _ in range(_UP):
        if (node.tail or "").strip():
            return False
        follower = node.getnext()
        if follower is not None:
            return follower.tag == "br" or not _is_line(follower)
        node = node.getparent()
        if node is None or not _is_line(node):
            return True
    return False


def _is_of_one(node: Any, place: str) -> bool:
    """Whether an element leads to one page, is not long, and holds a paragraph at most beside the title."""
    large = len(list(islice(node.iter(), _ELEMENTS + 1))) > _ELEMENTS
    if large or _size(node) > _LONGEST or node.find(".//h1") is not None:
        return False
    titles = (other for other in islice(node.iter("a"), _TEXTS) if len(_text(other).split()) >= _WORDS)
    if any(other.get("href") != place for other in titles):
        return False
    return sum(_size(other) >= _PARAGRAPH and other.find("a") is None for other in node.iter("p")) <= 1


def _tells(node: Any, link: Any) -> bool:
    """Whether an element has a sentence below a title, and a label at most above it."""
    above = _above(node, link)
    most = 0 if node.tag == "p" else _LABEL
    return above <= most and _size(node) - above - _size(link) >= _SENTENCE


def _above(node: Any, link: Any) -> int:
    """Characters that stand above a link in an element that holds it."""
    around, size = frozenset(link.iterancestors()), 0
    for child in node.iter():
        if child is link:
            break
        texts = (child.text, None if child in around else child.tail)
        size += sum(len(text.strip()) for text in texts if text)
    return size


def _is_line(node: Any) -> bool:
    return isinstance(node.tag, str) and is_inline(node.tag)


def _text(node: Any) -> str:
    """The text of an element; of a large one, its beginning."""
    return " ".join("".join(islice(node.itertext(), _TEXTS)).split())


def _size(node: Any) -> int:
    """Characters of an element; more than any box has where it holds more texts than are looked at."""
    texts = list(islice(node.itertext(), _TEXTS + 1))
    return sum(len(text.strip()) for text in texts) if len(texts) <= _TEXTS else _LONGEST + 1
