"""Unknown persons: a given name, a title or a verb of saying beside a word, or words of no Arabic shape.

Pure.
"""

from __future__ import annotations

from digest.model import EntityKind
from digest.names.context import Candidate, Context
from digest.names.givens import given_rule
from digest.names.lexicon import Hit
from digest.names.surnames import continues
from digest.names.when import tells_when
from digest.names.wordlists import bare, title_words
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
    GIVEN_STEMS,
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
    listed,
)

_LONGEST = 7
_SON = frozenset(("بن", "بنت"))
_HEADS = PLACE | BODY | FIRM | LANDFORM
_BARRED = ORDINARY | DEFINITE | _HEADS | LINK | KUNYA


def find_person(context: Context, at: int, titled: frozenset[int], after_person: bool) -> Candidate | None:
    """Find a person whose name begins at a word; `after_person`: another one's ends right before it."""
    rule = _rule(context, at, titled, after_person)
    if rule is None:
        return None
    word = context.words[at]
    and_ = rule == "and" or _has_and(word) or (word[0] == "و" and listed(word[1:]) & KUNYA)
    own = word[0] == "ف" and context.owns_fa(at)
    attached = (None if own else GIVEN_STEMS[word]) or ((1, word[1:]) if and_ else None)
    return context.candidate(at, _end(context, at), EntityKind.PERSON, rule, attached)


def with_fathers(context: Context, last: int) -> int:
    """Return the end of a known person's name that ends at `last`, with fathers and house named after it."""
    while context.joined[last] and (context.words[last] in _SON or _of_house(context, last)):
        last = _over_links(context, last)
    return last


def _of_house(context: Context, at: int) -> bool:
    return context.words[at] == "ال" and context.tokens.written(at) == "آل"


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
            person, last = context.hits[last].id in context.persons, context.hits[last].last
            if person and not _is_foreign_name(context, last):
                return None
        elif context.flags[last] & GIVEN or not context.everyday(last):
            construct = (
                last == at + 1 and not context.flags[at] & DEFINITE and not context.words[at].endswith("ه")
            )
            return None if construct and not context.flags[last] & GIVEN else last
        else:
            last += 1
    return None


def _is_foreign_name(context: Context, at: int) -> bool:
    """Whether a word right after a person's name begins another's: `المتحدث باسم نتنياهو عومر دوستري`."""
    mine = context.flags[at] if context.joined[at] else 0
    return bool(mine & (FOREIGN | GIVEN | PATTERN)) and not mine & NISBA and at not in context.nunated


def _has_and(word: str) -> bool:
    """Whether a foreign word begins with the conjunction: `وفيل فودن`, not `ووترز`, `ويست`, `واين`."""
    return word[0] == "و" and len(word) > 3 and word[1] not in "اوي"


def _begins_after_and(stem: str) -> bool:
    """Whether what is left can begin a foreign name: `فيل`, not `ربما`."""
    mine = flags(stem)
    return bool(mine & FOREIGN) or (len(stem) == 3 and not mine & ORDINARY)


def _rule(context: Context, at: int, titled: frozenset[int], after_person: bool) -> str | None:
    mine = context.flags[at]
    if at in context.covered or mine & OTHER or _addresses(context, at) or _of_time(context, at):
        return None
    word = context.words[at]
    if mine & GIVEN and GIVEN_STEMS[word] and (word[0] != "ف" or context.given(at)):
        return given_rule(context, at, titled, after_person)
    if _kunya(context, at):
        return "given-name"
    barred = mine & _BARRED and not context.veiled(at)
    return None if barred or context.nationality(at) else _unlisted_rule(context, at, titled, after_person)


def _of_time(context: Context, at: int) -> bool:
    """Whether a word is one of time here: `فجر الخميس`, `ربيع 2021`."""
    return bool(context.after(at)) and tells_when(context.words, at)


def _unlisted_rule(context: Context, at: int, titled: frozenset[int], after_person: bool) -> str | None:
    """Judge a word that is no given name: by a title, or by its shape and its neighbours."""
    mine = context.flags[at]
    if mine & GIVEN and context.owns_fa(at):
        return "saying" if context.before(at) & SAYING else "title"
    if at in titled and (mine & (FOREIGN | DEFINITE) or _short(context, at)):
        return "title"
    return _shape_rule(context, at, after_person) if context.foreign(at) else None


def _addresses(context: Context, at: int) -> bool:
    """Whether a word only addresses whom the title or name behind it names: `معالي الدكتور`."""
    styled = bare(context.words[at], title_words("styles")) is not None
    return styled and bool(context.after(at) & (TITLE | GIVEN))


