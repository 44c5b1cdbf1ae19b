"""Block quotations, of Markdown too, that end with whose words they are: `— name`, `<cite>`. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

QUOTED, SIGNED = "quoted.markup", "signed.markup"
"""The words of such a quotation, and the line that says whose they are."""
_DASHED = re.compile(r"\s*(?:[—–―]|-{1,3})\s*(?=[^\W\d_])")
_STOPS, _LONGEST = (".", "!", "?", "؟", ":", "…"), 100
CITING = frozenset({"cite", "footer"})
"""Elements inside a quotation that say whose it is."""


def rules_of(lines: Sequence[tuple[int, str]], *, cited: bool = False) -> dict[int, str]:
    """The rules of a quotation's lines, given with their numbers; none where its last one does not sign it.

    `cited`: the markup says that the last one does.
    """
    if len(lines) < _FEWEST or not _signs([text for _, text in lines], cited=cited):
        return {}
    return dict.fromkeys((number for number, _ in lines[:-1]), QUOTED) | {lines[-1][0]: SIGNED}


_FEWEST = 2


def _signs(texts: Sequence[str], *, cited: bool) -> bool:
    """Whether the last line of some is a name behind a dash, and no item of a list or turn of a dialogue."""
    *words, last = texts
    if len(last) > _LONGEST or last.rstrip().endswith(_STOPS) or not any(map(str.isalpha, last)):
        return False
    return cited or (_DASHED.match(last) is not None and not any(map(_DASHED.match, words)))


def ends_quotation(node: Any) -> bool:
    """Whether nothing but white space stands between an element's end and that of the quotation around it."""
    while node is not None and node.tag != "blockquote":
        if (node.tail or "").strip() or node.getnext() is not None:
            return False
        node = node.getparent()
    return node is not None
