"""The search: an article's words, brought to stems, in an index that browsers ask shard by shard.

`words` folds and stems (its table is also the JavaScript's), `records` says what the index knows of each
article, `results` what is shown of it, `bundle` writes both.
"""

from __future__ import annotations

from digest.search.bundle import Bundle, write_bundle
from digest.search.records import Record, search_records
from digest.search.words import search_table, search_words

__all__ = ["Bundle", "Record", "search_records", "search_table", "search_words", "write_bundle"]
