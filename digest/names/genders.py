"""Whom of a family a surname means, as the verb or title before it tells: `وقالت ترامب` is not her husband.

Pure. That somebody is a woman, her description in the vocabulary says.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from digest.names.tokens import Tokens
from digest.names.words import SAYING, TITLE, listed, verbs
from digest.text import fold
from digest.vocabulary import Vocabulary

_FEMININE = "ه"
"""How a folded feminine noun ends."""


def is_said_of_woman(at: int, tokens: Tokens) -> bool | None:
    """Whether a verb or title right before a word is a woman's; None where none stands there."""
    if not tokens.joined[at]:
        return None
    word = tokens.words[at - 1]
    if listed(word) & TITLE:
        return word.endswith(_FEMININE)
    verb = word[1:] if len(word) > 3 and word[0] in "وف" and not _is_verb(word) else word
    if verb.endswith("ت") and _is_verb(verb[:-1]):
        return True
    if verb[0] == "ت" and verb not in verbs() and "ي" + verb[1:] in verbs():
        return True
    return False if _is_verb(verb) else None


def of_gender(owners: Iterable[str], at: int, tokens: Tokens, vocabulary: Vocabulary) -> list[str]:
    """Return those of some persons whom the word before a name can mean."""
    owners, woman = list(owners), is_said_of_woman(at, tokens)
    women = [owner for owner in owners if _is_woman(owner, vocabulary)]
    if woman is None or not women:
        return owners
    return women if woman else [owner for owner in owners if owner not in women]


def _is_verb(word: str) -> bool:
    return word in verbs() or bool(listed(word) & SAYING)


@lru_cache(maxsize=1024)
def _is_woman(owner: str, vocabulary: Vocabulary) -> bool:
    entry = vocabulary.entries.get(owner)
    words = fold(entry.ar_description or "").split() if entry else []
    return bool(words) and words[0].endswith(_FEMININE)
