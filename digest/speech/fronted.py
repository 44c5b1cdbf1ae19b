"""The words before a verb of saying that name its subject: `وكان مجلس الأمن قد أعلن`, `سبق لبوتين أن أعلن`.

Pure; finds the words alone. Who they name, and whether anybody, is `speakers`' to say.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from digest.names.tokens import Tokens
from digest.names.words import COMMON, DEFINITE, TITLE, flags
from digest.speech.cues import Cue, clause_of, gap, words
from digest.speech.phrases import breaks, ends_phrase, says, sentence_break

_REACH = 24
"""Words before a verb among which its clause begins."""


_PHRASE = 14
"""Words that a phrase naming a subject has at most."""
_COMMA = re.compile(r"\s*[،,]\s*\Z")


class Front(NamedTuple):
    """Words [first, last) before a verb among which its subject stands, and nowhere else where `sure`."""

    first: int
    last: int
    sure: bool = False
    led: bool = False
    """Whether ل leads to the subject: `سبق لبوتين`."""
    tells: bool = True
    """Whether they tell who it is: where a sentence begins with them, another verb may stand among them."""


def clause_end(tokens: Tokens, verb: int) -> int:
    """The verb's place, or that of the particle right before it: `قد أعلن`."""
    had = verb > 0 and tokens.words[verb - 1] in words("had") and gap(tokens, verb) == " "
    return verb - 1 if had else verb


def phrase_before(tokens: Tokens, verb: int) -> tuple[int, int]:
    """Return the words [first, last) before a verb that name its subject: `وكان الرئيس الروسي أكد`."""
    openers = words("subject_openers")
    first = verb
    while first > 0 and verb - first < _PHRASE:
        between = gap(tokens, first)
        if ends_phrase(between) and not (first == verb and _COMMA.match(between)):
            return (first, verb) if sentence_break(between) else (verb, verb)
        word = tokens.words[first - 1]
        if word in openers or says(word):
            return first, verb
        if breaks(word):
            return verb, verb
        first -= 1
    return (first, verb) if first == 0 else (verb, verb)


def fronted(tokens: Tokens, cue: Cue) -> Front | None:
    """The words before a verb in which its clause has its subject; none in them where it goes on.

    None where the clause does not begin so.
    """
    if cue.verb.of_verb:
        return in_text(tokens, cue.word)
    if cue.verb.participle or (cue.skip and tokens.words[cue.word][0] != "ف"):
        return None
    last = clause_end(tokens, cue.word)
    if last < cue.word and tokens.words[last][0] == "و":
        return None
    then = cue.skip > 0 or (last < cue.word and tokens.words[last][0] == "ف")
    if then:
        return _topic(tokens, last)
    if not last or (last == cue.word and breaks(tokens.words[last - 1])):
        return _ever(tokens, last)
    return _clause(tokens, last, sure=last < cue.word)


def in_text(tokens: Tokens, last: int) -> Front:
    """`اكتفى الوزير بالقول`, `نشر الوزير بيانا قال فيه`: behind the verb that the clause begins with."""
    clause = clause_of(tokens, last)
    first = clause.first
    while first < last and breaks(tokens.words[first]):  # `من جانبها، أصدرت`
        first = next((at for at in range(first + 1, last) if _COMMA.match(gap(tokens, at))), last)
    opens_with_verb = first < last and not flags(tokens.words[first]) & (TITLE | DEFINITE)
    return Front(first + opens_with_verb, last, sure=True, tells=clause.verb is None)


def _topic(tokens: Tokens, last: int) -> Front | None:
    """`أما الوزير، … فيرى`."""
    for at in range(last - 1, max(-1, last - _REACH), -1):
        if tokens.words[at] in words("as_for"):
            return None if at + 1 >= last or breaks(tokens.words[at + 1]) else Front(at + 1, last, sure=True)
        if sentence_break(gap(tokens, at)):
            return None
    return None


def _ever(tokens: Tokens, last: int) -> Front | None:
    """`سبق لبوتين أن أعلن`, `سبق أن أعلن`."""
    if not last or tokens.words[last - 1] not in words("that"):
        return None
    for at in range(last - 2, max(-1, last - _REACH), -1):
        if tokens.words[at] in words("earlier"):
            return Front(at + 1, last - 1, sure=True, led=True)
        if says(tokens.words[at]) or sentence_break(gap(tokens, at)):
            return None
    return None


def _clause(tokens: Tokens, last: int, *, sure: bool) -> Front | None:
    """`وكان مجلس الأمن قد أعلن`, `إن وزارة الصحة في غزة أعلنت`, back to where the clause begins."""
    if sentence_break(gap(tokens, last)):
        return None
    for at in range(last - 1, max(-1, last - _REACH), -1):
        word = tokens.words[at]
        if word in words("was"):
            return Front(at + 1, last, sure, tells=sure or not _is_parted(tokens, at + 1, last))
        if word in words("that"):
            return Front(at + 1, last, tells=not _is_parted(tokens, at + 1, last))
        if says(word):
            return None
        if at == 0 or sentence_break(gap(tokens, at)):
            noun = flags(word) & (COMMON | TITLE | DEFINITE) and not _leads(word)
            return Front(at, last, tells=False) if noun else None
    return None


def _is_parted(tokens: Tokens, first: int, last: int) -> bool:
    """Whether marks stand among the words or before the verb."""
    return any(ends_phrase(gap(tokens, at)) for at in range(first, last + 1))


def _leads(word: str) -> bool:
    """Whether a word that opens a sentence is no subject: `في`, `وخلال`."""
    return breaks(word) or breaks(word[1:] or word)
