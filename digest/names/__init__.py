"""Names: who and what an article mentions, from the vocabulary and, for unknown names, from their context."""

from __future__ import annotations

from digest.names.entities import find_mentions, find_names

__all__ = ["find_mentions", "find_names"]
