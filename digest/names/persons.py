"""Unknown persons: a given name, a title or a verb of saying beside a word, or words of no Arabic shape.

Pure.
"""

from __future__ import annotations

from digest.model import EntityKind
from digest.names.context import Candidate, Context
from digest.names.words import (
    ALSO,
    BODY,
    COMMON,
    COMPOUND,
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
    PATTERN,
    PLACE,
    REGNAL,
    SAYING,
    TITLE,
    flags,
    given_stem,
    is_arabic_given,
)

_LONGEST = 7
_OF_MANY = ("ون", "ين", "ات", "ه")
"""Endings that an everyday word has rather than a surname."""
_SON = frozenset(("بن", "بنت"))
_HEADS = PLACE | BODY | FIRM | LANDFORM


def find_person(context: Context, at: int, titled: frozenset[int], after_person: bool) -> Candidate | None:
    """Find a person whose name begins at a word; `after_person`: another one's ends right before it."""
    rule = _rule(context, at, titled, after_person)
    if rule is None:
        return None
    attached = given_stem(context.words[at]) or ((1, context.words[at][1:]) if rule == "and" else None)
    return context.candidate(at, _end(context, at), EntityKind.PERSON, rule, attached)


def with_fathers(context: Context, last: int) -> int:
    """Return the end of a known person's name that ends at `last`, with the fathers named after it."""
    while context.joined[last] and context.words[last] in _SON:
        last = _over_links(context, last)
    return last


def titled_words(context: Context) -> frozenset[int]:
    """Return the words that a title leads to: `الرئيس الأميركي X`, `وزير خارجية مصر X`, `زوجته X`."""
    leads = (_title_leads_to(context, at) for at in context.telling if context.flags[at] & TITLE)
    return frozenset(at for at in leads if at is not None)


def _title_leads_to(context: Context, at: int) -> int | None:
    last = at + 1
    if context.joined[last] and context.flags[last] & GIVEN and context.tokens.written(last)[-1] != "ى":
        return last
    while last - at <= 7 and last < len(context.words) and not context.breaks(last):
        if last in context.hits:
            last = context.hits[last].last
        elif context.flags[last] & GIVEN or not context.everyday(last):
            construct = (
                last == at + 1 and not context.flags[at] & DEFINITE and not context.words[at].endswith("ه")
            )
            return None if construct and not context.flags[last] & GIVEN else last
        else:
            last += 1
    return None


def _rule(context: Context, at: int, titled: frozenset[int], after_person: bool) -> str | None:
    mine = context.flags[at]
    if at in context.covered or mine & OTHER:
        return None
    if mine & GIVEN and given_stem(context.words[at]) is not None:
        return _given_rule(context, at, titled, after_person)
    if _kunya(context, at):
        return "given-name"
    if mine & (ORDINARY | DEFINITE | _HEADS | LINK | KUNYA) or context.nationality(at):
        return None
    if at in titled and (mine & FOREIGN or _short(context, at)):
        return "title"
    return _shape_rule(context, at, after_person) if context.foreign(at) else None


def _kunya(context: Context, at: int) -> bool:
    """Whether a name of kinship begins here: `X بن …`, `عبد ال…`, `أبو X`."""
    mine, after = context.flags[at], context.after(at)
    if after & KUNYA and context.words[at + 1] in _SON and not mine & (FUNCTION | TITLE | SAYING | KUNYA):
        return True
    if not mine & KUNYA or not after:
        return False
    if context.words[at].endswith("عبد"):
        return context.words[at + 1].startswith("ال")
    return bool(after & GIVEN) or (context.words[at] != "ام" and not after & (ORDINARY | _HEADS))


def _shape_rule(context: Context, at: int, after_person: bool) -> str | None:
    """Judge a word that Arabic has no root and pattern for by its neighbours."""
    after = context.after(at)
    if after_person and context.words[at][0] == "و":
        return "and"
    if context.before(at) & SAYING or after & SAYING:
        return "saying"
    return "shape" if after & FOREIGN and context.foreign(at + 1) and at + 1 not in context.covered else None


