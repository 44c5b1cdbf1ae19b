"""Tells those who write in a paper without a name, by the words that newsrooms are named with. Pure."""

from __future__ import annotations

import re
from functools import cache

from digest.clean.fields.fieldwords import field_words
from digest.clean.rows import words_of
from digest.rules import default_rules
from digest.text import fold

_HAMZA = re.compile(r"ئ\b")
_LONGEST = 4
"""Words of a newsroom's name: `قسم الشؤون العربية`."""


def is_desk(text: str) -> bool:
    """Whether a piece names a newsroom or its editor: `غرفة الأخبار`, `القسم الرياضي`, `وحدة الترجمة`."""
    words = words_of(text)
    if " ".join(words) in field_words().desks:
        return True
    head, rest = words[:1] and words[0].removeprefix("ال"), words[1:]
    editor = head in _words("desk_editors")
    if not rest or len(words) > _LONGEST or not (editor or head in _words("desk_heads")):
        return False
    # `الطوارئ` is folded like an adjective.
    if _HAMZA.search(text) or not all(word in _words("desk_words") or _is_of_subject(word) for word in rest):
        return False
    # `الفريق الوطني`, `المكتب السياسي`: only an editor or a section has nothing but its subject behind it.
    return editor or rest[0] in _words("desk_words")


def _is_of_subject(word: str) -> bool:
    """Whether a folded word names a subject, an adjective with its article mostly: `الرياضي`, `الشؤون`."""
    subject = len(word) > _SHORTEST and word.startswith("ال") and word.endswith(("ي", "يه"))
    return subject or word in _words("desk_affairs")


_SHORTEST = 5


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(map(fold, default_rules().table("fields")[key]))
