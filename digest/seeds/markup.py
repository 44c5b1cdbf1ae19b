"""HTML to text and metadata: trafilatura for the head and the main text, its tree for the visible text.

The text is what a reader sees, block by block, without the blocks that are made of links or of controls; the
cleaning that plain text goes through then applies to it. Imports the HTML libraries when they are needed.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from digest.errors import SeedError
from digest.model import SeedMetadata
from digest.seeds.attributes import MOST, has_too_many
from digest.seeds.fragments import whole_document
from digest.seeds.headroom import shorten_head
from digest.seeds.stated import day_of
from digest.text import fold, single_spaced

log = logging.getLogger(__name__)

_HIDDEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "svg",
        "canvas",
        "button",
        "select",
        "option",
        "textarea",
        "input",
        "nav",
        "footer",
        "dialog",
        "audio",
        "video",
        "map",
        "head",
    ]
)
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
        "rt",
        "rp",
    ]
)
_LINKS = 0.6
"""Share of a block's characters in links from which on it is a list of links."""
_MOST_TAGS = 40_000
_TAG = re.compile("<[a-zA-Z/!?]")
_TAGS = 200_000
"""Opening and closing tags that a page may have; its tree takes a hundred times the memory of its bytes."""
_HEAD = 100_000
"""Characters that hold a page's head."""
_DATES = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1990-01-01",
    "max_date": "2199-12-31",
}


@dataclass(frozen=True, slots=True)
class Page:
    """An HTML page as text, with what its head states."""

    text: str
    metadata: SeedMetadata


@dataclass(frozen=True, slots=True)
class _Block:
    """A run of text between two block boundaries."""

    text: str
    linked: int
    """Characters of it that links hold."""
    level: int
    """1 to 6 in a heading, else 0."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A text node: whether a link holds it, whether a block begins with it, its heading's level."""

    text: str
    linked: bool
    boundary: bool
    level: int


def read_html(markup: str, name: str) -> Page:
    """The visible text of a page and its metadata. Raises SeedError when the file cannot be parsed."""
    # Imported here: it costs half a second, and most seeds are plain text.
    import trafilatura  # noqa: PLC0415
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415

    markup = whole_document(markup)
    if markup.count("<") > _TAGS < sum(1 for _ in _TAG.finditer(markup)):
        message = f"holds more than {_TAGS:,} tags; save the page as text"
        raise SeedError(message, file=f"seeds/{name}")
    if has_too_many(markup):
        message = f"holds a tag with more than {MOST:,} attributes; save the page as text"
        raise SeedError(message, file=f"seeds/{name}")
    tree = trafilatura.load_html(markup)
    if tree is None:
        raise SeedError("is not HTML that can be parsed; save the page again", file=f"seeds/{name}")
    shorten_head(tree)
    # The libraries' time grows faster than the page: of a huge one only the head is theirs.
    huge = markup.count("<") > _MOST_TAGS
    top = trafilatura.load_html(markup[:_HEAD]) if huge else tree
    if huge and top is not None:
        shorten_head(top)
    stated = tree if top is None else top
    head = _attempt(partial(extract_metadata, stated, date_config=dict(_DATES)))
    extract = partial(trafilatura.extract, tree, include_tables=False, favor_recall=True)
    main = "" if huge else _attempt(extract) or ""
    blocks, document_title = list(_blocks(tree)), _document_title(tree)
    metadata = SeedMetadata(
        title=_title(blocks, _words(head, "title") if head else document_title, document_title),
        description=_words(head, "description"),
        author=_words(head, "author"),
        site=_words(head, "sitename"),
        published=day_of(_words(head, "date")),
        url=_words(head, "url"),
        language=_words(head, "language"),
    )
    return Page(_text(blocks, main), metadata)


def _attempt(read: Callable[[], Any]) -> Any:
    """What a library reads; None where it stumbles: what a broken page makes it raise is anybody's guess."""
    try:
        return read()
    except Exception as fault:
        log.debug("a library could not read a page: %r", fault)
        return None


