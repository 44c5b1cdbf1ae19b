"""The search: an article's words, brought to stems, in an index that browsers ask shard by shard.

`words` folds and stems (its table is also the JavaScript's), `records` says what the index knows of each
article, `bundle` writes it.
"""

from __future__ import annotations

from digest.search.bundle import write_bundle
from digest.search.records import Record, search_records
from digest.search.words import search_table, search_words

__all__ = ["Record", "search_records", "search_table", "search_words", "write_bundle"]
