"""The phrases of a paragraph that can name who speaks: which words they are, whoever that is.

Pure; where such a phrase ends by its words alone is `phrases`' to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from digest.model import EntityKind
from digest.names.tokens import Tokens
from digest.names.wordlists import bare
from digest.names.words import DEFINITE, TITLE, flags
from digest.speech.cast import Named
from digest.speech.cues import Cue, Script, gap, words
from digest.speech.phrases import ENDS_PHRASE, breaks, by_noun, ends_phrase, for_noun, says
from digest.text import single_spaced

LONGEST = 14
"""Words that a phrase naming a speaker has at most."""
_NAME = 5
"""Words that a name in marks has fewer than."""
_LONGEST_NAME = 12
"""Words looked back over for a name that ends at a place."""
_OPENED_NAME, _CLOSED_NAME = re.compile(r"\s*[\"“«„]\s*"), re.compile(r"\s*[\"”»]\s*")


@dataclass(frozen=True, slots=True)
class Phrases:
    """A paragraph's words with its names."""

    script: Script
    named: dict[int, Named]

    @property
    def tokens(self) -> Tokens:
        """Its words."""
        return self.script.tokens

    def ends_name(self, index: int) -> bool:
        """Whether the word before `index` is the last of a name."""
        return any(named.last == index for named in self.names_before(index))

    def names_before(self, index: int) -> Iterator[Named]:
        """The names that begin before a word, the nearest first."""
        for first in range(index - 1, max(-1, index - 1 - _LONGEST_NAME), -1):
            if first in self.named:
                yield self.named[first]

    def text_of(self, first: int, last: int) -> str:
        """The words [first, last) as they stand, without an attached particle."""
        span = self.tokens.span(first, last)
        return single_spaced(self.tokens.text[span.start : span.end])

    def phrase(self, first: int, *, led: bool = False, apart: bool = False) -> tuple[int, int]:
        """The words [first, last) after a verb that can name who speaks.

        `led`: after ل too; `apart`: whatever mark stands before them.
        """
        tokens = self.tokens
        while first < len(tokens.words) and tokens.words[first] in words("pronouns"):
            first += 1
        if not led and self.is_led(first):
            return first, first
        last, most = first, min(first + LONGEST, len(tokens.words))
        while last < most:
            if ends_phrase(gap(tokens, last)) and not (apart and last == first):
                closed = self._past_name(last) if last > first else None
                if closed is None:
                    break
                person = self.named.get(closed)
                last = person.last if person and person.kind is EntityKind.PERSON else closed
                continue
            named = self.named.get(last)
            if named is not None and named.kind is EntityKind.PERSON:
                last = named.last  # whatever words the name is made of
                continue
            if named is not None and named.led and named.kind is EntityKind.OUTLET and last > first:
                break  # whom somebody speaks to: `قالت المحامية لفرانس برس`
            word = tokens.words[last]
            in_office = last > first and word in words("on_behalf")
            if breaks(word) or says(word) or (named is None and by_noun(word) and not in_office):
                break
            last += 1
        return first, last

    def is_led(self, index: int) -> bool:
        """Whether a preposition is attached to a word: it is no subject (`قال لبوتين`)."""
        if index in self.named:
            return self.named[index].led
        return index < len(self.tokens.words) and for_noun(self.tokens.words[index])

    def _past_name(self, index: int) -> int | None:
        """The word after a name in marks that begins at a word: `صحيفة "الحياة"`; None where none does."""
        tokens = self.tokens
        headed = self.is_head(index - 1) or flags(tokens.words[index - 1]) & TITLE
        if not _OPENED_NAME.fullmatch(gap(tokens, index)) or not headed:
            return None
        for after in range(index + 1, min(index + _NAME, len(tokens.words))):
            if ENDS_PHRASE.search(gap(tokens, after)):
                return after if _CLOSED_NAME.fullmatch(gap(tokens, after)) else None
        return None

    def phrase_named_after(self, cue: Cue) -> tuple[int, int]:
        """The words before a noun of saying that name the speaker: `عن الوزير قوله`."""
        for index in range(cue.word - 1, max(-1, cue.word - LONGEST), -1):
            if self.tokens.words[index] in cue.verb.named_after:
                first, last = self.phrase(index + 1)
                return first, min(last, cue.word)
        return cue.word, cue.word

    def in_clause(self, first: int, verb: int) -> bool:
        """Whether a verb stands in a clause that أن or إن begins among the words [first, verb)."""
        for index in range(verb - 1, max(first, verb - LONGEST) - 1, -1):
            if ends_phrase(gap(self.tokens, index + 1)):
                return False
            if self.tokens.words[index] in words("that"):
                return True
        return False

    def is_of_one(self, first: int, last: int) -> bool:
        """Whether the words [first, last) before a person's name can only be that person's title."""
        marks = [flags(word) for word in self.tokens.words[first:last]]
        another = any(one & DEFINITE and two & TITLE and not two & DEFINITE for one, two in pairwise(marks))
        return not marks or (bool(marks[0] & TITLE) and not another)

    def is_head(self, index: int) -> bool:
        """Whether a word says what the name behind it is of: `صحيفة`."""
        return bare(self.tokens.words[index], words("naming")) is not None
