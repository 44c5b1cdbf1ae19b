"""Hostile texts by family: what a page from anywhere may hold to become more than text.

Each payload is one line and names nothing that exists. `as_read` and `as_written` say, independently of the
package, what a reader must see of a payload in a seed and in an editor's file.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import cache

from tests.hostile.payloads.browsers import ADDRESSES, ENTITIES, SCRIPTS
from tests.hostile.payloads.eyes import HIDDEN, HOMOGLYPHS, INVISIBLE
from tests.hostile.payloads.programs import CODE, NAMES, YAML
from tests.hostile.payloads.renderers import MARKDOWN, TEMPLATES

__all__ = ["FAMILIES", "HIDDEN", "as_read", "as_written", "dealt", "in_latin"]

FAMILIES: dict[str, tuple[str, ...]] = {
    "scripts": SCRIPTS,
    "addresses": ADDRESSES,
    "markdown": MARKDOWN,
    "templates": TEMPLATES,
    "entities": ENTITIES,
    "invisible": INVISIBLE,
    "homoglyphs": HOMOGLYPHS,
    "code": CODE,
    "yaml": YAML,
    "names": NAMES,
}
"""Payloads by family."""

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_HIDDEN = dict.fromkeys((*HIDDEN, *range(0x09), *range(0x0E, 0x20), 0x7F))


@cache
def dealt() -> tuple[str, ...]:
    """Every payload once, the families mixed so that neighbours differ in kind."""
    ranked = [
        (index / len(members), family, payload)
        for family, members in FAMILIES.items()
        for index, payload in enumerate(members)
    ]
    return tuple(dict.fromkeys(payload for _, _, payload in sorted(ranked)))


def as_written(text: str) -> str:
    """What a reader sees of an editor's text: nothing invisible, white space single."""
    return " ".join(text.translate(_HIDDEN).split())


def as_read(text: str) -> str:
    """What a reader sees of a seed's text: entities are their characters, letters are composed."""
    characters = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    return as_written(unicodedata.normalize("NFC", characters.translate(_HIDDEN)))


def in_latin(text: str) -> str:
    """A text without Arabic letters: English names that have some are left out of a vocabulary."""
    return re.sub("[\u0621-\u064a]+", "", text)
