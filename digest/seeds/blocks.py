"""The visible text of a page, block by block, and what each block is by the elements that hold it.

Works on a parsed tree, reads only; `seen` tells what is visible. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from digest.seeds.datarows import is_data_row
from digest.seeds.sections import above, part_of_readers
from digest.seeds.seen import DRAWING, WRITING, ends_drawing, is_unseen, words_of_button
from digest.text import single_spaced

TEXT, SUBHEAD, CAPTION = "body.markup", "subhead.markup", "markup.caption"
_PARTS = {
    "nav": "markup.navigation",
    "footer": "markup.footer",
    "dialog": "markup.dialog",
    **dict.fromkeys(("button", "select", "option", "textarea", "input"), "markup.control"),
    "figcaption": CAPTION,
}
"""Elements that say what their text is; the outermost one decides."""
LINKS, NO_WORDS = "markup.links", "shape.no-words"
_OUTSIDE = "outside"
_HOLDERS = {
    **dict.fromkeys(("p", "li", "td", "th"), TEXT),
    **dict.fromkeys(("h2", "h3", "h4"), SUBHEAD),
    **dict.fromkeys(("aside", "form", "figure"), _OUTSIDE),
}
"""What the text of these elements is inside the one that holds the article; of the last it is none."""
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "wbr",
        "tt",
        "big",
        "strike",
        "del",
        "data",
        "label",
        "acronym",
        "dfn",
        "var",
        "samp",
        "ruby",
        "tspan",
        "rt",
        "rp",
    ]
)
_LINKED = 0.6
"""Share of a block's characters in links from which on it is a list of links."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text between two block boundaries."""

    text: str
    linked: int
    """Characters of it that links hold."""
    level: int
    """1 to 6 in a heading, else 0."""
    part: str = ""
    """The rule of the element that says what it is; empty where none does."""
    own: str = ""
    """What it is in the element that holds the article: paragraph, point of a list, heading; else empty."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A text node: whether a link holds it, whether a block or a cell begins with it, its heading's level.

    Also its part, and what it is in the element that holds the article.
    """

    text: str
    linked: bool
    boundary: bool
    cell: bool
    level: int
    part: str
    own: str


def marks_of(blocks: Iterable[Block], main: str) -> tuple[tuple[int, str], ...]:
    """(number of a block, from 1; rule that says what it is) for blocks that are more than plain text.

    A block of links is none where `main`, the page's main text, has it too, or where it is a heading; what
    stands right below a heading that is a link tells of the page it leads to.
    """
    own = {_letters(line) for line in main.split("\n")}
    found = []
    # What stands right below a title of another article: its words, and then a short title of a further one.
    teased = listed = linked = False
    for number, block in enumerate(blocks, start=1):
        titled = block.level > 1 and _is_linked(block)
        mark = LINKS if titled and listed else _mark(block, own)
        if mark and not (teased and mark == TEXT):
            found.append((number, mark))
        listed = teased and linked and not titled
        teased, linked = titled, mark == LINKS
    return tuple(found)


def _mark(block: Block, own: set[str]) -> str:
    letters = _letters(block.text)
    if block.part or not letters:
        return block.part or NO_WORDS
    linked = _is_linked(block)
    short_heading = block.level > 1 and len(block.text.split()) <= 4
    if linked and not (letters in own or block.level == 1 or short_heading):
        return LINKS
    return "" if linked else block.own


def _is_linked(block: Block) -> bool:
    return block.linked >= _LINKED * len(block.text)


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def blocks_of(tree: Any, home: Any = None) -> Iterator[Block]:
    """The visible text in document order; a block element or a line break begins a new block.

    `home`: the element of the tree that holds the article, where one is known (`home_of`).
    """
    pieces: list[_Piece] = []
    for piece in _pieces(tree, home):
        if piece.boundary and pieces:
            yield from _joined(pieces)
            pieces = []
        if piece.text or piece.cell:
            pieces.append(piece)
    yield from _joined(pieces)


