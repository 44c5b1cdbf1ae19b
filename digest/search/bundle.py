"""Writes the index that browsers search: shards of it, made by Pagefind's own program, and small tables.

Touches files; the process is `indexer`'s. The bytes depend on the records alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from fnmatch import fnmatch
from itertools import chain
from pathlib import Path
from typing import Any

from digest.errors import DigestError
from digest.files import remove_others, write_changed
from digest.render import Site
from digest.rules import default_rules
from digest.search.indexer import Indexer
from digest.search.records import Record, Records, search_choices, search_records
from digest.search.results import FRAGMENTS, Results
from digest.search.words import search_table
from digest.wording.counts import CATEGORIES
from digest.wording.strings import Language, say

_ENTRY = "pagefind-entry.json"
_INTERFACE = (
    "pagefind-ui*",
    "pagefind-modular-ui*",
    "pagefind-component-ui*",
    "pagefind-highlight*",
    "pagefind-worker*",
)
"""What Pagefind writes besides: interfaces of its own, and a worker that the page does not start."""


def write_bundle(folder: Path, sites: Mapping[Language, Site]) -> None:
    """Write the search of every language under `folder`. Raises DigestError when the indexer fails."""
    Bundle(folder).write(sites)


class Bundle:
    """The folder that browsers search, and what it was made of: what is the same is not made again.

    `words.json` is the table of folding and stemming, `ar.json` what the page says, `ar-choices.json` what
    its filters offer, `ar/` the index. `keep` keeps the records, for when it will follow changes.
    """

    def __init__(self, folder: Path, *, keep: bool = False) -> None:
        self._folder = folder
        self._made: dict[Language, str] = {}
        self._records: dict[Language, Records] | None = {} if keep else None

    def write(self, sites: Mapping[Language, Site]) -> None:
        """Bring the search of every language up to date. Raises DigestError when the indexer fails."""
        _write_json(self._folder / "words.json", search_table())
        for language, site in sites.items():
            _write_json(self._folder / f"{language}.json", _said(site))
            _write_json(self._folder / f"{language}-choices.json", _choices(site))
            before = self._made.pop(language, None)
            self._made[language] = write_index(self._folder / language, self._of(site), before)

    def _of(self, site: Site) -> Iterator[Record]:
        if self._records is None:
            return search_records(site)
        return self._records.setdefault(site.language, Records()).of(site)


def write_index(folder: Path, records: Iterable[Record], before: str | None = None) -> str:
    """Write the index of records, newest first, into a folder; what they are, in short.

    Nothing is written where that is as `before`. Raises DigestError when the indexer fails.
    """
    results = Results()
    # A process for each index: the program keeps the memory of all that it was given.
    with Indexer() as indexer:
        indexer.add(map(results.enter, records))
        stamp = results.stamp()
        if stamp != before:
            _write(folder, indexer.files(), results)
    return stamp


def _write(folder: Path, files: Iterable[tuple[str, bytes]], results: Results) -> None:
    """Write the files of an index: what its entry leads to, then that, then away with what it led to."""
    written = []
    entry: tuple[str, bytes] | None = None
    for path, data in chain(files, results.files()):
        if path == _ENTRY:
            entry = path, data
        elif path.startswith(FRAGMENTS):
            results.take(path, data)
        elif not any(fnmatch(path, pattern) for pattern in _INTERFACE):
            write_changed(folder / path, data)
            written.append(path)
    if entry is None:
        raise DigestError("Pagefind made no index", file="pagefind")
    write_changed(folder / entry[0], entry[1])
    remove_others(folder, [*written, entry[0]])


def _said(site: Site) -> dict[str, Any]:
    """What the search page says in its language."""
    forms = default_rules().table("counts")[site.language]["result"]
    return {
        "say": {key: say(f"search.{key}", site.language) for key in ("all", "none", "prefix", "start")},
        "count": dict(zip(CATEGORIES[site.language], forms, strict=True)),
    }


def _choices(site: Site) -> dict[str, Any]:
    """What its filters offer."""
    return {name: [asdict(one) for one in values] for name, values in search_choices(site).items()}


def _write_json(path: Path, data: Any) -> None:
    write_changed(path, json.dumps(data, ensure_ascii=False, separators=(",", ":")))
