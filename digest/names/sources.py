"""The names in the lines that say where an article is from: `المصدر: الجزيرة + رويترز`, `القاهرة (رويترز)`.

Pure. Here the forms count that elsewhere are everyday words (`الجزيرة`, `الحرة`).
"""

from __future__ import annotations

from digest.model import EntityKind
from digest.names.lexicon import Hit, compile_lexicon
from digest.names.tokens import Tokens, tokenise
from digest.vocabulary import Vocabulary

_AND = "و"


def find_outlets(line: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Find the ids of the outlets that a source line names, in order."""
    tokens = tokenise(line)
    found: dict[str, None] = {}
    at = 0
    while at < len(tokens.words):
        hits = _hits(tokens, at, vocabulary)
        outlets = [hit for hit in hits if vocabulary.entries[hit.id].kind is EntityKind.OUTLET]
        longest = max(outlets, key=lambda hit: hit.last, default=None)
        if longest:
            found.setdefault(longest.id)
        at = longest.last if longest else at + 1
    return tuple(found)


def find_credits(line: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Find the ids of the names that a byline or a dateline is made of, in order.

    None where anything else stands in it: of such a line, the known names would not say all.
    """
    tokens = tokenise(line)
    found: dict[str, None] = {}
    at = 0
    while at < len(tokens.words):
        longest = max(_hits(tokens, at, vocabulary), key=lambda hit: hit.last, default=None)
        if longest:
            found.setdefault(longest.id)
        elif tokens.words[at] != _AND:
            return ()
        at = longest.last if longest else at + 1
    return tuple(found)


def _hits(tokens: Tokens, at: int, vocabulary: Vocabulary) -> list[Hit]:
    """What begins at a word: an outlet's signature, a name."""
    lexicon = compile_lexicon(vocabulary)
    return [hit for trie in (lexicon.signatures, lexicon.names) if (hit := trie.longest(tokens, at))]
