"""The outlets that a source line or a byline names: `المصدر: الجزيرة + رويترز`.

Pure. Here the forms count that elsewhere are everyday words (`الجزيرة`, `الحرة`).
"""

from __future__ import annotations

from digest.model import EntityKind
from digest.names.lexicon import compile_lexicon
from digest.names.tokens import tokenise
from digest.vocabulary import Vocabulary


def find_outlets(line: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Find the ids of the outlets that a source line names, in order."""
    lexicon = compile_lexicon(vocabulary)
    tokens = tokenise(line)
    found: dict[str, None] = {}
    at = 0
    while at < len(tokens.words):
        hits = (trie.longest(tokens, at) for trie in (lexicon.signatures, lexicon.names))
        outlets = [hit for hit in hits if hit and vocabulary.entries[hit.id].kind is EntityKind.OUTLET]
        longest = max(outlets, key=lambda hit: hit.last, default=None)
        if longest:
            found.setdefault(longest.id)
        at = longest.last if longest else at + 1
    return tuple(found)
