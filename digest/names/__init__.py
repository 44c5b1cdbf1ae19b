"""Names: who and what an article mentions, from the vocabulary and, for unknown names, from their context."""

from __future__ import annotations

from digest.names.entities import find_mentions, find_names
from digest.names.roles import Roles, find_roles, resolve_speaker
from digest.names.sources import find_credits, find_outlets
from digest.names.tokens import Tokens, read_words
from digest.names.words import is_arabic_given

__all__ = [
    "Roles",
    "Tokens",
    "find_credits",
    "find_mentions",
    "find_names",
    "find_outlets",
    "find_roles",
    "is_arabic_given",
    "read_words",
    "resolve_speaker",
]
