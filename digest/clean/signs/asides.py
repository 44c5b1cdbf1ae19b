"""Finds furniture between a line's sentences: links and advertisements in brackets, bare buttons. Pure.

Called by `inline`; the rules are those of whole lines (`rules/furniture.yml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from digest.clean.phrases import phrases
from digest.clean.rows import make_row, words_of
from digest.model import LineKind
from digest.rules import default_rules

_BRACKETED = re.compile(r"\(([^()\[\]\n]{3,120})\)|\[([^()\[\]\n]{3,120})\]")
_STARTS = re.compile(r"(?:^|[.!?؟…][\"”»’')\]]*\s+)(?=\S)")
_TOKEN = re.compile(r"\S+")
_STOPS = (".", "!", "?", "؟", "…", "»", '"', "”")
_ASIDE = frozenset({LineKind.ADVERTISEMENT, LineKind.RELATED, LineKind.COPY_LINK, LineKind.APP_CONTROL})
_FEWEST, _MOST = 2, 6
"""Words of a button."""


def asides(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where furniture stands between the sentences of a text, or in brackets; `words` are the text's."""
    if "(" in text or "[" in text:
        found = (match for match in _BRACKETED.finditer(text) if _is_aside(text, match))
        yield from (match.span() for match in found)
    if not phrases().buttons.isdisjoint(words):
        yield from _between(text)


def _is_aside(text: str, match: re.Match[str]) -> bool:
    """Whether what stands in brackets is furniture; one word in round ones only between two sentences."""
    row = make_row((match[1] or match[2]).strip())
    rule = phrases().find(row)
    if rule is None or rule.kind not in _ASIDE or rule.soft:
        return False
    if rule.kind is LineKind.ADVERTISEMENT:
        before = text[: match.start()].rstrip()
        return match[2] is not None or not before or before.endswith(_STOPS)
    linked = rule.kind is not LineKind.RELATED or row.words[0] in phrases().links
    return len(row.words) >= _FEWEST and linked


def _between(text: str) -> Iterator[tuple[int, int]]:
    """The buttons that stand where a sentence begins, another one behind them."""
    for match in _STARTS.finditer(text):
        tokens = list(islice(_TOKEN.finditer(text, match.end()), _MOST + 1))
        folded = [" ".join(words_of(token[0])) for token in tokens]
        for length in range(min(_MOST, len(tokens) - 1), _FEWEST - 1, -1):
            if phrases().is_button(tuple(folded[:length])) and not _goes_on(tokens[length][0]):
                yield match.end(), tokens[length - 1].end()
                break


def _goes_on(word: str) -> bool:
    """Whether a word goes on with a sentence rather than beginning one: `انسخ الرابط ثم …`."""
    return word in _open_words()


@cache
def _open_words() -> frozenset[str]:
    return frozenset(default_rules().table("fields")["open_words"])