def _given_rule(context: Context, at: int, titled: frozenset[int], after_person: bool) -> str | None:
    mine, after, word = context.flags[at], context.after(at), context.words[at]
    if mine & FUNCTION:  # علي, as many write على
        led = at in titled and context.before(at) & TITLE
        sure = led or (after & (GIVEN | KUNYA) and not after & FUNCTION)
        return "given-name" if sure and context.tokens.written(at)[-1] != "ى" else None
    doubtful = mine & ALSO or (word[-1] == "ه" and context.tokens.written(at)[-1] == "ه")  # آمنة, أمنه
    if not doubtful or after & COMPOUND or (after & (GIVEN | LINK) and not after & FUNCTION):
        return "given-name"
    if after & (FOREIGN | DEFINITE) and _continues(context, at + 1, 1):
        return "given-name" if word[0] != "و" or after_person or given_stem(word) == (0, word) else None
    return "title" if at in titled or context.before(at) & SAYING else None


def _short(context: Context, at: int) -> bool:
    """Whether an unlisted word of an Arabic pattern is short enough for a name, and no verb."""
    return (
        bool(context.flags[at] & PATTERN)
        and len(context.words[at]) < 5
        and context.words[at][0] not in "يتوفبل"
    )


def _end(context: Context, at: int) -> int:
    """Return where the name that begins at a word ends."""
    last = at + 1
    if context.flags[at] & KUNYA and not context.flags[at] & GIVEN:
        last = _over_links(context, at)
    while last - at < _LONGEST and context.joined[last]:
        hit, mine = context.covered.get(last), context.flags[last]
        if hit:
            return hit.last if hit.rule == "surname" and not hit.skip and hit.first == last else last
        if (
            mine & LINK
            and not mine & TITLE
            and not context.after(last) & (FUNCTION | SAYING | OTHER)
            and context.after(last)
        ):
            last = _over_links(context, last)
        elif mine & COMPOUND and (last == at + 1 or context.words[last] == "الله"):
            last += 1
        elif mine & REGNAL:
            return last + 1
        elif (
            mine & GIVEN
            and not mine & FUNCTION
            and given_stem(context.words[last]) == (0, context.words[last])
        ) or _continues(context, last, last - at):
            last += 1
            if mine & DEFINITE and not mine & GIVEN:
                break
        else:
            break
    return last


def _over_links(context: Context, at: int) -> int:
    """Return the end of a name's links and of the word they lead to: `بن أبي سفيان`."""
    while context.flags[at] & LINK and context.after(at) and not context.after(at) & (SAYING | OTHER):
        at += 1
    return at + 1


def _continues(context: Context, at: int, so_far: int) -> bool:
    """Whether a word can be a surname after `so_far` words of a name."""
    if not context.joined[at] or at in context.covered:
        return False
    return _is_surname(context, at, so_far) or _may_be_surname(context, at, so_far)


def _is_surname(context: Context, at: int, so_far: int) -> bool:
    """Whether an adjective or everyday word is a surname, right after a given name of Arabs.

    `الربيعي` and `البغدادي` tell of a tribe or a place; `النحاس` needs a name before it that is nothing else.
    """
    mine, before, word = context.flags[at], context.flags[at - 1], context.words[at]
    if mine & (FUNCTION | TITLE) or before & FUNCTION or not word.startswith("ال"):
        return False
    tells_of = mine & NISBA and word[-1] == "ي"
    if not is_arabic_given(context.words[at - 1]):
        arab = so_far == 2 and is_arabic_given(context.words[at - 2])
        return bool(tells_of and arab and not context.nationality(at))
    if tells_of:
        return True
    named = so_far == 1 and before & GIVEN and not before & ALSO
    return bool(named and mine & COMMON and not mine & (SAYING | NISBA) and not word.endswith(_OF_MANY))


def _may_be_surname(context: Context, at: int, so_far: int) -> bool:
    """Whether a word is none that is everyday, and so can be a surname."""
    if context.nationality(at):
        return False
    mine, word = context.flags[at], context.words[at]
    if mine & DEFINITE and word.startswith("ال") and flags(word[2:]) & GIVEN and not mine & TITLE:
        return True
    if mine & (ORDINARY | _HEADS) or (word[0] == "و" and word[1] not in "اي"):
        return False
    if mine & FOREIGN or (mine & DEFINITE and word.startswith("ال")):
        return True
    return (
        so_far == 1
        and word[0] not in "يتوفبل"
        and (not word.endswith(("ه", "ها", "هم", "ا", "ت")) or context.tokens.written(at)[-1] == "ة")
        and len(word) > 2
    )
