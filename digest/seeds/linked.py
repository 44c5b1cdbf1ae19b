"""The article's text as a page's linked data states it (`articleBody`), for pages that show none of it.

Works on a parsed tree, reads only. Standard library only.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from digest.seeds.blocks import Block
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
STATED = "body.linked-data"
"""The rule of a line that only the linked data state."""


def stated_text(tree: Any) -> tuple[str, ...]:
    """The paragraphs of the longest text that linked data state for an article; none where they do not."""
    scripts = (script for script in tree.iter("script") if _TYPE in (script.get("type") or ""))
    longest = max((text for script in scripts for text in _texts(script)), key=len, default="")
    paragraphs = (single_spaced(_TAG.sub("", part)) for part in _BREAK.split(html.unescape(longest)))
    return tuple(filter(None, paragraphs))


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


def _texts(script: Any) -> Iterator[str]:
    """Every article's text in a script of linked data."""
    text = script.text or ""
    if KEY not in text or len(text) > _MOST:
        return
    try:
        values = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(_VALUES):
        if not values:
            return
        value = values.pop()
        if isinstance(value, dict):
            if isinstance(value.get(KEY), str):
                yield value[KEY]
            values += value.values()
        elif isinstance(value, list):
            values += value


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