def _words(head: object, field: str) -> str | None:
    """What a head states, where it is text: linked data may hold anything in its place."""
    stated = getattr(head, field, None)
    return stated if isinstance(stated, str) and stated else None


def _text(blocks: list[_Block], main: str) -> str:
    """The blocks worth reading: those of the main text, and any that is not a list of links."""
    kept = {_letters(line) for line in main.split("\n")}
    lines = []
    for block in blocks:
        letters = _letters(block.text)
        linked = block.linked >= _LINKS * len(block.text)
        short_heading = block.level > 1 and len(block.text.split()) <= 4
        if letters and (letters in kept or not linked or block.level == 1 or short_heading):
            lines.append(block.text)
    return "\n".join(lines)


def _title(blocks: list[_Block], stated: str | None, document_title: str) -> str | None:
    """The block that is the title in the page itself: a heading in like words, else what the title holds.

    `stated` is what the libraries make of the head; where no block is it, it stands as it is.
    """
    if not stated:
        return None
    own = set(fold(stated).split())
    best, most = stated, 0.4
    for block in blocks:
        words = set(fold(block.text).split())
        if block.level == 1 and len(words) >= 3:
            likeness = len(words & own) / len(words | own)
            if likeness > most:
                best, most = block.text, likeness
    return best if most > 0.4 else _held(blocks, document_title) or stated


def _held(blocks: list[_Block], document_title: str) -> str | None:
    """The longest block of some words that the document's title holds, with a site's name around it."""
    whole = fold(document_title)
    longest = len(whole)
    held = [
        block.text
        for block in blocks
        if len(block.text) <= longest and len(block.text.split()) >= 4 and fold(block.text) in whole
    ]
    return max(held, key=len, default=None)


def _document_title(tree: Any) -> str:
    found = tree.find(".//title")
    return single_spaced(found.text or "") if found is not None else ""


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def _blocks(tree: Any) -> Iterator[_Block]:
    """The visible text in document order; a block element or a line break begins a new block."""
    pieces: list[_Piece] = []
    for piece in _pieces(tree):
        if piece.boundary and pieces:
            yield from _joined(pieces)
            pieces = []
        if piece.text:
            pieces.append(piece)
    yield from _joined(pieces)


def _joined(pieces: list[_Piece]) -> Iterator[_Block]:
    text = single_spaced("".join(piece.text for piece in pieces))
    if text:
        linked = sum(len(piece.text.strip()) for piece in pieces if piece.linked)
        yield _Block(text, linked, max(piece.level for piece in pieces))


def _pieces(tree: Any) -> Iterator[_Piece]:
    """Every visible text node in document order, without recursion: depth is the page's to choose."""
    links = 0
    levels: list[int] = []
    stack: list[tuple[Any, bool]] = [(tree, False)]
    while stack:
        node, leaving = stack.pop()
        tag = node.tag if isinstance(node.tag, str) else ""
        level = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal() else 0
        boundary = bool(tag) and tag not in _INLINE
        if not leaving and _is_hidden(node, tag):
            yield _Piece(node.tail or "", links > 0, boundary, levels[-1] if levels else 0)
        elif leaving:
            links -= tag == "a"
            if level:
                levels.pop()
            if node is not tree:
                yield _Piece(node.tail or "", links > 0, boundary, levels[-1] if levels else 0)
        else:
            links += tag == "a"
            if level:
                levels.append(level)
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(node))
            yield _Piece(node.text or "", links > 0, boundary, levels[-1] if levels else 0)


def _is_hidden(node: Any, tag: str) -> bool:
    """Comments, controls, and what the page does not show."""
    if not tag or tag in _HIDDEN or node.get("hidden") is not None:
        return True
    return "display:none" in (node.get("style") or "").replace(" ", "").lower()
