"""Walks a parsed tree and gives the pieces of text that a browser shows, each with what holds it.

Reads only; `seen` tells what is visible, `inline` what parts neighbours, `elements` and `boxes` what an
element is for. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from digest.seeds.boxes import boxes_of
from digest.seeds.datarows import LINED, Covered, covered_in, is_data_row
from digest.seeds.elements import CLOCKED, FORM, above, is_clock, is_of_notes, part_of
from digest.seeds.homes import Homes
from digest.seeds.inline import BLANK, LINE, Neighbours, is_inline
from digest.seeds.quoted import CITING, ends_quotation
from digest.seeds.seen import DRAWING, NEVER_SHOWN, WRITING, ends_drawing, is_unseen, words_of_button
from digest.seeds.teased import teasers_of

LINKS = "markup.links"
"""What leads to other pages."""
HEADED, TITLED = "title.heading", "title.line"
"""A heading in the article, and another line, that are a link as long as a title, where few are; no rules."""
TEXT, SUBHEAD = "body.markup", "subhead.markup"
POINT, _STEP = "point.markup", "step.markup:"
"""An item of a list; one of a numbered list, with its number behind."""
BEHIND = "behind.markup"
"""What stands behind the element that holds the article, and is nothing else; no line's own rule."""
AHEAD = "ahead.markup"
"""What stands in the page's own head, above the element that is the article, or in one named as a clock."""
_OUTSIDE = "outside"
_HOLDERS = {
    **dict.fromkeys(("p", "li", "td", "th", "dt", "dd", "pre"), TEXT),
    **dict.fromkeys(("h2", "h3", "h4"), SUBHEAD),
    **dict.fromkeys(("aside", "form", "figure"), _OUTSIDE),
}
"""What the text of these elements is inside the one that holds the article; of the last it is none."""
_OF_ARTICLE = frozenset({"article", "main"})
"""Elements whose head is the article's."""
_OF_HEADS = CLOCKED | _OF_ARTICLE | {"header"}
_LISTS: dict[str, int | None] = {"ol": 0, "ul": None}
"""Lists, and how many items each has had at its beginning, where it counts them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text node and what holds it."""

    text: str
    linked: bool
    """Whether a link holds it."""
    boundary: bool
    """Whether a block begins with it."""
    cell: bool
    """Whether a cell of a line begins with it."""
    level: int
    """1 to 6 in a heading, else 0."""
    part: str
    """The rule of the outermost element that says what it is; empty where none does."""
    own: str
    """What it is in the element that holds the article."""
    box: int
    """The number of the box of links that holds it; 0 for none."""
    direct: bool
    """Whether a paragraph holds it that is a child of the element that holds the article."""
    quotation: int
    """The number of the block quotation inside that element which holds it; 0 for none."""
    cited: bool
    """Whether an element that says whose the quotation is holds it."""


def step(number: int) -> str:
    """The rule of an item of a numbered list."""
    return f"{_STEP}{number}"


def number_of(rule: str) -> int | None:
    """The number of an item of a list by its rule, 0 where its list has none; None where it is no item."""
    return int(rule.removeprefix(_STEP)) if rule.startswith(_STEP) else 0 if rule == POINT else None


