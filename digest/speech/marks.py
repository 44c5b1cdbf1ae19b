"""Pairs quotation marks of every style, with what is unbalanced, reversed or missing made good.

Pure: folded text of one paragraph in, ranges of it out. One pass, linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

_MARK = re.compile(
    "\"|“|”|„|‟|«|»|‹|›|‘|’|''|'(?<![^\\W_]')(?=\\w)|'(?<=[\\w.!?؟،]')(?!\\w)"
)  # each begins with a character, so that the search leaps from one to the next
_CHARACTER = re.compile("[\"“”„‟«»‹›‘’']")
_DIRECTIONAL_CLOSING = "”»›’"
_DIRECTIONAL_OPENING = "“«‹„‟‘"
_SINGLE = "‘’‹›'"
_CLITICS = frozenset(("و", "ف", "ب", "ل", "ك", "بـ", "لـ", "وب", "ول", "ال", "ولل", "فب"))
_BACK = 300
"""Characters looked back over for the end of an unclosed quotation."""


class Quoted(NamedTuple):
    """A stretch in quotation marks, the marks left out: [start, end) of the text."""

    start: int
    end: int
    opened: bool = True
    """Whether the opening mark stands in the text."""
    closed: bool = True
    """Whether the closing mark stands in the text."""
    marked: bool = True
    """Whether marks tell that it is one: not so behind a colon."""


@dataclass(slots=True)
class _Pairing:
    text: str
    introduces: Callable[[int], bool]
    found: list[Quoted]
    start: int | None = None
    mark: str = ""
    nested: int = 0

    def close(self, end: int, *, closed: bool = True) -> None:
        if self.start is not None:
            self.found.append(Quoted(self.start, end, True, closed))
        self.start, self.nested = None, 0

    def open(self, start: int, mark: str) -> None:
        self.start, self.mark, self.nested = start, mark, 0


def mark_places(text: str) -> list[int]:
    """Find the characters that quotation marks are made of."""
    return [match.start() for match in _CHARACTER.finditer(text)]


def pair_marks(text: str, introduces: Callable[[int], bool]) -> tuple[Quoted, ...]:
    """Find what stands in quotation marks, in order.

    `introduces(position)` says whether the words before a position bring in a quotation; it decides
    where a mark opens anew although the one before was never closed.
    """
    pairing = _Pairing(text, introduces, [])
    for match in _MARK.finditer(text):
        if pairing.start is None:
            _outside(pairing, match)
        else:
            _inside(pairing, match)
    pairing.close(len(text.rstrip()), closed=False)
    return tuple(_trimmed(text, quoted) for quoted in pairing.found)


def _outside(pairing: _Pairing, match: re.Match[str]) -> None:
    text, at, end = pairing.text, match.start(), match.end()
    if _closes_only(text, at, end, match[0]):
        last = pairing.found[-1].end if pairing.found else -1
        pairing.found.append(Quoted(last + 1, at, False, True))
    else:
        pairing.open(end, match[0])


def _inside(pairing: _Pairing, match: re.Match[str]) -> None:
    text, at, end, mark = pairing.text, match.start(), match.end(), match[0]
    if mark[0] in _SINGLE and pairing.mark[0] not in _SINGLE:
        return
    if _opens_clearly(text, at, end, mark):
        if pairing.introduces(at):
            pairing.close(_before_introduction(text, pairing.start or 0, at), closed=False)
            pairing.open(end, mark)
        else:
            pairing.nested += 1
    elif pairing.nested:
        pairing.nested -= 1
    else:
        pairing.close(at)


def _closes_only(text: str, at: int, end: int, mark: str) -> bool:
    """Whether a mark met outside a quotation can only be the end of one."""
    spaced_before = at == 0 or text[at - 1].isspace() or text[at - 1] in ":،,("
    word_after = end < len(text) and text[end].isalnum()
    if spaced_before:
        return mark in _DIRECTIONAL_CLOSING and not text[end : end + 2].strip()[:1].isalnum()
    if mark in _DIRECTIONAL_OPENING:
        return not word_after and not text[end : end + 2].strip()[:1].isalnum()
    if mark in _DIRECTIONAL_CLOSING:
        return not word_after or not text[at - 1].isspace()
    return not word_after and not text[end : end + 2].strip()[:1].isalnum()


def _opens_clearly(text: str, at: int, end: int, mark: str) -> bool:
    """Whether a mark met inside a quotation opens another."""
    if mark in _DIRECTIONAL_CLOSING or end >= len(text) or not text[end].isalnum():
        return False
    before = text[max(0, at - 4) : at]
    word = re.search(r"(?<!\w)(\w{1,3})\Z", before)
    return (
        not before
        or (not before[-1].isalnum() and before[-1] not in ".!?؟…")
        or bool(word and word[1] in _CLITICS)
    )


def _before_introduction(text: str, start: int, at: int) -> int:
    """Where an unclosed quotation ended: at the last stop before what introduces the next."""
    floor = max(start, at - _BACK)
    stop = max(text.rfind(mark, floor, at) for mark in ".!?؟…")
    if stop > start:
        return stop
    comma = max(text.rfind("،", floor, at), text.rfind(",", floor, at))
    return comma if comma > start else at


def _trimmed(text: str, quoted: Quoted) -> Quoted:
    piece = text[quoted.start : quoted.end]
    start = quoted.start + len(piece) - len(piece.lstrip())
    return Quoted(start, max(start, quoted.start + len(piece.rstrip())), quoted.opened, quoted.closed)
