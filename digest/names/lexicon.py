"""The vocabulary's names as a trie over folded words: looking a word up costs the same at any size.

Compiled once a vocabulary; reads nothing but what it is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import compress
from typing import Any, NamedTuple

from digest.model import EntityKind, VocabularyEntry
from digest.names.tokens import Tokens, stems
from digest.text import KEPT_WORDS, Memo, fold
from digest.vocabulary import Vocabulary

Node = dict[str, Any]
"""Word to the node of what may follow it; `END` to the owner and the rule of the name that ends there."""
END = ""
_NATIVE = re.compile("[حعصضطظذء]")
_VOWELS = re.compile(r"\B[اوي]")
_SOUNDS = str.maketrans("غجقث", "كككت")
_WORD = re.compile(r"[^\W_]+(?:(?<=[^\W\d_])\+(?!\w))?")


class Hit(NamedTuple):
    """A name found: words [first, last), `skip` attached letters in front of the first."""

    first: int
    last: int
    skip: int
    stem: str
    """The first word without them, its article's alef restored."""
    id: str
    rule: str = "vocabulary"


class Trie:
    """Names by their folded words. Looking one up costs the same however many there are."""

    def __init__(self) -> None:
        self.root: Node = {}
        self.begun: Memo[tuple[tuple[int, str, Node], ...]] = Memo(partial(_begin, self.root))
        """For each word, what names go on with after it: attached letters, the rest of the word, the node."""

    def add(self, words: tuple[str, ...], owner: str, rule: str = "vocabulary") -> None:
        """Add a name; the first to claim a name keeps it."""
        for form in (words, compound(words)):
            node = self.root
            for word in form:
                node = node.setdefault(word, {})
            if form:
                node.setdefault(END, (owner, rule))

    def get(self, words: tuple[str, ...]) -> str | None:
        """Return the owner of exactly these words."""
        node = self.after(words)
        return node[END][0] if END in node else None

    def after(self, words: tuple[str, ...]) -> Node:
        """Return what may follow these words."""
        node = self.root
        for word in words:
            node = node.get(word, {})
        return node

    def longest(self, tokens: Tokens, index: int, limit: int | None = None) -> Hit | None:
        """Return the longest name of words [index, limit), attached particles allowed."""
        words, joined = tokens.words, tokens.joined
        begun = self.begun[words[index]]
        if not begun:
            return None
        best, far = None, index
        for skip, stem, begin in begun:
            node, last = begin, index + 1
            while True:
                if last > far and END in node:
                    best, far = (skip, stem, node[END]), last
                if not joined[last] or last == limit or (following := node.get(words[last])) is None:
                    break
                node, last = following, last + 1
        return Hit(index, far, best[0], best[1], *best[2]) if best else None


def _begin(root: Node, word: str) -> tuple[tuple[int, str, Node], ...]:
    return tuple([(skip, stem, root[stem]) for skip, stem in stems(word) if stem in root])


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The compiled names of a vocabulary."""

    names: Trie
    """Names and variants, and the surnames that stand for one person alone."""
    signatures: Trie
    """Names of outlets that count only where the text says so: `قناة الجزيرة`."""
    clubs: Trie
    """Names of clubs that count only where the text says so (`ليفربول`), each leading to itself."""
    club_owners: dict[str, tuple[str, ...]]
    """Such a name, its words folded, to the ids of the clubs that share it."""
    countries: dict[str, str | None]
    """The country of each entry."""
    persons: frozenset[str]
    """The ids of persons."""
    places: frozenset[str]
    """The ids of places."""
    houses: dict[str, frozenset[str]]
    """The houses (`سعود` of `آل سعود`) in the names of each person, by id, and of each country's."""
    by_country: dict[tuple[str, str], str | None]
    """Country and first name of a person to their id, None where two have them."""
    spellings: dict[str, str | None]
    """Skeleton of a person's foreign name to their id, None where two have it."""
    nationalities: dict[str, str | None]
    """Folded adjectives of places, masculine singular (`روسي`), to the country's code."""
    adjectives: Memo[str]
    """Each word as one of those, where it is one."""
    begins: Memo[bool]
    """Whether a name or a signature can begin with a word."""

    def starts(self, words: tuple[str, ...]) -> Iterator[int]:
        """Yield the indexes of the words that a name or a signature can begin with."""
        return compress(range(len(words)), map(self.begins.__getitem__, words))


