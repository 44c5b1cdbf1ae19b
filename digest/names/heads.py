"""Unknown places and organisations: what a head word, a preposition or a club's word stands beside.

Pure.
"""

from __future__ import annotations

from digest.model import EntityKind
from digest.names.context import Candidate, Context
from digest.names.wordlists import heads
from digest.names.words import (
    ALSO,
    BODY,
    CLUB,
    COMMON,
    DEFINITE,
    FIRM,
    FOREIGN,
    FUNCTION,
    GIVEN,
    LANDFORM,
    LINK,
    NISBA,
    OTHER,
    PATTERN,
    PLACE,
    REALM,
    SAYING,
    TITLE,
)

_LONGEST = 9
_BARRED = FUNCTION | SAYING | TITLE | OTHER
_BODIES = FIRM | CLUB | BODY
_ENDINGS = ("ي", "ه", "ها", "ك", "هم", "نا", "ات", "ين")
"""What an everyday word ends with more often than a foreign place."""
_TOWARDS = frozenset(("في", "الي", "قرب", "شمال", "جنوب", "شرق", "غرب", "نحو"))


def find_place(context: Context, at: int) -> Candidate | None:
    """Find a place whose name begins at a word."""
    mine, before = context.flags[at], context.before(at)
    if mine & LANDFORM and not mine & DEFINITE and _names(context, at + 1):
        head = context.head(at, LANDFORM)
        return context.candidate(at, _run_end(context, at + 1), EntityKind.PLACE, "head-word", head)
    if at in context.covered or not before:
        return None
    if before & PLACE and not context.flags[at - 1] & DEFINITE and _names(context, at):
        return context.candidate(at, _run_end(context, at), EntityKind.PLACE, "head-word")
    if before & REALM and not context.flags[at - 1] & DEFINITE and context.foreign(at):
        return context.candidate(at, at + 1, EntityKind.PLACE, "realm")
    if context.foreign(at) and context.words[at - 1] in _TOWARDS and not context.words[at].endswith(_ENDINGS):
        return context.candidate(at, _run_end(context, at), EntityKind.PLACE, "preposition")
    return None


def find_body(context: Context, at: int) -> Candidate | None:
    """Find an organisation whose head word, or name, begins at a word."""
    mine = context.flags[at]
    if not mine & _BODIES and not context.after(at) & CLUB:
        return None
    if mine & FIRM and at + 1 < len(context.words) and _brand(context, at + 1):
        return context.candidate(at + 1, _run_end(context, at + 1), EntityKind.ORGANISATION, "head-word")
    if club := _club(context, at):
        return club
    if not mine & BODY or at in context.covered or context.possessive(at):  # مؤسسه: its founder
        return None
    last = _body_end(context, at)
    head = context.head(at, BODY)
    if last is None or (last - at == 2 and head[1] in heads("vague") and context.flags[at + 1] & COMMON):
        return None
    return context.candidate(at, last, EntityKind.ORGANISATION, "head-word", head)


def _club(context: Context, at: int) -> Candidate | None:
    """Find `X يونايتد` and `ريال X`."""
    after = context.after(at)
    mine = context.flags[at]
    if not (mine | after) & CLUB:
        return None
    named = mine & (FOREIGN | CLUB) or at in context.covered
    hit = context.covered.get(at)
    if after & CLUB and named and not mine & CLUB and (hit is None or hit.last == at + 1):
        return context.candidate(at, at + 2, EntityKind.ORGANISATION, "club")
    if mine & CLUB and after and (after & FOREIGN or at + 1 in context.covered):
        return context.candidate(at, at + 2, EntityKind.ORGANISATION, "club")
    return None


def _brand(context: Context, at: int) -> bool:
    mine = context.flags[at]
    if at in context.covered:
        return False
    return (context.foreign(at) and not mine & NISBA) or bool(mine & OTHER and context.words[at].isalpha())


def _names(context: Context, at: int) -> bool:
    """Whether a word names the head word before it."""
    if not context.joined[at]:
        return False
    mine, word = context.flags[at], context.words[at]
    if at in context.hits:
        return not context.hits[at].skip
    if (
        mine & (_BARRED | COMMON | PLACE | BODY | LANDFORM | LINK)
        or context.nationality(at)
        or word[0] == "و"
    ):
        return False
    if mine & GIVEN and (mine & ALSO or context.after(at) & GIVEN):  # سجن علي محمد
        return False
    return bool(mine & (FOREIGN | GIVEN)) or bool(
        mine & DEFINITE and not mine & NISBA and word.startswith("ال")
    )


def _run_end(context: Context, at: int) -> int:
    """Return the end of a run of foreign words, or of the known name, that begins at a word."""
    if at in context.hits:
        return context.hits[at].last
    last = at + 1
    while context.joined[last] and last not in context.covered and _same_run(context, last):
        last += 1
    return last


def _same_run(context: Context, at: int) -> bool:
    return context.words[at][0] != "و" and (context.foreign(at) or bool(context.flags[at] & CLUB))


def _body_end(context: Context, at: int) -> int | None:
    """Return the end of the construct, its adjectives and its `ل…` after an organisation's head word."""
    last, named = at + 1, False
    definite = bool(context.flags[at] & DEFINITE)
    while last - at < _LONGEST and context.joined[last]:
        hit, mine, word = context.hits.get(last), context.flags[last], context.words[last]
        if hit and not hit.skip and not definite:
            last, named = hit.last, True
            while context.joined[last] and _adjective(context, last):
                last += 1
            break
        if _adjective(context, last) or (definite and _joined(word)):
            named = named or context.nationality(last) or word[2:] in _PUBLIC
        elif named and word.startswith("لل") and not mine & (FUNCTION | SAYING):
            definite = True
        elif named and word[0] == "ل" and not mine & (FUNCTION | SAYING) and context.after(last) & DEFINITE:
            last += 1
        elif definite or mine & _BARRED or (word[0] in "وفبك" and not mine & (DEFINITE | FOREIGN)):
            break
        elif mine & DEFINITE and word.startswith("ال"):
            named = definite = True
        elif named or not mine & (COMMON | PATTERN | FOREIGN):
            break
        last += 1
    return last if named else None


def _joined(word: str) -> bool:
    """Whether a body's name goes on with this word: `حزب العدالة والتنمية`."""
    return word[0] == "و" and word[1:] in heads("joined")


def _adjective(context: Context, at: int) -> bool:
    mine, word = context.flags[at], context.words[at]
    return (
        word.startswith("ال")
        and not mine & FUNCTION
        and bool(mine & NISBA or word[2:] in _PUBLIC or context.nationality(at))
    )


_PUBLIC = frozenset(
    ("اعلي", "عام", "عامه", "عليا", "وطني", "وطنيه", "مركزي", "مركزيه", "دولي", "دوليه", "متحده", "قاري")
)