class _Place:
    """Where in a page a walk is: what holds the text there."""

    def __init__(self, tree: Any, homes: Homes) -> None:
        home = self.home = homes.first
        self.others = homes.others
        # What holds the article holds more than comments, whatever its name.
        self.around = above(home)
        linked, self.asking = boxes_of(tree) if home is not None else ((), frozenset())
        own = {home, *self.others, *self.around}
        self.teasers = teasers_of(homes)
        self.boxes = {box: number for number, box in enumerate(linked, start=1) if box not in own}
        self.reached, self.left_home, self.last_home = home is None, False, home
        self.links = self.boxed = 0
        self.rows: list[Any] = []
        self.covered = dict[Any, Covered]()
        self.levels, self.parts, self.seen, self.holders = [0], [""], [True], [_OUTSIDE]
        self.counts: list[int | None] = [None]
        outside = any(node.tag in _OF_ARTICLE for node in (home, *self.around) if node is not None)
        self.heads: list[bool | None] = [outside or None]
        self.left: list[list[list[Any]]] = []
        self.child: Any = None
        self.quotations, self.quoted, self.cited = 0, [0], [False]

    def enter(self, node: Any, tag: str, level: int) -> None:
        """Go into an element."""
        entered: list[list[Any]] = []
        if node is self.home or self._is_like_home(node):
            self.reached, self.left_home, self.last_home = True, False, node
            self.holders.append("")
            entered.append(self.holders)
        elif tag in _HOLDERS or node in self.boxes:
            self.holders.append(self._holder(node, tag))
            entered.append(self.holders)
        if tag in _LISTS:
            self.counts.append(_LISTS[tag])
            entered.append(self.counts)
        if tag == "tr":
            self.rows.append(node if node.getparent() is not None and is_data_row(node) else None)
            entered.append(self.rows)
        self._enter_head(node, tag, entered)
        if level:
            self.levels.append(level)
            entered.append(self.levels)
        if part := self._part(node, tag):
            self.parts.append(self.parts[-1] or part)
            entered.append(self.parts)
        self._enter_quotation(tag, entered)
        if tag == DRAWING or tag in WRITING:
            self.seen.append(tag != DRAWING)
            entered.append(self.seen)
        self.seen[-1] = self.seen[-1] or ends_drawing(tag)
        self.links += tag == "a"
        if tag == "p" and node.getparent() is self.last_home:
            self.child = node
        if not self.boxed and self.reached:
            self.boxed = self.boxes.get(node, 0)
        self.left.append(entered)

    def leave(self, node: Any, tag: str) -> None:
        """Come out of it."""
        for stack in self.left.pop():
            stack.pop()
        self.links -= tag == "a"
        self.child = None if node is self.child else self.child
        self.left_home = self.left_home or node is self.last_home
        if self.boxed and self.boxes.get(node) == self.boxed:
            self.boxed = 0

    def _holder(self, node: Any, tag: str) -> str:
        """What the text of an element is by it and by those around it: a form's is no article's."""
        count = self.counts[-1]
        if tag == "li" and count is not None:
            self.counts[-1] = count + 1
        if self.holders[-1] == _OUTSIDE or node in self.boxes:
            return _OUTSIDE
        if tag == "li":
            return POINT if count is None else step(count + 1)
        if tag == "p" and number_of(self.holders[-1]) is not None:
            return self.holders[-1]
        # A table may stand in a frame as pictures do.
        framed = tag == "figure" and node.find(".//table") is not None
        return self.holders[-1] if framed else _HOLDERS[tag]

    def _part(self, node: Any, tag: str) -> str:
        if node is self.home or node in self.around or (tag in CITING and self.quoted[-1]):
            return ""
        if node in self.teasers:
            return LINKS
        below = self.reached if self.home is not None else None
        return part_of(node, tag, below=below) or (FORM if self.reached and node in self.asking else "")

    def _enter_head(self, node: Any, tag: str, entered: list[list[Any]]) -> None:
        """Note that the page's own head begins with an element, or that it is over as an article begins."""
        if tag not in _OF_HEADS or self.left_home:
            return
        headed = tag == "header" and self.heads[-1] is None and node not in self.around
        if tag in _OF_ARTICLE or headed or is_clock(node, tag):
            self.heads.append(tag not in _OF_ARTICLE)
            entered.append(self.heads)

    def _enter_quotation(self, tag: str, entered: list[list[Any]]) -> None:
        """Note that a block quotation of the article begins with an element, or the words on whose it is."""
        within = self.reached and not self.left_home and self.holders[-1] != _OUTSIDE
        if tag == "blockquote" and within:
            self.quotations += 1
            self.quoted.append(self.quotations)
            entered.append(self.quoted)
        elif tag in CITING and self.quoted[-1]:
            self.cited.append(True)
            entered.append(self.cited)

    def closes_quotation(self, node: Any, tag: str) -> bool:
        """Whether an element inside a line says at a quotation's end whose it is."""
        return tag in CITING and bool(self.quoted[-1]) and not self.cited[-1] and ends_quotation(node)

    def _is_like_home(self, node: Any) -> bool:
        """Whether an element goes on from the one that holds the article, or before it is of its class."""
        if not self.reached:
            return node in self.others and node.get("class") == self.home.get("class")
        return self.left_home and (node in self.others or is_of_notes(node))

    def is_cell(self, node: Any, tag: str) -> bool:
        """Whether an element is a cell of a table's row that is read as one line."""
        return tag in ("td", "th") and bool(self.rows) and node.getparent() is self.rows[-1]

    def covered_before(self, cell: Any) -> tuple[str, ...]:
        """The texts of the columns between a cell and the one before it that have no cell in its row."""
        return self._covered(cell.getparent()).before[cell]

    def covered_behind(self, row: Any) -> tuple[str, ...]:
        """The same behind the last cell of the row that this is; none where it is no row of data."""
        is_row = bool(self.rows) and self.rows[-1] is row
        return self._covered(row).behind[row] if is_row else ()

    def _covered(self, row: Any) -> Covered:
        rows = row.getparent()
        if rows not in self.covered:
            self.covered[rows] = covered_in(rows)
        return self.covered[rows]

    def is_lined(self, tag: str) -> bool:
        """Whether an element parts lines inside a cell of such a row."""
        return tag in LINED and self.rows != [] and self.rows[-1] is not None

    def piece(self, text: str, *, boundary: bool, cell: bool = False) -> Piece:
        """A text that stands here."""
        text = text if self.seen[-1] else ""
        own = "" if self.holders[-1] == _OUTSIDE else self.holders[-1]
        own = own or (BEHIND if self.left_home else AHEAD if self.heads[-1] else "")
        level, part, direct = self.levels[-1], self.parts[-1], self.child is not None
        return Piece(
            text=text,
            linked=self.links > 0,
            boundary=boundary,
            cell=cell,
            level=level,
            part=part,
            own=own,
            box=self.boxed,
            direct=direct,
            quotation=self.quoted[-1],
            cited=self.cited[-1],
        )


