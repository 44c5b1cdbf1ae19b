"""The visible text of a page, block by block, and what each block is by the elements that hold it.

Works on a parsed tree, reads only; `seen` tells what is visible. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from digest.seeds.homes import Homes
from digest.seeds.quoted import rules_of
from digest.seeds.walk import HEADED, LINKS, SUBHEAD, TEXT, Piece, number_of, pieces_of
from digest.text import single_spaced

NO_WORDS = "shape.no-words"
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
    box: int = 0
    """The number of the box of links inside that element which holds it; 0 for none."""
    direct: bool = False
    """Whether a paragraph holds it that is a child of that element."""
    quotation: int = 0
    """The number of the block quotation inside that element which holds it; 0 for none."""
    cited: bool = False
    """Whether an element says that it tells whose the quotation is."""


def marks_of(blocks: Iterable[Block], main: str) -> tuple[tuple[int, str], ...]:
    """(number of a block, from 1; rule that says what it is) for blocks that are more than plain text.

    A block of links is none where `main`, the page's main text, has it too, or where it is a heading; what
    stands right below a heading that is a link tells of the page it leads to. A paragraph that is one link
    as long as a title leads to another article, where few of the paragraphs are so; so does such a quotation.
    """
    blocks = list(blocks)
    told = sum(block.direct and not block.linked for block in blocks)
    leading = _few(told, blocks, _leads_elsewhere) | _few(told, blocks, _is_embed(blocks))
    titles = _few(told, blocks, _is_title)
    own = {_letters(line) for line in main.split("\n")}
    # A box whose links the main text has is the article's.
    kept = {block.box for block in blocks if block.box and _is_linked(block) and _letters(block.text) in own}
    found = []
    # What stands right below a title of another article: its words, and then a short title of a further one.
    teased = listed = linked = boxed_above = False
    for number, block in enumerate(blocks, start=1):
        titled = block.level > 1 and _is_linked(block)
        boxed = block.box not in kept and bool(block.box)
        mark = LINKS if boxed or (titled and listed) or number in leading else _mark(block, own)
        mark = mark or (HEADED if number in titles else "")
        # A paragraph that stands right in the article's element is none of a box above it.
        if mark and not (teased and _is_text(mark) and not (boxed_above and block.direct)):
            found.append((number, mark))
        listed = teased and linked and not titled
        teased, linked, boxed_above = titled, mark == LINKS, boxed
    return tuple(sorted((dict(found) | _said(blocks)).items()))


def _few(told: int, blocks: Sequence[Block], are: Callable[[Block], bool]) -> frozenset[int]:
    """The numbers of such blocks; none where they are many beside the paragraphs that are told."""
    found = frozenset(number for number, block in enumerate(blocks, start=1) if are(block))
    return found if len(found) * _FEW <= told else frozenset()


def _is_title(block: Block) -> bool:
    """Whether a heading in the article's element is a link."""
    return block.own == SUBHEAD and _is_linked(block) and block.text.count(" ") >= _FEWEST_BLANKS


def _said(blocks: Sequence[Block]) -> dict[int, str]:
    """The rules of the blocks of quotations that end with whose words they are."""
    found: dict[int, str] = {}
    for quotation, run in groupby(enumerate(blocks, start=1), lambda item: item[1].quotation):
        lines = list(run)
        if quotation and not any(block.part for _, block in lines):
            cited = lines[-1][1].cited
            found |= rules_of([(number, block.text) for number, block in lines], cited=cited)
    return found


def _mark(block: Block, own: set[str]) -> str:
    letters = _letters(block.text)
    if block.part or not letters:
        return block.part or ("" if _END.fullmatch(block.text) else NO_WORDS)
    linked = _is_linked(block)
    short_heading = block.level > 1 and len(block.text.split()) <= 4
    if linked and not (letters in own or block.level == 1 or short_heading):
        return LINKS
    return "" if linked else block.own


def _leads_elsewhere(block: Block) -> bool:
    """Whether a paragraph right in the article's element is one link, and no sentence."""
    title = block.linked == len(block.text) and block.text[-1] not in _STOPS and not block.level
    return title and block.direct and block.own == TEXT and block.text.count(" ") >= _FEWEST_BLANKS


def _is_embed(blocks: Sequence[Block]) -> Callable[[Block], bool]:
    """Tells a block quotation that is one link as long as a title: programs embed other articles so."""
    sizes = Counter(block.quotation for block in blocks)

    def leads(block: Block) -> bool:
        whole = block.quotation > 0 and sizes[block.quotation] == 1 and block.linked == len(block.text)
        told = block.text[-1] in _STOPS or block.text[0] in _OPENING
        return whole and not (block.level or told) and block.text.count(" ") >= _FEWEST_BLANKS

    return leads


_END = re.compile(r"#(?:\s?#){2,5}")
"""What says at a press release's end that it is over."""
_OPENING = "\"'«“”‘"
"""Marks that open somebody's words."""
_STOPS, _FEWEST_BLANKS, _FEW = ".:،", 4, 3
"""Marks of text that goes on or ends; blanks between a title's words; paragraphs beside each such link."""


def _is_text(rule: str) -> bool:
    return rule == TEXT or number_of(rule) is not None


def _is_linked(block: Block) -> bool:
    return block.linked >= _LINKED * len(block.text)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def blocks_of(tree: Any, homes: Homes) -> Iterator[Block]:
    """The visible text in document order; a block element or a line break begins a new block.

    `homes`: the elements of the tree that hold the article, where they are known.
    """
    pieces: list[Piece] = []
    for piece in pieces_of(tree, homes):
        if piece.boundary and pieces:
            yield from _joined(pieces)
            pieces = []
        if piece.text or piece.cell:
            pieces.append(piece)
    yield from _joined(pieces)


def _joined(pieces: list[Piece]) -> Iterator[Block]:
    cells = [""]
    for piece in pieces:
        cells += [""] * piece.cell
        cells[-1] += piece.text
    # A row keeps its empty cells; what stands before its first cell is none.
    text = "\t".join(map(single_spaced, cells[1:] if len(cells) > 1 and not cells[0].strip() else cells))
    if text.strip("\t"):
        linked = sum(len(piece.text.strip()) for piece in pieces if piece.linked)
        first = next(piece for piece in pieces if not piece.text.isspace())
        level = max(piece.level for piece in pieces)
        yield Block(
            text,
            linked,
            level,
            first.part,
            first.own,
            first.box,
            first.direct,
            first.quotation,
            first.cited,
        )
