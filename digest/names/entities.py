"""The public functions: mentions of a text, and the entities of an article that they belong to.

Pure.
"""

from __future__ import annotations

from collections.abc import Iterable

from digest.model import Entity, Mention
from digest.names.mentions import mentions_of
from digest.names.tokens import Tokens, tokenise
from digest.vocabulary import Vocabulary


def find_mentions(text: str, vocabulary: Vocabulary) -> tuple[Mention, ...]:
    """Find the names of a text, in order; none inside another but places and bodies inside an event.

    A surname alone belongs to the full name that the text has; an unknown name (`?…`) to its longest form.
    """
    return mentions_of(tokenise(text), vocabulary)


def find_names(tokens: Tokens, vocabulary: Vocabulary) -> tuple[Entity, ...]:
    """Find the entities of an article in order of appearance.

    `tokens` are the words of its paragraphs, headline and deck (`read_words`).
    """
    return group_mentions(mentions_of(tokens, vocabulary), vocabulary)


def group_mentions(mentions: Iterable[Mention], vocabulary: Vocabulary) -> tuple[Entity, ...]:
    """Gather mentions into entities, in order of appearance."""
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(mention.entity, []).append(mention)
    return tuple(_entity(key, group, vocabulary) for key, group in groups.items())


def _entity(key: str, mentions: list[Mention], vocabulary: Vocabulary) -> Entity:
    variants = tuple(dict.fromkeys(mention.text for mention in mentions))
    entry = vocabulary.entries.get(key)
    return Entity(
        id=key,
        kind=entry.kind if entry else mentions[0].kind,
        ar=entry.ar if entry else max(variants, key=len),
        en=entry.en if entry else None,
        known=entry is not None,
        variants=variants,
        mentions=tuple(mentions),
        country=entry.country if entry else None,
    )
