"""Puts the finders together: known names first, unknown ones around them, surnames to full names.

Pure.
"""

from __future__ import annotations

from digest.model import EntityKind, Mention
from digest.names.known import find_hits
from digest.names.lexicon import Hit, Lexicon, compile_lexicon
from digest.names.tokens import Tokens, tokenise
from digest.names.unknown import Candidate, Finder
from digest.vocabulary import Vocabulary


def mentions_of(text: str, vocabulary: Vocabulary) -> tuple[Mention, ...]:
    """Find the mentions of a text, in order, none inside another."""
    lexicon = compile_lexicon(vocabulary)
    tokens = tokenise(text)
    hits = find_hits(tokens, lexicon)
    found = _merge(tokens, hits, Finder(tokens, hits, lexicon.nationalities))
    return tuple(_mention(item, tokens, vocabulary) for item in found)


def _merge(tokens: Tokens, hits: dict[int, Hit], finder: Finder) -> list[Hit | Candidate]:
    found: list[Hit | Candidate] = []
    at = 0
    while at < len(tokens.words):
        hit = hits.get(at)
        body = finder.body(at)
        item: Hit | Candidate | None = hit
        if body and (hit is None or body.last > hit.last):
            item = body
        item = item or finder.place(at) or finder.person(at)
        if item is None:
            at += 1
        else:
            found.append(item)
            at = item.last
    return found


def _mention(item: Hit | Candidate, tokens: Tokens, vocabulary: Vocabulary) -> Mention:
    span = tokens.span(item.first, item.last, item.skip)
    text = tokens.text[span.start : span.end]
    if item.skip and tokens.words[item.first].startswith("لل", item.skip - 1):
        text = "ا" + text
    if isinstance(item, Hit):
        return Mention(span, text, vocabulary.entries[item.id].kind, item.id, item.rule)
    words = tokens.words[item.first : item.last]
    key = " ".join((words[0][item.skip :], *words[1:]))
    return Mention(span, text, item.kind, "?" + key, item.rule)
