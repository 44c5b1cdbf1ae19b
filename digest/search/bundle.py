"""Writes the index that browsers search: shards of it, made by Pagefind's own program, and two small tables.

Touches files; the process is `indexer`'s. The bytes depend on the records alone.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from digest.files import write_changed
from digest.render import Site
from digest.rules import default_rules
from digest.search.indexer import Indexer
from digest.search.records import Record, search_choices, search_records
from digest.search.words import search_table
from digest.wording.counts import CATEGORIES
from digest.wording.strings import Language, say

_INTERFACE = (
    "pagefind-ui*",
    "pagefind-modular-ui*",
    "pagefind-component-ui*",
    "pagefind-highlight*",
    "pagefind-worker*",
)
"""What Pagefind writes besides: interfaces of its own, and a worker that the page does not start."""


def write_bundle(folder: Path, sites: Mapping[Language, Site]) -> None:
    """Write the search of every language under `folder`. Raises DigestError when the indexer fails.

    `words.json` is the table of folding and stemming, `ar.json` what the page says and offers, `ar/` the
    index.
    """
    _write_json(folder / "words.json", search_table())
    records: dict[Path, Iterator[Record]] = {}
    for language, site in sites.items():
        _write_json(folder / f"{language}.json", _page_data(site))
        records[folder / language] = search_records(site)
    write_indexes(records)


def write_indexes(records: Mapping[Path, Iterable[Record]]) -> None:
    """Write one index of records into each folder. Raises DigestError when the indexer fails."""
    with Indexer() as indexer:
        for folder, items in records.items():
            with tempfile.TemporaryDirectory() as scratch:
                indexer.index(items, Path(scratch))
                _take(Path(scratch), folder)


def _take(source: Path, target: Path) -> None:
    for pattern in _INTERFACE:
        for path in source.glob(pattern):
            path.unlink()
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)


def _page_data(site: Site) -> dict[str, Any]:
    """What the search page says and offers in its language."""
    forms = default_rules().table("counts")[site.language]["result"]
    return {
        "say": {key: say(f"search.{key}", site.language) for key in ("all", "none", "prefix", "start")},
        "count": dict(zip(CATEGORIES[site.language], forms, strict=True)),
        "choices": {name: [asdict(one) for one in values] for name, values in search_choices(site).items()},
    }


def _write_json(path: Path, data: Any) -> None:
    write_changed(path, json.dumps(data, ensure_ascii=False, separators=(",", ":")))
