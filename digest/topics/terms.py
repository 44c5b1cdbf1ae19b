"""The topics' terms as a trie over words without the article, and where they stand in a text.

Pure; compiled once a vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import compress
from typing import Any

from digest.model import EntityKind
from digest.names.lexicon import name_words
from digest.names.tokens import Tokens, stems
from digest.text import Memo
from digest.vocabulary import Vocabulary

_END = ""
_NATIONALITY = "nationality"
"""In a term: any adjective of a place that the vocabulary has, `العلاقات {nationality}`."""

_ANY = "{}"
"""Leads to what may follow any adjective of a place."""

Node = dict[str, Any]
"""Word to the node of what may follow it; `_END` to the term that ends there and its topics."""


def find_terms(tokens: Tokens, terms: Terms) -> Iterator[tuple[int, int, str, tuple[str, ...]]]:
    """Yield the terms that stand in a text, the longest from each word: first and last word, term, topics."""
    words, joined, at = tokens.words, tokens.joined, 0
    for first, begun in terms.begun(words):
        if first < at:
            continue
        best, far = None, first
        for begin in begun:
            node: Node | None = begin
            last = first + 1
            while node is not None:
                if last > far and _END in node:
                    best, far = node[_END], last
                goes_on = joined[last] and (len(node) > 1 or _END not in node)
                node, last = _step(node, words[last]) if goes_on else None, last + 1
        if best is not None:
            yield first, far, *best
            at = far


def _step(node: Node, word: str) -> Node | None:
    for form in _FORMS[word]:
        if form in node:
            following: Node = node[form]
            return following
    return None


def _forms(word: str) -> tuple[str, ...]:
    """Return the forms a word may be listed in: without attached particles, without the article."""
    return tuple(dict.fromkeys([form for _, stem in stems(word) for form in (stem, _bare(stem))]))


_FORMS = Memo(_forms)


class Terms:
    """The topics' terms by their words without the article; `_END` leads to (term, topics)."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.root: Node = {}
        self._begun: Memo[tuple[Node, ...]] = Memo(partial(_begin, self.root))
        self.weak: dict[str, frozenset[str]] = {}
        """Topic to its terms that count beside another one only."""
        self.strong: set[str] = set()
        """Terms with two nationalities, which speak of nothing but the ties of two countries."""
        owners: dict[tuple[str, ...], list[str]] = {}
        for entry in vocabulary.entries.values():
            if entry.kind is EntityKind.TOPIC:
                for term in (entry.ar, *entry.ar_variants, *entry.terms, *entry.weak_terms):
                    words = _term_words(term)
                    if words and entry.id not in owners.setdefault(words, []):
                        owners[words].append(entry.id)
                if entry.weak_terms:
                    self.weak[entry.id] = frozenset(" ".join(_term_words(term)) for term in entry.weak_terms)
        adjectives = _adjectives(vocabulary) if any(_NATIONALITY in words for words in owners) else ()
        for words, topics in sorted(owners.items(), key=lambda owned: _NATIONALITY in owned[0]):
            self._add(words, (" ".join(words), tuple(topics)), adjectives)

    def _add(
        self, words: tuple[str, ...], found: tuple[str, tuple[str, ...]], adjectives: tuple[str, ...]
    ) -> None:
        nodes = [self.root]
        for word in words:
            if word == _NATIONALITY:
                nodes = [after for node in nodes for after in _after_any(node, adjectives)]
            else:
                nodes = [node.setdefault(word, {}) for node in nodes]
        for node in nodes:
            node.setdefault(_END, found)
        if words.count(_NATIONALITY) > 1:
            self.strong.add(found[0])

    def begun(self, words: tuple[str, ...]) -> Iterator[tuple[int, tuple[Node, ...]]]:
        """Yield the words that a term can begin with, by their index, and the nodes that each leads to."""
        nodes = list(map(self._begun.__getitem__, words))
        return compress(enumerate(nodes), nodes)


def _after_any(node: Node, adjectives: tuple[str, ...]) -> list[Node]:
    """Return what may follow any adjective: one node for all but those that other terms go on with."""
    shared = node.setdefault(_ANY, {})
    others = {id(after): after for form in adjectives if (after := node.get(form, shared)) is not shared}
    node.update((form, shared) for form in adjectives if form not in node)
    return [shared, *others.values()]


def _term_words(term: str) -> tuple[str, ...]:
    return tuple(_bare(word) for word in name_words(term))


def _adjectives(vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the adjectives of the vocabulary's places, masculine and feminine: `مصري`, `مصريه`."""
    places = (_term_words(word) for entry in vocabulary.entries.values() for word in entry.ar_adjectives)
    single = dict.fromkeys(words[0] for words in places if len(words) == 1)
    return tuple(form for word in single for form in (word, word + "ه"))


def _begin(root: Node, word: str) -> tuple[Node, ...]:
    return tuple([root[form] for form in _FORMS[word] if form in root])


@lru_cache(maxsize=8)
def compile_terms(vocabulary: Vocabulary) -> Terms:
    """The terms of a vocabulary's topics; the same object is compiled once."""
    return Terms(vocabulary)


@lru_cache(maxsize=8)
def terms_of_names(vocabulary: Vocabulary) -> dict[str, tuple[tuple[str, str], ...]]:
    """The id of each name that is a term of topics too, to its (topic, term) pairs."""
    trie = compile_terms(vocabulary).root
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for entry in vocabulary.entries.values():
        if entry.kind in (EntityKind.ORGANISATION, EntityKind.EVENT):
            pairs = [pair for name in (entry.ar, *entry.ar_variants) for pair in _term_pairs(name, trie)]
            if pairs:
                found[entry.id] = tuple(dict.fromkeys(pairs))
    return found


def _term_pairs(name: str, trie: Node) -> Iterator[tuple[str, str]]:
    node = trie
    for word in name_words(name):
        node = node.get(_bare(word), {})
    if _END in node:
        term, topics = node[_END]
        yield from ((topic, term) for topic in topics)


def _bare(word: str) -> str:
    if word.startswith("لل") and len(word) > 4:
        return word[2:]
    return word[2:] if word.startswith("ال") and len(word) > 4 else word