def pieces_of(tree: Any, homes: Homes) -> Iterator[Piece]:
    """Every visible text node in document order, without recursion: depth is the page's to choose.

    `homes`: the elements of the tree that hold the article, where they are known.
    """
    place, neighbours = _Place(tree, homes), Neighbours()
    stack: list[tuple[Any, bool]] = [(tree, False)]
    while stack:
        node, leaving = stack.pop()
        tag = node.tag if isinstance(node.tag, str) else ""
        level = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal() else 0
        # A headline is one block, and so is a row of data, though lines may break inside them.
        breaks = (tag == "br" and place.levels[-1] > 0) or place.is_lined(tag)
        cell = place.is_cell(node, tag)
        inline = not tag or (is_inline(tag) and not place.closes_quotation(node, tag))
        boundary = not (inline or breaks or cell)
        if leaving:
            for held in place.covered_behind(node) if tag == "tr" else ():
                yield place.piece(held, boundary=False, cell=True)
            place.leave(node, tag)
        elif is_unseen(node, tag, drawing=not place.seen[-1]):
            # A script inside a word does not part it.
            boundary = boundary and tag not in NEVER_SHOWN
        else:
            place.enter(node, tag, level)
            if inline and (gap := neighbours.parted(node, tag)):
                yield place.piece(gap, boundary=gap == LINE)
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(node))
            own = words_of_button(node) if tag == "input" else node.text or ""
            for held in place.covered_before(node) if cell else ():
                yield place.piece(held, boundary=False, cell=True)
            yield place.piece(BLANK + own if breaks else own, boundary=boundary, cell=cell)
            continue
        if node is not tree:
            yield place.piece(node.tail or "", boundary=boundary)
