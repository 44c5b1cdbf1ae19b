"""Chooses an article's topics from the vocabulary's evidence, weighted by where it stands.

Pure.
"""

from __future__ import annotations

from digest.model import Document, Entity, Extract, Sentence, TopicScore
from digest.vocabulary import Vocabulary


def choose_topics(
    document: Document,
    extract: Extract,
    sentences: tuple[Sentence, ...],
    entities: tuple[Entity, ...],
    vocabulary: Vocabulary,
    *,
    most: int = 7,
) -> tuple[TopicScore, ...]:
    """Choose up to `most` topics, the weightiest first."""
    return ()
