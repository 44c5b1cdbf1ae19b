"""A folded text as tokens with what each may be. May use the text layer and the lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from digest.dates.lexicon import TOKEN, Entry, Reading, lexicon
from digest.dates.when import When
from digest.model import Span
from digest.text import Folded, Memo, fold_with_offsets

_NOTHING = Entry()
_DIGITS = Entry({"digits": Reading(None)})
_DIGITS.close()


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists over the tokens of one text, with two empty ones at the end."""

    folded: Folded
    words: list[str]
    entries: list[Entry]
    read: dict[int, tuple[When, int] | None] = field(default_factory=dict)
    """The date that the grammar has read at a token, so that no token is read twice."""
    ends: dict[int, tuple[When, int] | None] = field(default_factory=dict)
    """The same for an end of a range or an item of a list."""
    _starts: list[int] = field(default_factory=list)

    @property
    def starts(self) -> list[int]:
        """The folded offset of each token; found when it is first asked for, as most texts have no date."""
        if not self._starts:
            text, at = self.folded.text, 0
            for word in self.words:
                # Between two tokens is nothing but white space.
                at = text.find(word, at) if word else len(text)
                self._starts.append(at)
                at += len(word)
        return self._starts

    def find(self, at: int, category: str) -> tuple[Reading, int] | None:
        """The longest word or phrase of a category that begins at a token, and the token after it."""
        entry = self.entries[at]
        choices = entry.phrases.get(category)
        if choices:
            words = self.words
            for rest, reading in choices:
                end = at + 1 + len(rest)
                if words[at + 1] == rest[0] and tuple(words[at + 1 : end]) == rest:
                    return reading, end
        reading_here = entry.words.get(category)
        return None if reading_here is None else (reading_here, at + 1)

    def categories(self, at: int) -> frozenset[str]:
        """All that may begin at a token; `find` gives nothing for any other category."""
        entry = self.entries[at]
        return entry.every if self.words[at + 1] in entry.seconds else entry.alone

    def skip(self, at: int, category: str) -> int:
        """The token after a word or phrase of the category, or `at` itself where there is none."""
        found = self.find(at, category)
        return at if found is None else found[1]

    def is_digits(self, at: int) -> bool:
        """Whether the token is a run of digits."""
        return self.entries[at] is _DIGITS

    def adjacent(self, at: int) -> bool:
        """Whether no white space stands between the token and the one before it."""
        return at > 0 and self.starts[at] == self.end(at)

    def end(self, at: int) -> int:
        """Folded offset after the last character of the token before `at`."""
        return self.starts[at - 1] + len(self.words[at - 1])

    def span(self, first: int, after: int) -> Span:
        """The tokens [first, after) as a span of the original text, without an attached particle."""
        start = self.starts[first] + self._particle(first)
        return self.folded.original(start, self.end(after))

    def _particle(self, first: int) -> int:
        if self.words[first] in _PARTICLE_LETTERS:
            return 0
        clitics = {len(reading.clitic) for reading in self.entries[first].words.values()}
        clitics |= {
            len(reading.clitic)
            for choices in self.entries[first].phrases.values()
            for rest, reading in choices
            if tuple(self.words[first + 1 : first + 1 + len(rest)]) == rest
        }
        length = min(clitics, default=0)
        return 0 if self.words[first][length - 1 : length + 1] == "لل" else length


_PARTICLE_LETTERS = frozenset("وفبلك")


_STROKE = re.compile("(?<=[0-9٠-٩])( ?)ـ( ?)(?=[0-9٠-٩])")
"""A tatweel between figures stands for a hyphen (`24 ـ 6 ـ 1431`)."""


def tokenize(text: str) -> Tokens:
    """Fold and cut a text."""
    folded = fold_with_offsets(_STROKE.sub(r"\1-\2", text) if "ـ" in text else text)
    words = TOKEN.findall(folded.text)
    entries = list(map(_ENTRIES.__getitem__, words))
    words += ["", ""]
    entries += [_NOTHING, _NOTHING]
    return Tokens(folded, words, entries)


def _entry(word: str) -> Entry:
    return lexicon().get(word) or (_DIGITS if word[0] in _ASCII_DIGITS else _NOTHING)


_ASCII_DIGITS = frozenset("0123456789")
_ENTRIES = Memo(_entry)
"""What each token may be."""