@lru_cache(maxsize=8)
def compile_lexicon(vocabulary: Vocabulary) -> Lexicon:
    """Compile a vocabulary; the same object is compiled once."""
    names, signatures, clubs = Trie(), Trie(), Trie()
    owners_of: dict[str, tuple[str, ...]] = {}
    entries = [entry for entry in vocabulary.entries.values() if entry.kind is not EntityKind.TOPIC]
    surnames: dict[tuple[str, ...], set[str]] = {}
    for entry in entries:
        for name in (entry.ar, *entry.ar_variants):
            names.add(name_words(name), entry.id)
        for words in map(name_words, entry.ar_signatures):
            if entry.kind is EntityKind.OUTLET:
                signatures.add(words, entry.id)
            else:
                clubs.add(words, " ".join(words))
                owners_of[" ".join(words)] = (*owners_of.get(" ".join(words), ()), entry.id)
        if entry.surname:
            surnames.setdefault(name_words(entry.surname), set()).add(entry.id)
    for surname, owners in surnames.items():
        if len(owners) == 1:
            names.add(surname, min(owners), "surname")
    adjectives = {fold(word): entry.country for entry in entries for word in entry.ar_adjectives}
    spellings, memo = _spellings(entries), Memo(partial(_adjective, adjectives))
    begins = Memo(lambda word: bool(names.begun[word] or signatures.begun[word] or clubs.begun[word]))
    countries = {entry.id: entry.country for entry in entries}
    return Lexicon(
        names=names,
        signatures=signatures,
        clubs=clubs,
        club_owners=owners_of,
        countries=countries,
        persons=frozenset(entry.id for entry in entries if entry.kind is EntityKind.PERSON),
        places=frozenset(entry.id for entry in entries if entry.kind is EntityKind.PLACE),
        houses=_houses(entries),
        by_country=_by_country(entries),
        spellings=spellings,
        nationalities=adjectives,
        adjectives=memo,
        begins=begins,
    )


def _houses(entries: list[VocabularyEntry]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for entry in entries:
        for name in (entry.ar, *entry.ar_variants) if entry.kind is EntityKind.PERSON else ():
            words = name.split()
            if len(words) > 2 and words[-2] == "آل":
                for key in filter(None, (entry.id, entry.country)):
                    found[key] = found.get(key, frozenset()) | {fold(words[-1])}
    return found


def _by_country(entries: list[VocabularyEntry]) -> dict[tuple[str, str], str | None]:
    found: dict[tuple[str, str], str | None] = {}
    for entry in entries:
        if entry.kind is EntityKind.PERSON and entry.country:
            key = entry.country, name_words(entry.ar)[0]
            found[key] = entry.id if key not in found else None
    return found


def _adjective(nationalities: dict[str, str | None], word: str) -> str:
    """Return a word as the masculine singular that the vocabulary has, where it is one of those."""
    if not word.startswith("ال"):
        word = word.removeprefix("و").removeprefix("ف")
    word = word.removeprefix("ال").removeprefix("لل")
    for ending in ("", "ه", "ون", "ين", "ا"):
        if word.endswith(ending) and (bare := word[: len(word) - len(ending)]) in nationalities:
            return bare
    return word


def skeleton(words: tuple[str, ...]) -> str:
    """Return what the spellings of a foreign name of several words share; empty for a name that is Arabic.

    Long vowels come and go, and the sound g is written غ ج ق ك.
    """
    name = " ".join(words)
    if len(words) < 2 or _NATIVE.search(name):
        return ""
    return _VOWELS.sub("", name.translate(_SOUNDS))


def _spellings(entries: list[VocabularyEntry]) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for entry in entries:
        if entry.kind is EntityKind.PERSON:
            for name in (entry.ar, *entry.ar_variants):
                key = skeleton(name_words(name))
                if found.setdefault(key, entry.id) != entry.id:
                    found[key] = None
    found.pop("", None)
    return found


@lru_cache(maxsize=KEPT_WORDS)
def name_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name."""
    return tuple(_WORD.findall(fold(name).lower()))


def compound(words: tuple[str, ...]) -> tuple[str, ...]:
    """Write `عبد الله` and `ابو ظبي` in one word, as many do."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] in ("عبد", "ابو"):
            joined[-1] += word
        else:
            joined.append(word)
    return tuple(joined)
