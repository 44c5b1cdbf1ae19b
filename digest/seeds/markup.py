"""HTML to text and metadata: trafilatura for the head and the main text, its tree for the visible text.

The text is what a reader sees, a line for each block. Lines that the markup itself says are navigation, a
footer, controls, lists of links or captions are marked so; the cleaning that plain text goes through then
applies to the others. Imports the HTML libraries when they are needed.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from digest.causes import caused
from digest.errors import SeedError
from digest.model import SeedMetadata
from digest.seeds.attributed import attributed_day, noted_day
from digest.seeds.attributes import IN_ALL, MOST, has_too_many
from digest.seeds.authored import author_of
from digest.seeds.blocks import Block, blocks_of, marks_of
from digest.seeds.elements import without_others
from digest.seeds.fragments import whole_document
from digest.seeds.headings import is_of_clock, title_above_text
from digest.seeds.headroom import shorten_head
from digest.seeds.homes import homes_of
from digest.seeds.linked import DATE, KEY, stated_day, stated_text, with_stated
from digest.seeds.stated import day_of, is_of_change, local_moment, moment_of
from digest.seeds.trees import parse
from digest.text import fold, single_spaced

log = logging.getLogger(__name__)

_MOST_TAGS = 40_000
_TAG = re.compile("<[a-zA-Z/!?]")
_TAGS = 200_000
"""Opening and closing tags that a page may have; its tree takes a hundred times the memory of its bytes."""
_LONGEST_SITE = 4
"""Words of a site's name."""
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
    """A page as text, with what its markup states."""

    text: str
    metadata: SeedMetadata
    marks: tuple[tuple[int, str], ...] = ()
    """(line, rule) of each line that the markup says something of."""
    headings: tuple[tuple[int, int], ...] = ()
    """(line, level) of each line that is a heading."""
    repairs: tuple[str, ...] = ()
    """In words, what was done beside taking the markup off."""


_STATING = ("og:title", '"headline"')
"""By what a page states the title of its article, and not of itself."""
_TAKEN = "the article's text taken from the page's linked data, as the page shows none"


def read_html(markup: str, name: str) -> Page:
    """The visible text of a page and its metadata. Raises SeedError when the file cannot be parsed."""
    markup = whole_document(markup)
    _check_tags(markup, name)
    tree, deep = parse(markup, name)
    stated_body = stated_text(tree) if KEY in markup else ()
    day = stated_day(tree) if DATE in markup else None
    shorten_head(tree)
    # The libraries' time grows faster than the page: of a huge one only the head is theirs.
    huge = deep or markup.count("<") > _MOST_TAGS
    own = without_others(_top_of(tree, markup) if huge else tree)
    day = day or attributed_day(own)
    head = _head_of(own)
    day = day or day_of(_words(head, "date")) or noted_day(own)
    main = "" if huge else _main_text(tree)
    shown = list(blocks_of(tree, homes_of(tree)))
    blocks = with_stated(shown, stated_body)
    title = _document_title(tree)
    if day and day not in markup and is_of_clock(day, shown, title):
        day = None  # no stamp of the markup's, and the lines by the headline have another
    metadata = _metadata(head, day, blocks, title)
    metadata = _with_moment(metadata, markup)
    changed = day is not None and is_of_change(day, markup)
    metadata = replace(metadata, author=author_of(metadata.author, own, markup), changed=changed)
    if metadata.title == title and not any(stated in markup for stated in _STATING):
        metadata = replace(metadata, title=title_above_text(shown, title) or title or None)
    text = "\n".join(block.text for block in blocks)
    headings = tuple((number, block.level) for number, block in enumerate(blocks, start=1) if block.level)
    taken = () if len(blocks) == len(shown) else (_TAKEN,)
    return Page(text, metadata, marks_of(blocks, main), headings, taken)


def _top_of(tree: Any, markup: str) -> Any:
    """The tree of a huge page's beginning; that of all of it where the library makes none."""
    import trafilatura  # noqa: PLC0415 (it costs half a second, and most seeds are plain text)

    top = trafilatura.load_html(markup[:_HEAD])
    if top is None:
        return tree
    shorten_head(top)
    return top


def _head_of(tree: Any) -> object:
    """What a library reads of a page's head; None where it stumbles."""
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415 (the same)

    return _attempt(partial(extract_metadata, tree, date_config=dict(_DATES)))


def _main_text(tree: Any) -> str:
    """What a library takes for the article's text."""
    import trafilatura  # noqa: PLC0415 (the same)

    extract = partial(trafilatura.extract, tree, include_tables=False, favor_recall=True)
    return _attempt(extract) or ""


def _metadata(head: object, day: str | None, blocks: Sequence[Block], document_title: str) -> SeedMetadata:
    stated = _words(head, "title") if head else document_title
    return SeedMetadata(
        title=_title([block for block in blocks if not block.part], stated, document_title),
        description=_words(head, "description"),
        author=_words(head, "author"),
        site=_site(_words(head, "sitename"), document_title),
        published=day,
        url=_words(head, "url"),
        language=_words(head, "language"),
        page_title=document_title or None,
    )


def _with_moment(metadata: SeedMetadata, markup: str) -> SeedMetadata:
    """With the stamp of the day that the markup states, and its day where the page is written."""
    moment = moment_of(metadata.published, markup) if metadata.published else None
    if moment is None:
        return metadata
    moment = local_moment(moment, markup)
    return replace(metadata, published=day_of(moment), moment=moment)


def _check_tags(markup: str, name: str) -> None:
    """Raises SeedError where a page has more tags or attributes than are read."""
    if markup.count("<") > _TAGS < sum(1 for _ in _TAG.finditer(markup)):
        raise caused(SeedError, "html-tags", file=f"seeds/{name}", most=_TAGS)
    if has_too_many(markup):
        raise caused(SeedError, "html-attributes", file=f"seeds/{name}", most=MOST, all=IN_ALL)


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


def _site(stated: str | None, document_title: str) -> str | None:
    """The site's name, unless the libraries took the headline in the document's title for it."""
    if stated and stated in document_title and (len(stated.split()) > _LONGEST_SITE or ".." in stated):
        return None
    return stated


def _title(blocks: Sequence[Block], stated: str | None, document_title: str) -> str | None:
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


def _held(blocks: Sequence[Block], document_title: str) -> str | None:
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