def _joined(pieces: list[_Piece]) -> Iterator[Block]:
    cells = [""]
    for piece in pieces:
        cells += [""] * piece.cell
        cells[-1] += piece.text
    text = "\t".join(filter(None, map(single_spaced, cells)))
    if text:
        linked = sum(len(piece.text.strip()) for piece in pieces if piece.linked)
        yield Block(text, linked, max(piece.level for piece in pieces), pieces[0].part, pieces[0].own)


class _Place:
    """Where in a page a walk is: what holds the text there."""

    def __init__(self, home: Any) -> None:
        self.home = home
        self.links = 0
        self.rows: list[Any] = []
        # What holds the article holds more than comments, whatever its name.
        self.around = above(home)
        self.levels, self.parts, self.seen, self.holders = [0], [""], [True], [_OUTSIDE]

    def enter(self, node: Any, tag: str, level: int) -> None:
        """Go into an element."""
        if node is self.home:
            self.holders.append("")
        elif tag in _HOLDERS:
            # A paragraph of a form is none of the article's.
            outside = self.holders[-1] == _OUTSIDE
            self.holders.append(_OUTSIDE if outside else _HOLDERS[tag])
        if tag == "tr":
            self.rows.append(node if is_data_row(node) else None)
        self.links += tag == "a"
        if level:
            self.levels.append(level)
        if part := self._part(node, tag):
            self.parts.append(self.parts[-1] or part)
        if tag == DRAWING or tag in WRITING:
            self.seen.append(tag != DRAWING)
        self.seen[-1] = self.seen[-1] or ends_drawing(tag)

    def leave(self, node: Any, tag: str, level: int) -> None:
        """Come out of it."""
        if node is self.home or tag in _HOLDERS:
            self.holders.pop()
        if tag == "tr":
            self.rows.pop()
        self.links -= tag == "a"
        if level:
            self.levels.pop()
        if self._part(node, tag):
            self.parts.pop()
        if tag == DRAWING or tag in WRITING:
            self.seen.pop()

    def _part(self, node: Any, tag: str) -> str:
        named = node is not self.home and node not in self.around
        return _PARTS.get(tag) or (part_of_readers(node, tag) if named else "")

    def is_cell(self, node: Any, tag: str) -> bool:
        """Whether an element is a cell of a table's row that is read as one line."""
        return tag in ("td", "th") and bool(self.rows) and node.getparent() is self.rows[-1]

    def piece(self, text: str, *, boundary: bool, cell: bool = False) -> _Piece:
        """A text that stands here."""
        text = text if self.seen[-1] else ""
        own = "" if self.holders[-1] == _OUTSIDE else self.holders[-1]
        return _Piece(text, self.links > 0, boundary, cell, self.levels[-1], self.parts[-1], own)


def _pieces(tree: Any, home: Any) -> Iterator[_Piece]:
    """Every visible text node in document order, without recursion: depth is the page's to choose."""
    place = _Place(home)
    stack: list[tuple[Any, bool]] = [(tree, False)]
    while stack:
        node, leaving = stack.pop()
        tag = node.tag if isinstance(node.tag, str) else ""
        level = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal() else 0
        # A headline is one block, though a line may break inside it.
        breaks = tag == "br" and place.levels[-1] > 0
        cell = place.is_cell(node, tag)
        boundary = bool(tag) and tag not in _INLINE and not (breaks or cell)
        if leaving:
            place.leave(node, tag, level)
        elif not is_unseen(node, tag, drawing=not place.seen[-1]):
            place.enter(node, tag, level)
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(node))
            own = words_of_button(node) if tag == "input" else node.text or ""
            yield place.piece(" " if breaks else own, boundary=boundary, cell=cell)
            continue
        if node is not tree:
            yield place.piece(node.tail or "", boundary=boundary)
