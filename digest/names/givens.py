"""Whether a given name names a person where it stands: many are everyday words, particles or verbs too.

Pure.
"""

from __future__ import annotations

from digest.names.context import Context
from digest.names.surnames import continues
from digest.names.words import (
    ALSO,
    COMMON,
    COMPOUND,
    DEFINITE,
    FOREIGN,
    FUNCTION,
    GIVEN,
    KUNYA,
    LINK,
    NISBA,
    PATTERN,
    SAYING,
    TITLE,
    given_stem,
    verbs,
)

_ALI = "علي"
_OTHERS = COMMON | DEFINITE | FUNCTION | SAYING | TITLE


def given_rule(context: Context, at: int, titled: frozenset[int], after_person: bool) -> str | None:
    """Return the rule by which the given name at a word is a person's; None where it is none.

    `titled`: words that a title leads to; `after_person`: a person's name ends right before the word.
    """
    mine, after, word = context.flags[at], context.after(at), context.words[at]
    if mine & FUNCTION:  # علي, as many write على
        near = after & (GIVEN | KUNYA) or at in titled
        return "given-name" if near and _is_sure(context, at, titled) else None
    if (mine & TITLE and _rules_place(context, at)) or (mine & ALSO and _is_word(context, at)):
        return None
    doubtful = mine & ALSO or (word[-1] == "ه" and context.tokens.written(at)[-1] == "ه")  # أمنه
    if not doubtful or after & COMPOUND or (after & (GIVEN | LINK) and not after & FUNCTION):
        return "given-name"
    if after & (FOREIGN | DEFINITE) and continues(context, at + 1, 1):
        return "given-name" if word[0] != "و" or after_person or given_stem(word) == (0, word) else None
    if context.possessive(at) or (word == _ALI and after & FUNCTION):  # أكد ناديه, شدد علي أن
        return None
    said = context.before(at) & SAYING and not _leads_to_name(context, at)
    return "title" if at in titled or said else None


def _leads_to_name(context: Context, at: int) -> bool:
    """Whether a name that is a word too says, with the definite noun behind it, who somebody is.

    `قال رائد الفضاء ميكو هالونن`: behind the noun, and adjectives of belonging, another name begins.
    """
    after, last = context.after(at), at + 1
    if not after & COMMON or not after & DEFINITE:
        return False
    while context.after(last) & NISBA and context.after(last) & DEFINITE:
        last += 1
    return bool(context.after(last) & (FOREIGN | PATTERN | GIVEN)) and not context.after(last) & _OTHERS


def _is_sure(context: Context, at: int, titled: frozenset[int]) -> bool:
    """Whether a name that is a particle too has a title before it or a name behind it."""
    after, written = context.after(at), context.tokens.written
    led = at in titled and (context.before(at) & TITLE or (after & (FOREIGN | NISBA) and not after & COMMON))
    if not led and (not after & (GIVEN | KUNYA) or after & FUNCTION):
        return False
    return written(at)[-1] != "ى" and not (after and written(at + 1).startswith("أن"))  # عليّ أن


def _rules_place(context: Context, at: int) -> bool:
    """Whether a name that is a title too is one here, of whom a place is ruled by: `أمير قطر`."""
    if not context.after(at):
        return False
    place = at + 1 in context.hits and context.hits[at + 1].id not in context.persons
    return place or context.nationality(at + 1)


def _is_word(context: Context, at: int) -> bool:
    """Whether a name that is an everyday word is an adjective or a verb here: `طرق آمنة`, `أدى`."""
    word, before = context.words[at], context.before(at)
    if word in verbs() and context.tokens.written(at)[-1] == "ى":
        return True
    if context.after(at) & (GIVEN | FOREIGN | LINK) or before & (DEFINITE | SAYING | TITLE):
        return False
    noun = bool(before & (COMMON | PATTERN | FOREIGN))
    return noun and word[-1] == "ه" and context.words[at - 1].endswith(("ات", "ه"))
