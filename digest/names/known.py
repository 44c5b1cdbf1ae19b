"""Names that the vocabulary has, where they stand.

Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from digest.names.clubs import Clubs
from digest.names.firsts import is_of_person
from digest.names.lexicon import Hit, Lexicon
from digest.names.meant import everyday, is_meant, unsure_words
from digest.names.outlets import called_outlet, quoted_whole
from digest.names.tokens import Tokens, attached
from digest.names.twins import tell_apart
from digest.names.wordlists import bare, title_words, weekdays
from digest.names.words import GIVEN, ORDINARY
from digest.names.works import names_work
from digest.rules import default_rules
from digest.text import fold

_ALIKE = frozenset(("ان", "الي", "علي"))
_PARTICLES = frozenset(("إن", "أن", "إلى", "على"))
"""What folding makes like the end of a name, and what it was."""


def find_hits(tokens: Tokens, flags: Sequence[int], lexicon: Lexicon) -> dict[int, Hit]:
    """Find the vocabulary's names, longest first from left to right, by the index of their first word.

    `flags` are what each word can be.
    """
    hits: dict[int, Hit] = {}
    clubs, unsure = Clubs(tokens, lexicon), unsure_words()
    signatures, of_clubs = lexicon.signatures.begun, lexicon.clubs.begun
    last = 0
    for index in lexicon.starts(tokens.words):
        if index < last:
            continue
        word = tokens.words[index]
        signed = called_outlet(tokens, index, flags, lexicon) if signatures[word] else None
        if signed is None and of_clubs[word]:
            signed = clubs.called(index)
        hit = _longer(signed, lexicon.names.longest(tokens, index))
        if hit and (end := quoted_whole(hit, tokens, flags)):
            last = end
            continue
        if hit and _is_of_today(hit, tokens):
            hit = lexicon.names.longest(tokens, index, hit.last - 1)
        if hit and (names_work(hit, tokens) or is_of_person(hit, tokens, flags, lexicon)):
            continue
        if hit and as_written(hit, tokens) and (hit.stem not in unsure or is_meant(hit, tokens, hits)):
            hit = _without_title(hit, tokens, lexicon)
            hits[hit.first] = hit
            last = hit.last
            ruler = _ruler(hit, tokens, flags, lexicon)
            if ruler:
                hits[ruler.first] = ruler
                last = ruler.last
    tell_apart(hits, tokens, lexicon)
    return hits


def _ruler(place: Hit, tokens: Tokens, flags: Sequence[int], lexicon: Lexicon) -> Hit | None:
    """Find the first name of who rules a place, alone behind it: `أمير قطر تميم`."""
    at, country = place.last, lexicon.countries.get(place.id)
    if not country or not tokens.joined[at] or not tokens.joined[place.first]:
        return None
    if tokens.words[place.first - 1] not in _forms_of_rulers():
        return None
    owner = lexicon.by_country.get((country, tokens.words[at]))
    goes_on = tokens.joined[at + 1] and (not flags[at + 1] & ORDINARY or flags[at + 1] & GIVEN)
    if owner is None or goes_on or lexicon.names.longest(tokens, at):
        return None
    return Hit(at, at + 1, 0, tokens.words[at], owner, "office")


@cache
def _forms_of_rulers() -> frozenset[str]:
    return frozenset[str]().union(*map(attached, title_words("rulers")))


def as_written(hit: Hit, tokens: Tokens) -> bool:
    """Whether what folding made alike was meant: شي is not شئ, and شي إن not شي آن."""
    word = tokens.words[hit.last - 1]
    if hit.last - hit.first > 1:
        return word not in _ALIKE or tokens.written(hit.last - 1) not in _PARTICLES
    if hit.stem in _exact():
        return tokens.written(hit.first).endswith(_exact()[hit.stem])
    return (len(word) > 3 and hit.stem not in _ALIKE) or tokens.written(hit.last - 1)[-1] not in "ئىء"


def _is_of_today(hit: Hit, tokens: Tokens) -> bool:
    """Whether a name that ends with `today` tells of the day: `في بغداد اليوم الأحد` names no newspaper."""
    last = hit.last
    if last - hit.first == 1 or tokens.words[last - 1] not in everyday("today"):
        return False
    day = tokens.joined[last] and tokens.words[last] in weekdays()
    return day or (tokens.joined[hit.first] and tokens.words[hit.first - 1] in everyday("before_today"))


@cache
def _exact() -> dict[str, str]:
    """Names by their folded form that count only as they must be written: `آبل`, no camels."""
    return {fold(name): name for name in default_rules().table("commonwords")["exact"].split()}


def _longer(signature: Hit | None, hit: Hit | None) -> Hit | None:
    if signature is None or (hit is not None and hit.last > signature.last):
        return hit
    return signature


def _without_title(hit: Hit, tokens: Tokens, lexicon: Lexicon) -> Hit:
    """Leave out a title (`الملك`, `دولة`) where the rest is a name of the same one."""
    if hit.last - hit.first == 1 or bare(tokens.words[hit.first], title_words("before_known")) is None:
        return hit
    rest = lexicon.names.longest(tokens, hit.first + 1)
    return rest if rest and rest.last == hit.last and rest.id == hit.id and not rest.skip else hit
