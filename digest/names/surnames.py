"""Whether a word after a given name belongs to the name: surnames of any shape.

Pure.
"""

from __future__ import annotations

import re

from digest.names.context import Context
from digest.names.wordlists import title_words, weekdays
from digest.names.words import (
    ALSO,
    BODY,
    COMMON,
    DEFINITE,
    FIRM,
    FOREIGN,
    FUNCTION,
    GIVEN,
    KUNYA,
    LANDFORM,
    LINK,
    NISBA,
    ORDINARY,
    OTHER,
    PLACE,
    SAYING,
    TITLE,
    flags,
    is_arabic_given,
    is_common_by_itself,
    listed,
    verbs,
)

_OF_MANY = ("ون", "ين", "ات", "ه")
"""Endings that an everyday word has rather than a surname."""
_PLURALS = ("ين", "ات", "ون")
_PLURAL = 7
"""Letters that a definite plural has at least: `السادات` is a family's name."""
_THAT = frozenset(("ان", "انه", "انها", "بان", "بانه"))
_VERBAL = re.compile("الت..ي.")
"""The noun of what somebody does, whichever its root: `التسجيل`."""
_ADDRESSED = 4
"""Words that say whom somebody speaks to."""
_HEADS = PLACE | BODY | FIRM | LANDFORM


def continues(context: Context, at: int, so_far: int) -> bool:
    """Whether a word can be a surname after `so_far` words of a name."""
    if not context.joined[at] or at in context.covered:
        return False
    if so_far > 1 and _is_object(context, at):
        return False
    return (
        _is_surname(context, at, so_far)
        or _may_be_surname(context, at, so_far)
        or (so_far == 1 and (_is_spoken_of(context, at) or _closes(context, at)))
    )


def _is_object(context: Context, at: int) -> bool:
    """Whether a definite plural behind a full name is what is done to: `بول مطران القرارات`."""
    word = context.words[at]
    if not word.startswith("ال") or len(word) < _PLURAL or not word.endswith(_PLURALS):
        return False
    return not flags(word[2:]) & GIVEN


def _closes(context: Context, at: int) -> bool:
    """Whether an everyday word or title is a family's name, behind a titled first name, at a clause's end.

    `العماد رودولف سند،`, `النائب سامر القاضي رئيسا`; `محمد المدير العام` is no such name.
    """
    word, mine = context.words[at], context.flags[at]
    if not context.before(at - 1) & (TITLE | SAYING) or listed(word) & (FUNCTION | SAYING):
        return False
    if word in title_words("family"):
        after = context.after(at)
        return not after & (DEFINITE | GIVEN | FOREIGN | KUNYA | LINK) and at + 1 not in context.covered
    if context.joined[at + 1] or not mine & COMMON or mine & (TITLE | OTHER | DEFINITE | _HEADS):
        return False
    return is_common_by_itself(word) and word not in verbs() and not word.endswith((*_OF_MANY, "ا", "هم"))


def _is_surname(context: Context, at: int, so_far: int) -> bool:
    """Whether an adjective or everyday word is a surname, right after a given name of Arabs.

    `الربيعي` and `البغدادي` tell of a tribe or a place; `النحاس` needs a name before it that is nothing else.
    """
    mine, before, word = context.flags[at], context.flags[at - 1], context.words[at]
    if mine & (FUNCTION | TITLE) or before & FUNCTION or not word.startswith("ال"):
        return False
    tells_of = mine & NISBA and word[-1] == "ي"
    if not is_arabic_given(context.words[at - 1]) and not context.words[at - 2].endswith("عبد"):
        arab = so_far == 2 and is_arabic_given(context.words[at - 2])
        return bool(tells_of and arab and not context.nationality(at))
    if tells_of:
        return True
    named = so_far == 1 and before & GIVEN and not before & ALSO
    return bool(named and mine & COMMON and not mine & (SAYING | NISBA) and not word.endswith(_OF_MANY))


def _is_spoken_of(context: Context, at: int) -> bool:
    """Whether what is said follows a word after a given name, so that it ends the name: `قال محمود بصل إن`.

    What else can stand there says how it was said (`ضاحكا`), or to whom (`لرويترز`), or is said (`ضرورة أن`).
    """
    mine, word = context.flags[at], context.words[at]
    said = _said_at(context, at + 1)
    if said is None:
        return False
    before = context.before(at)
    if before & FUNCTION or (before & ALSO and not context.flags[at - 2] & SAYING):
        return False
    if mine & TITLE:
        return word.startswith("ال")
    if mine & (FUNCTION | SAYING | OTHER | DEFINITE | _HEADS) or word.endswith(("ا", "ها", "هم")):
        return False
    if mine & COMMON:
        return context.tokens.written(said).startswith("إ") and is_common_by_itself(word)
    return True


def _said_at(context: Context, at: int) -> int | None:
    """Where what is said begins, right at a word or behind whom it is said to: `لوكالة الأنباء إن`."""
    last = at + _ADDRESSED if context.joined[at] and context.words[at].startswith("ل") else at
    while at <= last and context.joined[at]:
        if context.words[at] in _THAT:
            return at
        at += 1
    return None


def _own_waw(word: str) -> bool:
    """Whether a surname begins with و itself: `واين`, `ووترز`, not `ووجهناه`."""
    return word[1] in "اي" or (word[1] == "و" and not word.endswith(("ه", "ها", "هم", "نا")))


def _may_be_surname(context: Context, at: int, so_far: int) -> bool:
    """Whether a word is none that is everyday, and so can be a surname."""
    if context.nationality(at):
        return False
    mine, word = context.flags[at], context.words[at]
    if mine & DEFINITE and word.startswith("ال") and flags(word[2:]) & GIVEN and not mine & TITLE:
        return word not in weekdays()  # صباح الخميس
    if mine & (ORDINARY | _HEADS) or (word[0] == "و" and not _own_waw(word)):
        return False
    if mine & FOREIGN or (mine & DEFINITE and word.startswith("ال")):
        return _VERBAL.fullmatch(word) is None
    after_ali = context.words[at - 1] == "علي" and word[-1] == "ي"  # حسن علي مظفري
    return (
        (so_far == 1 or after_ali)
        and word[0] not in "يتوفبل"
        and (not word.endswith(("ه", "ها", "هم", "ا", "ت")) or context.tokens.written(at)[-1] == "ة")
        and len(word) > 2
    )
