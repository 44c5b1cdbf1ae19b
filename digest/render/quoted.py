"""Finds in English the words that an Arabic quotation stands for. Pure.

Quotation marks in English correspond to those in Arabic in number, order and length; where they do not, the
whole sentences stand for the quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import log

from digest.model import Article, Quotation
from digest.translate import LONG, LONG_ENOUGH, USUAL

_MARK = re.compile('[“”„"«»]')
_OPENING, _CLOSING = "“„«", "”»"
_MOST = 8
"""Passages in quotation marks among which to choose: what a writer puts into three sentences."""
_SHORTEST = 0.7
"""Characters of English for one of Arabic that words in quotation marks have at least."""
_WHOLE = 0.9
"""Share of its sentences that a quotation takes up where it is all of them."""


def sentences_of(article: Article, quotation: Quotation) -> tuple[int, ...]:
    """The indexes of the sentences that a quotation stands in."""
    first, sentences = quotation.sentence, article.findings.sentences
    more = (
        item.index
        for item in sentences[first + 1 :]
        if item.span.start < quotation.span.end and item.span.overlaps(quotation.span)
    )
    return first, *more


def english_words(article: Article, quotation: Quotation, english: Sequence[str]) -> tuple[str, bool]:
    """The English of a quotation, from the English of its sentences (see `sentences_of`).

    The words that were said, without marks, and True; the sentences as they are and False where no marked
    passage corresponds.
    """
    places = sentences_of(article, quotation)
    beside = [item for item in article.findings.quotations if item.sentence in places]
    text = " ".join(english)
    found = _counterpart([item.text for item in beside], beside.index(quotation), list(_passages(text)))
    arabic = sum(len(article.findings.sentences[index].text) + 1 for index in places)
    if found is None and len(quotation.text) > _WHOLE * arabic:
        found = text.strip(" " + _OPENING + _CLOSING)
    return (text, False) if found is None else (found, True)


def _passages(text: str) -> Iterator[str]:
    """What stands in quotation marks, without a comma that belongs to the sentence around it."""
    opened: int | None = None
    for mark in _MARK.finditer(text):
        if opened is None:
            opened = None if mark[0] in _CLOSING else mark.end()
        elif mark[0] not in _OPENING:
            yield without_comma(text[opened : mark.start()])
            opened = None
    if opened is not None:
        yield without_comma(text[opened:])


def without_comma(words: str) -> str:
    """Quoted words of English without a comma behind them, which belongs to the sentence around."""
    return words.strip(" ,;")


def _counterpart(arabic: Sequence[str], index: int, english: Sequence[str]) -> str | None:
    """The passage that stands for one of some quotations: those that fit best, in the same order."""
    if not len(arabic) <= len(english) <= _MOST:
        return None
    best = min(combinations(english, len(arabic)), key=lambda chosen: _strain(arabic, chosen))
    return best[index] if _fits(arabic[index], best[index]) else None


def _strain(arabic: Sequence[str], english: Sequence[str]) -> float:
    """How far the lengths are from what translation makes of them."""
    pairs = zip(arabic, english, strict=True)
    return sum(abs(log((len(en) + 1) / (USUAL * len(ar) + 1))) for ar, en in pairs)


def _fits(ar: str, en: str) -> bool:
    slack = 1 if len(ar) >= LONG_ENOUGH else 2
    return _SHORTEST / slack <= len(en) / max(1, len(ar)) <= LONG * slack
