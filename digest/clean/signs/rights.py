"""Finds notices of a page's rights in paragraphs they are glued to: `… جميع الحقوق محفوظة لموقع كذا`. Pure.

Called by `inline`, as a paragraph is no such notice for having one behind its last sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from digest.clean.fields.everyday import is_verb
from digest.clean.fields.outlets import is_of_rights, publishing, rights_words
from digest.clean.phrases import phrases
from digest.clean.prose import is_function_word
from digest.clean.rows import make_row, words_of
from digest.clean.signs.asides import STOPS
from digest.rules import default_rules
from digest.text import fold

_TOKEN = re.compile(r"\S+")
SIGN_OF_RIGHTS = "©"
_SHORTEST, _LEAST = 3, 40
"""Words of a notice without the sign, at least; characters of the text before it."""
_LONGEST, _LONGEST_HOLDER = 50_000, 5
"""Characters of a text that is looked through; words of who holds the rights."""
_FOR, _AT = "ل", "لدى"
"""What a holder's name begins with, or has before it."""


class _Words:
    """The words of a text, as they are written and as they are compared."""

    def __init__(self, text: str) -> None:
        self.spans = [match.span() for match in _TOKEN.finditer(text)]
        self.raw = [text[start:end] for start, end in self.spans]
        self.plain = [" ".join(words_of(token)) for token in self.raw]

    def ends(self, place: int) -> bool:
        """Whether a sentence ends before a word, or the text does."""
        return place == len(self.raw) or self.raw[place - 1].endswith(STOPS)

    def run(self, place: int) -> int:
        """Where the words end, within a sentence, that notices are made of; marks alone are of them."""
        end = place
        while end < len(self.raw) and all(map(is_of_rights, self.plain[end].split())):
            end += 1
            if self.ends(end):
                break
        return end


def rights(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where notices of rights stand behind a sentence of a text, or at its end; `words` are the text's.

    A text that opens with one is such a line itself.
    """
    if len(text) > _LONGEST or not (SIGN_OF_RIGHTS in text or _may_tell(words)):
        return
    found, place = _Words(text), 0
    while place < len(found.raw):
        end = found.run(place)
        if end > place and _is_notice(text, found, place, end):
            if found.spans[place][0] < _LEAST:
                return
            end = _end(found, place, end)
            if found.ends(place) or (end == len(found.raw) and not is_function_word(found.plain[place - 1])):
                yield found.spans[place][0], found.spans[end - 1][1]
        place = max(end, place + 1)


def _may_tell(words: Sequence[str]) -> bool:
    """Whether a word of notices has another beside it, as it does in all of them."""
    if nouns_of_rights().isdisjoint(words):
        return False
    pairs = pairwise(map(rights_words().__contains__, words))
    return any(one and other for one, other in pairs)


def _is_notice(text: str, words: _Words, first: int, end: int) -> bool:
    """Whether a run of words is a rule's, or the sign with a year."""
    plain = [word for word in words.plain[first:end] if word]
    piece = text[words.spans[first][0] : words.spans[end - 1][1]]
    if SIGN_OF_RIGHTS in piece and any(map(str.isdigit, piece)):
        return True
    row = make_row(piece)
    rule = phrases().find(row) if row.words else None
    return rule is not None and rule.anywhere and len(plain) >= _SHORTEST


def _end(words: _Words, first: int, place: int) -> int:
    """Where a notice ends whose own words end at a place: behind who holds the rights, and a year, if any."""
    if words.ends(place) or not _begins_holder(words, first, place):
        return place
    for end in range(place + 1, min(place + _LONGEST_HOLDER, len(words.raw)) + 1):
        if words.ends(end) or _begins_sentence(words.plain[end]):
            return words.run(end)
    kind = words.plain[place].removeprefix(_FOR)
    return words.run(place + (2 if kind in publishing() else 1))


def _begins_holder(words: _Words, first: int, place: int) -> bool:
    """Whether a name may begin there: it has `for` before it, or the sign is in the notice."""
    signed = any(SIGN_OF_RIGHTS in word for word in words.raw[first:place])
    named = signed or words.plain[place].startswith(_FOR) or words.plain[place - 1] in (fold(_AT), _FOR)
    return named and not _begins_sentence(words.plain[place])


def _begins_sentence(word: str) -> bool:
    return is_verb(word) or is_function_word(word) or (word.startswith("و") and is_verb(word[1:]))


@cache
def nouns_of_rights() -> frozenset[str]:
    """The words one of which any notice of rights without the sign has."""
    return frozenset(fold(word).lower() for word in default_rules().table("fields")["rights_nouns"])
