"""What a page's linked data state of its article: the day, and the text (`articleBody`) where it shows none.

Works on a parsed tree, reads only. Standard library only.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from typing import Any

from digest.seeds.blocks import Block
from digest.seeds.stated import day_of
from digest.text import single_spaced

KEY = "articleBody"
"""The name of the text in linked data (schema.org)."""
_TYPE = "ld+json"
_MOST = 2_000_000
"""Characters of linked data that are read in all."""
_VALUES = 20_000
"""Values of linked data that are looked at."""
_BREAK = re.compile(r"\s*(?:\n|</?(?:p|br|div|li|h[1-6]|blockquote)\b[^<>]{0,500}>)\s*", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_SENTENCE = re.compile(r"[.!?؟\n]\s+|[.!?؟\n]$")
_TELLING = 25
"""Letters of a sentence that tell whether a page shows it."""
_MOST_SHOWN = 1
"""Sentences of an article that a page without it may show: its first, as a description."""
_PARAGRAPH, _MUCH = 80, 0.5
"""Characters of a paragraph; the share of an article's characters from which on a page shows one."""
DATE = "datePublished"
"""The name of the day."""
STATED = "body.linked-data"
"""The rule of a line that only the linked data state."""


def stated_text(tree: Any) -> tuple[str, ...]:
    """The paragraphs of the longest text that linked data state for an article; none where they do not."""
    texts = (found[KEY] for found in _objects(tree, KEY) if isinstance(found.get(KEY), str))
    longest = max(texts, key=len, default="")
    paragraphs = (single_spaced(_TAG.sub("", part)) for part in _BREAK.split(html.unescape(longest)))
    return tuple(filter(None, paragraphs))


def stated_day(tree: Any) -> str | None:
    """The EDTF day on which the linked data say that an article was published; other things are passed by."""
    articles = (found for found in _objects(tree, DATE) if _is_article(found.get("@type")))
    days = (day_of(found[DATE]) for found in articles if isinstance(found.get(DATE), str))
    return next(filter(None, days), None)


def _is_article(types: object) -> bool:
    """Whether one of the types is an article: `NewsArticle`, `BlogPosting`."""
    named = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and name.endswith(("Article", "Posting")) for name in named)


def with_stated(blocks: Sequence[Block], stated: Sequence[str]) -> list[Block]:
    """A page's blocks; where they show no article, with the stated one below main heading and lead."""
    told = _sentences(stated)
    if not stated or _show_article(blocks, stated, told):
        return list(blocks)
    heads = (block.level == 1 or not told.isdisjoint(_sentences([block.text])) for block in blocks)
    place = max((index for index, head in enumerate(heads, start=1) if head), default=0)
    return [*blocks[:place], *(Block(text, 0, 0, own=STATED) for text in stated), *blocks[place:]]


def _show_article(blocks: Sequence[Block], stated: Sequence[str], told: AbstractSet[str]) -> bool:
    """Whether blocks hold sentences of the stated text, or about as much other text in paragraphs."""
    plain = (len(block.text) for block in blocks if not (block.part or block.linked))
    if sum(size for size in plain if size >= _PARAGRAPH) >= _MUCH * sum(map(len, stated)):
        return True
    shown = told & _sentences(block.text for block in blocks)
    return not told or len(shown) > min(_MOST_SHOWN, len(told) - 1)


def _sentences(texts: Iterable[str]) -> set[str]:
    """The letters of each sentence that is long enough to tell."""
    found = (_letters(part) for text in texts for part in _SENTENCE.split(text))
    return {letters for letters in found if len(letters) >= _TELLING}


def _objects(tree: Any, key: str) -> Iterator[dict[str, Any]]:
    """Every object of the linked data of a page that speak of a key, in document order."""
    for script in tree.iter("script"):
        text = script.text or ""
        if _TYPE in (script.get("type") or "") and key in text and len(text) <= _MOST:
            with suppress(ValueError, RecursionError):
                yield from _objects_in(json.loads(text, strict=False))


def _objects_in(value: Any) -> Iterator[dict[str, Any]]:
    values = [value]
    for _ in range(_VALUES):
        if not values:
            return
        value = values.pop()
        if isinstance(value, dict):
            yield value
            values += reversed(value.values())
        elif isinstance(value, list):
            values += reversed(value)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
