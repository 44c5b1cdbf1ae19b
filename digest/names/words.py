"""What a word can be to the rules that find unknown names: a given name, a title, an everyday word, ….

Pure; the words are data: `givennames.yml`, `commonwords.yml`, `headwords.yml`, `titles.yml`, `sayings.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from digest.names.tokens import stems
from digest.names.when import parts_of_periods
from digest.names.wordlists import titles, with_article, words_of
from digest.rules import default_rules
from digest.text import Memo, fold

FUNCTION = 1
"""A particle, pronoun or numeral."""
COMMON = 2
"""An everyday word, or one that only an Arabic root in an Arabic pattern makes."""
GIVEN = 4
"""A given name."""
ALSO = 8
"""A given name that is an everyday word too."""
LINK = 16
"""A word inside names: بن, أبو, دي."""
KUNYA = 32
"""A word that begins a name by itself: أبو, ابن."""
TITLE = 64
SAYING = 128
BODY = 256
FIRM = 512
PLACE = 1024
LANDFORM = 2048
DEFINITE = 4096
FOREIGN = 8192
"""A word of at least four letters that Arabic has no root and pattern for."""
OTHER = 16384
"""No Arabic word: digits, Latin letters."""
NISBA = 32768
"""Ends as an adjective of belonging does."""
HOUSE = 2097152
"""What is named after persons: `مستشفى الملك فيصل`."""
CLUB = 65536
REALM = 131072
PATTERN = 262144
"""No listed word, but one of a pattern that Arabic makes words in."""
REGNAL = 524288
COMPOUND = 1048576

ORDINARY = FUNCTION | COMMON | TITLE | SAYING | OTHER
"""What no unknown name begins with."""
BEGINS = GIVEN | KUNYA | FOREIGN | BODY | FIRM | CLUB | LANDFORM
"""What a name can begin with, …"""
LEADS = PLACE | REALM
"""… what can stand right before one …"""
CLOSES = CLUB | KUNYA
"""… and what can follow its first word."""

_NATIVE = re.compile("[حعصضطظقذثء]")
"""Letters that foreign names are hardly ever written with."""
_PATTERNS = re.compile(
    "است.+|ي?ست....?|م[تس]ت.+|[يتن][^اوي].{2,3}(?:ون|ان|وا|ها|هم|ه)?|ت..ي[^و](?:ه|ها|ات|هم)?|م.ا..(?:ه|ات)|"
    "ا..ا.(?:ه|ها|ات|هم|ي|يه)?|ا.ت.ا.(?:ه|ها|ات)?|ان..ا.(?:ه|ها)?|م..و.(?:ه|ين|ون|ات|ا)?|مت...(?:ه|ين|ون)?|"
    "م.ا.ي?.(?:ه|ها|هم)?|.وا.ي?.(?:ه|ها|هم)?|ا.ا.ي.(?:ه|ها)?|..اي.(?:ه|ها|هم)?|"
    "..ا.(?:يه|ها|هم)|.+(?:ته|تها|تهم|ناها|وها|وهم|هما|ولا|ايها|اتها|اته|اتهم)|[ا-ي]{2,3}"
)


_AFTER_PARTICLE = re.compile(
    "(?:[^اوي]{2}ا[^اوي]|ت..[يا].|ا...ا.|ا..ا.|م...?|است.*|[^اوي]{3})(?:ه|ها|هم|ات)?"
)


_ATTACHED_PLURAL = re.compile("[وبل].{3,}ات")
"""`بميداليات`."""
_LONGEST_ENDING = 5


def flags(word: str) -> int:
    """Return what a folded word can be, particles attached or not."""
    return FLAGS[word]


def _flags(word: str) -> int:
    if not ("\u0621" <= word[0] <= "\u064a" and "\u0621" <= word[-1] <= "\u064a"):
        return OTHER
    if len(word) == 1:
        return FUNCTION
    found = 0
    for _, stem in stems(word):
        found |= _lists().get(stem, 0)
    if found & GIVEN and not _lists().get(word, 0) & GIVEN and _is_common_form(word):
        found &= ~(GIVEN | ALSO)
    if _is_common(word):
        found |= COMMON
    if _definite(word):
        found |= DEFINITE
    if _NISBA.fullmatch(word):
        found |= NISBA
    if not found & ~NISBA:
        found |= PATTERN if _native(word) or _ATTACHED_PLURAL.fullmatch(word) else FOREIGN
    return found


FLAGS = Memo(_flags)
"""What each folded word can be."""


def _native(word: str) -> bool:
    """Whether an unlisted word looks like one that Arabic makes of its own roots."""
    if len(word) < 4 or _NATIVE.search(word) or _PATTERNS.fullmatch(word):
        return True
    bare = word[1:] if word[0] in "وفبل" else None
    return bare is not None and _AFTER_PARTICLE.fullmatch(bare) is not None


def listed(stem: str) -> int:
    """Return what the lists say of a word without attached particles."""
    return _lists().get(stem, 0)


def given_stem(word: str) -> tuple[int, str] | None:
    """Return the letters attached to the given name in `word`, and the name; None where none is there."""
    return GIVEN_STEMS[word]


def _given_stem(word: str) -> tuple[int, str] | None:
    for skip, stem in stems(word):
        if listed(stem) & GIVEN and (skip == 0 or stem == word[skip:]):
            return skip, stem
    return None


GIVEN_STEMS = Memo(_given_stem)
"""What `given_stem` returns, for each word."""


def is_arabic_given(word: str) -> bool:
    """Whether a folded word is a given name of Arabs, attached particles or not."""
    return any(stem in _arabic_given() for _, stem in stems(word))


@cache
def _arabic_given() -> frozenset[str]:
    lists = default_rules().table("givennames")["lists"]
    return frozenset(word for rule in lists if rule["id"] != "foreign" for word in words_of(rule["words"]))


_NISBA = re.compile("[وفبلك]{0,2}(?:ال|لل)?.{2,}ي(?:ه|ون|ين|ات|ا)?")


def _definite(word: str) -> bool:
    return len(word) > 4 and any(stem.startswith("ال") and len(stem) > 4 for _, stem in stems(word))


def _is_common(word: str) -> bool:
    return any(_is_common_form(stem) for _, stem in stems(word))


def is_common_by_itself(word: str) -> bool:
    """Whether an everyday word has no particle attached: `زيتونه`, not `بغضب`."""
    return _is_common_form(word) and not any(_is_common_form(stem) for skip, stem in stems(word) if skip)


def _is_common_form(stem: str) -> bool:
    """Whether a word without attached particles is an everyday one."""
    common, particles = _common(), _particles()
    if stem.startswith("ال") and stem[2:] in verbs() and stem not in common and stem[2:] not in _nouns():
        return False
    return any(base in common or base in particles or _without_ending(base, common) for base in _bases(stem))


def _bases(stem: str) -> list[str]:
    """Return the forms a stem may be listed in: without the article, as the third person of its verb."""
    found = [stem]
    if stem.startswith("ال") and len(stem) > 3:
        found.append(stem[2:])
    if stem[0] == "س" and len(stem) > 4 and stem[1] in "يتنا":
        stem = stem[1:]
        found.append(stem)
    if stem[0] in "تنا" and len(stem) > 3:
        found.append("ي" + stem[1:])
    return found


def _without_ending(base: str, common: frozenset[str]) -> bool:
    """Whether one of the endings makes an everyday word into `base`."""
    endings = _endings()
    for cut in range(max(3, len(base) - _LONGEST_ENDING), len(base)):
        if base[cut:] in endings:
            root = base[:cut]
            if root in common or root + "ه" in common or root + "ي" in common:
                return True
            if root[-1] == "ت" and root[:-1] + "ه" in common:
                return True
    return False


@cache
def verbs() -> frozenset[str]:
    """Return the everyday verbs, in the past and the present, masculine singular."""
    return frozenset(words_of(default_rules().table("commonwords")["verbs"]))


@cache
def _nouns() -> frozenset[str]:
    table = default_rules().table("commonwords")
    return frozenset(word for key in ("nouns", "adjectives", "particles") for word in words_of(table[key]))


@cache
def _common() -> frozenset[str]:
    table = default_rules().table("commonwords")
    listed_ = (word for key in ("nouns", "adjectives", "verbs") for word in words_of(table[key]))
    return parts_of_periods().union(listed_)


@cache
def _particles() -> frozenset[str]:
    return frozenset(words_of(default_rules().table("commonwords")["particles"]))


@cache
def _cues() -> frozenset[str]:
    """Verbs of saying that bring in quotations; those with another common meaning left out."""
    unsure = {"needs", "named_after", "of_verb"}
    verbs = [verb for verb in default_rules().table("cues")["verbs"] if not verb.keys() & unsure]
    forms = (form for verb in verbs for key in ("masculine", "feminine") for form in verb.get(key, ()))
    return frozenset(map(fold, forms))


@cache
def _endings() -> frozenset[str]:
    return frozenset(words_of(default_rules().table("commonwords")["endings"]))


@cache
def _lists() -> dict[str, int]:
    """Every listed word, folded, to what it can be."""
    found: dict[str, int] = {}

    def add(words: Iterable[str], flag: int) -> None:
        for word in words:
            found[word] = found.get(word, 0) | flag

    rules = default_rules()
    particles = _particles()
    for rule in rules.table("givennames")["lists"]:
        words = [word for word in words_of(rule["words"]) if len(word) > 2 or rule["id"] == "also_words"]
        add(words, GIVEN | ALSO if rule["id"] == "also_words" else GIVEN)
    add([word for word in sorted(particles | _common()) if found.get(word, 0) & GIVEN], ALSO)
    add(words_of(rules.table("givennames")["particles"]), LINK)
    add(words_of(rules.table("givennames")["kunya"]), KUNYA)
    add(words_of(rules.table("givennames")["regnal"]), REGNAL)
    add(words_of(rules.table("givennames")["compounds"]), COMPOUND)
    add(particles, FUNCTION)
    add(titles(), TITLE)
    add(with_article(words_of(rules.table("sayings")["verbs"])), SAYING)
    add(sorted(_cues()), SAYING)
    heads = {"body": BODY, "club": CLUB, "firm": FIRM, "place": PLACE, "landform": LANDFORM, "realm": REALM}
    heads["house"] = HOUSE
    for rule in rules.table("headwords")["classes"]:
        add(with_article(words_of(rule["words"])), heads[rule["id"]])
    return found