def _kunya(context: Context, at: int) -> bool:
    """Whether a name of kinship begins here: `X بن …`, `عبد ال…`, `أبو X`."""
    mine, after = context.flags[at], context.after(at)
    if after & KUNYA and context.words[at + 1] in _SON and not mine & (FUNCTION | SAYING | KUNYA):
        before = context.before(at) if mine & TITLE else 0
        if not mine & TITLE or (before & TITLE and before & DEFINITE):  # الدكتور مساعد بن حمد
            return True
    if not mine & KUNYA or not after:
        return False
    if context.words[at] == "بني" and context.tokens.written(at)[-1] == "ى":  # بنى حديثة
        return False
    if context.words[at].endswith("عبد"):
        return context.words[at + 1].startswith("ال")
    return bool(after & GIVEN) or (context.words[at] != "ام" and not after & (ORDINARY | _HEADS))


def _shape_rule(context: Context, at: int, after_person: bool) -> str | None:
    """Judge a word that Arabic has no root and pattern for by its neighbours."""
    after = context.after(at)
    if after_person and context.words[at][0] == "و":
        return "and"
    if _has_and(context.words[at]) and not _begins_after_and(context.words[at][1:]):
        return None
    if context.before(at) & SAYING or after & SAYING:
        of_place = after & COMMON and after & PLACE  # `قال مختار بلدة الجبل`
        return None if of_place or _is_his(context, at) else "saying"
    return "shape" if after & FOREIGN and context.foreign(at + 1) and at + 1 not in context.covered else None


def _is_his(context: Context, at: int) -> bool:
    """Whether a word tells to whom of his somebody speaks: `قال لوزرائه`."""
    return context.words[at][0] == "ل" and context.tokens.written(at).endswith(("ه", "ها", "هم"))


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
            return hit.last if _is_family_name(context, hit, last) else last
        if mine & LINK and listed(context.words[last]) & LINK and not mine & TITLE and _links(context, last):
            last = _over_links(context, last)
        elif _is_ali(context, last) or (
            mine & COMPOUND and (last == at + 1 or context.words[last] == "الله")
        ):
            last += 1
        elif mine & REGNAL:
            return last + 1 + (context.joined[last + 1] and context.words[last + 1] == "عشر")
        elif (
            mine & GIVEN
            and not mine & FUNCTION
            and given_stem(context.words[last]) == (0, context.words[last])
        ) or continues(context, last, last - at):
            last += 1
            if mine & DEFINITE and not mine & GIVEN:
                break
        else:
            break
    return last


def _is_family_name(context: Context, hit: Hit, at: int) -> bool:
    """Whether a known name behind a given one is its family's, or sounds like it: `ماري شيلي`."""
    if hit.skip or hit.first != at:
        return False
    if hit.rule == "surname" or hit.last - at > 1:
        return hit.rule == "surname"
    if hit.id in context.persons:
        return True
    before = context.flags[at - 1]
    first = before & GIVEN and not before & (ALSO | FUNCTION) and not is_arabic_given(context.words[at - 1])
    return bool(first) and not context.words[at].startswith("ال")


def _is_ali(context: Context, at: int) -> bool:
    """Whether a given name that is a particle too stands before a family's name: `محمد علي الحوثي`."""
    mine = context.flags[at]
    if not (mine & GIVEN and mine & FUNCTION) or context.tokens.written(at)[-1] == "ى":
        return False
    after = context.after(at)
    family = after & NISBA and after & DEFINITE and not after & (COMMON | TITLE)
    return bool(family) and not context.nationality(at + 1)


def _over_links(context: Context, at: int) -> int:
    """Return the end of a name's links and of the word they lead to: `بن أبي سفيان`."""
    while context.flags[at] & LINK and context.after(at) and not context.after(at) & (SAYING | OTHER):
        at += 1
    hit = context.hits.get(at)
    return hit.last if hit and hit.id in context.persons and not hit.skip else at + 1


def _links(context: Context, at: int) -> bool:
    """Whether a link leads on to a name; to one that is a particle too, only as it must be written."""
    after, written = context.after(at), context.tokens.written
    if not after or after & (SAYING | OTHER):
        return False
    if not after & FUNCTION or written(at) == "آل":  # آل ثاني
        return True
    return bool(after & GIVEN) and written(at + 1)[-1] != "ى"  # بنت علي, not بنت على
