"""Whose words a quotation is by a noun before it, not a verb: `على قول الوزير إن "…"`, `نقلا عن وزير أن "…"`.

Pure; the nouns are `rules/cues.yml`. They tell of that quotation alone: behind it the speaker before goes on.
"""

from __future__ import annotations

from functools import cache

from digest.model import EntityKind
from digest.names.words import NISBA, TITLE, flags
from digest.speech.cast import NOBODY, Speaker
from digest.speech.cues import gap, words
from digest.speech.phrases import ends_phrase, says, sentence_break
from digest.speech.speakers import Paragraph

_REACH = 12
"""Words before a quotation among which such a noun stands."""
_SHORT = 5
"""So few words right behind a name are what is thought of its bearer's words: `تصريحات الوزير "الغريبة"`."""


def words_of(paragraph: Paragraph, first: int, last: int) -> Speaker | None:
    """Whose words [first, last) are by a noun before them; None where none tells."""
    if _nouns().isdisjoint(paragraph.tokens.words[max(0, first - _REACH) : first]):
        return None
    end = _before_that(paragraph, first)
    for at in range(end - 1, max(-1, end - _REACH), -1):
        if says(paragraph.tokens.words[at]) or (at + 1 < end and ends_phrase(gap(paragraph.tokens, at + 1))):
            return None
        begins = _leads_to(paragraph, at)
        if begins is None:
            continue
        direct = end == first and last - first <= _SHORT
        if not _holds(paragraph, at, first) or direct or paragraph.phrase(begins, led=True)[1] < end:
            return None
        if paragraph.tokens.words[at] in words("words_of") - words("spoken") and _is_open(paragraph, at):
            return None if _is_said(paragraph, end) else NOBODY
        return paragraph.source(begins)
    return None


def _is_open(paragraph: Paragraph, at: int) -> bool:
    """Whether a verb of saying before a word still waits for what it says: `قال الوزير ردا على تصريحات …`."""
    tokens = paragraph.tokens
    cue = paragraph.script.last_cue(max(0, at - _REACH), at)
    if cue is None or not words("that").isdisjoint(tokens.words[cue.word + 1 : at]):
        return False
    return not any(sentence_break(gap(tokens, index)) for index in range(cue.word + 1, at + 1))


def _is_said(paragraph: Paragraph, at: int) -> bool:
    """Whether إن stands at a word, which goes with `قال` and with none of the nouns."""
    return at < len(paragraph.tokens.words) and paragraph.tokens.written(at).startswith("إ")


@cache
def _nouns() -> frozenset[str]:
    return words("words_of") | words("quoted_from") | words("texts")


def _before_that(paragraph: Paragraph, first: int) -> int:
    """Where the words end that أن, إن or من أن bring a quotation in behind."""
    tokens = paragraph.tokens
    if first and tokens.words[first - 1] in ("ان", "بان"):
        first -= 1
        return first - (first > 0 and tokens.words[first - 1] == "من")
    return first


def _leads_to(paragraph: Paragraph, at: int) -> int | None:
    """The word at which whoever says it begins, where such a noun stands at a word."""
    tokens, word = paragraph.tokens, paragraph.tokens.words[at]
    if at + 2 >= len(tokens.words):
        return None
    if word in words("quoted_from") and tokens.words[at + 1] == "عن":
        return at + 2
    stands = at > 1 and tokens.words[at - 1] == "في" and tokens.words[at - 2] in words("stands")
    if word in words("texts") and stands:
        return at + 1 if paragraph.is_led(at + 1) else None
    if word not in words("words_of"):
        return None
    named = paragraph.named.get(at + 1)
    mine, definite = flags(tokens.words[at + 1]), tokens.words[at + 1].startswith("ال")
    # `تصريح صحفي` is of no journalist.
    titled = mine & TITLE and (definite or not mine & NISBA) and not paragraph.is_led(at + 1)
    return at + 1 if titled or (named and not named.led) else None


def _holds(paragraph: Paragraph, at: int, first: int) -> bool:
    """Whether what stands between a noun and a quotation lets the noun tell whose it is."""
    word, tokens = paragraph.tokens.words[at], paragraph.tokens
    if word in words("quoted_from"):
        named = paragraph.named.get(at + 2)
        return named is None or named.kind is not EntityKind.OUTLET
    return ":" not in gap(tokens, first) or word not in words("words_of") or word in words("spoken")
