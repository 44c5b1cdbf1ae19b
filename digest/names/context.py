"""A text as the finders of unknown names see it: its words, what each can be, and the known names in it.

Pure.
"""

from __future__ import annotations

from typing import NamedTuple

from digest.model import EntityKind
from digest.names.known import find_hits
from digest.names.lexicon import Lexicon, compound
from digest.names.tokens import Tokens, stems
from digest.names.words import (
    BEGINS,
    CLOSES,
    COMMON,
    DEFINITE,
    FIRM,
    FLAGS,
    FOREIGN,
    FUNCTION,
    LEADS,
    NISBA,
    SAYING,
    TITLE,
    listed,
)

_TELLING = BEGINS | LEADS | CLOSES | FIRM | TITLE
"""What a word can be that begins a name, or leads to the one beside it."""


class Candidate(NamedTuple):
    """An unknown name: words [first, last), `skip` attached letters in front, and the rule that found it."""

    first: int
    last: int
    skip: int
    stem: str
    """The first word without them, its article's alef restored."""
    kind: EntityKind
    rule: str
    id: str
    """`?` and the folded name, `عبد الله` in one word as many write it."""


class Context:
    """One text, read by the finders.

    `flags` are what each word can be, `telling` the words whose flags can begin a name or lead to one,
    `hits` the known names by the index of their first word.
    """

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.words = tokens.words
        self.joined = tokens.joined
        self.flags = tuple(map(FLAGS.__getitem__, tokens.words))
        self.telling = [at for at, mine in enumerate(self.flags) if mine & _TELLING]
        self.hits = find_hits(tokens, self.flags, lexicon)
        self.covered = {index: hit for hit in self.hits.values() for index in range(hit.first, hit.last)}
        self.persons, self.places = lexicon.persons, lexicon.places
        self.nationalities, self.adjectives = lexicon.nationalities, lexicon.adjectives
        self.nunated = tokens.nunated()

    def after(self, at: int) -> int:
        """Return the flags of the word after `at` in the same run of text, 0 at its end."""
        return self.flags[at + 1] if self.joined[at + 1] else 0

    def before(self, at: int) -> int:
        """Return the flags of the word before `at` in the same run of text, 0 at its beginning."""
        return self.flags[at - 1] if self.joined[at] else 0

    def nationality(self, at: int) -> bool:
        """Whether a word is the adjective of a place that the vocabulary has: `الروسية`."""
        return self.adjectives[self.words[at]] in self.nationalities

    def country(self, at: int) -> str | None:
        """Return the country that an adjective of nationality stands for."""
        return self.nationalities.get(self.adjectives[self.words[at]])

    def foreign(self, at: int) -> bool:
        """Whether a word is one that Arabic has no root and pattern for, nor gives its endings."""
        return bool(self.flags[at] & FOREIGN) and at not in self.nunated and not self.nationality(at)

    def veiled(self, at: int) -> bool:
        """Whether a foreign first name begins as a particle and the article do: `فالديس دومبروفسكيس`."""
        word = self.words[at]
        begins = word[0] in "فبك" and word[1:3] == "ال"
        return begins and not self.flags[at] & (COMMON | NISBA | TITLE) and bool(self.after(at) & FOREIGN)

    def breaks(self, at: int) -> bool:
        """Whether no phrase of a title or a head word runs over this word."""
        return not self.joined[at] or bool(self.flags[at] & (FUNCTION | SAYING))

    def everyday(self, at: int) -> bool:
        """Whether a word can belong to the phrase between a title and a name."""
        mine = self.flags[at] & (COMMON | DEFINITE | TITLE)
        return (bool(mine) and not self.veiled(at)) or self.nationality(at)

    def candidate(
        self, first: int, last: int, kind: EntityKind, rule: str, attached: tuple[int, str] | None = None
    ) -> Candidate:
        """Make a candidate of some words; `attached`: letters attached in front and the stem after them."""
        skip, stem = attached or (0, self.words[first])
        name = " ".join(compound((stem, *self.words[first + 1 : last])))
        return Candidate(first, last, skip, stem, kind, rule, "?" + name)

    def head(self, at: int, flag: int) -> tuple[int, str]:
        """Return the letters attached to a head word, and its stem."""
        found = ((skip, stem) for skip, stem in stems(self.words[at]) if listed(stem) & flag)
        return next(found, (0, self.words[at]))
