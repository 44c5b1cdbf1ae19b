"""The vocabulary's names as a trie over folded words: looking a word up costs the same at any size.

Compiled once a vocabulary; reads nothing but what it is given.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from digest.model import EntityKind
from digest.names.tokens import Tokens, stems, tokenise
from digest.text import fold
from digest.vocabulary import Vocabulary

Trie = dict[str, Any]
"""Word to the trie of what may follow it; `END` to the id of the name that ends there."""
END = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found: words [first, last), `skip` letters attached in front of the first."""

    first: int
    last: int
    skip: int
    id: str
    rule: str = "vocabulary"


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The compiled names of a vocabulary."""

    names: Trie
    surnames: dict[str, str]
    """Surname that stands for one person alone, to their id."""
    signatures: Trie
    """Names of outlets that count in a source line or after a head word only."""
    nationalities: frozenset[str]
    """Folded adjectives of places, masculine singular: `روسي`."""


@lru_cache(maxsize=8)
def compile_lexicon(vocabulary: Vocabulary) -> Lexicon:
    """Compile a vocabulary; the same object is compiled once."""
    names: Trie = {}
    signatures: Trie = {}
    surnames: dict[str, str | None] = {}
    for entry in vocabulary.entries.values():
        if entry.kind is EntityKind.TOPIC:
            continue
        for name in (entry.ar, *entry.ar_variants):
            add_name(names, tokenise(name).words, entry.id)
        for name in entry.ar_signatures:
            add_name(signatures, tokenise(name).words, entry.id)
        if entry.surname:
            key = " ".join(tokenise(entry.surname).words)
            surnames[key] = None if key in surnames else entry.id
    alone = {key: owner for key, owner in surnames.items() if owner and END not in names.get(key, {})}
    nationalities = frozenset(
        fold(word) for entry in vocabulary.entries.values() for word in entry.ar_adjectives
    )
    return Lexicon(names, alone, signatures, nationalities)


def longest(trie: Trie, tokens: Tokens, index: int) -> Hit | None:
    """Return the longest name of `trie` that begins at word `index`, attached particles allowed."""
    best: Hit | None = None
    words = tokens.words
    for skip, stem in stems(words[index]):
        node = trie.get(stem)
        if node is None:
            continue
        last = index + 1
        while True:
            found = node.get(END)
            if found is not None and (best is None or last > best.last):
                best = Hit(index, last, skip, found)
            if last >= len(words) or (following := node.get(words[last])) is None or not tokens.joined(last):
                break
            node, last = following, last + 1
    return best


def add_name(trie: Trie, words: tuple[str, ...], owner: str) -> None:
    """Add a name's folded words to a trie; the first to claim a name keeps it."""
    for form in {words, _compound(words)}:
        node = trie
        for word in form:
            node = node.setdefault(word, {})
        if form:
            node.setdefault(END, owner)


def _compound(words: tuple[str, ...]) -> tuple[str, ...]:
    """Write `عبد الله` and `ابو ظبي` in one word, as many do."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] in ("عبد", "ابو"):
            joined[-1] += word
        else:
            joined.append(word)
    return tuple(joined)
