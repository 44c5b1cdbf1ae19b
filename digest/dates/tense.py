"""The tense of the verb that a date goes with: what is told in the past is over, what is not may be to come.

Arabic is not parsed: a verb is one of `rules/commonwords.yml`, or a word of a shape that few nouns have, and
the nearest before the date counts. What may as well be a noun says nothing. May use the lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import Enum
from functools import cache
from itertools import takewhile

from digest.dates.lexicon import word_set
from digest.dates.tokens import Tokens
from digest.rules import default_rules
from digest.text import Memo, fold


class Tense(Enum):
    """What the verb of a date says of it."""

    PAST = "past"
    """A perfect, or an imperfect after لم or كان: it is over."""
    PRESENT = "present"
    """An imperfect: it is now, or to come."""
    UNSURE = "unsure"
    """No verb, one that may be either, or one of saying and deciding: what was announced need not be over."""


_LOOK_BACK, _LOOK_AHEAD, _AUXILIARY = 25, 8, 4
_STOPS = frozenset(".!?؟\n؛")


def tense_of(t: Tokens, first: int, after: int) -> Tense:
    """The tense of the verb nearest before the date at [first, after), or behind one that opens its sentence.

    Of a verb behind `الذي` it is not told whether the date is its own: one before that must agree.
    """
    inner: Tense | None = None
    for at in _places(t, first, after):
        found = _read(t, at)
        if found is None:
            continue
        if inner is not None:
            return found if found is inner else Tense.UNSURE
        if at == 0 or t.words[at - 1] not in word_set("which"):
            return found
        inner = found
    return inner or Tense.UNSURE


def _places(t: Tokens, first: int, after: int) -> Iterator[int]:
    """Where the verb of a date may stand, in the order in which it is looked for."""
    begin = first
    while begin > 0 and first - begin < _LOOK_BACK and t.words[begin - 1] not in _STOPS:
        begin -= 1
        yield begin
    if first - begin <= 2:
        ahead = range(after, min(after + _LOOK_AHEAD, len(t.words) - 2))
        yield from takewhile(lambda at: t.words[at] not in _STOPS, ahead)


def _read(t: Tokens, at: int) -> Tense | None:
    """What the token says as a verb; None where it is none."""
    word = t.words[at]
    if t.entries[at].every or not word.isalpha():
        return None
    found = _CERTAIN[word] or (_EXPECTED[word] if _is_expected(t, at) else None)
    if found is Tense.PRESENT and _is_told_as_past(t, at):
        return Tense.PAST
    return found


def _is_expected(t: Tokens, at: int) -> bool:
    """Whether a clause may begin here: at the start, behind a mark, a date or a conjunction."""
    if at == 0 or t.words[at][0] in _AND or not t.words[at - 1].isalpha():
        return True
    return t.words[at - 1] in word_set("before_verbs") or bool(t.entries[at - 1].every)


def _is_told_as_past(t: Tokens, at: int) -> bool:
    """Whether an imperfect stands after لم or, some words off, after كان."""
    before = t.words[max(0, at - _AUXILIARY) : at]
    negated = bool(before) and "لم" in _cores(before[-1])
    return negated or any(map(_WAS.__getitem__, before))


_AND = ("و", "ف")


def _cores(word: str) -> tuple[str, ...]:
    """The word, and what is left of it without an attached `و` or `ف`, unless it is a word itself: `وادي`."""
    joined = len(word) > 2 and word[0] in _AND and word not in _other_words()
    return (word, word[1:]) if joined else (word,)


def _first_of(*readers: Callable[[str], Tense | None]) -> Callable[[str], Tense | None]:
    """The first that one of the readers says of a word or its core."""

    def read(word: str) -> Tense | None:
        tries = (reader(core) for reader in readers for core in _cores(word))
        return next((found for found in tries if found is not None), None)

    return read


def _listed(core: str) -> Tense | None:
    """A verb of the list that is hardly anything else."""
    if core in _other_words():
        return None
    if core in _announcing() or core in word_set("either"):
        return Tense.UNSURE
    if _is_listed(core, _OF_VERBS_ALONE, _pasts()):
        return Tense.PAST
    if _is_present(core):
        return None if core in _pasts() else Tense.PRESENT
    long = len(core) > 4 or (len(core) > 3 and core[-1] != "ا")
    return Tense.PAST if long and core[0] != "ت" and _is_listed(core, _PAST_ENDINGS, _pasts()) else None


def _shaped(core: str) -> Tense | None:
    """A word of a shape that few nouns have."""
    if core in _other_words():
        return None
    if _PRESENT_SHAPE.fullmatch(core):
        return Tense.PRESENT
    return Tense.PAST if _PAST_SHAPE.fullmatch(core) else None


def _expected(core: str) -> Tense | None:
    """What is a verb only where a sentence or clause may begin with one."""
    if core in _particles() or core in word_set("not_verbs"):
        return None
    past, present = _is_listed(core, _PAST_ENDINGS, _pasts()), _is_present(core)
    if past or present:
        return Tense.UNSURE if past and present else Tense.PAST if past else Tense.PRESENT
    return Tense.PRESENT if core not in _other_words() and _EXPECTED_SHAPE.fullmatch(core) else None


_OF_VERBS_ALONE = ("ت", "وا", "تا")
_PAST_ENDINGS, _PRESENT_ENDINGS = ("", *_OF_VERBS_ALONE, "ا"), ("", "ون", "ان", "وا", "ا")
_PRESENT_SHAPE = re.compile(r"ي\w{3,8}(?<![هيا])")
"""`ينطلق`, `يستضيفون`."""
_EXPECTED_SHAPE = re.compile(r"ت(?!\w\wي\w$)\w{3,7}(?<![هايت])")
"""`تنطلق`; no noun such as `تنفيذ`, `تجربة`, `تصريحات`."""
_PAST_SHAPE = re.compile(
    r"(?!ال|ت|بال|لل|كال)\w{3,7}(?<![اويى])ت|(?:ان\w(?!ا)\w\w|ا\wت(?!ا)\w\w|است\w(?!ا)\w\w)(?:وا)?(?<!ه)"
)
"""`اندلعت`, `افتتح`, `استقبل`; no noun such as `بيت`, `إنجاز`, `استعداد`."""


def _is_listed(core: str, endings: tuple[str, ...], verbs: frozenset[str]) -> bool:
    return any(core.endswith(end) and core[: len(core) - len(end)] in verbs for end in endings)


def _is_present(core: str) -> bool:
    return core[0] in "يت" and _is_listed("ي" + core[1:], _PRESENT_ENDINGS, _presents())


_CERTAIN, _EXPECTED = Memo(_first_of(_listed, _shaped)), Memo(_first_of(_expected))
_WAS = Memo(lambda word: any(core in word_set("was") for core in _cores(word)))


@cache
def _pasts() -> frozenset[str]:
    return frozenset(word for word in _everyday("verbs") if word[0] != "ي")


@cache
def _presents() -> frozenset[str]:
    return frozenset(word for word in _everyday("verbs") if word[0] == "ي")


@cache
def _announcing() -> frozenset[str]:
    """Perfects of saying and deciding."""
    verbs = default_rules().table("cues")["verbs"]
    said = {fold(form) for verb in verbs for key in ("masculine", "feminine") for form in verb.get(key, ())}
    return frozenset(form for form in said if form[0] not in "يتم") | word_set("announcing")


@cache
def _other_words() -> frozenset[str]:
    return _everyday("nouns") | _everyday("adjectives") | _particles() | word_set("not_verbs")


@cache
def _particles() -> frozenset[str]:
    return _everyday("particles")


def _everyday(key: str) -> frozenset[str]:
    return frozenset(map(fold, default_rules().table("commonwords")[key].split()))
