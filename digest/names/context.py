"""A text as the finders of unknown names see it: its words, what each can be, and the known names in it.

Pure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from digest.model import EntityKind
from digest.names.known import find_hits
from digest.names.lexicon import Lexicon, compound
from digest.names.tokens import Tokens, stems
from digest.names.words import (
    ALSO,
    BEGINS,
    CLOSES,
    COMMON,
    DEFINITE,
    FIRM,
    FLAGS,
    FOREIGN,
    FUNCTION,
    GIVEN,
    GIVEN_STEMS,
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
        self.flags = _with_ali(tuple(map(FLAGS.__getitem__, tokens.words)), tokens)
        self.telling = [at for at, mine in enumerate(self.flags) if mine & _TELLING]
        self.hits = find_hits(tokens, self.flags, lexicon)
        self.covered = {index: hit for hit in self.hits.values() for index in range(hit.first, hit.last)}
        self.persons, self.places = lexicon.persons, lexicon.places
        self.nationalities, self.adjectives = lexicon.nationalities, lexicon.adjectives
        self.nunated = tokens.nunated()

    @cached_property
    def marks_feminine(self) -> bool:
        """Whether the text tells ة from ه."""
        return "ة" in self.tokens.text

    def possessive(self, at: int) -> bool:
        """Whether a word ends with `his`, as the text writes it: `ناديه`, not `نادية`."""
        word = self.words[at]
        if word[-1] != "ه" or len(word) < 4 or word.endswith(_OF_THEIR_OWN) or not self.marks_feminine:
            return False
        return self.tokens.written(at)[-1] == "ه"

    def given(self, at: int) -> tuple[int, str] | None:
        """Return the letters attached to the given name in a word, and the name; None where none is there.

        Behind a verb of saying or a title nothing is attached with ف: `قال فانس` is not أنس.
        """
        word = self.words[at]
        found = GIVEN_STEMS[word]
        return None if word[0] == "ف" and found and found[0] and self.owns_fa(at) else found

    def owns_fa(self, at: int) -> bool:
        """Whether a word begins with a ف of its own."""
        return self.words[at][0] == "ف" and bool(self.before(at) & (SAYING | TITLE | GIVEN))

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


_OF_THEIR_OWN = ("الله", "عبده")
"""What names end with that have ه, not ة."""
_ALI = "علي"
_ON = "على"
_DOUBLING = "\u0651"


def _with_ali(flags: tuple[int, ...], tokens: Tokens) -> tuple[int, ...]:
    """Take `علي` for the given name alone in a text that writes the particle as it is written."""
    found = tuple(_ali_alone(tokens.text))
    if not found or _ON not in tokens.text:
        return flags
    mended = list(flags)
    for start in found:
        at = bisect_left(tokens.starts, tokens.folded.place(start))
        if at < len(mended) and tokens.words[at] == _ALI:
            mended[at] = GIVEN | ALSO
    return tuple(mended)


def _ali_alone(text: str) -> Iterator[int]:
    """Yield where `علي` stands as a word; with its last letter doubled it is `I have to`."""
    at = text.find(_ALI)
    while at >= 0:
        end = at + len(_ALI)
        beside = text[end : end + 1]
        if not (beside.isalnum() or beside == _DOUBLING or text[at - 1 : at].isalnum()):
            yield at
        at = text.find(_ALI, end)
