"""What two spellings of one Arabic name have in common. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from digest.model import VocabularyEntry
from digest.text import fold, single_spaced


def name_key(name: str) -> str:
    """Return what two spellings of one name have in common: folded, single-spaced, lower case."""
    return single_spaced(fold(name)).lower()


def folded_names(entry: VocabularyEntry) -> Iterator[str]:
    """Yield the keys of an entry's Arabic name and of its variants."""
    for name in (entry.ar, *entry.ar_variants):
        yield name_key(name)
