"""Tells a page's heading that names its kind from the title that stands above the text; a clock from a date.

Works on blocks, reads only. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from digest.seeds.blocks import Block
from digest.seeds.elements import NAVIGATION
from digest.text import fold

_LONGEST_KIND, _FEWEST = 3, 4
"""Words of a name of a kind of page, or of a site; of an article's title."""
_PARAGRAPH, _NEAR = 80, 4
"""Characters of a paragraph; blocks from a title to the first one."""
_MENU = 4
"""Lines of a menu."""
_TOLD = 2
"""Words of a title that its text has, at least."""
_ARTICLE = re.compile("^(?:[وف]?(?:ال|لل|بال|كال))(?=..)")
_STOPS = (".", "!", "؟", "?", ":", "،", "…")
_SHORTEST = 3
"""Letters of a word that tells."""
_CLOCK = re.compile(r"(?<!\d)(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4})\D{1,6}\d{1,2}:\d{2}(?!\d)")
_DAY = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
_LONGEST_DATED = 40
"""Characters of a line that dates an article."""


def title_above_text(blocks: Sequence[Block], stated: str) -> str | None:
    """The heading right above the text, where the title that a page states is a few words of the page's own.

    The text has none of them, or the page's menu parts them from that heading. None where the stated title
    may be the article's.
    """
    first = next((place for place, block in enumerate(blocks) if _is_paragraph(block)), None)
    if first is None or len(stated.split()) > _LONGEST_KIND:
        return None
    told = {word for block in blocks[first:] if _is_paragraph(block) for word in _words(block.text)}
    near = range(first - 1, max(-1, first - 1 - _NEAR), -1)
    place = next((place for place in near if blocks[place].level > 1), None)
    if place is None or not _is_title(blocks[place]):
        return None
    own = told.isdisjoint(_words(stated)) or _heads_page(blocks[:place], stated)
    title = blocks[place].text
    return title if own and len(told & _words(title)) >= _TOLD else None


def _heads_page(above: Sequence[Block], stated: str) -> bool:
    """Whether a menu stands between the last block in the words of a page's title and what is below."""
    words = fold(stated)
    below = next((place for place in range(len(above) - 1, -1, -1) if fold(above[place].text) == words), None)
    return below is not None and sum(block.part == NAVIGATION for block in above[below:]) >= _MENU


def _is_title(block: Block) -> bool:
    """Whether a heading is as long as a title, no link, and no sentence, as a deck is."""
    plain = not (block.part or block.linked)
    return plain and len(block.text.split()) >= _FEWEST and not block.text.endswith(_STOPS)


def _is_paragraph(block: Block) -> bool:
    return len(block.text) >= _PARAGRAPH and not (block.part or block.linked or block.level)


def _words(text: str) -> frozenset[str]:
    """The words of a text that are longer than most particles, without the article before them."""
    return frozenset(word for word in (_ARTICLE.sub("", one) for one in fold(text).split()) if _tells(word))


def _tells(word: str) -> bool:
    return len(word) >= _SHORTEST and word.isalpha()


def is_of_clock(day: str, blocks: Sequence[Block], document_title: str) -> bool:
    """Whether a page shows a day only above its headline, with a time of day, and another one below that.

    A month's first day that it shows nowhere is one that a library made of the month alone. The headline is
    the first block whose words the document's title holds.
    """
    title = fold(document_title)
    held = (place for place, block in enumerate(blocks) if _is_held(block, title))
    head = next(held, None)
    if head is None:
        return False
    above = [block.text for block in blocks[:head] if day in _days(block.text)]
    clock = any(map(_CLOCK.search, above)) or (day.endswith("-01") and not above)
    below = [block.text for block in blocks[head + 1 :]]
    near = (text for text in below[:_NEAR] if len(text) <= _LONGEST_DATED)
    dated = any(_days(text) for text in near)
    return clock and dated and not any(day in _days(text) for text in below)


def _is_held(block: Block, title: str) -> bool:
    return len(block.text.split()) >= _FEWEST and len(block.text) <= len(title) and fold(block.text) in title


def _days(text: str) -> frozenset[str]:
    """The EDTF days that a text writes in figures, day first."""
    return frozenset(filter(None, (_day(*map(int, match.groups())) for match in _DAY.finditer(text))))


def _day(day: int, month: int, year: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
