"""The English side: segments, the memory of their translations, checks, engines and exchange formats."""

from digest.translate.lookup import Memories, MemoryCache, read_memories, translate_segments
from digest.translate.memory import Entry, Memory, read_memory, write_memory
from digest.translate.segments import article_segments, has_arabic

__all__ = [
    "Entry",
    "Memories",
    "Memory",
    "MemoryCache",
    "article_segments",
    "has_arabic",
    "read_memories",
    "read_memory",
    "translate_segments",
    "write_memory",
]
